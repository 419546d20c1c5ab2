/** Another value of one number: what is in force, the new value in its own form, from when, why, on which paper; and what would have been otherwise. */
import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { addDays } from "../../../../shared/local-date";
import { readingOf, valueOn } from "../../../../shared/rule/parameter";
import { readTyped, type Typed, typedOf } from "../../../../shared/rule/typed-value";
import { shapeOf } from "../../../../shared/rule/value-shape";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt, ruleErrors } from "../../failure";
import { valueText } from "../../pages/policy/value-text";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { Empty } from "../../ui/states";
import { needed, useAct } from "../../use-act";
import { dayText } from "../../words/time";
import { nowText, numberOf, paperAsked } from "./number";
import { inPercent, inRatios } from "./percents";
import { Preview } from "./preview";
import { ValueFields } from "./value-fields";

export function Propose({ name, role }: { name: string; role: Membership }) {
  const scheme = schemeOf(role.schemeId);
  const parameter = numberOf(scheme, name);
  if (!parameter)
    return (
      <Page title="提议改变">
        <Empty title="没有这个数值">可能文件已经更新，请从政策条文里重新选择。</Empty>
      </Page>
    );
  return <Form name={name} role={role} />;
}

function Form({ name, role }: { name: string; role: Membership }) {
  const scheme = schemeOf(role.schemeId);
  const parameter = numberOf(scheme, name) as NonNullable<ReturnType<typeof numberOf>>;
  const shape = shapeOf(parameter);
  const now = valueOn(parameter, today());
  const [typed, setTyped] = useState<Typed>(() => inPercent(shape, typedOf(shape, now.ok ? now.value : parameter.versions[0]?.value)));
  const [from, setFrom] = useState<string>(addDays(today(), 1));
  const [reason, setReason] = useState("");
  const [documentNo, setDocumentNo] = useState("");
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const at = (field: string) => errorAt(act.errors, field);
  const given = inRatios(shape, typed);
  const read = readTyped(shape, given);
  const paper = paperAsked(scheme, name);
  const told = nowText(parameter, scheme);
  const used = (now.ok ? readingOf(parameter, now.value) : undefined) ?? parameter.reading?.chosen;
  const valueOk = () => act.check(read.ok ? [] : ruleErrors(read.refusals));
  const ask = () => {
    const faults = [...(read.ok ? [] : ruleErrors(read.refusals)), ...needed(reason, "reason", "还没有填理由。")];
    if (act.check(faults)) setAsking(true);
  };
  const propose = async () => {
    const body = { key: name, value: given as never, from, reason: reason.trim(), ...(documentNo.trim() ? { documentNo: documentNo.trim() } : {}) };
    const made = await act.run(() => call("proposeAmendment", { body }));
    setAsking(false);
    if (made) void Taro.redirectTo({ url: `/office/amendments/index?id=${encodeURIComponent(made.id)}` });
  };
  return (
    <Page
      title="提议改变"
      lead={parameter.says}
      bar={
        <Button id="propose" onTap={ask}>
          提出，请另一人同意
        </Button>
      }
    >
      <ErrorSummary errors={act.errors} />
      <Card>
        <Row label="现在" cites={parameter.cites.article}>
          {told}
        </Row>
        {used && used !== told ? <Row label="采用的理解">{used}</Row> : null}
      </Card>
      <Section title="改成什么">
        <Card>
          <ValueFields {...{ parameter, scheme, shape, typed, at }} onChange={setTyped} />
          <DateField
            name="from"
            label="从哪一天起"
            hint="最早从明天起；还没有设定过的、别处公布的数值可以从以前的日子起"
            value={from}
            onChange={setFrom}
            error={at("from")}
          />
          <Field name="reason" label="理由" area maxLength={500} value={reason} onChange={setReason} error={at("reason")} />
          <Field
            name="documentNo"
            label={paper?.label ?? "文号"}
            optional={!paper}
            hint={paper ? `依据：${paper.article}` : undefined}
            maxLength={80}
            value={documentNo}
            onChange={setDocumentNo}
            error={at("documentNo")}
          />
        </Card>
      </Section>
      <Preview name={name} typed={given} ready={valueOk} />
      <Confirm open={asking} title="提出这项改变" action="提出" busyText="正在提出" onConfirm={propose} onClose={() => setAsking(false)}>
        <View>{`${parameter.says}：改为${read.ok ? valueText(parameter, read.value, scheme) : ""}，${dayText(from)}起。`}</View>
        <View className="mt">提出以后不能更改。另一人同意以后，从这一天起按新的办；以前的决定不变。</View>
      </Confirm>
    </Page>
  );
}
