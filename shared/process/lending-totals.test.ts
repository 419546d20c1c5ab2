import { describe, expect, it } from "vitest";
import type { LedgerView } from "../fund/ledger";
import { day } from "../local-date";
import { fen, ZERO } from "../money";
import { baotou } from "../schemes/baotou/scheme";
import { firmTotals, limitBases, supportOf } from "./lending-totals";

const lent = (amount: number, on: string, more = {}) => ({
  principal: fen(amount),
  disbursedOn: day(on),
  maturesOn: day("2026-01-01"),
  live: true,
  ...more,
});

describe("what the records add up beside a loan", () => {
  it("XX-014 counts live loans by their original principal, of every lender", () => {
    const loans = [lent(300, "2024-01-02"), lent(500, "2023-01-02", { live: false, repaidOn: day("2023-12-01") })];
    expect(firmTotals(loans, day("2025-01-01"))).toMatchObject({ enterpriseLive: fen(300), enterpriseLifetime: fen(800) });
  });

  it("XX-041 counts the year that ends with the new loan's day, its anniversary left out", () => {
    const loans = [lent(1, "2024-01-01"), lent(2, "2024-01-02"), lent(4, "2025-01-01"), lent(8, "2025-01-02")];
    expect(firmTotals(loans, day("2025-01-01")).enterpriseYear).toBe(fen(6));
  });

  it("BT-036 support ends with the last repayment, or with maturity while the loan is owed", () => {
    const loans = [lent(1, "2022-01-01", { live: false, repaidOn: day("2022-06-01") }), lent(1, "2024-01-01")];
    expect(supportOf(loans)).toEqual([
      { from: "2022-01-01", until: "2022-06-01" },
      { from: "2024-01-01", until: "2026-01-01" },
    ]);
  });

  it("BT-013 BT-018 BT-025 reads what limits are multiples of off the books, by what each account holds", () => {
    const balances: Record<string, number> = { pool: 700, deposits: 300, "deposits/bank": 200, "areas/area": 80 };
    const view = {
      balance: (account: string, of?: string) => fen(balances[of ? `${account}/${of}` : account] ?? 0),
      held: () => ZERO,
    } as unknown as LedgerView;
    expect(limitBases(baotou.fund.chart, view, { lenderId: "bank", areaId: "area" })).toMatchObject({
      poolMoney: fen(1_000),
      bankDeposit: fen(200),
      areaContribution: fen(80),
    });
    expect(limitBases(baotou.fund.chart, view, { lenderId: "other" })).toMatchObject({ bankDeposit: ZERO, areaContribution: ZERO });
  });
});
