/** That the law was started: when, where, under which number. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { LocalDate } from "../../../../shared/local-date";
import { startLegal } from "../../../../shared/process/recovery";
import { call } from "../../api";
import { emptyOf, useJudged } from "../../case/file/use-judged";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["on", "还没有选启动日期。"],
  ["court", "还没有填法院。"],
  ["caseNo", "还没有填案号。请填立案通知书上的编号。"],
] as const;

export function LegalForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`legal.${view.id}`, { on: "", court: "", caseNo: "" });
  const [asking, setAsking] = useState(false);
  const { recovery } = schemeOf(view.scheme.id);
  const ruled = startLegal(recovery, file, { ...form, on: form.on as LocalDate }, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: [], ruled });
  const send = async () => {
    const done = await act.run(() => call("startLegal", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone("法律追偿已登记");
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="legal">
        <DateField
          name="on"
          label="启动日期"
          hint="起诉、申请仲裁或支付令受理的日子"
          min={file.recovery?.openedOn}
          max={by.on}
          value={form.on}
          onChange={(on) => change({ on })}
          error={at("on")}
        />
        <Field name="court" label="法院" maxLength={80} value={form.court} onChange={(court) => change({ court })} error={at("court")} />
        <Field name="caseNo" label="案号" maxLength={60} value={form.caseNo} onChange={(caseNo) => change({ caseNo })} error={at("caseNo")} />
        <View className="mt">
          <Button id="legal-check" onTap={() => setAsking(check())}>
            核对法律追偿
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对法律追偿" action="登记法律追偿" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="启动日期">{dayText(form.on)}</Row>
        <Row label="法院">{form.court}</Row>
        <Row label="案号">{form.caseNo}</Row>
        <View className="small muted">
          <Cited article={recovery.legal.cites.article}>{`登记后不能更改。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}
