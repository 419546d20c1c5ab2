/** The fund's part sent back: which receipt, how much, when, by which voucher; the office then looks for it on the account. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { LocalDate } from "../../../../shared/local-date";
import { ZERO } from "../../../../shared/money";
import { declareReturn } from "../../../../shared/process/recovery-return";
import { call } from "../../api";
import { dueWords, today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import type { ReceiptView } from "../../case/file/receipts";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { receiver } from "../../doer";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

const MISSING = [
  ["receiptNo", "还没有选是哪一笔收款。"],
  ["amount", "还没有填返还金额。"],
  ["on", "还没有选转出日期。"],
  ["voucherNo", "还没有填凭证号。请填转账回单上的编号。"],
] as const;

const fieldOf = (field: string) => (field === "receiptId" ? "receiptNo" : field);

const hintOf = (receipt: ReceiptView): string =>
  [
    `应返还 ${yuanText(receipt.due)} 元`,
    receipt.dueOn ? dueWords(receipt.dueOn.on).says : "",
    receipt.declared ? `已登记转出 ${yuanText(receipt.declared.amount)} 元，还没有确认到账；登记错了可以重新登记` : "",
  ]
    .filter(Boolean)
    .join("，");

export function ReturnForm({ view, file, by, onDone }: OnDesk) {
  const open = (view.file?.recovery?.receipts ?? []).filter((receipt) => !receipt.returned && typedFen(receipt.due) > ZERO);
  const first = open.find((receipt) => !receipt.declared) ?? open[0];
  const start = { receiptNo: first?.id ?? "", amount: first?.due ?? "", on: today() as string, voucherNo: "" };
  const [form, change, clear] = useKept(`return.${view.id}.${first?.id ?? ""}`, start);
  const [asking, setAsking] = useState(false);
  const { recovery } = schemeOf(view.scheme.id);
  const sent = { receiptId: form.receiptNo, amount: typedFen(form.amount), on: form.on as LocalDate, voucherNo: form.voucherNo };
  const ruled = declareReturn(recovery, file, sent, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: unreadOf(form, ["amount"]), ruled }, fieldOf);
  const send = async () => {
    const done = await act.run(() => call("declareReturn", { params: { caseId: view.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`返还已登记，等${receiver(view.scheme.id)}确认到账`);
  };
  if (!open.length) return <Banner title="没有待返还的收款">登记收款后，应返还的部分会出现在这里。</Banner>;
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="return-form">
        <ChoiceField
          name="receiptNo"
          label="哪一笔收款"
          value={form.receiptNo}
          options={open.map((receipt) => ({
            value: receipt.id,
            label: `${dayText(receipt.receivedOn)}收回 ${yuanText(receipt.amount)} 元（${receipt.id}）`,
            hint: hintOf(receipt),
          }))}
          onChange={(receiptNo) => change({ receiptNo, amount: open.find((receipt) => receipt.id === receiptNo)?.due ?? form.amount })}
          error={at("receiptNo")}
        />
        <AmountField name="amount" label="返还金额" value={form.amount} onChange={(amount) => change({ amount })} error={at("amount")} />
        <DateField name="on" label="转出日期" max={by.on} value={form.on} onChange={(on) => change({ on })} error={at("on")} />
        <Field
          name="voucherNo"
          label="凭证号"
          hint="转账回单上的编号"
          maxLength={60}
          value={form.voucherNo}
          onChange={(voucherNo) => change({ voucherNo })}
          error={at("voucherNo")}
        />
        <View className="mt">
          <Button id="return-check" onTap={() => setAsking(check())}>
            核对返还
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对返还" action="登记返还" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="收款">{form.receiptNo}</Row>
        <Row label="返还金额" num>{`${yuanText(sent.amount)} 元`}</Row>
        <Row label="转出日期">{dayText(form.on)}</Row>
        <Row label="凭证号">{form.voucherNo}</Row>
        <View className="small muted">
          <Cited article={recovery.returns.cites.article}>{`${receiver(view.scheme.id)}看到这笔钱到账后确认入账。`}</Cited>
        </View>
      </Confirm>
    </>
  );
}
