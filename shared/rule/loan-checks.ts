/** The questions that documents ask of a loan and of those who make it, as makers of rules; the firm's own questions are in `checks.ts`. */
import { Decimal } from "decimal.js";
import { fen, isRatio, plus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import type { RefusalCode } from "../refusal-code";
import type { Facts, PartnerFacts } from "./facts";
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

const MET: Answer = { verdict: "met" };
const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });
const unmet = (code: RefusalCode, figures: Readonly<Record<string, string>>, field: string): Answer => ({ verdict: "unmet", code, figures, field });
const told = (code: RefusalCode, figures: Readonly<Record<string, string>>, field: string): Answer => ({ verdict: "warning", code, figures, field });

/** Made on or after the first day, where there is one, and on or before the last: a word for each end. `until` itself is outside where the text says before. */
export const disbursedWithin =
  (
    span: { readonly from?: Parameter<string>; readonly until: Parameter<string>; readonly end?: Parameter<"inclusive" | "exclusive"> },
    codes: { readonly early: RefusalCode; readonly late: RefusalCode },
  ): Test =>
  ({ loan }, value) => {
    if (!loan) return missing("loan");
    const [from, until] = [span.from ? value(span.from) : undefined, value(span.until)];
    const figures = { disbursedOn: loan.disbursedOn, ...(from ? { from } : {}), until };
    if (from !== undefined && loan.disbursedOn < from) return unmet(codes.early, figures, "disbursedOn");
    const inside = span.end && value(span.end) === "exclusive" ? loan.disbursedOn < until : loan.disbursedOn <= until;
    return inside ? { ...MET, figures } : unmet(codes.late, figures, "disbursedOn");
  };

/** No larger than the last band: the document has no ratio for more. */
export const withinBands =
  (bands: Parameter<readonly { readonly upTo?: number }[]>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan) return missing("loan");
    const last = value(bands).at(-1)?.upTo;
    if (last === undefined || loan.principal <= last) return MET;
    return unmet(code, { amount: yuan(loan.principal), limit: yuan(fen(last)) }, "principal");
  };

/** Told where the loan alone falls into a better band than all that the firm was lent within the year: splitting is cheap. `total` is the name of that sum. */
export const notSplit =
  (bands: Parameter<readonly { readonly upTo?: number }[]>, total: string): Test =>
  ({ loan, totals }, value) => {
    const sum = totals?.[total];
    if (!loan || sum === undefined) return MET;
    const bandOf = (amount: number) => value(bands).findIndex(({ upTo }) => upTo === undefined || amount <= upTo);
    const together = plus(sum, loan.principal);
    return bandOf(together) === bandOf(loan.principal)
      ? MET
      : told("band_split", { amount: yuan(loan.principal), totalAfter: yuan(together) }, "principal");
  };

/** Through the platform: its order's number is the proof. */
export const throughPlatform: Test = ({ loan }) => (!loan ? missing("loan") : loan.orderNo?.trim() ? MET : unmet("not_via_platform", {}, "orderNo"));

export const purposeAmong =
  (purposes: Parameter<readonly string[]>): Test =>
  ({ loan }, value) => {
    if (!loan?.purpose) return missing("purpose");
    return value(purposes).includes(loan.purpose) ? MET : unmet("purpose", { given: loan.purpose.slice(0, 40) }, "purpose");
  };

export const modeAmong =
  (modes: Parameter<readonly string[]>): Test =>
  ({ loan }, value) => {
    if (!loan) return missing("loan");
    return value(modes).includes(loan.mode) ? MET : unmet("loan_type", { given: loan.mode.slice(0, 40) }, "mode");
  };

/** A benchmark whose published values are its versions, one of several tenors, read on the day of the contract or of the disbursement. */
export interface Benchmark {
  readonly tenors: Readonly<Record<string, Parameter<Ratio>>>;
  readonly tenor: Parameter<string>;
  readonly day: Parameter<"contract" | "disbursement">;
}

