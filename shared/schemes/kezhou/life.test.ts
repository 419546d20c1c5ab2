import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../calendar/working-day";
import { secondOpinion } from "../../fund/second-opinion";
import { day, type LocalDate } from "../../local-date";
import { fen, ZERO } from "../../money";
import { anchorsOf } from "../../process/anchors";
import { checkClaim, claimFlags, consentClaim, fileClaim, notifyClaim, payableOf, recordPayment } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import type { Filing } from "../../process/claim-state";
import { extend, outstandingOn, repay } from "../../process/loan-life";
import { fulfil, gateOpen, obligationFlags, openObligations } from "../../process/obligation";
import type { OrgRef } from "../../process/party";
import { recover, startLegal } from "../../process/recovery";
import { recoveryFlags } from "../../process/recovery-flag";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../process/write-off";
import { readAs } from "../reading";
import { act, codes, first, must, type ToldFile } from "../testing";
import { BANK, bad, FINANCE, funded, GOVERNMENT, GUARANTOR, LENT, MANAGER, MATURES, NFRA, PBOC, scheme } from "./testing";

const CALENDAR = stateCouncil();
const IN_FORCE = { agreementInForce: true };
const OBLIGATIONS = scheme.obligations ?? [];

const LEFT = 100_000_000;
const CLAIMED = day("2026-09-18");

function fulfils(told: ToldFile, id: string, on: LocalDate, more: { way?: string; documentNo?: string } = {}, who: OrgRef = BANK): ToldFile {
  const obligation = OBLIGATIONS.find((one) => one.id === id);
  if (!obligation) throw new Error(id);
  return told.does(fulfil(obligation, { on, detail: "已办", ...more }, anchorsOf(told.file, on), told.file.fulfilled ?? [], act(who, on)), who, on);
}

/** Everything that the bank has to do before it may claim. */
function pursued(left = LEFT): ToldFile {
  const told = bad(left);
  fulfils(told, "guarantor_prompt", day("2026-08-31"));
  fulfils(told, "collection_notice", day("2026-09-01"));
  fulfils(told, "cause_investigation", day("2026-09-15"));
  fulfils(told, "legal_means", day("2026-09-15"), { way: "litigation" });
  return fulfils(told, "enforcement_shortfall", day("2026-09-17"), { way: "enforcement_terminated", documentNo: "裁定1号" });
}

const PAPERS = ["compensation_application", "loan_contract", "loss_table", "recovery_measures"];
const filing = (told: ToldFile, more: Partial<Filing> = {}): Filing => ({
  claimId: "claim-1",
  evidence: { grade: "doubtful", overdueDays: 48, letterNo: "" },
  principal: outstandingOn(told.file.life, CLAIMED),
  interest: fen(30_000),
  covered: ZERO,
  papers: PAPERS,
  ...more,
});
const files = (told: ToldFile, more: Partial<Filing> = {}, who = BANK) =>
  fileClaim(scheme, told.file, filing(told, more), IN_FORCE, act(who, CLAIMED));

function claimed(left = LEFT): ToldFile {
  const told = pursued(left);
  return told.does(files(told), BANK, CLAIMED);
}
const looked = (told: ToldFile, on: LocalDate) => told.does(checkClaim(scheme, told.file, "同意", act(MANAGER, on)), MANAGER, on);
const joint = (told: ToldFile, on: LocalDate) => told.does(checkClaim(scheme, told.file, "同意", act(FINANCE, on), [PBOC, NFRA]), FINANCE, on);

const OPINED = day("2026-09-22");
const DECIDED = day("2026-10-14");

function decided(left = LEFT): ToldFile {
  const told = joint(looked(claimed(left), OPINED), DECIDED);
  return told.does(consentClaim(scheme, told.file, "批复1号", IN_FORCE, act(GOVERNMENT, DECIDED)), GOVERNMENT, DECIDED);
}

const PAID = day("2026-10-20");

function paid(amount = 50_000_000, unfunded = 0, left = LEFT): ToldFile {
  const told = decided(left);
  told.does(notifyClaim(scheme, told.file, "通知1号", act(FINANCE, DECIDED)), FINANCE, DECIDED);
  const payment = { instructionNo: "1", ratio: "0.50", amount: fen(amount), unfunded: fen(unfunded), loss: fen(left) };
  return told.does(recordPayment(scheme, told.file, payment), MANAGER, PAID);
}

