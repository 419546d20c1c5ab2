/** 线索; `id` is the case, `lead` the lead (this institution's newest without it). */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { dueReasons, dueWords } from "../../case/due";
import { Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseBanners } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { RuleTrace } from "../../case/trace";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting, type Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, Columns, Row, Section } from "../../ui/card";
import { Bars } from "../../ui/charts";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { TabsBar } from "../../ui/lists";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { dayText, LEAD_WORDS, MODE_WORDS } from "../../words";
import { type Lead, leadOf, open } from "../lead-of";
import { DeclineForm } from "./decline-form";
import { OfferForm } from "./offer-form";
import { AskForm, Talk } from "./talk";

function Terms({ view, lead }: { view: CaseView; lead: Lead }) {
  const { need, tier, due } = view;
  const clock = due && lead.status === "open" ? dueWords(due.on) : null;
  // Only for the lengths of the bars.
  const yuanOf = (text: string) => Number(text);
  return (
    <Card id="lead-head">
      <View className="lrow-top">
        <View className="h2">{view.enterprise.name}</View>
        <Tag tone={LEAD_WORDS[lead.status].tone}>{LEAD_WORDS[lead.status].says}</Tag>
      </View>
      <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
      {need ? (
        <View className="mt">
          <Bars
            bars={[
              { label: "融资需求", value: yuanOf(need.amount), text: `${yuanText(need.amount)} 元` },
              ...(tier
                ? [
                    {
                      label: `资金最多代偿（${tier.says} ${percentText(tier.ratio)}）`,
                      value: yuanOf(tier.covered),
                      text: `${yuanText(tier.covered)} 元`,
                    },
                  ]
                : []),
            ]}
          />
          <Row label="用途">{need.purpose}</Row>
          <Row label="期限" num>{`${need.termMonths} 个月`}</Row>
        </View>
      ) : null}
      {tier ? <Row label="追偿责任单位">{tier.recoveryOwner.name}</Row> : null}
      <Row label="推送">{`${dayText(lead.pushedOn)}，第 ${lead.round} 次`}</Row>
      {clock && due ? (
        <>
          <Row label="答复期限">{clock.says}</Row>
          <Fold label="期限的算法">
            <View className="why">
              {dueReasons(due).map((line) => (
                <View className="why-line" key={line}>
                  {line}
                </View>
              ))}
              <View className="why-line small muted">{`依据：${due.article}`}</View>
            </View>
          </Fold>
        </>
      ) : null}
    </Card>
  );
}

/** What this institution has answered so far; it stays here. */
function Answered({ view, lead }: { view: CaseView; lead: Lead }) {
  if (lead.status === "declined")
    return <Receipt id="declined" title="已婉拒" next="本机构对这条线索的办理到此结束。" rows={[["说明", lead.reason]]} />;
  if (lead.status === "closed") return <Banner title="这条线索已经结束">企业已由其他机构放款，或申请已撤回，不用再答复。</Banner>;
  if (lead.status === "funded")
    return (
      <Banner tone="good" title="本机构已放款">
        <Button id="to-loan" kind="plain" inline onTap={() => go("/bank/loan/index", { id: view.id, lead: lead.id })}>
          看放款登记
        </Button>
      </Banner>
    );
  if (!lead.offer) return null;
  const { amount, rate, termMonths, mode, remark } = lead.offer;
  return (
    <Receipt
      id="offered"
      title="报价已发出"
      next="与企业签约放款后，请在这里登记放款。放款前可以更改报价。"
      rows={[
        ["金额", `${yuanText(amount)} 元`],
        ["年利率", percentText(rate)],
        ["期限", `${termMonths} 个月`],
        ["合作方式", MODE_WORDS[mode] ?? mode],
        ["附带条件", remark],
      ]}
    />
  );
}

type Way = "offer" | "ask" | "decline";

function Answering({ view, lead, role, onDone }: { view: CaseView; lead: Lead; role: Membership; onDone: () => unknown }) {
  const [way, setWay] = useState<Way | "">(lead.offer ? "" : "offer");
  const done = (id: string) => async () => {
    setWay("");
    await onDone();
    showPart(id);
  };
  return (
    <Section title={lead.offer ? "还要办" : "答复"}>
      <TabsBar<Way | "">
        label="答复方式"
        value={way}
        options={[
          { value: "offer", label: lead.offer ? "更改报价" : "报价" },
          { value: "ask", label: "提问" },
          { value: "decline", label: "婉拒" },
        ]}
        onChange={setWay}
      />
      {way === "offer" ? <OfferForm view={view} lead={lead} role={role} onDone={done("offered")} /> : null}
      {way === "ask" ? <AskForm view={view} lead={lead} onDone={onDone} /> : null}
      {way === "decline" ? <DeclineForm view={view} lead={lead} onDone={done("declined")} /> : null}
    </Section>
  );
}

export default function LeadPage() {
  const now = useGuard();
  const { id: caseId = "", lead: leadId } = useRouter().params;
  const role = acting(now);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const found = load.data ? leadOf(load.data, role.orgId, leadId) : undefined;
  const may = found && load.data?.actions.includes("recordLoan") && found.status === "offered";
  const answering = found && open(found) && load.data?.status === "push_open";
  const bar = answering ? (
    <>
      {may ? (
        <Button id="record-loan" onTap={() => go("/bank/loan/index", { id: caseId, lead: found.id })}>
          登记放款
        </Button>
      ) : null}
      <Button id="to-answer" kind={may ? "secondary" : "primary"} onTap={() => showPart("answer-part")}>
        {may ? "更改或婉拒" : "报价、提问或婉拒"}
      </Button>
    </>
  ) : undefined;
  return (
    <Page title="线索" wide bar={bar} onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(view) => !leadOf(view, role.orgId, leadId)}
        none={<Empty title="没有推送给本机构的线索">可能已经移走。请从“融资线索”进入。</Empty>}
      >
        {(view) => {
          const lead = leadOf(view, role.orgId, leadId);
          if (!lead) return null;
          return (
            <>
              <CaseBanners view={view} />
              <Terms view={view} lead={lead} />
              <Answered view={view} lead={lead} />
              <Columns
                main={
                  <>
                    <RuleTrace view={view} />
                    <Recommendation view={view} />
                    <FirmFacts view={view} />
                  </>
                }
                side={
                  <>
                    <Section title="材料" aside={`${view.statements.length} 份`}>
                      <CasePapers papers={view.statements} />
                    </Section>
                    <Talk lead={lead} />
                    {answering ? (
                      <View id="answer-part">
                        <Answering key={lead.status} view={view} lead={lead} role={role} onDone={load.refresh} />
                      </View>
                    ) : null}
                    <Section title="经过">
                      <CaseHistory events={view.timeline} />
                    </Section>
                  </>
                }
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
