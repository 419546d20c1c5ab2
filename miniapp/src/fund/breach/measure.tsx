/** The office's measure against an institution whose breach a majority of the rating units has determined. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { SanctionRules } from "../../../../shared/process/claim-rules";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { isPercent, ratioOf } from "../../office/percent";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { type Fault, Field } from "../../ui/field";
import { percentText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { BREACH_WORDS, MEASURE_WORDS } from "../../words/discipline";
import { dayText } from "../../words/time";
import { Against, behind } from "./against";
import { MeasureDone, type Taken } from "./measure-done";

type Rules = NonNullable<SanctionRules["breach"]>;
type What = Rules["measures"][number];

interface Typed {
  orgId: string;
  type: string;
  measure: What | "";
  percent: string;
  reason: string;
  until: string;
}

interface FieldsProps {
  view: CaseView;
  rules: Rules;
  form: Typed;
  change: (part: Partial<Typed>) => void;
  at: (field: string) => Fault;
}

const Fields = ({ view, rules, form, change, at }: FieldsProps) => (
  <>
    <Against view={view} name="measure.orgId" value={form.orgId} onChange={(orgId) => change({ orgId })} />
    <PickerField
      name="measure.type"
      label="评级单位认定的情形"
      value={form.type}
      options={rules.types.map((value) => ({ value, label: BREACH_WORDS[value] ?? value }))}
      onChange={(type) => change({ type })}
      error={at("measure.type")}
    />
    <ChoiceField<What>
      name="measure.measure"
      label="措施"
      value={form.measure}
      options={rules.measures.map((value) => ({ value, label: MEASURE_WORDS[value] ?? value }))}
      onChange={(measure) => change({ measure })}
      error={at("measure.measure")}
    />
    {form.measure === "lower_ratio" ? (
      <Field
        name="measure.percent"
        label="降低到"
        hint={view.tier ? `现在 ${percentText(view.tier.ratio)}，要低于它` : undefined}
        kind="decimal"
        unit="%"
        maxLength={8}
        value={form.percent}
        onChange={(percent) => change({ percent })}
        error={at("measure.percent")}
      />
    ) : null}
    <Field
      name="measure.reason"
      label="理由"
      area
      maxLength={500}
      value={form.reason}
      onChange={(reason) => change({ reason })}
      error={at("measure.reason")}
    />
    <DateField
      name="measure.until"
      label="到哪天为止"
      optional
      hint="不填的一直有效"
      min={today()}
      value={form.until}
      onChange={(until) => change({ until })}
      error={at("measure.until")}
    />
  </>
);

const Checked = ({ view, form }: Pick<FieldsProps, "view" | "form">) => (
  <>
    <Row label="机构">{behind(view).find((org) => org.id === form.orgId)?.name ?? ""}</Row>
    <Row label="认定的情形">{BREACH_WORDS[form.type] ?? ""}</Row>
    <Row label="措施">{`${MEASURE_WORDS[form.measure] ?? ""}${form.measure === "lower_ratio" ? `到 ${form.percent}%` : ""}`}</Row>
    <Row label="理由">{form.reason}</Row>
    {form.until ? <Row label="到哪天为止">{dayText(form.until)}</Row> : null}
    <View className="small muted">全额收回的，随即制成收回{payTerm()}的凭证，由另一人复核。登记后不能更改。</View>
  </>
);

const faultsOf = (form: Typed): FieldError[] => [
  ...needed(form.type, "measure.type", "还没有选认定的情形。"),
  ...needed(form.measure, "measure.measure", "还没有选措施。"),
  ...(form.measure === "lower_ratio" && !isPercent(form.percent)
    ? [{ field: "measure.percent", message: "比例没有看懂。请填 0 到 100 之间的百分数，例如 30。" }]
    : []),
  ...needed(form.reason, "measure.reason", "还没有写理由。"),
];

export function Measure({ view, rules }: { view: CaseView; rules: Rules }) {
  const first: Typed = { orgId: behind(view)[0]?.id ?? "", type: "", measure: "", percent: "", reason: "", until: "" };
  const [form, change, clear] = useKept(`measure.${view.id}`, first);
  const [asking, setAsking] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  // The finding's form beside it has fields of the same names.
  const act = useAct((field) => (field === "ratio" ? "measure.percent" : `measure.${field}`));
  const send = async () => {
    const { orgId, type, measure, percent, reason, until } = form;
    if (!measure) return;
    const ratio = measure === "lower_ratio" ? { ratio: ratioOf(percent) } : {};
    const body = { orgId, type, measure, reason, ...ratio, ...(until ? { until } : {}) };
    const answer = await act.run(() => call("sanctionBreach", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!answer) return;
    clear();
    setTaken(answer);
  };
  if (taken) return <MeasureDone taken={taken} />;
  return (
    <Section title="采取措施">
      <ErrorSummary errors={act.errors} />
      <Card id="measure">
        <Fields view={view} rules={rules} form={form} change={change} at={(field) => errorAt(act.errors, field)} />
        <Button id="measure-check" onTap={() => setAsking(act.check(faultsOf(form)))}>
          核对后处理
        </Button>
      </Card>
      <Confirm open={asking} danger title="对机构采取措施" action="采取措施" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Checked view={view} form={form} />
      </Confirm>
    </Section>
  );
}
