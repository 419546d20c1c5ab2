import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payableWithin } from "../../fund/allocation";
import { Book } from "../../fund/balances";
import { RUNNING } from "../../fund/breaker";
import { entriesFor } from "../../fund/entries";
import { compute, type FormulaFacts } from "../../fund/formula";
import { tranchesAddUp } from "../../fund/fund";
import { confirmPaid, countersign } from "../../fund/instruction";
import { drawUp, type Till } from "../../fund/payment";
import { post } from "../../fund/posting";
import { workOut } from "../../fund/second-formula";
import { day } from "../../local-date";
import { type Fen, fen, split, ZERO } from "../../money";
import { valueOn } from "../../rule/parameter";
import { readAs } from "../reading";
import type { Scheme } from "../scheme";
import { codes, first, must } from "../testing";
import { dongguan } from "./scheme";
import { scheme } from "./testing";

const ON = day("2026-06-15");
const DAYS = { disbursed: day("2024-04-01"), claimed: ON, payment: ON, capYear: ON, enterpriseYear: ON };
const CHART = dongguan.fund.chart;
const TWO = { madeBy: "a", checkedBy: "b" };

const guarantee = (loss: number, city: number, under: Scheme = scheme) =>
  compute(under.compensation, { mode: "guaranteed", figures: { outstandingPrincipal: fen(loss), guarantorLoss: fen(city) }, days: DAYS }, ON);

interface BankCase {
  readonly loan: number;
  readonly loss: number;
  readonly firm: number;
  readonly lent: number;
  readonly had: number;
}
const bankFacts = ({ loan, loss, firm, lent, had }: BankCase): FormulaFacts => ({
  mode: "bank",
  days: DAYS,
  figures: {
    loanAmount: fen(loan),
    outstandingPrincipal: fen(loss),
    enterprisePaid: fen(firm),
    enterprisePaidYear: fen(Math.floor(firm / 2)),
    enterprisePaidBank: fen(Math.floor(firm / 3)),
    bankYearPrincipal: fen(lent),
    bankPaidYear: fen(had),
  },
});
const RICH = { firm: 0, lent: 900_000_000_000, had: 0 };

describe("the guaranteed track of 东莞", () => {
  it.each([
    ["DG-018", 100_000_000, 30_000_000, 15_000_000, "half"],
    ["DG-018", 100_000_000, 40_000_000, 20_000_000, "half"],
    ["DG-019", 100_000_000, 40_000_001, 20_000_000, "cap"],
    ["DG-019", 33_333_333, 13_333_334, 6_666_666, "cap"],
    ["DG-018", 100, 1, 1, "half"],
    ["DG-019", 4, 2, 0, "cap"],
  ])("%s of %i fen the guarantor bears %i and gets %i by %s", (_, loss, city, amount, by) => {
    const computed = must(guarantee(loss, city));
    expect([computed.amount, computed.derivation.at(-1)?.bound]).toEqual([amount, by]);
    expect(computed.derivation.at(-1)?.cites.article).toBe("三（三）");
  });

  it("DG-018 what the guarantor bears is a part of the loss: more is others' and refused", () => {
    expect(guarantee(100, 100).ok).toBe(true);
    expect(first(guarantee(100, 101))).toMatchObject({ code: "base", figures: { amount: "1.01", limit: "1.00" }, cites: { clauses: ["DG-018"] } });
    expect(codes(guarantee(100, -1))).toEqual(["amount_invalid"]);
  });

  it("DG-020 DG-003 the compensation never reaches the guarantor's own loss, leaves the bank's alone, and has a second reader", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000_000),
        fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
        fc.constantFrom("whole", "guarantee_side"),
        (loss, weights, reading) => {
          const sum = weights.reduce((total, one) => total + one, 0);
          if (sum === 0) return;
          const shares = weights.map((one, at) =>
            at === 3
              ? 100_000_000 - weights.slice(0, 3).reduce((all, other) => all + Math.floor((other * 100_000_000) / sum), 0)
              : Math.floor((one * 100_000_000) / sum),
          );
          const parts = split(
            fen(loss),
            shares.map((one) => (one / 100_000_000).toFixed(8)),
          );
          const under = must(readAs(scheme, "guarantee.totalLoss", reading));
          const facts: FormulaFacts = {
            mode: "guaranteed",
            days: DAYS,
            figures: { outstandingPrincipal: fen(loss), guarantorLoss: parts[2] as Fen, bankLoss: parts[3] as Fen },
          };
          const { amount } = must(compute(under.compensation, facts, ON));
          expect(BigInt(amount)).toBe(workOut(under.compensation, facts, ON));
          expect(amount * 5).toBeLessThanOrEqual(loss);
          expect(amount * 2).toBeLessThanOrEqual((parts[2] as Fen) + 1);
        },
      ),
    );
  });
});

