import { describe, expect, it } from "vitest";
import { stateCouncil } from "../calendar/working-day";
import { carriedOn, entriesInOrder } from "../fund/entries";
import { post } from "../fund/posting";
import { addDays, day, type LocalDate } from "../local-date";
import { fen } from "../money";
import { readAs } from "../schemes/reading";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, FINANCE, first, OFFICE, TODAY, TOWN } from "../schemes/yanqing/testing";
import { FileTold, officer, Purse, taken, transfer } from "../schemes/yanqing/testing-fund";
import { orderClawback, receiveClawback } from "./clawback";
import { coordinate, forceLegal, recover, recoveryFigures, stageOf, startLegal } from "./recovery";
import { type RecoveryFlag, recoveryFlags } from "./recovery-flag";
import { declareReturn, receiveReturn } from "./recovery-return";
import { shareRecovered } from "./recovery-share";
import { stillOut } from "./recovery-state";
import { approveLoss, confirmLoss, endLegal, netLoss, writeOff } from "./write-off";

const rules = yanqing.recovery;
const SUIT = { on: TODAY, court: "延庆区法院", caseNo: "（2026）京0119民初1号" };
const END = { on: TODAY, proof: "enforcement_ended", documentNo: "（2026）京0119执1号" };
const NO_RESULT = { outcome: "NO_RESULT", on: TODAY, attended: [TOWN.id] } as const;
const PLANNED = {
  outcome: "PLAN",
  on: TODAY,
  attended: [TOWN.id],
  plan: [{ dueOn: day("2026-09-01"), principal: fen(100), interest: fen(0) }],
} as const;

const filed = (on: LocalDate = TODAY) => new FileTold().filed(on);
const paid = () => new FileTold().agreed().paidFrom(new Purse());
const met = (told: FileTold, outcome: Parameters<typeof coordinate>[2] = NO_RESULT, on = TODAY) =>
  told.does(coordinate(rules, told.file, outcome, act(OFFICE, on)), OFFICE, on);
const sued = (told: FileTold, on = TODAY) => told.does(startLegal(rules, told.file, { ...SUIT, on }, act(BANK, on)), BANK, on);
const got = (told: FileTold, id: string, amount: number, costs = 0, on = TODAY) =>
  told.does(recover(rules, told.file, { id, receivedOn: on, amount: fen(amount), costs: fen(costs) }, act(BANK, on)), BANK, on);
const sent = (told: FileTold, receiptId: string, amount: number, on = TODAY) =>
  declareReturn(rules, told.file, { receiptId, amount: fen(amount), on, voucherNo: "凭证1" }, act(BANK, on));
const came = (told: FileTold, receiptId: string, on = TODAY) => receiveReturn(rules, told.file, { receiptId, transferId: "t" }, act(OFFICE, on));
/** Declared by the payee and seen by the office. */
const returned = (told: FileTold, receiptId: string, amount: number, on = TODAY) =>
  told.does(sent(told, receiptId, amount, on), BANK, on).does(came(told, receiptId, on), OFFICE, on);
/** Without what those who recommended the firm have still to do. */
const flags = (told: FileTold, on: LocalDate): RecoveryFlag[] => recoveryFlags(rules, told.file, on, stateCouncil(), { followUps: [on] });
const out = (told: FileTold) => recoveryFigures(told.file)?.out;

