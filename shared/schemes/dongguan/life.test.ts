import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../calendar/working-day";
import { secondOpinion } from "../../fund/second-opinion";
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { type Change, changeParameter } from "../../process/change";
import { checkClaim, consentClaim, fileClaim, payableOf, recordPayment, returnClaim, withdrawClaim } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import type { Filing } from "../../process/claim-state";
import { type Records, sumsFor } from "../../process/claim-sums";
import { outstandingOn, repay } from "../../process/loan-life";
import type { OrgRef } from "../../process/party";
import { paymentChanged } from "../../process/payment-due";
import { recover, startLegal } from "../../process/recovery";
import { recoveryFlags } from "../../process/recovery-flag";
import { declareReturn, receiveReturn } from "../../process/recovery-return";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../process/write-off";
import { amended, readAs } from "../reading";
import type { Scheme } from "../scheme";
import { act, codes, first, must, type ToldFile } from "../testing";
import {
  ACCOUNT_BANK,
  BANK,
  bad,
  CENTRE,
  FINANCE,
  funded,
  fundedWithGuarantor,
  GOVERNMENT,
  GUARANTOR,
  OFFICE,
  RECORDS,
  SCIENCE,
  scheme,
} from "./testing";

const IN_FORCE = { agreementInForce: true };
const CLAIMED = day("2026-05-12");
const APPROVED = day("2026-06-08");
const PAID = day("2026-06-15");
const PAPERS = ["compensation_application", "loan_contract", "loss_table"];

const filing = (told: ToldFile, more: Partial<Filing> = {}): Filing => ({
  claimId: "claim-1",
  evidence: { grade: "loss", overdueDays: 41, letterNo: "" },
  principal: outstandingOn(told.file.life, CLAIMED),
  interest: ZERO,
  covered: ZERO,
  papers: PAPERS,
  ...more,
});
const files = (told: ToldFile, more: Partial<Filing> = {}, who: OrgRef = BANK) =>
  fileClaim(scheme, told.file, filing(told, more), IN_FORCE, act(who, CLAIMED));

const STOOD_IN = { principal: fen(106_666_665), on: day("2026-05-08"), proofNo: "代偿1号" };
const asGuarantor = (more: Partial<Filing> = {}) => ({ papers: [...PAPERS, "sharing_proof"], compensated: STOOD_IN, ...more });

const sumsOf = (told: ToldFile, under: Scheme = scheme, records: Records = RECORDS, on = APPROVED) => {
  const { claim } = told.file;
  if (!claim) throw new Error("claim");
  return must(sumsFor(under.claim.sums ?? [], records, told.file, claim, on));
};
const amountOf = (told: ToldFile, under: Scheme = scheme, records: Records = RECORDS, on = APPROVED) => {
  const { claim } = told.file;
  if (!claim) throw new Error("claim");
  return must(claimAmount(under, told.file, claim, on, undefined, sumsOf(told, under, records, on)));
};
const bound = (told: ToldFile, under: Scheme = scheme, records: Records = RECORDS, on = APPROVED) => {
  const { amount, derivation } = amountOf(told, under, records, on);
  return [amount, derivation.at(-1)?.bound];
};

const reviewed = (told: ToldFile) => told.does(checkClaim(scheme, told.file, "材料齐全", act(CENTRE, CLAIMED)), CENTRE, CLAIMED);
const consents = (told: ToldFile, no = "审核1号", who = OFFICE) =>
  consentClaim(scheme, told.file, no, IN_FORCE, act(who, APPROVED), { sums: sumsOf(told) });

/** Two million lent, all of it lost. */
function claimed(left = 200_000_000, more: Partial<Filing> = {}): ToldFile {
  const told = bad(funded(), left);
  return told.does(files(told, more), BANK, CLAIMED);
}

function guaranteedClaim(left = 200_000_000, more: Partial<Filing> = {}): ToldFile {
  const told = bad(fundedWithGuarantor(), left);
  return told.does(files(told, asGuarantor(more), GUARANTOR), GUARANTOR, CLAIMED);
}

