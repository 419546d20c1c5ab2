import { applyD1Migrations, createExecutionContext, createMessageBatch, type D1Migration, getQueueResult } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { api } from "../../shared/contract/api";
import type { Route } from "../../shared/contract/contract";
import { DEMO_DISTRICTS } from "../demo/people";
import type { Bindings } from "../settings";
import { applied, type Cast, cast, idOf, must, pushed, screened, upload, voted, meeting as walkMeeting } from "../story";
import { sweep } from "../sweep";
import { type Answer, call, env, phoneOf, tokenOf } from "../testing";
import { consume } from "../webhook/consume";

const apart = { DB_KEZHOU: (env as unknown as { APART: D1Database }).APART };
const both = { ...env, ...apart } as unknown as Bindings;
const FIRM = "北京妫水新材料有限公司";
type Where = { readonly settings?: typeof apart };

/** Signs in at 克州, wherever its people lie. */
async function kezhouToken(phone: string, where: Where): Promise<string> {
  const { body } = await call("POST", "/identity/codes", { phone }, { scheme: "kezhou", ...where });
  return must(await call("POST", "/identity/sessions", { phone, code: body.demoCode }, { scheme: "kezhou", ...where })).body.token;
}

let who: Cast;
let ids: Record<string, string> = {};
let webhookOf = "";

const first = async (text: string): Promise<string> => Object.values((await env.DB.prepare(text).first<Record<string, string>>()) ?? {})[0] ?? "none";

beforeAll(async () => {
  await applyD1Migrations(apart.DB_KEZHOU, (env as unknown as { TEST_MIGRATIONS: D1Migration[] }).TEST_MIGRATIONS);
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  const caseId = await applied(who.firm, 1, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  const meetingId = await walkMeeting(who);
  await voted(who, caseId, meetingId, { office: "low", finance: "low", department: "low" });
  must(await call("PUT", "/webhook", { url: "https://x.invalid/" }, { token: who.bankA }));
  const leads = await pushed(who, caseId, ["bankA"]);
  ids = { caseId, meetingId, leadId: Object.values(leads)[0] ?? "", statementId: await first("SELECT id FROM statement LIMIT 1"), half: "2026H2" };
  webhookOf = (await idOf(who.bankA)).orgId;
  must(await call("POST", "/demo/seed", {}, { scheme: "kezhou" }));
  must(await call("POST", "/demo/seed", {}, { scheme: "kezhou", settings: apart }));
}, 60_000);
afterEach(() => vi.restoreAllMocks());

/** What is told before there is a person, of every district alike. */
const OPEN = /^\/(health|districts|demo)/;
const READS = (Object.values(api) as Route[]).filter(({ method, path }) => method === "GET" && !OPEN.test(path));
/** What a district's own list answers to an address of the other's things. */
const filled = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? "none");

async function seesNothing(token: string, where: Where): Promise<void> {
  const marks = [FIRM, ids.caseId, ids.meetingId, ids.leadId, ids.statementId, webhookOf].map(String);
  for (const { path } of READS) {
    const answer: Answer = await call("GET", filled(path), undefined, { token, scheme: "kezhou", ...where });
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    expect(
      marks.filter((mark) => text.includes(mark)),
      path,
    ).toEqual([]);
    if (/:(caseId|meetingId|statementId)/.test(path)) expect([path, [403, 404].includes(answer.status)]).toEqual([path, true]);
  }
}

const PEOPLE = (DEMO_DISTRICTS.kezhou?.people ?? []).filter((one, at, all) => all.findIndex(({ orgKind }) => orgKind === one.orgKind) === at);

describe.each([
  ["in one database", {}],
  ["each in a database of its own", { settings: apart }],
] as const)("two districts %s", (_, where: Where) => {
  it.each(PEOPLE.map(({ orgKind, phone }) => [orgKind, phone] as const))(
    "%s of one reads nothing of the other by any route",
    async (_kind, phone) => seesNothing(await kezhouToken(phone, where), where),
    60_000,
  );

  it("the other's file is not handed out, and its case not found by name", async () => {
    const office = await kezhouToken("13800000204", where);
    const asked = { token: office, scheme: "kezhou", ...where };
    expect((await call("GET", `/statements/${ids.statementId}/file`, undefined, asked)).body.code).toBe("not_found");
    expect((await call("GET", `/cases/${ids.caseId}`, undefined, asked)).body.code).toBe("not_found");
    expect((await call("GET", `/cases?q=${encodeURIComponent(FIRM)}`, undefined, asked)).body.cases).toEqual([]);
    expect((await call("GET", `/statements/${ids.statementId}/file`, undefined, { token: who.office })).status).toBe(200);
  });

  it("nobody acts upon the other's things by any command", async () => {
    const told = () => first("SELECT COUNT(*) || ':' || (SELECT COUNT(*) FROM statement) AS n FROM case_event");
    const before = await told();
    const commands = (Object.values(api) as Route[]).filter(({ method, path }) => method !== "GET" && path.includes(":caseId"));
    for (const { phone } of PEOPLE) {
      const token = await kezhouToken(phone, where);
      for (const { method, path } of commands) {
        const { status } = await call(method, filled(path), {}, { token, scheme: "kezhou", ...where });
        expect([path, status, [400, 403, 404].includes(status)]).toEqual([path, status, true]);
      }
    }
    expect(await told()).toBe(before);
  }, 120_000);

  it("a token acts in the district of its person alone", async () => {
    const foreign = await call("GET", "/cases", undefined, { token: who.office, scheme: "kezhou", ...where });
    expect([foreign.status, foreign.body.code]).toEqual("settings" in where ? [401, "session_expired"] : [403, "role_forbidden"]);
    const office = await kezhouToken("13800000204", where);
    const home = await call("GET", "/cases", undefined, { token: office, ...where });
    expect([home.status, home.body.code]).toEqual("settings" in where ? [401, "session_expired"] : [403, "role_forbidden"]);
  });

  it("the clock works through the night of both", async () => {
    const told: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void told.push(line));
    const bindings = "settings" in where ? both : env;
    await sweep(bindings);
    const db = "settings" in where ? apart.DB_KEZHOU : env.DB;
    const checked = (from: D1Database, scheme: string) =>
      from.prepare("SELECT COUNT(*) AS n FROM books_check WHERE scheme_id = ?").bind(scheme).first<{ n: number }>();
    expect([(await checked(env.DB, "yanqing"))?.n, (await checked(db, "kezhou"))?.n].every((n) => Number(n) >= 1)).toBe(true);
    const swept = told.filter((line) => line.includes('"sweep"')).length;
    expect(swept).toBe("settings" in where ? 2 : 1);
  });
});

