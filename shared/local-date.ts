/** A day in Asia/Shanghai as `YYYY-MM-DD`: the only time that rules know. Arithmetic is on day numbers, never on a clock. */
import { accept, type Outcome, refuse } from "./outcome";

declare const brand: unique symbol;
export type LocalDate = string & { readonly [brand]: "day" };

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (LENGTHS[month - 1] ?? 0));
const pad = (n: number, width: number) => String(n).padStart(width, "0");

export const dateOf = (year: number, month: number, day: number): LocalDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate;

/** Reads a real calendar day of the years 1900 to 2200; refuses `date_invalid`. */
export function parseDate(text: string, field?: string): Outcome<LocalDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [0, 0, 0];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return refuse("date_invalid", { given: text.slice(0, 40) }, undefined, field);
  return accept(text as LocalDate);
}

/** For constants in schemes and tests: throws where `parseDate` refuses. */
export function day(text: string): LocalDate {
  const read = parseDate(text);
  if (!read.ok) throw new RangeError(`not a day: ${text}`);
  return read.value;
}

export const partsOf = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day: dom } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dom - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function fromDayNumber(count: number): LocalDate {
  const z = count + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return dateOf(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);
/** 0 is Sunday. */
export const weekday = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The corresponding day N months on; where that month has no such day, its last day (Civil Code 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day: dom } = partsOf(date);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (((total % 12) + 12) % 12) + 1;
  return dateOf(toYear, toMonth, Math.min(dom, daysIn(toYear, toMonth)));
}

export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

/** The Shanghai day of an instant in milliseconds since 1970 UTC (Shanghai has kept UTC+8 since 1992). */
export const shanghaiDay = (instant: number): LocalDate => fromDayNumber(Math.floor((instant + 8 * 3600_000) / 86_400_000));
