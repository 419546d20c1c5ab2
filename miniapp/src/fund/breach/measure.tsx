/** The office's measure against an institution whose breach a majority of the rating units has determined. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import type { SanctionRules } from "../../../../shared/process/claim-rules";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { BREACH_WORDS, MEASURE_WORDS } from "../../fund-words";
import { go } from "../../go";
import { isPercent, ratioOf } from "../../office/percent";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { isSome } from "../../ui/proportion";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words";
import { Against, behind } from "./against";

type Rules = NonNullable<SanctionRules["breach"]>;
type What = Rules["measures"][number];
type Taken = Answer<"sanctionBreach">;

const Done = ({ taken }: { taken: Taken }) => (
  <>
    <Receipt
      id="measure-taken"
      title={`已对${taken.institution}${MEASURE_WORDS[taken.what] ?? "采取措施"}`}
      next={isSome(taken.clawback) ? "收回代偿的凭证已制成，等另一人复核。" : "机构和各有关单位会在“消息”里看到。"}
      rows={[
        ["从哪天起", dayText(taken.on)],
        ["到哪天为止", taken.until ? dayText(taken.until) : null],
        ["降低到", taken.ratio ? percentText(taken.ratio) : null],
        ["收回代偿", isSome(taken.clawback) ? `${yuanText(taken.clawback)} 元` : null],
      ]}
    />
    {taken.voucherId ? (
      <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
        查看凭证
      </Button>
    ) : null}
  </>
);

export function Measure({ view, rules }: { view: CaseView; rules: Rules }) {
  const first = { orgId: behind(view)[0]?.id ?? "", type: "", measure: "" as What | "", percent: "", reason: "", until: "" };
  const [form, change, clear] = useKept(`measure.${view.id}`, first);
  const [asking, setAsking] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  // The finding's form beside it has fields of the same names.
  const act = useAct((field) => (field === "ratio" ? "measure.percent" : `measure.${field}`));
  const lowers = form.measure === "lower_ratio";
  const at = (field: string) => errorAt(act.errors, field);
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.type, "measure.type", "还没有选认定的情形。"),
        ...needed(form.measure, "measure.measure", "还没有选措施。"),
        ...(lowers && !isPercent(form.percent) ? [{ field: "measure.percent", message: "比例没有看懂。请填 0 到 100 之间的百分数，例如 30。" }] : []),
        ...needed(form.reason, "measure.reason", "还没有写理由。"),
      ]),
    );
  const send = async () => {
    const { orgId, type, measure, reason, until } = form;
    if (!measure) return;
    const body = { orgId, type, measure, reason, ...(lowers ? { ratio: ratioOf(form.percent) } : {}), ...(until ? { until } : {}) };
    const answer = await act.run(() => call("sanctionBreach", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!answer) return;
    clear();
    setTaken(answer);
  };
  if (taken) return <Done taken={taken} />;
  return (
    <Section title="采取措施">
      <ErrorSummary errors={act.errors} />
      <Card id="measure">
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
        {lowers ? (
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
        <Button id="measure-check" onTap={check}>
          核对后处理
        </Button>
      </Card>
      <Confirm open={asking} danger title="对机构采取措施" action="采取措施" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="机构">{behind(view).find((org) => org.id === form.orgId)?.name ?? ""}</Row>
        <Row label="认定的情形">{BREACH_WORDS[form.type] ?? ""}</Row>
        <Row label="措施">{`${MEASURE_WORDS[form.measure] ?? ""}${lowers ? `到 ${form.percent}%` : ""}`}</Row>
        <Row label="理由">{form.reason}</Row>
        {form.until ? <Row label="到哪天为止">{dayText(form.until)}</Row> : null}
        <View className="small muted">全额收回的，随即制成收回代偿的凭证，由另一人复核。登记后不能更改。</View>
      </Confirm>
    </Section>
  );
}
