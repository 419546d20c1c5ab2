import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { type Fen, fen } from "../money";
import { checkStatements, fiscalYearsAsked, type StatementFigures } from "./statements";

const f = (figures: Record<string, number>) =>
  Object.fromEntries(Object.entries(figures).map(([name, amount]) => [name, fen(amount)])) as StatementFigures;
const SOUND_2024 = f({
  cashOpening: 50_00,
  cashClosing: 80_00,
  assetsOpening: 900_00,
  assetsClosing: 1000_00,
  liabilitiesClosing: 400_00,
  equityClosing: 600_00,
  revenue: 2000_00,
  netProfit: 100_00,
  cashFlowOpening: 50_00,
  cashFlowNet: 30_00,
  cashFlowClosing: 80_00,
});
const SOUND_2025 = f({
  cashOpening: 80_00,
  cashClosing: 60_00,
  assetsOpening: 1000_00,
  assetsClosing: 1100_00,
  liabilitiesClosing: 450_00,
  equityClosing: 650_00,
  revenue: 2200_00,
  netProfit: 50_00,
  cashFlowOpening: 80_00,
  cashFlowNet: -20_00,
  cashFlowClosing: 60_00,
});
const both = (now: StatementFigures, last: StatementFigures = SOUND_2024) =>
  checkStatements([
    { year: 2025, figures: now },
    { year: 2024, figures: last },
  ]);
const changed = (name: keyof StatementFigures, amount: number): StatementFigures => ({ ...SOUND_2025, [name]: amount as Fen });

describe("what the statements must agree on", () => {
  it("YQ-040 sound statements of two years have no finding, given in any order", () => {
    expect(both(SOUND_2025)).toEqual([]);
  });

  it("YQ-040 one fen off the balance is a finding with its figures", () => {
    expect(both(changed("assetsClosing", 1100_01))).toEqual([
      {
        code: "statement_unbalanced",
        year: 2025,
        field: "assetsClosing",
        figures: { year: "2025", stated: "1100.01", expected: "1100.00", difference: "0.01", liabilitiesClosing: "450.00", equityClosing: "650.00" },
      },
    ]);
  });

  it("YQ-040 negative equity balances too", () => {
    expect(checkStatements([{ year: 2025, figures: f({ assetsClosing: 100, liabilitiesClosing: 300, equityClosing: -200 }) }])).toEqual([]);
  });

  it.each([
    ["assetsOpening", ["statement_opening_mismatch:assetsOpening"]],
    ["cashOpening", ["statement_cash_mismatch:cashOpening", "statement_opening_mismatch:cashOpening"]],
  ] as const)("YQ-040 %s must be last year's closing", (name, expected) => {
    expect(both(changed(name, 1)).map(({ code, field }) => `${code}:${field}`)).toEqual(expected);
  });

  it("YQ-040 the cash bridge: opening + net = closing", () => {
    expect(both(changed("cashFlowNet", -19_00))).toEqual([
      {
        code: "statement_cash_mismatch",
        year: 2025,
        field: "cashFlowClosing",
        figures: { year: "2025", stated: "60.00", expected: "61.00", difference: "-1.00", cashFlowOpening: "80.00", cashFlowNet: "-19.00" },
      },
    ]);
  });

  it("YQ-040 closing cash of the cash flow is the balance sheet's", () => {
    expect(both(changed("cashClosing", 59_00))).toMatchObject([
      { code: "statement_cash_mismatch", field: "cashClosing", figures: { stated: "59.00", expected: "60.00" } },
    ]);
  });

  it("YQ-040 the cash flow's opening is compared with its closing of the year before", () => {
    const found = both({ ...SOUND_2025, cashFlowOpening: fen(81_00), cashFlowClosing: fen(61_00) });
    expect(found.map(({ code, field }) => `${code}:${field}`)).toEqual([
      "statement_cash_mismatch:cashClosing",
      "statement_cash_mismatch:cashOpening",
      "statement_opening_mismatch:cashFlowOpening",
    ]);
  });

  it("YQ-040 what is absent is not compared, whichever figure it is", () => {
    for (const name of Object.keys(SOUND_2025) as (keyof StatementFigures)[]) {
      const { [name]: _, ...partial } = SOUND_2025;
      expect(both(partial)).toEqual([]);
    }
    expect(checkStatements([{ year: 2025, figures: {} }])).toEqual([]);
    expect(checkStatements([])).toEqual([]);
  });

  it("YQ-040 years with a gap between them are not chained", () => {
    expect(
      checkStatements([
        { year: 2023, figures: SOUND_2024 },
        { year: 2025, figures: changed("assetsOpening", 1) },
      ]),
    ).toEqual([]);
  });
});

describe("which years are asked for", () => {
  it.each<[string, string, string | undefined, number[], boolean]>([
    ["no founding day", "2026-11-21", undefined, [2024, 2025], false],
    ["an old firm", "2026-11-21", "2010-05-01", [2024, 2025], false],
    ["on New Year's Day the year just ended is complete", "2027-01-01", "2010-05-01", [2025, 2026], false],
    ["on New Year's Eve it is not", "2026-12-31", "2010-05-01", [2024, 2025], false],
    ["exactly two years old", "2026-11-21", "2024-11-21", [2024, 2025], false],
    ["two years less a day", "2026-11-21", "2024-11-22", [2024, 2025], true],
    ["founded last year", "2026-11-21", "2025-03-10", [2025], true],
    ["founded this year", "2026-11-21", "2026-02-01", [], true],
  ])("YQ-040 %s", (_, on, founded, years, young) => {
    expect(fiscalYearsAsked(day(on), founded === undefined ? undefined : day(founded))).toEqual({ years, young });
  });

  it("YQ-040 the number of years is a parameter", () => {
    expect(fiscalYearsAsked(day("2026-11-21"), day("2024-06-01"), 3)).toEqual({ years: [2024, 2025], young: true });
    expect(fiscalYearsAsked(day("2026-11-21"), undefined, 1)).toEqual({ years: [2025], young: false });
  });
});
