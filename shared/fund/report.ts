/** Figures for the report to the government, read from what the ledger moved each day: what was paid, what came back, what was written off, and at what rate. */
import { Decimal } from "decimal.js";
import type { Period } from "../calendar/deadline";
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, minus, plus, ZERO } from "../money";
import { accountOf, type Chart, type Count, type ReasonId, reasonOf } from "./chart";
import type { LedgerEvent } from "./ledger";
import { OPENING_REASONS } from "./opening";
import { amountOf } from "./posting";

/** Returned over paid with four decimals, half up; none where nothing was paid. */
export const recoveryRate = (paid: Fen, returned: Fen): string | null =>
  paid === ZERO ? null : new Decimal(returned).div(paid).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(4);

/** What moved on a day for a reason; reversals are taken off. */
export interface LedgerDay {
  readonly on: LocalDate;
  readonly reason: ReasonId;
  readonly count: number;
  readonly amount: Fen;
  /** By how much the money in the bank, and that promised by finance, changed. */
  readonly cash: Fen;
  readonly quota: Fen;
}

/** Days of one reason and date as one. */
export function sumDays(days: readonly LedgerDay[]): LedgerDay[] {
  const sums = new Map<string, LedgerDay>();
  for (const day of days) {
    const key = `${day.on} ${day.reason}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...sum,
            count: sum.count + day.count,
            amount: plus(sum.amount, day.amount),
            cash: plus(sum.cash, day.cash),
            quota: plus(sum.quota, day.quota),
          }
        : day,
    );
  }
  return [...sums.values()];
}

/** One pass over postings. */
export function daysOf(chart: Chart, events: readonly LedgerEvent[]): LedgerDay[] {
  const moved = events.flatMap((event): LedgerDay[] => {
    if (event.type !== "posted") return [];
    const { on, reason, entries, reverses } = event.transfer;
    const changed = (holds: "cash" | "quota"): Fen =>
      plus(
        ...entries.flatMap(({ account: id, side, amount }) => {
          const account = accountOf(chart, id);
          return account?.holds === holds ? [side === account.grows ? amount : minus(ZERO, amount)] : [];
        }),
      );
    const amount = amountOf(event.transfer);
    return [
      {
        on,
        reason,
        count: reverses === undefined ? 1 : -1,
        amount: reverses === undefined ? amount : minus(ZERO, amount),
        cash: changed("cash"),
        quota: changed("quota"),
      },
    ];
  });
  return sumDays(moved);
}

/** Of these days, what was counted under a name; what an import brought happened before and is told to date only. */
export function countedIn(chart: Chart, days: readonly LedgerDay[], name: Count, imported: boolean): Fen {
  return plus(
    ...days.flatMap(({ reason, amount }) =>
      reasonOf(chart, reason)?.counts === name && (imported || !OPENING_REASONS.includes(reason)) ? [amount] : [],
    ),
  );
}

export interface Moved {
  readonly reason: ReasonId;
  readonly says: string;
  readonly count: number;
  readonly amount: Fen;
}

export interface FundReport {
  readonly period: Period;
  /** By reason in the order of the chart, in the period; reversals are taken off. */
  readonly moved: readonly Moved[];
  readonly inPeriod: Readonly<Record<Count, Fen>>;
  /** From the fund's beginning to the period's last day. */
  readonly toDate: Readonly<Record<Count, Fen>>;
  readonly recoveryRate: string | null;
  /** What the fund had at the end of the period's last day. */
  readonly cash: Fen;
  readonly quota: Fen;
}

/** One pass over the days up to the period's last. */
export function reportOf(chart: Chart, days: readonly LedgerDay[], period: Period): FundReport {
  const told = days.filter(({ on }) => on <= period.last);
  const inside = told.filter(({ on }) => on >= period.first);
  const all = (of: readonly LedgerDay[], imported: boolean): Record<Count, Fen> => ({
    paid: countedIn(chart, of, "paid", imported),
    subsidised: countedIn(chart, of, "subsidised", imported),
    returned: countedIn(chart, of, "returned", imported),
    written_off: countedIn(chart, of, "written_off", imported),
  });
  const toDate = all(told, true);
  return {
    period,
    moved: chart.reasons.map(({ id, says }) => {
      const mine = inside.filter(({ reason }) => reason === id);
      return { reason: id, says, count: mine.reduce((sum, { count }) => sum + count, 0), amount: plus(...mine.map(({ amount }) => amount)) };
    }),
    inPeriod: all(inside, false),
    toDate,
    recoveryRate: recoveryRate(toDate.paid, toDate.returned),
    cash: plus(...told.map(({ cash }) => cash)),
    quota: plus(...told.map(({ quota }) => quota)),
  };
}

export const fundReport = (chart: Chart, events: readonly LedgerEvent[], period: Period): FundReport =>
  reportOf(chart, daysOf(chart, events), period);

export interface Month {
  readonly month: string;
  /** Left at the month's end, or today in the last one. */
  readonly available: Fen;
  readonly paid: Fen;
  readonly returned: Fen;
}

/** Months up to the one of `on`, oldest first: what was left is counted back from what there is now. */
export function monthsUpTo(chart: Chart, days: readonly LedgerDay[], available: Fen, on: LocalDate, count: number): Month[] {
  const { year, month: now } = partsOf(on);
  const last = year * 12 + now - 1;
  const nameOf = (at: number) => `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
  return Array.from({ length: count }, (_, at): Month => {
    const month = nameOf(last - (count - 1 - at));
    const within = days.filter((day) => day.on.startsWith(month));
    const later = days.filter((day) => day.on.slice(0, 7) > month);
    const since = plus(...later.map(({ cash }) => cash), ...later.map(({ quota }) => quota));
    return {
      month,
      available: minus(available, since),
      paid: countedIn(chart, within, "paid", false),
      returned: countedIn(chart, within, "returned", false),
    };
  });
}

/** What went out and came back in days looked back over; subsidies where the pause is measured on them. */
export function paceOver(
  chart: Chart,
  days: readonly LedgerDay[],
  since: LocalDate,
  withSubsidy: boolean,
): { readonly paid: Fen; readonly returned: Fen } {
  const recent = days.filter(({ on }) => on >= since);
  const paid = countedIn(chart, recent, "paid", false);
  return {
    paid: withSubsidy ? plus(paid, countedIn(chart, recent, "subsidised", false)) : paid,
    returned: countedIn(chart, recent, "returned", false),
  };
}
