/** 登记放款; `id` is the case, `lead` the lead (this institution's newest without it). */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { leadOf, modeSays } from "../lead-of";
import { LoanForm } from "./loan-form";

/** The record as it stands: shown after recording and whenever somebody comes back. */
const Recorded = ({ view, loan }: { view: CaseView; loan: NonNullable<CaseView["loan"]> }) => (
  <>
    <Receipt
      id="loan-recorded"
      title="放款已登记"
      next={`企业、推荐单位、${partyName("office")}和${partyName("finance")}都会收到消息。贷款出现不良时，按规程向${partyName("office")}报送。`}
      rows={[
        ["编号", view.no],
        ["企业", view.enterprise.name],
        ["合同号", loan.contractNo],
        ["贷款本金", `${yuanText(loan.principal)} 元`],
        ["年利率和期限", `${percentText(loan.rate)}，${loan.termMonths} 个月`],
        ["放款", `${loan.lender.name}，${dayText(loan.disbursedOn)}`],
        ["合作方式", [modeSays(view.scheme.id, loan.mode), loan.partner?.name].filter(Boolean).join("，")],
        [`本笔最多${payTerm()}`, loan.covered ? `${yuanText(loan.covered)} 元` : null],
      ]}
    />
    <Button id="to-case" kind="secondary" onTap={() => openCase(view.id)}>
      看案件
    </Button>
  </>
);

export default function LoanPage() {
  const now = useGuard();
  const { id: caseId = "", lead: leadId } = useRouter().params;
  const role = acting(now);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const done = async () => {
    await load.refresh();
    showPart("loan-recorded");
  };
  const body = (view: CaseView) => {
    if (view.loan) return <Recorded view={view} loan={view.loan} />;
    const lead = leadOf(view, role.orgId, leadId);
    if (!lead) return <Empty title="没有可登记放款的线索">请从“融资线索”进入。</Empty>;
    if (!lead.offer || lead.status !== "offered")
      return (
        <Banner tone="warn" title="还不能登记放款">
          {lead.status === "open" ? "请先报出金额、利率和期限，放款后再登记。" : "这条线索已经结束。"}
          <Button kind="plain" inline onTap={() => go("/bank/lead/index", { id: caseId, lead: lead.id })}>
            回到线索
          </Button>
        </Banner>
      );
    return (
      <>
        <View className="h2">{view.enterprise.name}</View>
        <Card>
          <Row label="编号">{view.no}</Row>
          {view.need ? <Row label="融资需求" num>{`${yuanText(view.need.amount)} 元`}</Row> : null}
          {view.tier ? <Row label="风险等级" num>{`${view.tier.says}，${payTerm()} ${percentText(view.tier.ratio)}`}</Row> : null}
          <Row label="报价" num>
            {`${yuanText(lead.offer.amount)} 元，${percentText(lead.offer.rate)}，${lead.offer.termMonths} 个月`}
          </Row>
        </Card>
        <LoanForm view={view} lead={lead} offer={lead.offer} role={role} onDone={done} />
      </>
    );
  };
  return (
    <Page title="登记放款" lead="实际放款以后登记，数字与借款合同一致" onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有可登记放款的线索">请从“融资线索”进入。</Empty>}
    </Page>
  );
}
