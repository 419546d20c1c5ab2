/** Questions of institutions to the firm: each talk with a box for the answer; what was begun stays on this device. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { call } from "../api";
import { errorAt } from "../failure";
import { Button } from "../ui/button";
import { Card, Section } from "../ui/card";
import { ErrorSummary } from "../ui/errors";
import { Field } from "../ui/field";
import { Tag } from "../ui/tag";
import { toast } from "../ui/toast";
import { needed, useAct } from "../use-act";
import { useKept } from "../use-kept";
import { momentText } from "../words/time";

type Lead = CaseView["leads"][number];

const live = (lead: Lead) => lead.status === "open" || lead.status === "offered";
/** The institution spoke last. */
const waits = (lead: Lead) => lead.talk[lead.talk.length - 1]?.from === lead.org.name;

function AnswerBox({ view, lead, onDone }: { view: CaseView; lead: Lead; onDone: () => unknown }) {
  const [form, change, clear] = useKept(`answer.${lead.id}`, { answer: "" });
  const act = useAct((field) => (field === "answer" ? `answer-${lead.id}` : undefined));
  const name = `answer-${lead.id}`;
  const send = async () => {
    if (!act.check(needed(form.answer, name, "还没有写回答。请写清楚机构问的事。"))) return;
    const sent = await act.run(() => call("answerLead", { params: { caseId: view.id, leadId: lead.id }, body: form }));
    if (!sent) return;
    clear();
    toast(`已回答${lead.org.name}`);
    await onDone();
  };
  return (
    <Card id={`questions-${lead.id}`}>
      <View className="lrow-top">
        <View className="strong">{lead.org.name}</View>
        {waits(lead) ? <Tag tone="todo">等您回答</Tag> : <Tag tone="done">已回答</Tag>}
      </View>
      {lead.talk.map((line) => (
        <View className="ref" key={`${line.at}${line.from}`}>
          <View className="small muted">{`${line.from} · ${momentText(line.at)}`}</View>
          <View>{line.text}</View>
        </View>
      ))}
      <View className="mt">
        <ErrorSummary errors={act.errors} />
        <Field
          name={name}
          label={waits(lead) ? "您的回答" : "还要补充"}
          hint="其他机构看不到"
          area
          maxLength={1000}
          value={form.answer}
          onChange={(answer) => change({ answer })}
          error={errorAt(act.errors, name)}
        />
        <View className="mt">
          <Button id={`send-answer-${lead.id}`} kind={waits(lead) ? "primary" : "secondary"} onTap={send} busyText="正在发出…">
            发出回答
          </Button>
        </View>
      </View>
    </Card>
  );
}

/** Nothing where nobody asked, or where the viewer is not the one to answer. */
export function Questions({ view, onDone }: { view: CaseView; onDone: () => unknown }) {
  const asked = view.leads.filter((lead) => live(lead) && lead.talk.length > 0);
  if (!view.actions.includes("answerLead") || !asked.length) return null;
  const open = asked.filter(waits).length;
  return (
    <Section title="机构的提问" aside={open ? `${open} 家等回答` : "都已回答"}>
      {asked.map((lead) => (
        <AnswerBox key={lead.id} view={view} lead={lead} onDone={onDone} />
      ))}
    </Section>
  );
}
