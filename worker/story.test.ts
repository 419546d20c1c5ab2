/** The whole journey through the API in workerd, on the real migrations. */
import { beforeAll, describe, expect, it } from "vitest";
import { applied, type Cast, cast, idOf, loanBody, meeting, must, newFirm, offered, pushed, screened, seatsOf, voted } from "./story";
import { call } from "./testing";

let who: Cast;
let department: string;
beforeAll(async () => {
  who = await cast();
  department = (await idOf(who.department)).orgId;
});

describe("from phone to bank", () => {
  it("YQ-018 YQ-058 YQ-062 YQ-065 YQ-067 an application becomes a loan of 3,000,000.00 by medium tier 3:2 after one recusal", async () => {
    const caseId = await applied(who.firm, 1, department);
    await screened(who, caseId);
    const meetingId = await meeting(who);
    const first = await seatsOf(who, ["office", "finance", "department", "bankA", "bankB"]);
    must(await call("POST", `/cases/${caseId}/review`, { meetingId, seats: first }, { token: who.office }));
    must(await call("POST", `/cases/${caseId}/review/recuse`, { reason: "与企业有授信关系" }, { token: who.bankB }));
    const even = await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office });
    expect(even.status).toBe(422);
    expect(even.body.refusals[0]).toMatchObject({ code: "panel_even", figures: { units: "4" }, article: "三（三）" });
    const closed = await voted(who, caseId, meetingId, {
      office: "medium",
      finance: "medium",
      department: "medium",
      bankA: "low",
      guarantor: "high",
    });
    expect(closed.body).toMatchObject({ result: "decided", choice: "medium", counts: { high: 1, medium: 3, low: 1, not_supported: 0 } });
    const leads = await pushed(who, caseId, ["bankA", "bankB"]);
    must(await call("POST", `/cases/${caseId}/leads/${leads.bankB}/decline`, { reasonCode: "collateral", reason: "抵押不足" }, { token: who.bankB }));
    await offered(who.bankA, caseId, leads.bankA ?? "");
    const loan = must(await call("POST", `/cases/${caseId}/leads/${leads.bankA}/loan`, loanBody("HT-1"), { token: who.bankA }));
    expect(loan.body).toMatchObject({ status: "funded" });
    const view = await call("GET", `/cases/${caseId}`, undefined, { token: who.firm });
    expect(view.body.loan).toMatchObject({ principal: "3000000.00", covered: "1500000.00" });
    expect(view.body.reviews).toEqual([]);
  });

  it("YQ-022 a second firm of the same representative is refused with the path that links them", async () => {
    const second = await newFirm(2, "北京海坨科技有限公司");
    const failure = await applied(second, 1, department).catch((error: Error) => JSON.parse(error.message));
    const refusal = failure.refusals.find((one: { code: string }) => one.code === "affiliate_used");
    expect(refusal).toMatchObject({ article: "二（一）" });
    expect(refusal.figures.path).toContain("法定代表人");
    expect(refusal.figures.path).toContain("北京妫水新材料有限公司");
  });

  it("YQ-066 YQ-045 a high tier waits for the government and reserves a place of the year", async () => {
    const third = await newFirm(3, "北京玉渡山科技有限公司");
    const caseId = await applied(third, 3, department);
    await screened(who, caseId);
    await voted(who, caseId, await meeting(who), { office: "high", finance: "high", department: "high", bankA: "medium", bankB: "low" });
    const early = await call("POST", `/cases/${caseId}/push`, { institutions: [(await idOf(who.bankA)).orgId] }, { token: who.office });
    expect(early.body.refusals[0]).toMatchObject({ code: "gov_approval_required", article: "三（三）" });
    const approved = must(await call("POST", `/cases/${caseId}/approve`, { documentNo: "延政函〔2026〕8号" }, { token: who.government }));
    expect(approved.body).toMatchObject({ status: "push", slot: { usedAfter: 1, max: 2 } });
  });

  it("YQ-068 YQ-069 two failed rounds bar the firm with its first allowed date", async () => {
    const fourth = await newFirm(4, "北京松山农业有限公司");
    const caseId = await applied(fourth, 4, department);
    await screened(who, caseId);
    const decline = async (lead: string | undefined) =>
      must(await call("POST", `/cases/${caseId}/leads/${lead}/decline`, { reasonCode: "cash_flow", reason: "现金流不足" }, { token: who.bankA }));
    await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" });
    expect((await decline((await pushed(who, caseId, ["bankA"])).bankA)).body).toMatchObject({ status: "ballot" });
    await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" });
    expect((await decline((await pushed(who, caseId, ["bankA"])).bankA)).body).toMatchObject({ status: "cooling" });
    const view = await call("GET", `/cases/${caseId}`, undefined, { token: fourth });
    const today = new Date(Date.now() + 8 * 3600_000);
    expect(view.body.cooling.article).toBe("三（四）");
    expect(Number(view.body.cooling.firstAllowedOn.slice(0, 4))).toBeGreaterThan(today.getUTCFullYear());
  });
});
