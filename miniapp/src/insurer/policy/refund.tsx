/** Premium that goes back to the firm: what of the subsidy has to come back is told before it is recorded. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { SubsidyView } from "../../../../shared/contract/subsidy";
import { subsidyBack } from "../../../../shared/fund/subsidy";
import { plus, ZERO } from "../../../../shared/money";
import { call } from "../../api";
import { today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import { fenOf } from "../../case/file/read-view";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { AmountField } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { Tag } from "../../ui/tag";
import { useKept } from "../../use-kept";
import { SUBSIDY_WORDS } from "../../words/payment";
import { dayText } from "../../words/time";

const MISSING = [
  ["refunded", "还没有填退还的保费。"],
  ["on", "还没有选退费日期。"],
] as const;

interface RefundProps {
  schemeId: string;
  subsidy: SubsidyView;
  onDone: (what: string) => unknown;
}

function RefundForm({ schemeId, subsidy, onDone }: RefundProps) {
  const [form, change, clear] = useKept(`refund.${subsidy.id}`, { refunded: "", on: today() as string });
  const [asking, setAsking] = useState(false);
  const rules = schemeOf(schemeId).subsidy;
  const all = {
    premiumPaid: fenOf(subsidy.premium),
    subsidised: fenOf(subsidy.subsidy),
    refundedInAll: plus(fenOf(subsidy.refunded), typedFen(form.refunded)),
    returned: fenOf(subsidy.returned),
  };
  const back = rules ? subsidyBack(rules, all, today()) : ({ ok: true, value: ZERO } as const);
  // The rule speaks of the sum, the form of this refund.
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, MISSING), unread: unreadOf(form, ["refunded"]), ruled: back });
  const due = back.ok && typedFen(form.refunded) > ZERO ? `${yuanText(back.value)} 元` : null;
  const send = async () => {
    const done = await act.run(() => call("refundPremium", { params: { subsidyId: subsidy.id }, body: form }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone(`退费已登记，应收回补贴 ${yuanText(done.back)} 元`);
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <AmountField
        name="refunded"
        label="这次退还的保费"
        value={form.refunded}
        onChange={(refunded) => change({ refunded })}
        error={at("refunded")}
      />
      <DateField name="on" label="退费日期" max={today()} value={form.on} onChange={(on) => change({ on })} error={at("on")} />
      {due ? (
        <View className="mt">
          <Banner title={`企业应退回补贴 ${due}`}>按退还的保费占已缴保费的比例计算，由企业转回专户。</Banner>
        </View>
      ) : null}
      <View className="mt">
        <Button id={`refund-${subsidy.id}`} kind="secondary" onTap={() => setAsking(check())}>
          核对退费
        </Button>
      </View>
      <Confirm open={asking} title="核对退费" action="登记退费" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="投保企业">{subsidy.enterprise}</Row>
        <Row label="缴费凭证">{subsidy.receiptNo}</Row>
        <Row label="这次退还" num>{`${yuanText(typedFen(form.refunded))} 元`}</Row>
        <Row label="退费日期">{dayText(form.on)}</Row>
        <Row label="应收回补贴" num>
          {due}
        </Row>
      </Confirm>
    </>
  );
}

export const SubsidyCard = ({ schemeId, subsidy, onDone }: RefundProps) => (
  <Card id={`subsidy-${subsidy.id}`}>
    <View className="lrow-top">
      <View className="strong">{`缴费凭证 ${subsidy.receiptNo}`}</View>
      <Tag tone={SUBSIDY_WORDS[subsidy.status].tone}>{SUBSIDY_WORDS[subsidy.status].says}</Tag>
    </View>
    <Row label="保单号">{subsidy.policyNo}</Row>
    <Row label="实缴保费" num>{`${yuanText(subsidy.premium)} 元`}</Row>
    <Row label="补贴" num>{`${yuanText(subsidy.subsidy)} 元`}</Row>
    {/[1-9]/.test(subsidy.refunded) ? (
      <Row label="已退保费" num>{`${yuanText(subsidy.refunded)} 元，已收回补贴 ${yuanText(subsidy.returned)} 元`}</Row>
    ) : null}
    {subsidy.actions.includes("refundPremium") ? (
      <Fold id={`refund-fold-${subsidy.id}`} label="登记退费">
        <RefundForm schemeId={schemeId} subsidy={subsidy} onDone={onDone} />
      </Fold>
    ) : null}
  </Card>
);
