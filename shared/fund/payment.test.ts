import { describe, expect, it } from "vitest";
import { addDays } from "../local-date";
import { fen } from "../money";
import { readAs } from "../schemes/reading";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, first, TODAY } from "../schemes/yanqing/testing";
import { FINANCE_1, OFFICE_1, OFFICE_2, Purse, TELLER, taken } from "../schemes/yanqing/testing-fund";
import { approveDraw, cancel, confirmPaid, countersign, heldUntil, lapse, recordDraw, supersede } from "./instruction";
import { drawUp, type Instruction, planPayment } from "./payment";

const UNTIL = addDays(TODAY, 10);
const planned = (asked: number, cash: number, quota: number, rules = yanqing.fund.payment) =>
  taken(planPayment(rules, fen(asked), { cash: fen(cash), quota: fen(quota) }, TODAY));

describe("YQ-033 YQ-034 which money pays", () => {
  it.each([
    [5, 15, 15, "DIRECT", 5, 0, 0],
    [5, 5, 15, "DIRECT", 5, 0, 0],
    [6, 5, 15, "QUOTA", 5, 1, 0],
    [5, 0, 15, "QUOTA", 0, 5, 0],
    [5, 1, 2, "QUOTA", 1, 2, 2],
    [5, 1, 0, "QUOTA", 1, 0, 4],
    [0, 0, 0, "DIRECT", 0, 0, 0],
  ])("%i of %i in the account and %i in the quota", (asked, cash, quota, path, account, drawn, unfunded) => {
    const flag = unfunded > 0 ? "fund_insufficient" : null;
    expect(planned(asked, cash, quota)).toEqual({ path, account, quota: drawn, unfunded, flag });
  });

  it("YQ-A07 read so that finance pays all of it, the account pays only what the quota cannot", () => {
    const { payment } = taken(readAs(yanqing, "quota.need", "whole")).fund;
    expect(planned(6, 5, 15, payment)).toMatchObject({ account: 0, quota: 6 });
    expect(planned(6, 5, 2, payment)).toMatchObject({ account: 4, quota: 2, unfunded: 0 });
  });

  it("a fund without a quota has only cash; less than nothing is no amount", () => {
    const { quota: _, ...cashOnly } = yanqing.fund.payment;
    expect(planned(6, 5, 15, cashOnly)).toMatchObject({ path: "DIRECT", account: 5, quota: 0, unfunded: 1 });
    expect(codes(planPayment(yanqing.fund.payment, fen(-1), { cash: fen(1), quota: fen(1) }, TODAY))).toEqual(["amount_invalid"]);
  });
});

/** The account holds ten yuan, the quota ten. */
const small = () => new Purse(yanqing, TODAY, [1000, 1000]);

