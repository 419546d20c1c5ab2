import { describe, expect, it } from "vitest";
import { halfYearOf } from "../calendar/deadline";
import { day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { PERSONS, Purse, transfer } from "../schemes/yanqing/testing-fund";
import { entriesInOrder } from "./entries";
import { post, reverse } from "./posting";
import { fundReport, recoveryRate } from "./report";

const { chart } = yanqing.fund;

describe("YQ-084 the rate of recovery", () => {
  it.each([
    [300_000_000, 100_000_000, "0.3333"],
    [300_000_000, 200_000_000, "0.6667"],
    [100_000, 5, "0.0001"],
    [100_000, 4, "0.0000"],
    [100, 100, "1.0000"],
    [100, 0, "0.0000"],
    [0, 0, null],
  ])("of %i with %i back is %s", (paid, returned, rate) => {
    expect(recoveryRate(fen(paid), fen(returned))).toBe(rate);
  });
});

describe("YQ-084 YQ-098 the half-year's figures come from the ledger", () => {
  const purse = new Purse(yanqing, day("2026-01-05"));
  purse.approved("a", 300).pays(purse.order("a", 300), day("2026-06-30"));
  purse.approved("b", 100).pays(purse.order("b", 100), day("2026-07-01"));
  purse.approved("c", 50).pays(purse.order("c", 50), day("2026-08-01"));
  const back = entriesInOrder(chart, purse.fund.book, "recovery_return", fen(80), "a");
  purse.does(post(chart, purse.fund.book, transfer("back", "recovery_return", back, { on: day("2026-12-31") })));
  purse.does(reverse(chart, purse.fund.book, "no-c-pay", { id: "r", on: day("2026-09-01"), persons: PERSONS, why: "重复" }));
  const report = (on: string) => fundReport(chart, purse.log, halfYearOf(day(on)));

  it("each half has its own, and what was to date", () => {
    expect(report("2026-06-30")).toMatchObject({ inPeriod: { paid: 300, returned: 0 }, toDate: { paid: 300 }, recoveryRate: "0.0000" });
    expect(report("2026-07-01")).toMatchObject({
      inPeriod: { paid: 100, returned: 80 },
      toDate: { paid: 400, returned: 80 },
      recoveryRate: "0.2000",
    });
    expect(report("2025-12-31")).toMatchObject({ toDate: { paid: 0 }, recoveryRate: null });
  });

  it("reversals are taken off, in number and amount", () => {
    expect(report("2026-07-01").moved.find((one) => one.reason === "compensation")).toMatchObject({ count: 1, amount: 100 });
    expect(report("2026-07-01").moved.find((one) => one.reason === "deposit")).toMatchObject({ count: 0, amount: 0 });
    expect(report("2026-06-01").moved.find((one) => one.reason === "deposit")).toMatchObject({ count: 1, amount: 1_500_000_000 });
  });
});
