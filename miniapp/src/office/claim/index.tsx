/** 办理代偿; `id` is the case: check, verification by the units that rated it, opinion, report to the government, payment. */

import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { FileBody } from "../../case/file/body";
import type { ClaimView } from "../../case/file/file-of";
import { FileHead } from "../../case/file/head";
import { PlanDoor } from "../../case/file/plan";
import { CaseHistory } from "../../case/history";
import { OtherDoors } from "../../case/other-doors";
import { CasePapers } from "../../case/papers";
import { consenter } from "../../doer";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting, type Membership, type Session } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { CheckClaim } from "./check";
import { NotifyClaim } from "./notify";
import { ClaimPanel } from "./panel";
import { ReportClaim } from "./report";
import { ReturnClaim } from "./return";
import { ClaimVoting } from "./voting";

interface StageProps {
  view: CaseView;
  claim: ClaimView;
  now: Session;
  role: Membership;
  /** The meeting from whose agenda one came. */
  meeting: string;
  onMoved: () => Promise<void>;
}

/** What the office does now, and where the claim is when it waits for others. */
function Stage({ view, claim, now, role, meeting, onMoved }: StageProps) {
  const may = (name: string) => view.actions.includes(name);
  const { verification } = claim;
  const ballotOpen = verification && !verification.result && verification.round > 0;
  if (may("checkClaim")) return <CheckClaim view={view} claim={claim} onMoved={onMoved} />;
  if (ballotOpen) return <ClaimVoting key={verification.round} view={view} panel={verification} onMoved={onMoved} />;
  if (may("setClaimPanel") || may("openClaimBallot"))
    return <ClaimPanel view={view} claim={claim} now={now} role={role} meeting={meeting} onMoved={onMoved} />;
  if (may("notifyClaim")) return <NotifyClaim view={view} claim={claim} onMoved={onMoved} />;
  if (may("drawUpAllocation"))
    return (
      <Banner title={`${claim.stepSays}：随年度分配方案一并办理`}>
        <PlanDoor caseId={view.id} />
      </Banner>
    );
  if (may("reportClaim")) return <ReportClaim view={view} claim={claim} onMoved={onMoved} />;
  if (claim.step === "file") return <Banner title="等机构补正">{`已退回${claim.payee.name}，补正后会回到这里。`}</Banner>;
  if (claim.paid || claim.step === "withdrawn") return null;
  if (claim.consent)
    return (
      <Banner tone="good" title={`${consenter(view.scheme.id)}已同意，可以支付`}>
        <Button id="to-payable" kind="plain" inline onTap={() => go("/fund/payable/index", { id: view.id })}>
          去制作付款指令
        </Button>
      </Banner>
    );
  return claim.reported ? (
    <Banner title={`等${consenter(view.scheme.id)}审定`}>{`已报${consenter(view.scheme.id)}（${claim.reported.documentNo}）。`}</Banner>
  ) : null;
}

const Side = ({ view, claim }: { view: CaseView; claim: ClaimView | undefined }) => (
  <>
    <OtherDoors view={view} shown={["/office/claim/index"]} />
    {claim?.opinion ? (
      <Button id="to-opinion" kind="secondary" onTap={() => go("/fund/opinion/index", { id: view.id })}>
        查看审核意见书
      </Button>
    ) : null}
    <Section title="材料" aside={`${view.statements.length} 份`}>
      <CasePapers papers={view.statements} />
    </Section>
    <Section title="经过">
      <CaseHistory events={view.timeline} />
    </Section>
  </>
);

export default function ClaimDesk() {
  const now = useGuard();
  const role = acting(now);
  const { id: caseId = "", meeting = "" } = useRouter().params;
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const body = (view: CaseView) => {
    const { file } = view;
    const claim = file?.claim;
    if (!file || !claim) return <Empty title={`还没有${payTerm()}申请`}>机构提出申请后，在这里核查。</Empty>;
    return (
      <Columns
        main={
          <>
            <FileHead view={view} file={file} />
            <Stage view={view} claim={claim} now={now} role={role} meeting={meeting} onMoved={load.refresh} />
            {view.actions.includes("returnClaim") ? <ReturnClaim view={view} claim={claim} onMoved={load.refresh} /> : null}
            <FileBody view={view} onMoved={load.refresh} />
          </>
        }
        side={<Side view={view} claim={claim} />}
      />
    );
  };
  return (
    <Page title={`办理${payTerm()}`} wide onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>{body}</Loaded>
      ) : (
        <Empty title="没有选案件" action={`打开${payTerm()}申请`} onAction={() => go("/office/claims/index")}>
          请从{payTerm()}申请的列表里选一件。
        </Empty>
      )}
    </Page>
  );
}
