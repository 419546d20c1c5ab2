import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, first, TODAY } from "../schemes/yanqing/testing";
import { PERSONS, Purse, taken, transfer } from "../schemes/yanqing/testing-fund";
import { Book, fundsOf, recount, trialBalance } from "./balances";
import { entriesFor, entriesInOrder } from "./entries";
import type { Entry, Transfer } from "./ledger";
import { expire, post, postReserved, reserve, reverse, voidReserved } from "./posting";

const { chart } = yanqing.fund;
const entries = (reason: Transfer["reason"], amount: number, of?: string) => entriesFor(chart, reason, fen(amount), of);
const entry = (account: string, side: Entry["side"], amount: number, of?: string): Entry => ({
  account,
  side,
  amount: fen(amount),
  ...(of === undefined ? {} : { of }),
});
const pay = (id: string, payableId: string, amount: number, more: Partial<Transfer> = {}): Transfer =>
  transfer(id, "compensation", entries("compensation", amount, payableId), { caseId: payableId, payableId, ...more });
const draw = (id: string, payableId: string, amount: number, more: Partial<Transfer> = {}): Transfer =>
  transfer(id, "quota_draw", entries("quota_draw", amount), { caseId: payableId, payableId, ...more });
const posts = (purse: Purse, one: Transfer) => post(chart, purse.fund.book, one);
const UNTIL = addDays(TODAY, 10);

describe("a transfer that may not be posted", () => {
  const purse = new Purse().approved("a", 100);

  it("YQ-031 a purpose that is not on the list is refused, whatever else is wrong with it", () => {
    expect(first(posts(purse, transfer("t", "investment" as Transfer["reason"], [])))).toMatchObject({
      code: "fund_use_forbidden",
      cites: { article: "二（二）3" },
    });
    const abroad = [entry("compensation", "debit", 100, "a"), entry("quota", "credit", 100)];
    expect(codes(posts(purse, pay("t", "a", 100, { entries: abroad })))).toEqual(["fund_use_forbidden"]);
    const backwards = [entry("account", "debit", 100), entry("compensation", "credit", 100, "a")];
    expect(codes(posts(purse, pay("t", "a", 100, { entries: backwards })))).toEqual(["fund_use_forbidden"]);
  });

  it("YQ-028 another account than the fund's, or a claim's account without its claim, is refused", () => {
    for (const stray of [entry("elsewhere", "credit", 100), entry("account", "credit", 100, "a")])
      expect(codes(posts(purse, pay("t", "a", 100, { entries: [entry("compensation", "debit", 100, "a"), stray] })))).toEqual(["account_mismatch"]);
    expect(codes(posts(purse, pay("t", "a", 100, { entries: [entry("compensation", "debit", 100), entry("account", "credit", 100)] })))).toEqual([
      "account_mismatch",
    ]);
  });

  it.each([[[entry("compensation", "debit", 100, "a"), entry("account", "credit", 99)]], [[entry("compensation", "debit", 100, "a")]], [[]]])(
    "entries that do not balance are refused: %j",
    (unbalanced) => {
      expect(codes(posts(purse, pay("t", "a", 100, { entries: unbalanced })))).toEqual(["transfer_unbalanced"]);
    },
  );

  it.each([0, -1, 0.5, Number.NaN, 2 ** 53])("an entry of %s fen is no amount", (amount) => {
    const odd = [
      { ...entry("compensation", "debit", 1, "a"), amount: amount as never },
      { ...entry("account", "credit", 1), amount: amount as never },
    ];
    expect(codes(posts(purse, pay("t", "a", 100, { entries: odd })))).toEqual(["amount_invalid"]);
  });

  it("two different persons sign for money", () => {
    expect(codes(posts(purse, pay("t", "a", 100, { persons: { madeBy: "x" } })))).toEqual(["second_person_missing"]);
    expect(codes(posts(purse, pay("t", "a", 100, { persons: { madeBy: "x", checkedBy: "x" } })))).toEqual(["same_person"]);
    expect(codes(posts(purse, pay("t", "a", 100, { persons: { madeBy: "", checkedBy: "x" } })))).toEqual(["second_person_missing"]);
  });

  it("YQ-073 money leaves only for what was approved, for its own case and claim", () => {
    const { caseId: _, ...stray } = pay("t", "a", 100);
    expect(codes(posts(purse, stray))).toEqual(["case_required"]);
    expect(codes(posts(purse, pay("t", "b", 100)))).toEqual(["gov_consent_required"]);
    expect(codes(posts(purse, pay("t", "a", 100, { caseId: "other" })))).toEqual(["gov_consent_required"]);
    expect(codes(posts(purse, pay("t", "a", 100, { entries: entries("compensation", 100, "b") })))).toEqual(["account_mismatch"]);
    expect(first(posts(purse, pay("t", "a", 101)))).toMatchObject({ code: "amount_mismatch", figures: { amount: "1.01", approved: "1.00" } });
  });

  it("YQ-029 the quota is drawn only for an approved payable, and no more than it", () => {
    expect(first(posts(purse, draw("d", "b", 1)))).toMatchObject({ code: "quota_without_claim", cites: { article: "二（二）2" } });
    expect(codes(posts(purse, draw("d", "a", 101)))).toEqual(["quota_without_claim"]);
    const drawn = new Purse().approved("a", 100).does(posts(purse, draw("d", "a", 60)));
    expect(codes(posts(drawn, draw("e", "a", 41)))).toEqual(["quota_without_claim"]);
    expect(codes(posts(drawn, draw("e", "a", 40)))).toEqual([]);
  });

  it("YQ-027 never more than the ceiling", () => {
    const large = new Purse().approved("a", 2_000_000_000);
    expect(first(posts(large, draw("d", "a", 1_500_000_001)))).toMatchObject({
      code: "quota_exceeded",
      figures: { available: "15000000.00", asked: "15000000.01" },
    });
    large.does(posts(large, draw("d", "a", 1_500_000_000)));
    expect(large.balance("quota")).toBe(0);
  });

  it("YQ-006 never more than the account holds", () => {
    const large = new Purse().approved("a", 1_500_000_001);
    expect(codes(posts(large, pay("t", "a", 1_500_000_001)))).toEqual(["fund_insufficient"]);
    expect(codes(posts(large, pay("t", "a", 1_500_000_000)))).toEqual([]);
  });

  it("the same number twice, and a second payment of one claim", () => {
    const paid = new Purse().approved("a", 100);
    paid.does(posts(paid, pay("t", "a", 60)));
    expect(codes(posts(paid, pay("t", "a", 60)))).toEqual(["already_exists"]);
    expect(first(posts(paid, pay("u", "a", 40)))).toMatchObject({ code: "paid_twice", figures: { payable: "a", by: "t" } });
  });
});

