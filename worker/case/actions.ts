/** What the viewer may do on a case now, by route name: so that a screen offers exactly the verbs that the worker would take. */
import type { RouteName } from "../../shared/contract/paths";
import { type CaseState, openCheck, openReview, openRound } from "../../shared/process/case";
import { type Procedure, stepById } from "../../shared/process/procedure";
import type { Viewer } from "./timeline";

const WITHDRAWABLE: readonly CaseState["status"][] = ["draft", "recommend", "check", "check_open", "ballot", "ballot_scheduled", "approve", "push"];

function leadActions(state: CaseState, viewer: Viewer): RouteName[] {
  const round = openRound(state);
  const own = round?.leads.find((lead) => lead.org.id === viewer.orgId && (lead.status === "open" || lead.status === "offered"));
  const owner = viewer.parts.includes("enterprise") || viewer.orgKind === "office";
  const asked = round?.leads.some((lead) => lead.talk.length > 0) ?? false;
  return [
    ...(own ? (["askLead", "declineLead", "offerLead"] as const) : []),
    ...(own?.status === "offered" ? (["recordLoan"] as const) : []),
    ...(owner && asked ? (["answerLead"] as const) : []),
  ];
}

function reviewActions(state: CaseState, viewer: Viewer, personId: string): RouteName[] {
  const review = openReview(state);
  const seat = review?.seats.find((one) => one.unit.id === viewer.orgId && one.delegate.personId === personId && one.recused === undefined);
  const office = viewer.orgKind === "office";
  if (state.status === "ballot") return office ? ["scheduleReview"] : [];
  if (state.status === "ballot_scheduled")
    return [...(office ? (["scheduleReview", "openBallot"] as const) : []), ...(seat ? (["recuse"] as const) : [])];
  if (state.status !== "ballot_open") return [];
  const voted = review?.cast.some((cast) => cast.unit === viewer.orgId) ?? false;
  return [...(seat && !voted ? (["castBallot"] as const) : []), ...(office ? (["closeBallot"] as const) : [])];
}

export function actionsOf(procedure: Procedure, state: CaseState, viewer: Viewer, personId: string): RouteName[] {
  const mine = stepById(procedure, state.step)?.by.includes(viewer.orgKind) ?? false;
  const actions: RouteName[] = [...reviewActions(state, viewer, personId), ...leadActions(state, viewer)];
  if (viewer.parts.includes("enterprise") && WITHDRAWABLE.includes(state.status)) actions.push("withdrawApplication");
  if (viewer.parts.includes("enterprise") && state.status === "draft") actions.push("submitApplication");
  if (state.status === "recommend" && state.addressedTo?.id === viewer.orgId) actions.push("adoptApplication", "returnApplication");
  if (state.status === "check" && mine) actions.push("openScreening", "returnScreening");
  if (state.status === "check_open" && mine) actions.push("recordFinding", "passScreening", "returnScreening");
  if (state.status === "check_open" && openCheck(state)?.consulted.some((org) => org.id === viewer.orgId)) actions.push("giveOpinion");
  const checks = stepById(procedure, state.checks.at(-1)?.step ?? "")?.by.includes(viewer.orgKind) ?? false;
  if (checks && ["ballot", "ballot_scheduled", "approve", "push", "push_open"].includes(state.status)) actions.push("recordFinding");
  if (checks && ["ballot", "ballot_scheduled", "push"].includes(state.status)) actions.push("returnScreening");
  if (state.status === "approve" && mine) actions.push("approveCase", "refuseApproval");
  if (state.status === "publish" && mine) actions.push("publishList");
  if (state.status === "push" && mine) actions.push("pushToBanks");
  if (state.status === "register" && state.registered?.by.id === viewer.orgId) actions.push("registerAgain");
  return actions;
}
