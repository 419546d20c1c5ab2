/** What the viewer may do on a funded case now, by route name: what the worker would take, and no more. */
import type { RouteName } from "../../shared/contract/paths";
import { ZERO } from "../../shared/money";
import { movesAlone } from "../../shared/process/allocation-plan";
import { anchorsOf } from "../../shared/process/anchors";
import { ratersOf } from "../../shared/process/breach";
import type { ClaimStep } from "../../shared/process/claim-rules";
import type { Claim } from "../../shared/process/claim-state";
import { type LoanFile, payeeOf } from "../../shared/process/loan-file";
import { outstandingOn } from "../../shared/process/loan-life";
import { loanStageOf } from "../../shared/process/loan-stage";
import { owedFor } from "../../shared/process/obligation";
import { mayFulfil } from "../../shared/process/obligation-view";
import { modesOf } from "../../shared/process/procedure";
import { recoveryActions } from "../recovery/actions";
import type { CaseNow } from "./case-verb";
import type { WaitRow } from "./store";
import type { Viewer } from "./timeline";

/** What the lender tells: of its own loan all, of one that the fund has paid for its class alone. */
function lendersActions({ life, claim, loan }: LoanFile, owed: boolean, viewer: Viewer): RouteName[] {
  if (loan.lender.id !== viewer.orgId) return [];
  if (claim?.paid) return ["gradeLoan"];
  return [
    "setSchedule",
    "recordRepayment",
    ...(life.repayments.length > 0 ? (["undoRepayment"] as const) : []),
    ...(owed ? (["extendLoan"] as const) : []),
    "gradeLoan",
  ];
}

function panelActions({ verification }: Claim, desk: boolean, viewer: Viewer, personId: string, on: string): RouteName[] {
  const panel = verification?.result ? undefined : verification;
  if (!panel || panel.round === 0)
    return desk ? ["setClaimPanel", ...(panel && panel.heldOn <= on ? (["openClaimBallot"] as const) : []), "returnClaim"] : [];
  const seat = panel.seats.find((one) => one.unit.id === viewer.orgId && one.delegate.personId === personId);
  const votes = seat && panel.electorate.includes(seat.unit.id) && !panel.cast.some((cast) => cast.unit === seat.unit.id);
  return [...(votes ? (["castClaimBallot"] as const) : []), ...(desk ? (["closeClaimBallot", "returnClaim"] as const) : [])];
}

/** Of the step at which a claim waits. */
function stepActions({ scheme, act: { on } }: CaseNow, step: ClaimStep, claim: Claim, viewer: Viewer, personId: string): RouteName[] {
  const alone = (how: "report" | "return") => movesAlone(scheme, { claim }, how).ok;
  const acts = step.by.includes(viewer.orgKind);
  if (step.kind === "ballot") return panelActions(claim, acts, viewer, personId, on);
  if (!acts) return [];
  if (step.kind === "check") return ["checkClaim", "returnClaim"];
  // what a period's plan moves is moved on the plan's own page
  if (step.kind === "report") return [alone("report") ? "reportClaim" : "drawUpAllocation", "returnClaim"];
  if (step.kind === "notify") return ["notifyClaim", "returnClaim"];
  if (step.kind !== "approve") return [];
  return alone("return") ? ["consentClaim", "returnClaim"] : ["agreeAllocation", "returnAllocation"];
}

function claimActions(now: CaseNow, file: LoanFile, owed: boolean, viewer: Viewer, personId: string): RouteName[] {
  const { scheme } = now;
  const { claim } = file;
  const mode = modesOf(scheme.admission).find((one) => one.id === file.loan.mode);
  const payee = mode && payeeOf(file, mode)?.id === viewer.orgId;
  const step = scheme.claim.steps.find((one) => one.id === claim?.step);
  const free = !claim || claim.step === "file" || claim.step === "withdrawn";
  const taken = claim?.step === "file" || step?.kind === "check" || step?.kind === "ballot" || (step?.kind === "pay" && !owed);
  return [
    ...(payee && free && owed ? (["fileClaim"] as const) : []),
    ...(payee && taken ? (["withdrawClaim"] as const) : []),
    ...(claim && step ? stepActions(now, step, claim, viewer, personId) : []),
  ];
}

/** What others around the loan may tell: the units that rated it, who recommended the firm, its insurer, the firm itself. */
function aroundActions({ scheme }: CaseNow, file: LoanFile, viewer: Viewer): RouteName[] {
  const { loan, recommender } = file;
  const insures = viewer.orgKind === "insurer" && [loan.partner?.id, loan.lender.id].includes(viewer.orgId);
  const runs = ["live", "claim", "recovery"].includes(loanStageOf(file));
  const insured = scheme.subsidy !== undefined && loan.mode === scheme.subsidy.mode;
  return [
    ...(scheme.sanctions.breach && ratersOf(file).includes(viewer.orgId) ? (["determineBreach"] as const) : []),
    ...(runs && (recommender.id === viewer.orgId || insures) ? (["recordFollowUp"] as const) : []),
    ...(insured && insures ? (["registerPolicy"] as const) : []),
    ...(insured && viewer.parts.includes("enterprise") ? (["fileSubsidy"] as const) : []),
  ];
}

/** Something that the viewer's own organisation has to do around the loan, or has done and may do again. */
function obliged({ scheme, act }: CaseNow, file: LoanFile, viewer: Viewer): boolean {
  const anchors = anchorsOf(file, act.on);
  const org = { id: viewer.orgId, kind: viewer.orgKind, name: "" };
  return owedFor(scheme.obligations, file.loan.mode).some(
    (one) => one.satisfiedBy === undefined && anchors[one.anchor] !== undefined && mayFulfil(one, file, org),
  );
}

export function fileActions(now: CaseNow, viewer: Viewer, personId: string, waits: readonly WaitRow[]): RouteName[] {
  const { loanFile: file, scheme, act } = now;
  if (!file) return [];
  const owed = outstandingOn(file.life, act.on) > ZERO;
  const asked = waits.some(({ what, org_kind: kind }) => what === "transition_consent" && kind === viewer.orgKind);
  return [
    ...lendersActions(file, owed, viewer),
    ...claimActions(now, file, owed, viewer, personId),
    ...(obliged(now, file, viewer) ? (["fulfilObligation"] as const) : []),
    ...recoveryActions(scheme, file, { id: viewer.orgId, kind: viewer.orgKind }, act.on),
    ...aroundActions(now, file, viewer),
    ...(asked ? (["admitTransition"] as const) : []),
  ];
}
