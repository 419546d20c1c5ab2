/** That the law has come to its end, by one of the proofs that the document accepts. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { LocalDate } from "../../../../shared/local-date";
import { endLegal } from "../../../../shared/process/write-off";
import { call } from "../../api";
import { emptyOf, useJudged } from "../../case/file/use-judged";
import { PaperBox } from "../../case/paper-box";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { PROOF_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["proof", "还没有选终结的方式。"],
  ["on", "还没有选终结日期。"],
  ["documentNo", "还没有填文书号。请填裁定书或批准文件上的编号。"],
] as const;

export function EndForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`end.${view.id}`, { proof: "", on: "", documentNo: "" });
  const [asking, setAsking] = useState(false);
  const { recovery } = schemeOf(view.scheme.id);
  const ruled = endLegal(recovery, file, { ...form, on: form.on as LocalDate }, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: [], ruled });
  const proofs = view.file?.recovery?.proofs ?? [];
  const send = async () => {
    const done = await act.run(() => call("endLegal", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone("法律程序终结已登记，还没有收回的可以确认损失");
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="end-form">
        <ChoiceField
          name="proof"
          label="怎样终结"
          value={form.proof}
          options={proofs.map((proof) => ({ value: proof, label: PROOF_WORDS[proof] ?? proof }))}
          onChange={(proof) => change({ proof })}
          error={at("proof")}
        />
        <DateField
          name="on"
          label="终结日期"
          min={file.recovery?.legal?.on}
          max={by.on}
          value={form.on}
          onChange={(on) => change({ on })}
          error={at("on")}
        />
        <Field
          name="documentNo"
          label="文书号"
          hint="裁定书或批准文件的编号"
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={at("documentNo")}
        />
        <PaperBox view={view} kind="legal_proof" says="裁定书或批准文件" optional onDone={() => onDone("")} />
        <View className="mt">
          <Button id="end-check" onTap={() => setAsking(check())}>
            核对终结
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对法律程序终结" action="登记终结" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="方式">{PROOF_WORDS[form.proof] ?? ""}</Row>
        <Row label="终结日期">{dayText(form.on)}</Row>
        <Row label="文书号">{form.documentNo}</Row>
        <View className="small muted">
          <Cited article={recovery.writeOff.cites.article}>{`终结以后收回的钱仍要返还资金。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}