describe("reserve, then post, void or expire", () => {
  const reserved = () => {
    const purse = new Purse().approved("a", 1_000_000_000).approved("b", 1_000_000_000);
    return purse.does(reserve(chart, purse.fund.book, pay("t", "a", 1_000_000_000), UNTIL));
  };

  it("what is set aside is not there for another", () => {
    const purse = reserved();
    expect([purse.balance("account"), purse.fund.book.held("account")]).toEqual([1_500_000_000, 1_000_000_000]);
    expect(first(posts(purse, pay("u", "b", 500_000_001)))).toMatchObject({ code: "fund_insufficient", figures: { available: "5000000.00" } });
    expect(codes(posts(purse, pay("u", "b", 500_000_000)))).toEqual([]);
    expect(codes(reserve(chart, purse.fund.book, pay("u", "a", 1), UNTIL))).toEqual(["paid_twice"]);
  });

  it("posting takes what was set aside, once, up to its last day", () => {
    const purse = reserved();
    expect(codes(postReserved(chart, purse.fund.book, "t", addDays(UNTIL, 1)))).toEqual(["reservation_expired"]);
    purse.does(postReserved(chart, purse.fund.book, "t", UNTIL));
    expect([purse.balance("account"), purse.fund.book.held("account"), purse.balance("compensation", "a")]).toEqual([500_000_000, 0, 1_000_000_000]);
    expect(codes(postReserved(chart, purse.fund.book, "t", UNTIL))).toEqual(["transfer_not_reserved"]);
    expect(codes(voidReserved(purse.fund.book, "t", "错误", UNTIL))).toEqual(["transfer_not_reserved"]);
  });

  it("voiding needs a reason and frees money and claim", () => {
    const purse = reserved();
    expect(codes(voidReserved(purse.fund.book, "t", " ", TODAY))).toEqual(["reason_required"]);
    purse.does(voidReserved(purse.fund.book, "t", "金额有误", TODAY));
    expect(purse.fund.book.held("account")).toBe(0);
    expect(codes(posts(purse, pay("u", "a", 1_000_000_000)))).toEqual([]);
    expect(codes(postReserved(chart, purse.fund.book, "t", TODAY))).toEqual(["transfer_not_reserved"]);
  });

  it("expiry comes after the last day, not on it", () => {
    const purse = reserved();
    expect(codes(expire(purse.fund.book, "t", UNTIL))).toEqual(["transfer_not_reserved"]);
    purse.does(expire(purse.fund.book, "t", addDays(UNTIL, 1)));
    expect([purse.fund.book.held("account"), purse.fund.book.standing("t")?.status]).toEqual([0, "expired"]);
    expect(codes(expire(purse.fund.book, "none", UNTIL))).toEqual(["transfer_not_reserved"]);
  });
});