describe("a letter of one district", () => {
  it("is looked for in that district's database only", async () => {
    const sent = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(null, { status: 204 }));
    const outboxId = await first("SELECT id FROM outbox WHERE scheme_id = 'yanqing' LIMIT 1");
    const deliver = async (schemeId: string) => {
      const batch = createMessageBatch("gongdan-outbox", [
        { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: { outboxId, schemeId } },
      ]);
      await consume(batch as Parameters<typeof consume>[0], both);
      await getQueueResult(batch, createExecutionContext());
    };
    await deliver("kezhou");
    expect(sent).not.toHaveBeenCalled();
    await deliver("yanqing");
    expect(sent).toHaveBeenCalledTimes(1);
  });
});

describe("a person of two districts", () => {
  const phone = phoneOf(8);
  let token = "";
  let mine: { membershipId: string; schemeId: string }[] = [];
  beforeAll(async () => {
    const office = await kezhouToken("13800000204", {});
    const { organisations } = must(await call("GET", "/organisations", undefined, { token: office, scheme: "kezhou" })).body;
    const bank = organisations.find((org: { kind: string }) => org.kind === "bank");
    const staff = { phone, name: "郑可", orgId: bank.orgId, title: "客户经理" };
    must(await call("POST", "/identity/staff", staff, { token: office, scheme: "kezhou" }));
    token = await tokenOf(phone);
    mine = (await call("GET", "/identity/me", undefined, { token })).body.memberships;
  });
  const of = (schemeId: string) => mine.find((one) => one.schemeId === schemeId)?.membershipId ?? "";

  it("is told all that they stand for, those of the district asked for first", async () => {
    expect(mine.map(({ schemeId }) => schemeId)).toEqual(["yanqing", "kezhou"]);
    const there = (await call("GET", "/identity/me", undefined, { token, scheme: "kezhou" })).body;
    expect(there.memberships.map(({ schemeId }: { schemeId: string }) => schemeId)).toEqual(["kezhou", "yanqing"]);
    expect(there.acting.schemeId).toBe("kezhou");
  });
  it("acts in the district that the request names, and is told when the organisation is of another", async () => {
    expect((await call("GET", "/cases", undefined, { token, scheme: "kezhou", actingAs: of("kezhou") })).status).toBe(200);
    const crossed = await call("GET", "/cases", undefined, { token, scheme: "kezhou", actingAs: of("yanqing") });
    expect([crossed.status, crossed.body.code]).toEqual([403, "other_district"]);
    const strangers = await call("GET", "/cases", undefined, { token: who.bankA, scheme: "kezhou", actingAs: of("yanqing") });
    expect(strangers.body.code).toBe("role_forbidden");
  });
  it("does not get one district's stored answer in the other", async () => {
    const owner = await tokenOf("13977770001");
    const firm = { creditCode: "91653001MADEMB0112", name: "跨区企业有限公司", ownerName: "某某" };
    const key = crypto.randomUUID();
    expect((await call("POST", "/identity/enterprises", firm, { token: owner, key })).status).toBe(201);
    const again = await call("POST", "/identity/enterprises", firm, { token: owner, key, scheme: "kezhou" });
    expect(again.body.code).toBe("idempotency_conflict");
  });
  it("finds a case in the one that it belongs to", async () => {
    expect((await upload(who.firm, String(ids.caseId), "other", undefined, "late")).status).toBeLessThan(500);
    expect((await call("GET", `/cases/${ids.caseId}`, undefined, { token, scheme: "kezhou", actingAs: of("kezhou") })).body.code).toBe("not_found");
  });
});

describe("the districts of a deployment", () => {
  const outside = { DEMO: "off", SMS_URL: "https://sms.invalid/send" };
  it("are told to anyone: in the demo all, else those where somebody is registered", async () => {
    const demo = (await call("GET", "/districts")).body;
    expect(demo.usual).toBe("yanqing");
    expect(demo.districts.map(({ id }: { id: string }) => id)).toEqual(["baotou", "dongguan", "kezhou", "xinxiang", "yanqing"]);
    const real = (await call("GET", "/districts", undefined, { settings: outside })).body.districts;
    expect(real.map(({ id }: { id: string }) => id)).toEqual(["kezhou", "yanqing"]);
    expect(real[0]).toMatchObject({ district: expect.any(String), name: expect.any(String), open: true, apart: false });
  });
  it("say which has a database of its own, and which document has lapsed", async () => {
    const { districts } = (await call("GET", "/districts", undefined, { settings: apart })).body;
    const of = (id: string) => districts.find((one: { id: string }) => one.id === id);
    expect([of("kezhou").apart, of("yanqing").apart]).toEqual([true, false]);
    expect([of("kezhou").open, of("xinxiang").open]).toEqual([true, false]);
  });
});
