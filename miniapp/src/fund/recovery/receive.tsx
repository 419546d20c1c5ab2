/** Money that the institution says it has returned: the office confirms it once it is seen on the account, and then it is booked. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { RecoveryView } from "../../case/file/file-of";
import { bothAmounts } from "../../money/both-amounts";
import { backIn } from "../../money/money-place";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { useAct } from "../../use-act";
import { dayText } from "../../words/time";

type Receipt = RecoveryView["receipts"][number];

const Facts = ({ receipt }: { receipt: Receipt }) => (
  <>
    <Row label="应返还" num>{`${yuanText(receipt.due)} 元`}</Row>
    {receipt.declared ? (
      <>
        <Row label="机构登记已转" num>
          {bothAmounts(receipt.declared.amount) ?? ""}
        </Row>
        <Row label="转出日期">{dayText(receipt.declared.on)}</Row>
        <Row label="转账凭证号">{receipt.declared.voucherNo}</Row>
      </>
    ) : null}
  </>
);

interface ReceiveProps {
  view: CaseView;
  recovery: RecoveryView;
  onMoved: () => unknown;
}

export function ReceiveReturns({ view, recovery, onMoved }: ReceiveProps) {
  const [asking, setAsking] = useState<Receipt | null>(null);
  const act = useAct();
  const to = backIn(view.scheme.id);
  const waiting = recovery.receipts.filter((receipt) => receipt.declared && !receipt.returned);
  const receive = async (receipt: Receipt) => {
    const moved = await act.run(() => call("receiveReturn", { params: { caseId: view.id }, body: { receiptNo: receipt.id } }));
    setAsking(null);
    if (!moved) return;
    toast(`已入账 ${yuanText(moved.returned)} 元`);
    await onMoved();
  };
  return (
    <Section title="确认返还到账" aside={`${waiting.length} 笔`}>
      <ErrorSummary errors={act.errors} title="没有入账" />
      {waiting.map((receipt) => (
        <Card key={receipt.id} id={`return-${receipt.id}`}>
          <View className="strong">{`${view.file?.claim?.payee.name ?? "机构"}返还（流水号 ${receipt.id}）`}</View>
          <Facts receipt={receipt} />
          <View className="mt">
            <Button id={`receive-${receipt.id}`} onTap={() => setAsking(receipt)}>
              {`在${to}看到后，核对入账`}
            </Button>
          </View>
        </Card>
      ))}
      <Confirm
        open={asking !== null}
        title="确认返还款到账"
        action={`已到${to}，入账`}
        busyText="正在入账…"
        onConfirm={() => (asking ? receive(asking) : undefined)}
        onClose={() => setAsking(null)}
      >
        {asking ? <Facts receipt={asking} /> : null}
        <View className="small muted">{`请先在${to}的流水里看到这笔钱。入账后不能修改，错了只能冲正。`}</View>
      </Confirm>
    </Section>
  );
}
