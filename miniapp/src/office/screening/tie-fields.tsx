/** An affiliate that was found: the other firm, the kind of link, and whether it is certain. */
import { View } from "@tarojs/components";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { CheckField, ChoiceField } from "../../ui/choices";
import { type Fault, Field } from "../../ui/field";
import { percentText } from "../../ui/money-text";
import { PickerField } from "../../ui/pickers";
import type { FindingText, TieKind } from "./finding";
import type { ChangeFinding } from "./finding-form";

const KINDS: readonly { value: TieKind; label: string }[] = [
  { value: "legal_rep", label: "同一法定代表人" },
  { value: "controller", label: "同一实际控制人" },
  { value: "equity", label: "持股" },
  { value: "declared", label: "其他关联" },
];

interface TieFieldsProps {
  form: FindingText;
  onChange: ChangeFinding;
  errorOf: (field: string) => Fault;
}

export function TieFields({ form, onChange, errorOf }: TieFieldsProps) {
  const schemeId = acting()?.schemeId;
  const { equityThreshold } = schemeId ? schemeOf(schemeId) : {};
  const threshold = equityThreshold && valueOn(equityThreshold, today());
  const line = threshold?.ok ? threshold.value : undefined;
  return (
    <>
      <CheckField
        name="tied"
        label="登记这家关联企业"
        hint="登记后，系统按关联关系核对本机制是否已经用过"
        checked={form.tied}
        onChange={(tied) => onChange({ tied })}
      />
      {form.tied ? (
        <View className="mt">
          <PickerField
            name="tie.kind"
            label="是哪种关联"
            value={form.tieKind}
            options={KINDS}
            onChange={(tieKind) => onChange({ tieKind })}
            error={errorOf("tie.kind")}
          />
          <Field
            name="tie.name"
            label="对方企业名称"
            maxLength={80}
            value={form.tieName}
            onChange={(tieName) => onChange({ tieName })}
            error={errorOf("tie.name")}
          />
          <Field
            name="tie.creditCode"
            label="对方统一社会信用代码"
            maxLength={40}
            value={form.tieCode}
            onChange={(tieCode) => onChange({ tieCode })}
            error={errorOf("tie.creditCode")}
          />
          {form.tieKind === "equity" ? (
            <Field
              name="tie.share"
              label="对方持有本企业的比例"
              hint={line ? <Cited article={equityThreshold?.cites.article}>{`${percentText(line)} 及以上算关联企业。`}</Cited> : undefined}
              kind="decimal"
              unit="%"
              value={form.tieShare}
              onChange={(tieShare) => onChange({ tieShare })}
              error={errorOf("tie.share")}
            />
          ) : null}
          <ChoiceField
            name="tie.certain"
            label="是否查实"
            value={form.tieCertain}
            options={[
              { value: "yes", label: "已查实" },
              { value: "no", label: "只是可疑", hint: "只作提示，由人工核实" },
            ]}
            onChange={(tieCertain) => onChange({ tieCertain })}
            error={errorOf("tie.certain")}
          />
        </View>
      ) : null}
    </>
  );
}