describe("the banks' track of 东莞", () => {
  it.each([
    ["DG-028", { loan: 300_000_000, loss: 100_000_000, ...RICH }, 80_000_000, "by_ratio"],
    ["DG-028", { loan: 300_000_001, loss: 100_000_000, ...RICH }, 70_000_000, "by_ratio"],
    ["DG-028", { loan: 500_000_001, loss: 100_000_000, ...RICH }, 60_000_000, "by_ratio"],
    ["DG-028", { loan: 100, loss: 3, ...RICH }, 2, "by_ratio"],
    ["DG-023", { loan: 2_000_000_000, loss: 2_000_000_000, ...RICH }, 1_000_000_000, "enterprise_room"],
    ["DG-023", { loan: 300_000_000, loss: 100_000_000, ...RICH, firm: 999_999_999 }, 1, "enterprise_room"],
    ["DG-023", { loan: 300_000_000, loss: 100_000_000, ...RICH, firm: 1_000_000_001 }, 0, "enterprise_room"],
    ["DG-026", { loan: 300_000_000, loss: 100_000_000, firm: 0, lent: 1_234_567_890, had: 0 }, 24_691_357, "annual_room"],
    ["DG-026", { loan: 300_000_000, loss: 100_000_000, firm: 0, lent: 1_234_567_890, had: 24_691_356 }, 1, "annual_room"],
    ["DG-026", { loan: 300_000_000, loss: 100_000_000, firm: 0, lent: 0, had: 0 }, 0, "annual_room"],
  ])("%s %j gives %i by %s", (_, given, amount, by) => {
    const computed = must(compute(scheme.compensation, bankFacts(given), ON));
    expect([computed.amount, computed.derivation.at(-1)?.bound]).toEqual([amount, by]);
  });

  it("DG-028 without bands it refuses to compute, and a band above eighty percent is refused", () => {
    const facts = bankFacts({ loan: 1, loss: 1, ...RICH });
    expect(first(compute(dongguan.compensation, facts, ON))).toMatchObject({ code: "band_missing", cites: { clauses: ["DG-028"] } });
    expect(workOut(dongguan.compensation, facts, ON)).toBeUndefined();
    const above = must(readAs(dongguan, "bank.ratio.bands", [{ ratio: "0.81" }]));
    expect(first(compute(above.compensation, facts, ON))).toMatchObject({ code: "ratio_over_80", figures: { ratio: "0.81", limit: "0.80" } });
    expect(workOut(above.compensation, facts, ON)).toBeUndefined();
  });

  it("DG-022 no other kind of loan, and DG-029 no equity, is compensated", () => {
    for (const mode of ["mortgage", "equity"]) expect(codes(compute(scheme.compensation, { figures: {}, mode }, ON))).toEqual(["loan_type"]);
  });

  it("DG-003 DG-026 within every cap and below the loss, by every reading, with a second reader", () => {
    const amounts = fc.nat(3_000_000_000);
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.nat(1_100_000_000),
        fc.nat(900_000_000_000),
        fc.nat(2_000_000_000),
        fc.constantFrom("lifetime", "year", "bank", "loan_principal"),
        (loan, loss, firm, lent, had, scope) => {
          const under = must(readAs(scheme, "bank.enterpriseCap.scope", scope));
          const facts = bankFacts({ loan, loss, firm, lent, had });
          const { amount } = must(compute(under.compensation, facts, ON));
          expect(BigInt(amount)).toBe(workOut(under.compensation, facts, ON));
          expect(amount * 5).toBeLessThanOrEqual(loss * 4 + 3);
          expect(amount).toBeLessThanOrEqual(Math.max(0, Math.floor(lent / 50) - had));
          if (scope === "lifetime") expect(amount).toBeLessThanOrEqual(Math.max(0, 1_000_000_000 - firm));
        },
      ),
    );
  });
});

