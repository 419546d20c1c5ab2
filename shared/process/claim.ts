/** A bad loan's way to compensation: filed by the payee, checked into its half-year's batch, verified by the units that rated it, reported, consented. */
import { dueOn, periodBefore, periodOf } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { AllocationRules } from "../fund/allocation";
import { accountOf, type Chart, reasonOf } from "../fund/chart";
import type { Payable, Subs } from "../fund/ledger";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, type Ratio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { Act } from "./act";
import { type Compensating, claimAmount } from "./claim-amount";
import { filingFaults, selfInterest } from "./claim-faults";
import type { ClaimRules, ClaimStep } from "./claim-rules";
import type { Claim, ClaimEvent, Filing } from "./claim-state";
import { type LoanFile, payeeOf } from "./loan-file";
import { outstandingOn } from "./loan-life";
import type { Obligation } from "./obligation";
import type { OrgRef } from "./party";
import { modesOf, type SchemeProcess } from "./procedure";
import { mayBePaid, type WatchRules } from "./watch";

/** What a claim needs to know of its scheme. */
export type ClaimScheme = SchemeProcess &
  Compensating & {
    readonly obligations?: readonly Obligation[];
    readonly fund?: { readonly allocation?: AllocationRules; readonly chart?: Chart };
    readonly watch?: WatchRules;
  };

/** How the institution stands on the day: an agreement in force, or a deal from before it that the government let in. */
export interface Standing {
  readonly agreementInForce: boolean;
  readonly transitionConsent?: string;
  /** A ratio below the grade's by sanction or agreement. */
  readonly lowered?: Ratio;
  /** What bars it from claiming on the day: a ban that runs. */
  readonly barred?: readonly Refusal[];
  /** The decision that paused what it may be paid. */
  readonly pausedBy?: string;
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

/**
 * The payee files, or files again after a return. Refuses `claim_invalid` for a mode that pays no compensation, wrong evidence or a principal that
 * is not what the loan's record says, `payee_wrong`, the mode's own word for who bears a part and gets nothing, `no_agreement`, `doc_missing`, `already_exists`.
 */
export function fileClaim(scheme: ClaimScheme, file: LoanFile, filing: Filing, standing: Standing, act: Act): Outcome<ClaimEvent[]> {
  const rules = scheme.claim;
  if (file.claim && file.claim.step !== "file" && file.claim.step !== "withdrawn") return refuse("already_exists", { claim: file.claim.id });
  const mode = modesOf(scheme.admission).find((candidate) => candidate.id === file.loan.mode);
  const { unpaid } = mode ?? {};
  const bears = [file.loan.lender.id, file.loan.partner?.id].includes(act.actor.org.id);
  if (unpaid && bears && unpaid.kinds.includes(act.actor.org.kind)) return refuse(unpaid.code, { institution: act.actor.org.name }, unpaid.cites);
  const payee = mode ? payeeOf(file, mode) : undefined;
  if (!mode || !payee) return refuse("claim_invalid", { mode: mode?.says ?? file.loan.mode }, mode?.cites ?? rules.cites);
  if (payee.id !== act.actor.org.id) return refuse("payee_wrong", { payee: payee.name, given: act.actor.org.name }, mode.cites);
  if (!standing.agreementInForce && !standing.transitionConsent?.trim())
    return refuse("no_agreement", { institution: payee.name, on: act.on }, rules.agreement);
  if (standing.barred && standing.barred.length > 0) return refuseAll(standing.barred);
  const faults = filingFaults(rules, scheme.obligations ?? [], file, filing, mode.payee === "guarantor", act.on);
  if (!faults.ok) return faults;
  if (faults.value.length > 0) return refuseAll(faults.value);
  const [first] = rules.steps;
  if (!first) return refuse("claim_invalid", {}, rules.cites);
  return accept([{ type: "claim_filed", next: first.id, filing, payee, ratio: standing.lowered ?? file.tier.ratio }]);
}

/** The batch that a claim goes into by a step on a day: of its receipt, or of the opinion that the step gives. */
function batchBy(rules: ClaimRules, step: Extract<ClaimStep, { kind: "check" }>, claim: Claim, on: LocalDate): string | undefined {
  const { batch } = rules;
  const first = rules.steps.find((one) => one.kind === "check");
  if (!batch || (step.gives !== "opinion" && step !== first)) return undefined;
  return periodOf(batch.every, step.gives === "opinion" ? on : claim.receivedOn).name;
}

/**
 * An authority has looked at the papers, with those that it has to hear; where the document gathers batches the claim goes into its own. Refuses
 * `check_missing` for a kind that was not heard, `self_interest` for who bears a part of the loss itself.
 */
export function checkClaim(scheme: ClaimScheme, file: LoanFile, summary: string, act: Act, heard: readonly OrgRef[] = []): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "check");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  if (summary.trim() === "") return refuse("reason_required", {}, step.value.cites, "summary");
  const { together, disinterested } = step.value;
  const asked = together ? valueOn(together.count, act.on) : accept(0);
  if (!asked.ok) return asked;
  const fit = new Set(heard.filter((org) => together?.kinds.includes(org.kind)).map((org) => org.id)).size;
  if (fit < asked.value) return refuse("check_missing", { min: String(asked.value), found: String(fit) }, together?.cites, "heard");
  const interest = selfInterest(disinterested, act.actor.org.id, file, act.on);
  if (!interest.ok) return interest;
  const batch = batchBy(scheme.claim, step.value, claim.value, act.on);
  return accept([
    {
      type: "claim_checked",
      next: nextStep(scheme.claim, step.value.id),
      summary,
      ...(batch ? { batch } : {}),
      ...(heard.length > 0 ? { heard } : {}),
      ...(interest.value ? { interested: true as const } : {}),
    },
  ]);
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

