/** The loan's record: the first disbursement uses up the one loan of the firm and its group; amount, rate, term and parties are checked here. */
import { Decimal } from "decimal.js";
import { type LocalDate, parseDate } from "../local-date";
import { type Fen, parseYuan, type Ratio, split, yuan } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts } from "../rule/facts";
import { warnings as warningsOf } from "../rule/rule";
import { type Act, mustBeEligible, openForBusiness } from "./act";
import { type CaseState, leadOf, openRound } from "./case";
import type { CaseEvent, LoanRecord, Offer } from "./event";
import { type LoanAnswers, type LoanTold, readAnswers } from "./loan-ask";
import type { OrgRef } from "./party";
import { type LoanMode, type LoanStep, type SchemeProcess, stepOf } from "./procedure";
import { readTerms } from "./push";
import { loanFacts, standsBehind } from "./registration";

export interface LoanText {
  readonly loanId: string;
  readonly leadId: string;
  readonly contractNo: string;
  readonly principal: string;
  readonly ratePercent: string;
  readonly termMonths: string;
  readonly disbursedOn: string;
  readonly mode: string;
  /** The guarantor or insurer that the mode needs. */
  readonly partner?: OrgRef;
  /** The lender's licence where it is not a bank: valid through this day. */
  readonly lenderLicensedThrough?: LocalDate;
  readonly payeeSharePercent?: string;
  readonly raiseReason?: string;
  /** The day of the guarantor's letter, where the lender's time to disburse counts from it. */
  readonly guaranteeLetterOn?: string;
  /** What the document asks of it beside its record. */
  readonly answers?: LoanAnswers;
}

/** What the payee passes on by the agreed shares, largest remainder, the payee named first. Refuses `split_invalid` unless both have a share and the shares sum to 1; 二（五）2 in 延庆. */
export function splitBetween(mode: LoanMode, amount: Fen, shares: Readonly<Record<string, Ratio>>): Outcome<Readonly<Record<string, Fen>>> {
  const parties = [mode.payee, "lender"];
  const agreed = parties.map((party) => (Object.hasOwn(shares, party) ? shares[party] : undefined));
  const fits =
    Object.keys(shares).length === parties.length &&
    agreed.every((share): share is Ratio => typeof share === "string" && /^\d+(?:\.\d+)?$/.test(share)) &&
    agreed.reduce((sum, share) => sum.plus(share), new Decimal(0)).eq(1);
  if (!fits) return refuse("split_invalid", { given: agreed.map((share) => share ?? "—").join("+") }, mode.splits ?? mode.cites);
  const parts = split(amount, agreed);
  return accept(Object.fromEntries(parties.map((party, at) => [party, parts[at] as Fen])));
}

/** The payee's agreed share in percent as two ratios that sum to 1. Refuses `split_invalid`. */
export function readShares(percent: string | undefined, mode: LoanMode): Outcome<{ payee: Ratio; lender: Ratio } | undefined> {
  if (!mode.splits) return accept(undefined);
  const plain = (percent ?? "").normalize("NFKC").trim();
  const ok = /^\d{1,3}(?:\.\d{1,4})?$/.test(plain) && new Decimal(plain).lte(100);
  if (!ok) return refuse("split_invalid", { given: plain.slice(0, 20) || "—" }, mode.splits, "payeeSharePercent");
  const payee = new Decimal(plain).div(100);
  return accept({ payee: payee.toFixed(), lender: new Decimal(1).minus(payee).toFixed() });
}

