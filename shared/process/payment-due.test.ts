import { describe, expect, it } from "vitest";
import type { Payable } from "../fund/ledger";
import { secondOpinion } from "../fund/second-opinion";
import type { SubsidyRules } from "../fund/subsidy";
import { fen, ZERO } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, first, GUARANTOR, TODAY } from "../schemes/yanqing/testing";
import { FileTold, funded, Purse, taken } from "../schemes/yanqing/testing-fund";
import { payableOf, withdrawClaim } from "./claim";
import { subsidyDuties } from "./file-duty";
import { repayOnFile } from "./loan-file";
import { undoRepayment } from "./loan-life";
import { claimDue, paymentChanged, premiumWorth, subsidyDue } from "./payment-due";

const repaid = (told: FileTold, id: string, principal: number) =>
  told.does(repayOnFile(told.file, { id, on: TODAY, principal: fen(principal), interest: ZERO }, act(BANK)), BANK);
const payable = (told: FileTold): Payable => taken(payableOf(yanqing, told.file));
const due = (told: FileTold, approved = payable(told), lowered?: string) => claimDue(yanqing, told.file, approved, TODAY, lowered);

describe("G-19 YQ-074 what a claim comes to on its day", () => {
  it("is computed again: money that came in since comes off", () => {
    const told = new FileTold().agreed();
    expect(taken(due(told))).toMatchObject({ amount: 150_000_000, ratio: "0.50" });
    expect(taken(due(repaid(told, "1", 60_000_000)))).toMatchObject({ amount: 120_000_000 });
  });

  it("goes by a ratio that was lowered since", () => {
    expect(taken(due(new FileTold().agreed(), undefined, "0.30"))).toMatchObject({ amount: 90_000_000, ratio: "0.30" });
  });

  it("is never more than was consented to, says so, and the second opinion agrees", () => {
    const told = repaid(new FileTold().filed(), "1", 20_000_000).checked().panelled().votes([]).consented();
    told.does(undoRepayment(told.file.life, "1", "录错", act(BANK)), BANK);
    const { amount, derivation, basis } = taken(due(told));
    expect([amount, derivation.at(-1)]).toMatchObject([140_000_000, { id: "approved", amount: 140_000_000, cites: { article: "三（六）" } }]);
    expect(secondOpinion({ ...basis, asked: amount })).toEqual([]);
    expect(secondOpinion({ ...basis, asked: fen(150_000_000) })).toMatchObject([{ where: "amount", opinion: "140000000" }]);
  });

  it("YQ-050 carries the agreed shares of a guarantee", () => {
    const told = new FileTold(funded({ mode: "guarantee", partner: GUARANTOR, payeeSharePercent: "80" })).agreed(TODAY, GUARANTOR);
    expect(taken(due(told)).shares).toEqual(["0.8", "0.2"]);
  });

  it("is nothing for another claim, before consent, or once it is paid", () => {
    const told = new FileTold().agreed();
    const approved = payable(told);
    expect(first(due(told, { ...approved, id: "other" }))).toMatchObject({ code: "gov_consent_required", cites: { article: "三（五）" } });
    expect(codes(due(new FileTold().filed(), approved))).toEqual(["wrong_step"]);
    expect(codes(due(told.paidFrom(new Purse()), approved))).toEqual(["case_closed"]);
  });
});

describe("G-19 what changes a payment", () => {
  it("is principal that came in or was taken back, not interest, and not before the consent", () => {
    const agreed = new FileTold().agreed().file;
    const repaying = (principal: number, interest: number) => {
      const told = new FileTold().agreed();
      return told.does(repayOnFile(told.file, { id: "1", on: TODAY, principal: fen(principal), interest: fen(interest) }, act(BANK)), BANK).file;
    };
    expect(paymentChanged(yanqing, agreed, repaying(1, 0), TODAY)).toBe(false);
    expect(paymentChanged(yanqing, agreed, repaying(100, 0), TODAY)).toBe(true);
    expect(paymentChanged(yanqing, agreed, repaying(0, 100), TODAY)).toBe(false);
    const filed = new FileTold().filed();
    expect(paymentChanged(yanqing, filed.file, repaid(new FileTold().filed(), "1", 100).file, TODAY)).toBe(false);
  });

  it("a claim that nothing is left to be paid for may be taken back, and then its payment has changed", () => {
    const told = new FileTold().agreed();
    expect(codes(withdrawClaim(yanqing, told.file, "还清", act(BANK)))).toEqual(["wrong_step"]);
    repaid(told, "1", 300_000_000);
    const before = told.file;
    told.does(withdrawClaim(yanqing, told.file, "还清", act(BANK)), BANK);
    expect([told.file.claim?.step, paymentChanged(yanqing, before, told.file, TODAY)]).toEqual(["withdrawn", true]);
  });
});

describe("YQ-052 YQ-A28 what a subsidy comes to", () => {
  const rules = yanqing.subsidy as SubsidyRules;
  const approved = { id: "s", reason: "subsidy", of: "P#R", caseId: "c", payeeId: "firm", amount: fen(500), approvedOn: TODAY } as const;
  it.each([
    [1000, 0, 500],
    [1000, 400, 300],
    [1000, 1000, 0],
    [1200, 0, 500],
  ])("of a premium of %i with %i refunded: %i", (premium, refunded, amount) => {
    const { amount: asked, basis } = taken(subsidyDue(rules, { premium: fen(premium), refunded: fen(refunded) }, approved, TODAY));
    expect(asked).toBe(amount);
    expect(secondOpinion({ ...basis, asked })).toEqual([]);
  });

  it("its ratio is the document's", () => {
    expect(taken(premiumWorth(rules, { premium: fen(3), refunded: ZERO }, TODAY))).toMatchObject({ amount: 2, ratio: "0.50" });
  });
});

describe("whom a subsidy waits for", () => {
  const { payment } = yanqing.fund;
  it.each([
    [{ status: "filed", back: false }, [{ task: "subsidy_check", kinds: ["office"] }]],
    [{ status: "approved", back: false }, [{ task: "subsidy_pay", kinds: ["office"] }]],
    [{ status: "approved", instruction: "DRAWN_UP", back: false }, [{ task: "pay_countersign", kinds: ["office"] }]],
    [{ status: "approved", instruction: "APPLIED", back: false }, [{ task: "draw_approve", kinds: ["finance"] }]],
    [{ status: "approved", instruction: "INSTRUCTED", back: false }, []],
    [{ status: "paid", instruction: "PAID", back: true }, [{ task: "refund_receive", kinds: ["office"] }]],
    [{ status: "paid", back: false }, []],
    [{ status: "returned", back: false }, []],
  ] as const)("%j", (at, duties) => {
    expect(subsidyDuties(payment, [at])).toEqual(duties);
  });
});