describe("the year's budget of 东莞", () => {
  const limits = scheme.fund.limits ?? [];
  const paid = (year: number) => ({ year: fen(year), life: fen(year) });

  it("DG-009 a year for which no budget is set pays nothing; a set one pays to its last fen", () => {
    expect(first(payableWithin(dongguan.fund.limits ?? [], paid(0), fen(1), ON))).toMatchObject({
      code: "no_budget",
      cites: { clauses: ["DG-009"] },
    });
    expect(payableWithin(limits, paid(4_999_999_999), fen(1), ON).ok).toBe(true);
    expect(first(payableWithin(limits, paid(4_999_999_999), fen(2), ON))).toMatchObject({
      code: "budget_exceeded",
      figures: { asked: "0.02", available: "0.01" },
    });
    expect(tranchesAddUp(scheme.fund, ON).ok).toBe(true);
  });

  const opened = (budget: number): Book => {
    const book = new Book(CHART);
    return book.fold(
      ...must(post(CHART, book, { id: "b-2026", reason: "deposit", on: ON, entries: entriesFor(CHART, "deposit", fen(budget)), persons: TWO })),
    );
  };
  const approved = (book: Book, reason: "compensation" | "reward", amount: number) =>
    book.fold({ type: "payable_approved", payable: { id: "p", reason, of: "p", caseId: "c", payeeId: "x", amount: fen(amount), approvedOn: ON } });
  const till = (book: Book, more: Partial<Till> = {}): Till => ({
    chart: CHART,
    rules: scheme.fund.payment,
    state: RUNNING,
    view: book,
    queue: [],
    ...more,
  });
  const order = (amount: number) => ({
    no: "1",
    payableId: "p",
    asked: fen(amount),
    basis: { base: fen(amount), ratio: "1", loss: fen(amount), covered: ZERO },
  });
  const trustee = (personId: string) => ({ personId, kind: "manager" }) as const;

  it.each(["compensation", "reward"] as const)(
    "DG-010 DG-041 %s is drawn up by one person of a trustee, checked by another, paid by the account bank",
    (reason) => {
      const book = approved(opened(1_000), reason, 400);
      for (const kind of ["office", "finance", "department"] as const)
        expect(codes(drawUp(till(book), order(400), { personId: "a", kind }, ON))).toEqual(["role_forbidden"]);
      const drawn = must(drawUp(till(book), order(400), trustee("a"), ON)).instruction;
      expect(codes(countersign(till(book), drawn, trustee("a"), ON, ON))).toEqual(["same_person"]);
      const signed = must(countersign(till(book), drawn, trustee("b"), ON, ON));
      book.fold(...signed.ledger);
      book.fold(...must(confirmPaid(till(book), signed.instruction, { personId: "t", kind: "account_bank" }, ON)).ledger);
      const kept = reason === "compensation" ? "compensation" : "rewards";
      expect([book.balance("budget"), book.balance(kept, "p"), book.count("paid")]).toEqual([600, 400, reason === "compensation" ? 400 : 0]);
    },
  );

  it("DG-009 what is left of the budget is paid and the rest is owed by nobody; with nothing left it is refused", () => {
    const { instruction } = must(drawUp(till(approved(opened(300), "compensation", 400)), order(400), trustee("a"), ON));
    expect(instruction.plan).toMatchObject({ account: 300, unfunded: 100, flag: "fund_insufficient" });
    expect(first(drawUp(till(approved(new Book(CHART), "compensation", 400)), order(400), trustee("a"), ON))).toMatchObject({
      code: "no_budget",
      cites: { clauses: ["DG-009"] },
    });
  });

  it("DG-009 no payment passes the year's ceiling, whatever the account holds", () => {
    const rich = approved(opened(9_000_000_000), "compensation", 400);
    const held = { limits: { rules: limits, paid: paid(4_999_999_700) } };
    expect(codes(drawUp(till(rich, held), order(400), trustee("a"), ON))).toEqual(["budget_exceeded"]);
    expect(drawUp(till(rich, { limits: { rules: limits, paid: paid(4_999_999_600) } }), order(400), trustee("a"), ON).ok).toBe(true);
  });

  it("DG-036 DG-010 nothing leaves that was not approved, and for nothing but the two uses", () => {
    const book = opened(1_000);
    expect(codes(drawUp(till(book), order(400), trustee("a"), ON))).toEqual(["gov_consent_required"]);
    const spent = (reason: "subsidy" | "placement" | "management_fee") =>
      post(CHART, book, { id: "x", reason, on: ON, entries: entriesFor(CHART, "compensation", fen(1), "p"), persons: TWO });
    for (const reason of ["subsidy", "placement", "management_fee"] as const)
      expect(first(spent(reason))).toMatchObject({ code: "fund_use_forbidden", cites: { clauses: ["DG-010"] } });
    const outflows = CHART.reasons.filter(({ payable }) => payable === "settles").map(({ id }) => id);
    const uses = scheme.parameters.find(({ key }) => key === "fund.instruments");
    expect(uses && valueOn(uses, ON)).toEqual({ ok: true, value: outflows });
  });
});
