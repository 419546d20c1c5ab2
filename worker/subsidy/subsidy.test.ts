/** The premium subsidy through the API: a registered policy, papers, one receipt once, the way of any payment, and back in part when premium is refunded. */
import { beforeAll, describe, expect, it } from "vitest";
import { shanghaiDay } from "../../shared/local-date";
import { lent } from "../claim/claim-story";
import { balances, drawsUp, instruction, ordered, paid, payable, pays } from "../payment/pay-story";
import { type Cast, cast, must, newFirm, openedFund, upload } from "../story";
import { call, env, tokenOf } from "../testing";
import { approved, approves, covered, files, type Insured, insured, PAPERS, receives, refunds, registers, returns, subsidies } from "./subsidy-story";

let who: Cast;
const today = shanghaiDay(Date.now());
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
}, 60_000);

const waiting = async (token: string, caseId: string): Promise<string[]> => {
  const { cases } = must(await call("GET", "/cases?waiting=1&limit=100", undefined, { token })).body;
  return cases.find((row: { id: string }) => row.id === caseId)?.todo ?? [];
};
const codes = async (token: string): Promise<string[]> =>
  must(await call("GET", "/notices", undefined, { token })).body.notices.map((one: { code: string }) => one.code);

describe("YQ-104 a policy", () => {
  let one: Insured;
  beforeAll(async () => {
    one = await insured(who, 881);
  }, 60_000);

  it("is registered by the insurer of the loan alone, once, with product, premium, sum and term", async () => {
    for (const token of [one.firm, who.office, who.bankA]) expect(await registers(token, one)).toMatchObject({ status: 403 });
    const stranger = await call("POST", "/organisations", { kind: "insurer", name: "外来保险延庆支公司" }, { token: who.office });
    must(
      await call(
        "POST",
        "/identity/staff",
        { phone: "13600000881", name: "外来", orgId: must(stranger).body.orgId, title: "业务主管" },
        { token: who.office },
      ),
    );
    expect(await registers(await tokenOf("13600000881"), one)).toMatchObject({ status: 404 });
    const bad = await registers(who.insurer, one, { premium: "0", until: "2025-12-31" });
    expect([bad.status, bad.body.refusals[0]]).toMatchObject([400, { code: "amount_invalid", field: "premium" }]);
    const turned = await registers(who.insurer, one, { until: "2025-12-31" });
    expect([turned.status, turned.body.refusals[0]]).toMatchObject([400, { code: "date_invalid", field: "until", article: "五" }]);
    expect(must(await registers(who.insurer, one)).body).toEqual({ policyNo: one.policyNo });
    expect(await registers(who.insurer, one)).toMatchObject({ status: 409, body: { code: "already_exists" } });
    expect(await codes(one.firm)).toContain("policy_registered");
  });

  it("is seen by its insurer, its firm and the district, with everything that was registered", async () => {
    for (const token of [who.insurer, one.firm, who.office, who.finance, who.government]) {
      const { policies } = must(await call("GET", `/policies?caseId=${one.caseId}`, undefined, { token })).body;
      expect(policies).toEqual([
        expect.objectContaining({
          policyNo: one.policyNo,
          product: "小额贷款保证保险",
          premium: "120000.00",
          insuredAmount: "3000000.00",
          insurer: "八达岭财产保险延庆支公司",
        }),
      ]);
    }
    const other = await newFirm(882, "北京旁人有限公司");
    expect(must(await call("GET", "/policies", undefined, { token: other })).body.policies).toEqual([]);
    expect(await call("GET", "/policies", undefined, { token: who.bankA })).toMatchObject({ status: 403 });
  });

  it("is no policy for a loan that nobody insures", async () => {
    const plain = await lent(who, 883);
    must(await call("GET", `/cases/${plain.caseId}`, undefined, { token: plain.firm }));
    for (const kind of PAPERS) must(await upload(plain.firm, plain.caseId, kind));
    const asked = await files({ ...plain, policyNo: one.policyNo }, "R-1", "1000.00");
    expect([asked.status, asked.body.refusals.map(({ code }: { code: string }) => code)]).toEqual([422, ["mode_invalid", "policy_unknown"]]);
  });
});

