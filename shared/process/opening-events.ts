/** The history with which an imported loan begins here: what was decided elsewhere in one event, then what became of the loan as its own events would have told it. */
import { periodOf } from "../calendar/deadline";
import type { LocalDate } from "../local-date";
import { minus, ZERO } from "../money";
import type { ClaimRules } from "./claim-rules";
import type { CaseEvent } from "./event";
import type { FileEvent } from "./loan-file";
import type { OpeningCase, OpeningClaim } from "./opening-case";
import type { OrgRef } from "./party";
import { type Procedure, stepOf } from "./procedure";

/** Names given to what a row becomes. */
export interface OpeningIds {
  readonly caseId: string;
  readonly loanId: string;
  readonly claimId: string;
  readonly reviewId: string;
  readonly voucherId: string;
  readonly enterpriseId: string;
}

/** The postings that stand behind what came back and what was written off. */
export interface OpeningPostings {
  readonly returned?: string;
  readonly writtenOff?: string;
}

export interface Dated<E> {
  readonly event: E;
  readonly occurredOn: LocalDate;
}

export function importedCase(admission: Procedure, one: OpeningCase, ids: OpeningIds): Extract<CaseEvent, { type: "case_imported" }> {
  const enterprise: OrgRef = { id: ids.enterpriseId, kind: "enterprise", name: one.firm };
  return {
    type: "case_imported",
    next: { step: stepOf(admission, "loan")?.id ?? "loan", status: "funded" },
    voucherId: ids.voucherId,
    enterprise,
    representative: one.representative.name,
    recommender: one.recommender,
    review: {
      id: ids.reviewId,
      heldOn: one.reviewedOn,
      seats: one.units.map((unit) => ({ unit, delegate: { personId: "", name: "", title: "" } })),
    },
    tier: { ...one.tier, recoveryOwner: one.recoveryOwner },
    ...(one.consentNo ? { documentNo: one.consentNo } : {}),
    ...(one.slot ? { slot: { id: one.slot.id, year: one.slot.year } } : {}),
    loan: { ...one.loan, loanId: ids.loanId, leadId: "" },
  };
}

/** Number of the one repayment, and of the one receipt, that stand for all that came before. */
const BEFORE = "opening";

function claimed(rules: ClaimRules, one: OpeningCase, claim: OpeningClaim, claimId: string): Dated<FileEvent>[] {
  const [first] = rules.steps;
  const last = rules.steps.at(-1);
  const filing = {
    claimId,
    evidence: { grade: one.grade, overdueDays: 0, letterNo: "" },
    principal: one.outstanding,
    interest: ZERO,
    covered: ZERO,
    papers: [],
  };
  const batch = rules.batch ? { batch: periodOf(rules.batch.every, claim.claimedOn).name } : {};
  const pays = last?.id ?? "";
  return [
    {
      event: { type: "claim_filed", next: first?.id ?? "", filing, payee: claim.payee, ratio: one.tier.ratio },
      occurredOn: claim.claimedOn,
    },
    { event: { type: "claim_checked", next: pays, summary: "", ...batch }, occurredOn: claim.claimedOn },
    { event: { type: "claim_consented", documentNo: claim.claimConsentNo, next: pays, amount: claim.paid }, occurredOn: claim.paidOn },
    {
      event: { type: "claim_paid", instructionNo: claim.paidNo, ratio: one.tier.ratio, amount: claim.paid, unfunded: ZERO },
      occurredOn: claim.paidOn,
    },
  ];
}

/** What is lawfully under way and what came back; one receipt stands for all of them. */
function recovered(claim: OpeningClaim, postings: OpeningPostings, on: LocalDate): Dated<FileEvent>[] {
  const told: Dated<FileEvent>[] = [];
  const say = (event: FileEvent, occurredOn: LocalDate) => told.push({ event, occurredOn });
  const { coordinatedOn, legal, ended } = claim;
  if (coordinatedOn || legal)
    say({ type: "coordinated", outcome: "NO_RESULT", on: coordinatedOn ?? legal?.on ?? on, attended: [] }, coordinatedOn ?? legal?.on ?? on);
  if (legal) say({ type: "legal_started", on: legal.on, court: legal.court, caseNo: legal.caseNo }, legal.on);
  if (claim.recovered > ZERO)
    say({ type: "money_recovered", receipt: { id: BEFORE, receivedOn: on, amount: claim.recovered, costs: ZERO, due: claim.returned } }, on);
  if (claim.returned > ZERO && postings.returned)
    say({ type: "money_returned", receiptId: BEFORE, amount: claim.returned, transferId: postings.returned }, on);
  if (ended) say({ type: "legal_ended", ...ended }, ended.on);
  if (claim.writtenOff > ZERO && postings.writtenOff) say({ type: "written_off", amount: claim.writtenOff, transferId: postings.writtenOff }, on);
  return told;
}

/** The loan's own events after its disbursement, each on its day; what was repaid before stands as one repayment on the day of the balances. */
export function importedFile(
  rules: ClaimRules,
  one: OpeningCase,
  { claimId }: Pick<OpeningIds, "claimId">,
  postings: OpeningPostings,
  on: LocalDate,
): Dated<FileEvent>[] {
  const repaid = minus(one.loan.principal, one.outstanding);
  const paidOn = one.claim?.claimedOn ?? on;
  return [
    ...(repaid > ZERO
      ? [{ event: { type: "repaid", repayment: { id: BEFORE, on: paidOn, principal: repaid, interest: ZERO } } as const, occurredOn: paidOn }]
      : []),
    ...(one.grade === "normal" ? [] : [{ event: { type: "graded", grade: one.grade, on: paidOn } as const, occurredOn: paidOn }]),
    ...(one.claim ? [...claimed(rules, one, one.claim, claimId), ...recovered(one.claim, postings, on)] : []),
  ];
}
