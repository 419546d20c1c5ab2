import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../calendar/working-day";
import { Book } from "../../fund/balances";
import { cameBack, depositFlags, mayAdjust, mayTake, takenFrom, topUpFor } from "../../fund/bank-deposit";
import { mayGoOn, measuresOf, RUNNING, stepBreaker } from "../../fund/breaker";
import type { ReasonId } from "../../fund/chart";
import { carriedBy, contributionFlag, leastOf, mayContribute, mayRefill, refillAfter, refillFlag } from "../../fund/contribution";
import { entriesFor } from "../../fund/entries";
import { compute } from "../../fund/formula";
import { confirmPaid, countersign } from "../../fund/instruction";
import { drawUp } from "../../fund/payment";
import { post } from "../../fund/posting";
import { type Replenishing, replenish, replenishmentFlag } from "../../fund/replenishment";
import { workOut } from "../../fund/second-formula";
import { opinionOnShares } from "../../fund/second-opinion";
import { shareOut } from "../../fund/sharing";
import { addDays, day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { ban, barredOn } from "../../process/ban";
import { answersFor, exempt } from "../../process/exemption";
import { maySign } from "../../process/partnership";
import { mayPublish } from "../../process/publish";
import { periodicFlags } from "../../process/report-duty";
import { readAs } from "../reading";
import { codes, first, must } from "../testing";
import { FROM } from "./parameters";
import { baotou } from "./scheme";
import { BANK, OFFICE } from "./testing";

const TODAY = day("2024-03-04");
const CHART = baotou.fund.chart;
const CALENDAR = stateCouncil();
const TWO = { madeBy: "a", checkedBy: "b" };
const present = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error("the folder lacks it");
  return found;
};
const loss = present(baotou.loss);
const contributions = present(baotou.fund.contributions);
const deposits = present(baotou.fund.deposits);
const replenishment = present(baotou.fund.replenishment);
const breaker = present(baotou.fund.breaker);

describe("BT losses", () => {
  it.each([
    [100_000_000, [40_000_000, 20_000_000, 40_000_000], [12_000_000, 12_000_000, 16_000_000]],
    [100_000_001, [40_000_001, 20_000_000, 40_000_000], [12_000_000, 12_000_000, 16_000_001]],
    [3, [1, 1, 1], [0, 0, 1]],
    [999_999_999, [400_000_000, 200_000_000, 399_999_999], [120_000_000, 120_000_000, 160_000_000]],
  ])("BT-029 BT-030 a loss of %i fen is %j, and inside the pool %j", (amount, parts, inner) => {
    const shared = must(shareOut(loss.bearing, fen(amount), {}, TODAY));
    expect(shared.map((part) => part.amount)).toEqual(parts);
    expect(shared[0]?.inner?.map((part) => part.amount)).toEqual(inner);
  });

  it("BT-029 BT-030 any loss is shared to the last fen, as a second reader and the formula find it", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (amount) => {
        const parts = must(shareOut(loss.bearing, fen(amount), {}, TODAY));
        const inside = ["0.30", "0.30", "0.40"];
        const told = parts.map(({ amount: part, inner }, at) => ({
          share: ["0.40", "0.20", "0.40"][at] as string,
          part,
          ...(inner ? { inner: inner.map((one, index) => ({ share: inside[index] as string, part: one.amount })) } : {}),
        }));
        expect(opinionOnShares(fen(amount), told)).toEqual([]);
        const facts = { figures: { outstandingPrincipal: fen(amount), outstandingInterest: ZERO } };
        expect(must(compute(baotou.compensation, facts, TODAY)).amount).toBe(parts[0]?.amount);
        expect(workOut(baotou.compensation, facts, TODAY)).toBe(BigInt(parts[0]?.amount ?? -1));
      }),
    );
  });

  it.each([
    ["BT-029", "share"],
    ["BT-030", "share.pool"],
  ])("%s shares that are not of one whole are refused: %s", (_, key) => {
    const broken = must(
      readAs(baotou, key, [
        { party: "pool", share: "0.60" },
        { party: "area", share: "0.50" },
      ]),
    ).loss;
    expect(codes(shareOut(present(broken).bearing, fen(100), {}, TODAY))).toEqual(["share_sum"]);
  });
});

