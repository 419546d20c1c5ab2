/** Every statement that the app sends is answered by an index, and a request is one batch to read and one to write. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PATHS, type RouteName } from "../shared/contract/paths";
import { READ_AFTER_THE_LOAN, type Send, walkTheMoney, walkTheOpening } from "./money-walk";
import { observed } from "./observed";
import { childrenOf, districtsWalked, walksOf } from "./plan";
import {
  applied,
  type Cast,
  cast,
  draftOf,
  idOf,
  loanBody,
  meeting,
  must,
  newFirm,
  offered,
  openedFund,
  pushed,
  screened,
  seatsOf,
  upload,
  voted,
} from "./story";
import { sweep } from "./sweep";
import { call, env, phoneOf, tokenOf } from "./testing";
import { consume, DEAD_LETTERS } from "./webhook/consume";

/** Statements by text, as the app prepared them. */
const sent = new Set<string>();
const plain = env.DB.prepare.bind(env.DB);
let who: Cast;
let department: string;
let caseId: string;

const get = async (path: string, token: string) => must(await call("GET", path, undefined, { token }));
const post = async (path: string, body: unknown, token: string) => must(await call("POST", path, body, { token }));
const letter = (outboxId: string, queue: string) =>
  consume(
    {
      queue,
      messages: [{ id: "m", timestamp: new Date(), attempts: 1, body: { outboxId, schemeId: "yanqing" }, ack: () => {}, retry: () => {} }],
    } as unknown as Parameters<typeof consume>[0],
    env,
  );

async function walkTheCase(): Promise<void> {
  caseId = await applied(who.firm, 1, department);
  await post(`/cases/${caseId}/return`, { reason: "补充材料" }, who.department);
  const { revision } = (await get(`/applications/${caseId}`, who.firm)).body;
  const extra = must(await upload(who.firm, caseId, "other")).body;
  await post(`/applications/${caseId}/statements/${extra.statementId}/remove`, {}, who.firm);
  await post(`/applications/${caseId}/submit`, { revision }, who.firm);
  await screened(who, caseId);
  const meetingId = await meeting(who);
  const seats = await seatsOf(who, ["office", "finance", "department", "bankA", "bankB"]);
  await post(`/cases/${caseId}/review`, { meetingId, seats }, who.office);
  await post(`/cases/${caseId}/review/recuse`, { reason: "授信关系" }, who.bankB);
  await voted(who, caseId, meetingId, { office: "high", finance: "high", department: "high" });
  await post(`/cases/${caseId}/approve`, { documentNo: "延政函〔2026〕1号" }, who.government);
  for (const path of ["/meetings", `/meetings/${meetingId}`])
    for (const one of ["office", "bankA"] as const) await call("GET", path, undefined, { token: who[one] });
  await call("PUT", "/webhook", { url: "http://receiver.invalid/" }, { token: who.bankA });
  const leads = await pushed(who, caseId, ["bankA", "bankB"]);
  await post(`/cases/${caseId}/leads/${leads.bankA}/ask`, { question: "抵押物？" }, who.bankA);
  await post(`/cases/${caseId}/leads/${leads.bankA}/answer`, { answer: "厂房" }, who.firm);
  await post(`/cases/${caseId}/leads/${leads.bankB}/decline`, { reasonCode: "collateral", reason: "不足" }, who.bankB);
  await offered(who.bankA, caseId, leads.bankA ?? "");
  await post(`/cases/${caseId}/leads/${leads.bankA}/loan`, loanBody("HT-1"), who.bankA);
}

async function walkTheLists(): Promise<void> {
  const since = `${Date.now() + 1000}.z`;
  const filters = [
    "",
    "waiting=1",
    "q=北",
    "q=北京妫水",
    "q=YQ",
    "status=funded",
    `recommender=${department}`,
    "from=2026-01-01&until=2026-12-31",
    `cursor=${since}`,
  ];
  const combined = [
    ...filters,
    `status=funded&recommender=${department}&from=2026-01-01`,
    `waiting=1&cursor=${since}`,
    `q=北京&cursor=${since}&status=funded`,
  ];
  for (const one of ["office", "department", "bankA", "firm"] as const) for (const filter of combined) await get(`/cases?${filter}`, who[one]);
  for (const filter of filters.filter((text) => !/waiting|cursor|q=/.test(text))) await get(`/cases/export?${filter}`, who.office);
  for (const one of Object.values(who)) {
    await call("GET", `/cases/${caseId}`, undefined, { token: one });
    await call("GET", `/cases/${caseId}/statements`, undefined, { token: one });
    const { notices } = (await get(`/notices?before=${Date.now() + 1000}`, one)).body;
    if (notices[0]) await post(`/notices/${notices[0].noticeId}/read`, {}, one);
  }
  const { statements } = (await get(`/cases/${caseId}/statements`, who.office)).body;
  await get(`/statements/${statements[0].statementId}/file`, who.office);
  for (const filter of ["", "?status=funded", `?cursor=${since}`]) await get(`/leads${filter}`, who.bankA);
  await get(`/meetings?cursor=2030-01-01.z`, who.office);
  for (const filter of ["", "?quarter=2026Q1"]) await get(`/recommendations/scores${filter}`, who.office);
  for (const filter of ["", "?kind=enterprise", "?kind=bank"]) await get(`/organisations${filter}`, who.office);
  for (const filter of ["", `?orgId=${(await idOf(who.bankA)).orgId}`]) await get(`/agreements${filter}`, who.office);
  await get("/agreements", who.bankA);
}

