/** A breach through the API: determined by the units that rated, a majority of them, against one institution; answered by a lower ratio, a clawback that two persons book, or the end of the cooperation. */
import { beforeAll, describe, expect, it } from "vitest";
import { agreed, checked, consented, filed, files, filing, type Lent, lent, reported, seen, verified } from "../claim/claim-story";
import {
  balanceOf,
  declares,
  money,
  noticesOf,
  paid,
  paidOut,
  receives,
  recovers,
  recoveryOf,
  returned,
  sent,
  today,
} from "../recovery/recovery-story";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, openedFund, screened, upload, voted } from "../story";
import { type Answer, call, env, phoneOf, tokenOf } from "../testing";

let who: Cast;
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
}, 60_000);

const refusal = ({ status, body }: Answer) => ({ status, ...body.refusals?.[0] });
const found = (more: object = {}) => ({ type: "collusion", documentNo: "联审认定〔2026〕2号", detail: "与企业串通虚报用途", ...more });
const determines = (token: string, caseId: string, body: object = found()) => call("POST", `/cases/${caseId}/determinations`, body, { token });
const answers = (caseId: string, measure: string, more: object = {}, token = who.office) =>
  call("POST", `/cases/${caseId}/sanctions`, { type: "collusion", measure, reason: "经评级单位认定", ...more }, { token });
