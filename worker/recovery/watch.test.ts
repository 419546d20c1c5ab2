/** What is late in recoveries, by working days with holidays and make-up days, told by night once a quarter to those who have to act. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { day } from "../../shared/local-date";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { filed, lent } from "../claim/claim-story";
import { type Cast, cast, must, openedFund } from "../story";
import { call, env } from "../testing";
import { coordinates, declares, forces, money, noResult, paid, receives, recovers, recoveryOf, sent, sues, suit } from "./recovery-story";
import { recoveryFlagsTold } from "./watch";

let who: Cast;
let instant = 1;

/** Ten in the morning in Shanghai; whoever was signed in signs in again. */
async function itIs(on: string): Promise<void> {
  vi.setSystemTime(Date.parse(`${on}T02:00:00Z`));
  who = await cast();
}

/** One night: who was told what, and by when it was due. */
async function night(on: string): Promise<string[]> {
  instant += 1;
  const statements = await recoveryFlagsTold(env.DB, yanqing, day(on), instant);
  if (statements.length > 0) await env.DB.batch(statements);
  const { results } = await env.DB.prepare(
    "SELECT o.kind || ' ' || n.code || ' ' || COALESCE(n.figures ->> '$.due', n.figures ->> '$.quarter', '') AS told FROM notice n JOIN organisation o ON o.id = n.to_org WHERE n.recorded_at = ? ORDER BY 1",
  )
    .bind(instant)
    .all<{ told: string }>();
  return results.map(({ told }) => told);
}
const flagsOf = async (caseId: string): Promise<{ code: string; provisional?: boolean; figures: Record<string, string> }[]> => {
  const { flags } = await recoveryOf(who.office, caseId);
  return flags.filter(({ code }: { code: string }) => code !== "dept_assist_open");
};
const listed = async (caseId: string) => {
  const { recoveries } = must(await call("GET", "/recoveries?limit=100", undefined, { token: who.office })).body;
  return recoveries
    .find((row: { caseId: string }) => row.caseId === caseId)
    .flags.filter(({ code }: { code: string }) => code !== "dept_assist_open");
};

beforeAll(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-09-18T02:00:00Z"), toFake: ["Date"] });
  who = await cast();
  await openedFund(who);
}, 60_000);
afterAll(() => void vi.useRealTimers());

