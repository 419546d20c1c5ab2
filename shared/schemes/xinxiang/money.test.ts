import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, ofYear, payableWithin } from "../../fund/allocation";
import { Book } from "../../fund/balances";
import { RUNNING } from "../../fund/breaker";
import { entriesFor } from "../../fund/entries";
import { compute } from "../../fund/formula";
import { tranchesAddUp } from "../../fund/fund";
import { confirmPaid, countersign } from "../../fund/instruction";
import { drawUp } from "../../fund/payment";
import { post } from "../../fund/posting";
import { workOut } from "../../fund/second-formula";
import { opinionOnAllocation, opinionOnReturn } from "../../fund/second-opinion";
import { day } from "../../local-date";
import { type Fen, fen, ZERO } from "../../money";
import { shareRecovered } from "../../process/recovery-share";
import { readAs } from "../reading";
import { codes, first, must } from "../testing";
import { xinxiang } from "./scheme";

const ON = day("2024-04-01");
const LIMITS = xinxiang.fund.limits ?? [];
const ALLOCATION = must({ ok: true as const, value: xinxiang.fund.allocation as NonNullable<typeof xinxiang.fund.allocation> });
const CHART = xinxiang.fund.chart;
const TWO = { madeBy: "a", checkedBy: "b" };

const comp = (mode: string, loanAmount: number, base: number, scheme = xinxiang) =>
  compute(
    scheme.compensation,
    { mode, figures: { loanAmount: fen(loanAmount), outstandingPrincipal: fen(base), compensatedPrincipal: fen(base) } },
    ON,
  );

describe("compensation of 新乡", () => {
  it.each([
    ["XX-038", 100_000_000, "0.30", 30_000_000],
    ["XX-039", 100_000_001, "0.20", 20_000_000],
    ["XX-039", 300_000_000, "0.20", 60_000_000],
    ["XX-040", 300_000_001, "0.10", 30_000_000],
    ["XX-040", 1_000_000_000, "0.10", 100_000_000],
  ])("%s a loan of %i fen, all of it bad: %s", (_, loan, ratio, amount) => {
    const computed = must(comp("credit", loan, loan));
    expect(computed.amount).toBe(amount);
    expect(computed.derivation.at(-1)).toMatchObject({ ratio, cites: { article: "第十一条" } });
  });

  it("XX-040 a loan above the last band is in none", () => {
    expect(codes(comp("patent_pledge", 1_000_000_001, 1))).toEqual(["loan_over_cap"]);
  });

  it("XX-041 the loan picks the band, the bad principal is multiplied; read otherwise, slices or the principal itself", () => {
    expect(must(comp("credit", 200_000_000, 85_000_055)).amount).toBe(17_000_011);
    expect(codes(comp("credit", 200_000_000, 200_000_001))).toEqual(["band_input"]);
    expect(must(comp("credit", 300_000_000, 300_000_000, must(readAs(xinxiang, "band.method", "marginal")))).amount).toBe(70_000_000);
    expect(must(comp("credit", 200_000_000, 85_000_000, must(readAs(xinxiang, "band.by", "outstandingPrincipal")))).amount).toBe(25_500_000);
    expect(codes(readAs(xinxiang, "band.method", "middle"))).toEqual(["field_invalid"]);
  });

  it("XX-043 a guaranteed loan has one ratio, whatever its size, on what the guarantor paid", () => {
    expect(must(comp("reguaranteed", 80_000_000, 80_000_000)).amount).toBe(8_000_000);
    expect(must(comp("reguaranteed", 500_000_000, 480_000_000)).amount).toBe(48_000_000);
  });

  it("XX-042 above ten million a guaranteed loan is not compensated", () => {
    expect(codes(comp("reguaranteed", 1_000_000_001, 1))).toEqual(["guarantee_loan_cap"]);
  });

  it("XX-012 no other kind of loan is compensated", () => {
    expect(first(comp("mortgage", 1, 1))).toMatchObject({ code: "loan_type", cites: { article: "第四条" } });
  });

  it("XX-013 interest never enters the base", () => {
    const facts = { mode: "credit", figures: { loanAmount: fen(100), outstandingPrincipal: fen(100), outstandingInterest: fen(99) } };
    expect(must(compute(xinxiang.compensation, facts, ON)).amount).toBe(30);
    expect(codes(readAs(xinxiang, "comp.base", "principal_and_interest"))).toEqual(["field_invalid"]);
  });

  it("XX-001 the fund never bears the whole of a loss, and its formula worked out a second time gives the same fen", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("credit", "ip_pledge", "trademark_pledge", "reguaranteed"),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.nat(1000),
        fc.constantFrom("whole", "marginal"),
        (mode, loan, part, method) => {
          const base = Math.max(1, Math.floor((loan * part) / 1000));
          const scheme = must(readAs(xinxiang, "band.method", method));
          const facts = { mode, figures: { loanAmount: fen(loan), outstandingPrincipal: fen(base), compensatedPrincipal: fen(base) } };
          const { amount } = must(compute(scheme.compensation, facts, ON));
          expect(BigInt(amount)).toBe(workOut(scheme.compensation, facts, ON));
          expect(amount * 10).toBeLessThanOrEqual(base * 3 + 5);
        },
      ),
    );
  });
});

