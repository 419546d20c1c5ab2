import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { PERSONS, taken } from "../schemes/yanqing/testing-fund";
import { countsOf } from "./balances";
import { booksOpen } from "./begun";
import { measuresOf } from "./breaker";
import type { LedgerEvent } from "./ledger";
import { openingTransfers, undoOpening } from "./opening";
import { outlookOf } from "./outlook";
import { followFund, RunningFund } from "./replay";
import { daysOf, fundReport, monthsUpTo } from "./report";

const { fund } = yanqing;
const ON = day("2026-03-02");
const opening = (paid: number, returned: number, cash: number) =>
  openingTransfers(
    fund,
    {
      on: ON,
      cash: fen(cash),
      quotaUndrawn: fen(0),
      claims: [{ claimId: "c", caseId: "one", paid: fen(paid), returned: fen(returned), writtenOff: fen(0) }],
      adjustment: "调整1",
    },
    PERSONS,
    (at) => `o-${at}`,
  );
const idsOf = (events: readonly LedgerEvent[]) => events.flatMap((event) => (event.type === "posted" ? [event.transfer.id] : []));

describe("an import that was wrong", () => {
  const events = taken(opening(2_200_000_000, 0, 900_000_000));
  const running = new RunningFund(fund).fold(...events);
  const undone = taken(undoOpening(fund, running.book, idsOf(events), { on: addDays(ON, 1), persons: PERSONS, why: "金额有误" }));
  it("YQ-086 brings the pause by what was paid before; taken back whole, the fund has not begun, and neither has its pause", () => {
    expect(running.state).toEqual({ state: "PAUSED", epoch: 1 });
    expect(booksOpen(fund, running.book)).toBe(true);
    const followed = taken(followFund(fund, running.state, running.book, undone));
    running.fold(...undone);
    expect(booksOpen(fund, running.book)).toBe(false);
    expect(followed.state).toEqual({ state: "ACTIVE", epoch: 1 });
    expect(running.state).toEqual(followed.state);
    expect(running.changes.slice(1)).toEqual(followed.changes);
    expect(followed.changes).toMatchObject([{ to: "ACTIVE", epoch: 1, on: addDays(ON, 1) }]);
  });
  it("YQ-086 comes in again as it should have been, measured from the beginning", () => {
    const again = openingTransfers(
      fund,
      {
        on: addDays(ON, 2),
        cash: fen(1_000_000_000),
        quotaUndrawn: fen(0),
        claims: [{ claimId: "d", caseId: "two", paid: fen(2_000_000_000), returned: fen(0), writtenOff: fen(0) }],
      },
      PERSONS,
      (at) => `p-${at}`,
    );
    running.fold(...taken(again));
    expect(running.state).toEqual({ state: "ACTIVE", epoch: 1 });
  });
});

describe("YQ-084 what an import brought", () => {
  const events = taken(opening(1_000_000_000, 400_000_000, 2_400_000_000));
  const days = daysOf(fund.chart, events);
  it("is told to date, never as something of the half-year in which it was entered", () => {
    const report = fundReport(fund.chart, events, { name: "2026H1", first: day("2026-01-01"), last: day("2026-06-30") });
    expect(report).toMatchObject({
      inPeriod: { paid: 0, returned: 0 },
      toDate: { paid: 1_000_000_000, returned: 400_000_000 },
      recoveryRate: "0.4000",
      cash: 2_400_000_000,
    });
  });
  it("is no pace towards a pause, and no month's payment", () => {
    const book = new RunningFund(fund).fold(...events).book;
    expect(countsOf(book)).toMatchObject({ paid: 1_000_000_000 });
    const outlook = outlookOf(
      fund.breaker as never,
      { state: "ACTIVE", epoch: 1 },
      measuresOf(fund.chart, book),
      { chart: fund.chart, days },
      addDays(ON, 10),
    );
    expect(taken(outlook)).toMatchObject({ basis: "gross", pauseAt: 2_100_000_000, restartAt: 1_500_000_000, forecast: { left: 1_100_000_000 } });
    expect(taken(outlook).forecast.days).toBeUndefined();
    const months = monthsUpTo(fund.chart, days, fen(2_400_000_000), ON, 3);
    expect(months).toEqual([
      { month: "2026-01", available: 0, paid: 0, returned: 0 },
      { month: "2026-02", available: 0, paid: 0, returned: 0 },
      { month: "2026-03", available: 2_400_000_000, paid: 0, returned: 0 },
    ]);
  });
  it("YQ-087 in a fund's second life the pause is measured on what is left", () => {
    const book = new RunningFund(fund).fold(...events).book;
    const outlook = taken(
      outlookOf(fund.breaker as never, { state: "ACTIVE", epoch: 2 }, measuresOf(fund.chart, book), { chart: fund.chart, days: [] }, ON),
    );
    expect(outlook).toMatchObject({ basis: "balance", forecast: { left: 1_500_000_000 } });
  });
});
