import { describe, expect, it } from "vitest";
import { stateCouncil } from "../calendar/working-day";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { readAs } from "../schemes/reading";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, FINANCE, first, GOVERNMENT, GUARANTOR, INSURER, OFFICE, TODAY } from "../schemes/yanqing/testing";
import { FileTold, funded, IN_FORCE, Purse, taken } from "../schemes/yanqing/testing-fund";
import { checkClaim, claimFlags, consentClaim, fileClaim, payableOf, recordPayment, reportClaim, returnClaim, withdrawClaim } from "./claim";
import { agreedRatio, claimAmount } from "./claim-amount";
import type { Filing } from "./claim-state";
import { payeeOf, repayOnFile } from "./loan-file";
import { gradeLoan } from "./loan-life";
import { stepOf } from "./procedure";

const files = (told: FileTold, more: Partial<Filing> = {}, standing = IN_FORCE, who = BANK) =>
  fileClaim(yanqing, told.file, told.filing(TODAY, more), standing, act(who));
const repaid = (told: FileTold, id: string, principal: number, on = TODAY) =>
  told.does(repayOnFile(told.file, { id, on, principal: fen(principal), interest: fen(0) }, act(BANK, on)), BANK, on);
const guaranteed = () => funded({ mode: "guarantee", partner: GUARANTOR, payeeSharePercent: "80" });

describe("YQ-070 the claim is filed", () => {
  it("by the payee, with evidence, principal and interest apart", () => {
    const told = new FileTold().filed(TODAY, BANK, { interest: fen(1234) });
    expect(told.file.claim).toMatchObject({ step: "claim_check", payee: BANK, ratio: "0.50", filing: { principal: 300_000_000, interest: 1234 } });
  });

  it.each([
    [{ evidence: { grade: "special_mention", overdueDays: 30, letterNo: "1" } }, "grade"],
    [{ evidence: { grade: "loss", overdueDays: 0, letterNo: "1" } }, "overdueDays"],
    [{ evidence: { grade: "loss", overdueDays: 1.5, letterNo: "1" } }, "overdueDays"],
    [{ evidence: { grade: "loss", overdueDays: 1, letterNo: " " } }, "letterNo"],
    [{ principal: fen(299_999_999) }, "principal"],
    [{ interest: fen(-1) }, "interest"],
    [{ covered: fen(-1) }, "covered"],
  ] as const)("YQ-A29 with %j it is refused at %s", (more, field) => {
    expect(first(files(new FileTold(), more as Partial<Filing>))).toMatchObject({ code: "claim_invalid", field, cites: { article: "三（五）" } });
  });

  it("all faults are told at once, with the papers that lack", () => {
    const evidence = { grade: "normal", overdueDays: 0, letterNo: "" } as const;
    expect(codes(files(new FileTold(), { evidence, papers: [] }))).toEqual(["claim_invalid", "claim_invalid", "claim_invalid", "doc_missing"]);
  });

  it("a loan that is repaid has nothing to claim", () => {
    expect(codes(files(repaid(new FileTold(), "1", 300_000_000)))).toEqual(["claim_invalid"]);
  });

  it("YQ-048 YQ-049 only the payee of the mode files: the lender, or the guarantor where there is one", () => {
    expect(first(files(new FileTold(), {}, IN_FORCE, BANK2))).toMatchObject({ code: "payee_wrong", figures: { payee: BANK.name } });
    const told = new FileTold(guaranteed());
    expect(first(files(told, {}, IN_FORCE, BANK))).toMatchObject({
      code: "payee_wrong",
      figures: { payee: GUARANTOR.name },
      cites: { article: "二（五）2" },
    });
    expect(codes(files(told, {}, IN_FORCE, GUARANTOR))).toEqual([]);
  });

  it("YQ-A28 an insured loan has its premium subsidised and is not compensated", () => {
    const told = new FileTold(funded({ mode: "insurance", partner: INSURER }));
    expect(first(files(told))).toMatchObject({ code: "claim_invalid", cites: { article: "二（五）3" } });
    const mode = stepOf(yanqing.admission, "loan")?.modes.find((one) => one.id === "insurance");
    expect(mode && payeeOf(told.file, mode)).toBeUndefined();
  });

  it("YQ-055 under an agreement in force, or as a deal from before it that the government let in", () => {
    expect(codes(files(new FileTold(), {}, { agreementInForce: false }))).toEqual(["no_agreement"]);
    expect(codes(files(new FileTold(), {}, { agreementInForce: false, transitionConsent: "批复0" }))).toEqual([]);
  });

  it("once, until it is sent back or withdrawn", () => {
    const told = new FileTold().filed();
    expect(codes(files(told))).toEqual(["already_exists"]);
    told.does(returnClaim(yanqing, told.file, { reason: "缺函件" }, act(OFFICE)), OFFICE);
    expect(told.file.claim).toMatchObject({ step: "file", returned: { reason: "缺函件", by: OFFICE } });
    expect(codes(files(told))).toEqual([]);
    const away = new FileTold().filed();
    away.does(withdrawClaim(yanqing, away.file, "企业已还款", act(BANK)), BANK);
    expect(away.file.claim?.step).toBe("withdrawn");
    expect(codes(files(away))).toEqual([]);
  });
});