describe("BT who pays in", () => {
  const area = (amount: number, hardship = "") => mayContribute(contributions, { source: "area", amount: fen(amount), hardship }, TODAY);

  it("BT-002 region, city and areas pay in, and nobody else", () => {
    for (const source of ["region", "city"]) expect(mayContribute(contributions, { source, amount: fen(1) }, TODAY).ok).toBe(true);
    expect(first(mayContribute(contributions, { source: "bank", amount: fen(1) }, TODAY))).toMatchObject({
      code: "source_unknown",
      cites: { article: "第三条" },
    });
  });

  it("BT-010 less than eight million from an area is told unless it says why", () => {
    expect(must(area(800_000_000)).warning).toBeUndefined();
    expect(must(area(799_999_999)).warning).toMatchObject({ code: "injection_low", figures: { least: "8000000.00" } });
    expect(must(area(799_999_999, "企业少")).warning).toBeUndefined();
  });

  it("BT-011 less than four million is refused whatever it says", () => {
    expect(area(400_000_000, "企业少").ok).toBe(true);
    expect(first(area(399_999_999, "企业少"))).toMatchObject({ code: "injection_floor", cites: { clauses: ["BT-011"] } });
  });

  it("BT-012 it is all there after two years, in as many parts as it likes", () => {
    const flag = (on: string, paidIn: number) =>
      must(contributionFlag(contributions, { since: day("2022-01-10"), amount: fen(800_000_000), paidIn: fen(paidIn) }, day(on)));
    expect(flag("2024-01-10", 1)).toBeUndefined();
    expect(flag("2024-01-11", 799_999_999)).toMatchObject({ code: "injection_overdue", figures: { due: "2024-01-10" } });
    expect(flag("2024-01-11", 800_000_000)).toBeUndefined();
  });

  it("BT-020 an area fills up its part of what the pool paid, and at least to its minimum", () => {
    const least = must(leastOf(contributions, "", TODAY));
    expect([least, must(leastOf(contributions, "困难", TODAY))]).toEqual([800_000_000, 400_000_000]);
    const refill = (before: number) => must(refillAfter(contributions, { paid: fen(400_000_000), before: fen(before), least }, TODAY));
    expect(refill(800_000_000)).toEqual({ charge: 160_000_000, afterCharge: 640_000_000, owed: 160_000_000, after: 800_000_000 });
    expect(refill(1_000_000_000)).toMatchObject({ owed: 160_000_000, after: 1_000_000_000 });
    expect(refill(700_000_000)).toMatchObject({ owed: 260_000_000, after: 800_000_000 });
    expect(first(mayRefill(contributions, refill(700_000_000), fen(160_000_000)))).toMatchObject({
      code: "replenish_low",
      cites: { article: "第十三条" },
    });
    expect(mayRefill(contributions, refill(700_000_000), fen(260_000_000)).ok).toBe(true);
    expect(refillFlag(contributions, refill(800_000_000), fen(159_999_999))).toMatchObject({ code: "replenish_due" });
    expect(refillFlag(contributions, refill(800_000_000), fen(160_000_000))).toBeUndefined();
    expect(codes(refillAfter(contributions, { paid: fen(400_000_000), before: fen(159_999_999), least }, TODAY))).toEqual(["balance_below_zero"]);
  });

  it("BT-013 BT-018 ten times the pool and twenty-five times an area's part say the same", () => {
    expect(must(carriedBy(fen(400_000_000), "0.40", "10"))).toEqual({ fund: 1_000_000_000, capacity: 10_000_000_000, multiple: "25" });
    expect(codes(carriedBy(fen(1), "0", "10"))).toEqual(["field_invalid"]);
  });
});

/** A pool that all three have paid into, a part of it with the bank. */
function opened(placed = 100_000_000): Book {
  const book = new Book(CHART);
  for (const [id, reason, amount, of] of [
    ["1", "grant", 600_000_000, undefined],
    ["2", "deposit", 600_000_000, undefined],
    ["3", "contribution", 800_000_000, "qingshan"],
    ["4", "placement", placed, BANK.id],
  ] as const)
    book.fold(...must(moves(book, id, reason, amount, of)));
  return book;
}
function moves(book: Book, id: string, reason: ReasonId, amount: number, of?: string) {
  return post(CHART, book, {
    id,
    reason,
    on: TODAY,
    entries: entriesFor(CHART, reason, fen(amount), of),
    persons: TWO,
    ...(reason === "compensation" || reason === "recovery_return" ? { caseId: "c" } : {}),
  });
}

