import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { fen, lesser, plus, ZERO } from "../money";
import type { Facts } from "../rule/facts";
import { paidInFirst } from "../rule/loan-checks";
import type { Parameter } from "../rule/parameter";
import { Book, freeFunds } from "./balances";
import { RUNNING } from "./breaker";
import { soundChart } from "./chart";
import { entriesByTurn, entriesFor, entriesInOrder } from "./entries";
import { compute, type Formula } from "./formula";
import { confirmPaid, countersign } from "./instruction";
import type { LedgerView } from "./ledger";
import { drawUp, type PaymentRules } from "./payment";
import { post } from "./posting";
import { workOut } from "./second-formula";
import { secondOpinion } from "./second-opinion";
import { type Layers, shareBack, shareOut } from "./sharing";

/** A fund of a kind that no document of the house has: firms pay in first, and a loss is paid by the firm's own deposit, then by all deposits, then by public money. */
const HERE = cite("第一条", "ZZ-001");
const ON = day("2026-03-02");
const TWO = { madeBy: "a", checkedBy: "b" };

const number = <T>(key: string, value: T): Parameter<T> => ({ key, says: key, cites: HERE, versions: [{ from: day("2026-01-01"), value }] });

const chart = soundChart({
  cites: HERE,
  accounts: [
    { id: "own", says: "企业保证金", cites: HERE, grows: "debit", per: "enterprise", short: "fund_insufficient", holds: "cash" },
    { id: "mutual", says: "互助金", cites: HERE, grows: "debit", short: "fund_insufficient", holds: "cash" },
    { id: "public", says: "财政资金", cites: HERE, grows: "debit", short: "fund_insufficient", holds: "cash" },
    { id: "compensation", says: "已代偿", cites: HERE, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "source", says: "来源", cites: HERE, grows: "credit" },
  ],
  reasons: [
    { id: "contribution", says: "交保证金", cites: HERE, debits: ["own"], credits: ["source"], needsCase: true, persons: 1 },
    { id: "deposit", says: "财政注资", cites: HERE, debits: ["public"], credits: ["source"], needsCase: false, persons: 2 },
    { id: "opening_cash", says: "互助金", cites: HERE, debits: ["mutual"], credits: ["source"], needsCase: false, persons: 2 },
    {
      id: "compensation",
      says: "代偿",
      cites: HERE,
      debits: ["compensation"],
      credits: ["own", "mutual", "public"],
      needsCase: true,
      persons: 2,
      payable: "settles",
      counts: "paid",
    },
    {
      id: "recovery_return",
      says: "分回",
      cites: HERE,
      debits: ["own", "mutual", "public"],
      credits: ["compensation"],
      spread: "as_paid",
      needsCase: true,
      persons: 2,
      counts: "returned",
    },
  ],
});

const rules: PaymentRules = { direct: HERE, limited: HERE, instructedBy: ["manager"], paidBy: { kinds: ["account_bank"], cites: HERE } };

const bearing: Layers = {
  kind: "layers",
  id: "loss",
  says: "先用企业保证金，再用互助金，最后用财政资金",
  layers: [
    { party: "own", says: "企业保证金", holds: "ownDeposit", cites: HERE },
    { party: "mutual", says: "互助金", holds: "mutualDeposits", cites: HERE },
    { party: "public", says: "财政资金", holds: "publicMoney", cites: HERE },
  ],
  rest: "bank",
  cites: HERE,
};

const figure = (of: string): Formula => ({ kind: "figure", id: of, of, says: of, cites: HERE });
const least = (id: string, ...of: Formula[]): Formula => ({ kind: "least", id, of, says: id, cites: HERE });
const less = (id: string, of: Formula, taken: Formula): Formula => ({ kind: "less", id, of, taken, says: id, cites: HERE });
const loss = figure("outstandingPrincipal");
const own = least("own", loss, figure("ownDeposit"));
const afterOwn = less("after_own", loss, own);
const mutual = least("mutual", afterOwn, figure("mutualDeposits"));
const state = least("public", less("after_mutual", afterOwn, mutual), figure("publicMoney"));
const formula: Formula = { kind: "sum", id: "paid", of: [own, mutual, state], says: "代偿", cites: HERE };

