/** 联席会议: what was decided, and the form by which the convenor enters a decision. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { Answer } from "../../api";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { useGuard } from "../../guard";
import { Article } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChecksField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { DateField, PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

type Decisions = Answer<"listDecisions">;
type Org = Answer<"listOrganisations">["organisations"][number];
const EMPTY = { topic: "", documentNo: "", subject: "", says: "" };

function DecisionForm({ data, orgs, onRecorded }: { data: Decisions; orgs: readonly Org[]; onRecorded: () => unknown }) {
  const seated = orgs.filter((org) => data.members.some(({ kind, name }) => kind === org.kind && name === org.name));
  const [form, setForm] = useState({ ...EMPTY, decidedOn: today() as string, from: today() as string });
  const [roster, setRoster] = useState<string[]>(() => seated.map((org) => org.orgId));
  const act = useAct();
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const record = async () => {
    const faults = [
      ...needed(form.topic, "topic", "还没有选议题。"),
      ...needed(form.documentNo, "documentNo", "还没有填文号。请填写会议决定的文号。"),
      ...needed(form.says, "says", "还没有写决定的内容。"),
    ];
    if (!act.check(faults)) return;
    const done = await act.run(() => call("recordDecision", { body: { ...form, roster } }));
    if (!done) return;
    setForm((now) => ({ ...now, ...EMPTY }));
    toast("已登记");
    await onRecorded();
  };
  return (
    <Section title="登记一项决定">
      <ErrorSummary errors={act.errors} />
      <Card id="decision-form">
        <PickerField
          name="topic"
          label="议题"
          value={form.topic}
          options={data.topics.map(({ id, says }) => ({ value: id, label: says }))}
          onChange={(topic) => change({ topic })}
          error={errorAt(act.errors, "topic")}
        />
        <Field
          name="documentNo"
          label="文号"
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={errorAt(act.errors, "documentNo")}
        />
        <DateField
          name="decidedOn"
          label="决定日期"
          max={today()}
          value={form.decidedOn}
          onChange={(decidedOn) => change({ decidedOn })}
          error={errorAt(act.errors, "decidedOn")}
        />
        <DateField name="from" label="从哪天起执行" value={form.from} onChange={(from) => change({ from })} error={errorAt(act.errors, "from")} />
        <Field
          name="subject"
          label="所涉对象"
          optional
          maxLength={200}
          value={form.subject}
          onChange={(subject) => change({ subject })}
          error={errorAt(act.errors, "subject")}
        />
        <Field
          name="says"
          label="决定的内容"
          area
          maxLength={2000}
          value={form.says}
          onChange={(says) => change({ says })}
          error={errorAt(act.errors, "says")}
        />
        <ChecksField
          name="roster"
          label="参加单位"
          hint="文件列明的成员单位都要参加"
          values={roster}
          options={orgs.map((org) => ({ value: org.orgId, label: org.name }))}
          onChange={setRoster}
          error={errorAt(act.errors, "roster")}
        />
        <View className="mt">
          <Button id="record-decision" onTap={record} busyText="正在登记…">
            登记
          </Button>
        </View>
      </Card>
    </Section>
  );
}

const AUTHORITIES = ["office", "finance", "government", "department", "township", "regulator"];

export default function Conference() {
  const now = useGuard();
  const load = useLoad(
    () =>
      now
        ? Promise.all([call("listDecisions", { query: {} }), call("listOrganisations", { query: {} })]).then(([data, { organisations }]) => ({
            data,
            orgs: organisations.filter((org) => AUTHORITIES.includes(org.kind) && org.status === "active"),
          }))
        : null,
    [now?.actingAs],
  );
  if (!now) return null;
  return (
    <Page title="联席会议" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={({ data }) => data.topics.length === 0} none={<Empty title="没有联席会议">本区的文件没有设联席会议。</Empty>}>
        {({ data, orgs }) => (
          <>
            <Section title="已登记的决定" aside={`${data.decisions.length} 项`}>
              {data.decisions.map((one) => (
                <Card key={one.id}>
                  <View className="h2">{one.topicSays}</View>
                  <Row label="文号">{one.documentNo}</Row>
                  <Row label="决定日期">{dayText(one.decidedOn)}</Row>
                  <Row label="执行日期">{dayText(one.from)}</Row>
                  {one.subject ? <Row label="所涉对象">{one.subject}</Row> : null}
                  <Row label="内容">{one.says}</Row>
                  <Row label="参加单位">{one.present.join("、")}</Row>
                  <Article article={one.article} />
                </Card>
              ))}
              {data.decisions.length ? null : <View className="muted">还没有登记决定。</View>}
            </Section>
            <DecisionForm data={data} orgs={orgs} onRecorded={load.refresh} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