describe("BT the pool and where it lies", () => {
  it("BT-002 BT-015 each source has its own account, and what lies with a bank lies there under its name", () => {
    const book = opened();
    expect([book.balance("region"), book.balance("city"), book.balance("areas", "qingshan")]).toEqual([600_000_000, 600_000_000, 800_000_000]);
    expect([book.balance("pool"), book.balance("deposits", BANK.id)]).toEqual([1_900_000_000, 100_000_000]);
    const stray = [
      { account: "other_account", side: "debit", amount: fen(1) },
      { account: "pool", side: "credit", amount: fen(1) },
    ] as const;
    expect(codes(post(CHART, book, { id: "9", reason: "placement", on: TODAY, entries: stray, persons: TWO }))).toEqual(["account_mismatch"]);
  });

  it.each<[string, ReasonId]>([
    ["BT-003", "subsidy"],
    ["BT-003", "reward"],
    ["BT-016", "management_fee"],
    ["BT-016", "contribution_return"],
    ["BT-006", "quota_draw"],
  ])("%s no money leaves as %s: the list is closed", (_, reason) => {
    expect(first(post(CHART, opened(), { id: "9", reason, on: TODAY, entries: [], persons: TWO }))).toMatchObject({
      code: "fund_use_forbidden",
      cites: { article: "第十一条" },
    });
  });

  it("BT-017 interest goes into the pool and nowhere else", () => {
    const book = opened();
    book.fold(...must(moves(book, "9", "interest", 500)));
    expect([book.balance("pool"), book.balance("income")]).toEqual([1_900_000_500, 500]);
    const aside = [
      { account: "deposits", of: BANK.id, side: "debit", amount: fen(1) },
      { account: "income", side: "credit", amount: fen(1) },
    ] as const;
    expect(codes(post(CHART, book, { id: "10", reason: "interest", on: TODAY, entries: aside, persons: TWO }))).toEqual(["fund_use_forbidden"]);
  });

  const bank = { signedOn: day("2024-01-02"), held: fen(100_000_000), placed: true, lent: ZERO };
  const flags = (more: Partial<Parameters<typeof depositFlags>[1]>, on: string) =>
    must(depositFlags(deposits, { ...bank, ...more }, day(on), CALENDAR)).map(({ code }) => code);

  it("BT-023 a million lies with the bank once it has signed", () => {
    expect(flags({}, "2024-01-02")).toEqual([]);
    expect(must(depositFlags(deposits, { ...bank, held: ZERO, placed: false }, day("2024-01-02"), CALENDAR))).toMatchObject([
      { code: "initial_deposit_missing", figures: { expected: "1000000.00" }, cites: { article: "第十六条" } },
    ]);
    // a debit took all of it: the first deposit was made all the same
    expect(flags({ held: ZERO }, "2024-12-01")).toEqual([]);
  });

  it("BT-024 the office alone changes it", () => {
    expect(mayAdjust(deposits, "office").ok).toBe(true);
    for (const kind of ["bank", "manager", "guarantor"] as const)
      expect(first(mayAdjust(deposits, kind))).toMatchObject({ code: "role_forbidden", cites: { clauses: ["BT-024"] } });
  });

  it("BT-025 over ten times it is topped up, rounded up, within thirty days of the office's consent", () => {
    const asked = (lent: number) => must(topUpFor(deposits, fen(100_000_000), fen(lent), TODAY));
    expect(asked(1_000_000_000)).toEqual({ required: false, least: 100_000_000, amount: 0 });
    expect(asked(1_000_000_001)).toEqual({ required: true, least: 100_000_001, amount: 1 });
    const late = { lent: fen(1_000_000_001), topUpAgreedOn: day("2024-09-01") };
    // the thirtieth day is the first of October: the holiday moves it to the eighth
    expect([flags(late, "2024-10-08"), flags(late, "2024-10-09")]).toEqual([[], ["topup_overdue"]]);
    expect(flags({ ...late, held: fen(100_000_001) }, "2024-12-01")).toEqual([]);
  });

  it("BT-027 after the end all of it comes back with its interest within ten working days", () => {
    const over = { completedOn: day("2024-06-07") };
    expect([flags(over, "2024-06-24"), flags(over, "2024-06-25")]).toEqual([[], ["exit_return_overdue"]]);
    expect(flags({ ...over, held: ZERO }, "2024-12-01")).toEqual([]);
    expect(cameBack(deposits, fen(100), fen(3), fen(103)).ok).toBe(true);
    expect(first(cameBack(deposits, fen(100), fen(3), fen(100)))).toMatchObject({ code: "amount_mismatch", cites: { article: "第十八条" } });
  });

  it("BT-049 the bank takes what lies with it first, the rest comes from the pool; never more than the share", () => {
    expect(must(takenFrom(deposits, fen(240), fen(100), TODAY))).toEqual({ fromDeposit: 100, fromMainAccount: 140, unpaid: 0 });
    const only = present(must(readAs(baotou, "debit.source", "deposit_only")).fund.deposits);
    expect(must(takenFrom(only, fen(240), fen(100), TODAY))).toEqual({ fromDeposit: 100, fromMainAccount: 0, unpaid: 140 });
    expect(first(mayTake(deposits, fen(241), fen(240)))).toMatchObject({ code: "debit_amount", cites: { article: "第三十二条" } });
    expect(mayTake(deposits, fen(240), fen(240)).ok).toBe(true);
  });

  it("BT-014 BT-049 the bank draws, a second person there checks, the trustee confirms: from the deposit first", () => {
    const book = opened();
    book.fold({
      type: "payable_approved",
      payable: {
        id: "p",
        reason: "compensation",
        of: "p",
        caseId: "c",
        payeeId: BANK.id,
        amount: fen(240_000_000),
        approvedOn: TODAY,
        subs: { institution: BANK.id },
      },
    });
    const till = { chart: CHART, rules: baotou.fund.payment, breaker, state: RUNNING, view: book, queue: [] };
    const order = {
      no: "1",
      payableId: "p",
      asked: fen(240_000_000),
      basis: { base: fen(600_000_000), ratio: "0.40", loss: fen(600_000_000), covered: ZERO },
    };
    expect(codes(drawUp(till, order, { personId: "o", kind: "office" }, TODAY))).toEqual(["role_forbidden"]);
    const drawn = must(drawUp(till, order, { personId: "a", kind: "bank" }, TODAY));
    expect(codes(countersign(till, drawn.instruction, { personId: "a", kind: "bank" }, TODAY, TODAY))).toEqual(["same_person"]);
    const signed = must(countersign(till, drawn.instruction, { personId: "b", kind: "bank" }, TODAY, TODAY));
    book.fold(...signed.ledger);
    expect(codes(confirmPaid(till, signed.instruction, { personId: "g", kind: "guarantor" }, TODAY))).toEqual(["role_forbidden"]);
    expect(signed.instruction.plan).toMatchObject({ account: 240_000_000, own: 100_000_000, unfunded: 0 });
    expect(codes(confirmPaid(till, signed.instruction, { personId: "b", kind: "bank" }, TODAY))).toEqual(["role_forbidden"]);
    book.fold(...must(confirmPaid(till, signed.instruction, { personId: "t", kind: "manager" }, TODAY)).ledger);
    expect([book.balance("deposits", BANK.id), book.balance("pool"), book.balance("compensation", "p")]).toEqual([0, 1_760_000_000, 240_000_000]);
  });

  /** The bank asks for so much of what it may; its deposit holds one million. */
  function asks(amount: number, scheme = baotou) {
    const book = opened();
    const payable = { id: "p", reason: "compensation", of: "p", caseId: "c", payeeId: BANK.id, amount: fen(amount), approvedOn: TODAY } as const;
    book.fold({ type: "payable_approved", payable: { ...payable, subs: { institution: BANK.id } } });
    const till = { chart: CHART, rules: scheme.fund.payment, breaker, state: RUNNING, view: book, queue: [] };
    const loss = fen(amount * 2.5);
    const basis = { base: loss, ratio: "0.40", loss, covered: ZERO } as const;
    const drawn = must(drawUp(till, { no: "1", payableId: "p", asked: fen(amount), basis }, { personId: "a", kind: "bank", orgId: BANK.id }, TODAY));
    const signed = must(countersign(till, drawn.instruction, { personId: "b", kind: "bank", orgId: BANK.id }, TODAY, TODAY));
    book.fold(...signed.ledger);
    return { book, till, instruction: signed.instruction };
  }

  it("BT-049 what the deposit covers whole the bank takes itself: no other bank and not the trustee", () => {
    const { book, till, instruction } = asks(100_000_000);
    expect(first(confirmPaid(till, instruction, { personId: "t", kind: "manager" }, TODAY))).toMatchObject({ code: "role_forbidden" });
    expect(codes(confirmPaid(till, instruction, { personId: "x", kind: "bank", orgId: "other" }, TODAY))).toEqual(["payee_wrong"]);
    book.fold(...must(confirmPaid(till, instruction, { personId: "b", kind: "bank", orgId: BANK.id }, TODAY)).ledger);
    expect([book.balance("deposits", BANK.id), book.balance("pool")]).toEqual([0, 1_900_000_000]);
    expect(asks(100_000_002).instruction.plan).toMatchObject({ own: 100_000_000, account: 100_000_002 });
  });

  it("BT-049 read so that the deposit alone answers, what is beyond it is written down and not paid from the pool", () => {
    const { book, till, instruction } = asks(240_000_000, must(readAs(baotou, "debit.source", "deposit_only")));
    expect(instruction.plan).toMatchObject({ account: 100_000_000, own: 100_000_000, unfunded: 140_000_000 });
    book.fold(...must(confirmPaid(till, instruction, { personId: "b", kind: "bank", orgId: BANK.id }, TODAY)).ledger);
    expect([book.balance("deposits", BANK.id), book.balance("pool"), book.balance("compensation", "p")]).toEqual([0, 1_900_000_000, 100_000_000]);
  });
});

