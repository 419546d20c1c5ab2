/** Who hears of what: notices in the inbox of whoever comes next, and one letter to each endpoint, however often it is delivered. */
import { Webhook } from "standardwebhooks";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { OutboxMessage } from "./settings";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, pushed, screened, voted } from "./story";
import { sweep } from "./sweep";
import { call, env } from "./testing";
import { consume } from "./webhook/consume";

let who: Cast;
let department: string;
beforeAll(async () => {
  who = await cast();
  department = (await idOf(who.department)).orgId;
});
afterEach(() => vi.restoreAllMocks());

const inbox = async (token: string, caseId: string): Promise<string[]> =>
  must(await call("GET", "/notices", undefined, { token }))
    .body.notices.filter((one: { caseId: string }) => one.caseId === caseId)
    .map((one: { code: string }) => one.code);
const decided = async (n: number, name: string) => {
  const firm = await newFirm(n, name);
  const caseId = await applied(firm, n, department);
  await screened(who, caseId);
  await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" });
  return { firm, caseId };
};
/** What the worker handed to the queue. */
const queued = () => {
  const sent: OutboxMessage[] = [];
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async (messages) => {
    for (const { body } of messages as Iterable<{ body: OutboxMessage }>) sent.push(body);
    return {} as never;
  });
  return sent;
};
const receiver = (...statuses: number[]) => {
  const got: { headers: Record<string, string>; body: string }[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
    got.push({ headers: init?.headers as Record<string, string>, body: init?.body as string });
    return new Response(null, { status: statuses[got.length - 1] ?? 204 });
  });
  return got;
};
/** The queue delivers a message; answers what became of it. */
async function delivered(body: OutboxMessage): Promise<"ack" | "retry"> {
  let became: "ack" | "retry" = "ack";
  const message = { id: "m", timestamp: new Date(), attempts: 1, body, ack: () => {}, retry: () => (became = "retry") };
  await consume({ queue: "gongdan-outbox", messages: [message] } as unknown as Parameters<typeof consume>[0], env);
  return became;
}

describe("notices", () => {
  it("YQ-056 a returned draft is told to the firm, with the reason on its case", async () => {
    const firm = await newFirm(801, "北京退回有限公司");
    const caseId = await applied(firm, 801, department);
    expect(await inbox(who.department, caseId)).toEqual(["application_submitted"]);
    must(await call("POST", `/cases/${caseId}/return`, { reason: "缺少纳税证明" }, { token: who.department }));
    expect(await inbox(firm, caseId)).toEqual(["application_returned"]);
    expect((await call("GET", `/applications/${caseId}`, undefined, { token: firm })).body).toMatchObject({
      status: "draft",
      returnReason: "缺少纳税证明",
    });
  });
  it("YQ-067 a push is told to the institutions pushed to and to the firm, to nobody else, and is due nowhere else", async () => {
    const { firm, caseId } = await decided(802, "北京推送有限公司");
    await pushed(who, caseId, ["bankA"]);
    expect(await inbox(who.bankA, caseId)).toContain("pushed");
    expect(await inbox(firm, caseId)).toContain("pushed");
    expect(await inbox(who.bankB, caseId)).toEqual([]);
    expect(await inbox(who.guarantor, caseId)).toEqual([]);
    const waiting = (token: string) =>
      call("GET", "/cases?waiting=1", undefined, { token }).then(({ body }) => body.cases.map((one: { id: string }) => one.id));
    expect(await waiting(who.bankA)).toContain(caseId);
    expect(await waiting(who.bankB)).not.toContain(caseId);
  });
  it("what was refused is told to nobody", async () => {
    const { caseId } = await decided(803, "北京未成有限公司");
    await pushed(who, caseId, ["bankA"]);
    const before = (await inbox(who.bankA, caseId)).length;
    const again = await call("POST", `/cases/${caseId}/push`, { institutions: [(await idOf(who.bankA)).orgId] }, { token: who.office });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect((await inbox(who.bankA, caseId)).length).toBe(before);
  });
});

describe("letters", () => {
  it("YQ-067 an endpoint set before the push gets one letter; every copy of it carries the same id and holds", async () => {
    const { secret } = must(await call("PUT", "/webhook", { url: "http://receiver.invalid/push" }, { token: who.bankA })).body;
    const { caseId } = await decided(804, "北京来信有限公司");
    const sent = queued();
    const got = receiver(500, 204);
    const leads = await pushed(who, caseId, ["bankA", "bankB"]);
    // one of the two has no endpoint: its message finds no letter
    const outcomes: string[] = [];
    for (const message of sent) outcomes.push(await delivered(message));
    expect(outcomes.sort()).toEqual(["ack", "retry"]);
    for (let copy = 0; copy < 3; copy++) for (const message of sent) expect(await delivered(message)).toBe("ack");
    expect(got).toHaveLength(2);
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    for (const { headers, body } of got) {
      const letter = new Webhook(secret).verify(body, headers) as { type: string; data: Record<string, string> };
      expect(letter.type).toBe("lead.pushed");
      expect(Object.keys(letter.data).sort()).toEqual(["amount", "id", "link", "tier"]);
      expect(letter.data).toMatchObject({ id: leads.bankA, tier: "low", amount: "3000000.00" });
      expect(body).not.toMatch(/来信|9111/);
    }
    const { results } = await env.DB.prepare("SELECT status, attempts FROM outbox WHERE case_id = ?").bind(caseId).all();
    expect(results).toEqual([{ status: "sent", attempts: 2 }]);
  });
  it("a push told again by its key writes no second letter", async () => {
    const { caseId } = await decided(805, "北京重复有限公司");
    queued();
    const body = { institutions: [(await idOf(who.bankA)).orgId] };
    const twice = await Promise.all([1, 2, 3].map(() => call("POST", `/cases/${caseId}/push`, body, { token: who.office, key: `push-${caseId}` })));
    expect(new Set(twice.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(twice[0]?.status).toBe(200);
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM outbox WHERE case_id = ?").bind(caseId).first("n")).toBe(1);
  });
  it("a letter that never reached the queue is found by the clock, and only after its minute", async () => {
    const { caseId } = await decided(806, "北京丢信有限公司");
    vi.spyOn(env.OUTBOX, "sendBatch").mockRejectedValue(new Error("queue down"));
    await pushed(who, caseId, ["bankA"]);
    vi.restoreAllMocks();
    const sent = queued();
    await sweep(env);
    const mine = async () => (await env.DB.prepare("SELECT id FROM outbox WHERE case_id = ?").bind(caseId).first<string>("id")) ?? "";
    const letter = await mine();
    expect(sent.map(({ outboxId }) => outboxId)).not.toContain(letter);
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
    await sweep(env);
    await sweep(env);
    vi.useRealTimers();
    expect(sent.filter(({ outboxId }) => outboxId === letter)).toHaveLength(1);
  });
});