function paid(told: ToldFile, amount: number): ToldFile {
  reviewed(told).does(consents(told), OFFICE, APPROVED);
  const payment = { instructionNo: "1", ratio: told.file.tier.ratio, amount: fen(amount), unfunded: ZERO, loss: fen(200_000_000) };
  return told.does(recordPayment(scheme, told.file, payment), ACCOUNT_BANK, PAID);
}

describe("a bank's claim in 东莞", () => {
  it("DG-041 needs the bank's own evidence and papers; a loan that is not bad is not claimed", () => {
    const told = bad(funded(), 200_000_000);
    expect(codes(files(told, { evidence: { grade: "special_mention", overdueDays: 10, letterNo: "" } }))).toEqual(["claim_invalid"]);
    expect(codes(files(told, { papers: PAPERS.slice(1) }))).toEqual(["doc_missing"]);
    expect(codes(files(told, { principal: fen(1) }))).toEqual(["claim_invalid"]);
    expect(codes(files(told, {}, GUARANTOR))).toEqual(["payee_wrong"]);
    expect(files(told).ok).toBe(true);
  });

  it("DG-041 DG-036 a trustee reviews, the bureau approves, a trustee pays: no step is skipped and nobody acts in another's place", () => {
    const told = claimed();
    expect(codes(consents(told))).toEqual(["wrong_step"]);
    expect(first(payableOf(scheme, told.file))).toMatchObject({ code: "approval_missing", cites: { clauses: ["DG-036"] } });
    for (const who of [OFFICE, FINANCE, SCIENCE, GOVERNMENT, BANK])
      expect(codes(checkClaim(scheme, told.file, "同意", act(who, CLAIMED)))).toEqual(["role_forbidden"]);
    reviewed(told);
    for (const who of [CENTRE, FINANCE, SCIENCE, GOVERNMENT]) expect(codes(consents(told, "审核1号", who))).toEqual(["role_forbidden"]);
    expect(codes(consents(told, " "))).toEqual(["document_no_required"]);
    expect(codes(payableOf(scheme, told.file))).toEqual(["approval_missing"]);
    told.does(consents(told), OFFICE, APPROVED);
    expect(must(payableOf(scheme, told.file))).toMatchObject({ payeeId: BANK.id, amount: 100_000_000, documentNo: "审核1号" });
  });

  it("DG-002 DG-006 no department but the bureau administers the money", () => {
    const told = reviewed(claimed());
    expect(first(consents(told, "审核1号", SCIENCE))).toMatchObject({ code: "role_forbidden", cites: { article: "四（二）" } });
    expect(codes(returnClaim(scheme, told.file, { reason: "材料不符", documentNo: "退1号" }, act(SCIENCE, APPROVED)))).toEqual(["role_forbidden"]);
    const back = must(returnClaim(scheme, told.file, { reason: "材料不符", documentNo: "退1号" }, act(OFFICE, APPROVED)));
    expect(back).toMatchObject([{ next: "trustee_review" }]);
  });

  it("DG-026 two percent of what the bank lent in the year of the claim, less what it had of it", () => {
    expect(bound(claimed())).toEqual([100_000_000, "annual_room"]);
    const had: Records = {
      ...RECORDS,
      paid: [
        {
          claimId: "a",
          enterpriseId: "x",
          lenderId: "bank",
          mode: "bank",
          disbursedOn: day("2024-11-05"),
          filedOn: day("2026-02-01"),
          paidOn: day("2026-03-01"),
          amount: fen(30_000_000),
        },
        {
          claimId: "b",
          enterpriseId: "x",
          lenderId: "bank",
          mode: "bank",
          disbursedOn: day("2024-11-05"),
          filedOn: day("2025-12-01"),
          paidOn: day("2026-03-01"),
          amount: fen(7_000_000),
        },
        {
          claimId: "c",
          enterpriseId: "x",
          lenderId: "bank2",
          mode: "bank",
          disbursedOn: day("2024-11-05"),
          filedOn: day("2026-02-01"),
          paidOn: day("2026-03-01"),
          amount: fen(9_000_000),
        },
        {
          claimId: "d",
          enterpriseId: "x",
          lenderId: "bank",
          mode: "guaranteed",
          disbursedOn: day("2024-11-05"),
          filedOn: day("2026-02-01"),
          paidOn: day("2026-03-01"),
          amount: fen(5_000_000),
        },
        {
          claimId: "claim-1",
          enterpriseId: "x",
          lenderId: "bank",
          mode: "bank",
          disbursedOn: day("2024-11-05"),
          filedOn: day("2026-02-01"),
          paidOn: day("2026-03-01"),
          amount: fen(1),
        },
      ],
    };
    expect(sumsOf(claimed(), scheme, had)).toMatchObject({ bankPaidYear: 30_000_000, bankYearPrincipal: 5_000_000_000 });
    expect(bound(claimed(), scheme, had)).toEqual([70_000_000, "annual_room"]);
    const byPayment = must(readAs(scheme, "bank.annualCap.year", "payment"));
    expect(bound(claimed(), byPayment, had)).toEqual([63_000_000, "annual_room"]);
    const byVintage = must(readAs(scheme, "bank.annualCap.year", "vintage"));
    expect(sumsOf(claimed(), byVintage, had)).toMatchObject({ bankPaidYear: 37_000_000, bankYearPrincipal: 3_000_000_000 });
    expect(bound(claimed(), byVintage, had)).toEqual([23_000_000, "annual_room"]);
    expect(bound(claimed(), scheme, { loans: [], paid: [] })).toEqual([0, "annual_room"]);
  });

  it("DG-023 ten million a firm, of all banks and all years; or of the year, or of the bank, as the plan is read", () => {
    const paidBefore = (enterpriseId: string, lenderId: string, paidOn: string, amount: number) => ({
      claimId: `${lenderId}-${paidOn}`,
      enterpriseId,
      lenderId,
      mode: "bank",
      disbursedOn: day("2024-11-05"),
      filedOn: day("2025-12-01"),
      paidOn: day(paidOn),
      amount: fen(amount),
    });
    const had: Records = {
      ...RECORDS,
      paid: [
        paidBefore("firm", "bank2", "2025-03-01", 960_000_000),
        paidBefore("firm", "bank2", "2026-03-01", 10_000_000),
        paidBefore("other", "bank2", "2026-03-01", 999_000_000),
      ],
    };
    expect(bound(claimed(), scheme, had)).toEqual([30_000_000, "enterprise_room"]);
    expect(sumsOf(claimed(), scheme, had)).toMatchObject({ enterprisePaid: 970_000_000, enterprisePaidYear: 10_000_000, enterprisePaidBank: 0 });
    for (const scope of ["year", "bank", "loan_principal"])
      expect(bound(claimed(), must(readAs(scheme, "bank.enterpriseCap.scope", scope)), had)).toEqual([100_000_000, "annual_room"]);
  });

  it("DG-028 the band of the loan on the loss, as it was set when the loan was made", () => {
    const rich: Records = { ...RECORDS, loans: [{ ...RECORDS.loans[0], principal: fen(900_000_000_000) } as Records["loans"][number]] };
    expect(bound(claimed(), scheme, rich)).toEqual([160_000_000, "by_ratio"]);
    expect(bound(claimed(50_000_001), scheme, rich)).toEqual([40_000_001, "by_ratio"]);
  });

  it("DG-027 a cap that changes holds in the year that it belongs to; read otherwise, on the day of the claim or of the loan", () => {
    const cap: Change = { key: "bank.annualCap.ratio", value: "0.01", from: day("2027-01-01") };
    const lower = amended(scheme, must(changeParameter(scheme, cap, [], act(OFFICE, APPROVED))));
    const late = day("2027-01-20");
    expect(bound(claimed(), lower, RECORDS, late)).toEqual([100_000_000, "annual_room"]);
    expect(
      bound(
        claimed(),
        must(readAs(lower, "bank.annualCap.year", "payment")),
        { ...RECORDS, loans: RECORDS.loans.map((loan) => ({ ...loan, disbursedOn: day("2027-01-04") })) },
        late,
      ),
    ).toEqual([80_000_000, "annual_room"]);
    const sooner: Change = { ...cap, from: day("2026-07-01") };
    const within = amended(scheme, must(changeParameter(scheme, sooner, [], act(OFFICE, APPROVED))));
    expect(bound(claimed(), within, RECORDS, late)).toEqual([50_000_000, "annual_room"]);
    expect(bound(claimed(), must(readAs(within, "bank.annualCap.asOf", "claimed")), RECORDS, late)).toEqual([100_000_000, "annual_room"]);
    expect(bound(claimed(), must(readAs(within, "bank.annualCap.asOf", "disbursed")), RECORDS, late)).toEqual([100_000_000, "annual_room"]);
  });

  it("DG-003 what others pay for the same loss comes off, and money that came in since the filing", () => {
    const rich: Records = { ...RECORDS, loans: [{ ...RECORDS.loans[0], principal: fen(900_000_000_000) } as Records["loans"][number]] };
    expect(bound(claimed(200_000_000, { covered: fen(50_000_000) }), scheme, rich)[0]).toBe(150_000_000);
    const told = claimed();
    const on = day("2026-06-01");
    const before = told.file;
    told.does(repay(told.file.life, { id: "r-2", on, principal: fen(100_000_000), interest: ZERO }, act(BANK, on)), BANK, on);
    expect(bound(told, scheme, rich)).toEqual([80_000_000, "by_ratio"]);
    reviewed(told).does(consents(told), OFFICE, APPROVED);
    const waiting = { ...before, ...(told.file.claim ? { claim: told.file.claim } : {}) };
    expect(paymentChanged(scheme, waiting, told.file, APPROVED)).toBe(true);
    expect(paymentChanged(scheme, told.file, told.file, APPROVED)).toBe(false);
  });

  it("DG-036 a claim with nothing left to be paid is taken back by its bank, another is not", () => {
    const told = reviewed(claimed()).does(consents(reviewed(claimed())), OFFICE, APPROVED);
    const back = () => withdrawClaim(scheme, told.file, "贷款已还清", act(BANK, APPROVED));
    expect(codes(back())).toEqual(["wrong_step"]);
    told.does(repay(told.file.life, { id: "r-3", on: APPROVED, principal: fen(200_000_000), interest: ZERO }, act(BANK, APPROVED)), BANK, APPROVED);
    expect(back().ok).toBe(true);
  });

  it("DG-026 a second reader finds the same fen, and stops what differs by one", () => {
    for (const told of [claimed(), claimed(33_333_333), guaranteedClaim(), guaranteedClaim(133_333_331)]) {
      const amount = amountOf(told);
      expect(secondOpinion({ ...amount.basis, asked: amount.amount })).toEqual([]);
      expect(secondOpinion({ ...amount.basis, asked: fen(amount.amount + 1) })).toMatchObject([{ where: "amount" }]);
    }
  });
});