describe("YQ-034 an instruction through finance", () => {
  const drawn = (purse: Purse) => purse.moved(drawUp(purse.till(), purse.order("a", 1500), OFFICE_1, TODAY));
  const applied = (purse: Purse): Instruction => purse.moved(countersign(purse.till(), drawn(purse), OFFICE_2, UNTIL, TODAY));
  const agreed = (purse: Purse): Instruction => purse.moved(approveDraw(purse.till(), applied(purse), FINANCE_1, TODAY));
  const funded = (purse: Purse): Instruction => purse.moved(recordDraw(purse.till(), agreed(purse), FINANCE_1, UNTIL, TODAY));

  it("goes through its states in order, and each step moves what it should", () => {
    const purse = small().approved("a", 1500);
    const instruction = applied(purse);
    expect(instruction).toMatchObject({ status: "APPLIED", plan: { account: 1000, quota: 500 } });
    expect([purse.fund.book.held("account"), purse.fund.book.held("quota"), purse.balance("account")]).toEqual([1000, 500, 1000]);
    const two = purse.moved(approveDraw(purse.till(), instruction, FINANCE_1, TODAY));
    const three = purse.moved(recordDraw(purse.till(), two, FINANCE_1, UNTIL, TODAY));
    expect([three.status, purse.balance("account"), purse.balance("quota"), purse.fund.book.held("account")]).toEqual([
      "TRANSFERRED",
      1500,
      500,
      1500,
    ]);
    const four = purse.moved(confirmPaid(purse.till(), three, TELLER, TODAY));
    expect([four.status, purse.balance("account"), purse.balance("compensation", "a"), purse.fund.book.held("account")]).toEqual([
      "PAID",
      0,
      1500,
      0,
    ]);
  });

  it("YQ-034 a step that is skipped is refused", () => {
    const purse = small().approved("a", 1500);
    const instruction = applied(purse);
    expect(codes(recordDraw(purse.till(), instruction, FINANCE_1, UNTIL, TODAY))).toEqual(["quota_state"]);
    expect(codes(confirmPaid(purse.till(), instruction, TELLER, TODAY))).toEqual(["quota_state"]);
    expect(codes(countersign(purse.till(), instruction, OFFICE_2, UNTIL, TODAY))).toEqual(["quota_state"]);
  });

  it("YQ-099 finance alone agrees to the draw and moves it", () => {
    const purse = small().approved("a", 1500);
    const instruction = applied(purse);
    expect(first(approveDraw(purse.till(), instruction, OFFICE_2, TODAY))).toMatchObject({ code: "role_forbidden" });
    const two = purse.moved(approveDraw(purse.till(), instruction, FINANCE_1, TODAY));
    expect(codes(recordDraw(purse.till(), two, OFFICE_2, UNTIL, TODAY))).toEqual(["role_forbidden"]);
  });

  it("YQ-030 the account bank confirms and creates nothing", () => {
    const purse = small().approved("a", 1500);
    expect(codes(drawUp(purse.till(), purse.order("a", 1500), TELLER, TODAY))).toEqual(["role_forbidden"]);
    const three = funded(purse);
    expect(codes(confirmPaid(purse.till(), three, OFFICE_2, TODAY))).toEqual(["role_forbidden"]);
    expect(codes(countersign(purse.till(), { ...three, status: "DRAWN_UP" }, TELLER, UNTIL, TODAY))).toEqual(["role_forbidden"]);
  });

  it("is checked by another person than drew it up", () => {
    const purse = small().approved("a", 1500);
    expect(codes(countersign(purse.till(), drawn(purse), OFFICE_1, UNTIL, TODAY))).toEqual(["same_person"]);
  });

  it("YQ-033 is drawn up again when the balances have changed before the check", () => {
    const purse = small().approved("a", 1500).approved("b", 100);
    const instruction = drawn(purse);
    purse.pays(purse.order("b", 100));
    expect(first(countersign(purse.till(), instruction, OFFICE_2, UNTIL, TODAY))).toMatchObject({
      code: "path_wrong",
      figures: { account: "9.00", quota: "6.00" },
    });
  });

  it("may be cancelled at any step before it is paid, and frees what it held; a draw stays in the account", () => {
    for (const until of [drawn, applied, agreed, funded]) {
      const purse = small().approved("a", 1500);
      const instruction = until(purse);
      expect(codes(cancel(purse.till(), instruction, " ", OFFICE_1, TODAY))).toEqual(["reason_required"]);
      purse.moved(cancel(purse.till(), instruction, "企业已还款", OFFICE_1, TODAY));
      expect([purse.fund.book.held("account"), purse.fund.book.held("quota")]).toEqual([0, 0]);
      expect(purse.balance("account")).toBe(until === funded ? 1500 : 1000);
      purse.pays({ ...purse.order("a", 1500), no: "again" });
      expect(purse.balance("compensation", "a")).toBe(1500);
    }
  });

  it("a paid or cancelled one is not cancelled, and nobody else cancels", () => {
    const purse = small().approved("a", 500);
    const paid = purse.pays(purse.order("a", 500));
    expect(codes(cancel(purse.till(), paid, "x", OFFICE_1, TODAY))).toEqual(["quota_state"]);
    expect(codes(cancel(purse.till(), { ...paid, status: "INSTRUCTED" }, "x", TELLER, TODAY))).toEqual(["role_forbidden"]);
  });

  it("YQ-006 what the fund does not have is written down and not owed", () => {
    const purse = small().approved("a", 2500).approved("b", 1);
    expect(purse.pays(purse.order("a", 2500)).plan).toMatchObject({ account: 1000, quota: 1000, unfunded: 500, flag: "fund_insufficient" });
    expect([purse.balance("account"), purse.balance("quota"), purse.balance("compensation", "a")]).toEqual([0, 0, 2000]);
    expect(first(drawUp(purse.till(), purse.order("b", 1), OFFICE_1, TODAY))).toMatchObject({
      code: "fund_insufficient",
      cites: { article: "一（一）" },
    });
  });
});

