import { describe, expect, it } from "vitest";
import { fen } from "../money";
import { readAs } from "../schemes/reading";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, first, TODAY } from "../schemes/yanqing/testing";
import { PERSONS, Purse, taken } from "../schemes/yanqing/testing-fund";
import { Book, fundsOf, trialBalance } from "./balances";
import { type Chart, soundChart } from "./chart";
import { commitmentChange, commitmentOf, exposureOf } from "./exposure";
import { openFund, tranchesAddUp } from "./fund";
import { type EarlierClaim, type OpeningBalances, openingTransfers, undoOpening } from "./opening";
import { replayFund } from "./replay";

const { fund } = yanqing;
const paidIn = (account: number, quota = 1_500_000_000, adjustment?: string) =>
  [account, quota].map((amount, at) => ({ id: `t${at}`, amount: fen(amount), ...(adjustment ? { adjustment } : {}) }));

describe("the books of a new fund", () => {
  it("YQ-025 YQ-026 YQ-027 begin with fifteen million in the account and fifteen in the quota", () => {
    const book = new Book(fund.chart).fold(...taken(openFund(fund, paidIn(1_500_000_000), PERSONS, TODAY)));
    expect(fundsOf(fund.chart, book)).toEqual({ cash: 1_500_000_000, quota: 1_500_000_000, available: 3_000_000_000 });
    expect(trialBalance(fund.chart, book)).toBe(0);
  });

  it("YQ-025 parts that do not make the whole are refused", () => {
    expect(codes(tranchesAddUp(fund, TODAY))).toEqual([]);
    const other = taken(readAs(yanqing, "fund.quota.ceiling", 1_400_000_000));
    expect(first(openFund(other.fund, paidIn(1_500_000_000), PERSONS, TODAY))).toMatchObject({
      code: "fund_sum_mismatch",
      figures: { sum: "29000000.00", size: "30000000.00" },
      cites: { article: "二（二）1" },
    });
  });

  it("YQ-026 another deposit than the document's needs the paper that says why", () => {
    expect(first(openFund(fund, paidIn(1_499_999_999), PERSONS, TODAY))).toMatchObject({ code: "fund_source", figures: { paidIn: "14999999.99" } });
    expect(codes(openFund(fund, paidIn(1_499_999_999, 1_500_000_000, "财文1"), PERSONS, TODAY))).toEqual([]);
    expect(codes(openFund(fund, paidIn(1_500_000_000).slice(0, 1), PERSONS, TODAY))).toEqual(["fund_source"]);
  });

  it("YQ-031 no purpose of 延庆's chart is an investment, and money goes out for compensation and subsidy only", () => {
    const out = fund.chart.reasons.filter((reason) => reason.credits.includes("account")).map((reason) => reason.id);
    expect(out).toEqual(["compensation", "subsidy"]);
    for (const reason of fund.chart.reasons.filter((one) => one.credits.includes("account")))
      expect(reason).toMatchObject({ persons: 2, needsCase: true, payable: "settles" });
  });

  it("a chart that contradicts itself is a broken invariant", () => {
    const [account] = fund.chart.accounts as [Chart["accounts"][number]];
    expect(() => soundChart({ ...fund.chart, accounts: [account, account] })).toThrow(RangeError);
    expect(() => soundChart({ ...fund.chart, accounts: [account] })).toThrow(RangeError);
  });
});

describe("YQ-A40 what may still have to be paid", () => {
  it("each loan commits its ratio of what is outstanding, half a fen up", () => {
    expect(commitmentOf({ ratio: "0.50", outstanding: fen(240_000_001) })).toBe(120_000_001);
    expect(commitmentOf({ ratio: "1.00", outstanding: fen(0) })).toBe(0);
  });

  it("the worst case is held against what is available, with one more loan before it is voted on", () => {
    expect(exposureOf(fen(2_900_000_000), fen(3_000_000_000), fund.exposure)).toEqual({
      worst: 2_900_000_000,
      available: 3_000_000_000,
      room: 100_000_000,
      over: 0,
    });
    expect(exposureOf(fen(2_900_000_000), fen(3_000_000_000), fund.exposure, { ratio: "0.50", outstanding: fen(200_000_000) })).not.toHaveProperty(
      "warning",
    );
    expect(exposureOf(fen(2_900_000_000), fen(3_000_000_000), fund.exposure, { ratio: "0.50", outstanding: fen(200_000_002) })).toMatchObject({
      over: 1,
      room: 0,
      warning: { code: "exposure_over", figures: { worst: "30000000.01" }, cites: { article: "一（一）" } },
    });
  });

  it("a commitment is booked when it changes, in the direction of the change", () => {
    expect(commitmentChange(fund.chart, "l", fen(5), fen(5))).toBeUndefined();
    expect(commitmentChange(fund.chart, "l", fen(5), fen(8))).toMatchObject({
      reason: "commit",
      entries: [{ account: "committed", of: "l", amount: 3 }, {}],
    });
    expect(commitmentChange(fund.chart, "l", fen(5), fen(0))).toMatchObject({
      reason: "release",
      entries: [{}, { account: "committed", of: "l", amount: 5 }],
    });
  });
});