describe("a guarantor's claim in 东莞", () => {
  it("DG-018 half of what the city's guarantor bears, after nation and province; DG-019 at most a fifth of the whole loss", () => {
    expect(bound(guaranteedClaim())).toEqual([40_000_000, "half"]);
    const more = [
      { party: "national", share: "0.10" },
      { party: "provincial", share: "0.10" },
      { party: "guarantor", share: "0.60" },
      { party: "bank", share: "0.20" },
    ];
    const heavy = bad(fundedWithGuarantor({ tiers: more }), 200_000_000);
    heavy.does(files(heavy, asGuarantor({ compensated: { ...STOOD_IN, principal: fen(160_000_000) } }), GUARANTOR), GUARANTOR, CLAIMED);
    expect(bound(heavy)).toEqual([40_000_000, "cap"]);
    expect(bound(heavy, must(readAs(scheme, "guarantee.totalLoss", "guarantee_side")))).toEqual([32_000_000, "cap"]);
  });

  it("DG-018 the parts of all bearers sum to the loss; a fen that is left over is nobody's twice", () => {
    const told = guaranteedClaim(133_333_331);
    const { derivation } = amountOf(told);
    expect(derivation.find(({ id }) => id === "guarantor_loss")?.amount).toBe(53_333_333);
    expect(bound(told)).toEqual([26_666_666, "cap"]);
  });

  it("DG-020 the bank of a guaranteed loan gets nothing: its claim is refused by name", () => {
    const told = bad(fundedWithGuarantor(), 200_000_000);
    expect(first(files(told, asGuarantor()))).toMatchObject({ code: "bank_not_eligible", cites: { clauses: ["DG-020"] } });
    expect(codes(files(told, asGuarantor(), { ...BANK, id: "bank9" }))).toEqual(["payee_wrong"]);
    expect(must(files(told, asGuarantor(), GUARANTOR))).toMatchObject([{ payee: GUARANTOR }]);
  });

  it("DG-018 it claims only after it has paid, with the proof that nation and province bear theirs", () => {
    const told = bad(fundedWithGuarantor(), 200_000_000);
    const { compensated: _, ...unpaid } = asGuarantor();
    expect(codes(files(told, unpaid, GUARANTOR))).toEqual(["not_compensated"]);
    expect(codes(files(told, asGuarantor({ compensated: { ...STOOD_IN, proofNo: "" } }), GUARANTOR))).toEqual(["not_compensated"]);
    expect(codes(files(told, asGuarantor({ compensated: { ...STOOD_IN, principal: fen(79_999_999) } }), GUARANTOR))).toEqual(["not_compensated"]);
    expect(files(told, asGuarantor({ compensated: { ...STOOD_IN, principal: fen(80_000_000) } }), GUARANTOR).ok).toBe(true);
    expect(codes(files(told, asGuarantor({ papers: PAPERS }), GUARANTOR))).toEqual(["doc_missing"]);
  });

  it("DG-008 DG-041 a trustee that is itself the guarantor does not review its own claim: the other one does", () => {
    const trusteeItself = { ...GUARANTOR, kind: "manager" } as const;
    const told = guaranteedClaim();
    expect(codes(checkClaim(scheme, told.file, "同意", act(trusteeItself, CLAIMED)))).toEqual(["self_interest"]);
    const flagged = must(readAs(scheme, "trustee.conflict", "flag"));
    expect(must(checkClaim(flagged, told.file, "同意", act(trusteeItself, CLAIMED)))).toMatchObject([{ interested: true }]);
    expect(checkClaim(scheme, told.file, "同意", act(CENTRE, CLAIMED)).ok).toBe(true);
  });

  it("DG-018 interest counts only where the plan is read so", () => {
    const withInterest = guaranteedClaim(200_000_000, { interest: fen(10_000_000) });
    expect(bound(withInterest)[0]).toBe(40_000_000);
    expect(bound(withInterest, must(readAs(scheme, "comp.base", "principal_and_interest")))[0]).toBe(42_000_000);
  });
});