/** Everything came in before the fund paid: the claim has nothing left to wait for. */
function nothingDue(scheme: ClaimScheme, file: LoanFile, claim: Claim, on: LocalDate): boolean {
  const amount = claimAmount(scheme, file, claim, on);
  // what only the records can tell the amount of has nothing due once nothing of the loan is out
  return amount.ok ? amount.value.amount === ZERO : outstandingOn(file.life, on) === ZERO;
}

/** The institution may take its claim back until it is reported, and afterwards where nothing is left to be paid. */
export function withdrawClaim(scheme: ClaimScheme, file: LoanFile, reason: string, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const at = scheme.claim.steps.find((step) => step.id === claim.value.step);
  if (claim.value.payee.id !== act.actor.org.id)
    return refuse("payee_wrong", { payee: claim.value.payee.name, given: act.actor.org.name }, scheme.claim.payee);
  const ends = at?.kind === "pay" && nothingDue(scheme, file, claim.value, act.on);
  if (claim.value.step !== "file" && at?.kind !== "check" && at?.kind !== "ballot" && !ends)
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
  if (batch?.closed && claim.value.batch === periodOf(batch.every, act.on).name)
    return refuse("alloc_state", { batch: claim.value.batch, until: periodOf(batch.every, act.on).last }, batch.cites);
  if (documentNo.trim() === "") return refuse("document_no_required", {}, step.value.cites, "documentNo");
  return accept([{ type: "claim_reported", documentNo, next: nextStep(scheme.claim, step.value.id) }]);
}

/** What consent is given on, beside the file: sums of the fund's own records that the formula asks for, and the claim's part of the period's allocation. */
export interface Consenting {
  readonly sums?: Readonly<Record<string, Fen>>;
  readonly allocated?: Fen;
}

/** Consent fixes the most that may be paid; the amount is computed again on the day of payment. Refuses `alloc_state` where a period's money is allocated and this claim has no part yet. */
export function consentClaim(
  scheme: ClaimScheme,
  file: LoanFile,
  documentNo: string,
  standing: Standing,
  act: Act,
  given: Consenting = {},
): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "approve");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  if (documentNo.trim() === "") return refuse("document_no_required", {}, step.value.cites, "documentNo");
  const unpaused = mayBePaid(scheme.watch, standing.pausedBy);
  if (!unpaused.ok) return unpaused;
  const allocation = scheme.fund?.allocation;
  if (allocation && given.allocated === undefined) return refuse("alloc_state", { status: step.value.says, wanted: "ALLOCATED" }, allocation.cites);
  const computed = claimAmount(scheme, file, claim.value, act.on, standing.lowered, given.sums);
  if (!computed.ok) return computed;
  const amount = given.allocated === undefined ? computed.value.amount : lesser(computed.value.amount, given.allocated);
  if (amount === ZERO) return refuse("claim_invalid", { outstanding: yuan(outstandingOn(file.life, act.on)) }, scheme.claim.cites);
  return accept([{ type: "claim_consented", documentNo, next: nextStep(scheme.claim, step.value.id), amount }]);
}

