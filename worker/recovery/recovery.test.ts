/** Getting the money back through the API: the meeting, the law, returns by two persons, the write-off with the second approval, and money that still comes. */
import { beforeAll, describe, expect, it } from "vitest";
import { filed, lent, seen } from "../claim/claim-story";
import { meeting as allHaveRead, observed } from "../observed";
import { type Cast, cast, must, openedFund } from "../story";
import { type Answer, call, env, phoneOf, tokenOf } from "../testing";
import {
  approves,
  balanceOf,
  confirms,
  coordinates,
  declares,
  ending,
  endsLegal,
  forces,
  lawEnded,
  money,
  noResult,
  noticesOf,
  paid,
  receives,
  recovers,
  recoveryOf,
  returned,
  sent,
  sues,
  suit,
  today,
} from "./recovery-story";

let who: Cast;
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
}, 60_000);

const refusal = ({ status, body }: Answer) => ({ status, ...body.refusals?.[0] });
const inDays = (days: number) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);
const rowOf = (caseId: string) => env.DB.prepare("SELECT * FROM loan_file WHERE case_id = ?").bind(caseId).first<Record<string, unknown>>();

describe("from the payment to the last fen", () => {
  it("YQ-075 YQ-079 YQ-082 YQ-083 YQ-A32: 1,200,000.00 paid, 600,000.00 recovered, 300,000.00 returned, the rest written off after the court, later money returns", async () => {
    const { caseId, claimId } = await paid(who, 901);
    const account = await balanceOf("account");
    expect(await balanceOf("compensation", claimId)).toBe(120_000_000);
    expect(must(await coordinates(who.office, caseId, noResult())).body).toMatchObject({ stage: "recovery" });
    must(await sues(who.bankA, caseId, suit()));

    const got = must(await recovers(who.bankA, caseId, money("R1", "600,000.00"))).body;
    expect(got.due).toBe("300000.00");
    expect(got.dueOn > today()).toBe(true);
    expect(refusal(await declares(who.bankA, caseId, sent("R1", "299999.99")))).toMatchObject({
      status: 422,
      code: "return_amount",
      figures: { given: "299999.99", due: "300000.00" },
      article: "三（七）2",
      field: "amount",
    });
    must(await declares(who.bankA, caseId, sent("R1", "300000.00")));
    // said is not seen: nothing is booked yet
    expect([await balanceOf("account"), await balanceOf("compensation", claimId)]).toEqual([account, 120_000_000]);
    expect((await recoveryOf(who.office, caseId)).receipts).toMatchObject([{ id: "R1", declared: { amount: "300000.00", voucherNo: "凭证-R1" } }]);
    expect(must(await receives(who.office, caseId, { receiptNo: "R1" })).body.returned).toBe("300000.00");
    expect([await balanceOf("account"), await balanceOf("compensation", claimId)]).toEqual([account + 30_000_000, 90_000_000]);

    must(await endsLegal(who.bankA, caseId, ending()));
    expect(refusal(await confirms(who.bankA, caseId, { amount: "900000.01" }))).toMatchObject({
      code: "amount_mismatch",
      figures: { given: "900000.01", loss: "900000.00" },
    });
    must(await confirms(who.bankA, caseId, { amount: "900000.00" }));
    expect(must(await approves(who.office, caseId)).body.writtenOff).toBeNull();
    expect(await balanceOf("written_off", claimId)).toBe(0);
    expect(must(await approves(who.finance, caseId)).body.writtenOff).toBe("900000.00");
    expect([await balanceOf("compensation", claimId), await balanceOf("written_off", claimId)]).toEqual([0, 90_000_000]);
    expect((await seen(who.office, caseId)).file).toMatchObject({
      stage: "written_off",
      recovery: { stage: "WRITEOFF", writtenOff: { amount: "900000.00" } },
    });

    await returned(who, caseId, "R2", "100000.01", "50000.01");
    expect([await balanceOf("account"), await balanceOf("written_off", claimId)]).toEqual([account + 35_000_001, 84_999_999]);
    expect(await rowOf(caseId)).toMatchObject({
      paid: 120_000_000,
      recovered: 70_000_001,
      returned: 35_000_001,
      pending: 0,
      out: 84_999_999,
      written_off: 90_000_000,
    });
  });

  it("every posting names its reason, its case, its clause and two persons", async () => {
    const { results } = await env.DB.prepare(
      "SELECT DISTINCT reason, clauses, made_by <> checked_by AS two, case_id IS NOT NULL AS of_case FROM ledger_event WHERE reason IN ('recovery_return', 'write_off') ORDER BY reason",
    ).all();
    expect(results).toEqual([
      { reason: "recovery_return", clauses: "YQ-079", two: 1, of_case: 1 },
      { reason: "write_off", clauses: "YQ-082 YQ-083", two: 1, of_case: 1 },
    ]);
  });
});

