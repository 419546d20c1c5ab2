/** One case's push: what may be chosen now, the rounds so far, the questions to answer. */

import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { Recommendation } from "../../case/facts";
import { CaseBanners, CaseFigures, CaseHead } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { Reviews } from "../../case/reviews";
import { approver } from "../../doer";
import { ExposureAhead } from "../../money/exposure-ahead";
import { schemeOf } from "../../scheme";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Loaded } from "../../ui/states";
import { type Load, useLoad } from "../../use-load";
import { ChooseInstitutions } from "./choose";
import { Rounds } from "./rounds";

/** Where the push stands when nothing is to be chosen. */
function Standing({ view }: { view: CaseView }) {
  const last = view.leads.at(-1);
  const round = view.leads.filter((lead) => lead.round === last?.round);
  if (view.status === "push_open") {
    const open = round.filter((lead) => lead.status === "open").length;
    const offers = round.filter((lead) => lead.status === "offered").length;
    return (
      <Banner tone="good" title={`已推送给 ${round.length} 家机构`}>
        {offers ? `${offers} 家已报价，等机构登记放款；` : ""}
        {open ? `${open} 家还没有答复。` : ""}
        全部机构婉拒才算一次没有成功，不因超时算失败。
      </Banner>
    );
  }
  if (view.status.startsWith("ballot") && round.length)
    return (
      <Banner tone="warn" title="上一轮全部机构婉拒">
        <Cited article={stepOf(schemeOf(view.scheme.id).admission, "push")?.failures?.rereview.article}>
          案件回到{panelTerm()}，重新{panelTerm()}后才能再推送。
        </Cited>
      </Banner>
    );
  if (view.status === "approve")
    return <Banner title={`等${approver(view.scheme.id)}同意`}>这件案件经{approver(view.scheme.id)}同意后才能推送。</Banner>;
  return null;
}

function Main({ load, view }: { load: Load<CaseView>; view: CaseView }) {
  return (
    <>
      <CaseBanners view={view} />
      <Standing view={view} />
      <CaseHead view={view} />
      <CaseFigures view={view} />
      {view.actions.includes("pushToBanks") ? <ExposureAhead caseId={view.id} schemeId={view.scheme.id} /> : null}
      {view.actions.includes("pushToBanks") ? <ChooseInstitutions view={view} onPushed={load.refresh} /> : null}
      <Rounds view={view} onAnswered={load.refresh} />
      <Reviews view={view} />
      <Recommendation view={view} />
    </>
  );
}

export function PushOne({ caseId, actingAs }: { caseId: string; actingAs: string | null }) {
  const load = useLoad(() => call("getCase", { params: { caseId } }), [caseId, actingAs]);
  return (
    <Page title="推送融资" wide onRefresh={load.refresh}>
      <Loaded load={load}>
        {(view) => (
          <Columns
            main={<Main load={load} view={view} />}
            side={
              <>
                <Section title="经过">
                  <CaseHistory events={view.timeline} />
                </Section>
                <Section title="材料" aside={`${view.statements.length} 份`}>
                  <CasePapers papers={view.statements} />
                </Section>
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