/** A yearly rate at most so far above a benchmark; the day of disbursement stands for a contract whose day is not told. */
export const rateOver =
  (benchmark: Benchmark, spread: Parameter<Ratio>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan?.rate || !isRatio(loan.rate)) return missing("rate");
    const published = benchmark.tenors[value(benchmark.tenor)];
    if (!published) return missing("benchmark");
    const on = value(benchmark.day) === "contract" ? (loan.contractOn ?? loan.disbursedOn) : loan.disbursedOn;
    const base = value(published, on);
    const top = new Decimal(base).plus(value(spread));
    const max = top.toFixed(Math.max(4, top.decimalPlaces()));
    const figures = { rate: loan.rate, benchmark: base, publishedBy: on, max };
    return new Decimal(loan.rate).lte(max) ? { ...MET, figures } : unmet(code, figures, "ratePercent");
  };

/** Months of the term: up to `most` where a reason is on file for more than `ordinary`; `most` absent means that a reason always does. */
export const termWithin =
  (
    id: string,
    ordinary: Parameter<number>,
    most: Parameter<number> | undefined,
    codes: { readonly over: RefusalCode; readonly relaxed: RefusalCode },
  ): Test =>
  ({ loan }, value) => {
    if (!loan?.termMonths) return missing("termMonths");
    const [usual, top] = [value(ordinary), most ? value(most) : undefined];
    const term = String(loan.termMonths);
    if (top !== undefined && loan.termMonths > top) return unmet(codes.over, { term, limit: String(top), usual: String(usual) }, "termMonths");
    // what was passed is the ordinary length; how far a reason may carry stands beside it
    const figures = { term, limit: String(usual), ...(top !== undefined && top !== usual ? { most: String(top) } : {}) };
    if (loan.termMonths <= usual) return { ...MET, figures };
    return loan.exceptions?.[id]?.trim()
      ? told(codes.relaxed, figures, "termMonths")
      : { verdict: "missing", code: "exception_missing", figures: { ...figures, limitId: id }, field: `exceptions.${id}` };
  };

/** A fee of one kind, as a yearly rate, at most so high; a fee that was not charged is none. */
export const feeAtMost =
  (kind: string, max: Parameter<Ratio>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan?.fees) return missing("fees");
    const limit = value(max);
    const over = loan.fees.find((fee) => fee.kind === kind && (fee.rate === undefined || !isRatio(fee.rate) || new Decimal(fee.rate).gt(limit)));
    return over ? unmet(code, { fee: kind, rate: over.rate ?? "—", limit }, "fees") : { ...MET, figures: { fee: kind, limit } };
  };

/** No charge but these, or none of these: `only` is a closed list, else the list is of what is forbidden. */
export const feesAmong =
  (kinds: Parameter<readonly string[]>, only: boolean): Test =>
  ({ loan }, value) => {
    if (!loan?.fees) return missing("fees");
    const wrong = loan.fees.find((fee) => value(kinds).includes(fee.kind) !== only);
    return wrong ? unmet("fee_forbidden", { kind: wrong.kind.slice(0, 40) }, "fees") : MET;
  };

/** So much of the loan was paid in before it went out; a required minimum rounds up. `paidIn` is the name of that sum. */
export const paidInFirst =
  (ratio: Parameter<Ratio>, paidIn: string, code: RefusalCode): Test =>
  ({ loan, totals }, value) => {
    if (!loan) return missing("loan");
    const due = timesRatio(loan.principal, value(ratio), "ceil");
    const paid = totals?.[paidIn] ?? ZERO;
    const figures = { due: yuan(due), paid: yuan(paid) };
    return paid >= due ? { ...MET, figures } : unmet(code, figures, "totals");
  };

/** Secured by none of these. */
export const collateralWithout =
  (forbidden: Parameter<readonly string[]>, code: RefusalCode): Test =>
  ({ loan }, value) => {
    if (!loan?.collateral) return missing("collateral");
    const found = loan.collateral.find((one) => value(forbidden).includes(one));
    return found ? unmet(code, { given: found }, "collateral") : MET;
  };