describe("YQ-075 the order of the stages", () => {
  it("coordination, law, returning, write-off", () => {
    const told = filed();
    const stages = () => told.file.recovery && stageOf(told.file.recovery);
    expect(stages()).toBe("COORDINATION");
    expect(first(startLegal(rules, told.file, SUIT, act(BANK)))).toMatchObject({ code: "recovery_order", cites: { article: "三（七）" } });
    sued(met(told));
    expect(stages()).toBe("LEGAL");
    told.checked().panelled().votes([]).consented().paidFrom(new Purse());
    told.does(endLegal(rules, told.file, END, act(BANK)), BANK);
    expect(stages()).toBe("RETURNING");
    told.does(confirmLoss(rules, told.file, fen(150_000_000), act(BANK)), BANK);
    expect(stages()).toBe("WRITEOFF");
  });

  it("before a claim there is nothing to recover", () => {
    expect(codes(coordinate(rules, new FileTold().file, NO_RESULT, act(OFFICE)))).toEqual(["recovery_order"]);
    expect(codes(recover(rules, filed().file, { id: "1", receivedOn: TODAY, amount: fen(1), costs: fen(0) }, act(BANK)))).toEqual(["wrong_step"]);
  });

  it("YQ-096 a firm on the list of the dishonest goes to law whatever the meeting said", () => {
    const told = filed();
    expect(codes(forceLegal(rules, told.file, " ", act(OFFICE)))).toEqual(["reason_required"]);
    expect(codes(forceLegal(rules, told.file, "失信", act(BANK)))).toEqual(["role_forbidden"]);
    told.does(forceLegal(rules, told.file, "列入失信名单", act(OFFICE)), OFFICE);
    expect(flags(told, TODAY)).toMatchObject([{ code: "legal_required", cites: { article: "四（三）" } }]);
    expect(flags(sued(told), TODAY)).toEqual([]);
    const listed = (one: FileTold) => recoveryFlags(rules, one.file, TODAY, stateCouncil(), { followUps: [TODAY], listedOn: TODAY });
    expect(listed(filed())).toMatchObject([{ code: "legal_required", due: TODAY }]);
    expect(listed(sued(met(filed())))).toEqual([]);
  });
});

describe("YQ-077 the coordination", () => {
  it("records a plan with its instalments, or no result, with its day and who came", () => {
    expect(met(filed(), PLANNED).file.recovery?.coordination).toMatchObject({ outcome: "PLAN", plan: PLANNED.plan });
    const told = filed();
    for (const wrong of [
      { ...PLANNED, plan: [] },
      { ...NO_RESULT, attended: [] },
      { ...PLANNED, plan: [{ ...PLANNED.plan[0], principal: fen(-1) }] },
    ])
      expect(first(coordinate(rules, told.file, wrong, act(OFFICE)))).toMatchObject({
        code: "coordination_outcome_missing",
        cites: { article: "三（七）1" },
      });
    expect(codes(coordinate(rules, told.file, { ...NO_RESULT, on: addDays(TODAY, 1) }, act(OFFICE)))).toEqual(["date_invalid"]);
    expect(codes(coordinate(rules, told.file, NO_RESULT, act(BANK)))).toEqual(["role_forbidden"]);
  });

  it("a plan that breaks is recorded as no result, from which the law's time runs", () => {
    const later = addDays(TODAY, 60);
    const told = met(met(filed(), PLANNED), { ...NO_RESULT, on: later }, later);
    expect(told.file.recovery?.coordination).toMatchObject({ outcome: "NO_RESULT", on: later });
  });

  it("the suit has its court and number, once, by the payee", () => {
    const told = met(filed());
    expect(codes(startLegal(rules, told.file, { ...SUIT, caseNo: "" }, act(BANK)))).toEqual(["field_required"]);
    expect(codes(startLegal(rules, told.file, SUIT, act(BANK2)))).toEqual(["payee_wrong"]);
    expect(codes(startLegal(rules, sued(told).file, SUIT, act(BANK)))).toEqual(["already_exists"]);
  });
});

