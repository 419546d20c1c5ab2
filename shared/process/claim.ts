/** A bad loan's way to compensation: filed by the payee, checked into its half-year's batch, verified by the units that rated it, reported, consented. */
import { dueOn, halfYearOf, type Period } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Payable } from "../fund/ledger";
import type { LocalDate } from "../local-date";
import { type Fen, type Ratio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { Act } from "./act";
import { type Compensating, claimAmount } from "./claim-amount";
import type { ClaimRules, ClaimStep } from "./claim-rules";
import type { Claim, ClaimEvent, Filing } from "./claim-state";
import { type LoanFile, payeeOf } from "./loan-file";
import { outstandingOn } from "./loan-life";
import { type SchemeProcess, stepOf } from "./procedure";

/** What a claim needs to know of its scheme. */
export type ClaimScheme = SchemeProcess & Compensating;

/** How the institution stands on the day: an agreement in force, or a deal from before it that the government let in. */
export interface Standing {
  readonly agreementInForce: boolean;
  readonly transitionConsent?: string;
  /** A ratio below the grade's by sanction or agreement. */
  readonly lowered?: Ratio;
}

export const claimStep = <K extends ClaimStep["kind"]>(rules: ClaimRules, claim: Claim, kind: K): Outcome<Extract<ClaimStep, { kind: K }>> => {
  const step = rules.steps.find((candidate) => candidate.id === claim.step);
  return step?.kind === kind
    ? accept(step as Extract<ClaimStep, { kind: K }>)
    : refuse(claim.step === "paid" || claim.step === "withdrawn" ? "case_closed" : "wrong_step", { status: step?.says ?? claim.step });
};

/** The step after one that passed. */
export function nextStep(rules: ClaimRules, id: string): string {
  const at = rules.steps.findIndex((step) => step.id === id);
  const next = rules.steps[at + 1];
  if (!next) throw new RangeError(`no claim step after ${id}`);
  return next.id;
}

export const claimOf = (file: LoanFile): Outcome<Claim> => (file.claim ? accept(file.claim) : refuse("claim_invalid", { loan: file.loan.loanId }));
export const actsAt = (step: ClaimStep, act: Act): Outcome<true> =>
  step.by.includes(act.actor.org.kind) ? accept(true) : refuse("role_forbidden", { step: step.says }, step.cites);

function faultsOf(scheme: ClaimScheme, file: LoanFile, filing: Filing, on: LocalDate): Outcome<readonly Refusal[]> {
  const asked = valueOn(scheme.claim.evidence, on);
  if (!asked.ok) return asked;
  const { cites } = scheme.claim;
  const { evidence } = filing;
  const faults: Refusal[] = [];
  const invalid = (figures: Refusal["figures"], field: string) => faults.push({ code: "claim_invalid", figures, cites, field });
  if (!asked.value.grades.includes(evidence.grade)) invalid({ grade: evidence.grade, allowed: asked.value.grades.join("、") }, "grade");
  if (asked.value.overdueDays && !(Number.isSafeInteger(evidence.overdueDays) && evidence.overdueDays > 0))
    invalid({ overdueDays: String(evidence.overdueDays) }, "overdueDays");
  if (asked.value.letter && evidence.letterNo.trim() === "") invalid({}, "letterNo");
  const outstanding = outstandingOn(file.life, on);
  if (filing.principal !== outstanding || outstanding === ZERO)
    invalid({ principal: yuan(filing.principal), outstanding: yuan(outstanding) }, "principal");
  if (filing.interest < 0) invalid({ interest: yuan(filing.interest) }, "interest");
  if (filing.covered < 0) invalid({ covered: yuan(filing.covered) }, "covered");
  const missing = scheme.claim.papers.filter((paper) => !filing.papers.includes(paper.kind));
  if (missing.length > 0)
    faults.push({ code: "doc_missing", figures: { missing: missing.map((paper) => paper.says).join("、") }, cites: missing[0]?.cites ?? cites });
  return accept(faults);
}

/**
 * The payee files, or files again after a return. Refuses `claim_invalid` for a mode that pays no compensation, wrong evidence or a principal that
 * is not what the loan's record says, `payee_wrong`, `no_agreement`, `doc_missing`, `already_exists`.
 */
export function fileClaim(scheme: ClaimScheme, file: LoanFile, filing: Filing, standing: Standing, act: Act): Outcome<ClaimEvent[]> {
  const rules = scheme.claim;
  if (file.claim && file.claim.step !== "file" && file.claim.step !== "withdrawn") return refuse("already_exists", { claim: file.claim.id });
  const mode = stepOf(scheme.admission, "loan")?.modes.find((candidate) => candidate.id === file.loan.mode);
  const payee = mode ? payeeOf(file, mode) : undefined;
  if (!mode || !payee) return refuse("claim_invalid", { mode: mode?.says ?? file.loan.mode }, mode?.cites ?? rules.cites);
  if (payee.id !== act.actor.org.id) return refuse("payee_wrong", { payee: payee.name, given: act.actor.org.name }, mode.cites);
  if (!standing.agreementInForce && !standing.transitionConsent?.trim())
    return refuse("no_agreement", { institution: payee.name, on: act.on }, rules.agreement);
  const faults = faultsOf(scheme, file, filing, act.on);
  if (!faults.ok) return faults;
  if (faults.value.length > 0) return refuseAll(faults.value);
  const [first] = rules.steps;
  if (!first) return refuse("claim_invalid", {}, rules.cites);
  return accept([{ type: "claim_filed", next: first.id, filing, payee, ratio: standing.lowered ?? file.tier.ratio }]);
}

/** The lead has looked at the papers; the claim goes into the batch of the half-year in which it came in. */
export function checkClaim(scheme: ClaimScheme, file: LoanFile, summary: string, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "check");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  if (summary.trim() === "") return refuse("reason_required", {}, step.value.cites, "summary");
  return accept([{ type: "claim_checked", next: nextStep(scheme.claim, step.value.id), batch: halfYearOf(claim.value.receivedOn).name, summary }]);
}