/** What is read of the money, by everyone who may, under every filter. */
async function walkTheFiles(one: string): Promise<void> {
  const later = `${Date.now() + 1000}.z`;
  const lists: Partial<Record<RouteName, readonly string[]>> = {
    listLoans: ["", "stage=live", "grade=doubtful", "q=北", "q=HT-95", `cursor=${later}`, `stage=recovery&grade=doubtful&q=北京&cursor=${later}`],
    listClaims: ["", "batch=2026H2", "step=claim_pay", "cursor=2030-01-01.z", "batch=2026H2&step=paid&cursor=2030-01-01.z"],
    listRecoveries: ["", "open=1", "cursor=2030-01-01.z", "open=1&cursor=2030-01-01.z"],
    listPayables: ["", "cursor=1.1.z"],
    listInstructions: ["", "status=PAID", `cursor=${later}`, `status=CANCELLED&cursor=${later}`],
    listPostings: [
      "",
      "reason=compensation",
      `caseId=${one}`,
      "from=2026-01-01&until=2026-12-31",
      "cursor=2030-01-01.9",
      `reason=release&caseId=${one}&from=2026-01-01&cursor=2030-01-01.9`,
    ],
    listVouchers: ["", "status=done", `cursor=${later}`],
    listPolicies: ["", `caseId=${one}`, `cursor=${later}`],
    listSubsidies: ["", "status=paid", `caseId=${one}`, `cursor=${later}`, `status=paid&caseId=${one}&cursor=${later}`],
    listSanctions: [""],
    listMajor: [""],
    getFund: [""],
    exportLedger: ["", "from=2026-01-01&until=2026-12-31"],
    exportRecoveries: [""],
    repaymentTemplate: [""],
    getExposure: [""],
    getReport: [""],
    getInstruction: [""],
    openingTemplate: [""],
  };
  const asked = new Set<string>();
  const no = (await plain("SELECT no FROM fund_instruction WHERE status = 'PAID' LIMIT 1").first<string>("no")) ?? "";
  for (const [name, filters] of Object.entries(lists) as [RouteName, readonly string[]][]) {
    const path = PATHS[name][1].replace(":caseId", one).replace(":half", "2026H1").replace(":no", no);
    for (const token of Object.values(who))
      for (const filter of filters) {
        const { status } = await call("GET", `${path}?${filter}`, undefined, { token });
        if (status === 200) asked.add(`${name} ${filter}`);
        expect([name, filter, status < 500 && status !== 400]).toEqual([name, filter, true]);
      }
  }
  expect(Object.keys(lists).sort()).toEqual([...READ_AFTER_THE_LOAN].sort());
  // somebody was answered under each filter
  expect(asked.size).toBe(Object.values(lists).reduce((sum, filters) => sum + filters.length, 0));
}

