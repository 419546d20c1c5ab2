/** Figures for the report to the government, read from the ledger: what was paid, what came back, what was written off, and at what rate. */
import { Decimal } from "decimal.js";
import type { Period } from "../calendar/deadline";
import { type Fen, minus, plus, ZERO } from "../money";
import type { Chart, Count, ReasonId } from "./chart";
import { reasonOf } from "./chart";
import type { LedgerEvent } from "./ledger";
import { amountOf } from "./posting";

/** Returned over paid with four decimals, half up; none where nothing was paid. */
export const recoveryRate = (paid: Fen, returned: Fen): string | null =>
  paid === ZERO ? null : new Decimal(returned).div(paid).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(4);

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
}

/** One pass over the postings up to the period's last day. */
export function fundReport(chart: Chart, events: readonly LedgerEvent[], period: Period): FundReport {
  const sums = new Map<ReasonId, { count: number; inPeriod: Fen; toDate: Fen }>(
    chart.reasons.map(({ id }) => [id, { count: 0, inPeriod: ZERO, toDate: ZERO }]),
  );
  for (const event of events) {
    if (event.type !== "posted" || event.transfer.on > period.last) continue;
    const sum = sums.get(event.transfer.reason);
    if (!sum) continue;
    const undone = event.transfer.reverses !== undefined;
    const change = undone ? minus : plus;
    sum.toDate = change(sum.toDate, amountOf(event.transfer));
    if (event.transfer.on < period.first) continue;
    sum.inPeriod = change(sum.inPeriod, amountOf(event.transfer));
    sum.count += undone ? -1 : 1;
  }
  const counted = (name: Count, of: "inPeriod" | "toDate") =>
    plus(...[...sums].filter(([id]) => reasonOf(chart, id)?.counts === name).map(([, sum]) => sum[of]));
  const all = (of: "inPeriod" | "toDate"): Record<Count, Fen> => ({
    paid: counted("paid", of),
    subsidised: counted("subsidised", of),
    returned: counted("returned", of),
    written_off: counted("written_off", of),
  });
  const toDate = all("toDate");
  return {
    period,
    moved: chart.reasons.map(({ id, says }) => ({ reason: id, says, count: sums.get(id)?.count ?? 0, amount: sums.get(id)?.inPeriod ?? ZERO })),
    inPeriod: all("inPeriod"),
    toDate,
    recoveryRate: recoveryRate(toDate.paid, toDate.returned),
  };
}