describe("YQ-088 filing", () => {
  let one: Insured;
  beforeAll(async () => {
    one = await insured(who, 884);
    must(await registers(who.insurer, one));
  }, 60_000);

  it("lists every paper that is missing, and takes them from the firm after the loan", async () => {
    const { status, body } = await files(one, "SJ-1", "60000.00");
    expect([status, body.refusals[0]]).toMatchObject([
      422,
      { code: "doc_missing", figures: { missing: "贷款到位文件、有效保单、缴费证明" }, article: "三（八）" },
    ]);
    for (const kind of PAPERS) must(await upload(one.firm, one.caseId, kind));
  });

  it("YQ-104 refuses a policy that no partner insurer registered, and one that is not in force", async () => {
    const unknown = await files(one, "SJ-1", "60000.00", one.firm, "BD-NONE");
    expect([unknown.status, unknown.body.refusals[0]]).toMatchObject([422, { code: "policy_unknown", article: "五" }]);
    must(await registers(who.insurer, { ...one, policyNo: "BD-OLD" }, { from: "2025-01-01", until: "2025-12-31" }));
    const over = await files(one, "SJ-1", "60000.00", one.firm, "BD-OLD");
    expect([over.status, over.body.refusals[0]]).toMatchObject([422, { code: "policy_not_in_force", figures: { until: "2025-12-31" } }]);
  });

  it("goes to the office with 50 % of what was paid, and is filed once a receipt", async () => {
    for (const premium of ["0", "-1", "1.001", "六万"])
      expect(await files(one, "SJ-1", premium)).toMatchObject({ status: 400, body: { code: "amount_invalid" } });
    const filed = must(await files(one, "SJ-1", "60000.00"));
    expect([filed.status, filed.body]).toMatchObject([
      201,
      { receiptNo: "SJ-1", premium: "60000.00", subsidy: "30000.00", status: "filed", derivation: { ratio: "0.50" }, back: "0.00", actions: [] },
    ]);
    const again = await files(one, "SJ-1", "60000.00");
    expect([again.status, again.body.refusals[0]]).toMatchObject([422, { code: "subsidy_duplicate", article: "三（八）" }]);
    expect(await waiting(who.office, one.caseId)).toContain("subsidy_check");
    expect(await codes(who.office)).toContain("subsidy_filed");
    expect(await subsidies(who.office, "?status=filed")).toMatchObject([{ id: filed.body.id, actions: ["approveSubsidy", "returnSubsidy"] }]);
    expect(await subsidies(who.insurer)).toMatchObject([{ id: filed.body.id, actions: ["refundPremium"] }]);
    expect(await approves(who.finance, filed.body.id)).toMatchObject({ status: 403 });
  });

  it("is sent back with a reason, and the receipt may be asked for again", async () => {
    const [filed] = await subsidies(who.office, `?caseId=${one.caseId}`);
    expect(await returns(who.office, filed.id, { reason: " " })).toMatchObject({ status: 400 });
    expect(must(await returns(who.office, filed.id, { reason: "缴费凭证看不清" })).body).toMatchObject({
      status: "returned",
      reason: "缴费凭证看不清",
    });
    expect(await codes(one.firm)).toContain("subsidy_returned");
    expect(await approves(who.office, filed.id)).toMatchObject({ status: 409, body: { code: "wrong_step" } });
    must(await files(one, "SJ-1", "60000.00"));
    expect(await subsidies(one.firm)).toHaveLength(2);
  });
});