describe("a district that starts in the middle", () => {
  const earlier = (claimId: string, paid: number, returned = 0, writtenOff = 0): EarlierClaim => ({
    claimId,
    caseId: `case-${claimId}`,
    paid: fen(paid),
    returned: fen(returned),
    writtenOff: fen(writtenOff),
  });
  const OPENING: OpeningBalances = {
    on: TODAY,
    cash: fen(600_000_000),
    quotaUndrawn: fen(1_500_000_000),
    claims: [earlier("a", 800_000_000, 100_000_000, 50_000_000), earlier("b", 200_000_000)],
  };
  const id = (at: number) => `opening-${at}`;
  const tried = (more: Partial<OpeningBalances> = {}) => openingTransfers(fund, { ...OPENING, ...more }, PERSONS, id);

  it("comes in as balanced transfers whose figures the pause then counts", () => {
    const running = replayFund(fund, taken(tried()));
    expect(fundsOf(fund.chart, running.book).available).toBe(2_100_000_000);
    expect(["paid", "returned", "written_off"].map((name) => running.book.count(name as "paid"))).toEqual([1_000_000_000, 100_000_000, 50_000_000]);
    expect([running.book.balance("compensation", "a"), running.book.balance("written_off", "a")]).toEqual([650_000_000, 50_000_000]);
    expect(trialBalance(fund.chart, running.book)).toBe(0);
  });

  it("YQ-086 a fund that had paid its limit before opens paused", () => {
    const claims = [earlier("a", 2_100_000_000)];
    expect(replayFund(fund, taken(tried({ cash: fen(0), quotaUndrawn: fen(900_000_000), claims }))).state).toEqual({ state: "PAUSED", epoch: 1 });
  });

  it("YQ-026 figures that do not make the fund's size need a paper", () => {
    expect(first(tried({ cash: fen(1) }))).toMatchObject({ code: "fund_source", field: "adjustment" });
    expect(codes(tried({ cash: fen(600_000_001), adjustment: "利息" }))).toEqual([]);
  });

  it("tells every wrong row at once, with its place", () => {
    const claims = [earlier("a", 100, 60, 50), earlier("a", 0), earlier("b", -1)];
    const refused = tried({ claims });
    expect(refused.ok ? [] : refused.refusals.map(({ code, field }) => [code, field])).toEqual([
      ["return_over_paid", "claims.0"],
      ["already_exists", "claims.1"],
      ["amount_invalid", "claims.1"],
      ["amount_invalid", "claims.2"],
    ]);
  });

  it("is taken back whole, last first, as long as nothing was built on it", () => {
    const events = taken(tried());
    const book = new Book(fund.chart).fold(...events);
    const ids = events.flatMap((event) => (event.type === "posted" ? [event.transfer.id] : []));
    const by = { on: TODAY, persons: PERSONS, why: "模板填错" };
    book.fold(...taken(undoOpening(fund, book, ids, by)));
    expect([...book.balances().values()].every((balance) => balance === 0)).toBe(true);
    expect(book.count("paid")).toBe(0);
    expect(codes(undoOpening(fund, book, ids, by))).toEqual(["already_reversed"]);
  });

  it("is not taken back once its money has been spent", () => {
    const purse = new Purse();
    const ids = ["open-0", "open-1"];
    purse.approved("a", 100).pays(purse.order("a", 100));
    expect(codes(undoOpening(fund, purse.fund.book, ids, { on: TODAY, persons: PERSONS, why: "x" }))).toEqual(["fund_insufficient"]);
  });
});
