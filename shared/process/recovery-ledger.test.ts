import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, codes, FINANCE, OFFICE } from "../schemes/yanqing/testing";
import { publishLedger, quartersUntil } from "./recovery-ledger";

describe("YQ-080 the published ledger", () => {
  const publishes = (quarter: string, on: string, published: readonly string[] = [], who = OFFICE) =>
    codes(publishLedger(yanqing.recovery, quarter, published, act(who, day(on))));

  it("is that of the running quarter or of the one before, once, by the office", () => {
    expect(publishes("2026Q1", "2026-03-31")).toEqual([]);
    expect(publishes("2025Q4", "2026-01-01")).toEqual([]);
    expect(publishes("2026Q2", "2026-03-31")).toEqual(["date_invalid"]);
    expect(publishes("2025Q3", "2026-01-01")).toEqual(["date_invalid"]);
    expect(publishes("2026Q1", "2026-03-31", ["2026Q1"])).toEqual(["already_exists"]);
    expect(publishes("2026Q1", "2026-03-31", [], FINANCE)).toEqual(["role_forbidden"]);
  });
  it("a document that wants none has none", () => {
    const { ledger: _, ...without } = yanqing.recovery;
    expect(codes(publishLedger(without, "2026Q1", [], act(OFFICE, day("2026-03-31"))))).toEqual(["wrong_step"]);
  });
  it("quarters run over the turn of the year, oldest first", () => {
    expect(quartersUntil(day("2026-05-31"), 4)).toEqual(["2025Q3", "2025Q4", "2026Q1", "2026Q2"]);
  });
});