describe("the clocks, told and never a bar", () => {
  const late = (told: FileTold, on: string) => flags(told, day(on)).map(({ code, due, provisional }) => [code, due, provisional]);

  it("YQ-076 ten working days from the filing to the meeting", () => {
    const told = filed(day("2026-09-18"));
    expect(late(told, "2026-10-09")).toEqual([["ledger_stale", "2026-10-01", false]]);
    expect(late(told, "2026-10-10")).toContainEqual(["coordination_overdue", "2026-10-09", false]);
    expect(late(met(told, { ...NO_RESULT, on: day("2026-10-10") }, day("2026-10-10")), "2026-10-10")).toEqual([]);
  });

  it("YQ-076 a day in a year without a published calendar is provisional", () => {
    expect(late(filed(day("2026-12-25")), "2027-01-09")).toContainEqual(["coordination_overdue", "2027-01-08", true]);
  });

  it("YQ-078 thirty days from the recorded failure, rolled over the holiday", () => {
    const told = met(filed(day("2026-09-01")), { ...NO_RESULT, on: day("2026-09-04") }, day("2026-09-04"));
    expect(late(told, "2026-10-08")).toEqual([["ledger_stale", "2026-10-01", false]]);
    expect(late(told, "2026-10-09")).toContainEqual(["legal_start_overdue", "2026-10-08", false]);
    expect(late(sued(told, day("2026-10-09")), "2026-10-09")).toEqual([]);
  });

  it("YQ-079 ten working days from the receipt to the return", () => {
    const told = got(sued(met(paid())), "1", 100, 0, day("2026-09-18"));
    expect(late(told, "2026-09-30")).toEqual([]);
    expect(late(told, "2026-10-10")).toContainEqual(["return_overdue", "2026-10-09", false]);
    told.does(sent(told, "1", 50, day("2026-10-10")), BANK, day("2026-10-10"));
    expect(late(told, "2026-10-10")).toContainEqual(["return_overdue", "2026-10-09", false]);
    told.does(came(told, "1", day("2026-10-10")), OFFICE, day("2026-10-10"));
    expect(late(told, "2026-10-10")).toEqual([]);
  });

  it("YQ-080 a recovery that nobody touched in a quarter", () => {
    const told = met(filed());
    expect(late(told, "2026-03-31")).toEqual([]);
    expect(late(told, "2026-04-01").map(([code]) => code)).toContain("ledger_stale");
  });

  it("what has come back whole waits for no meeting and no suit", () => {
    const told = got(paid(), "1", 300_000_000);
    expect(late(told, "2026-12-01").map(([code]) => code)).toEqual(["coordination_overdue", "return_overdue"]);
    expect(late(returned(told, "1", 150_000_000), "2026-12-01")).toEqual([]);
  });

  it("YQ-101 the recommender's help is open until it looks after the firm", () => {
    const told = met(filed());
    const open = (...followUps: LocalDate[]) =>
      recoveryFlags(rules, told.file, TODAY, stateCouncil(), { followUps }).map(({ code, cites }) => [code, cites.article]);
    expect(open()).toEqual([["dept_assist_open", "五"]]);
    expect(open(addDays(TODAY, -1))).toEqual([["dept_assist_open", "五"]]);
    expect(open(TODAY)).toEqual([]);
  });
});

