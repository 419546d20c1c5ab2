/** Every statement under the four later documents is answered by an index too: their commands, every list under every filter for everybody, and the night. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import { BAOTOU, DONGGUAN, KEZHOU } from "./application/district-story";
import { WALKS } from "./districts-walk";
import { today } from "./loan/registration-story";
import { districtsWalked, walksOf } from "./plan";
import { World } from "./secrecy-world";
import { sweep } from "./sweep";
import { call, env } from "./testing";

/** Statements by text, as the app prepared them. */
const sent = new Set<string>();
const plain = env.DB.prepare.bind(env.DB);

const XINXIANG = { scheme: "xinxiang", stem: "138000001", registeredDistrict: "", recommender: 2, papers: [] };
const worlds = [
  new World({ place: XINXIANG, bankA: 9, bankB: 10, guarantor: 11, office: 4, recommenderKind: "department" }),
  new World({ place: KEZHOU, bankA: 11, bankB: 12, guarantor: 13, office: 4, recommenderKind: "township" }),
  new World({ place: DONGGUAN, bankA: 11, bankB: 12, guarantor: 13, office: 4, recommenderKind: "department" }),
  new World({ place: BAOTOU, bankA: 11, bankB: 12, guarantor: 13, office: 4, recommenderKind: "township" }),
];

const year = today().slice(0, 4);
/** What each filter of a list is tried with. A filter that is not here has not been looked at. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  limit: ["5"],
  q: ["企", "试验", "东莞试验801", "备字"],
  cursor: [`${Date.now() + 1000}.z`, "2030-01-01.z", "1.1.z", "2030-01-01.9"],
  before: [String(Date.now() + 1000)],
  waiting: ["1"],
  open: ["1"],
  state: ["covered", "review"],
  status: ["funded", "PAID", "paid", "done"],
  stage: ["live", "recovery"],
  grade: ["doubtful"],
  step: ["pay"],
  batch: [`${year}Y1`],
  period: [`${Number(year) - 1}Y1`],
  topic: ["whitelist"],
  month: [today().slice(0, 7)],
  quarter: [`${year}Q1`],
  from: [`${year}-01-01`],
  until: [`${year}-12-31`],
  reason: ["compensation"],
  kind: ["bank", "enterprise"],
  orgId: ["org"],
  recommender: ["org"],
  caseId: ["case"],
  key: ["need.max"],
  value: ['"1"'],
  after: ["case"],
};

const shapeOf = (route: Route): string[] => Object.keys((route.query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {});
const READS = (Object.values(api) as Route[]).filter(({ method, path }) => method === "GET" && !/^\/(health|districts|demo)/.test(path));
const LISTS = READS.filter(({ path }) => !path.includes(":"));

async function reads(world: World): Promise<void> {
  const { results } = await plain("SELECT id FROM organisation WHERE scheme_id = ? AND kind = 'bank' LIMIT 1")
    .bind(world.scheme)
    .all<{ id: string }>();
  const known: Readonly<Record<string, string>> = { org: results[0]?.id ?? "", case: (await world.cases())[0] ?? "" };
  const filtered = LISTS.flatMap((route) => {
    const each = shapeOf(route).flatMap((name) => (FILTERS[name] ?? []).map((value) => `${name}=${encodeURIComponent(known[value] ?? value)}`));
    return each.map((filter) => `${route.path}?${filter}`);
  });
  const paths = [...(await world.paths()), ...filtered, `/amendments/preview?key=need.max&value=1`];
  const people = world.people().filter(([, kind], at, all) => all.findIndex((one) => one[1] === kind) === at);
  for (const [, , place] of people)
    for (const path of paths) {
      const { status } = await call("GET", path, undefined, { token: await world.token(place), scheme: world.scheme });
      expect([path, status < 500]).toEqual([path, true]);
    }
}

beforeAll(async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("{}"));
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
    // what the walk asks for itself numbers its parameters
    if (!text.includes("?1")) sent.add(text);
    return plain(text);
  });
  for (const walk of Object.values(WALKS))
    await walk(async (path, body, as) => {
      const answer = await call("POST", path, body, as);
      if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    });
  for (const world of worlds) await reads(world);
  vi.useFakeTimers({ now: Date.now() + 40 * 86_400_000, toFake: ["Date"] });
  await sweep({ ...env, OUTBOX: { sendBatch: async () => {} } } as unknown as typeof env);
  vi.useRealTimers();
  spy.mockRestore();
}, 240_000);

describe("plans under the four documents", () => {
  it("every filter of every list is tried", () => {
    expect(LISTS.flatMap(shapeOf).filter((name) => FILTERS[name] === undefined)).toEqual([]);
  });
  it("no statement walks through a table that grows", async () => {
    const walked: string[] = [];
    for (const text of sent) for (const step of await walksOf(text)) walked.push(`${step} ← ${text.replace(/\s+/g, " ").slice(0, 600)}`);
    expect(sent.size).toBeGreaterThan(300);
    expect(walked).toEqual([]);
  });
  it("no statement goes through all that a district has of what grows", async () => {
    const walked: string[] = [];
    for (const text of sent) for (const step of await districtsWalked(text)) walked.push(`${step} ← ${text.replace(/\s+/g, " ").slice(0, 600)}`);
    expect(walked).toEqual([]);
  });
  it("the test would see one", async () => {
    expect(await districtsWalked("SELECT id FROM loan WHERE scheme_id = ? AND name = ?")).toHaveLength(1);
    expect(await districtsWalked("SELECT 1 FROM ledger_event e WHERE e.scheme_id = ? AND e.checked_by = ?")).toHaveLength(1);
    expect(await districtsWalked("SELECT id FROM loan WHERE scheme_id = ? AND credit_code = ?")).toEqual([]);
  });
});
