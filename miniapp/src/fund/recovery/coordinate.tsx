/** The coordination meeting's result: a plan of repayments, or none, with the day and who came. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary, type FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { COORDINATION_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";
import { faultsOfPlan, type Instalment, PlanFields, readAmount } from "./plan";

type Outcome = "PLAN" | "NO_RESULT";

interface Typed {
  outcome: Outcome | "";
  on: string;
  attended: string;
  plan: Instalment[];
}

/** One unit a line. */
const unitsOf = (text: string) =>
  text
    .split(/[\n、，,；;]+/)
    .map((each) => each.trim())
    .filter(Boolean);

const faultsOf = (form: Typed): FieldError[] => [
  ...needed(form.outcome, "outcome", "还没有选协调结果。"),
  ...needed(form.on, "on", "还没有选会议日期。"),
  ...(unitsOf(form.attended).length ? [] : [{ field: "attended", message: "还没有填参加单位。" }]),
  ...(form.outcome === "PLAN" ? faultsOfPlan(form.plan) : []),
];

const Checked = ({ form }: { form: Typed }) => (
  <>
    <Row label="会议日期">{dayText(form.on)}</Row>
    <Row label="参加单位">{unitsOf(form.attended).join("、")}</Row>
    <Row label="结果">{form.outcome ? COORDINATION_WORDS[form.outcome] : ""}</Row>
    {form.outcome === "PLAN"
      ? form.plan.map((each) => (
          <Row key={each.dueOn} label={dayText(each.dueOn)} num>
            {`本金 ${yuanText(readAmount(each.principal) ?? "")} 元，利息 ${yuanText(readAmount(each.interest) ?? "")} 元`}
          </Row>
        ))
      : null}
    <View className="small muted">登记后不能更改。</View>
  </>
);

interface CoordinateProps {
  view: CaseView;
  role: Membership;
  onMoved: () => unknown;
}

export function Coordinate({ view, onMoved, role }: CoordinateProps) {
  const first = [role.orgName, view.recommendation?.by.name, view.loan?.lender.name, view.loan?.partner?.name, view.enterprise.name];
  const [form, change, clear] = useKept<Typed>(`coordination.${view.id}`, {
    outcome: "",
    on: today(),
    attended: first.filter(Boolean).join("\n"),
    plan: [{ dueOn: "", principal: "", interest: "0" }],
  });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const planned = form.outcome === "PLAN";
  const send = async () => {
    if (!form.outcome) return;
    const body = { outcome: form.outcome, on: form.on, attended: unitsOf(form.attended), plan: planned ? form.plan : [] };
    const moved = await act.run(() => call("coordinate", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!moved) return;
    clear();
    toast("已登记协调结果");
    await onMoved();
    toTop();
  };
  const at = (field: string) => errorAt(act.errors, field);
  return (
    <Section title="登记协调会结果">
      <ErrorSummary errors={act.errors} />
      <Card id="coordinate">
        <DateField name="on" label="会议日期" value={form.on} max={today()} onChange={(on) => change({ on })} error={at("on")} />
        <Field
          name="attended"
          label="参加单位"
          hint="一行一个单位"
          area
          maxLength={1000}
          value={form.attended}
          onChange={(attended) => change({ attended })}
          error={at("attended")}
        />
        <ChoiceField<Outcome>
          name="outcome"
          label="结果"
          value={form.outcome}
          options={[
            { value: "PLAN", label: COORDINATION_WORDS.PLAN, hint: "写明各期日期和金额" },
            { value: "NO_RESULT", label: COORDINATION_WORDS.NO_RESULT, hint: "机构要在期限内启动法律追偿" },
          ]}
          onChange={(outcome) => change({ outcome })}
          error={at("outcome")}
        />
        {planned ? <PlanFields plan={form.plan} errors={act.errors} onChange={(plan) => change({ plan })} /> : null}
        <View className="mt">
          <Button id="coordinate-check" onTap={() => setAsking(act.check(faultsOf(form)))}>
            核对后登记
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对协调会结果" action="登记" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Checked form={form} />
      </Confirm>
    </Section>
  );
}