export const counterGuaranteed: Test = ({ loan }) =>
  loan?.counterGuarantee === undefined
    ? missing("counterGuarantee")
    : loan.counterGuarantee.length > 0
      ? MET
      : unmet("no_counter_guarantee", {}, "counterGuarantee");

/** The lender's own file holds every paper and act that the document names. */
export const loanFileHolds =
  (papers: readonly string[]): Test =>
  ({ loan }) => {
    const absent = papers.filter((paper) => !loan?.filed?.includes(paper));
    return absent.length === 0 ? MET : { verdict: "missing", code: "loan_file_incomplete", figures: { missing: absent.join("、") }, field: "filed" };
  };

type Party = "lender" | "guarantor";
const partner = (facts: Facts, who: Party): PartnerFacts | undefined => (who === "lender" ? facts.lender : facts.guarantor);

/** The party is there at all: a mode of lending that has three parties is nothing with two. */
export const takesPart =
  (who: Party): Test =>
  (facts) =>
    partner(facts, who) ? MET : { verdict: "missing", code: "party_missing", figures: { party: who }, field: who };

/** Under an agreement signed before the loan and in force on its day. */
export const underAgreement =
  (who: Party): Test =>
  (facts) => {
    const one = partner(facts, who);
    if (!one || !facts.loan) return missing(who);
    const { agreementFrom, agreementUntil } = one;
    const { disbursedOn } = facts.loan;
    const inForce = agreementFrom !== undefined && agreementFrom <= disbursedOn && (agreementUntil === undefined || disbursedOn <= agreementUntil);
    return inForce ? MET : unmet("no_agreement", { on: disbursedOn, from: agreementFrom ?? "—" }, who);
  };

/** Of one of the kinds, in the region where one is asked for, and certified as all of the marks. */
export const partnerFits =
  (
    who: Party,
    kinds: readonly string[],
    codes: { readonly kind: RefusalCode; readonly region?: RefusalCode },
    region?: Parameter<string>,
    marks: readonly string[] = [],
  ): Test =>
  (facts, value) => {
    const one = partner(facts, who);
    if (!one) return missing(who);
    const lacks = marks.filter((mark) => !one.marks?.includes(mark));
    if (!kinds.includes(one.kind) || lacks.length > 0)
      return unmet(codes.kind, { given: one.kind, ...(lacks.length > 0 ? { missing: lacks.join("、") } : {}) }, who);
    const wanted = region ? value(region) : undefined;
    if (wanted === undefined) return MET;
    if (one.region === undefined) return missing(`${who}.region`);
    return one.region.includes(wanted) ? MET : unmet(codes.region ?? codes.kind, { given: one.region, region: wanted }, who);
  };

/** Neither barred for its misconduct on the day nor ended as a partner before the loan. */
export const partnerInStanding =
  (who: Party, codes: { readonly banned: RefusalCode; readonly ended: RefusalCode }): Test =>
  (facts) => {
    const one = partner(facts, who);
    if (!one || !facts.loan) return missing(who);
    const { disbursedOn } = facts.loan;
    if (one.bannedThrough && disbursedOn <= one.bannedThrough) return unmet(codes.banned, { blockedThrough: one.bannedThrough }, who);
    return one.terminatedOn && one.terminatedOn <= disbursedOn ? unmet(codes.ended, { on: one.terminatedOn }, who) : MET;
  };

/** On the published list on the day of the loan and not struck off. */
export const onList =
  (codes: { readonly absent: RefusalCode; readonly removed: RefusalCode }): Test =>
  ({ listed, loan, appliedOn }) => {
    const on = loan?.disbursedOn ?? appliedOn;
    if (!listed || listed.listedOn > on) return unmet(codes.absent, { on }, "listed");
    return listed.removedOn && listed.removedOn <= on ? unmet(codes.removed, { removedOn: listed.removedOn }, "listed") : MET;
  };

/** Excluded for ever by what it did; no date ends it. */
export const neverExcluded: Test = ({ excludedFor }) =>
  excludedFor ? unmet("enterprise_banned", { conduct: excludedFor.conduct, verifiedOn: excludedFor.verifiedOn }, "excludedFor") : MET;
