import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, first, TODAY } from "../schemes/yanqing/testing";
import { decideSubsidy, type Policy, receiptOf, type SubsidyRequest, type SubsidyRules, subsidyBack } from "./subsidy";

const rules = yanqing.subsidy as SubsidyRules;
const POLICY: Policy = { policyNo: "P1", loanId: "loan", insuredId: "firm", from: day("2026-01-01"), until: day("2026-12-31") };
const REQUEST: SubsidyRequest = {
  receiptNo: "R1",
  policyNo: "P1",
  premiumPaid: fen(6_000_000),
  papers: ["loan_arrival", "policy", "premium_proof"],
  enterpriseId: "firm",
  loan: { loanId: "loan", mode: "insurance", disbursedOn: TODAY },
};
const asks = (more: Partial<SubsidyRequest> = {}, policy: Policy | undefined = POLICY, paid: string[] = [], on = TODAY) =>
  decideSubsidy(rules, { ...REQUEST, ...more }, policy, paid, on);

describe("YQ-052 YQ-089 the premium subsidy", () => {
  it("is half of the premium that was paid", () => {
    expect(asks()).toMatchObject({ ok: true, value: { amount: 3_000_000 } });
    expect(asks({ premiumPaid: fen(1) })).toMatchObject({ ok: true, value: { amount: 1 } });
  });

  it.each(["loan_arrival", "policy", "premium_proof"])("YQ-088 wants the %s", (missing) => {
    expect(first(asks({ papers: REQUEST.papers.filter((kind) => kind !== missing) }))).toMatchObject({
      code: "doc_missing",
      cites: { article: "三（八）" },
    });
  });

  it("YQ-088 names all that is missing at once", () => {
    expect(first(asks({ papers: [] }))?.figures.missing).toBe("贷款到位文件、有效保单、缴费证明");
  });

  it("YQ-104 the policy is one that a partner insurer registered, for this loan", () => {
    expect(codes(asks({ policyNo: "P2" }))).toEqual(["policy_unknown"]);
    expect(codes(asks({ loan: { ...REQUEST.loan, loanId: "other" } }))).toEqual(["policy_unknown"]);
    expect(codes(decideSubsidy(rules, REQUEST, undefined, [], TODAY))).toEqual(["policy_unknown"]);
  });

  it("YQ-088 the policy is in force, its first and last day included", () => {
    for (const on of [POLICY.from, POLICY.until]) expect(codes(asks({}, POLICY, [], on))).toEqual([]);
    for (const on of [addDays(POLICY.from, -1), addDays(POLICY.until, 1)]) expect(codes(asks({}, POLICY, [], on))).toEqual(["policy_not_in_force"]);
  });

  it("YQ-052 only the insured enterprise is paid, and one loan has one mode", () => {
    expect(codes(asks({ enterpriseId: "other" }))).toEqual(["premium_payee"]);
    expect(codes(asks({ loan: { ...REQUEST.loan, mode: "bank" } }))).toEqual(["mode_invalid"]);
  });

  it("YQ-089 a receipt is subsidised once; another receipt of the policy is another", () => {
    expect(codes(asks({}, POLICY, [receiptOf(REQUEST)]))).toEqual(["subsidy_duplicate"]);
    expect(codes(asks({ receiptNo: "R2" }, POLICY, [receiptOf(REQUEST)]))).toEqual([]);
  });

  it.each([0, -1])("a premium of %i fen is none", (premiumPaid) => {
    expect(codes(asks({ premiumPaid: fen(premiumPaid) }))).toEqual(["amount_invalid"]);
  });

  it("tells every fault at once", () => {
    expect(codes(asks({ papers: [], enterpriseId: "x", premiumPaid: fen(0) }))).toEqual(["doc_missing", "premium_payee", "amount_invalid"]);
  });
});

describe("YQ-A28 premium that the insurer gives back", () => {
  const back = (premiumPaid: number, refundedInAll: number, subsidised: number, returned = 0) =>
    subsidyBack(
      rules,
      { premiumPaid: fen(premiumPaid), refundedInAll: fen(refundedInAll), subsidised: fen(subsidised), returned: fen(returned) },
      TODAY,
    );

  it.each([
    [6_000_000, 2_000_000, 3_000_000, 0, 1_000_000],
    [6_000_000, 6_000_000, 3_000_000, 0, 3_000_000],
    [3, 1, 2, 0, 1],
    [3, 3, 2, 1, 1],
    [6_000_000, 0, 3_000_000, 0, 0],
    [6_000_000, 2_000_000, 1_000_000, 0, 0],
  ])("of %i paid, %i refunded, %i subsidised and %i back, %i comes back", (paid, refunded, subsidised, returned, due) => {
    expect(back(paid, refunded, subsidised, returned)).toEqual({ ok: true, value: due });
  });

  it("refunds in parts give the same fen as one", () => {
    let returned = 0;
    for (let refunded = 1; refunded <= 99; refunded += 1) {
      const due = back(99, refunded, 50, returned);
      if (due.ok) returned += due.value;
    }
    expect(returned).toBe(50);
  });

  it("more than was paid is refused", () => {
    expect(codes(back(100, 101, 50))).toEqual(["refund_over_paid"]);
    expect(codes(back(100, -1, 50))).toEqual(["refund_over_paid"]);
  });
});