describe("G-21 reverse, never edit", () => {
  const paid = () => {
    const purse = new Purse().approved("a", 100);
    return purse.does(posts(purse, pay("t", "a", 100)));
  };
  const by = { id: "r", on: TODAY, persons: PERSONS, why: "付错账户" };

  it("the mirror image takes balances and counts back, and the claim may be paid again", () => {
    const purse = paid();
    expect(purse.fund.book.count("paid")).toBe(100);
    purse.does(reverse(chart, purse.fund.book, "t", by));
    expect([purse.balance("account"), purse.balance("compensation", "a"), purse.fund.book.count("paid")]).toEqual([1_500_000_000, 0, 0]);
    expect(purse.fund.book.standing("t")?.status).toBe("reversed");
    expect(codes(posts(purse, pay("u", "a", 100)))).toEqual([]);
  });

  it("needs a reason and two persons, and happens once", () => {
    const purse = paid();
    expect(codes(reverse(chart, purse.fund.book, "t", { ...by, why: "" }))).toEqual(["reason_required"]);
    expect(codes(reverse(chart, purse.fund.book, "t", { ...by, persons: { madeBy: "x", checkedBy: "x" } }))).toEqual(["same_person"]);
    expect(codes(reverse(chart, purse.fund.book, "none", by))).toEqual(["transfer_not_reserved"]);
    purse.does(reverse(chart, purse.fund.book, "t", by));
    expect(codes(reverse(chart, purse.fund.book, "t", { ...by, id: "s" }))).toEqual(["already_reversed"]);
    expect(codes(reverse(chart, purse.fund.book, "r", { ...by, id: "s" }))).toEqual(["already_reversed"]);
  });

  it("even one person's bookings are reversed by two", () => {
    const purse = new Purse();
    purse.does(posts(purse, transfer("c", "commit", entries("commit", 100, "loan"), { persons: { madeBy: "bank" } })));
    expect(codes(reverse(chart, purse.fund.book, "c", { ...by, persons: { madeBy: "bank" } }))).toEqual(["second_person_missing"]);
    expect(codes(reverse(chart, purse.fund.book, "c", by))).toEqual([]);
  });

  it("is refused where the money has moved on", () => {
    const purse = new Purse().approved("a", 1_500_000_000);
    purse.does(posts(purse, pay("t", "a", 1_500_000_000)));
    expect(codes(reverse(chart, purse.fund.book, "open-0", by))).toEqual(["fund_insufficient"]);
  });
});

describe("balances", () => {
  const busy = () => {
    const purse = new Purse().approved("a", 100).approved("b", 50);
    purse.does(posts(purse, pay("t", "a", 100))).does(reserve(chart, purse.fund.book, pay("u", "b", 50), UNTIL));
    return purse.does(posts(purse, transfer("v", "recovery_return", entriesInOrder(chart, purse.fund.book, "recovery_return", fen(30), "a"))));
  };

  it("are kept for the whole and for each claim, and the trial balance is nothing", () => {
    const { fund } = busy();
    expect([fund.book.balance("compensation"), fund.book.balance("compensation", "a"), fund.book.balance("compensation", "b")]).toEqual([70, 70, 0]);
    expect(fundsOf(chart, fund.book)).toEqual({ cash: 1_499_999_930, quota: 1_500_000_000, available: 2_999_999_930 });
    expect(trialBalance(chart, fund.book)).toBe(0);
  });

  it("a recount from the events finds every balance as stored, and each one that was touched", () => {
    const purse = busy();
    const stored = new Map(purse.fund.book.balances());
    expect(recount(chart, purse.log, stored)).toEqual([]);
    stored.set("account", fen(1));
    stored.set("elsewhere", fen(5));
    expect(recount(chart, purse.log, stored)).toEqual([
      { key: "account", stored: 1, recounted: 1_499_999_930 },
      { key: "elsewhere", stored: 5, recounted: 0 },
    ]);
  });

  it("books laid over others see what lies below and leave it untouched", () => {
    const below = busy().fund.book;
    const above = new Book(chart, below).fold(...taken(post(chart, below, transfer("w", "interest", entries("interest", 7)))));
    expect([above.balance("account"), below.balance("account"), above.count("paid"), above.held("account")]).toEqual([
      1_499_999_937, 1_499_999_930, 100, 50,
    ]);
    expect([above.standing("t")?.status, above.payable("a")?.settledBy]).toEqual(["posted", "t"]);
  });

  it("an event about a transfer or an account that is not there is a broken invariant", () => {
    expect(() => new Book(chart).fold({ type: "voided", id: "none", on: day("2026-01-01"), why: "x" })).toThrow(RangeError);
    const stray = transfer("x", "deposit", [entry("elsewhere", "debit", 1)]);
    expect(() => new Book(chart).fold({ type: "posted", transfer: stray, held: false, cites: chart.cites })).toThrow(RangeError);
  });
});