describe("a loan of 克州 until its end", () => {
  const flags = (told: ToldFile, id: string, on: string) =>
    must(obligationFlags(OBLIGATIONS, anchorsOf(told.file, day(on)), told.file.fulfilled ?? [], day(on), CALENDAR)).filter(
      ({ obligation }) => obligation === id,
    );

  it("KZ-037 money goes out within ten working days of the guarantee letter; later is marked", () => {
    expect(flags(funded(), "disbursement", "2025-09-01")).toEqual([]);
    const { file } = funded();
    const late = { ...file, loan: { ...file.loan, guaranteeLetterOn: day("2025-07-17") } };
    expect(must(obligationFlags(OBLIGATIONS, anchorsOf(late, LENT), [], LENT, CALENDAR))).toMatchObject([
      { code: "obligation_overdue", obligation: "disbursement", due: "2025-07-31", cites: { article: "第十条" } },
    ]);
  });

  it("KZ-039 the notice is due in the twenty working days before maturity: told when they begin, marked when they are over", () => {
    const told = funded();
    const open = (on: string) =>
      must(openObligations(OBLIGATIONS, anchorsOf(told.file, day(on)), told.file.fulfilled ?? [], day(on), CALENDAR)).map(
        ({ obligation }) => obligation.id,
      );
    expect(open("2026-07-03")).not.toContain("repayment_notice");
    expect(open("2026-07-06")).toContain("repayment_notice");
    expect(flags(told, "repayment_notice", "2026-08-02")).toMatchObject([{ code: "notice_missed", due: MATURES }]);
    fulfils(told, "repayment_notice", day("2026-07-20"));
    expect(open("2026-07-21")).not.toContain("repayment_notice");
    expect(flags(told, "repayment_notice", "2026-08-02")).toEqual([]);
  });

  it("an extension has a later day and a reason, under the same contract", () => {
    const { life } = funded().file;
    expect(codes(extend(life, day("2026-07-31"), "企业申请", act(BANK, day("2026-07-20"))))).toEqual(["date_invalid"]);
    expect(codes(extend(life, day("2027-02-01"), "", act(BANK, day("2026-07-20"))))).toEqual(["reason_required"]);
    expect(extend(life, day("2027-02-01"), "企业申请，符合条件", act(BANK, day("2026-07-20"))).ok).toBe(true);
  });

  it("KZ-042 the guarantor is prompted on the thirtieth day; late is marked, missing stops the claim", () => {
    const told = bad(LEFT);
    expect(flags(told, "guarantor_prompt", "2026-08-31")).toEqual([]);
    expect(flags(told, "guarantor_prompt", "2026-09-01")).toMatchObject([{ code: "obligation_overdue", due: "2026-08-31" }]);
    fulfils(told, "guarantor_prompt", day("2026-09-02"));
    expect(flags(told, "guarantor_prompt", "2026-09-16")).toHaveLength(1);
    const gate = gateOpen(OBLIGATIONS, "claim", anchorsOf(bad(LEFT).file, CLAIMED), [], CLAIMED);
    expect(gate.ok ? [] : gate.refusals.map(({ figures }) => figures.obligation)).toContain("guarantor_prompt");
  });
});