describe("YQ-071 YQ-073 the claim's steps", () => {
  it("go in order, each by its own, and end with consent", () => {
    const told = new FileTold().filed(day("2026-07-01")).checked(day("2026-07-02"));
    expect(told.file.claim).toMatchObject({ step: "claim_review", batch: "2026H2" });
    told.panelled().votes([]);
    expect(told.file.claim).toMatchObject({ step: "claim_report", opinion: { choice: "agreed", text: "核查意见" } });
    told.consented();
    expect(told.file.claim).toMatchObject({ step: "claim_pay", consent: { documentNo: "批复1", amount: 150_000_000 } });
  });

  it("YQ-073 nothing is payable before consent", () => {
    const told = new FileTold().filed().checked().panelled().votes([]);
    expect(first(payableOf(yanqing, told.file))).toMatchObject({ code: "gov_consent_required", cites: { article: "三（六）" } });
    expect(codes(recordPayment(yanqing, told.file, { instructionNo: "1", ratio: "0.50", amount: fen(1), unfunded: fen(0) }))).toEqual(["wrong_step"]);
    expect(payableOf(yanqing, told.consented().file)).toMatchObject({
      ok: true,
      value: { payeeId: BANK.id, amount: 150_000_000, documentNo: "批复1" },
    });
  });

  it("another office, another step, a missing paper are refused", () => {
    const told = new FileTold().filed();
    expect(codes(checkClaim(yanqing, told.file, "x", act(FINANCE)))).toEqual(["role_forbidden"]);
    expect(codes(checkClaim(yanqing, told.file, "", act(OFFICE)))).toEqual(["reason_required"]);
    expect(codes(reportClaim(yanqing, told.file, "1", act(OFFICE)))).toEqual(["wrong_step"]);
    told.checked().panelled().votes([]);
    expect(codes(reportClaim(yanqing, told.file, " ", act(OFFICE)))).toEqual(["document_no_required"]);
    told.does(reportClaim(yanqing, told.file, "报告1", act(OFFICE)), OFFICE);
    expect(codes(consentClaim(yanqing, told.file, "1", IN_FORCE, act(OFFICE)))).toEqual(["role_forbidden"]);
    expect(codes(consentClaim(yanqing, told.file, "", IN_FORCE, act(GOVERNMENT)))).toEqual(["document_no_required"]);
    expect(codes(checkClaim(yanqing, new FileTold().file, "x", act(OFFICE)))).toEqual(["claim_invalid"]);
  });

  it("each may be returned with reasons: to the institution, to the check", () => {
    const told = new FileTold().filed().checked().panelled().votes([]);
    expect(codes(returnClaim(yanqing, told.file, { reason: " " }, act(OFFICE)))).toEqual(["reason_required"]);
    expect(codes(returnClaim(yanqing, told.file, { reason: "x" }, act(BANK)))).toEqual(["role_forbidden"]);
    told.does(reportClaim(yanqing, told.file, "报告1", act(OFFICE)), OFFICE);
    for (const documentNo of [undefined, " "])
      expect(first(returnClaim(yanqing, told.file, { reason: "x", ...(documentNo ? { documentNo } : {}) }, act(GOVERNMENT)))).toMatchObject({
        code: "document_no_required",
        field: "documentNo",
      });
    told.does(returnClaim(yanqing, told.file, { reason: "补充说明", documentNo: "退1" }, act(GOVERNMENT)), GOVERNMENT);
    expect(told.file.claim).toMatchObject({ step: "claim_check", returned: { by: GOVERNMENT } });
    told.checked().panelled().votes([]).consented();
    expect(told.file.claim?.step).toBe("claim_pay");
    expect(codes(returnClaim(yanqing, told.file, { reason: "x" }, act(OFFICE)))).toEqual(["wrong_step"]);
  });

  it("YQ-071 a claim without its batch is not reported", () => {
    const { file } = new FileTold().filed().checked().panelled().votes([]);
    const { batch: _, ...claim } = file.claim as NonNullable<typeof file.claim>;
    expect(first(reportClaim(yanqing, { ...file, claim }, "1", act(OFFICE)))).toMatchObject({ code: "claim_not_in_batch" });
  });

  it("the institution takes its claim back only before it is reported", () => {
    const told = new FileTold().filed();
    expect(codes(withdrawClaim(yanqing, told.file, "x", act(BANK2)))).toEqual(["payee_wrong"]);
    expect(codes(withdrawClaim(yanqing, told.file, "", act(BANK)))).toEqual(["reason_required"]);
    told.checked().panelled().votes([]);
    expect(codes(withdrawClaim(yanqing, told.file, "x", act(BANK)))).toEqual(["wrong_step"]);
  });
});

