/** 线索; `id` is the case, `lead` the lead (this institution's newest without it). */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
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
import { Columns, Section } from "../../ui/card";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { type Lead, leadOf, open } from "../lead-of";
import { DeclineForm } from "./decline-form";
import { OfferForm } from "./offer-form";
import { Answered, Terms } from "./standing";
import { AskForm, Talk } from "./talk";

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
