/** One request: policy, receipt, premium and what it comes to; agreeing, returning, confirming what came back. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { Derivation } from "../../case/file/derivation";
import { ReasonSheet } from "../../case/reason-sheet";
import { go, openCase } from "../../go";
import { bothAmounts } from "../../money/both-amounts";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";
import { Confirm } from "../../ui/sheet";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { useAct } from "../../use-act";
import { SUBSIDY_WORDS } from "../../words/payment";
import { dayText } from "../../words/time";
import { ReceiveRefund } from "./refund";

type Subsidy = Answer<"listSubsidies">["subsidies"][number];

const Facts = ({ subsidy }: { subsidy: Subsidy }) => (
  <>
    <Row label="保单号">{subsidy.policyNo}</Row>
    <Row label="缴费凭证号">{subsidy.receiptNo}</Row>
    <Row label="实际缴纳保费" num>{`${yuanText(subsidy.premium)} 元`}</Row>
    <Row label={subsidy.status === "paid" ? "已补贴" : "应补贴"} num>
      {bothAmounts(subsidy.subsidy) ?? `${yuanText(subsidy.subsidy)} 元`}
    </Row>
    <Row label="申请日期">{dayText(subsidy.filedOn)}</Row>
    {subsidy.reason ? <Row label="退回理由">{subsidy.reason}</Row> : null}
    {isSome(subsidy.refunded) ? <Row label="已退保费" num>{`${yuanText(subsidy.refunded)} 元`}</Row> : null}
    {isSome(subsidy.returned) ? <Row label="已收回补贴" num>{`${yuanText(subsidy.returned)} 元`}</Row> : null}
    {isSome(subsidy.back) ? <Row label="还应收回补贴" num>{`${yuanText(subsidy.back)} 元`}</Row> : null}
  </>
);

export function SubsidyCard({ subsidy, onMoved }: { subsidy: Subsidy; onMoved: () => unknown }) {
  const [asking, setAsking] = useState<"approve" | "return" | null>(null);
  const act = useAct();
  const { id } = subsidy;
  const params = { subsidyId: id };
  const may = (name: string) => subsidy.actions.includes(name);
  const close = () => setAsking(null);
  const approve = async () => {
    const done = await act.run(() => call("approveSubsidy", { params, body: {} }));
    close();
    if (!done) return;
    toast("已同意，列入待支付");
    await onMoved();
  };
  const giveBack = async (reason: string) => {
    await call("returnSubsidy", { params, body: { reason } });
    await onMoved();
  };
  return (
    <Card id={`subsidy-${id}`}>
      <View className="lrow-top">
        <View className="strong">{subsidy.enterprise}</View>
        <Tag tone={SUBSIDY_WORDS[subsidy.status].tone}>{SUBSIDY_WORDS[subsidy.status].says}</Tag>
      </View>
      <View className="small muted num">{subsidy.caseNo}</View>
      <ErrorSummary errors={act.errors} title="没有办成" />
      <Facts subsidy={subsidy} />
      {subsidy.derivation ? <Derivation lines={subsidy.derivation.derivation} /> : null}
      <View>
        <Button id={`subsidy-case-${id}`} kind="plain" inline onTap={() => openCase(subsidy.caseId)}>
          查看案件和材料
        </Button>
      </View>
      {may("approveSubsidy") || may("returnSubsidy") ? (
        <View className="pair mt">
          {may("approveSubsidy") ? (
            <Button id={`approve-${id}`} onTap={() => setAsking("approve")}>
              核对后同意
            </Button>
          ) : null}
          {may("returnSubsidy") ? (
            <Button id={`return-${id}`} kind="secondary" onTap={() => setAsking("return")}>
              退回
            </Button>
          ) : null}
        </View>
      ) : null}
      {subsidy.status === "approved" ? (
        <Button id={`pay-${id}`} kind="secondary" onTap={() => go("/fund/payables/index")}>
          去待支付
        </Button>
      ) : null}
      {may("receiveRefund") ? <ReceiveRefund subsidy={subsidy} onMoved={onMoved} /> : null}
      <Confirm open={asking === "approve"} title="核对保费补贴" action="同意补贴" busyText="正在记录…" onConfirm={approve} onClose={close}>
        <Row label="企业">{subsidy.enterprise}</Row>
        <Facts subsidy={subsidy} />
        <View className="small muted">请对照保单、贷款到位文件和缴费证明。同意后列入待支付，付给投保的企业。</View>
      </Confirm>
      <ReasonSheet
        open={asking === "return"}
        title="退回补贴申请"
        says="企业会看到理由，补正后可以重新申请。"
        action="退回"
        maxLength={500}
        onSend={giveBack}
        onClose={close}
      />
    </Card>
  );
}