/** Two of the three units that rated. */
async function determined(caseId: string, more: object = {}): Promise<void> {
  for (const token of [who.finance, who.department]) must(await determines(token, caseId, found(more)));
}
const pushes = async (caseId: string, ...names: (keyof Cast)[]) => {
  const institutions = await Promise.all(names.map(async (name) => (await idOf(who[name])).orgId));
  return call("POST", `/cases/${caseId}/push`, { institutions, preferenceReason: "按企业意向" }, { token: who.office });
};
/** A firm that is ready to be pushed. */
async function ready(n: number): Promise<string> {
  const caseId = await applied(await newFirm(n, `北京违规${n}有限公司`), n, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  must(await voted(who, caseId, await meeting(who), { office: "medium", finance: "medium", department: "medium" }));
  return caseId;
}

describe("YQ-092 the determination", () => {
  it("is each rating unit's own, once, by one of the document's types; a majority of them is needed", async () => {
    const { caseId } = await lent(who, 1001);
    expect(refusal(await answers(caseId, "terminate"))).toMatchObject({
      code: "breach_not_determined",
      figures: { units: "0/3" },
      article: "四（二）",
    });
    expect(refusal(await determines(who.finance, caseId, found({ type: "lateness" })))).toMatchObject({ code: "field_invalid", field: "type" });
    expect(must(await determines(who.finance, caseId)).body).toEqual({ caseId, units: 1, of: 3 });
    expect(refusal(await determines(who.finance, caseId))).toMatchObject({ code: "already_exists" });
    expect(refusal(await answers(caseId, "terminate"))).toMatchObject({ code: "breach_not_determined", figures: { units: "1/3" } });
    expect((await noticesOf(who.office, caseId)).map(({ code }) => code)).toContain("breach_determined");
    // another type is another determination
    expect(must(await determines(who.department, caseId, found({ type: "raise_rate" }))).body).toMatchObject({ units: 1 });
    expect(refusal(await answers(caseId, "terminate"))).toMatchObject({ code: "breach_not_determined" });
    expect(must(await determines(who.department, caseId)).body).toMatchObject({ units: 2, of: 3 });
    expect(refusal(await answers(caseId, "lower_ratio", { ratio: "0.50" }))).toMatchObject({ code: "sanction_invalid", field: "ratio" });
  });

  it("is not for those who did not rate, and a case that is not theirs is nowhere", async () => {
    const { caseId } = await lent(who, 1002);
    expect(refusal(await determines(who.bankA, caseId))).toMatchObject({ status: 422, code: "unit_not_on_panel" });
    expect(await determines(who.bankB, caseId)).toMatchObject({ status: 404 });
    expect(await determines(await tokenOf(phoneOf(14)), caseId)).toMatchObject({ status: 404 });
    expect(await determines(who.government, caseId)).toMatchObject({ status: 403 });
    expect(await answers(caseId, "terminate", {}, who.finance)).toMatchObject({ status: 403 });
    must(await determines(who.finance, caseId));
    for (const text of ["UPDATE determination SET type = 'other'", "DELETE FROM determination"])
      await expect(env.DB.prepare(text).run()).rejects.toThrow("append_only");
  });

  it("is about one of the institutions behind the loan, and only that one answers", async () => {
    const { caseId } = await lent(who, 1003, { guarantor: true });
    const [bank, guarantor, stranger] = await Promise.all([who.bankA, who.guarantor, who.bankB].map(async (token) => (await idOf(token)).orgId));
    expect(refusal(await determines(who.finance, caseId, found({ orgId: stranger })))).toMatchObject({ code: "not_found", field: "orgId" });
    await determined(caseId, { orgId: bank });
    expect(refusal(await answers(caseId, "lower_ratio", { ratio: "0.40" }))).toMatchObject({
      code: "breach_not_determined",
      figures: { units: "0/3" },
    });
    expect(must(await answers(caseId, "lower_ratio", { ratio: "0.40", orgId: bank })).body).toMatchObject({ orgId: bank });
    expect(guarantor).not.toBe(bank);
  });
});

describe("YQ-093 a lower ratio", () => {
  it("is what the claim is paid at: 2,400,000.00 at 30 % instead of 50 %", async () => {
    const { caseId } = await lent(who, 1011);
    await determined(caseId);
    expect(must(await answers(caseId, "lower_ratio", { ratio: "0.30" })).body).toMatchObject({
      what: "lower_ratio",
      ratio: "0.30",
      active: true,
      article: "四（二）",
      clawback: "0.00",
      voucherId: null,
    });
    const repaid = { repaymentNo: "还-1011", on: today(), principal: "600000.00", interest: "0.00" };
    must(await call("POST", `/cases/${caseId}/loan/repayments`, repaid, { token: who.bankA }));
    const claimId = await filed(who.bankA, caseId, { principal: "2400000.00" });
    await checked(who, caseId);
    must(await verified(who, caseId));
    await reported(who, caseId);
    await consented(who, caseId);
    expect(must(await paidOut(who, claimId)).body).toMatchObject({ status: "PAID", amount: "720000.00" });
    expect(must(await recovers(who.bankA, caseId, money("A", "100000.00"))).body.due).toBe("30000.00");
    expect(refusal(await answers(caseId, "lower_ratio", { ratio: "0.20" }))).toMatchObject({
      code: "sanction_invalid",
      figures: { paid: "720000.00" },
    });
  });

  it("that comes while a payment is under way ends its instruction, which is drawn up again by the new one", async () => {
    const one: Lent = await lent(who, 1012);
    must(await agreed(who, one));
    const { claim } = (await seen(who.office, one.caseId)).file;
    const { no } = must(await call("POST", `/payables/${claim.id}/instruction`, {}, { token: who.office })).body;
    must(await call("POST", `/instructions/${no}/countersign`, {}, { token: who.office2 }));
    await determined(one.caseId);
    must(await answers(one.caseId, "lower_ratio", { ratio: "0.10" }));
    expect(must(await call("GET", `/instructions/${no}`, undefined, { token: who.office })).body.status).toBe("CANCELLED");
    expect(must(await paidOut(who, claim.id)).body).toMatchObject({ amount: "300000.00" });
  });
});

describe("YQ-093 the clawback", () => {
  it("of 1,200,000.00 paid and 100,000.00 returned takes 1,100,000.00 back, booked when a second person has checked it", async () => {
    const { caseId, claimId } = await paid(who, 1021);
    await returned(who, caseId, "A", "200000.00", "100000.00");
    must(await recovers(who.bankA, caseId, money("B", "50000.00")));
    must(await declares(who.bankA, caseId, sent("B", "25000.00")));
    await determined(caseId);
    const { body } = must(await answers(caseId, "full_clawback"));
    expect(body).toMatchObject({ what: "full_clawback", clawback: "1100000.00", caseId });
    expect(await balanceOf("clawback_due", claimId)).toBe(0);
    expect((await noticesOf(who.bankA, caseId)).map(({ code }) => code)).toContain("measure_taken");
    expect(refusal(await answers(caseId, "full_clawback"))).toMatchObject({ code: "already_exists", field: "measure" });
    const check = (token: string) => call("POST", `/fund/vouchers/${body.voucherId}/check`, {}, { token });
    expect(refusal(await check(who.office))).toMatchObject({ code: "same_person" });
    must(await check(who.finance));
    expect([await balanceOf("compensation", claimId), await balanceOf("clawback_due", claimId)]).toEqual([0, 110_000_000]);
    expect((await recoveryOf(who.office, caseId)).clawback).toMatchObject({ ordered: "1100000.00", received: "0.00" });
    // what was on its way is part of it from then on
    expect(refusal(await receives(who.office, caseId, { receiptNo: "B" }))).toMatchObject({ code: "wrong_step" });
    const account = await balanceOf("account");
    const came = { kind: "clawback_received", caseId, amount: "1100000.00", documentNo: "进账单7号" };
    const { id } = must(await call("POST", "/fund/vouchers", came, { token: who.office })).body;
    must(await call("POST", `/fund/vouchers/${id}/check`, {}, { token: who.office2 }));
    expect([await balanceOf("account"), await balanceOf("clawback_due", claimId)]).toEqual([account + 110_000_000, 0]);
    expect((await seen(who.office, caseId)).file.recovery.figures).toMatchObject({ paid: "1200000.00", returned: "1200000.00", out: "0.00" });
  });

  it("of nothing is none", async () => {
    const { caseId } = await lent(who, 1022);
    await determined(caseId);
    expect(refusal(await answers(caseId, "full_clawback"))).toMatchObject({ code: "sanction_invalid", field: "measure" });
    expect(refusal(await answers(caseId, "terminate", { until: "2020-01-01" }))).toMatchObject({ code: "date_invalid", field: "until" });
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM measure WHERE case_id = ?").bind(caseId).first("n")).toBe(0);
  });
});

describe("YQ-093 the end of the cooperation", () => {
  it("brings no push and no claim by the agreement any more", async () => {
    const failing = await lent(who, 1031);
    const caseId = await ready(1032);
    const breached = await lent(who, 1033);
    await determined(breached.caseId);
    must(await answers(breached.caseId, "terminate"));
    expect(refusal(await pushes(caseId, "bankA"))).toMatchObject({ status: 422, code: "partner_suspended" });
    must(await pushes(caseId, "bankB"));
    must(await upload(who.bankA, failing.caseId, "npl_application"));
    expect(refusal(await files(who.bankA, failing.caseId, filing()))).toMatchObject({ status: 422, code: "no_agreement", article: "二（六）" });
    const { measures } = must(await call("GET", "/sanctions", undefined, { token: who.finance })).body;
    expect(measures[0]).toMatchObject({ institution: "海坨银行延庆支行", what: "terminate", caseId: breached.caseId, active: true, until: null });
  });
});
