import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../shared/contract/api";
import { day } from "../shared/local-date";
import { load, rows, statement } from "./database";
import { type EventRow, eventRows, eventsQuery, insertEvent, SYSTEM, verifyChain } from "./event";
import { PERMITS } from "./permission";
import { call, env, phoneOf, tokenOf } from "./testing";

let office = "";
beforeAll(async () => {
  await call("POST", "/demo/seed");
  office = await tokenOf(phoneOf(4));
});

const count = async (table: string): Promise<number> => {
  const { found } = await load(env.DB, { found: rows<{ n: number }>(env.DB, sql.raw(`SELECT COUNT(*) AS n FROM ${table}`)) });
  return found[0]?.n ?? -1;
};
const bank = (name: string) => ({ kind: "bank", name });

describe("one effect per command", () => {
  it("the same key 20 times at once has one effect and one answer", async () => {
    const before = await count("organisation");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call("POST", "/organisations", bank("同键银行"), { token: office, key: "same" })),
    );
    expect(new Set(answers.map((one) => `${one.status}${JSON.stringify(one.body)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await count("organisation")).toBe(before + 1);
  });
  it("the same key with another body, or for another route, is refused", async () => {
    const other = await call("POST", "/organisations", bank("另一银行"), { token: office, key: "same" });
    expect([other.status, other.body.code]).toEqual([409, "idempotency_conflict"]);
    expect((await call("POST", "/identity/logout", {}, { token: office, key: "same" })).body.code).toBe("idempotency_conflict");
  });
  it("another person may use the same key", async () => {
    const finance = await tokenOf(phoneOf(5));
    expect((await call("POST", "/identity/logout", {}, { token: finance, key: "same" })).status).toBe(200);
  });
  it("20 people naming the same bank at once: one succeeds, the others are told why", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => call("POST", "/organisations", bank("竞争银行"), { token: office })));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((one) => one.status !== 201).map((one) => one.body.code))).toEqual(new Set(["already_exists"]));
  });
  it("a POST without a key is refused", async () => {
    expect((await call("POST", "/organisations", bank("无键银行"), { token: office, key: "" })).body.code).toBe("idempotency_key_required");
  });
});

describe("the history of a case", () => {
  const append = {
    caseId: "c1",
    head: null,
    events: [1, 2, 3].map((n) => ({ type: "noted", data: { n, b: "乙", a: [1] }, occurredOn: day("2026-03-02") })),
  };
  let written: EventRow[] = [];
  beforeAll(async () => {
    written = await eventRows(append, SYSTEM, 1_000);
    await env.DB.batch(written.map((row) => insertEvent(env.DB, row)));
  });
  const attack = (text: string) => env.DB.prepare(text).run();
  it.each([
    ["UPDATE", "UPDATE case_event SET data = '{}' WHERE case_id = 'c1'"],
    ["UPDATE OR IGNORE", "UPDATE OR IGNORE case_event SET seq = 9 WHERE case_id = 'c1' AND seq = 1"],
    ["DELETE", "DELETE FROM case_event WHERE case_id = 'c1'"],
    [
      "INSERT OR REPLACE of a row",
      "INSERT OR REPLACE INTO case_event SELECT case_id, seq, 'forged', data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, prev_hash, hash FROM case_event WHERE seq = 3",
    ],
    [
      "INSERT OR REPLACE by its previous hash",
      "INSERT OR REPLACE INTO case_event SELECT case_id, 4, 'forged', data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, prev_hash, hash FROM case_event WHERE seq = 3",
    ],
    [
      "a gap",
      "INSERT INTO case_event SELECT case_id, 7, type, data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, hash, 'h' FROM case_event WHERE seq = 3",
    ],
    [
      "a wrong link",
      "INSERT INTO case_event SELECT case_id, 4, type, data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, 'forged', 'h' FROM case_event WHERE seq = 3",
    ],
  ])("refuses %s", async (_, text) => {
    await expect(attack(text)).rejects.toThrow(/append-only|stale/);
    const { events } = await load(env.DB, { events: eventsQuery(env.DB, "c1") });
    expect(events).toEqual(written);
  });
  it("two acts on the same state: the second collides", async () => {
    const head = { seq: 3, hash: written[2]?.hash as string };
    const rival = async (n: number) =>
      insertEvent(
        env.DB,
        (await eventRows({ ...append, head, events: [{ type: "rival", data: { n }, occurredOn: day("2026-03-02") }] }, SYSTEM, n))[0] as EventRow,
      );
    const both = await Promise.allSettled([env.DB.batch([await rival(1)]), env.DB.batch([await rival(2)])]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
  it("the chain tells where it was changed, cut or swapped", async () => {
    expect(await verifyChain(written)).toBeNull();
    for (const field of ["type", "data", "actor_person", "actor_org", "occurred_on", "rule_set", "hash", "prev_hash"] as const)
      expect(await verifyChain(written.map((row) => (row.seq === 2 ? { ...row, [field]: "x" } : row)))).toBe(2);
    expect(await verifyChain(written.map((row) => (row.seq === 3 ? { ...row, recorded_at: 5 } : row)))).toBe(3);
    expect(await verifyChain([written[0], written[2]] as EventRow[])).toBe(2);
    expect(await verifyChain([written[1], written[0], written[2]] as EventRow[])).toBe(1);
  });
  it("must stops a whole batch", async () => {
    const before = await count("organisation");
    const batch = [
      statement(env.DB, sql`INSERT INTO organisation (id, scheme_id, kind, name, registered_at) VALUES ('x', 's', 'bank', 'x', 1)`),
      statement(env.DB, sql`INSERT INTO must SELECT 1 = 2`),
    ];
    await expect(env.DB.batch(batch)).rejects.toThrow(/stale/);
    expect(await count("organisation")).toBe(before);
  });
});

describe("bad input", () => {
  const post = (body: unknown) => call("POST", "/organisations", body, { token: office });
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  it.each([
    ["an unknown field", { ...bank("甲"), extra: 1 }, "field_invalid"],
    ["__proto__", '{"kind":"bank","name":"甲","__proto__":{"x":1}}', "body_invalid"],
    ["constructor deep inside", '{"kind":"bank","name":{"constructor":1}}', "body_invalid"],
    ["JSON 2,000 deep", deep(2000), "body_invalid"],
    ["no JSON", "{oops", "body_invalid"],
    ["a missing field", { kind: "bank" }, "field_required"],
    ["a name of 101 characters", bank("甲".repeat(101)), "field_too_long"],
    ["a right-to-left mark", bank("甲\u202e乙"), "field_invalid"],
    ["a line break", bank("甲\r\n乙"), "field_invalid"],
    ["more than 256 KB", bank("甲".repeat(100_000)), "body_too_large"],
  ])("%s is refused", async (_, body, code) => {
    const answer = await post(body);
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBeLessThan(500);
  });
  it("is told only to who may ask", async () => {
    expect((await call("POST", "/organisations", { junk: 1 })).body.code).toBe("session_expired");
    expect((await call("POST", "/organisations", { junk: 1 }, { token: await tokenOf(phoneOf(7)) })).body.code).toBe("role_forbidden");
  });
  it("answers problem+json with article and request id", async () => {
    const { body } = await call("GET", "/organisations?kind=bank", undefined, { token: office });
    const refused = await call("POST", `/organisations/${body.organisations[0].orgId}/agreements`, { signedOn: "2026-01-01" }, { token: office });
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(refused.body).toMatchObject({ status: 422, code: "partner_not_selected", type: "urn:gongdan:problem:partner_not_selected" });
    expect(refused.body.requestId).toBe(refused.headers.get("x-request-id"));
  });
  it("YQ-054 an agreement with a partner not lawfully chosen is refused; YQ-055 so is one that leaves terms out", async () => {
    const { body } = await call("GET", "/organisations?kind=bank", undefined, { token: office });
    const path = `/organisations/${body.organisations[0].orgId}/agreements`;
    const whole = {
      signedOn: "2026-01-05",
      validFrom: "2026-02-01",
      validUntil: "2027-02-01",
      selectionProcedure: "公开遴选",
      selectedOn: "2026-01-02",
      selectionDocument: "1号",
      duties: "甲",
      compensationTerms: "乙",
      recoveryTerms: "丙",
    };
    for (const field of ["selectionProcedure", "selectedOn", "selectionDocument"]) {
      const { body } = await call("POST", path, { ...whole, [field]: undefined }, { token: office });
      expect(body.refusals).toEqual([{ code: "partner_not_selected", figures: { missing: field }, article: "二（六）", clauses: ["YQ-054"], field }]);
    }
    for (const field of ["duties", "compensationTerms", "recoveryTerms", "validFrom", "validUntil"]) {
      const { body } = await call("POST", path, { ...whole, [field]: undefined }, { token: office });
      expect(body.refusals).toEqual([{ code: "agreement_incomplete", figures: { missing: field }, article: "二（六）", clauses: ["YQ-055"], field }]);
    }
    expect((await call("POST", path, whole, { token: office })).status).toBe(201);
    expect((await call("POST", path, { ...whole, validUntil: "2026-01-31" }, { token: office })).body.code).toBe("agreement_incomplete");
    expect((await call("POST", path, { ...whole, signedOn: "2026-02-30" }, { token: office })).body.code).toBe("date_invalid");
  });
});

describe("the whole API", () => {
  it("is described, and every route has a permit and a strict body", async () => {
    const { body } = await call("GET", "/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const described = Object.values(body.paths).flatMap((path) => Object.values(path as object)) as {
      operationId: string;
      requestBody?: { content: Record<string, { schema: { additionalProperties?: unknown } }> };
    }[];
    expect(described.map((one) => one.operationId).sort()).toEqual(Object.keys(api).sort());
    expect(Object.keys(PERMITS).sort()).toEqual(Object.keys(api).sort());
    expect((await call("GET", "/docs")).body).toContain("castBallot");
  });
  it("answers unknown paths and the demo outside the demo alike", async () => {
    const settings = { DEMO: "off", SMS_URL: "https://sms.invalid" };
    const [unknown, demo] = [await call("GET", "/none"), await call("GET", "/demo/people", undefined, { settings })];
    expect([unknown.status, demo.status, unknown.body.code, demo.body.code]).toEqual([404, 404, "not_found", "not_found"]);
    expect((await call("POST", "/demo/seed", undefined, { settings })).status).toBe(404);
  });
  it("names a missing setting, without its value", async () => {
    const { status, body } = await call("GET", "/health", undefined, { settings: { AUTH_SECRET: "short" } });
    expect([status, body.code, body.refusals[0].figures.names]).toEqual([500, "setting_missing", "AUTH_SECRET"]);
    expect((await call("GET", "/health", undefined, { settings: { DEMO: "off" } })).body.refusals[0].figures.names).toBe("SMS_URL");
  });
  it("seeds the demo once", async () => {
    expect((await call("POST", "/demo/seed")).body).toEqual({ seeded: false });
    const { body } = await call("GET", "/demo/people");
    expect(new Set(body.people.map((one: { orgKind: string }) => one.orgKind)).size).toBe(12);
  });
  it("carries its headers", async () => {
    const { headers } = await call("GET", "/health");
    expect([headers.get("x-content-type-options"), headers.get("cache-control"), headers.get("x-frame-options")]).toEqual([
      "nosniff",
      "no-store",
      "DENY",
    ]);
  });
});