describe("YQ-079 what comes back", () => {
  it("half of 600,000.00 is returned, and stays within what was paid", () => {
    const told = got(met(paid()), "1", 60_000_000);
    expect(told.file.recovery?.receipts).toMatchObject([{ due: 30_000_000 }]);
    expect(first(sent(told, "1", 29_999_999))).toMatchObject({
      code: "return_amount",
      figures: { given: "299999.99", due: "300000.00" },
      cites: { article: "三（七）2" },
      field: "amount",
    });
    expect(codes(sent(told, "2", 1))).toEqual(["not_found"]);
    told.does(sent(told, "1", 30_000_000), BANK);
    expect(recoveryFigures(told.file)).toMatchObject({ returned: 0, pending: 30_000_000, out: 120_000_000 });
    told.does(came(told, "1"), OFFICE);
    expect(recoveryFigures(told.file)).toEqual({ paid: 150_000_000, recovered: 60_000_000, returned: 30_000_000, pending: 0, out: 120_000_000 });
    expect(codes(sent(told, "1", 30_000_000))).toEqual(["already_exists"]);
    expect(codes(came(told, "1"))).toEqual(["already_exists"]);
  });

  it("it has come back when the office has seen it, which is never the one who sent it", () => {
    const told = got(met(paid()), "1", 60_000_000);
    expect(codes(came(told, "1"))).toEqual(["wrong_step"]);
    told.does(sent(told, "1", 30_000_000), BANK);
    const by = (who: Parameters<typeof act>[0], personId?: string) =>
      codes(receiveReturn(rules, told.file, { receiptId: "1", transferId: "t" }, personId ? officer(who, personId) : act(who)));
    expect(by(BANK)).toEqual(["role_forbidden"]);
    expect(by(OFFICE, act(BANK).actor.personId)).toEqual(["same_person"]);
    expect(by(OFFICE)).toEqual([]);
  });

  it("is declared by the payee, with its voucher and its day, and again while nobody has seen it", () => {
    const told = got(met(paid()), "1", 60_000_000);
    const tells = (more: object, who = BANK) =>
      codes(declareReturn(rules, told.file, { receiptId: "1", amount: fen(30_000_000), on: TODAY, voucherNo: "凭证1", ...more }, act(who)));
    expect(tells({}, BANK2)).toEqual(["payee_wrong"]);
    expect(tells({ voucherNo: " " })).toEqual(["field_required"]);
    expect(tells({ on: addDays(TODAY, 1) })).toEqual(["date_invalid"]);
    expect(tells({ on: addDays(TODAY, -1) })).toEqual(["date_invalid"]);
    told
      .does(sent(told, "1", 150_000_000), BANK)
      .does(sent(told, "1", 30_000_000), BANK)
      .does(came(told, "1"), OFFICE);
    expect(recoveryFigures(told.file)).toMatchObject({ returned: 30_000_000, out: 120_000_000 });
  });

  it("G-14 never more than was paid, also by several receipts that are on their way", () => {
    const told = got(got(met(paid()), "1", 250_000_000), "2", 250_000_000);
    expect(told.file.recovery?.receipts.map((one) => one.due)).toEqual([125_000_000, 25_000_000]);
    expect(first(sent(told, "1", 125_000_001))).toMatchObject({ code: "return_over_paid", figures: { given: "1250000.01", most: "1250000.00" } });
    returned(returned(told, "1", 125_000_000), "2", 25_000_000);
    expect(out(got(told, "3", 100))).toBe(0);
    expect(told.file.recovery?.receipts.at(-1)?.due).toBe(0);
  });

  it("the payee tells it, once, with its day", () => {
    const told = met(paid());
    const tells = (more: object, who = BANK) =>
      codes(recover(rules, told.file, { id: "1", receivedOn: TODAY, amount: fen(1), costs: fen(0), ...more }, act(who)));
    expect(tells({}, BANK2)).toEqual(["payee_wrong"]);
    expect(tells({ amount: fen(0) })).toEqual(["amount_invalid"]);
    expect(tells({ costs: fen(-1) })).toEqual(["amount_invalid"]);
    expect(tells({ receivedOn: addDays(TODAY, 1) })).toEqual(["date_invalid"]);
    got(told, "1", 1);
    expect(tells({})).toEqual(["already_exists"]);
  });

  const share = (recovered: number, costs: number, method = "gross", more = {}) => {
    const scheme = taken(readAs(yanqing, "recovery.deductCosts", method));
    return shareRecovered(
      scheme.recovery.returns,
      { ratio: "0.50", paid: fen(1000), returned: fen(0), recovered: fen(recovered), costs: fen(costs), ...more },
      TODAY,
    );
  };

  it.each([
    ["gross", 300, 30, 150, 150, 0],
    ["net_then_ratio", 300, 30, 135, 165, 0],
    ["net_then_ratio", 10, 12, 0, 10, 2],
    ["gross", 1, 0, 1, 0, 0],
  ])("YQ-A31 %s: of %i with costs of %i the fund gets %i", (method, recovered, costs, toPool, toInstitution, costsLeft) => {
    expect(share(recovered, costs, method)).toMatchObject({ ok: true, value: { toPool, toInstitution, costsLeft } });
  });

  it("G-14 the cap is a reading; more back than was paid is refused", () => {
    expect(share(5000, 0)).toMatchObject({ ok: true, value: { toPool: 1000, toInstitution: 4000, outstandingAfter: 0 } });
    const scheme = taken(readAs(yanqing, "recovery.capAtPaid", false));
    const given = { ratio: "0.50", paid: fen(1000), returned: fen(0), recovered: fen(5000), costs: fen(0) };
    expect(shareRecovered(scheme.recovery.returns, given, TODAY)).toMatchObject({ ok: true, value: { toPool: 2500, outstandingAfter: 0 } });
    expect(codes(share(1, 0, "gross", { returned: fen(1001) }))).toEqual(["return_over_paid"]);
  });
});

