/** Lengths in pictures: how much of a whole an amount is. Only lengths are computed, no amount that anybody reads. */
import { parseYuan } from "../../../shared/money";

const lengthOf = (amount: string): number => {
  const read = parseYuan(amount);
  return read.ok ? read.value : 0;
};

/** 0 to 1; what is beyond the whole stays at its edge. */
export const shareOf = (part: string, whole: string): number => {
  const all = lengthOf(whole);
  return all <= 0 ? 0 : Math.min(1, Math.max(0, lengthOf(part) / all));
};

/** The longest of several, which the others are drawn against. */
export const longestOf = (amounts: readonly string[]): string =>
  amounts.reduce((longest, amount) => (lengthOf(amount) > lengthOf(longest) ? amount : longest), "0.00");

/** Whether there is anything at all: a line with nothing in it is not drawn. */
export const isSome = (amount: string): boolean => lengthOf(amount) !== 0;
