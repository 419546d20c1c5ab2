import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../calendar/working-day";
import { allocate } from "../../fund/allocation";
import { secondOpinion } from "../../fund/second-opinion";
import { day, type LocalDate } from "../../local-date";
import { fen, ZERO } from "../../money";
import { anchorsOf } from "../../process/anchors";
import { checkClaim, claimFlags, consentClaim, fileClaim, payableOf, recordPayment, reportClaim } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import type { Filing } from "../../process/claim-state";
import { clawbackByBan, orderClawback } from "../../process/clawback";
import { repayOnFile } from "../../process/loan-file";
import { gradeLoan, outstandingOn } from "../../process/loan-life";
import { fulfil, gateOpen, obligationFlags, owedFor } from "../../process/obligation";
import type { OrgRef } from "../../process/party";
import { recover } from "../../process/recovery";
import { recoveryFlags } from "../../process/recovery-flag";
import { declareReturn } from "../../process/recovery-return";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../process/write-off";
import { act, codes, first, must, type ToldFile } from "../testing";
import { xinxiang } from "./scheme";
import { AUDITOR, BANK, FINANCE, funded, GROUP, GUARANTEED_FACTS, GUARANTOR, guaranteed, OFFICE, PLATFORM, repaid } from "./testing";

const CALENDAR = stateCouncil();
const IN_FORCE = { agreementInForce: true };

function fulfils(told: ToldFile, id: string, who: OrgRef, on: LocalDate, more: { way?: string; documentNo?: string } = {}): ToldFile {
  const obligation = owedFor(xinxiang.obligations, told.file.loan.mode).find((one) => one.id === id);
  if (!obligation) throw new Error(id);
  return told.does(fulfil(obligation, { on, detail: "已办", ...more }, anchorsOf(told.file, on), told.file.fulfilled ?? [], act(who, on)), who, on);
}

const filing = (told: ToldFile, on: LocalDate, more: Partial<Filing> = {}): Filing => ({
  claimId: "claim-1",
  evidence: { grade: "substandard", overdueDays: 0, letterNo: "", creditReport: { no: "征信1号", stamped: true } },
  principal: outstandingOn(told.file.life, on),
  interest: ZERO,
  covered: ZERO,
  papers: ["compensation_application"],
  ...more,
});

const files = (told: ToldFile, on: LocalDate, who = BANK, more: Partial<Filing> = {}, standing: Parameters<typeof fileClaim>[3] = IN_FORCE) =>
  fileClaim(xinxiang, told.file, filing(told, on, more), standing, act(who, on));

const FILED = day("2024-03-08");
const CLAIMED = day("2024-06-20");

/** Two million lent, 1,150,000 repaid, 850,000 unpaid on 2024-03-01. */
function inArrears(): ToldFile {
  return repaid(funded(), 115_000_000);
}

function bad(): ToldFile {
  const told = fulfils(fulfils(inArrears(), "risk_filing", BANK, FILED), "revival", BANK, day("2024-03-20"), { way: "impossible" });
  return told.does(gradeLoan(told.file.life, "substandard", day("2024-06-10"), act(BANK, day("2024-06-10"))), BANK, day("2024-06-10"));
}

function claimed(): ToldFile {
  const told = bad();
  return told.does(files(told, CLAIMED), BANK, CLAIMED);
}

function opined(): ToldFile {
  const told = claimed();
  const on = day("2024-07-01");
  return told.does(checkClaim(xinxiang, told.file, "材料齐全", act(PLATFORM, on)), PLATFORM, on);
}

const YEAR_END = day("2025-01-10");

function consented(): ToldFile {
  const told = opined();
  told.does(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, YEAR_END)), PLATFORM, YEAR_END);
  told.does(reportClaim(xinxiang, told.file, "方案1号", act(OFFICE, YEAR_END)), OFFICE, YEAR_END);
  return told.does(consentClaim(xinxiang, told.file, "纪要1号", IN_FORCE, act(GROUP, YEAR_END), { allocated: fen(17_000_000) }), GROUP, YEAR_END);
}

const PAID = day("2025-02-05");