/** Sends a claim back from the step at which it waits, with reasons, a higher authority by a paper; the units' ballot does so by itself. */
export function returnClaim(
  scheme: ClaimScheme,
  file: LoanFile,
  command: { readonly reason: string; readonly documentNo?: string },
  act: Act,
): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = scheme.claim.steps.find((candidate) => candidate.id === claim.value.step);
  if (!step || step.kind === "pay") return refuse("wrong_step", { status: step?.says ?? claim.value.step });
  const role = actsAt(step, act);
  if (!role.ok) return role;
  if (command.reason.trim() === "") return refuse("reason_required", {}, step.cites, "reason");
  if (step.kind === "approve" && !command.documentNo?.trim()) return refuse("document_no_required", {}, step.cites, "documentNo");
  return accept([{ type: "claim_returned", step: step.id, next: step.onReturn, ...command }]);
}

/** The institution may take its claim back until it is reported. */
export function withdrawClaim(scheme: ClaimScheme, file: LoanFile, reason: string, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const at = scheme.claim.steps.find((step) => step.id === claim.value.step);
  if (claim.value.payee.id !== act.actor.org.id)
    return refuse("payee_wrong", { payee: claim.value.payee.name, given: act.actor.org.name }, scheme.claim.payee);
  if (claim.value.step !== "file" && at?.kind !== "check" && at?.kind !== "ballot")
    return refuse("wrong_step", { status: at?.says ?? claim.value.step });
  return reason.trim() === "" ? refuse("reason_required", {}, undefined, "reason") : accept([{ type: "claim_withdrawn", reason }]);
}

/** The lead puts the claim before the government. Refuses `claim_not_in_batch`, `document_no_required`. */
export function reportClaim(scheme: ClaimScheme, file: LoanFile, documentNo: string, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "report");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  const { batch } = scheme.claim;
  if (batch && !claim.value.batch) return refuse("claim_not_in_batch", { claim: claim.value.id }, batch.cites);
  if (documentNo.trim() === "") return refuse("document_no_required", {}, step.value.cites, "documentNo");
  return accept([{ type: "claim_reported", documentNo, next: nextStep(scheme.claim, step.value.id) }]);
}

/** Consent fixes the most that may be paid; the amount is computed again on the day of payment. */
export function consentClaim(scheme: ClaimScheme, file: LoanFile, documentNo: string, standing: Standing, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "approve");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  if (documentNo.trim() === "") return refuse("document_no_required", {}, step.value.cites, "documentNo");
  const amount = claimAmount(scheme, file, claim.value, act.on, standing.lowered);
  if (!amount.ok) return amount;
  if (amount.value.amount === ZERO) return refuse("claim_invalid", { outstanding: yuan(outstandingOn(file.life, act.on)) }, scheme.claim.cites);
  return accept([{ type: "claim_consented", documentNo, next: nextStep(scheme.claim, step.value.id), amount: amount.value.amount }]);
}

/** What consent lets the fund pay, as the ledger keeps it. Refuses `gov_consent_required` before consent. */
export function payableOf(scheme: ClaimScheme, file: LoanFile): Outcome<Payable> {
  const { claim } = file;
  const cites = scheme.claim.steps.find((step) => step.kind === "approve")?.cites ?? scheme.claim.cites;
  if (!claim?.consent) return refuse("gov_consent_required", { claim: claim?.id ?? "—" }, cites);
  const { documentNo, on, amount } = claim.consent;
  return accept({
    id: claim.id,
    reason: "compensation",
    of: claim.id,
    caseId: file.caseId,
    payeeId: claim.payee.id,
    amount,
    approvedOn: on,
    documentNo,
  });
}

/** The account bank has paid. */
export function recordPayment(
  scheme: ClaimScheme,
  file: LoanFile,
  paid: { readonly instructionNo: string; readonly ratio: Ratio; readonly amount: Fen; readonly unfunded: Fen; readonly parts?: readonly Fen[] },
): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "pay");
  return step.ok ? accept([{ type: "claim_paid", ...paid }]) : step;
}

export interface ClaimFlag {
  readonly code: "claim_late" | "batch_overdue";
  readonly on: LocalDate;
  readonly provisional: boolean;
  readonly figures: Refusal["figures"];
}

/** Told, never a bar: a bad loan not claimed promptly; a batch whose half-year is over and whose claim is not verified. */
export function claimFlags(scheme: ClaimScheme, file: LoanFile, on: LocalDate, calendar: WorkCalendar): Outcome<ClaimFlag[]> {
  const asked = valueOn(scheme.claim.evidence, on);
  if (!asked.ok) return asked;
  const flags: ClaimFlag[] = [];
  const { prompt } = scheme.claim;
  if (prompt && !file.claim && asked.value.grades.includes(file.life.grade)) {
    const { date, provisional } = dueOn(prompt, file.life.gradedOn, calendar);
    if (on > date) flags.push({ code: "claim_late", on: date, provisional, figures: { due: date } });
  }
  const { claim } = file;
  const half: Period | undefined = claim ? halfYearOf(claim.receivedOn) : undefined;
  if (claim && half && !claim.opinion && claim.step !== "withdrawn" && on > half.last)
    flags.push({ code: "batch_overdue", on: half.last, provisional: false, figures: { batch: half.name } });
  return accept(flags);
}
