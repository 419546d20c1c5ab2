/** A time limit of a document as data, and the days that follow from it: due dates, bars, look-backs, quarters (Civil Code 200–204, readings G-03 and G-04). */
import type { Citation } from "../citation";
import { addDays, addMonths, addYears, dateOf, type LocalDate, partsOf } from "../local-date";
import { addWorkdays, type CountedDay, nextWorkdayFrom, subWorkdays, type WorkCalendar } from "./working-day";

export type DeadlineLength = { readonly workdays: number } | { readonly days: number } | { readonly months: number } | { readonly years: number };

/**
 * Which way the time runs. `after`: the last day to act lies that long after the anchor. `before`: that long ahead of it;
 * such a limit never rolls, for rolling forward would shorten the notice that it protects.
 */
type Running =
  | { readonly direction?: "after"; readonly rollover: "next_working_day" | "none" }
  | { readonly direction: "before"; readonly rollover: "none" };

export type Deadline = Running & {
  readonly id: string;
  readonly cites: Citation;
  /** The event from which it is counted, by the scheme's own name for it, e.g. `npl_application_received`. */
  readonly anchor: string;
  readonly length: DeadlineLength;
  /** What a missed deadline does: a mark for the office, or a refusal of the late act. */
  readonly onMiss: "flag" | "reject";
  /** The limit in plain Chinese, in our own words. */
  readonly says: string;
};

export interface DueDay extends CountedDay {
  /** The last day before rolling over rest days. */
  readonly raw: LocalDate;
}

const firm = (date: LocalDate): DueDay => ({ date, raw: date, provisional: false, explained: [] });

/**
 * The last day on which the act is still in time. The anchor's own day is not counted (201); months and years end on the
 * corresponding day, or the month's last day where there is none (202); a last day of rest moves on when the deadline asks so (203).
 */
export function dueOn(deadline: Deadline, anchor: LocalDate, calendar: WorkCalendar): DueDay {
  const { length, direction = "after", rollover } = deadline;
  const sign = direction === "after" ? 1 : -1;
  if ("workdays" in length) {
    const counted = (sign === 1 ? addWorkdays : subWorkdays)(anchor, length.workdays, calendar);
    return { ...counted, raw: counted.date };
  }
  const raw = naturalEnd(anchor, length, sign);
  if (rollover === "none") return firm(raw);
  return { ...nextWorkdayFrom(raw, calendar), raw };
}

function naturalEnd(anchor: LocalDate, length: Exclude<DeadlineLength, { workdays: number }>, sign: 1 | -1): LocalDate {
  const amount = "days" in length ? length.days : "months" in length ? length.months : length.years;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a length of time: ${amount}`);
  if ("days" in length) return addDays(anchor, sign * amount);
  return "months" in length ? addMonths(anchor, sign * amount) : addYears(anchor, sign * amount);
}

/** A bar of N years from `anchor`: the anniversary is its last day, the day after is free (Civil Code 201 and 202, reading YQ-A22). */
export function barredThrough(anchor: LocalDate, years: number): { blockedThrough: LocalDate; firstAllowedOn: LocalDate } {
  const blockedThrough = naturalEnd(anchor, { years }, 1);
  return { blockedThrough, firstAllowedOn: addDays(blockedThrough, 1) };
}

/** The first day of the N years that look back from `date`; that day belongs to them (reading YQ-A23). */
export const lookbackFrom = (date: LocalDate, years: number): LocalDate => naturalEnd(date, { years }, -1);

/** A part of a calendar year with its first and last day, both included (reading G-05). */
export interface Period {
  readonly name: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

function partOfYear(date: LocalDate, letter: string, months: number): Period {
  const { year, month } = partsOf(date);
  const at = Math.ceil(month / months);
  const first = dateOf(year, (at - 1) * months + 1, 1);
  return { name: `${year}${letter}${at}`, first, last: addDays(addMonths(first, months), -1) };
}

/** `2026Q1`, 2026-01-01 to 2026-03-31. */
export const quarterOf = (date: LocalDate): Period => partOfYear(date, "Q", 3);

/** `2026H1`, 2026-01-01 to 2026-06-30. */
export const halfYearOf = (date: LocalDate): Period => partOfYear(date, "H", 6);

/** How often something comes round. */
export type Every = "month" | "quarter" | "half_year" | "year";

const PARTS = { month: ["M", 1], quarter: ["Q", 3], half_year: ["H", 6], year: ["Y", 12] } as const satisfies Record<
  Every,
  readonly [string, number]
>;

/** The period of that length in which a day lies: `2026M9`, `2026Q3`, `2026H2`, `2026Y1`. */
export const periodOf = (every: Every, date: LocalDate): Period => partOfYear(date, PARTS[every][0], PARTS[every][1]);

/** The whole period before the one in which a day lies. */
export const periodBefore = (every: Every, date: LocalDate): Period => periodOf(every, addDays(periodOf(every, date).first, -1));

/** The period that a name such as `2026M9` tells, if there is one of that length. */
export function periodNamed(every: Every, name: string): Period | undefined {
  const [letter, months] = PARTS[every];
  const match = /^(20\d{2})([A-Z])(\d{1,2})$/.exec(name);
  const at = Number(match?.[3]);
  if (!match || match[2] !== letter || at < 1 || at > 12 / months) return undefined;
  const period = partOfYear(dateOf(Number(match[1]), (at - 1) * months + 1, 1), letter, months);
  return period.name === name ? period : undefined;
}
