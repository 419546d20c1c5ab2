/** Answering an institution's question. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";

interface AnswerFormProps {
  caseId: string;
  lead: CaseView["leads"][number];
  /** The institution waits for a word. */
  waiting: boolean;
  onAnswered: () => unknown;
}

export function AnswerForm({ caseId, lead, waiting, onAnswered }: AnswerFormProps) {
  const [open, setOpen] = useState(waiting);
  const [answer, setAnswer] = useState("");
  const name = `answer.${lead.id}`;
  const act = useAct((field) => (field === "answer" ? name : field));
  const send = async () => {
    if (!act.check(needed(answer, name, "还没有写回答。"))) return;
    const moved = await act.run(() => call("answerLead", { params: { caseId, leadId: lead.id }, body: { answer } }));
    if (!moved) return;
    setAnswer("");
    setOpen(false);
    toast("已回答");
    await onAnswered();
  };
  if (!open)
    return (
      <Button kind="plain" inline onTap={() => setOpen(true)}>
        再补充一句
      </Button>
    );
  return (
    <View className="mt">
      <ErrorSummary errors={act.errors} />
      <Field name={name} label={`回答${lead.org.name}`} area maxLength={1000} value={answer} onChange={setAnswer} error={errorAt(act.errors, name)} />
      <View className="mt">
        <Button id={`send-answer-${lead.id}`} onTap={send} busyText="正在发送…">
          发送回答
        </Button>
      </View>
    </View>
  );
}