describe("YQ-074 the amount", () => {
  const amountOf = (told: FileTold, scheme = yanqing, lowered?: string, on = TODAY) => {
    const { claim } = told.file;
    return claim ? claimAmount(scheme, told.file, claim, on, lowered) : undefined;
  };

  it("is the grade's ratio of the outstanding principal", () => {
    expect(amountOf(new FileTold().filed())).toMatchObject({
      ok: true,
      value: { amount: 150_000_000, ratio: "0.50", lessThanFiled: 0, basis: { base: 300_000_000, ratio: "0.50", covered: 0 } },
    });
  });

  it("YQ-A02 read with interest, interest counts too", () => {
    const scheme = taken(readAs(yanqing, "comp.base", "principal_and_interest"));
    expect(amountOf(new FileTold().filed(TODAY, BANK, { interest: fen(1001) }), scheme)).toMatchObject({
      ok: true,
      value: { amount: 150_000_501, basis: { base: 300_001_001 } },
    });
  });

  it("G-19 falls with what is repaid before the payment, or stays as filed if so read", () => {
    const told = repaid(new FileTold().filed(), "1", 60_000_000);
    expect(amountOf(told)).toMatchObject({ ok: true, value: { amount: 120_000_000, lessThanFiled: 60_000_000 } });
    expect(amountOf(told, taken(readAs(yanqing, "comp.baseDate", "filing")))).toMatchObject({ ok: true, value: { amount: 150_000_000 } });
  });

  it("G-10 nobody is paid more than the loss that others have not paid", () => {
    const told = new FileTold().filed(TODAY, BANK, { covered: fen(200_000_000), interest: fen(10) });
    expect(amountOf(told)).toMatchObject({
      ok: true,
      value: { amount: 100_000_010, derivation: [{}, {}, { id: "indemnity", amount: 100_000_010 }] },
    });
    expect(amountOf(told, taken(readAs(yanqing, "indemnity.capAtLoss", false)))).toMatchObject({ ok: true, value: { amount: 150_000_000 } });
    expect(amountOf(new FileTold().filed(TODAY, BANK, { covered: fen(400_000_000) }))).toMatchObject({ ok: true, value: { amount: 0 } });
  });

  it("YQ-093 a ratio that a sanction lowered goes first; one that is not lower is refused", () => {
    const told = new FileTold().filed();
    expect(amountOf(told, yanqing, "0.30")).toMatchObject({ ok: true, value: { amount: 90_000_000, ratio: "0.30" } });
    for (const lowered of ["0.50", "0.60", "-1", "half"]) {
      const amount = amountOf(told, yanqing, lowered);
      expect(amount && codes(amount)).toEqual(["ratio_mismatch"]);
    }
  });

  it("a claim whose loss others have paid is not consented to", () => {
    const told = new FileTold()
      .filed(TODAY, BANK, { covered: fen(300_000_000) })
      .checked()
      .panelled()
      .votes([]);
    told.does(reportClaim(yanqing, told.file, "报告1", act(OFFICE)), OFFICE);
    expect(codes(consentClaim(yanqing, told.file, "批复1", IN_FORCE, act(GOVERNMENT)))).toEqual(["claim_invalid"]);
  });

  it("YQ-004 an agreement promises no more than the document", () => {
    const { cites } = yanqing.claim;
    expect(agreedRatio(cites, "0.50", undefined)).toEqual({ ok: true, value: "0.50" });
    expect(agreedRatio(cites, "0.50", "0.5")).toEqual({ ok: true, value: "0.5" });
    expect(agreedRatio(cites, "0.50", "0.40")).toEqual({ ok: true, value: "0.40" });
    expect(codes(agreedRatio(cites, "0.50", "0.51"))).toEqual(["agreement_exceeds_plan"]);
  });
});