describe("the year's money of 新乡", () => {
  const claims = (...amounts: number[]) => amounts.map((amount, at) => ({ id: `C${at}`, amount: fen(amount) }));
  const given = (paid: { year: number; life: number }, ...amounts: number[]) =>
    must(allocate(ALLOCATION, LIMITS, claims(...amounts), { year: fen(paid.year), life: fen(paid.life) }, ON));

  it("XX-003 never more than ten million a year, shared in proportion to the fen", () => {
    const { parts, unpaid, bound } = given({ year: 0, life: 0 }, 600_000_000, 500_000_000, 100_000_000);
    expect(parts.map(({ paid }) => paid)).toEqual([500_000_000, 416_666_667, 83_333_333]);
    expect([unpaid, bound?.id]).toEqual([200_000_000, "annual_cap"]);
    expect(codes(payableWithin(LIMITS, { year: fen(999_999_999), life: fen(999_999_999) }, fen(1), ON))).toEqual([]);
    expect(codes(payableWithin(LIMITS, { year: fen(1_000_000_000), life: fen(1_000_000_000) }, fen(1), ON))).toEqual(["annual_cap"]);
  });

  it("XX-002 nor more than twenty-nine million in all; what came back gives no new room", () => {
    const { budget, bound } = given({ year: 0, life: 2_400_000_000 }, 800_000_000);
    expect([budget, bound?.id]).toEqual([500_000_000, "fund_total"]);
    expect(first(payableWithin(LIMITS, { year: ZERO, life: fen(2_900_000_000) }, fen(1), ON))).toMatchObject({
      code: "fund_total_exceeded",
      cites: { article: "第二条" },
    });
    expect(tranchesAddUp(xinxiang.fund, ON).ok).toBe(true);
  });

  it("XX-031 XX-037 every allocation sums to what was given, nobody gets more than asked, and a second reader finds the same parts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 1_100_000_000 }),
        fc.integer({ min: 0, max: 3_000_000_000 }),
        fc.constantFrom("pro_rata", "fifo"),
        (amounts, year, life, method) => {
          const scheme = must(readAs(xinxiang, "allocation.method", method));
          const rules = scheme.fund.allocation as NonNullable<typeof scheme.fund.allocation>;
          const done = must(allocate(rules, LIMITS, claims(...amounts), { year: fen(year), life: fen(life) }, ON));
          const sum = done.parts.reduce((total, { paid }) => total + paid, 0);
          expect(sum).toBe(done.paid);
          expect(sum).toBeLessThanOrEqual(done.budget);
          for (const { paid, amount } of done.parts) expect(paid <= amount && paid >= 0).toBe(true);
          const subject = {
            claims: amounts.map(fen),
            parts: done.parts.map(({ paid }) => paid),
            limits: [
              { at: 1_000_000_000, paid: fen(year) },
              { at: 2_900_000_000, paid: fen(life) },
            ],
            method,
          };
          expect(opinionOnAllocation(subject)).toEqual([]);
          const wrong = subject.parts.map((part, at) => (at === 0 ? fen(part + 1) : part));
          expect(opinionOnAllocation({ ...subject, parts: wrong })).toHaveLength(1);
        },
      ),
    );
  });

  it("XX-002 XX-003 a payment that would pass the year's or the life's ceiling is not drawn up", () => {
    const book = new Book(CHART);
    book.fold(...must(post(CHART, book, { id: "b", reason: "deposit", on: ON, entries: entriesFor(CHART, "deposit", fen(5_000)), persons: TWO })));
    book.fold({
      type: "payable_approved",
      payable: { id: "p", reason: "compensation", of: "p", caseId: "c", payeeId: "bank", amount: fen(400), approvedOn: ON },
    });
    const till = { chart: CHART, rules: xinxiang.fund.payment, state: RUNNING, view: book, queue: [] };
    const order = { no: "1", payableId: "p", asked: fen(400), basis: { base: fen(2000), ratio: "0.20", loss: fen(2000), covered: ZERO } };
    const drawn = (year: number, life: number) =>
      drawUp({ ...till, limits: { rules: LIMITS, paid: { year: fen(year), life: fen(life) } } }, order, { personId: "a", kind: "finance" }, ON);
    expect(codes(drawn(999_999_600, 999_999_600))).toEqual([]);
    expect(codes(drawn(999_999_601, 999_999_601))).toEqual(["annual_cap"]);
    expect(codes(drawn(0, 2_899_999_601))).toEqual(["fund_total_exceeded"]);
  });

  it("XX-003 two orders that were drawn up side by side do not pass the year's ceiling together", () => {
    const book = new Book(CHART);
    book.fold(...must(post(CHART, book, { id: "b", reason: "deposit", on: ON, entries: entriesFor(CHART, "deposit", fen(5_000)), persons: TWO })));
    const [maker, checker] = (["a", "b"] as const).map((personId) => ({ personId, kind: "finance" as const }));
    if (!maker || !checker) throw new Error("two persons");
    const till = (aside: number) => ({
      chart: CHART,
      rules: xinxiang.fund.payment,
      state: RUNNING,
      view: book,
      queue: [],
      limits: { rules: LIMITS, paid: { year: fen(999_999_500 + aside), life: ZERO } },
    });
    const basis = { base: fen(2000), ratio: "0.20", loss: fen(2000), covered: ZERO };
    const [one, other] = ["p", "q"].map((id) => {
      book.fold({
        type: "payable_approved",
        payable: { id, reason: "compensation", of: id, caseId: "c", payeeId: "bank", amount: fen(400), approvedOn: ON },
      });
      return must(drawUp(till(0), { no: id, payableId: id, asked: fen(400), basis }, maker, ON)).instruction;
    });
    if (!one || !other) throw new Error("two orders");
    book.fold(...must(countersign(till(0), one, checker, ON, ON)).ledger);
    expect(first(countersign(till(400), other, checker, ON, ON))).toMatchObject({
      code: "annual_cap",
      figures: { asked: "4.00", available: "1.00" },
    });
  });

  it("XX-030 XX-036 a claim belongs to the year of its opinion; one without an opinion waits", () => {
    const all = [
      { id: "a", filedOn: day("2022-12-20"), opinionOn: day("2023-01-05") },
      { id: "b", filedOn: day("2023-06-01"), opinionOn: day("2023-06-10") },
      { id: "c", filedOn: day("2023-12-30") },
    ];
    expect(must(ofYear(ALLOCATION, all, 2023, ON)).map(({ id }) => id)).toEqual(["a", "b"]);
    const filed = must(readAs(xinxiang, "allocation.yearBy", "filing")).fund.allocation as typeof ALLOCATION;
    expect(must(ofYear(filed, all, 2023, ON)).map(({ id }) => id)).toEqual(["b"]);
  });

  it("XX-004 nothing is paid before the year's budget is in the books, and then by two persons of finance", () => {
    const book = new Book(CHART);
    book.fold({
      type: "payable_approved",
      payable: { id: "p", reason: "compensation", of: "p", caseId: "c", payeeId: "bank", amount: fen(400), approvedOn: ON },
    });
    const till = { chart: CHART, rules: xinxiang.fund.payment, state: RUNNING, view: book, queue: [] };
    const order = {
      no: "1",
      payableId: "p",
      asked: fen(400),
      basis: { base: fen(2000), ratio: "0.20", loss: fen(2000), covered: ZERO },
    };
    const clerk = { personId: "a", kind: "finance" } as const;
    expect(codes(drawUp(till, order, clerk, ON))).toEqual(["no_budget"]);
    expect(
      codes(
        post(CHART, book, {
          id: "x",
          reason: "compensation",
          on: ON,
          entries: entriesFor(CHART, "compensation", fen(400), "p"),
          persons: TWO,
          caseId: "c",
          payableId: "p",
        }),
      ),
    ).toEqual(["no_budget"]);
    book.fold(...must(post(CHART, book, { id: "b", reason: "deposit", on: ON, entries: entriesFor(CHART, "deposit", fen(1000)), persons: TWO })));
    expect(codes(drawUp(till, order, { personId: "a", kind: "manager" }, ON))).toEqual(["role_forbidden"]);
    const drawn = must(drawUp(till, order, clerk, ON));
    expect(codes(countersign(till, drawn.instruction, clerk, ON, ON))).toEqual(["same_person"]);
    const signed = must(countersign(till, drawn.instruction, { personId: "b", kind: "finance" }, ON, ON));
    book.fold(...signed.ledger);
    book.fold(...must(confirmPaid(till, signed.instruction, { personId: "t", kind: "account_bank" }, ON)).ledger);
    expect([book.balance("budget"), book.balance("compensation", "p"), book.count("paid")]).toEqual([600, 400, 400]);
  });
});