describe("a claim in 克州", () => {
  it.each([
    ["KZ-042", "guarantor_prompt", "第十三条（一）"],
    ["KZ-043", "collection_notice", "第十三条（二）"],
    ["KZ-045", "cause_investigation", "第十三条（四）"],
    ["KZ-045", "legal_means", "第十三条（四）"],
    ["KZ-045", "enforcement_shortfall", "第十三条（四）"],
  ])("%s without %s there is none", (_, missing, article) => {
    const told = pursued();
    told.file = { ...told.file, fulfilled: (told.file.fulfilled ?? []).filter(({ obligation }) => obligation !== missing) };
    expect(first(files(told))).toMatchObject({ code: "claim_precondition", figures: { obligation: missing }, cites: { article } });
  });

  it("KZ-045 the shortfall is proven by a paper of the enforcement, after the law was used", () => {
    const told = bad(LEFT);
    const on = day("2026-09-17");
    expect(() => fulfils(told, "enforcement_shortfall", on, { way: "enforcement_terminated", documentNo: "1" })).toThrow("obligation_order");
    fulfils(told, "legal_means", on, { way: "arbitration" });
    expect(() => fulfils(told, "enforcement_shortfall", on, { way: "a_letter", documentNo: "1" })).toThrow("field_invalid");
    expect(() => fulfils(told, "enforcement_shortfall", on, { way: "bankruptcy" })).toThrow("document_no_required");
  });

  it("KZ-044 what was set off from the firm's account is netted: a claim for more than is owed is refused", () => {
    const told = pursued();
    told.does(repay(told.file.life, { id: "setoff", on: CLAIMED, principal: fen(1_000), interest: ZERO }, act(BANK, CLAIMED)), BANK, CLAIMED);
    expect(first(files(told, { principal: fen(LEFT) }))).toMatchObject({ code: "claim_invalid", figures: { outstanding: "999990.00" } });
    expect(files(told).ok).toBe(true);
  });

  it("KZ-005 without a loss there is nothing to claim", () => {
    const told = pursued();
    told.does(repay(told.file.life, { id: "all", on: CLAIMED, principal: fen(LEFT), interest: ZERO }, act(BANK, CLAIMED)), BANK, CLAIMED);
    expect(codes(files(told))).toContain("claim_invalid");
  });

  it.each(PAPERS)("KZ-046 without the paper %s it is refused", (paper) => {
    expect(codes(files(pursued(), { papers: PAPERS.filter((one) => one !== paper) }))).toEqual(["doc_missing"]);
  });

  it("KZ-053 the bank claims and nobody else", () => {
    expect(codes(files(pursued(), {}, GUARANTOR))).toEqual(["payee_wrong"]);
  });

  it("KZ-047 KZ-068 the manager looks first, within five working days; nobody does in its place", () => {
    const told = claimed();
    for (const who of [FINANCE, GOVERNMENT, GUARANTOR])
      expect(codes(checkClaim(scheme, told.file, "同意", act(who, CLAIMED)))).toEqual(["role_forbidden"]);
    const late = (on: string) => must(claimFlags(scheme, told.file, day(on), CALENDAR)).map(({ code }) => code);
    expect(late("2026-09-24")).toEqual([]);
    expect(late("2026-09-28")).toEqual(["obligation_overdue"]);
  });

  it("KZ-047 a manager that is itself the guarantor does not look; read otherwise it does, and it is told", () => {
    const told = claimed();
    const self = { ...MANAGER, id: GUARANTOR.id };
    expect(first(checkClaim(scheme, told.file, "同意", act(self, CLAIMED)))).toMatchObject({ code: "self_interest", cites: { article: "第十四条" } });
    const flagged = must(readAs(scheme, "conflict", "flag"));
    expect(must(checkClaim(flagged, told.file, "同意", act(self, CLAIMED)))[0]).toMatchObject({ interested: true });
  });

  it("KZ-048 finance decides with both authorities heard, within ten working days", () => {
    const told = looked(claimed(), OPINED);
    const hears = (...heard: OrgRef[]) => codes(checkClaim(scheme, told.file, "同意", act(FINANCE, DECIDED), heard));
    expect(hears(PBOC)).toEqual(["check_missing"]);
    expect(hears(PBOC, PBOC)).toEqual(["check_missing"]);
    expect(hears(PBOC, BANK)).toEqual(["check_missing"]);
    expect(hears(PBOC, NFRA)).toEqual([]);
    const late = (on: string) => must(claimFlags(scheme, told.file, day(on), CALENDAR)).map(({ code }) => code);
    expect(late("2026-10-13")).toEqual([]);
    expect(late("2026-10-14")).toEqual(["obligation_overdue"]);
  });

  it("KZ-049 KZ-008 the government decides, by a paper; without it nothing is payable, and whoever proposed does not decide", () => {
    const told = joint(looked(claimed(), OPINED), DECIDED);
    expect(codes(payableOf(scheme, told.file))).toEqual(["gov_consent_required"]);
    for (const who of [FINANCE, MANAGER])
      expect(codes(consentClaim(scheme, told.file, "1", IN_FORCE, act(who, DECIDED)))).toEqual(["role_forbidden"]);
    expect(codes(consentClaim(scheme, told.file, "", IN_FORCE, act(GOVERNMENT, DECIDED)))).toEqual(["document_no_required"]);
    expect(must(payableOf(scheme, decided().file))).toMatchObject({ amount: 50_000_000, payeeId: BANK.id });
  });

  it("KZ-052 finance's notice follows within three working days, KZ-053 the manager pays within five", () => {
    const told = decided();
    const late = (on: string) => must(claimFlags(scheme, told.file, day(on), CALENDAR)).map(({ code }) => code);
    expect(late("2026-10-19")).toEqual([]);
    expect(late("2026-10-20")).toEqual(["obligation_overdue"]);
    expect(codes(notifyClaim(scheme, told.file, "通知1号", act(MANAGER, DECIDED)))).toEqual(["role_forbidden"]);
    expect(codes(recordPayment(scheme, told.file, { instructionNo: "1", ratio: "0.50", amount: fen(1), unfunded: ZERO }))).toEqual(["wrong_step"]);
    told.does(notifyClaim(scheme, told.file, "通知1号", act(FINANCE, DECIDED)), FINANCE, DECIDED);
    expect(late("2026-10-21")).toEqual([]);
    expect(late("2026-10-22")).toEqual(["obligation_overdue"]);
  });

  it("KZ-050 the amount is the fund's share of the principal, to the fen, with a second reader", () => {
    const told = claimed(100_000_001);
    const { claim } = told.file;
    if (!claim) throw new Error("claim");
    const amount = must(claimAmount(scheme, told.file, claim, DECIDED));
    expect(amount.amount).toBe(50_000_001);
    expect(secondOpinion({ ...amount.basis, asked: amount.amount })).toEqual([]);
    expect(secondOpinion({ ...amount.basis, asked: fen(50_000_000) })).toHaveLength(1);
    const all = must(readAs(scheme, "comp.base", "principal_and_interest"));
    expect(must(claimAmount(all, told.file, claim, DECIDED)).amount).toBe(50_015_001);
  });
});