describe("the clocks of a recovery", () => {
  it("YQ-076 ten working days to the meeting, over the holiday and its make-up Sunday: in time on the 9th, late on the make-up Saturday after it", async () => {
    await itIs("2026-09-18");
    const { caseId } = await lent(who, 941);
    await filed(who.bankA, caseId);
    const [due] = (await recoveryOf(who.office, caseId)).dues;
    expect(due).toMatchObject({ what: "coordinate", on: "2026-10-09", provisional: false, article: "三（七）1" });
    expect(due.explained.map(({ date }: { date: string }) => date)).toEqual(expect.arrayContaining(["2026-09-20", "2026-10-01", "2026-10-07"]));
    await itIs("2026-10-09");
    expect((await flagsOf(caseId)).map(({ code }) => code)).toEqual(["ledger_stale"]);
    expect(await night("2026-10-09")).toEqual(["bank ledger_stale 2026Q4", "office ledger_stale 2026Q4"]);
    await itIs("2026-10-10");
    expect((await flagsOf(caseId))[0]).toMatchObject({ code: "coordination_overdue", figures: { due: "2026-10-09" }, article: "三（七）1" });
    expect((await listed(caseId))[0]).toEqual((await flagsOf(caseId))[0]);
    expect(await night("2026-10-10")).toEqual(["office coordination_overdue 2026-10-09"]);
    expect(await night("2026-10-11")).toEqual([]);
    must(await coordinates(who.office, caseId, noResult()));
    expect(await flagsOf(caseId)).toEqual([]);
  });

  it("YQ-078 thirty days from the recorded failure to the suit, moved on from a day of rest", async () => {
    await itIs("2026-10-15");
    const { caseId } = await lent(who, 942);
    await filed(who.bankA, caseId);
    // the thirtieth day is Saturday the 14th of November
    must(await coordinates(who.office, caseId, noResult()));
    expect((await recoveryOf(who.bankA, caseId)).dues).toMatchObject([{ what: "legal_start", on: "2026-11-16" }]);
    await itIs("2026-11-16");
    expect(await flagsOf(caseId)).toEqual([]);
    await itIs("2026-11-17");
    expect(await flagsOf(caseId)).toMatchObject([{ code: "legal_start_overdue", figures: { due: "2026-11-16" } }]);
    expect(await night("2026-11-17")).toContain("bank legal_start_overdue 2026-11-16");
    expect(await night("2026-11-18")).not.toContain("bank legal_start_overdue 2026-11-16");
    must(await sues(who.bankA, caseId, suit()));
    expect(await flagsOf(caseId)).toEqual([]);
  });

  it("YQ-079 ten working days to the return, which the office's look at the account ends and not the bank's word", async () => {
    await itIs("2026-11-18");
    const { caseId } = await paid(who, 943);
    must(await coordinates(who.office, caseId, noResult()));
    must(await sues(who.bankA, caseId, suit()));
    expect(must(await recovers(who.bankA, caseId, money("A", "100.00"))).body.dueOn).toBe("2026-12-02");
    await itIs("2026-12-03");
    expect(await flagsOf(caseId)).toMatchObject([{ code: "return_overdue", figures: { receipt: "A", amount: "50.00", due: "2026-12-02" } }]);
    expect((await night("2026-12-03")).filter((told) => told.includes("return"))).toEqual([
      "bank return_overdue 2026-12-02",
      "office return_overdue 2026-12-02",
    ]);
    must(await declares(who.bankA, caseId, sent("A", "50.00")));
    expect(await flagsOf(caseId)).toMatchObject([{ code: "return_overdue" }]);
    must(await receives(who.office, caseId, { receiptNo: "A" }));
    expect(await flagsOf(caseId)).toEqual([]);
  });

  it("YQ-076 a year whose holidays are not published: the day is told as provisional", async () => {
    await itIs("2026-12-25");
    const { caseId } = await lent(who, 944);
    await filed(who.bankA, caseId);
    expect((await recoveryOf(who.office, caseId)).dues).toMatchObject([{ on: "2027-01-08", provisional: true }]);
    await itIs("2027-01-09");
    expect(await flagsOf(caseId)).toContainEqual(expect.objectContaining({ code: "coordination_overdue", provisional: true }));
    expect(await listed(caseId)).toContainEqual(expect.objectContaining({ code: "coordination_overdue", provisional: true }));
    expect(await night("2027-01-09")).toContain("office coordination_overdue 2027-01-08");
  });

  it("YQ-080 YQ-096 what lasts is told again in the next quarter, and no sooner", async () => {
    await itIs("2027-01-11");
    const { caseId } = await lent(who, 945);
    await filed(who.bankA, caseId);
    must(await forces(who.office, caseId, { reason: "列入失信名单" }));
    const told = async (on: string) => (await night(on)).filter((one) => /legal_required|coordination_overdue 2027-01-08/.test(one));
    expect(await told("2027-01-12")).toEqual(["bank legal_required ", "office legal_required "]);
    expect(await told("2027-03-31")).toEqual([]);
    expect(await told("2027-04-01")).toEqual(["bank legal_required ", "office coordination_overdue 2027-01-08", "office legal_required "]);
    expect((await flagsOf(caseId)).map(({ code }) => code)).toEqual(["legal_required"]);
    expect((await listed(caseId)).map(({ code }: { code: string }) => code)).toEqual(["legal_required"]);
  });
});

it("the night's look and the list find what is late by an index", async () => {
  const sent = new Set<string>();
  const prepare = env.DB.prepare.bind(env.DB);
  const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
    sent.add(text);
    return prepare(text);
  });
  await recoveryFlagsTold(env.DB, yanqing, day("2027-04-02"));
  await call("GET", "/recoveries?open=1", undefined, { token: who.office });
  spy.mockRestore();
  const walked: string[] = [];
  for (const text of sent) {
    const explained = prepare(`EXPLAIN QUERY PLAN ${text}`).bind(...Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null));
    for (const { detail } of (await explained.all<{ detail: string }>()).results)
      if (/^SCAN (?!(?:json_each|j|page)(?: |$)|\d* ?CONSTANT)/.test(detail)) walked.push(`${detail} ← ${text.slice(0, 200)}`);
  }
  expect(sent.size).toBeGreaterThan(5);
  expect(walked).toEqual([]);
});