function parties(mode: LoanMode, text: LoanText, lender: OrgRef, on: LocalDate): Refusal[] {
  const faults: Refusal[] = [];
  if (!mode.lenders.includes(lender.kind))
    faults.push({ code: "partner_type_mismatch", figures: { given: lender.name }, cites: mode.cites, field: "mode" });
  if (lender.kind === "lender" && (!text.lenderLicensedThrough || text.lenderLicensedThrough < on))
    faults.push({ code: "lender_unlicensed", figures: { institution: lender.name, until: text.lenderLicensedThrough ?? "—" }, cites: mode.cites });
  if (mode.needs && text.partner?.kind !== mode.needs)
    faults.push({ code: mode.needs === "insurer" ? "insurer_missing" : "guarantor_missing", figures: {}, cites: mode.cites, field: "partnerOrgId" });
  return faults;
}

/** The scheme stands behind loans made in its life: one disbursed later is refused, however early it was pushed. */
function dates(
  scheme: Pick<SchemeProcess, "validity">,
  pushed: LocalDate | undefined,
  text: LoanText,
  on: LocalDate,
): { day: LocalDate | undefined; faults: Refusal[] } {
  const read = parseDate(text.disbursedOn, "disbursedOn");
  if (!read.ok) return { day: undefined, faults: [...read.refusals] };
  const pushedOn = pushed ?? read.value;
  if (read.value > on)
    return { day: read.value, faults: [{ code: "disbursed_in_future", figures: { disbursedOn: read.value, on }, field: "disbursedOn" }] };
  if (read.value < pushedOn)
    return { day: read.value, faults: [{ code: "disbursed_before_push", figures: { disbursedOn: read.value, pushedOn }, field: "disbursedOn" }] };
  const inLife = openForBusiness(scheme, read.value);
  return { day: read.value, faults: inLife.ok ? [] : inLife.refusals.map((refusal) => ({ ...refusal, field: "disbursedOn" })) };
}

/** Terms that are worse for the enterprise than the offer need a reason; 四（二）in 延庆 names an unjustified raise a breach. */
function raise(step: LoanStep, offered: { rate: Ratio } | undefined, rate: Ratio, reason: string | undefined): Refusal[] {
  if (!step.rateRaise || !offered || new Decimal(rate).lte(offered.rate) || reason?.trim()) return [];
  return [{ code: "rate_raised", figures: { rate, offered: offered.rate }, cites: step.rateRaise, field: "raiseReason" }];
}

/** What a loan's record is held against besides the scheme's own limits: who lends, what was offered and pushed, what was applied for. */
export interface LoanBounds {
  readonly lender: OrgRef;
  readonly offer: Pick<Offer, "rate">;
  readonly need?: Fen;
  readonly pushedOn?: LocalDate;
}

/** Reads a loan as typed; refuses with every fault at once. The phone asks it before it sends, the record asks it again. */
export function readLoan(
  scheme: Pick<SchemeProcess, "validity">,
  step: LoanStep,
  text: LoanText,
  bounds: LoanBounds,
  on: LocalDate,
): Outcome<LoanRecord> {
  const { lender, offer, need } = bounds;
  const faults: Refusal[] = [];
  const terms = readTerms(
    step,
    { amount: text.principal, ratePercent: text.ratePercent, termMonths: text.termMonths, mode: text.mode },
    "principal",
    on,
  );
  if (!terms.ok) faults.push(...terms.refusals);
  const when = dates(scheme, bounds.pushedOn, text, on);
  const mode = step.modes.find((candidate) => candidate.id === text.mode);
  if (mode) faults.push(...parties(mode, text, lender, when.day ?? on));
  const shares = mode ? readShares(text.payeeSharePercent, mode) : accept(undefined);
  if (!shares.ok) faults.push(...shares.refusals);
  faults.push(...when.faults);
  const letter = text.guaranteeLetterOn ? parseDate(text.guaranteeLetterOn, "guaranteeLetterOn") : undefined;
  if (letter && !letter.ok) faults.push(...letter.refusals);
  const principal = parseYuan(text.principal);
  if (principal.ok && need !== undefined && principal.value > need)
    faults.push({ code: "loan_over_need", figures: { amount: yuan(principal.value), need: yuan(need) }, cites: step.capCites, field: "principal" });
  if (terms.ok) faults.push(...raise(step, offer, terms.value.rate, text.raiseReason));
  if (faults.length > 0 || !terms.ok || !shares.ok || !when.day) return refuseAll(faults);
  return accept({
    loanId: text.loanId,
    leadId: text.leadId,
    contractNo: text.contractNo,
    principal: terms.value.amount,
    rate: terms.value.rate,
    termMonths: terms.value.termMonths,
    mode: terms.value.mode,
    disbursedOn: when.day,
    lender,
    ...(text.partner ? { partner: text.partner } : {}),
    ...(shares.value ? { shares: shares.value } : {}),
    ...(letter?.ok ? { guaranteeLetterOn: letter.value } : {}),
    ...(text.raiseReason?.trim() ? { raiseReason: text.raiseReason.trim() } : {}),
  });
}