describe("BT its pause and how it is filled up", () => {
  const at = (state: "ACTIVE" | "PAUSED", paid: number, returned = 0) => {
    const measures = { ...measuresOf(CHART, opened()), paid: fen(paid), returned: fen(returned) };
    return must(stepBreaker(breaker, { state, epoch: 1 }, measures, TODAY)).state.state;
  };

  it("BT-055 at a fifth of what was paid in, less what came back, new business stops; what is running goes on", () => {
    expect([at("ACTIVE", 399_999_999), at("ACTIVE", 400_000_000), at("ACTIVE", 400_000_001, 2)]).toEqual(["ACTIVE", "PAUSED", "ACTIVE"]);
    const paused = { state: "PAUSED", epoch: 1 } as const;
    for (const step of ["check", "push", "loan"] as const)
      expect(first(mayGoOn(breaker, paused, step, TODAY))).toMatchObject({ code: "scheme_paused", cites: { article: "第三十七条" } });
    expect(mayGoOn(breaker, { ...paused, since: TODAY }, "loan", addDays(TODAY, -1)).ok).toBe(true);
    expect(first(mayGoOn(breaker, { ...paused, since: TODAY }, "loan", TODAY))).toMatchObject({ figures: { pausedOn: TODAY } });
    expect(mayGoOn(breaker, paused, "payment", TODAY).ok).toBe(true);
  });

  it("BT-056 at the line it stays, below it goes on", () => {
    expect([at("PAUSED", 400_000_000), at("PAUSED", 400_000_000, 1)]).toEqual(["PAUSED", "ACTIVE"]);
  });

  it("BT-059 the same line asks for new money from the city", () => {
    const flag = (paid: number, returned: number) =>
      must(replenishmentFlag(replenishment, { capital: fen(2_000_000_000), paid: fen(paid), returned: fen(returned) }, TODAY));
    expect(flag(400_000_000, 0)).toMatchObject({
      code: "topup_trigger",
      figures: { net: "4000000.00", line: "4000000.00" },
      cites: { article: "第三十八条（二）" },
    });
    expect(flag(400_000_000, 1)).toBeUndefined();
  });

  it("BT-058 evaluated, fixed, reported, filled up: in this order, each by its own body and paper", () => {
    const steps = [
      ["evaluated", "office"],
      ["fixed", "office"],
      ["reported", "government"],
      ["replenished", "finance"],
    ] as const;
    let round: Replenishing = { done: [] };
    expect(codes(replenish(replenishment, round, { step: "fixed", documentNo: "1" }, "office", TODAY))).toEqual(["topup_state"]);
    for (const [step, by] of steps) {
      const given = { step, documentNo: "1", ...(step === "fixed" ? { amount: fen(100) } : {}) };
      expect(codes(replenish(replenishment, round, given, "bank", TODAY))).toEqual(["role_forbidden"]);
      expect(codes(replenish(replenishment, round, { ...given, documentNo: "" }, by, TODAY))).toEqual(["document_no_required"]);
      if (step === "replenished")
        expect(codes(replenish(replenishment, round, { ...given, amount: fen(99) }, by, TODAY))).toEqual(["amount_mismatch"]);
      round = must(replenish(replenishment, round, given, by, TODAY));
    }
    expect(round).toMatchObject({ amount: 100, done: steps.map(([step]) => ({ step })) });
    expect(codes(replenish(replenishment, round, { step: "evaluated", documentNo: "1" }, "office", TODAY))).toEqual(["topup_state"]);
  });
});