describe("after the compensation in 克州", () => {
  const RECEIVED = day("2026-11-02");
  const comes = (told: ToldFile, amount: number, costs: number, id = "m-1", kind = "litigation") => {
    const costItems = costs > 0 ? [{ kind, amount: fen(costs), voucherNo: "票1" }] : [];
    return recover(scheme.recovery, told.file, { id, receivedOn: RECEIVED, amount: fen(amount), costs: fen(costs), costItems }, act(BANK, RECEIVED));
  };

  it("KZ-056 KZ-078 net of costs, half to the fund, three tenths to the guarantor, two to the bank", () => {
    expect(must(comes(paid(), 65_000_000, 5_000_000))[0]).toMatchObject({
      receipt: {
        due: 30_000_000,
        parts: [
          { party: "fund", amount: 30_000_000 },
          { party: "guarantor", amount: 18_000_000 },
          { party: "bank", amount: 12_000_000 },
        ],
      },
    });
    expect(codes(comes(paid(), 65_000_000, 5_000_000, "m-1", "travel"))).toEqual(["cost_type"]);
  });

  it("KZ-056 costs that one receipt could not bear come off the next", () => {
    const told = paid();
    told.does(comes(told, 1_000_000, 1_200_000), BANK, RECEIVED);
    expect(told.file.recovery?.receipts[0]).toMatchObject({ due: 0 });
    expect(must(comes(told, 1_200_000, 0, "m-2"))[0]).toMatchObject({ receipt: { due: 500_000 } });
  });

  it("KZ-051 where the fund was short, what comes back goes by what each really bore", () => {
    const told = paid(20_000_000, 30_000_000);
    expect(must(comes(told, 10_000_000, 0))[0]).toMatchObject({
      receipt: {
        due: 2_000_000,
        parts: [
          { party: "fund", amount: 2_000_000 },
          { party: "guarantor", amount: 3_000_000 },
          { party: "bank", amount: 5_000_000 },
        ],
      },
    });
  });

  it("KZ-056 the fund never gets more than it paid", () => {
    expect(must(comes(paid(), 500_000_000, 0))[0]).toMatchObject({ receipt: { due: 50_000_000 } });
  });

  it("KZ-054 a file in which nothing happens is told, KZ-055 and so is a department that does not help", () => {
    const told = paid();
    const flags = recoveryFlags(scheme.recovery, told.file, day("2027-01-04"), CALENDAR).map(({ code }) => code);
    expect(flags).toContain("ledger_stale");
    expect(scheme.recovery.assist).toMatchObject({ article: "第十七条", clauses: ["KZ-055"] });
    expect(codes(startLegal(scheme.recovery, told.file, { on: PAID, court: "法院", caseNo: "1" }, act(GUARANTOR, PAID)))).toEqual(["payee_wrong"]);
    expect(startLegal(scheme.recovery, told.file, { on: PAID, court: "法院", caseNo: "1" }, act(BANK, PAID)).ok).toBe(true);
  });

  it("KZ-057 a loss is confirmed after more than a year, by one of the document's proofs", () => {
    const told = paid();
    told.does(startLegal(scheme.recovery, told.file, { on: PAID, court: "法院", caseNo: "1" }, act(BANK, PAID)), BANK, PAID);
    const end = (proof: string) => endLegal(scheme.recovery, told.file, { on: RECEIVED, proof, documentNo: "判决1号" }, act(BANK, RECEIVED));
    expect(codes(end("a_letter"))).toEqual(["writeoff_proof"]);
    told.does(end("judgment"), BANK, RECEIVED);
    const confirms = (on: string) => confirmLoss(scheme.recovery, told.file, fen(50_000_000), act(BANK, day(on)));
    expect(first(confirms("2027-10-20"))).toMatchObject({ code: "writeoff_early", figures: { firstAllowedOn: "2027-10-21" } });
    const on = day("2027-10-21");
    told.does(confirms("2027-10-21"), BANK, on);
    told.does(approveLoss(scheme.recovery, told.file, act(FINANCE, on)), FINANCE, on);
    told.does(writeOff(scheme.recovery, told.file, "t-1"), FINANCE, on);
    expect(told.file.recovery?.writtenOff?.amount).toBe(50_000_000);
  });
});