describe("what comes back in 新乡", () => {
  const back = (method: string, recovered: number, costs: number, returned = 0, ratio = "0.30") =>
    must(
      shareRecovered(
        must(readAs(xinxiang, "remit.formula", method)).recovery.returns,
        { ratio, paid: fen(30_000_000), returned: fen(returned), recovered: fen(recovered), costs: fen(costs) },
        ON,
      ),
    );

  it.each([
    ["net_then_ratio", 11_400_000],
    ["ratio_then_cost", 10_000_000],
    ["gross", 12_000_000],
    ["fund_first", 30_000_000],
  ])("XX-046 read as %s", (method, toPool) => {
    expect(back(method, 40_000_000, 2_000_000)).toMatchObject({ toPool, toInstitution: 40_000_000 - toPool });
  });

  it("XX-047 once the compensation is whole nothing more is remitted", () => {
    expect(back("net_then_ratio", 40_000_000, 0, 29_000_000)).toMatchObject({ toPool: 1_000_000, outstandingAfter: 0 });
    expect(back("net_then_ratio", 40_000_000, 0, 30_000_000).toPool).toBe(0);
  });

  it("XX-046 XX-047 by every method, a second reader finds the same part", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("net_then_ratio", "ratio_then_cost", "gross", "fund_first" as const),
        fc.nat(100_000_000),
        fc.nat(60_000_000),
        fc.nat(30_000_000),
        fc.nat(10_000),
        (method, recovered, costs, returned, of) => {
          const ratio = (of / 10_000).toFixed(4);
          const { toPool } = back(method, recovered, costs, returned, ratio);
          const subject = { method, ratio, recovered: fen(recovered), costs: fen(costs), out: fen(30_000_000 - returned), toFund: toPool as Fen };
          expect(opinionOnReturn(subject)).toEqual([]);
          expect(opinionOnReturn({ ...subject, toFund: fen(toPool + 1) })).toHaveLength(1);
        },
      ),
    );
  });
});