function paid(): ToldFile {
  const told = consented();
  return told.does(recordPayment(xinxiang, told.file, { instructionNo: "1", ratio: "0.20", amount: fen(17_000_000), unfunded: ZERO }), FINANCE, PAID);
}

describe("arrears in 新乡", () => {
  it("XX-025 the bank files within five working days of the day that was missed; late is marked, not refused", () => {
    const told = inArrears();
    const flags = (on: string) =>
      must(obligationFlags(owedFor(xinxiang.obligations, "credit"), anchorsOf(told.file, day(on)), told.file.fulfilled ?? [], day(on), CALENDAR));
    expect(flags("2024-03-08")).toEqual([]);
    expect(flags("2024-03-11")).toMatchObject([{ code: "filing_late", due: "2024-03-08", cites: { article: "第九条" } }]);
    fulfils(told, "risk_filing", BANK, day("2024-03-11"));
    expect(flags("2024-04-01")).toMatchObject([{ code: "filing_late" }]);
    expect(fulfils(inArrears(), "risk_filing", BANK, FILED).file.fulfilled).toHaveLength(1);
  });

  it("XX-023 a loan that was never filed cannot be claimed", () => {
    const told = inArrears().does(
      gradeLoan(inArrears().file.life, "doubtful", day("2024-06-10"), act(BANK, day("2024-06-10"))),
      BANK,
      day("2024-06-10"),
    );
    expect(codes(files(told, CLAIMED))).toEqual(["not_filed", "disposal_order"]);
  });

  it("XX-026 revival is tried, or found impossible, before collection and before a claim", () => {
    const told = fulfils(inArrears(), "risk_filing", BANK, FILED);
    const collection = owedFor(xinxiang.obligations, "credit").find(({ id }) => id === "collection");
    if (!collection) throw new Error("collection");
    const early = fulfil(collection, { on: FILED, detail: "上门催收" }, anchorsOf(told.file, FILED), told.file.fulfilled ?? [], act(BANK, FILED));
    expect(codes(early)).toEqual(["obligation_order"]);
    expect(codes(gateOpen(owedFor(xinxiang.obligations, "credit"), "claim", anchorsOf(told.file, FILED), told.file.fulfilled ?? [], FILED))).toEqual([
      "disposal_order",
    ]);
    expect(() => fulfils(told, "revival", BANK, FILED, { way: "hope" })).toThrow("field_invalid");
    expect(fulfils(fulfils(told, "revival", BANK, FILED, { way: "extend" }), "collection", BANK, day("2024-03-20")).file.fulfilled).toHaveLength(3);
  });

  it("XX-025 a loan that is cured and fails again is filed again", () => {
    const told = inArrears();
    fulfils(told, "risk_filing", BANK, FILED);
    const later = { ...told.file.life, schedule: [{ dueOn: day("2024-05-06"), principal: fen(200_000_000), interest: ZERO }] };
    const again = { ...told.file, life: later };
    expect(codes(gateOpen(owedFor(xinxiang.obligations, "credit"), "claim", anchorsOf(again, CLAIMED), again.fulfilled ?? [], CLAIMED))).toContain(
      "not_filed",
    );
  });
});

