/** The net loss, confirmed to the fen; the office and finance look at it afterwards. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { confirmLoss } from "../../../../shared/process/write-off";
import { call } from "../../api";
import { typedFen } from "../../case/file/file-of";
import { PaidMeter } from "../../case/file/recovery";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import type { OnDesk } from "../desk";

const MISSING = [["amount", "还没有填净损失。"]] as const;

export function LossForm({ view, file, by, onDone }: OnDesk) {
  const figures = view.file?.recovery?.figures;
  const [form, change, clear] = useKept(`loss.${view.id}`, { amount: figures?.out ?? "" });
  const [asking, setAsking] = useState(false);
  const { recovery } = schemeOf(view.scheme.id);
  const amount = typedFen(form.amount);
  const ruled = confirmLoss(recovery, file, amount, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: unreadOf(form, ["amount"]), ruled });
  const approvals = recovery.writeOff.approvals.map((kind) => partyName(kind)).join("、");
  const send = async () => {
    const done = await act.run(() => call("confirmLoss", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`净损失已确认，等${approvals}审核`);
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="loss-form">
        <PaidMeter figures={figures} writtenOff={undefined} />
        <View className="mt">
          <AmountField
            name="amount"
            label="净损失"
            hint={`已${payTerm()}减去已返还，一分不差；之后又收回钱的要重新确认`}
            value={form.amount}
            onChange={(next) => change({ amount: next })}
            error={at("amount")}
          />
        </View>
        <View className="mt">
          <Button id="loss-check" onTap={() => setAsking(check())}>
            核对净损失
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对净损失" action="确认净损失" busyText="正在确认…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="净损失" num>{`${yuanText(amount)} 元`}</Row>
        <View className="small muted">
          <Cited article={recovery.writeOff.cites.article}>{`确认后由${approvals}审核，都同意才核销。核销不免除企业的债务。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}