async function walkTheRest(): Promise<void> {
  const bankId = (await idOf(who.bankB)).orgId;
  for (const filter of ["", `?orgId=${bankId}`]) await get(`/identity/staff${filter}`, who.office);
  const { orgId } = (await post("/organisations", { kind: "bank", name: "新银行" }, who.office)).body;
  const staff = { phone: "13600000009", name: "新人", orgId, title: "业务主管" };
  const { membershipId } = (await post("/identity/staff", staff, who.office)).body;
  await post(`/identity/staff/${membershipId}/disable`, {}, who.office);
  await post("/identity/staff", staff, who.office);
  const terms = {
    selectionProcedure: "公开遴选",
    selectedOn: "2026-01-02",
    selectionDocument: "1号",
    duties: "甲",
    compensationTerms: "乙",
    recoveryTerms: "丙",
  };
  await call(
    "POST",
    `/organisations/${orgId}/agreements`,
    { signedOn: "2026-01-05", validFrom: "2026-02-01", validUntil: "2027-02-01", ...terms },
    { token: who.office },
  );
  const [here, there] = [await tokenOf(phoneOf(2)), await tokenOf(phoneOf(2))];
  await call("GET", "/cases", undefined, { token: here, actingAs: membershipId });
  const { sessions } = (await get("/identity/sessions", here)).body;
  await post(`/identity/sessions/${sessions.find((one: { current: boolean }) => !one.current).sessionId}/revoke`, {}, here);
  await call("GET", "/identity/me", undefined, { token: there });
  await post("/identity/logout", {}, here);
  const { outboxId } = (await plain("SELECT id AS outboxId FROM outbox LIMIT 1").first<{ outboxId: string }>()) ?? { outboxId: "" };
  await letter(outboxId, "gongdan-outbox");
  await plain("UPDATE outbox SET status = 'pending'").run();
  await letter(outboxId, DEAD_LETTERS);
  await get("/outbox/dead", who.office);
  await post(`/outbox/${outboxId}/replay`, {}, who.office);
  await get("/webhook", who.bankA);
  for (const act of ["rotate", "disable"]) await post(`/webhook/${act}`, {}, who.bankA);
  await call("POST", "/identity/codes", { phone: "13900000000" }, { settings: { DEMO: "off", SMS_URL: "https://sms.invalid" } });
  await sweep({ ...env, OUTBOX: { sendBatch: async () => {} } } as unknown as typeof env);
  const other = await newFirm(401, "北京计划有限公司");
  const draft = must(await call("POST", "/applications", {}, { token: other })).body;
  await call("PUT", `/applications/${draft.caseId}/draft`, { revision: 0, changes: draftOf(401, department) }, { token: other });
  await post(`/applications/${draft.caseId}/withdraw`, { reason: "不再申请" }, other);
}

beforeAll(async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("{}"));
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
    sent.add(text);
    return plain(text);
  });
  who = await cast();
  department = (await idOf(who.department)).orgId;
  const send: Send = async (path, body, token) => must(await call("POST", path, body, { token })).body;
  await walkTheOpening(who, send);
  await walkTheCase();
  await openedFund(who);
  const one = await walkTheMoney(who, send);
  await walkTheFiles(one);
  await walkTheLists();
  await walkTheRest();
  spy.mockRestore();
}, 120_000);
afterAll(() => vi.restoreAllMocks());

describe("plans", () => {
  it("no statement walks through a table that grows", async () => {
    const walked: string[] = [];
    for (const text of sent) for (const step of await walksOf(text)) walked.push(`${step} ← ${text.replace(/\s+/g, " ").slice(0, 600)}`);
    expect(sent.size).toBeGreaterThan(120);
    expect(walked).toEqual([]);
  });
  it("no statement goes through all that a district has of what grows", async () => {
    const walked: string[] = [];
    for (const text of sent) for (const step of await districtsWalked(text)) walked.push(`${step} ← ${text.replace(/\s+/g, " ").slice(0, 600)}`);
    expect(walked).toEqual([]);
  });
  it("the test would see one", async () => {
    expect((await childrenOf()).get("person")).toContain("notice");
    expect(await walksOf("SELECT 1 FROM case_file WHERE enterprise_name = ?")).toHaveLength(1);
    expect(
      await walksOf(
        "SELECT 1 FROM session s LEFT JOIN (membership m JOIN organisation o ON o.id = m.org_id) ON m.person_id = s.person_id WHERE s.token = ?",
      ),
    ).not.toEqual([]);
    expect(await walksOf("INSERT INTO loan_use SELECT scheme_id, credit_code, id FROM loan")).toEqual(["SCAN loan"]);
  });
});

describe("batches", () => {
  const watching = async (method: string, path: string, body: unknown, token: string) => {
    await call("GET", "/identity/me", undefined, { token });
    const { db, asked } = observed(env.DB);
    const answer = await call(method, path, body, { token, settings: { DB: db } });
    return { answer, reads: asked.filter((one) => !one.writes).length, writes: asked.filter((one) => one.writes).length };
  };
  it("a case is read in one batch, a list in one", async () => {
    for (const path of [`/cases/${caseId}`, "/cases?waiting=1", "/cases?q=北京", "/notices", "/meetings"])
      expect({ path, ...(await watching("GET", path, undefined, who.office)) }).toMatchObject({ path, reads: 1, writes: 0, answer: { status: 200 } });
  });
  it("a submission is one batch to read and one to write", async () => {
    const token = await newFirm(402, "北京一批有限公司");
    const one = await applied(token, 402, department);
    await post(`/cases/${one}/return`, { reason: "补充" }, who.department);
    const { revision } = (await get(`/applications/${one}`, token)).body;
    expect(await watching("POST", `/applications/${one}/submit`, { revision }, token)).toMatchObject({
      reads: 1,
      writes: 1,
      answer: { status: 200 },
    });
    const refused = await watching("POST", `/applications/${one}/submit`, { revision }, token);
    expect(refused).toMatchObject({ reads: 1, writes: 0, answer: { status: 409 } });
  });
});