describe("YQ-052 YQ-089 paying it", () => {
  let one: Insured;
  let id = "";
  beforeAll(async () => {
    one = await covered(who, 885);
  }, 60_000);

  it("needs the office's approval and nobody else's, and goes to the firm by the cash of the fund", async () => {
    id = await approved(who, one, "SJ-2", "60000.01");
    expect(await payable(who, id)).toMatchObject({
      reason: "subsidy",
      approved: "30000.01",
      payee: { name: "北京投保885有限公司" },
      today: { amount: "30000.01", ratio: "0.50" },
      plan: { path: "DIRECT", account: "30000.01" },
      obstacles: [],
    });
    expect((await payable(who, id)).documentNo).toBeUndefined();
    expect(await waiting(who.office, one.caseId)).toEqual(["subsidy_pay"]);
    const [cash] = await balances("account");
    const { no } = (await paid(who, id)).body;
    expect(await instruction(who.accountBank, no)).toMatchObject({ reason: "subsidy", amount: "30000.01", status: "PAID" });
    expect(await balances("account")).toEqual([cash - 3_000_001, 0]);
    expect(await balances("subsidy", `${one.policyNo}#SJ-2`)).toEqual([3_000_001, 0]);
    expect(await subsidies(one.firm)).toMatchObject([{ id, status: "paid", subsidy: "30000.01" }]);
    expect(await waiting(who.office, one.caseId)).toEqual([]);
    expect(await codes(one.firm)).toContain("subsidy_paid");
    expect(await drawsUp(who.office, id)).toMatchObject({ status: 422, body: { code: "paid_twice" } });
    expect(await files(one, "SJ-2", "60000.01")).toMatchObject({ status: 422, body: { code: "subsidy_duplicate" } });
  });

  it("YQ-A09 does not count towards the pause", async () => {
    const { counts } = must(await call("GET", "/fund", undefined, { token: who.office })).body;
    expect(counts).toMatchObject({ paid: "0.00", subsidised: "30000.01" });
  });

  it("YQ-A28 refunded premium brings half of it back, seen on the account by the office", async () => {
    expect(await refunds(who.insurer, id, { refunded: "60000.02", on: today })).toMatchObject({ status: 422, body: { code: "refund_over_paid" } });
    expect(await refunds(who.insurer, id, { refunded: "1.00", on: "2030-01-01" })).toMatchObject({ status: 400, body: { code: "date_invalid" } });
    expect(await receives(who.office, id, { amount: "1.00", documentNo: "HD-1" })).toMatchObject({ status: 422, body: { code: "refund_over_paid" } });
    expect(must(await refunds(who.insurer, id, { refunded: "20000.00", on: today })).body).toMatchObject({
      refunded: "20000.00",
      back: "10000.00",
      returned: "0.00",
    });
    expect(await waiting(who.office, one.caseId)).toEqual(["refund_receive"]);
    expect(await codes(one.firm)).toContain("premium_refunded");
    expect(await receives(who.office, id, { amount: "10000.01", documentNo: "HD-1" })).toMatchObject({
      status: 422,
      body: { code: "refund_over_paid" },
    });
    const [cash] = await balances("account");
    expect(must(await receives(who.office, id, { amount: "4000.00", documentNo: "HD-1" })).body).toMatchObject({
      returned: "4000.00",
      back: "6000.00",
    });
    expect(must(await receives(who.office2, id, { amount: "6000.00", documentNo: "HD-2" })).body).toMatchObject({
      returned: "10000.00",
      back: "0.00",
      actions: [],
    });
    expect(await balances("account")).toEqual([cash + 1_000_000, 0]);
    expect(await balances("subsidy", `${one.policyNo}#SJ-2`)).toEqual([2_000_001, 0]);
    const { results } = await env.DB.prepare(
      "SELECT document_no, made_by <> checked_by AS two FROM ledger_event WHERE reason = 'subsidy_return' ORDER BY seq",
    ).all();
    expect(results).toEqual([
      { document_no: "HD-1", two: 1 },
      { document_no: "HD-2", two: 1 },
    ]);
    expect(must(await refunds(who.insurer, id, { refunded: "40000.01", on: today })).body).toMatchObject({ back: "20000.01" });
    expect(await refunds(who.insurer, id, { refunded: "0.01", on: today })).toMatchObject({ status: 422, body: { code: "refund_over_paid" } });
  });

  it("G-19 a refund before the payment ends its instruction; the next one pays on what stays", async () => {
    const two = await approved(who, one, "SJ-3", "1000.00");
    const no = await ordered(who, two);
    expect(must(await refunds(who.insurer, two, { refunded: "400.00", on: today })).body).toMatchObject({
      status: "approved",
      subsidy: "300.00",
      back: "0.00",
    });
    expect(await instruction(who.office, no)).toMatchObject({ status: "CANCELLED" });
    expect(await pays(who.accountBank, no)).toMatchObject({ status: 404 });
    expect((await paid(who, two)).body.amount).toBe("300.00");
  });

  it("a premium that came back whole ends what was not paid", async () => {
    const three = await approved(who, one, "SJ-4", "1000.00");
    must(await refunds(who.insurer, three, { refunded: "1000.00", on: today }));
    expect(await payable(who, three)).toBeUndefined();
    expect(await drawsUp(who.office, three)).toMatchObject({ status: 422, body: { code: "amount_mismatch" } });
    expect((await subsidies(one.firm)).find((each: { id: string }) => each.id === three)).toMatchObject({
      status: "returned",
      reason: "保费已全部退还",
    });
  });
});