describe("a claim in 新乡", () => {
  it("XX-027 only a loan that has become bad may be claimed", () => {
    const told = fulfils(fulfils(inArrears(), "risk_filing", BANK, FILED), "revival", BANK, FILED, { way: "renew" });
    expect(codes(files(told, CLAIMED))).toEqual(["not_npl"]);
  });

  it.each([
    ["normal", true],
    ["special_mention", true],
    ["loss", false],
  ] as const)("XX-028 a report that shows %s, stamped %s, proves nothing", (grade, stamped) => {
    const refused = files(bad(), CLAIMED, BANK, { evidence: { grade, overdueDays: 0, letterNo: "", creditReport: { no: "1", stamped } } });
    expect(first(refused)).toMatchObject({ code: "npl_proof", cites: { clauses: ["XX-027", "XX-028"] } });
  });

  it("XX-028 without a report there is no proof", () => {
    expect(codes(files(bad(), CLAIMED, BANK, { evidence: { grade: "loss", overdueDays: 99, letterNo: "1" } }))).toEqual(["npl_proof"]);
  });

  it("XX-061 a barred institution claims nothing", () => {
    expect(codes(files(bad(), CLAIMED, BANK, {}, { ...IN_FORCE, barred: [{ code: "partner_banned", figures: {} }] }))).toEqual(["partner_banned"]);
  });

  it("XX-022 XX-029 the platform gives its opinion, within ten working days; nobody else does, and it approves nothing", () => {
    const told = claimed();
    for (const who of [OFFICE, FINANCE, GROUP, AUDITOR])
      expect(codes(checkClaim(xinxiang, told.file, "同意", act(who, CLAIMED)))).toEqual(["role_forbidden"]);
    const flags = (on: string) => must(claimFlags(xinxiang, told.file, day(on), CALENDAR)).map(({ code }) => code);
    expect(flags("2024-07-04")).toEqual([]);
    expect(flags("2024-07-05")).toEqual(["obligation_overdue"]);
    for (const step of xinxiang.claim.steps.filter(({ kind }) => kind === "approve")) expect(step.by).not.toContain("manager");
  });

  it("XX-030 claims of a year go on together, only when it is over, within ten working days", () => {
    const told = opined();
    expect(told.file.claim?.batch).toBe("2024Y1");
    expect(first(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, day("2024-12-31"))))).toMatchObject({
      code: "alloc_state",
      figures: { batch: "2024Y1", until: "2024-12-31" },
    });
    const flags = (on: string) => must(claimFlags(xinxiang, told.file, day(on), CALENDAR)).map(({ code }) => code);
    expect(flags("2025-01-15")).toEqual([]);
    expect(flags("2025-01-16")).toEqual(["batch_overdue"]);
  });

  it("XX-030 an opinion of the new year puts the claim into the new year", () => {
    const told = bad();
    told.does(files(told, day("2024-12-25")), BANK, day("2024-12-25"));
    told.does(checkClaim(xinxiang, told.file, "材料齐全", act(PLATFORM, day("2025-01-03"))), PLATFORM, day("2025-01-03"));
    expect(told.file.claim?.batch).toBe("2025Y1");
  });

  it("XX-020 XX-021 XX-031 plan, decision and payment are three bodies' acts, none is skipped, and nothing is paid without a part of the year's money", () => {
    const told = opined();
    expect(codes(consentClaim(xinxiang, told.file, "1", IN_FORCE, act(GROUP, YEAR_END), { allocated: fen(1) }))).toEqual(["wrong_step"]);
    told.does(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, YEAR_END)), PLATFORM, YEAR_END);
    expect(codes(reportClaim(xinxiang, told.file, "方案1号", act(PLATFORM, YEAR_END)))).toEqual(["role_forbidden"]);
    told.does(reportClaim(xinxiang, told.file, "方案1号", act(OFFICE, YEAR_END)), OFFICE, YEAR_END);
    expect(codes(consentClaim(xinxiang, told.file, "1", IN_FORCE, act(OFFICE, YEAR_END), { allocated: fen(1) }))).toEqual(["role_forbidden"]);
    expect(codes(consentClaim(xinxiang, told.file, " ", IN_FORCE, act(GROUP, YEAR_END), { allocated: fen(1) }))).toEqual(["document_no_required"]);
    expect(codes(consentClaim(xinxiang, told.file, "1", IN_FORCE, act(GROUP, YEAR_END)))).toEqual(["alloc_state"]);
    expect(codes(payableOf(xinxiang, told.file))).toEqual(["gov_consent_required"]);
    expect(payableOf(xinxiang, consented().file)).toMatchObject({ ok: true, value: { amount: 17_000_000, payeeId: BANK.id } });
  });

  it("XX-055 what a paused institution claimed is not approved", () => {
    const told = opined();
    told.does(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, YEAR_END)), PLATFORM, YEAR_END);
    told.does(reportClaim(xinxiang, told.file, "方案1号", act(OFFICE, YEAR_END)), OFFICE, YEAR_END);
    const standing = { ...IN_FORCE, pausedBy: "暂停1号" };
    expect(first(consentClaim(xinxiang, told.file, "1", standing, act(GROUP, YEAR_END), { allocated: fen(1) }))).toMatchObject({
      code: "partner_paused",
      cites: { article: "第十五条" },
    });
  });

  it("XX-031 the amount has its derivation and a second reader; a short year gives less, never more", () => {
    const told = opined();
    const claim = told.file.claim;
    if (!claim) throw new Error("claim");
    const amount = must(claimAmount(xinxiang, told.file, claim, YEAR_END));
    expect(amount.amount).toBe(17_000_000);
    expect(amount.derivation.map(({ id }) => id)).toEqual(["npl_principal", "compensation"]);
    expect(secondOpinion({ ...amount.basis, asked: amount.amount })).toEqual([]);
    expect(secondOpinion({ ...amount.basis, asked: fen(17_000_001) })).toMatchObject([{ where: "amount", opinion: "17000000" }]);
    const { allocation, limits } = xinxiang.fund;
    if (!allocation || !limits) throw new Error("allocation");
    const short = must(allocate(allocation, limits, [{ id: claim.id, amount: amount.amount }], { year: fen(990_000_000), life: ZERO }, YEAR_END));
    told.does(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, YEAR_END)), PLATFORM, YEAR_END);
    told.does(reportClaim(xinxiang, told.file, "方案1号", act(OFFICE, YEAR_END)), OFFICE, YEAR_END);
    const allocated = short.parts[0]?.paid ?? ZERO;
    told.does(consentClaim(xinxiang, told.file, "1", IN_FORCE, act(GROUP, YEAR_END), { allocated }), GROUP, YEAR_END);
    expect(told.file.claim?.consent?.amount).toBe(10_000_000);
  });
});

