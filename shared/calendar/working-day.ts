/**
 * Working days by the State Council's yearly notice on holidays and make-up days (放假安排), reading G-03.
 * The named days come from chinese-days 1.5.7; its weekdays do not, for they go through `Date` and are a day off west of Greenwich.
 */
import chineseDays from "chinese-days";
import { addDays, type LocalDate, partsOf, weekday } from "../local-date";

/** The years whose notices the data holds; outside them it knows nothing, and an ordinary week would be a guess. */
export const publishedFrom = 2004;
export const publishedThrough = 2026;

export interface WorkCalendar {
  /** Whether this year's notice is known; in any other year `isWorkday` only tells Monday to Friday. */
  knows(year: number): boolean;
  isWorkday(date: LocalDate): boolean;
  /** Why the day departs from an ordinary week, in Chinese: `国庆节` for a day off, `国庆节调休上班` for a make-up day. */
  why(date: LocalDate): string | undefined;
}

/** One year's notice as an office enters it: day → the holiday's Chinese name. Its days may reach into the neighbouring years. */
export interface HolidayNotice {
  readonly year: number;
  readonly rest: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

/** A day that a notice names. The library writes `National Day,国庆节,3` for it, and the English weekday for any other day. */
function named(date: LocalDate): { works: boolean; holiday: string } | undefined {
  const { name, work } = chineseDays.getDayDetail(date);
  const holiday = name.split(",")[1];
  return holiday === undefined ? undefined : { works: work, holiday };
}

const isMondayToFriday = (date: LocalDate) => weekday(date) >= 1 && weekday(date) <= 5;
const makeUp = (holiday: string) => `${holiday}调休上班`;

/** The published calendar. `through` caps it: a year counts as known only when the whole of it is published by then. */
export function stateCouncil(options: { through?: LocalDate } = {}): WorkCalendar {
  const { through } = options;
  const knows = (year: number) => year >= publishedFrom && year <= publishedThrough && (through === undefined || `${year}-12-31` <= through);
  const noted = (date: LocalDate) => (knows(partsOf(date).year) ? named(date) : undefined);
  return {
    knows,
    isWorkday: (date) => noted(date)?.works ?? isMondayToFriday(date),
    why: (date) => {
      const day = noted(date);
      return day?.works ? makeUp(day.holiday) : day?.holiday;
    },
  };
}

/** The calendar with one more year's notice: that year becomes known, and the notice wins on every day that it names. */
export function withNotice(calendar: WorkCalendar, notice: HolidayNotice): WorkCalendar {
  const { year, rest, work } = notice;
  return {
    knows: (asked) => asked === year || calendar.knows(asked),
    isWorkday: (date) => {
      if (work[date] !== undefined) return true;
      if (rest[date] !== undefined) return false;
      return partsOf(date).year === year ? isMondayToFriday(date) : calendar.isWorkday(date);
    },
    why: (date) => {
      if (work[date] !== undefined) return makeUp(work[date]);
      return rest[date] ?? (partsOf(date).year === year ? undefined : calendar.why(date));
    },
  };
}

/** A counted day. `provisional`: the count entered a year without a notice and took Monday to Friday there; never call it firm. */
export interface CountedDay {
  readonly date: LocalDate;
  readonly provisional: boolean;
  /** The holidays and make-up days met on the way, and the first day of each unknown stretch, in the order counted. */
  readonly explained: readonly { readonly date: LocalDate; readonly why: string }[];
}

/** Walks day by day from `from` (exclusive) until `done`, telling each day whether it works. */
function walk(from: LocalDate, step: 1 | -1, calendar: WorkCalendar, done: (works: boolean) => boolean): CountedDay {
  const explained: { date: LocalDate; why: string }[] = [];
  const unknownYears = new Set<number>();
  let date = from;
  for (;;) {
    date = addDays(date, step);
    const { year } = partsOf(date);
    if (!calendar.knows(year) && !unknownYears.has(year)) {
      unknownYears.add(year);
      explained.push({ date, why: `${year}年放假安排未知，暂按周一至周五计` });
    }
    const why = calendar.why(date);
    if (why !== undefined) explained.push({ date, why });
    if (done(calendar.isWorkday(date))) return { date, provisional: unknownYears.size > 0, explained };
  }
}

function count(anchor: LocalDate, n: number, step: 1 | -1, calendar: WorkCalendar): CountedDay {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  if (n === 0) return { date: anchor, provisional: false, explained: [] };
  let left = n;
  return walk(anchor, step, calendar, (works) => {
    if (works) left -= 1;
    return left === 0;
  });
}

/** The n-th working day after `anchor`; the first working day after it is day 1 (Civil Code 201). Throws on a negative or broken n. */
export const addWorkdays = (anchor: LocalDate, n: number, calendar: WorkCalendar): CountedDay => count(anchor, n, 1, calendar);

/** The n-th working day before `anchor`; the last working day before it is day 1. Throws on a negative or broken n. */
export const subWorkdays = (anchor: LocalDate, n: number, calendar: WorkCalendar): CountedDay => count(anchor, n, -1, calendar);

/** `date` itself when it works, else the first working day after it (Civil Code 203; weekends count as rest days, reading G-04). */
export function nextWorkdayFrom(date: LocalDate, calendar: WorkCalendar): CountedDay {
  return walk(addDays(date, -1), 1, calendar, (works) => works);
}
