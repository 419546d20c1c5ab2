/** A batch is whole: whichever of its statements fails, nothing of it stays, and the same command then goes through. */
import { beforeAll, describe, expect, it } from "vitest";
import { breakEach } from "./breaking";
import { AFTER_THE_LOAN, routeOf, type Send, walkTheMoney, walkTheOpening } from "./money-walk";
import { everything } from "./observed";
import { applied, type Cast, cast, draftOf, idOf, loanBody, meeting, must, newFirm, offered, openedFund, screened, uploadAll, voted } from "./story";
import { call, env } from "./testing";

let who: Cast;
let department: string;
beforeAll(async () => {
  expect(Object.keys(await everything(env.DB))).toEqual(
    expect.arrayContaining(["case_event", "case_file", "loan_use", "notice", "outbox", "idempotency"]),
  );
  who = await cast();
  department = (await idOf(who.department)).orgId;
  // the chart of accounts stands from the first posting on
  await walkTheOpening(who, async (path, body, token) => must(await call("POST", path, body, { token })).body);
}, 60_000);

/** The same by a table that refuses: the constraint is tried again, then told, and nothing stays. */
async function refuseBy(table: string, way: "INSERT" | "UPDATE", method: string, path: string, body: unknown, token: string): Promise<void> {
  const before = await everything(env.DB);
  await env.DB.prepare(`CREATE TRIGGER planted BEFORE ${way} ON ${table} BEGIN SELECT RAISE(ABORT, 'planted'); END`).run();
  const answer = await call(method, path, body, { token });
  await env.DB.prepare("DROP TRIGGER planted").run();
  expect([table, answer.status, answer.body.code]).toEqual([table, 409, "stale"]);
  expect(await everything(env.DB), table).toEqual(before);
}

describe("whichever statement fails, nothing stays", () => {
  it("of a submission", async () => {
    const token = await newFirm(301, "北京整批一号有限公司");
    const { caseId } = must(await call("POST", "/applications", {}, { token })).body;
    const draft = {
      ...draftOf(301, department),
      affiliates: [{ name: "乙公司", creditCode: "91350100M000100Y43" }],
    };
    const saved = await call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes: draft }, { token });
    must(saved);
    await uploadAll(token, caseId);
    const path = `/applications/${caseId}/submit`;
    for (const table of ["case_event", "case_wait", "case_party", "tie", "notice", "idempotency"])
      await refuseBy(table, "INSERT", "POST", path, { revision: 1 }, token);
    await refuseBy("case_file", "UPDATE", "POST", path, { revision: 1 }, token);
    expect((await breakEach("POST", path, { revision: 1 }, token)).length).toBeGreaterThanOrEqual(9);
  });
  it("of an adoption", async () => {
    const caseId = await applied(await newFirm(302, "北京整批二号有限公司"), 302, department);
    const body = { letterNo: "延科推〔2026〕302号", profile: "企业概况", loanNeed: "流动资金" };
    await refuseBy("recommendation_letter", "INSERT", "POST", `/cases/${caseId}/adopt`, body, who.department);
    expect((await breakEach("POST", `/cases/${caseId}/adopt`, body, who.department)).length).toBeGreaterThanOrEqual(6);
  });
  it("of a push and of a loan", async () => {
    await call("PUT", "/webhook", { url: "http://receiver.invalid/push" }, { token: who.bankA });
    const caseId = await applied(await newFirm(303, "北京整批三号有限公司"), 303, department);
    await screened(who, caseId);
    await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" });
    const institutions = [(await idOf(who.bankA)).orgId, (await idOf(who.bankB)).orgId];
    const body = { institutions, preferenceReason: "按企业意向" };
    for (const table of ["push_round", "lead", "outbox"]) await refuseBy(table, "INSERT", "POST", `/cases/${caseId}/push`, body, who.office);
    expect((await breakEach("POST", `/cases/${caseId}/push`, body, who.office)).length).toBeGreaterThanOrEqual(12);
    const { results } = await env.DB.prepare("SELECT id, org_id FROM lead WHERE case_id = ?").bind(caseId).all<{ id: string; org_id: string }>();
    const lead = results.find((one) => one.org_id === institutions[0])?.id ?? "";
    await offered(who.bankA, caseId, lead);
    const path = `/cases/${caseId}/leads/${lead}/loan`;
    for (const table of ["loan", "loan_use"]) await refuseBy(table, "INSERT", "POST", path, loanBody("HT-303"), who.bankA);
    for (const table of ["lead", "push_round"]) await refuseBy(table, "UPDATE", "POST", path, loanBody("HT-303"), who.bankA);
    expect((await breakEach("POST", path, loanBody("HT-303"), who.bankA)).length).toBeGreaterThanOrEqual(12);
  });
  it("of an approval with its place of the year", async () => {
    const caseId = await applied(await newFirm(304, "北京整批四号有限公司"), 304, department);
    await screened(who, caseId);
    await voted(who, caseId, await meeting(who), { office: "high", finance: "high", department: "high" });
    const body = { documentNo: "延政函〔2026〕304号" };
    await refuseBy("slot", "INSERT", "POST", `/cases/${caseId}/approve`, body, who.government);
    expect((await breakEach("POST", `/cases/${caseId}/approve`, body, who.government)).length).toBeGreaterThanOrEqual(6);
  });
  it("of any command about the money", { timeout: 240_000 }, async () => {
    const walked = new Map<string, number>();
    const breaking: Send = async (path, body, token) => {
      const { length, answer } = await breakEach("POST", path, body, token);
      const route = routeOf("POST", path) ?? path;
      walked.set(route, Math.max(walked.get(route) ?? 0, length));
      return answer.body;
    };
    await walkTheOpening(who, breaking);
    await openedFund(who);
    await walkTheMoney(who, breaking);
    const asked = AFTER_THE_LOAN.filter((name) => !walked.has(name));
    expect(asked).toEqual([]);
    // each writes at least its effect and its answer
    expect([...walked].filter(([, length]) => length < 2)).toEqual([]);
    expect(walked.get("confirmPaid")).toBeGreaterThanOrEqual(10);
  });
});