describe("who and when", () => {
  it("YQ-079 a return is declared by the payee and received by the office, once, each for one receipt", async () => {
    const { caseId } = await paid(who, 902);
    must(await recovers(who.bankA, caseId, money("A", "100000.00")));
    expect(refusal(await recovers(who.bankA, caseId, money("A", "1.00")))).toMatchObject({ code: "already_exists" });
    expect(refusal(await receives(who.office, caseId, { receiptNo: "A" }))).toMatchObject({ code: "wrong_step", field: "receiptNo" });
    expect(refusal(await declares(who.bankA, caseId, sent("B", "50000.00")))).toMatchObject({ code: "not_found" });
    must(await declares(who.bankA, caseId, sent("A", "50000.00")));
    const answers = await Promise.all([receives(who.office, caseId, { receiptNo: "A" }), receives(who.office2, caseId, { receiptNo: "A" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(await declares(who.bankA, caseId, sent("A", "50000.00")))).toMatchObject({ code: "already_exists" });
    expect(await rowOf(caseId)).toMatchObject({ returned: 5_000_000 });
  });

  it("the office's own person never receives what it declared in another place", async () => {
    const { caseId } = await paid(who, 903);
    must(await recovers(who.bankA, caseId, money("A", "100000.00")));
    must(await declares(who.bankA, caseId, sent("A", "50000.00")));
    const { personId } = (await call("GET", "/identity/me", undefined, { token: who.bankA })).body.person;
    const { orgId } = (await call("GET", "/identity/me", undefined, { token: who.office })).body.memberships[0];
    expect(personId).toBeTruthy();
    const { membershipId } = must(
      await call("POST", "/identity/staff", { phone: phoneOf(7), name: "吴越", orgId, title: "业务主管" }, { token: who.office }),
    ).body;
    const answer = await call("POST", `/cases/${caseId}/recovery/returns/receive`, { receiptNo: "A" }, { token: who.bankA, actingAs: membershipId });
    expect(refusal(answer)).toMatchObject({ code: "same_person", article: "三（七）2" });
    must(await receives(who.office, caseId, { receiptNo: "A" }));
  });

  it("another institution sees nothing of it, and one on the case that is not paid cannot act for the payee", async () => {
    const { caseId } = await paid(who, 904, { guarantor: true });
    must(await coordinates(who.office, caseId, noResult()));
    expect(await sues(who.bankB, caseId, suit())).toMatchObject({ status: 404, body: { code: "not_found" } });
    for (const tries of [
      sues(who.bankA, caseId, suit()),
      recovers(who.bankA, caseId, money("A", "1.00")),
      confirms(who.bankA, caseId, { amount: "1.00" }),
    ])
      expect(refusal(await tries)).toMatchObject({
        status: 422,
        code: "payee_wrong",
        figures: { payee: "永宁融资担保有限公司", given: "海坨银行延庆支行" },
      });
    must(await sues(who.guarantor, caseId, suit()));
    for (const [token, tries] of [
      [who.finance, coordinates],
      [who.bankA, coordinates],
      [who.finance, receives],
      [who.office, recovers],
      [who.government, approves],
    ] as const)
      expect(await tries(token, caseId, {})).toMatchObject({ status: 403, body: { code: "role_forbidden" } });
  });

  it("G-14 the payee declares no more than the fund still has out, and gets no more asked than was paid", async () => {
    const { caseId } = await paid(who, 905);
    expect(must(await recovers(who.bankA, caseId, money("A", "2000000.00"))).body.due).toBe("1000000.00");
    expect(must(await recovers(who.bankA, caseId, money("B", "2000000.00"))).body.due).toBe("200000.00");
    expect(refusal(await declares(who.bankA, caseId, sent("A", "1000000.01")))).toMatchObject({
      code: "return_over_paid",
      figures: { given: "1000000.01", most: "1000000.00" },
      field: "amount",
    });
    for (const [receiptNo, amount] of [
      ["A", "1000000.00"],
      ["B", "200000.00"],
    ] as const) {
      must(await declares(who.bankA, caseId, sent(receiptNo, amount)));
      must(await receives(who.office, caseId, { receiptNo }));
    }
    expect(must(await recovers(who.bankA, caseId, money("C", "5.00"))).body).toMatchObject({ due: "0.00", dueOn: "" });
    expect(refusal(await declares(who.bankA, caseId, sent("C", "0.01")))).toMatchObject({ code: "return_over_paid" });
    expect((await seen(who.bankA, caseId)).actions).not.toContain("declareReturn");
  });

  it("days that are to come, amounts that are none and a voucher left out are refused by their field", async () => {
    const { caseId } = await paid(who, 906);
    const asked = async (answer: Promise<Answer>) =>
      (await answer).body.refusals.map(({ code, field }: { code: string; field?: string }) => [code, field]);
    expect(await asked(recovers(who.bankA, caseId, money("A", "x", { receivedOn: "2026-02-30", costs: "-1" })))).toEqual([
      ["date_invalid", "receivedOn"],
      ["amount_invalid", "amount"],
    ]);
    expect(await asked(recovers(who.bankA, caseId, money("A", "1.00", { receivedOn: inDays(1) })))).toEqual([["date_invalid", "receivedOn"]]);
    expect(await asked(recovers(who.bankA, caseId, money("A", "1.00", { receivedOn: inDays(-1) })))).toEqual([["date_invalid", "receivedOn"]]);
    must(await recovers(who.bankA, caseId, money("A", "1.00")));
    expect(await asked(declares(who.bankA, caseId, sent("A", "0.50", { voucherNo: "" })))).toEqual([["field_required", "voucherNo"]]);
    expect(await asked(declares(who.bankA, caseId, sent("A", "0.50", { on: inDays(1) })))).toEqual([["date_invalid", "on"]]);
    const plan = [{ dueOn: "2026-13-01", principal: "a", interest: "0.00" }];
    expect(await asked(coordinates(who.office, caseId, { ...noResult(), outcome: "PLAN", plan }))).toEqual([
      ["date_invalid", "plan.0.dueOn"],
      ["amount_invalid", "plan.0.principal"],
    ]);
  });
});

describe("at the same moment", () => {
  it("YQ-083 both authorities approve at once: the loss is written off, and once", async () => {
    const { caseId, claimId } = await paid(who, 911);
    await lawEnded(who, caseId);
    must(await confirms(who.bankA, caseId, { amount: "1200000.00" }));
    const { db } = observed(env.DB, { afterReading: allHaveRead(2) });
    const answers = await Promise.all(
      [who.office, who.finance].map((token) => call("POST", `/cases/${caseId}/recovery/loss/approve`, {}, { token, settings: { DB: db } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.writtenOff).sort()).toEqual(["1200000.00", null]);
    expect(await balanceOf("written_off", claimId)).toBe(120_000_000);
  });

  it("G-14 two returns that together are more than was paid: the second is refused whoever comes first", async () => {
    const { caseId, claimId } = await paid(who, 912);
    for (const receiptNo of ["A", "B"]) must(await recovers(who.bankA, caseId, money(receiptNo, "100.00")));
    must(await declares(who.bankA, caseId, sent("A", "1199950.00")));
    expect(refusal(await declares(who.bankA, caseId, sent("B", "50.01")))).toMatchObject({ code: "return_over_paid", figures: { most: "50.00" } });
    must(await declares(who.bankA, caseId, sent("B", "50.00")));
    const { db } = observed(env.DB, { afterReading: allHaveRead(2) });
    const answers = await Promise.all(
      ["A", "B"].map((receiptNo) =>
        call("POST", `/cases/${caseId}/recovery/returns/receive`, { receiptNo }, { token: who.office, settings: { DB: db } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await balanceOf("compensation", claimId)).toBe(0);
  });
});

describe("the order of the document", () => {
  it("YQ-077 YQ-078 the meeting comes first, with its plan or without a result; then the suit with its court and number", async () => {
    const one = await lent(who, 907);
    expect(refusal(await coordinates(who.office, one.caseId, noResult()))).toMatchObject({ code: "recovery_order" });
    await filed(who.bankA, one.caseId);
    expect(refusal(await sues(who.bankA, one.caseId, suit()))).toMatchObject({ code: "recovery_order", article: "三（七）" });
    expect(refusal(await coordinates(who.office, one.caseId, { ...noResult(), outcome: "PLAN" }))).toMatchObject({
      code: "coordination_outcome_missing",
    });
    const plan = [{ dueOn: inDays(30), principal: "1,000,000.00", interest: "0.00" }];
    must(await coordinates(who.office, one.caseId, { ...noResult(), outcome: "PLAN", plan }));
    expect((await recoveryOf(who.bankA, one.caseId)).coordination).toMatchObject({
      outcome: "PLAN",
      plan: [{ dueOn: inDays(30), principal: "1000000.00" }],
    });
    expect((await noticesOf(who.department, one.caseId)).map(({ code }) => code)).toContain("coordinated");
    must(await coordinates(who.office, one.caseId, noResult()));
    must(await sues(who.bankA, one.caseId, suit()));
    expect(refusal(await sues(who.bankA, one.caseId, suit()))).toMatchObject({ code: "already_exists" });
    expect(refusal(await recovers(who.bankA, one.caseId, money("A", "1.00")))).toMatchObject({ code: "wrong_step" });
  });

  it("YQ-096 a case that the office forces goes to law without a meeting", async () => {
    const one = await lent(who, 908);
    await filed(who.bankA, one.caseId);
    expect(await forces(who.office, one.caseId, { reason: " " })).toMatchObject({ status: 400 });
    must(await forces(who.office, one.caseId, { reason: "列入失信名单" }));
    expect((await recoveryOf(who.office, one.caseId)).flags).toContainEqual(expect.objectContaining({ code: "legal_required", article: "四（三）" }));
    expect((await seen(who.office, one.caseId)).actions).not.toContain("forceLegal");
    must(await sues(who.bankA, one.caseId, suit()));
  });

  it("YQ-082 no write-off before the law's end, by a proof that the document takes, and while money is on its way", async () => {
    const { caseId } = await paid(who, 909);
    expect(refusal(await confirms(who.bankA, caseId, { amount: "1200000.00" }))).toMatchObject({ code: "writeoff_not_final", article: "三（七）4" });
    expect(refusal(await endsLegal(who.bankA, caseId, ending()))).toMatchObject({ code: "recovery_order" });
    must(await coordinates(who.office, caseId, noResult()));
    must(await sues(who.bankA, caseId, suit()));
    expect(refusal(await endsLegal(who.bankA, caseId, { ...ending(), proof: "said_so" }))).toMatchObject({
      code: "writeoff_not_final",
      field: "proof",
    });
    must(await recovers(who.bankA, caseId, money("A", "10.00")));
    must(await endsLegal(who.bankA, caseId, ending()));
    expect(refusal(await confirms(who.bankA, caseId, { amount: "1199995.00" }))).toMatchObject({
      code: "writeoff_not_final",
      figures: { pending: "5.00" },
    });
    expect(refusal(await approves(who.office, caseId))).toMatchObject({ code: "writeoff_not_final" });
  });

  it("YQ-083 two authorities by two persons; money that comes in meanwhile makes it be confirmed and approved again", async () => {
    const { caseId } = await paid(who, 910);
    await lawEnded(who, caseId);
    must(await confirms(who.bankA, caseId, { amount: "1200000.00" }));
    must(await approves(who.office, caseId));
    expect(refusal(await approves(who.office2, caseId))).toMatchObject({ code: "already_exists" });
    const { orgId } = (await call("GET", "/identity/me", undefined, { token: who.finance })).body.memberships[0];
    const { membershipId } = must(
      await call("POST", "/identity/staff", { phone: phoneOf(4), name: "赵允", orgId, title: "业务主管" }, { token: who.office }),
    ).body;
    const both = await tokenOf(phoneOf(4));
    expect(refusal(await call("POST", `/cases/${caseId}/recovery/loss/approve`, {}, { token: both, actingAs: membershipId }))).toMatchObject({
      code: "same_person",
      article: "三（七）4",
    });
    await returned(who, caseId, "late", "2.00", "1.00");
    expect(refusal(await approves(who.finance, caseId))).toMatchObject({ code: "writeoff_not_final" });
    expect((await seen(who.bankA, caseId)).actions).toContain("confirmLoss");
    must(await confirms(who.bankA, caseId, { amount: "1199999.00" }));
    must(await approves(who.finance, caseId));
    expect(must(await approves(who.office2, caseId)).body.writtenOff).toBe("1199999.00");
    expect(refusal(await confirms(who.bankA, caseId, { amount: "1.00" }))).toMatchObject({ code: "already_exists" });
  });
});