const zeroView: LedgerView = { balance: () => ZERO, held: () => ZERO, standing: () => undefined, payable: () => undefined, count: () => ZERO };

const facts = (amount: number, has: readonly [number, number, number]) => ({
  figures: { outstandingPrincipal: fen(amount), ownDeposit: fen(has[0]), mutualDeposits: fen(has[1]), publicMoney: fen(has[2]) },
});

function fund(has: readonly [number, number, number]): Book {
  const book = new Book(chart);
  const put = (id: string, reason: "contribution" | "opening_cash" | "deposit", amount: number, of?: string) => {
    if (amount === 0) return;
    const posted = post(chart, book, { id, reason, on: ON, entries: entriesFor(chart, reason, fen(amount), of), persons: TWO, caseId: "c" });
    if (!posted.ok) throw new Error(posted.refusals[0]?.code);
    book.fold(...posted.value);
  };
  put("1", "contribution", has[0], "firm-1");
  put("2", "contribution", 777, "firm-2");
  put("3", "opening_cash", has[1]);
  put("4", "deposit", has[2]);
  return book;
}

describe("one payer after the other", () => {
  it.each([
    [500, [500, 0, 0, 0]],
    [1_500, [1_000, 500, 0, 0]],
    [3_500, [1_000, 2_000, 500, 0]],
    [9_000, [1_000, 2_000, 3_000, 3_000]],
  ])("a loss of %i is borne as %j", (amount, parts) => {
    const { figures } = facts(amount, [1_000, 2_000, 3_000]);
    const shared = shareOut(bearing, fen(amount), figures, ON);
    expect(shared.ok && shared.value.map((part) => part.amount)).toEqual(parts);
    const computed = compute(formula, { figures }, ON);
    expect(computed.ok && computed.value.amount).toBe(Math.min(amount, 6_000));
  });

  it("a layer whose money nobody knows is told by name", () => {
    const refused = shareOut(bearing, fen(1), { ownDeposit: ZERO }, ON);
    expect(refused.ok ? undefined : refused.refusals[0]).toMatchObject({ code: "fact_missing", figures: { figure: "mutualDeposits" } });
  });

  it("what comes back goes to those who bore it, by what each bore, to the fen", () => {
    fc.assert(
      fc.property(fc.nat(9_000), fc.nat(9_000), (amount, recovered) => {
        const { figures } = facts(amount, [1_000, 2_000, 3_000]);
        const borne = shareOut(bearing, fen(amount), figures, ON);
        if (!borne.ok) throw new Error("refused");
        const back = shareBack(bearing, { recovered: fen(recovered), costs: ZERO, carried: ZERO, borne: borne.value }, ON);
        if (!back.ok) throw new Error("refused");
        const sum = plus(...back.value.parts.map((part) => part.amount));
        expect(sum).toBe(amount === 0 ? 0 : recovered);
      }),
    );
  });

  it("a payment takes from the firm's own deposit, then from all, then from public money; another firm's deposit is not touched", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.nat(2_000), fc.nat(3_000), fc.nat(3_000), (amount, ...has) => {
        const book = fund(has);
        const subs = { enterprise: "firm-1" };
        const asked = compute(formula, facts(amount, has), ON);
        if (!asked.ok || asked.value.amount === ZERO) return;
        expect(freeFunds(chart, book, subs).cash).toBe(has[0] + has[1] + has[2]);
        const payable = {
          id: "p",
          reason: "compensation",
          of: "p",
          caseId: "c",
          payeeId: "b",
          amount: asked.value.amount,
          approvedOn: ON,
          subs,
        } as const;
        book.fold({ type: "payable_approved", payable });
        const till = { chart, rules, state: RUNNING, view: book, queue: [] };
        const tree = { tree: formula, facts: facts(amount, has), on: ON };
        const basis = { base: fen(amount), ratio: "1", loss: fen(amount), covered: ZERO, formula: tree };
        const drawn = drawUp(till, { no: "1", payableId: "p", asked: asked.value.amount, basis }, { personId: "a", kind: "manager" }, ON);
        if (!drawn.ok) throw new Error(drawn.refusals[0]?.code);
        const signed = countersign(till, drawn.value.instruction, { personId: "b", kind: "manager" }, ON, ON);
        if (!signed.ok) throw new Error(signed.refusals[0]?.code);
        book.fold(...signed.value.ledger);
        const paid = confirmPaid(till, signed.value.instruction, { personId: "t", kind: "account_bank" }, ON);
        if (!paid.ok) throw new Error(paid.refusals[0]?.code);
        book.fold(...paid.value.ledger);
        const fromOwn = lesser(fen(amount), fen(has[0]));
        expect(book.balance("own", "firm-1")).toBe(has[0] - fromOwn);
        expect(book.balance("own", "firm-2")).toBe(777);
        expect(book.balance("mutual")).toBe(Math.max(0, has[1] - Math.max(0, amount - has[0])));
        expect(book.balance("compensation", "p")).toBe(asked.value.amount);
        expect(BigInt(asked.value.amount)).toBe(workOut(formula, facts(amount, has), ON));
      }),
    );
  });

  it("what comes back is booked where it was taken from, receipt by receipt, until everybody has his own again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6_000 }), fc.array(fc.integer({ min: 1, max: 2_000 })), (amount, receipts) => {
        const book = fund([1_000, 2_000, 3_000]);
        const had = () => [book.balance("own", "firm-1"), book.balance("mutual"), book.balance("public")];
        const subs = { enterprise: "firm-1" };
        const whole = fen(amount);
        book.fold({
          type: "payable_approved",
          payable: { id: "p", reason: "compensation", of: "p", caseId: "c", payeeId: "b", amount: whole, approvedOn: ON, subs },
        });
        const moves = (id: string, reason: "compensation" | "recovery_return", entries: ReturnType<typeof entriesFor>) => {
          const payableId = reason === "compensation" ? { payableId: "p" } : {};
          const posted = post(chart, book, { id, reason, on: ON, entries, persons: TWO, caseId: "c", ...payableId });
          if (!posted.ok) throw new Error(posted.refusals[0]?.code);
          book.fold(...posted.value);
        };
        moves("paid", "compensation", entriesByTurn(chart, book, "compensation", whole, "p", subs));
        for (const [at, receipt] of [...receipts, amount].entries()) {
          const before = had();
          const back = lesser(fen(receipt), book.balance("compensation", "p"));
          if (back === ZERO) break;
          moves(`back-${at}`, "recovery_return", entriesInOrder(chart, book, "recovery_return", back, "p"));
          for (const [layer, after] of had().entries()) expect(after >= (before[layer] ?? 0)).toBe(true);
        }
        expect(had()).toEqual([1_000, 2_000, 3_000]);
        expect(book.balance("own", "firm-2")).toBe(777);
      }),
    );
  });

  it("of a claim whose payment is not in the ledger nobody knows who paid: the first account takes it, if it may", () => {
    const [debit] = entriesInOrder(chart, { ...zeroView, balance: () => fen(10) }, "recovery_return", fen(4), "p");
    expect(debit).toMatchObject({ account: "own", side: "debit", amount: 4 });
  });

  it("a planted fen is found by the second reader", () => {
    const tree = { tree: formula, facts: facts(3_500, [1_000, 2_000, 3_000]), on: ON };
    const basis = { base: fen(3_500), ratio: "1", loss: fen(3_500), covered: ZERO, formula: tree };
    expect(secondOpinion({ ...basis, asked: fen(3_500) })).toEqual([]);
    expect(secondOpinion({ ...basis, asked: fen(3_499) })).toHaveLength(1);
  });

  it("five percent of the loan is paid in first, a fen short is not enough", () => {
    const test = paidInFirst(number("contribution.ratio", "0.05"), "contributed", "contribution_missing");
    const asks = (contributed: number) => {
      const given: Facts = {
        appliedOn: ON,
        loan: { mode: "any", principal: fen(1_001), disbursedOn: ON },
        totals: { contributed: fen(contributed) },
      };
      return test(given, (parameter) => parameter.versions[0]?.value as never);
    };
    expect(asks(51).verdict).toBe("met");
    expect(asks(50)).toMatchObject({ verdict: "unmet", code: "contribution_missing", figures: { due: "0.51", paid: "0.50" } });
  });
});