describe("a claim that is paid", () => {
  it("YQ-074 the story's loan fails at 2,400,000.00 and is paid 1,200,000.00, once", () => {
    const purse = new Purse();
    const told = repaid(new FileTold(), "1", 60_000_000).agreed().paidFrom(purse);
    expect(told.file.claim).toMatchObject({ step: "paid", paid: { amount: 120_000_000, unfunded: 0 } });
    expect([purse.balance("account"), purse.balance("compensation", "claim")]).toEqual([1_380_000_000, 120_000_000]);
    expect(codes(files(told))).toEqual(["already_exists"]);
    expect(codes(repayOnFile(told.file, { id: "2", on: TODAY, principal: fen(1), interest: fen(0) }, act(BANK)))).toEqual(["loan_closed"]);
  });

  it("YQ-049 YQ-050 with a guarantee the guarantor is paid and the agreed split is recorded", () => {
    const purse = new Purse();
    const told = new FileTold(guaranteed()).agreed(TODAY, GUARANTOR).paidFrom(purse);
    expect(told.file.claim?.payee).toEqual(GUARANTOR);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "claim_paid", parts: [120_000_000, 30_000_000] });
  });

  it("YQ-006 what the fund does not have stays unpaid", () => {
    const told = new FileTold().agreed().paidFrom(new Purse(yanqing, TODAY, [100_000_000, 20_000_000]));
    expect(told.file.claim?.paid).toMatchObject({ amount: 120_000_000, unfunded: 30_000_000 });
  });
});

describe("what is told and never bars", () => {
  const flags = (told: FileTold, on: string) =>
    taken(claimFlags(yanqing, told.file, day(on), stateCouncil())).map(({ code, on: due }) => [code, due]);

  it("YQ-103 a bad loan that is not claimed within five working days", () => {
    const told = new FileTold();
    expect(flags(told, "2026-12-31")).toEqual([]);
    told.does(gradeLoan(told.file.life, "substandard", day("2026-03-10"), act(BANK, day("2026-03-10"))), BANK, day("2026-03-10"));
    expect(flags(told, "2026-03-17")).toEqual([]);
    expect(flags(told, "2026-03-18")).toEqual([["claim_late", "2026-03-17"]]);
    expect(flags(told.filed(day("2026-03-18")), "2026-03-18")).toEqual([]);
  });

  it("YQ-071 a half-year that is over with its claim unverified", () => {
    const told = new FileTold().filed();
    expect(flags(told, "2026-06-30")).toEqual([]);
    expect(flags(told, "2026-07-01")).toEqual([["batch_overdue", "2026-06-30"]]);
    expect(flags(told.checked().panelled().votes([]), "2026-07-01")).toEqual([]);
    expect(addDays(day("2026-06-30"), 1)).toBe("2026-07-01");
  });
});
