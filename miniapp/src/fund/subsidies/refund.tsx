/** Subsidy that came back after the insurer refunded premium: confirmed once it is on the account. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { errorAt } from "../../failure";
import { bothAmounts } from "../../money/both-amounts";
import { Button } from "../../ui/button";
import { Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Confirm } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";

type Subsidy = Answer<"listSubsidies">["subsidies"][number];

export function ReceiveRefund({ subsidy, onMoved }: { subsidy: Subsidy; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`refund.${subsidy.id}`, { amount: subsidy.back, documentNo: "" });
  const [asking, setAsking] = useState(false);
  const at = (field: string) => `${subsidy.id}.${field}`;
  const act = useAct(at);
  const check = () =>
    setAsking(
      act.check([
        ...(bothAmounts(form.amount) ? [] : [{ field: at("amount"), message: "金额没有看懂。请填以元为单位的数字。" }]),
        ...needed(form.documentNo, at("documentNo"), "还没有填银行回单号。"),
      ]),
    );
  const send = async () => {
    const done = await act.run(() => call("receiveRefund", { params: { subsidyId: subsidy.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    toast("已入账");
    await onMoved();
  };
  return (
    <Fold id={`refund-${subsidy.id}`} label="确认收回的补贴已到专户">
      <ErrorSummary errors={act.errors} title="没有入账" />
      <AmountField
        name={at("amount")}
        label="到账金额"
        value={form.amount}
        onChange={(amount) => change({ amount })}
        error={errorAt(act.errors, at("amount"))}
      />
      <Field
        name={at("documentNo")}
        label="银行回单号"
        maxLength={60}
        value={form.documentNo}
        onChange={(documentNo) => change({ documentNo })}
        error={errorAt(act.errors, at("documentNo"))}
      />
      <View className="mt">
        <Button id={`receive-${subsidy.id}`} onTap={check}>
          核对后入账
        </Button>
      </View>
      <Confirm open={asking} title="收回的补贴到账" action="已到专户，入账" busyText="正在入账…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{subsidy.enterprise}</Row>
        <Row label="到账金额" num>
          {bothAmounts(form.amount) ?? ""}
        </Row>
        <Row label="银行回单号">{form.documentNo}</Row>
        <View className="small muted">退费由保险公司登记，到账由本单位确认，两人办理。入账后不能修改。</View>
      </Confirm>
    </Fold>
  );
}