describe("YQ-082 YQ-083 writing off", () => {
  const ended = () => {
    const told = sued(met(paid()));
    return told.does(endLegal(rules, told.file, END, act(BANK)), BANK);
  };
  const confirmed = (told = ended()) => told.does(confirmLoss(rules, told.file, fen(150_000_000), act(BANK)), BANK);

  it("after the law's end, confirmed by the institution, approved by office and finance", () => {
    const told = confirmed();
    expect(first(writeOff(rules, told.file, "w"))).toMatchObject({ code: "writeoff_approval_missing", figures: { missing: "office、finance" } });
    told.does(approveLoss(rules, told.file, act(OFFICE)), OFFICE);
    expect(first(writeOff(rules, told.file, "w"))).toMatchObject({
      code: "writeoff_approval_missing",
      figures: { missing: "finance" },
      cites: { article: "三（七）4" },
    });
    told.does(approveLoss(rules, told.file, act(FINANCE)), FINANCE);
    told.does(writeOff(rules, told.file, "w"), OFFICE);
    expect(told.file.recovery?.writtenOff).toMatchObject({ amount: 150_000_000 });
    expect(codes(writeOff(rules, told.file, "w"))).toEqual(["already_exists"]);
    expect(codes(confirmLoss(rules, told.file, fen(1), act(BANK)))).toEqual(["already_exists"]);
  });

  it("YQ-082 not before the law's end, nor by a proof that is none", () => {
    const told = met(paid());
    expect(codes(confirmLoss(rules, told.file, fen(150_000_000), act(BANK)))).toEqual(["writeoff_not_final"]);
    expect(codes(endLegal(rules, told.file, END, act(BANK)))).toEqual(["recovery_order"]);
    sued(told);
    expect(codes(endLegal(rules, told.file, { ...END, proof: "said_so" }, act(BANK)))).toEqual(["writeoff_not_final"]);
    expect(codes(endLegal(rules, told.file, { ...END, documentNo: "" }, act(BANK)))).toEqual(["writeoff_not_final"]);
    expect(codes(endLegal(rules, told.file, { ...END, on: addDays(TODAY, -1) }, act(BANK)))).toEqual(["date_invalid"]);
    expect(codes(endLegal(rules, told.file, END, act(BANK2)))).toEqual(["payee_wrong"]);
  });

  it("YQ-083 by two different persons of the two authorities, each once", () => {
    const told = confirmed();
    expect(codes(approveLoss(rules, told.file, act(TOWN)))).toEqual(["role_forbidden"]);
    told.does(approveLoss(rules, told.file, act(OFFICE)), OFFICE);
    expect(codes(approveLoss(rules, told.file, act(OFFICE)))).toEqual(["already_exists"]);
    expect(codes(approveLoss(rules, told.file, officer(FINANCE, act(OFFICE).actor.personId)))).toEqual(["same_person"]);
    expect(codes(approveLoss(rules, ended().file, act(OFFICE)))).toEqual(["writeoff_not_final"]);
  });

  it("the figure is what is still out, to the fen, and money on its way comes first", () => {
    expect(codes(confirmLoss(rules, ended().file, fen(149_999_999), act(BANK)))).toEqual(["amount_mismatch"]);
    const waiting = got(ended(), "1", 60_000_000);
    expect(codes(confirmLoss(rules, waiting.file, fen(120_000_000), act(BANK)))).toEqual(["writeoff_not_final"]);
    returned(waiting, "1", 30_000_000);
    expect(codes(confirmLoss(rules, waiting.file, fen(120_000_000), act(BANK)))).toEqual([]);
  });

  it("money that came in after the confirmation makes it be confirmed again", () => {
    const told = confirmed().does(approveLoss(rules, confirmed().file, act(OFFICE)), OFFICE);
    returned(got(told, "1", 100), "1", 50);
    expect(told.file.recovery).toMatchObject({ approvals: [] });
    expect(told.file.recovery?.confirmed).toBeUndefined();
    expect(codes(approveLoss(rules, told.file, act(FINANCE)))).toEqual(["writeoff_not_final"]);
    expect(codes(writeOff(rules, told.file, "w"))).toEqual(["writeoff_not_final"]);
    expect(codes(confirmLoss(rules, told.file, fen(150_000_000), act(BANK)))).toEqual(["amount_mismatch"]);
    told
      .does(confirmLoss(rules, told.file, fen(149_999_950), act(BANK)), BANK)
      .does(approveLoss(rules, told.file, act(OFFICE)), OFFICE)
      .does(approveLoss(rules, told.file, act(FINANCE)), FINANCE)
      .does(writeOff(rules, told.file, "w"), OFFICE);
    expect(told.file.recovery?.writtenOff).toMatchObject({ amount: 149_999_950 });
  });

  it("YQ-A32 money that comes after it still returns", () => {
    const told = confirmed();
    told
      .does(approveLoss(rules, told.file, act(OFFICE)), OFFICE)
      .does(approveLoss(rules, told.file, act(FINANCE)), FINANCE)
      .does(writeOff(rules, told.file, "w"), OFFICE);
    expect(got(told, "late", 1000).file.recovery?.receipts.at(-1)?.due).toBe(500);
  });

  it("nothing to write off is no write-off, and more back than paid is refused", () => {
    const facts = { paid: fen(100), returned: fen(100), legalEnded: true, institutionConfirmed: true, approvals: ["office", "finance"] } as const;
    expect(codes(netLoss(rules.writeOff, facts))).toEqual(["writeoff_not_final"]);
    expect(codes(netLoss(rules.writeOff, { ...facts, returned: fen(101) }))).toEqual(["return_over_paid"]);
    expect(netLoss(rules.writeOff, { ...facts, returned: fen(40) })).toEqual({ ok: true, value: 60 });
  });
});

