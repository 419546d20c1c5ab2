/** Money is an integer number of fen behind a brand; ratios are decimal text; rounding is always named. */
import { Decimal } from "decimal.js";
import { accept, type Outcome, refuse } from "./outcome";

declare const brand: unique symbol;
export type Fen = number & { readonly [brand]: "fen" };
/** A ratio as decimal text, e.g. `"0.50"`; never a float. */
export type Ratio = string;
/** Half-up for a payout by ratio, floor for a cap, ceil for a required minimum (reading G-01). */
export type Rounding = "half_up" | "floor" | "ceil";

/** The library keeps 20 digits, less than 16 of fen times a long ratio: a product cut there would be rounded twice. */
const Exact = Decimal.clone({ precision: 60 });
const MODE = { half_up: Decimal.ROUND_HALF_UP, floor: Decimal.ROUND_FLOOR, ceil: Decimal.ROUND_CEIL } as const;

/** An integer number of fen, at most 2^53−1 either way; throws on anything else, for that is a broken invariant. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

export const ZERO = fen(0);

/** Reads yuan with at most two decimals, e.g. `5000000.00`; full-width digits and grouping commas are folded. Refuses `amount_invalid`. */
export function parseYuan(text: string, field?: string): Outcome<Fen> {
  const folded = text.normalize("NFKC").trim();
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(folded) ? folded.replace(/,/g, "") : folded;
  const match = /^(-?)(\d{1,14})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return refuse("amount_invalid", { given: text.slice(0, 40) }, undefined, field);
  const cents = new Decimal(`${match[2]}.${(match[3] ?? "").padEnd(2, "0")}`).times(100).toNumber();
  if (!Number.isSafeInteger(cents)) return refuse("amount_invalid", { given: text.slice(0, 40) }, undefined, field);
  return accept(fen(match[1] ? -cents : cents));
}

/** `5000000.00`: the form of the worked examples, the API and the exports. */
export const yuan = (amount: Fen): string => new Decimal(amount).div(100).toFixed(2);

/** amount × ratio, rounded to fen as named. */
export const timesRatio = (amount: Fen, ratio: Ratio, rounding: Rounding): Fen =>
  fen(new Exact(amount).times(ratio).toDecimalPlaces(0, MODE[rounding]).toNumber());

/** An exact sum of products in fen, rounded once, as named. */
export const roundFen = (exact: Decimal, rounding: Rounding): Fen => fen(exact.toDecimalPlaces(0, MODE[rounding]).toNumber());

export const plus = (...amounts: readonly Fen[]): Fen => amounts.reduce((sum, amount) => fen(sum + amount), ZERO);
export const minus = (a: Fen, b: Fen): Fen => fen(a - b);
export const lesser = (a: Fen, b: Fen): Fen => (a <= b ? a : b);

/**
 * Splits an amount in proportion to whole weights, such as claims against too little money: largest remainder, ties in the order given.
 * Throws where a weight is negative or all are nothing, for then there is no proportion.
 */
export function splitByWeight(total: Fen, weights: readonly Fen[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new Exact(0));
  if (whole.lte(0) || weights.some((weight) => weight < 0)) throw new RangeError(`not weights: ${weights.join(", ")}`);
  const exact = weights.map((weight) => new Exact(total).times(weight));
  const parts = exact.map((part) => part.divToInt(whole).toNumber());
  const rests = exact.map((part, at) => ({ at, rest: part.mod(whole) })).sort((a, b) => b.rest.cmp(a.rest) || a.at - b.at);
  const left = parts.reduce((rest, part) => rest - part, total as number);
  for (const { at } of rests.slice(0, left)) parts[at] = (parts[at] as number) + 1;
  return parts.map(fen);
}

/** A plain decimal, not below nothing. */
export const isRatio = (text: string): boolean => /^\d+(?:\.\d+)?$/.test(text);

/** Ratios that sum to one. */
export const areOneWhole = (shares: readonly Ratio[]): boolean =>
  shares.every(isRatio) && shares.reduce((sum, share) => sum.plus(share), new Exact(0)).eq(1);

/**
 * Splits an amount so that the parts sum exactly: largest remainder, ties in the order given (reading G-02).
 * Throws where the shares do not sum to 1 or one is negative: whoever enters shares checks them first.
 */
export function split(total: Fen, shares: readonly Ratio[]): Fen[] {
  if (!areOneWhole(shares)) throw new RangeError(`not shares of one whole: ${shares.join(" + ")}`);
  const exact = shares.map((share) => new Exact(total).times(share));
  const parts = exact.map((part) => part.floor());
  let left = new Exact(total).minus(parts.reduce((sum, part) => sum.plus(part), new Exact(0))).toNumber();
  const order = exact.map((part, at) => ({ at, rest: part.minus(parts[at] as Decimal) })).sort((a, b) => b.rest.cmp(a.rest) || a.at - b.at);
  for (const { at } of order) {
    if (left <= 0) break;
    parts[at] = (parts[at] as Decimal).plus(1);
    left -= 1;
  }
  return parts.map((part) => fen(part.toNumber()));
}