describe("BT partners, firms and what is told", () => {
  const partnership = present(baotou.partnership);
  const candidacy = {
    said: ["department", "staff", "green_channel"],
    checkedBy: OFFICE,
    decidedBy: [OFFICE],
    signedBy: "manager",
    from: day("2024-01-01"),
    until: day("2026-12-31"),
  } as const;

  it.each(["department", "staff", "green_channel"])("BT-022 without its %s a partner's application is not complete", (kind) => {
    expect(maySign(partnership, candidacy, TODAY).ok).toBe(true);
    expect(codes(maySign(partnership, { ...candidacy, said: candidacy.said.filter((one) => one !== kind) }, TODAY))).toEqual(["bank_app_incomplete"]);
  });

  it("BT-014 the trustee signs, and nobody in its place", () => {
    expect(first(maySign(partnership, { ...candidacy, signedBy: "office" }, TODAY))).toMatchObject({
      code: "role_forbidden",
      cites: { article: "第十条" },
    });
  });

  it("BT-054 who evades and costs the pool money is listed and no longer let in", () => {
    const [rule] = baotou.sanctions.bans ?? [];
    const banned = must(ban(present(rule), { conduct: "evaded", verifiedOn: TODAY, by: "office", documentNo: "认定1号" }, ZERO, ZERO, TODAY));
    expect(first(barredOn([banned], [], day("2026-01-01")))).toMatchObject({ code: "dishonest_enterprise", cites: { article: "第三十六条" } });
    expect(barredOn([banned], [day("2025-12-31")], day("2026-01-01")).ok).toBe(true);
    expect(codes(ban(present(rule), { conduct: "evaded", verifiedOn: TODAY, by: "bank", documentNo: "1" }, ZERO, ZERO, TODAY))).toEqual([
      "finding_unproven",
    ]);
  });

  const exemption = present(baotou.sanctions.exemption);
  const found = { found: exemption.grounds, documentNo: "认定2号", on: TODAY };

  it("BT-060 whoever did everything right is not called to account", () => {
    for (const ground of exemption.grounds)
      expect(codes(exempt(exemption, { ...found, found: exemption.grounds.filter((one) => one !== ground) }, "office"))).toEqual([
        "finding_unproven",
      ]);
    expect(codes(exempt(exemption, { ...found, documentNo: "" }, "office"))).toEqual(["finding_unproven"]);
    expect(codes(exempt(exemption, found, "bank"))).toEqual(["role_forbidden"]);
    expect(first(exempt(exemption, found, "office", { documentNo: "查处1号", on: TODAY }))).toMatchObject({
      code: "violation_case",
      figures: { documentNo: "查处1号" },
      cites: { clauses: ["BT-061"] },
    });
    const exempted = must(exempt(exemption, found, "office"));
    expect(first(answersFor(exemption, exempted, { type: "dereliction", documentNo: "1" }))).toMatchObject({
      code: "liability_exempt",
      cites: { clauses: ["BT-060"] },
    });
  });

  it.each(["violation", "dereliction", "fraud"])("BT-061 %s that cost the pool money is dealt with", (type) => {
    expect(must(answersFor(exemption, undefined, { type, documentNo: "1" }))).toMatchObject({
      code: "violation_case",
      cites: { clauses: ["BT-061"] },
    });
    expect(codes(answersFor(exemption, undefined, { type, documentNo: "" }))).toEqual(["document_no_required"]);
    expect(codes(answersFor(exemption, undefined, { type: "bad_luck", documentNo: "1" }))).toEqual(["field_invalid"]);
  });

  it.each([
    ["BT-028", "evaluation", "2023Y1"],
    ["BT-057", "reevaluation", "2023Y1"],
    ["BT-053", "recovery", "2023Q4"],
  ])("%s the report %s that is over and not told is marked", (_, id, period) => {
    const reports = (baotou.reports.periodic ?? []).filter((report) => report.id === id);
    expect(periodicFlags(reports, {}, FROM, TODAY)).toMatchObject([{ code: "report_overdue", figures: { batch: period } }]);
    expect(periodicFlags(reports, { [id]: [period] }, FROM, TODAY)).toEqual([]);
  });

  it("BT-062 nothing of a case is public, not even a name", () => {
    expect(first(mayPublish(present(baotou.disclosure), ["name"]))).toMatchObject({ code: "confidential", cites: { clauses: ["BT-062"] } });
  });
});