describe("after the compensation in 东莞", () => {
  const RECEIVED = day("2027-02-01");
  const comes = (told: ToldFile, amount = 50_000_000, costs = 2_000_000, under: Scheme = scheme, who: OrgRef = BANK) =>
    recover(
      under.recovery,
      told.file,
      { id: "m-1", receivedOn: RECEIVED, amount: fen(amount), costs: fen(costs), costItems: [] },
      act(who, RECEIVED),
    );

  it("DG-018 what comes back is shared, net of costs, by what was compensated of the loss; the plan is silent, and read otherwise nothing comes back", () => {
    expect(must(comes(paid(claimed(), 100_000_000)))[0]).toMatchObject({
      receipt: {
        due: 24_000_000,
        parts: [
          { party: "fund", amount: 24_000_000 },
          { party: "others", amount: 24_000_000 },
        ],
      },
    });
    expect(must(comes(paid(guaranteedClaim(), 40_000_000), 50_000_000, 0, scheme, GUARANTOR))[0]).toMatchObject({ receipt: { due: 10_000_000 } });
    const none = must(readAs(scheme, "recovery.enabled", false));
    expect(must(comes(paid(claimed(), 100_000_000), 50_000_000, 0, none))[0]).toMatchObject({ receipt: { due: 0 } });
  });

  it("DG-018 never more than was paid, unless it is read so", () => {
    expect(must(comes(paid(claimed(), 100_000_000), 900_000_000, 0))[0]).toMatchObject({ receipt: { due: 100_000_000 } });
    const uncapped = must(readAs(scheme, "recovery.capAtPaid", false));
    expect(must(comes(paid(claimed(), 100_000_000), 900_000_000, 0, uncapped))[0]).toMatchObject({ receipt: { due: 450_000_000 } });
  });

  it("DG-036 the part comes back by two hands; what nobody moved for a quarter is told", () => {
    const told = paid(claimed(), 100_000_000);
    expect(recoveryFlags(scheme.recovery, told.file, day("2026-12-31"), stateCouncil()).map(({ code }) => code)).toContain("ledger_stale");
    told.does(comes(told), BANK, RECEIVED);
    const sent = { receiptId: "m-1", amount: fen(24_000_000), on: RECEIVED, voucherNo: "回单1号" };
    told.does(declareReturn(scheme.recovery, told.file, sent, act(BANK, RECEIVED)), BANK, RECEIVED);
    expect(codes(receiveReturn(scheme.recovery, told.file, { receiptId: "m-1", transferId: "t-1" }, act(SCIENCE, RECEIVED)))).toEqual([
      "role_forbidden",
    ]);
    told.does(receiveReturn(scheme.recovery, told.file, { receiptId: "m-1", transferId: "t-1" }, act(OFFICE, RECEIVED)), OFFICE, RECEIVED);
    expect(told.file.recovery?.receipts[0]?.returned?.amount).toBe(24_000_000);
  });

  it("DG-036 a loss is written off after the law's end, by a proof, and only when the bureau has approved", () => {
    const told = paid(claimed(), 100_000_000);
    const on = day("2027-06-01");
    expect(codes(endLegal(scheme.recovery, told.file, { on, proof: "enforcement_ended", documentNo: "终1号" }, act(BANK, on)))).toEqual([
      "recovery_order",
    ]);
    told.does(startLegal(scheme.recovery, told.file, { on: RECEIVED, court: "第一法院", caseNo: "民初1号" }, act(BANK, RECEIVED)), BANK, RECEIVED);
    expect(codes(endLegal(scheme.recovery, told.file, { on, proof: "letter", documentNo: "终1号" }, act(BANK, on)))).toEqual(["writeoff_not_final"]);
    told.does(endLegal(scheme.recovery, told.file, { on, proof: "enforcement_ended", documentNo: "终1号" }, act(BANK, on)), BANK, on);
    told.does(confirmLoss(scheme.recovery, told.file, fen(100_000_000), act(BANK, on)), BANK, on);
    expect(codes(writeOff(scheme.recovery, told.file, "t-2"))).toEqual(["writeoff_approval_missing"]);
    expect(codes(approveLoss(scheme.recovery, told.file, act(FINANCE, on)))).toEqual(["role_forbidden"]);
    told.does(approveLoss(scheme.recovery, told.file, act(OFFICE, on)), OFFICE, on);
    told.does(writeOff(scheme.recovery, told.file, "t-2"), OFFICE, on);
    expect(told.file.recovery?.writtenOff?.amount).toBe(100_000_000);
  });
});
