import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { load, rows } from "../database";
import { settingsOf } from "../settings";
import { sweep } from "../sweep";
import { call, env, phoneOf, tokenOf } from "../testing";
import { webhookUrl } from "./address";
import { consume, DEAD_LETTERS } from "./consume";
import { insertLetter } from "./store";

let bank = "";
let office = "";
let orgId = "";
let secret = "";
const data = { id: "c1", link: "https://x.invalid/c1", tier: "medium", amount: "3000000.00" };

beforeAll(async () => {
  await call("POST", "/demo/seed");
  [bank, office] = [await tokenOf(phoneOf(7)), await tokenOf(phoneOf(4))];
  orgId = (await call("GET", "/identity/me", undefined, { token: bank })).body.acting.orgId;
  const set = await call("PUT", "/webhook", { url: "http://receiver.invalid/push" }, { token: bank, key: "set" });
  secret = set.body.secret;
});
afterEach(() => vi.restoreAllMocks());

async function letter(): Promise<string> {
  const id = crypto.randomUUID();
  await insertLetter(env.DB, { id, toOrg: orgId, schemeId: "yanqing", caseId: "c1", type: "case.pushed", data, now: Date.now() }).run();
  return id;
}
interface Row {
  status: string;
  attempts: number;
  last_error: string | null;
}
const stateOf = async (id: string): Promise<Row | undefined> =>
  (await load(env.DB, { found: rows<Row>(env.DB, sql`SELECT status, attempts, last_error FROM outbox WHERE id = ${id}`) })).found[0];

async function run(outboxId: string, queue = "gongdan-outbox") {
  const batch = createMessageBatch(queue, [{ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: { outboxId, schemeId: "yanqing" } }]);
  await consume(batch as Parameters<typeof consume>[0], env);
  return getQueueResult(batch, createExecutionContext());
}
type Sent = { headers: Record<string, string>; body: string };
const answering = (answer: () => Response | Promise<Response>) => {
  const sent: Sent[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
    sent.push({ headers: init?.headers as Record<string, string>, body: init?.body as string });
    expect(init?.redirect).toBe("manual");
    return answer();
  });
  return sent;
};

describe("webhooks", () => {
  it("are signed so that the standard's library verifies them", async () => {
    const sent = answering(() => new Response(null, { status: 204 }));
    const id = await letter();
    expect((await run(id)).explicitAcks).toHaveLength(1);
    const { headers, body } = sent[0] as Sent;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "case.pushed", data });
    expect(headers["webhook-id"]).toBe(id);
    expect(() => new Webhook(secret).verify(body.replace("3000000", "9000000"), headers)).toThrow();
    expect(await stateOf(id)).toMatchObject({ status: "sent", attempts: 1 });
  });
  it("are not sent again once received, whatever the queue repeats", async () => {
    const sent = answering(() => new Response("ok"));
    const id = await letter();
    await run(id);
    await run(id);
    expect(sent).toHaveLength(1);
  });
  it("are retried after a 500, a redirect, a silence or a broken line, and nothing is lost", async () => {
    for (const answer of [
      () => new Response("x", { status: 500 }),
      () => new Response(null, { status: 302, headers: { location: "https://elsewhere.invalid" } }),
      () => Promise.reject(Object.assign(new Error("slow"), { name: "TimeoutError" })),
      () => Promise.reject(new TypeError("network")),
    ]) {
      answering(answer);
      const id = await letter();
      expect((await run(id)).retryMessages).toHaveLength(1);
      expect(await stateOf(id)).toMatchObject({ status: "failed", attempts: 1 });
      vi.restoreAllMocks();
    }
  });
  it("keep the old secret valid for a day after a rotation", async () => {
    const rotated = await call("POST", "/webhook/rotate", {}, { token: bank, key: "turn" });
    const sent = answering(() => new Response("ok"));
    await run(await letter());
    const { headers, body } = sent[0] as Sent;
    for (const one of [secret, rotated.body.secret as string]) expect(new Webhook(one).verify(body, headers)).toMatchObject({ data });
    secret = rotated.body.secret;
  });
  it("tell the secret once", async () => {
    const again = await call("POST", "/webhook/rotate", {}, { token: bank, key: "turn" });
    expect([again.status, again.body.secret]).toEqual([200, null]);
    expect((await call("GET", "/webhook", undefined, { token: bank })).body.endpoint).not.toHaveProperty("secret");
    const { stored } = await load(env.DB, { stored: rows<{ reply: string }>(env.DB, sql`SELECT reply FROM idempotency`) });
    expect(stored.some((row) => row.reply.includes("whsec_"))).toBe(false);
  });
  it("that the queue gave up on are dead, seen by the office, and sent again", async () => {
    answering(() => new Response("x", { status: 500 }));
    const id = await letter();
    await run(id);
    await run(id, DEAD_LETTERS);
    expect(await stateOf(id)).toMatchObject({ status: "dead", last_error: "http 500" });
    expect((await call("GET", "/outbox/dead", undefined, { token: bank })).body.code).toBe("role_forbidden");
    const { body } = await call("GET", "/outbox/dead", undefined, { token: office });
    expect(body.letters).toEqual([expect.objectContaining({ outboxId: id, lastError: "http 500" })]);
    vi.restoreAllMocks();
    answering(() => new Response("ok"));
    expect((await call("POST", `/outbox/${id}/replay`, {}, { token: office })).body).toEqual({ queued: true });
    await run(id);
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
    expect((await call("POST", `/outbox/${id}/replay`, {}, { token: office })).status).toBe(404);
  });
  it("that never reached the queue are swept into it, once", async () => {
    const id = await letter();
    await env.DB.prepare("UPDATE outbox SET next_at = 1 WHERE id = ?").bind(id).run();
    const sendBatch = vi.fn(async () => {});
    const swept = { ...env, OUTBOX: { sendBatch } } as unknown as typeof env;
    await sweep(swept);
    await sweep(swept);
    expect(sendBatch).toHaveBeenCalledTimes(1);
    expect(sendBatch).toHaveBeenCalledWith([{ body: { outboxId: id, schemeId: "yanqing" } }]);
  });
  it("stop for good at 410", async () => {
    answering(() => new Response(null, { status: 410 }));
    const id = await letter();
    expect((await run(id)).explicitAcks).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ status: "dead" });
    expect((await call("GET", "/webhook", undefined, { token: bank })).body.endpoint.status).toBe("disabled");
    expect(await stateOf(await letter())).toBeUndefined();
  });
  it("go outside the demo to allow-listed https hosts only", () => {
    const settings = { ...settingsOf(env), DEMO: false, WEBHOOK_HOSTS: ["bank.example"] };
    expect(webhookUrl("https://bank.example/push", settings).ok).toBe(true);
    for (const url of [
      "http://bank.example/",
      "https://evil.example/",
      "https://bank.example.evil.example/",
      "https://u:p@bank.example/",
      "https://bank.example:8443/",
      "https://127.1/",
      "https://①②⑦.⓪.⓪.①/",
      "https://[::1]/",
      "https://2130706433/",
      "file:///etc/passwd",
      "nonsense",
    ])
      expect(webhookUrl(url, settings), url).toMatchObject({ ok: false, refusals: [{ code: "url_not_allowed" }] });
  });
});
