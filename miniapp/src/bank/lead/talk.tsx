/** Questions of the institution and the answers to them. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { momentText } from "../../words/time";
import type { Lead } from "../lead-of";

export const Talk = ({ lead }: { lead: Lead }) =>
  lead.talk.length ? (
    <Section title="提问和回答" aside={`${lead.talk.length} 条`}>
      <Card id="talk">
        {lead.talk.map((line) => (
          <View className="ref" key={`${line.at}${line.from}`}>
            <View className="small muted">{`${line.from} · ${momentText(line.at)}`}</View>
            <View>{line.text}</View>
          </View>
        ))}
      </Card>
    </Section>
  ) : null;

export function AskForm({ view, lead, onDone }: { view: CaseView; lead: Lead; onDone: () => unknown }) {
  const [form, change, clear] = useKept(`ask.${lead.id}`, { question: "" });
  const act = useAct();
  const send = async () => {
    if (!act.check(needed(form.question, "question", "还没有写问题。请写清楚想了解什么。"))) return;
    const done = await act.run(() => call("askLead", { params: { caseId: view.id, leadId: lead.id }, body: form }));
    if (!done) return;
    clear();
    toast("问题已发出，回答后会通知您");
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="ask">
        <Field
          name="question"
          label="问题"
          hint={`企业和${partyName("office")}会看到，由他们回答；提问不影响之后报价或婉拒`}
          area
          maxLength={1000}
          value={form.question}
          onChange={(question) => change({ question })}
          error={errorAt(act.errors, "question")}
        />
        <View className="mt">
          <Button id="ask-send" onTap={send} busyText="正在发出…">
            发出提问
          </Button>
        </View>
      </Card>
    </>
  );
}