describe("a guaranteed loan in 新乡", () => {
  const STOOD_IN = day("2024-04-29");
  const compensated = (on: LocalDate, more = {}) => ({ principal: fen(85_000_000), on, proofNo: "代偿1号", ...more });
  const lent = () => repaid(funded(guaranteed(), GUARANTEED_FACTS), 115_000_000);
  const filed = () => fulfils(lent(), "guarantor_filing", GUARANTOR, FILED);
  const claims = (told: ToldFile, paidOn: LocalDate, more = {}) =>
    files(told, day("2024-06-20"), GUARANTOR, { compensated: compensated(paidOn, more) });

  it("XX-032 the guarantor files, within five working days", () => {
    const told = lent();
    expect(codes(claims(told, STOOD_IN))).toEqual(["not_filed"]);
    const flags = must(
      obligationFlags(owedFor(xinxiang.obligations, "reguaranteed"), anchorsOf(told.file, day("2024-03-11")), [], day("2024-03-11"), CALENDAR),
    );
    expect(flags).toMatchObject([{ code: "filing_late", obligation: "guarantor_filing", cites: { clauses: ["XX-032", "XX-023"] } }]);
    expect(() => fulfils(told, "guarantor_filing", BANK, FILED)).toThrow("role_forbidden");
  });

  it("XX-034 it claims what it has really paid, with the proof, and nobody else claims", () => {
    const told = filed();
    expect(codes(files(told, CLAIMED, BANK, { compensated: compensated(STOOD_IN) }))).toEqual(["payee_wrong"]);
    expect(codes(files(told, CLAIMED, GUARANTOR))).toEqual(["not_compensated"]);
    expect(codes(claims(told, STOOD_IN, { proofNo: "" }))).toEqual(["not_compensated"]);
    expect(codes(claims(told, STOOD_IN, { principal: fen(85_000_001) }))).toEqual(["not_compensated"]);
    expect(claims(told, STOOD_IN).ok).toBe(true);
  });

  it.each([
    ["2024-04-29", []],
    ["2024-04-30", ["guarantor_review"]],
    ["2024-05-01", ["guarantor_late"]],
  ])("XX-033 paid on %s: %j", (on, refused) => {
    expect(codes(claims(filed(), day(on)))).toEqual(refused);
  });

  it("XX-033 the unclear day goes on when a person has decided it", () => {
    expect(claims(filed(), day("2024-04-30"), { reviewNo: "核定1号" }).ok).toBe(true);
  });

  it("XX-035 XX-036 XX-037 its claim takes the same way: opinion, year, plan, decision; a tenth of what it paid", () => {
    const told = filed();
    told.does(claims(told, STOOD_IN), GUARANTOR, CLAIMED);
    expect(must(claimFlags(xinxiang, told.file, day("2024-07-05"), CALENDAR)).map(({ code }) => code)).toEqual(["obligation_overdue"]);
    told.does(checkClaim(xinxiang, told.file, "材料齐全", act(PLATFORM, day("2024-07-01"))), PLATFORM, day("2024-07-01"));
    told.does(reportClaim(xinxiang, told.file, "汇总1号", act(PLATFORM, YEAR_END)), PLATFORM, YEAR_END);
    told.does(reportClaim(xinxiang, told.file, "方案1号", act(OFFICE, YEAR_END)), OFFICE, YEAR_END);
    told.does(consentClaim(xinxiang, told.file, "1", IN_FORCE, act(GROUP, YEAR_END), { allocated: fen(8_500_000) }), GROUP, YEAR_END);
    expect(must(payableOf(xinxiang, told.file))).toMatchObject({ amount: 8_500_000, payeeId: GUARANTOR.id });
  });
});

