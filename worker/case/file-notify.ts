/** Who is told of what happened to a funded loan: each event's next reader, in the inbox of its organisation. */

import { yuan } from "../../shared/money";
import type { FileEvent, LoanFile } from "../../shared/process/loan-file";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import type { NewNotice } from "../notice/store";
import type { Desk } from "./store";

/** Organisations by id; duplicates are told once. */
function readersOf(event: FileEvent, file: LoanFile, desks: readonly Desk[], { steps }: Scheme["claim"]): readonly string[] {
  /** Those who act next; a bank that pays is the payee, and no other. */
  const at = (step: string) => (steps.find(({ id }) => id === step)?.by ?? []).filter((one) => one !== "bank");
  const kind = (...wanted: readonly OrgKind[]) => desks.filter((desk) => wanted.includes(desk.kind)).map((desk) => desk.id);
  const payee = file.claim ? [file.claim.payee.id] : [];
  const recommender = [file.recommender.id];
  switch (event.type) {
    case "graded":
      return ["normal", "special_mention"].includes(event.grade)
        ? []
        : [...kind("office"), ...recommender, ...(file.loan.partner ? [file.loan.partner.id] : [])];
    case "extended":
      return [...kind("office"), file.enterprise.id];
    case "schedule_set":
    case "repaid":
    case "repayment_undone":
    case "claim_ballot_cast":
      return [];
    case "claim_filed":
      return [...kind("office", ...at(event.next)), ...recommender];
    case "claim_withdrawn":
    case "legal_started":
    case "money_recovered":
    case "return_declared":
    case "legal_ended":
      return kind("office");
    case "claim_checked":
      return [...payee, ...kind(...at(event.next))];
    case "claim_opinion_given":
    case "claim_deferred":
      return payee;
    case "claim_returned":
      return [...payee, ...kind("office", ...at(event.next))];
    case "claim_panel_set":
      return event.panel.seats.map((seat) => seat.unit.id);
    case "claim_ballot_opened":
      return event.electorate;
    case "claim_revote_opened":
      return file.claim?.verification?.electorate ?? [];
    case "claim_reported":
      return kind(...at(event.next));
    case "claim_consented":
      return [...payee, ...kind("office", "finance", ...at(event.next))];
    case "claim_notified":
      return [...payee, ...kind("finance", ...at(event.next))];
    case "obligation_fulfilled":
      return [];
    case "claim_paid":
      return [...payee, file.loan.lender.id, file.enterprise.id, ...recommender, ...kind("office", "finance")];
    case "coordinated":
      return [...payee, ...recommender, file.enterprise.id];
    case "legal_forced":
    case "claw_back_ordered":
      return [...payee, ...kind("finance")];
    case "money_returned":
    case "claw_back_received":
    case "written_off":
      return [...payee, ...kind("office", "finance")];
    case "loss_confirmed":
      return kind("office", "finance");
    case "loss_approved":
      return kind("office", "finance");
  }
}

const amountIn = (event: FileEvent): Record<string, string> => ("amount" in event ? { amount: yuan(event.amount) } : {});

export function noticesOfFile(
  caseId: string,
  no: string,
  events: readonly FileEvent[],
  file: LoanFile,
  desks: readonly Desk[],
  actorOrg: string,
  claim: Scheme["claim"],
): NewNotice[] {
  return events.flatMap((event) =>
    [...new Set(readersOf(event, file, desks, claim))]
      .filter((orgId) => orgId !== actorOrg)
      .map((toOrg) => ({ toOrg, caseId, code: event.type, figures: { no, enterprise: file.enterprise.name, ...amountIn(event) } })),
  );
}
