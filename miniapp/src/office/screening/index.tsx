/** 风险初筛: open it with partners, record findings, hear opinions, pass on or return; `id` is the case. */

import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepById } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseBanners, CaseFigures, CaseHead } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { ReasonSheet } from "../../case/reason-sheet";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { panelTerm } from "../../term";
import { UnderScheme } from "../../ui/article";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { type Load, useLoad } from "../../use-load";
import { Conclude } from "./conclude";
import { Findings, Opinions } from "./findings";
import { OpenScreening } from "./open";
import { checkStepOf, Readiness } from "./ready";

/** After it was passed: where the case went, and the way there. */
const Passed = ({ view }: { view: CaseView }) => (
  <>
    <Banner tone="good" title={`${checkStepOf(view)?.says ?? "核查"}已通过`}>
      {view.status === "ballot" ? `案件在等${panelTerm()}：把它排入会议，并确定${panelTerm()}单位。` : "案件已到下一步。"}
    </Banner>
    {view.actions.includes("scheduleReview") ? (
      <Button id="to-panel" onTap={() => go("/office/panel/index", { id: view.id })}>
        安排{panelTerm()}
      </Button>
    ) : null}
  </>
);

const Main = ({ load, view }: { load: Load<CaseView>; view: CaseView }) => {
  const check = view.checks.at(-1);
  return (
    <>
      <CaseBanners view={view} />
      {check?.passed ? <Passed view={view} /> : null}
      {view.status === "recommend" && check ? (
        <Banner tone="warn" title="已退回推荐单位">
          等推荐单位补充后重新推荐。
        </Banner>
      ) : null}
      <CaseHead view={view} />
      <CaseFigures view={view} />
      {view.actions.includes("openScreening") ? <OpenScreening view={view} onOpened={load.refresh} /> : null}
      {view.status === "check_open" ? <Readiness view={view} /> : null}
      {check ? <Findings view={view} check={check} onRecorded={load.refresh} /> : null}
      {check && checkStepOf(view)?.consult ? <Opinions check={check} /> : null}
      {view.actions.includes("passScreening") ? <Conclude view={view} onPassed={load.refresh} /> : null}
      <Recommendation view={view} />
      <FirmFacts view={view} />
    </>
  );
};

function Work({ load, view }: { load: Load<CaseView>; view: CaseView }) {
  const [returning, setReturning] = useState(false);
  const target = stepById(schemeOf(view.scheme.id).admission, checkStepOf(view)?.onReturn ?? "");
  const back = target?.kind === "register" ? "退回登记单位" : "退回推荐单位";
  return (
    <Page
      title={checkStepOf(view)?.says ?? "核查"}
      lead="每条核查结果写明来源和查询时间。"
      wide
      onRefresh={load.refresh}
      bar={
        view.actions.includes("returnScreening") ? (
          <Button id="return-screening" kind="secondary" onTap={() => setReturning(true)}>
            {back}
          </Button>
        ) : undefined
      }
    >
      <Columns
        main={<Main load={load} view={view} />}
        side={
          <>
            <Section title="材料" aside={`${view.statements.length} 份`}>
              <CasePapers papers={view.statements} />
            </Section>
            <Section title="经过">
              <CaseHistory events={view.timeline} />
            </Section>
          </>
        }
      />
      <ReasonSheet
        open={returning}
        title={back}
        says={`案件回到“${target?.says ?? "上一环节"}”，办理单位和企业会看到下面的理由。已记录的核查结果保留。`}
        cites={checkStepOf(view)?.cites.article}
        action={back}
        label="退回理由"
        onSend={async (reason) => {
          await call("returnScreening", { params: { caseId: view.id }, body: { reason } });
          await load.refresh();
        }}
        onClose={() => setReturning(false)}
      />
    </Page>
  );
}

export default function Screening() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  if (load.data)
    return (
      <UnderScheme id={load.data.scheme.id}>
        <Work load={load} view={load.data} />
      </UnderScheme>
    );
  return (
    <Page title="风险初筛" wide onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>{() => null}</Loaded>
      ) : (
        <Empty title="没有选案件" action="打开案件清单" onAction={() => go("/office/cases/index")}>
          请从案件清单里选一件待初筛的案件。
        </Empty>
      )}
    </Page>
  );
}