/** What was approved is told to who pays, with the notice's number. */
export function notifyClaim(scheme: ClaimScheme, file: LoanFile, documentNo: string, act: Act): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "notify");
  if (!step.ok) return step;
  const role = actsAt(step.value, act);
  if (!role.ok) return role;
  if (documentNo.trim() === "") return refuse("document_no_required", {}, step.value.cites, "documentNo");
  return accept([{ type: "claim_notified", documentNo, next: nextStep(scheme.claim, step.value.id) }]);
}

/** Whose own money may pay it, where the fund keeps money apart: what lies with the lender, what the firm paid in. */
function subsOf(chart: Chart | undefined, { loan, enterprise }: LoanFile): Subs | undefined {
  const per = chart ? reasonOf(chart, "compensation")?.credits.map((id) => accountOf(chart, id)?.per) : undefined;
  const subs: Subs = {
    ...(per?.includes("institution") ? { institution: loan.lender.id } : {}),
    ...(per?.includes("enterprise") ? { enterprise: enterprise.id } : {}),
  };
  return Object.keys(subs).length > 0 ? subs : undefined;
}

/** What consent lets the fund pay, as the ledger keeps it. Refuses `gov_consent_required`, or the step's own word, before consent. */
export function payableOf(scheme: ClaimScheme, file: LoanFile): Outcome<Payable> {
  const { claim } = file;
  const step = scheme.claim.steps.find((one): one is Extract<ClaimStep, { kind: "approve" }> => one.kind === "approve");
  if (!claim?.consent) return refuse(step?.missing ?? "gov_consent_required", { claim: claim?.id ?? "—" }, step?.cites ?? scheme.claim.cites);
  const { documentNo, on, amount } = claim.consent;
  const subs = subsOf(scheme.fund?.chart, file);
  return accept({
    id: claim.id,
    reason: "compensation",
    of: claim.id,
    caseId: file.caseId,
    payeeId: claim.payee.id,
    amount,
    approvedOn: on,
    documentNo,
    ...(subs ? { subs } : {}),
  });
}

/** The account bank has paid. */
export function recordPayment(
  scheme: ClaimScheme,
  file: LoanFile,
  paid: {
    readonly instructionNo: string;
    readonly ratio: Ratio;
    readonly amount: Fen;
    readonly unfunded: Fen;
    readonly parts?: readonly Fen[];
    readonly loss?: Fen;
  },
): Outcome<ClaimEvent[]> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "pay");
  return step.ok ? accept([{ type: "claim_paid", ...paid }]) : step;
}

export interface ClaimFlag {
  readonly code: "claim_late" | "batch_overdue" | "obligation_overdue";
  readonly on: LocalDate;
  readonly provisional: boolean;
  readonly figures: Refusal["figures"];
}

/** Told, never a bar: a bad loan not claimed promptly; a batch whose half-year is over and whose claim is not verified. */
export function claimFlags(scheme: ClaimScheme, file: LoanFile, on: LocalDate, calendar: WorkCalendar): Outcome<ClaimFlag[]> {
  const asked = valueOn(scheme.claim.evidence, on);
  if (!asked.ok) return asked;
  const flags: ClaimFlag[] = [];
  const { prompt, batch } = scheme.claim;
  if (prompt && !file.claim && asked.value.grades.includes(file.life.grade)) {
    const { date, provisional } = dueOn(prompt, file.life.gradedOn, calendar);
    if (on > date) flags.push({ code: "claim_late", on: date, provisional, figures: { due: date } });
  }
  const { claim } = file;
  const half = claim && batch?.every === "half_year" ? periodOf(batch.every, claim.receivedOn) : undefined;
  if (claim && half && !claim.opinion && claim.step !== "withdrawn" && on > half.last)
    flags.push({ code: "batch_overdue", on: half.last, provisional: false, figures: { batch: half.name } });
  const step = scheme.claim.steps.find((one) => one.id === claim?.step);
  if (batch?.within && claim?.batch && step?.kind === "report" && !claim.reported) {
    const { date, provisional } = dueOn(batch.within, periodBefore(batch.every, on).last, calendar);
    if (on > date && claim.batch === periodBefore(batch.every, on).name)
      flags.push({ code: "batch_overdue", on: date, provisional, figures: { batch: claim.batch, due: date } });
  }
  if (claim && step?.within) {
    const { date, provisional } = dueOn(step.within, claim.since, calendar);
    if (on > date) flags.push({ code: "obligation_overdue", on: date, provisional, figures: { due: date, step: step.says } });
  }
  return accept(flags);
}