describe("money that was set aside", () => {
  it("is free again after its last day, and not before", () => {
    const purse = small().approved("a", 1500);
    const drawn = purse.moved(drawUp(purse.till(), purse.order("a", 1500), OFFICE_1, TODAY));
    expect(heldUntil(TODAY)).toBe(addDays(TODAY, 30));
    const applied = purse.moved(countersign(purse.till(), drawn, OFFICE_2, UNTIL, TODAY));
    expect(codes(lapse(purse.till(), applied, UNTIL))).toEqual(["transfer_not_reserved"]);
    expect(purse.moved(lapse(purse.till(), applied, addDays(UNTIL, 1))).status).toBe("CANCELLED");
    expect([purse.fund.book.held("account"), purse.fund.book.held("quota")]).toEqual([0, 0]);
    purse.pays({ ...purse.order("a", 1500), no: "again" }, addDays(UNTIL, 1));
    expect(purse.balance("compensation", "a")).toBe(1500);
  });

  it("is let go when what is due has changed, whoever changed it", () => {
    const purse = small().approved("a", 500);
    const drawn = purse.moved(drawUp(purse.till(), purse.order("a", 500), OFFICE_1, TODAY));
    const instructed = purse.moved(countersign(purse.till(), drawn, OFFICE_2, UNTIL, TODAY));
    expect(purse.moved(supersede(purse.till(), instructed, "还款后重算", TODAY)).status).toBe("CANCELLED");
    expect(purse.fund.book.held("account")).toBe(0);
    expect(codes(supersede(purse.till(), { ...instructed, status: "PAID" }, "x", TODAY))).toEqual(["quota_state"]);
  });
});

