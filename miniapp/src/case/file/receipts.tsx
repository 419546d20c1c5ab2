/** Each receipt of the recovery: what came in, what of it is the fund's, by when that goes back, and whether it did. */
import { View } from "@tarojs/components";
import { Card, Row } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { yuanText } from "../../ui/money-text";
import { Tag, type Tone } from "../../ui/tag";
import { COST_WORDS, PARTY_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";
import { dueWords } from "../due";
import { DueFold } from "../due-fold";
import type { RecoveryView } from "./file-of";

export type ReceiptView = RecoveryView["receipts"][number];

const owes = (receipt: ReceiptView) => /[1-9]/.test(receipt.due);

function receiptState(receipt: ReceiptView): { says: string; tone: Tone } {
  if (receipt.returned) return { says: "已返还到账", tone: "done" };
  if (receipt.declared) return { says: "已转出，等确认到账", tone: "todo" };
  if (!owes(receipt)) return { says: "不用返还", tone: "plain" };
  return receipt.dueOn && dueWords(receipt.dueOn.on).late ? { says: "返还已逾期", tone: "bad" } : { says: "待返还", tone: "warn" };
}

const OneReceipt = ({ receipt }: { receipt: ReceiptView }) => {
  const state = receiptState(receipt);
  const { declared, returned, dueOn } = receipt;
  return (
    <Card id={`receipt-${receipt.id}`}>
      <View className="lrow-top">
        <View className="strong">{`${dayText(receipt.receivedOn)}收回`}</View>
        <Tag tone={state.tone}>{state.says}</Tag>
      </View>
      <View className="small muted">{`流水号 ${receipt.id}`}</View>
      <Row label="收回金额" num>{`${yuanText(receipt.amount)} 元`}</Row>
      {/[1-9]/.test(receipt.costs) ? <Row label="追偿费用" num>{`${yuanText(receipt.costs)} 元`}</Row> : null}
      {receipt.costItems?.map(({ kind, amount, voucherNo }) => (
        <Row key={kind} label={COST_WORDS[kind] ?? kind} num>{`${yuanText(amount)} 元（凭证 ${voucherNo}）`}</Row>
      ))}
      <Row label="其中返还资金" num>{`${yuanText(receipt.due)} 元`}</Row>
      {receipt.parts ? (
        <Fold id={`parts-${receipt.id}`} label="各方各得多少">
          {receipt.parts.flatMap((part) => [
            <Row key={part.party} label={PARTY_WORDS[part.party] ?? part.party} num>{`${yuanText(part.amount)} 元`}</Row>,
            ...(part.inner ?? []).map((inside) => (
              <Row key={`${part.party}.${inside.party}`} label={`其中${PARTY_WORDS[inside.party] ?? inside.party}`} num>
                {`${yuanText(inside.amount)} 元`}
              </Row>
            )),
          ])}
        </Fold>
      ) : null}
      {dueOn && !returned && owes(receipt) ? (
        <>
          <Row label="返还期限">{dueWords(dueOn.on).says}</Row>
          <DueFold due={dueOn} />
        </>
      ) : null}
      {declared ? (
        <Row label="机构登记返还" num>{`${yuanText(declared.amount)} 元（${dayText(declared.on)}，凭证 ${declared.voucherNo}）`}</Row>
      ) : null}
      {returned ? <Row label="确认到账" num>{`${yuanText(returned.amount)} 元（${dayText(returned.on)}）`}</Row> : null}
    </Card>
  );
};

/** What is still open first; what is done is folded away. */
export function Receipts({ recovery }: { recovery: RecoveryView }) {
  const open = recovery.receipts.filter((receipt) => !receipt.returned && owes(receipt));
  const done = recovery.receipts.filter((receipt) => receipt.returned || !owes(receipt));
  return (
    <View className="mt">
      {open.map((receipt) => (
        <OneReceipt key={receipt.id} receipt={receipt} />
      ))}
      {done.length ? (
        <Fold id="receipts-done" label={`已办完的收款（${done.length} 笔）`} open={!open.length && done.length === 1}>
          {done.map((receipt) => (
            <OneReceipt key={receipt.id} receipt={receipt} />
          ))}
        </Fold>
      ) : null}
    </View>
  );
}