describe("YQ-093 the clawback", () => {
  const { breach } = yanqing.sanctions;
  const orders = (told: FileTold, amount: number, documentNo = "认定1", who = OFFICE) =>
    orderClawback(rules, breach, told.file, { amount: fen(amount), documentNo }, act(who));

  it("takes the whole back that has not come back, and what was on its way is part of it", () => {
    const told = got(got(met(paid()), "1", 100), "2", 100);
    returned(told, "1", 50).does(sent(told, "2", 50), BANK);
    expect(codes(orders(told, 149_999_900))).toEqual(["sanction_invalid"]);
    expect(codes(orders(told, 149_999_950, ""))).toEqual(["document_no_required"]);
    expect(codes(orders(told, 149_999_950, "1", BANK))).toEqual(["role_forbidden"]);
    told.does(orders(told, 149_999_950), OFFICE);
    expect(codes(orders(told, 149_999_950))).toEqual(["already_exists"]);
    expect([told.file.recovery?.receipts.at(-1)?.due, out(told), recoveryFigures(told.file)?.pending]).toEqual([0, 0, 0]);
    expect(codes(came(told, "2"))).toEqual(["wrong_step"]);
    expect(codes(sent(told, "2", 50))).toEqual(["return_over_paid"]);
    expect(codes(receiveClawback(rules, told.file, { amount: fen(149_999_951), transferId: "c" }))).toEqual(["return_over_paid"]);
    told.does(receiveClawback(rules, told.file, { amount: fen(100_000_000), transferId: "c" }), OFFICE);
    expect(codes(confirmLoss(rules, sued(told).file, fen(1), act(BANK)))).toEqual(["writeoff_not_final"]);
    told.does(receiveClawback(rules, told.file, { amount: fen(49_999_950), transferId: "d" }), OFFICE);
    const { recovery } = told.file;
    expect(recovery && stillOut(fen(150_000_000), recovery)).toBe(0);
  });
});

describe("returns in the books", () => {
  it("YQ-A08 YQ-A32 come into the account, first against what is carried, then against what was written off, never beyond", () => {
    const { chart } = yanqing.fund;
    const purse = new Purse().approved("a", 100);
    purse.pays(purse.order("a", 100));
    const { book } = purse.fund;
    const moves = (id: string, reason: "recovery_return" | "write_off", amount: number) =>
      post(chart, book, transfer(id, reason, entriesInOrder(chart, book, reason, fen(amount), "a")));
    purse.does(moves("w", "write_off", 60));
    expect([book.balance("compensation", "a"), book.balance("written_off", "a"), carriedOn(chart, book, "recovery_return", "a")]).toEqual([
      40, 60, 100,
    ]);
    purse.does(moves("r", "recovery_return", 50));
    expect([book.balance("compensation", "a"), book.balance("written_off", "a"), book.balance("quota")]).toEqual([0, 50, 1_500_000_000]);
    expect(codes(moves("s", "recovery_return", 51))).toEqual(["return_over_paid"]);
    purse.does(moves("s", "recovery_return", 50));
    expect(book.balance("account")).toBe(1_500_000_000);
  });
});
