/** What those who stand behind a fund pay into it: the least that each owes, by when, and what it fills up again after the fund has paid for its firms. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import { addYears, type LocalDate } from "../local-date";
import { type Fen, fen, minus, plus, type Ratio, roundFen, timesRatio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import { partOf, type Shares, shareOut } from "./sharing";

export interface ContributionRules {
  /** Kinds of source, by our words. */
  readonly sources: Parameter<readonly string[]>;
  /** The source that owes at least so much as a rule, never less than the floor, and less than the rule only with a reason. */
  readonly least: { readonly by: string; readonly ordinary: Parameter<number>; readonly floor: Parameter<number>; readonly cites: Citation };
  /** Paid in within so many years, at once or in parts. */
  readonly within: { readonly years: Parameter<number>; readonly cites: Citation };
  /** After a payment: its own part of the fund's, and never less than its least afterwards. */
  readonly refill: { readonly of: Shares; readonly cites: Citation };
  readonly cites: Citation;
}

export interface Promise {
  readonly source: string;
  readonly amount: Fen;
  /** Why it is less than the rule asks. */
  readonly hardship?: string;
}

/** Refuses `source_unknown`, `injection_floor`; tells `injection_low` where less than the rule comes without a reason. */
export function mayContribute(rules: ContributionRules, given: Promise, on: LocalDate): Outcome<{ readonly warning?: Refusal }> {
  const sources = valueOn(rules.sources, on);
  if (!sources.ok) return sources;
  if (!sources.value.includes(given.source)) return refuse("source_unknown", { given: given.source.slice(0, 40) }, rules.cites, "source");
  if (given.amount <= ZERO) return refuse("amount_invalid", { given: yuan(given.amount) }, rules.cites, "amount");
  if (given.source !== rules.least.by) return accept({});
  const [ordinary, floor] = [valueOn(rules.least.ordinary, on), valueOn(rules.least.floor, on)];
  if (!ordinary.ok) return ordinary;
  if (!floor.ok) return floor;
  const figures = (least: number) => ({ amount: yuan(given.amount), least: yuan(fen(least)) });
  if (given.amount < floor.value) return refuse("injection_floor", figures(floor.value), rules.least.floor.cites, "amount");
  if (given.amount >= ordinary.value || given.hardship?.trim()) return accept({});
  return accept({ warning: { code: "injection_low", figures: figures(ordinary.value), cites: rules.least.cites } });
}

/** What one source owes at the least on a day: the rule's amount, or the floor where its reason was accepted. */
export function leastOf(rules: ContributionRules, hardship: string | undefined, on: LocalDate): Outcome<Fen> {
  const least = valueOn(hardship?.trim() ? rules.least.floor : rules.least.ordinary, on);
  return least.ok ? accept(fen(least.value)) : least;
}

/** `injection_overdue` once the years are over and not all of it is there. */
export function contributionFlag(
  rules: ContributionRules,
  promised: { readonly since: LocalDate; readonly amount: Fen; readonly paidIn: Fen },
  on: LocalDate,
): Outcome<Refusal | undefined> {
  const years = valueOn(rules.within.years, promised.since);
  if (!years.ok) return years;
  const due = addYears(promised.since, years.value);
  if (on <= due || promised.paidIn >= promised.amount) return accept(undefined);
  const figures = { due, paidIn: yuan(promised.paidIn), promised: yuan(promised.amount) };
  return accept({ code: "injection_overdue", figures, cites: rules.within.cites });
}

export interface Refill {
  /** Its part of what the fund paid. */
  readonly charge: Fen;
  readonly afterCharge: Fen;
  /** What it pays in now, and what it has then. */
  readonly owed: Fen;
  readonly after: Fen;
}

/** What a source fills up after the fund has paid for its firms. Refuses `amount_invalid`, and `balance_below_zero` for a part that it never had. */
export function refillAfter(
  rules: ContributionRules,
  given: { readonly paid: Fen; readonly before: Fen; readonly least: Fen },
  on: LocalDate,
): Outcome<Refill> {
  const { paid, before, least } = given;
  const parts = shareOut(rules.refill.of, paid, {}, on);
  if (!parts.ok) return parts;
  return refillBy(rules, { charge: partOf(parts.value, rules.least.by), before, least });
}

/**
 * What a source owes for all that was paid for its firms so far. What it never paid in is short of its least besides: then its part is taken as all that
 * it had.
 */
export function refillOwed(
  rules: ContributionRules,
  given: { readonly paid: Fen; readonly paidIn: Fen; readonly hardship?: string },
  on: LocalDate,
): Outcome<Refill> {
  const parts = shareOut(rules.refill.of, given.paid, {}, on);
  if (!parts.ok) return parts;
  const least = leastOf(rules, given.hardship, on);
  if (!least.ok) return least;
  const charge = partOf(parts.value, rules.least.by);
  return refillBy(rules, { charge, before: charge > given.paidIn ? charge : given.paidIn, least: least.value });
}

/** The same of a part that is known. */
export function refillBy(rules: ContributionRules, given: { readonly charge: Fen; readonly before: Fen; readonly least: Fen }): Outcome<Refill> {
  const { charge, before, least } = given;
  const { cites } = rules.refill;
  if (charge < 0 || before < 0 || least < 0) return refuse("amount_invalid", { given: yuan(charge < 0 ? charge : before) }, cites);
  if (charge > before) return refuse("balance_below_zero", { available: yuan(before), asked: yuan(charge) }, cites);
  const afterCharge = minus(before, charge);
  const short = least > afterCharge ? minus(least, afterCharge) : ZERO;
  const owed = short > charge ? short : charge;
  return accept({ charge, afterCharge, owed, after: plus(afterCharge, owed) });
}

/** Is so much enough? Refuses `replenish_low` where less than its part comes, or its least is still not there. */
export function mayRefill(rules: ContributionRules, refill: Refill, amount: Fen): Outcome<true> {
  return amount >= refill.owed
    ? accept(true)
    : refuse("replenish_low", { amount: yuan(amount), owed: yuan(refill.owed) }, rules.refill.cites, "amount");
}

/** `replenish_due` while a source has not filled up what it owes. */
export function refillFlag(rules: ContributionRules, refill: Refill, paidIn: Fen): Refusal | undefined {
  if (paidIn >= refill.owed) return undefined;
  return { code: "replenish_due", figures: { owed: yuan(refill.owed), paidIn: yuan(paidIn) }, cites: rules.refill.cites };
}

export interface Carried {
  /** The fund that a contribution of this share stands for, and what may be lent on it. */
  readonly fund: Fen;
  readonly capacity: Fen;
  /** How many times the contribution that is. */
  readonly multiple: Ratio;
}

/** What a contribution of a share carries at so many times the fund: by it two limits of a document are held against each other. Refuses `field_invalid` for no share. */
export function carriedBy(contribution: Fen, share: Ratio, times: Ratio): Outcome<Carried> {
  if (contribution < 0) return refuse("amount_invalid", { given: yuan(contribution) });
  if (![share, times].every((one) => /^\d+(?:\.\d+)?$/.test(one)) || new Decimal(share).lte(0) || new Decimal(share).gt(1))
    return refuse("field_invalid", { given: share.slice(0, 40) }, undefined, "share");
  const fund = roundFen(new Decimal(contribution).div(share), "floor");
  return accept({ fund, capacity: timesRatio(fund, times, "floor"), multiple: new Decimal(times).div(share).toDecimalPlaces(4).toString() });
}
