/** Exact fractions of whole numbers: the ground of the second opinion, apart from the engine's decimals. */
import type { Ratio, Rounding } from "../money";

export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** `"0.50"` is 50 over 100; text that is no such number is none. */
export function fractionOf(text: Ratio | undefined): Fraction | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text ?? "");
  if (!match) return undefined;
  const digits = match[2] ?? "";
  return { top: BigInt(`${match[1]}${digits}`), bottom: BigInt(`1${"0".repeat(digits.length)}`) };
}

export const isMore = (one: Fraction, other: Fraction): boolean => one.top * other.bottom > other.top * one.bottom;

/** Whole times a fraction, to the whole number that the rounding names. */
export function times(whole: bigint, { top, bottom }: Fraction, rounding: Rounding): bigint {
  const product = whole * top;
  const floor = product / bottom;
  const rest = product % bottom;
  if (rest === 0n || rounding === "floor") return floor;
  return rounding === "ceil" || rest + rest >= bottom ? floor + 1n : floor;
}

/** Parts of a whole by fractions that sum to one: what is left over goes one by one to the largest remainder, the earlier of two equal ones first. */
export function largestRemainder(whole: bigint, fractions: readonly (Fraction | undefined)[]): bigint[] | undefined {
  if (fractions.length === 0 || fractions.some((fraction) => fraction === undefined)) return undefined;
  const known = fractions as readonly Fraction[];
  const common = known.reduce((product, { bottom }) => product * bottom, 1n);
  const weights = known.map(({ top, bottom }) => (top * common) / bottom);
  return weights.reduce((sum, weight) => sum + weight, 0n) === common ? byWeight(whole, weights, common) : undefined;
}

/** The same by whole weights, such as claims; nothing where the weights are nothing. */
export function inProportion(whole: bigint, weights: readonly bigint[]): bigint[] | undefined {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  return sum > 0n && weights.every((weight) => weight >= 0n) ? byWeight(whole, weights, sum) : undefined;
}

function byWeight(whole: bigint, weights: readonly bigint[], sum: bigint): bigint[] {
  const parts = weights.map((weight) => (whole * weight) / sum);
  const open = weights.map((weight, at) => ({ rest: (whole * weight) % sum, at }));
  let spare = parts.reduce((left, part) => left - part, whole);
  while (spare > 0n) {
    const best = open.reduce((high, one) => (one.rest > high.rest ? one : high));
    parts[best.at] = (parts[best.at] ?? 0n) + 1n;
    open.splice(open.indexOf(best), 1);
    spare -= 1n;
  }
  return parts;
}