describe("after the compensation in 新乡", () => {
  const RECEIVED = day("2025-03-03");
  const comes = (told: ToldFile, more: { amount?: number; costs?: number; source?: string; voucherNo?: string; kind?: string } = {}) => {
    const { amount = 10_000_000, costs = 1_000_000, source = "debtor", voucherNo = "票1", kind = "litigation" } = more;
    const costItems = costs > 0 ? [{ kind, amount: fen(costs), voucherNo }] : [];
    const money = { id: `m-${source}`, receivedOn: RECEIVED, amount: fen(amount), costs: fen(costs), costItems, source };
    return recover(xinxiang.recovery, told.file, money, act(BANK, RECEIVED));
  };

  it("XX-045 all that comes in counts as principal: no repayment with interest is entered any more", () => {
    const told = paid();
    const repayment = { id: "r-2", on: RECEIVED, principal: ZERO, interest: fen(1_000) };
    expect(codes(repayOnFile(told.file, repayment, act(BANK, RECEIVED)))).toEqual(["loan_closed"]);
    expect(must(comes(told, { costs: 0 }))[0]).toMatchObject({ receipt: { due: 2_000_000 } });
  });

  it("XX-046 net of vouchered costs by the ratio, due within ten working days", () => {
    const told = paid();
    told.does(comes(told), BANK, RECEIVED);
    expect(told.file.recovery?.receipts[0]).toMatchObject({ due: 1_800_000 });
    expect(codes(comes(paid(), { voucherNo: " " }))).toEqual(["costs_without_voucher"]);
    expect(codes(comes(paid(), { kind: "dinner" }))).toEqual(["cost_type"]);
    const late = (on: string) => recoveryFlags(xinxiang.recovery, told.file, day(on), CALENDAR).map(({ code }) => code);
    expect(late("2025-03-17")).toEqual([]);
    expect(late("2025-03-18")).toEqual(["return_overdue"]);
    const sent = { receiptId: "m-debtor", amount: fen(1_799_999), on: RECEIVED, voucherNo: "回单1号" };
    expect(codes(declareReturn(xinxiang.recovery, told.file, sent, act(BANK, RECEIVED)))).toEqual(["return_amount"]);
    expect(declareReturn(xinxiang.recovery, told.file, { ...sent, amount: fen(1_800_000) }, act(BANK, RECEIVED)).ok).toBe(true);
  });

  it("XX-047 never more than was paid", () => {
    expect(must(comes(paid(), { amount: 900_000_000, costs: 0 }))[0]).toMatchObject({ receipt: { due: 17_000_000 } });
  });

  it("XX-048 the price of a loan that was sold counts alike", () => {
    expect(must(comes(paid(), { source: "transfer" }))[0]).toMatchObject({ receipt: { due: 1_800_000, source: "transfer" } });
    expect(codes(comes(paid(), { source: "gift" }))).toEqual(["field_invalid"]);
  });

  it("XX-044 a file in which nothing happened for a quarter is told", () => {
    expect(recoveryFlags(xinxiang.recovery, paid().file, day("2025-04-01"), CALENDAR).map(({ code }) => code)).toEqual(["ledger_stale"]);
  });

  it("XX-050 written off by an approved paper, and what comes in later still goes to the treasury", () => {
    const told = paid();
    const on = day("2025-06-03");
    told.file = {
      ...told.file,
      recovery: {
        ...must({ ok: true, value: told.file.recovery as NonNullable<typeof told.file.recovery> }),
        legal: { on: RECEIVED, court: "法院", caseNo: "1" },
      },
    };
    const end = { on, proof: "write_off_approval", documentNo: "核销1号" };
    expect(codes(endLegal(xinxiang.recovery, told.file, { ...end, documentNo: "" }, act(BANK, on)))).toEqual(["writeoff_not_final"]);
    told.does(endLegal(xinxiang.recovery, told.file, end, act(BANK, on)), BANK, on);
    told.does(confirmLoss(xinxiang.recovery, told.file, fen(17_000_000), act(BANK, on)), BANK, on);
    told.does(approveLoss(xinxiang.recovery, told.file, act(OFFICE, on)), OFFICE, on);
    told.does(writeOff(xinxiang.recovery, told.file, "t-1"), OFFICE, on);
    expect(told.file.recovery?.writtenOff?.amount).toBe(17_000_000);
    const later = { id: "late", receivedOn: on, amount: fen(1_000_000), costs: ZERO };
    expect(must(recover(xinxiang.recovery, told.file, later, act(BANK, on)))[0]).toMatchObject({ receipt: { due: 200_000 } });
  });

  it("XX-059 an institution that cheated gives back the whole of what is out, ordered by who found it; a firm's ban takes nothing from the bank", () => {
    const told = paid();
    const [institution, firm] = ["institution_fraud", "enterprise_fraud"].map((id) => xinxiang.sanctions.bans?.find((rule) => rule.id === id));
    if (!institution || !firm) throw new Error("bans");
    const orders = (rule: typeof firm, amount: number, who: OrgRef) =>
      orderClawback(xinxiang.recovery, clawbackByBan(rule), told.file, { amount: fen(amount), documentNo: "认定1号" }, act(who, RECEIVED));
    expect(codes(orders(firm, 17_000_000, OFFICE))).toEqual(["sanction_invalid"]);
    expect(codes(orders(institution, 17_000_000, BANK))).toEqual(["role_forbidden"]);
    expect(first(orders(institution, 16_999_999, OFFICE))).toMatchObject({
      code: "sanction_invalid",
      figures: { out: "170000.00" },
      cites: { clauses: ["XX-059"] },
    });
    told.does(orders(institution, 17_000_000, OFFICE), OFFICE, RECEIVED);
    expect(told.file.recovery?.clawback).toMatchObject({ ordered: 17_000_000, received: 0 });
  });

  it("XX-051 the voucher is handed in within ten working days of the approval", () => {
    const told = paid();
    fulfils(told, "write_off_approval", BANK, day("2025-06-03"), { documentNo: "核销1号" });
    const flags = (on: string) =>
      must(obligationFlags(owedFor(xinxiang.obligations, "credit"), anchorsOf(told.file, day(on)), told.file.fulfilled ?? [], day(on), CALENDAR))
        .filter(({ obligation }) => obligation === "write_off_voucher")
        .map(({ due }) => due);
    expect(flags("2025-06-17")).toEqual([]);
    expect(flags("2025-06-18")).toEqual(["2025-06-17"]);
    fulfils(told, "write_off_voucher", BANK, day("2025-06-10"), { documentNo: "凭证1号" });
    expect(flags("2025-07-01")).toEqual([]);
  });
});
