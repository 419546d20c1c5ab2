import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen, ZERO } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, FINANCE, first, INSURER, OFFICE, TODAY } from "../schemes/yanqing/testing";
import { FileTold, funded, Purse, taken } from "../schemes/yanqing/testing-fund";
import type { SubsidyRequest, SubsidyRules } from "./subsidy";
import { approveSubsidy, openBack, receiveRefund, refundPremium, registerPolicy, returnSubsidy, type Subsidy } from "./subsidy-step";

const rules = yanqing.subsidy as SubsidyRules;
const { instructedBy } = yanqing.fund.payment;
const insured = new FileTold(funded({ mode: "insurance", partner: INSURER })).file.loan;
const TEXT = { policyNo: "P1", product: "保证保险", premium: fen(100), insuredAmount: fen(1000), from: day("2026-01-01"), until: day("2026-12-31") };
const POLICY = { policyNo: "P1", loanId: insured.loanId, insuredId: "firm", from: TEXT.from, until: TEXT.until };
const REQUEST: SubsidyRequest = {
  receiptNo: "R1",
  policyNo: "P1",
  premiumPaid: fen(1000),
  papers: ["loan_arrival", "policy", "premium_proof"],
  enterpriseId: "firm",
  loan: insured,
};
const filed: Subsidy = {
  id: "s",
  policyNo: "P1",
  receiptNo: "R1",
  premium: fen(1000),
  status: "filed",
  filedOn: TODAY,
  paid: ZERO,
  refunded: ZERO,
  returned: ZERO,
};
const paid: Subsidy = { ...filed, status: "paid", paid: fen(500) };

describe("YQ-104 a policy", () => {
  const registers = (more = {}, who = INSURER, loan = insured) => registerPolicy(rules, loan, "firm", { ...TEXT, ...more }, act(who));
  it("is the loan's insurer's own", () => {
    expect(taken(registers())).toEqual(POLICY);
    expect(first(registers({}, BANK))).toMatchObject({ code: "role_forbidden", cites: { article: "五" } });
    expect(codes(registers({}, BANK, new FileTold().file.loan))).toEqual(["mode_invalid"]);
  });
  it.each([
    [{ premium: ZERO }, "amount_invalid", "premium"],
    [{ insuredAmount: fen(-1) }, "amount_invalid", "insuredAmount"],
    [{ until: day("2025-12-31") }, "date_invalid", "until"],
  ] as const)("with %j is refused at its field", (more, code, field) => {
    expect(first(registers(more))).toMatchObject({ code, field });
  });
});

describe("YQ-089 the office's check", () => {
  it("decides again, as of the filing, and needs nobody else", () => {
    expect(taken(approveSubsidy(rules, instructedBy, filed, REQUEST, POLICY, act(OFFICE, addDays(POLICY.until, 30)))).amount).toBe(500);
    expect(codes(approveSubsidy(rules, instructedBy, filed, { ...REQUEST, papers: [] }, POLICY, act(OFFICE)))).toEqual(["doc_missing"]);
    expect(codes(approveSubsidy(rules, instructedBy, filed, REQUEST, POLICY, act(FINANCE)))).toEqual(["role_forbidden"]);
    expect(codes(approveSubsidy(rules, instructedBy, paid, REQUEST, POLICY, act(OFFICE)))).toEqual(["wrong_step"]);
  });
  it("sends back with a reason, once", () => {
    expect(first(returnSubsidy(rules, instructedBy, filed, " ", act(OFFICE)))).toMatchObject({ code: "reason_required", field: "reason" });
    expect(codes(returnSubsidy(rules, instructedBy, filed, "x", act(FINANCE)))).toEqual(["role_forbidden"]);
    expect(codes(returnSubsidy(rules, instructedBy, { ...filed, status: "approved" }, "x", act(OFFICE)))).toEqual(["wrong_step"]);
    expect(codes(returnSubsidy(rules, instructedBy, filed, "x", act(OFFICE)))).toEqual([]);
  });
});

describe("YQ-A28 premium given back", () => {
  const refunds = (subsidy: Subsidy, amount: number, on = TODAY, who = INSURER) =>
    refundPremium(rules, subsidy, INSURER.id, { amount: fen(amount), on }, act(who));
  it("brings its part of what was paid back; of what was not paid it lowers what is due, and ends it where nothing stays", () => {
    expect(taken(refunds(paid, 400))).toMatchObject({ back: 200, ends: false, after: { refunded: 400 } });
    expect(taken(refunds({ ...filed, status: "approved" }, 400))).toMatchObject({ back: 0, ends: false });
    expect(taken(refunds(filed, 1000))).toMatchObject({ back: 0, ends: true });
    expect(taken(refunds(paid, 1000))).toMatchObject({ back: 500, ends: false });
  });
  it("is the insurer's word, of a day that has come, and no more than was paid", () => {
    expect(codes(refunds(paid, 1, TODAY, BANK))).toEqual(["role_forbidden"]);
    expect(first(refunds(paid, 0))).toMatchObject({ code: "amount_invalid", field: "refunded" });
    expect(first(refunds(paid, 1, addDays(TODAY, 1)))).toMatchObject({ code: "date_invalid", field: "on" });
    expect(codes(refunds(paid, 1001))).toEqual(["refund_over_paid"]);
    expect(codes(refunds({ ...filed, status: "returned" }, 1))).toEqual(["wrong_step"]);
  });
});

describe("what comes back on the account", () => {
  const refunded: Subsidy = { ...paid, refunded: fen(400) };
  const { chart } = yanqing.fund;
  const receives = (subsidy: Subsidy, amount: number, declaredBy = "insurer-1") => {
    const purse = new Purse();
    const payable = { id: "s", reason: "subsidy" as const, of: "P1#R1", caseId: "c", payeeId: "firm", amount: fen(500), approvedOn: TODAY };
    purse.does({ ok: true, value: [{ type: "payable_approved", payable }] });
    purse.pays({ ...purse.order("s", 500), payableId: "s" });
    const seen = { transferId: "t", of: "P1#R1", caseId: "c", amount: fen(amount), documentNo: "1", declaredBy };
    return receiveRefund(rules, { chart, view: purse.fund.book }, subsidy, seen, act(OFFICE));
  };
  it("is booked by who declared the refund and who saw the money", () => {
    expect(taken(receives(refunded, 200))).toMatchObject([
      { type: "posted", transfer: { reason: "subsidy_return", persons: { madeBy: "insurer-1", checkedBy: `${OFFICE.id}-1` }, documentNo: "1" } },
    ]);
    expect(codes(receives(refunded, 200, `${OFFICE.id}-1`))).toEqual(["same_person"]);
  });
  it("in parts, and no more than is open", () => {
    expect(taken(openBack(rules, { ...refunded, returned: fen(150) }, TODAY))).toBe(50);
    expect(codes(receives({ ...refunded, returned: fen(150) }, 51))).toEqual(["refund_over_paid"]);
    expect(first(receives(refunded, 0))).toMatchObject({ code: "amount_invalid", field: "amount" });
    expect(codes(receives(filed, 1))).toEqual(["wrong_step"]);
  });
});
