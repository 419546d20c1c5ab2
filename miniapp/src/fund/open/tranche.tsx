/** One part of the fund as it is paid in: the amount, and the paper behind another amount than the document's. */
import { fen, yuan } from "../../../../shared/money";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import type { FieldError } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";

export interface Typed {
  on: string;
  amounts: Record<string, string>;
  adjustments: Record<string, string>;
}

/** The parts of the fund, with what the document gives each on the day. */
export function tranchesOf(schemeId: string) {
  const { tranches, size } = schemeOf(schemeId).fund;
  return tranches.map((tranche) => {
    const initial = valueOn(tranche.initial, today());
    return {
      key: tranche.reason,
      says: tranche.says,
      initial: initial.ok ? yuan(fen(initial.value)) : "",
      article: tranche.initial.cites.article ?? size.cites.article,
    };
  });
}

interface TrancheFieldsProps {
  tranche: ReturnType<typeof tranchesOf>[number];
  form: Typed;
  change: (part: Partial<Typed>) => void;
  errors: readonly FieldError[];
}

export const TrancheFields = ({ tranche: { key, says, initial, article }, form, change, errors }: TrancheFieldsProps) => (
  <Section title={says} aside={<Cited article={article} />}>
    <Card>
      <AmountField
        name={`amount.${key}`}
        label="金额"
        hint={initial ? `文件规定 ${yuanText(initial)} 元` : undefined}
        value={form.amounts[key] ?? ""}
        onChange={(amount) => change({ amounts: { ...form.amounts, [key]: amount } })}
        error={errorAt(errors, `amount.${key}`)}
      />
      <Field
        name={`adjustment.${key}`}
        label="与规定数额不同的依据"
        hint="金额与规定相同的不用填；不同的写文号"
        optional
        maxLength={60}
        value={form.adjustments[key] ?? ""}
        onChange={(text) => change({ adjustments: { ...form.adjustments, [key]: text } })}
        error={errorAt(errors, `adjustment.${key}`)}
      />
    </Card>
  </Section>
);
