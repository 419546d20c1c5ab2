/** Money that came back from the debtor, with the fund's part and its last day told before it is recorded. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { dueOn } from "../../../../shared/calendar/deadline";
import { stateCouncil } from "../../../../shared/calendar/working-day";
import { type LocalDate, parseDate } from "../../../../shared/local-date";
import { minus, yuan } from "../../../../shared/money";
import { recover } from "../../../../shared/process/recovery";
import { valueOn } from "../../../../shared/rule/parameter";
import { call } from "../../api";
import { type Due, dueWords, today } from "../../case/due";
import { DueFold } from "../../case/due-fold";
import { typedFen } from "../../case/file/file-of";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { useKept } from "../../use-kept";
import { PARTY_WORDS } from "../../words/recovery";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";
import { CostItems, costItemsOf, readCosts, sumOfCosts, type TypedCosts } from "./cost-items";

const MISSING = [
  ["receiptNo", "还没有填收款流水号。"],
  ["receivedOn", "还没有选收到日期。"],
  ["amount", "还没有填收回金额。"],
  ["costs", "还没有填追偿费用。没有就填 0。"],
] as const;

const fieldOf = (field: string) => (field === "id" ? "receiptNo" : field);

/** By when the fund's part has to be back; undefined where the document sets no day. */
function backBy(schemeId: string, receivedOn: string): Due | undefined {
  const { within } = schemeOf(schemeId).recovery.returns;
  const day = parseDate(receivedOn);
  if (!within || !day.ok) return undefined;
  const { date, provisional, explained } = dueOn(within, day.value, stateCouncil());
  return { on: date, says: within.says, article: within.cites.article, provisional, explained: [...explained] };
}

export function ReceiptForm({ view, file, by, onDone }: OnDesk) {
  const [form, change, clear] = useKept(`receipt.${view.id}`, {
    receiptNo: "",
    receivedOn: today() as string,
    amount: "",
    costs: "",
    source: "",
    items: {} as TypedCosts,
  });
  const [asking, setAsking] = useState(false);
  const { returns } = schemeOf(view.scheme.id).recovery;
  const { items, ...plain } = form;
  const amount = typedFen(form.amount);
  const asked = returns.costs ? valueOn(returns.costs, by.on) : undefined;
  const kinds = asked?.ok ? asked.value : undefined;
  const costItems = readCosts(items, kinds ?? []);
  const costs = kinds ? sumOfCosts(costItems) : typedFen(form.costs);
  const source = returns.sources && form.source ? { source: form.source } : {};
  const money = { id: form.receiptNo.trim(), receivedOn: form.receivedOn as LocalDate, amount, costs, costItems, ...source };
  const typed = kinds ? { ...plain, costs: yuan(costs) } : plain;
  const ruled = recover(schemeOf(view.scheme.id).recovery, file, money, by);
  const [event] = ruled.ok ? ruled.value : [];
  const receipt = event?.type === "money_recovered" ? event.receipt : undefined;
  const part = receipt?.due;
  const { act, at, check } = useJudged(typed, { empty: emptyOf(typed, MISSING), unread: unreadOf(typed, ["amount", "costs"]), ruled }, fieldOf);
  const due = backBy(view.scheme.id, form.receivedOn);
  const body = {
    receiptNo: form.receiptNo,
    receivedOn: form.receivedOn,
    amount: form.amount,
    costs: typed.costs,
    ...(kinds ? { costItems: costItemsOf(items, kinds) } : {}),
    ...source,
  };
  const send = async () => {
    const done = await act.run(() => call("recordRecovery", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`收款已登记，其中 ${yuanText(done.due)} 元请${done.dueOn ? `在${dayText(done.dueOn)}前` : "及时"}返还`);
  };
  const parts = part === undefined ? null : { fund: `${yuanText(part)} 元`, own: `${yuanText(minus(amount, part))} 元` };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="receipt-form">
        <Field
          name="receiptNo"
          label="收款流水号"
          hint="本机构系统里的编号，同一笔不会登记两次"
          maxLength={60}
          value={form.receiptNo}
          onChange={(receiptNo) => change({ receiptNo })}
          error={at("receiptNo")}
        />
        <DateField
          name="receivedOn"
          label="收到日期"
          min={file.claim?.paid?.on}
          max={by.on}
          value={form.receivedOn}
          onChange={(receivedOn) => change({ receivedOn })}
          error={at("receivedOn")}
        />
        <AmountField
          name="amount"
          label="收回金额"
          hint="从企业收回的全额"
          value={form.amount}
          onChange={(next) => change({ amount: next })}
          error={at("amount")}
        />
        {returns.sources ? (
          <ChoiceField
            name="source"
            label="钱从哪里来"
            value={form.source}
            options={returns.sources.map(({ id, says }) => ({ value: id, label: says }))}
            onChange={(next) => change({ source: next })}
            error={at("source")}
          />
        ) : null}
        {kinds ? (
          <CostItems kinds={kinds} typed={items} onChange={(next) => change({ items: next })} error={at("costs")} />
        ) : (
          <AmountField
            name="costs"
            label="追偿费用"
            hint="诉讼、执行等费用；没有就填 0"
            value={form.costs}
            onChange={(next) => change({ costs: next })}
            error={at("costs")}
          />
        )}
        {parts ? (
          <View id="fund-part" className="mt">
            <Banner title={`其中返还资金 ${parts.fund}`}>
              <View>
                <Cited article={returns.cites.article}>
                  {receipt?.parts
                    ? `扣除费用后各得：${receipt.parts.map(({ party, amount: own }) => `${PARTY_WORDS[party] ?? party} ${yuanText(own)} 元`).join("，")}。`
                    : `按${payTerm()}比例 ${percentText(file.claim?.ratio ?? "0")}，归本机构 ${parts.own}。`}
                </Cited>
              </View>
              {due ? <View className="strong">{`返还期限：${dueWords(due.on).says}`}</View> : null}
              {due ? <DueFold due={due} /> : null}
            </Banner>
          </View>
        ) : null}
        <View className="mt">
          <Button id="receipt-check" onTap={() => setAsking(check())}>
            核对收款
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对收款" action="登记收款" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="流水号">{form.receiptNo}</Row>
        <Row label="收到日期">{dayText(form.receivedOn)}</Row>
        <Row label="收回金额" num>{`${yuanText(amount)} 元`}</Row>
        <Row label="追偿费用" num>{`${yuanText(money.costs)} 元`}</Row>
        <Row label="其中返还资金" num>
          {parts?.fund}
        </Row>
        {due ? <Row label="返还期限">{dueWords(due.on).says}</Row> : null}
        <View className="small muted">登记后不能更改，应返还的部分随即确定。</View>
      </Confirm>
    </>
  );
}
