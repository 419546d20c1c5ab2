/** By when, in words: the day, how far off it is, and what makes the day so. */
import type { CaseView } from "../../../shared/contract/case";
import { daysBetween, parseDate, shanghaiDay } from "../../../shared/local-date";
import { dayText, halfText } from "../words/time";

export type Due = NonNullable<CaseView["due"]>;

/** Today in Shanghai, wherever the phone is. */
export const today = () => shanghaiDay(Date.now());

/** `11月28日前（还有 7 天）`; late is true when the day has passed. */
export function dueWords(on: string): { says: string; late: boolean } {
  const read = parseDate(on);
  if (!read.ok) return { says: on, late: false };
  const left = daysBetween(today(), read.value);
  const day = dayText(on).replace(`${today().slice(0, 4)}年`, "");
  if (left < 0) return { says: `${day}，已过 ${-left} 天`, late: true };
  return { says: left === 0 ? `今天（${day}）` : `${day}前，还有 ${left} 天`, late: false };
}

/** Working days that were skipped or made up, one line each. */
export const dueReasons = (due: Due): string[] => [
  // A half-year is named in words, as everywhere.
  due.says.replace(/\d{4}H[12]/, halfText),
  ...due.explained.map((each) => `${dayText(each.date)}：${each.why}`),
  ...(due.provisional ? ["下一年放假安排尚未公布，这是暂定日期，公布后会重新计算。"] : []),
];
