/** Instalments as they are typed: a row each, rows added and taken away, every fault at its field. */
import { View } from "@tarojs/components";
import { parseYuan, yuan } from "../../../../shared/money";
import { errorAt } from "../../failure";
import { Button } from "../../ui/button";
import type { FieldError } from "../../ui/errors";
import { AmountField } from "../../ui/field";
import { DateField } from "../../ui/pickers";

export interface Instalment {
  dueOn: string;
  principal: string;
  interest: string;
}
const MOST = 120;

/** What was typed as yuan with two decimals; null while it is no amount. */
export const readAmount = (typed: string): string | null => {
  const read = parseYuan(typed);
  return read.ok && read.value >= 0 ? yuan(read.value) : null;
};

export const faultsOfPlan = (plan: readonly Instalment[]): FieldError[] =>
  plan.flatMap((each, at) => [
    ...(each.dueOn ? [] : [{ field: `plan.${at}.dueOn`, message: `第 ${at + 1} 期还没有选日期。` }]),
    ...(readAmount(each.principal) ? [] : [{ field: `plan.${at}.principal`, message: `第 ${at + 1} 期的本金没有看懂。` }]),
    ...(readAmount(each.interest) ? [] : [{ field: `plan.${at}.interest`, message: `第 ${at + 1} 期的利息没有看懂，没有利息填 0。` }]),
  ]);

interface PlanFieldsProps {
  plan: readonly Instalment[];
  errors: readonly FieldError[];
  onChange: (plan: Instalment[]) => void;
}

export function PlanFields({ plan, errors, onChange }: PlanFieldsProps) {
  const put = (at: number, part: Partial<Instalment>) => onChange(plan.map((each, n) => (n === at ? { ...each, ...part } : each)));
  return (
    <View className="mt" id="plan">
      <View className="strong">还款计划</View>
      {plan.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the plan
        <View className="plan" key={at} id={`plan-${at}`}>
          <DateField
            name={`plan.${at}.dueOn`}
            label={`第 ${at + 1} 期日期`}
            value={each.dueOn}
            onChange={(dueOn) => put(at, { dueOn })}
            error={errorAt(errors, `plan.${at}.dueOn`)}
          />
          <AmountField
            name={`plan.${at}.principal`}
            label="本金"
            value={each.principal}
            placeholder="例如 100000.00"
            onChange={(principal) => put(at, { principal })}
            error={errorAt(errors, `plan.${at}.principal`)}
          />
          <AmountField
            name={`plan.${at}.interest`}
            label="利息"
            value={each.interest}
            placeholder="没有填 0"
            onChange={(interest) => put(at, { interest })}
            error={errorAt(errors, `plan.${at}.interest`)}
          />
          {plan.length > 1 ? (
            <Button kind="plain" inline label={`去掉第 ${at + 1} 期`} onTap={() => onChange(plan.filter((_, n) => n !== at))}>
              去掉这一期
            </Button>
          ) : null}
        </View>
      ))}
      {plan.length < MOST ? (
        <Button id="plan-add" kind="secondary" inline onTap={() => onChange([...plan, { dueOn: "", principal: "", interest: "0" }])}>
          再加一期
        </Button>
      ) : null}
    </View>
  );
}
