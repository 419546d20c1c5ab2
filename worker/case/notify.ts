/** Who is told of what happened: each event's next reader, in the inbox of its organisation. Words for the codes live in the miniapp. */
import type { CaseState } from "../../shared/process/case";
import type { CaseEvent } from "../../shared/process/event";
import type { OrgKind } from "../../shared/process/party";
import type { NewNotice } from "../notice/store";
import type { Desk } from "./store";

/** Organisations by id; duplicates are told once. */
function readersOf(event: CaseEvent, state: CaseState, desks: readonly Desk[]): string[] {
  const kind = (wanted: OrgKind) => desks.filter((desk) => desk.kind === wanted).map((desk) => desk.id);
  const firm = state.enterprise ? [state.enterprise.id] : [];
  const recommender = state.recommendation ? [state.recommendation.by.id] : state.addressedTo ? [state.addressedTo.id] : [];
  const lead = (id: string) => state.rounds.flatMap((round) => round.leads).find((candidate) => candidate.id === id)?.org.id;
  switch (event.type) {
    case "application_submitted":
      return [event.addressedTo.id];
    case "application_returned":
      return firm;
    case "application_withdrawn":
      return [...recommender, ...kind("office")];
    case "recommended":
      return [...kind("office"), ...firm];
    case "check_opened":
      return event.consulted.map((org) => org.id);
    case "opinion_given":
    case "seat_recused":
      return kind("office");
    case "check_passed":
      return [...firm, ...recommender];
    case "check_returned":
      return [...recommender, ...firm];
    case "review_scheduled":
      return event.seats.map((seat) => seat.unit.id);
    case "review_opened":
    case "revote_opened":
      return state.reviews.at(-1)?.electorate.slice() ?? [];
    case "review_decided":
      return [...firm, ...recommender, ...(event.next.status === "approve" ? kind("government") : [])];
    case "review_deferred":
      return [...firm, ...recommender];
    case "approval_given":
    case "approval_refused":
      return [...kind("office"), ...firm];
    case "pushed":
      return [...event.leads.map(({ org }) => org.id), ...firm];
    case "lead_asked":
      return [...firm, ...kind("office")];
    case "lead_answered":
      return [lead(event.leadId) ?? ""];
    case "lead_declined":
    case "lead_offered":
      return [...firm, ...kind("office")];
    case "push_failed":
    case "cooling_started":
      return [...firm, ...recommender, ...kind("office")];
    case "list_published":
      return [...firm, ...kind("bank")];
    case "loan_registered":
      return [...kind("manager"), ...kind("office")];
    case "case_imported":
    case "import_undone":
      return [...recommender, ...(state.loan ? [state.loan.lender.id, ...(state.loan.partner ? [state.loan.partner.id] : [])] : [])];
    case "loan_recorded":
      return [...firm, ...recommender, ...kind("office"), ...kind("finance")];
    case "finding_recorded":
    case "feedback_given":
    case "list_reviewed":
    case "ballot_cast":
      return [];
  }
}

export function noticesOf(
  caseId: string,
  no: string,
  events: readonly CaseEvent[],
  state: CaseState,
  desks: readonly Desk[],
  actorOrg: string,
  waited: readonly OrgKind[],
): NewNotice[] {
  // whoever has to act next is told of the last event, whichever kind the document names
  const next = desks.filter(({ kind }) => waited.includes(kind)).map(({ id }) => id);
  return events.flatMap((event, at) =>
    [...new Set([...readersOf(event, state, desks), ...(at === events.length - 1 ? next : [])])]
      .filter((orgId) => orgId !== "" && orgId !== actorOrg)
      .map((toOrg) => ({ toOrg, caseId, code: event.type, figures: { no, enterprise: state.enterprise?.name ?? "" } })),
  );
}