/** What the rules look at: the record goes before what was told beside it, and that before what the records know. */
function askedOf(state: CaseState, facts: Facts, told: LoanTold, loan: LoanRecord): Facts {
  const listed =
    state.listedOn && !facts.listed ? { listed: { listedOn: state.listedOn, ...(state.unlistedOn ? { removedOn: state.unlistedOn } : {}) } } : {};
  const attested = told.attested ? { attested: { ...facts.attested, ...told.attested } } : {};
  return { ...listed, ...facts, ...attested, loan: { ...facts.loan, ...told.loan, ...loanFacts(loan) } };
}

/** Refuses with every fault at once. `facts` carry the loans of the firm and its group, so that a second one is refused with its path. */
export function recordLoan(scheme: SchemeProcess, state: CaseState, text: LoanText, facts: Facts, act: Act): Outcome<CaseEvent[]> {
  const step = stepOf(scheme.admission, "loan");
  const lead = leadOf(state, text.leadId);
  if (!step || !lead || lead.org.id !== act.actor.org.id) return refuse("lead_not_yours", { institution: act.actor.org.name });
  const round = openRound(state);
  if (!round?.leads.some((candidate) => candidate.id === lead.id) || lead.status === "declined")
    return refuse("lead_closed", { status: state.status === "funded" ? "funded" : lead.status });
  if (!lead.offer) return refuse("offer_missing", {}, step.cites);
  const need = state.application?.need.amount;
  const bounds = { lender: lead.org, offer: lead.offer, pushedOn: round.on, ...(need === undefined ? {} : { need }) };
  const told = readAnswers(step.asks, text.mode, text.answers ?? {});
  if (!told.ok) return told;
  const { guaranteeLetterOn } = told.value;
  const loan = readLoan(scheme, step, { ...text, ...(guaranteeLetterOn ? { guaranteeLetterOn } : {}) }, bounds, act.on);
  // rules about the loan itself cannot be asked of one that could not be read
  if (!loan.ok && (facts.loan || step.asks)) return loan;
  const asked = loan.ok ? askedOf(state, facts, told.value, loan.value) : facts;
  const decision = mustBeEligible(scheme, asked, "disbursement", act.on);
  if (!decision.ok) return decision;
  if (!loan.ok) return loan;
  const mode = step.modes.find((candidate) => candidate.id === loan.value.mode);
  const stands = mode ? standsBehind(mode, loan.value.principal, loan.value.disbursedOn) : accept(undefined);
  if (!stands.ok) return stands;
  const warnings = [
    ...(new Decimal(loan.value.rate).gt(lead.offer.rate) ? ["rate_raised"] : []),
    ...warningsOf(decision.value).flatMap(({ code }) => (code ? [code] : [])),
  ];
  const record = stands.value ? { ...loan.value, stands: stands.value } : loan.value;
  const { loan: beside, attested } = asked;
  const kept = step.asks && beside ? { told: { loan: beside, ...(attested ? { attested } : {}) } } : {};
  return accept([{ type: "loan_recorded", loan: record, warnings, decision: decision.value, ...kept }]);
}