describe("what may be drawn up", () => {
  it("YQ-073 only what the government consented to, once, and no more", () => {
    const purse = small().approved("a", 500);
    expect(codes(drawUp(purse.till(), purse.order("b", 1), OFFICE_1, TODAY))).toEqual(["gov_consent_required"]);
    expect(codes(drawUp(purse.till(), purse.order("a", 501), OFFICE_1, TODAY))).toEqual(["amount_mismatch"]);
    expect(codes(drawUp(purse.till(), purse.order("a", 0), OFFICE_1, TODAY))).toEqual(["amount_mismatch"]);
    purse.pays(purse.order("a", 500));
    expect(codes(drawUp(purse.till(), { ...purse.order("a", 500), no: "again" }, OFFICE_1, TODAY))).toEqual(["paid_twice"]);
  });

  it("YQ-074 a second opinion that differs by a fen stops it and says where", () => {
    const purse = small().approved("a", 500);
    const basis = { base: fen(1000), ratio: "0.50", loss: fen(1000), covered: fen(0) };
    expect(first(drawUp(purse.till(), { ...purse.order("a", 499), basis }, OFFICE_1, TODAY))).toMatchObject({
      code: "amount_mismatch",
      figures: { where: "amount", engine: "499", opinion: "500" },
    });
    expect(codes(drawUp(purse.till(), { ...purse.order("a", 500), basis }, OFFICE_1, TODAY))).toEqual([]);
  });

  it("YQ-050 the agreed split goes with the instruction", () => {
    const purse = small().approved("a", 333);
    expect(purse.pays(purse.order("a", 333, { shares: ["0.80", "0.20"] })).parts).toEqual([266, 67]);
  });

  it("YQ-086 while paused it waits, unless the government's paper lets it go", () => {
    const purse = new Purse().approved("a", 2_100_000_000).approved("early", 5);
    purse.pays(purse.order("a", 2_100_000_000));
    purse.approved("b", 100).approved("c", 100);
    expect(purse.fund.queue).toEqual(["b", "c"]);
    expect(first(drawUp(purse.till(), purse.order("b", 100), OFFICE_1, TODAY))).toMatchObject({
      code: "scheme_paused",
      cites: { article: "三（八）" },
    });
    purse.pays(purse.order("c", 100, { governmentDocument: "批复2" }));
    expect(purse.fund.queue).toEqual(["b"]);
  });

  it("YQ-086 a pause that comes after the drawing up stops the check and finance's consent, unless the paper goes with it", () => {
    const paused = { state: "PAUSED" as const, epoch: 1 };
    for (const [paper, refused] of [
      [{}, ["scheme_paused"]],
      [{ governmentDocument: "批复3" }, []],
    ] as const) {
      const purse = small().approved("a", 1500);
      const instruction = purse.moved(drawUp(purse.till(), purse.order("a", 1500, paper), OFFICE_1, TODAY));
      expect(codes(countersign({ ...purse.till(), state: paused }, instruction, OFFICE_2, UNTIL, TODAY))).toEqual(refused);
      const applied = purse.moved(countersign(purse.till(), instruction, OFFICE_2, UNTIL, TODAY));
      expect(codes(approveDraw({ ...purse.till(), state: paused }, applied, FINANCE_1, TODAY))).toEqual(refused);
    }
  });

  it("G-19 the second person meets the amount of the day", () => {
    const purse = small().approved("a", 500);
    const instruction = purse.moved(drawUp(purse.till(), purse.order("a", 500), OFFICE_1, TODAY));
    expect(first(countersign(purse.till(), instruction, OFFICE_2, UNTIL, TODAY, fen(400)))).toMatchObject({
      code: "amount_mismatch",
      figures: { amount: "5.00", due: "4.00" },
    });
    expect(codes(countersign(purse.till(), instruction, OFFICE_2, UNTIL, TODAY, fen(500)))).toEqual([]);
  });

  it("YQ-074 more has become due than was consented to: the consent is paid, and the opinion agrees", () => {
    const purse = small().approved("a", 500);
    const basis = { base: fen(1200), ratio: "0.50", loss: fen(1200), covered: fen(0) };
    expect(first(drawUp(purse.till(), { ...purse.order("a", 500), basis }, OFFICE_1, TODAY))).toMatchObject({
      code: "amount_mismatch",
      figures: { engine: "500", opinion: "600" },
    });
    expect(codes(drawUp(purse.till(), { ...purse.order("a", 500), basis: { ...basis, approved: fen(500) } }, OFFICE_1, TODAY))).toEqual([]);
  });

  it("YQ-A05 after the restart the queue is paid in its order", () => {
    const purse = new Purse().approved("a", 2_100_000_000);
    purse.pays(purse.order("a", 2_100_000_000));
    purse.approved("b", 100).approved("c", 100);
    const till = { ...purse.till(), state: { state: "ACTIVE" as const, epoch: 2 } };
    expect(first(drawUp(till, purse.order("c", 100), OFFICE_1, TODAY))).toMatchObject({ code: "queue_order", figures: { first: "b" } });
    expect(codes(drawUp(till, purse.order("b", 100), OFFICE_1, TODAY))).toEqual([]);
  });
});
