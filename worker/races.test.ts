/** Limits under a race: all rivals read before any writes. Each race is run again with its guard taken out, and is then lost. */
import { beforeAll, describe, expect, it } from "vitest";
import { type EventRow, verifyChain } from "./event";
import { meeting as allHaveRead, observed } from "./observed";
import { type Cast, cast, draftOf, idOf, loanBody, meeting, must, newFirm, offered, pushed, screened, seatsOf, voted, years } from "./story";
import { type Answer, call, env, tokenOf } from "./testing";

let who: Cast;
let department: string;
beforeAll(async () => {
  who = await cast();
  department = (await idOf(who.department)).orgId;
});

const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await env.DB.prepare(text)
    .bind(...values)
    .first<number>("n")) ?? -1;
const range = (length: number) => Array.from({ length }, (_, at) => at);
/** Sends requests at once through a database in which all of them have read before one writes. */
const atOnce = (sends: readonly ((settings: { DB: D1Database }) => Promise<Answer>)[]): Promise<Answer[]> => {
  const { db } = observed(env.DB, { afterReading: allHaveRead(sends.length) });
  return Promise.all(sends.map((send) => send({ DB: db })));
};
const through = (answers: readonly Answer[]) => answers.filter((answer) => answer.status < 300);
const refusedWith = (answers: readonly Answer[]) =>
  answers.filter((answer) => answer.status >= 300).map((answer) => answer.body.refusals.map((refusal: { code: string }) => refusal.code));
/** A table without its keys and triggers, its rows kept: what is left when nobody thought of a race. */
const bare = async (table: string): Promise<void> => {
  await env.DB.batch([
    env.DB.prepare(`CREATE TABLE bare_${table} AS SELECT * FROM ${table}`),
    env.DB.prepare(`DROP TABLE ${table}`),
    env.DB.prepare(`ALTER TABLE bare_${table} RENAME TO ${table}`),
  ]);
};

/** Up to the recommender's desk. The papers are written as rows: fifty firms' uploads are another test's time. */
async function handedIn(token: string, person: number): Promise<string> {
  const { caseId } = must(await call("POST", "/applications", {}, { token })).body;
  const { revision } = must(
    await call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes: draftOf(person, department) }, { token }),
  ).body;
  const papers = ["business_licence", "social_insurance", "tax_filings"].map((kind) => ({ kind, year: null as number | null }));
  for (const year of years()) for (const kind of ["balance_sheet", "income_statement", "cash_flow"]) papers.push({ kind, year });
  await env.DB.prepare(
    `INSERT INTO statement (id, case_id, kind, fiscal_year, filename, media_type, bytes, sha256, object_key, uploaded_by, uploaded_org, uploaded_at)
      SELECT f.id || '-' || j.key, f.id, j.value ->> '$.kind', j.value ->> '$.year', 'a.pdf', 'application/pdf', 1, 'x', f.id || '/' || j.key, m.person_id, m.org_id, f.moved_at
      FROM case_file f JOIN membership m ON m.org_id = f.enterprise_org, json_each(?2) j WHERE f.id = ?1`,
  )
    .bind(caseId, JSON.stringify(papers))
    .run();
  must(await call("POST", `/applications/${caseId}/submit`, { revision }, { token }));
  return caseId;
}

let firms = 100;
async function firm(person: number, name: string) {
  firms += 1;
  const token = await newFirm(firms, `${name}${firms}有限公司`);
  return { token, caseId: await handedIn(token, person) };
}

/** A firm of a group up to a bank's offer. */
async function withOffer(person: number, meetingId: string) {
  const { caseId } = await firm(person, "北京同门");
  await screened(who, caseId);
  await voted(who, caseId, meetingId, { office: "low", finance: "low", department: "low" });
  const { bankA } = await pushed(who, caseId, ["bankA"]);
  await offered(who.bankA, caseId, bankA ?? "");
  return { caseId, leadId: bankA ?? "" };
}
const group = async (person: number, size: number) => {
  const meetingId = await meeting(who);
  const offers: Awaited<ReturnType<typeof withOffer>>[] = [];
  for (let at = 0; at < size; at += 10) offers.push(...(await Promise.all(range(Math.min(10, size - at)).map(() => withOffer(person, meetingId)))));
  return offers;
};
const lendAll = (offers: Awaited<ReturnType<typeof group>>) =>
  atOnce(
    offers.map(
      ({ caseId, leadId }) =>
        (settings) =>
          call("POST", `/cases/${caseId}/leads/${leadId}/loan`, loanBody(`HT-${caseId}`), { token: who.bankA, settings }),
    ),
  );

describe("one loan for a group", () => {
  it("YQ-021 YQ-022 of 50 firms of one representative whose loans are recorded at once exactly one gets its loan", { timeout: 60_000 }, async () => {
    const offers = await group(50, 50);
    const answers = await lendAll(offers);
    expect(through(answers)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status >= 300);
    for (const { body } of refused) {
      expect(body.status).toBe(422);
      expect(body.refusals[0]).toMatchObject({ code: "affiliate_used", article: "二（一）" });
      expect(body.refusals[0].figures.path).toContain("法定代表人");
    }
    expect(await count("SELECT COUNT(*) AS n FROM loan")).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM case_event WHERE type = 'loan_recorded'")).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM lead WHERE status = 'offered'")).toBe(49);
  });
  it("YQ-022 without the guards the same race is lost: the row of the group's one loan, and the fund's own order in which each loan commits its part", {
    timeout: 60_000,
  }, async () => {
    const offers = await group(51, 8);
    await bare("loan_use");
    await bare("ledger_event");
    const answers = await lendAll(offers);
    expect(through(answers).length).toBeGreaterThan(1);
  });
});

describe("two places a year", () => {
  const toApprove = async (person: number, meetingId: string) => {
    const { caseId } = await firm(person, "北京高档");
    await screened(who, caseId);
    await voted(who, caseId, meetingId, { office: "high", finance: "high", department: "high" });
    return caseId;
  };
  const approveAll = (cases: readonly string[]) =>
    atOnce(
      cases.map(
        (caseId, at) => (settings) =>
          call("POST", `/cases/${caseId}/approve`, { documentNo: `延政函〔2026〕${at}号` }, { token: who.government, settings }),
      ),
    );
  const three = async (first: number) => {
    const meetingId = await meeting(who);
    return Promise.all(range(3).map((at) => toApprove(first + at, meetingId)));
  };
  it("YQ-045 of three approvals at once two stand and the third is told that the year is full", async () => {
    const answers = await approveAll(await three(60));
    expect(through(answers)).toHaveLength(2);
    const third = answers.find((answer) => answer.status >= 300);
    expect(third?.body.refusals).toEqual([
      expect.objectContaining({ code: "high_quota_used", article: "二（四）", figures: expect.objectContaining({ used: "2", max: "2" }) }),
    ]);
    expect(await count("SELECT COUNT(*) AS n FROM slot WHERE status = 'reserved'")).toBe(2);
    expect(new Set(through(answers).map((answer) => answer.body.slot.usedAfter)).size).toBe(2);
  });
  it("YQ-045 without the guard three stand", async () => {
    const cases = await three(70);
    const { sql: mustHold } = (await env.DB.prepare("SELECT sql FROM sqlite_master WHERE name = 'must_hold'").first<{ sql: string }>()) ?? {
      sql: "",
    };
    for (const trigger of ["slot_no_delete", "slot_free", "must_hold"]) await env.DB.prepare(`DROP TRIGGER ${trigger}`).run();
    await env.DB.prepare("CREATE TRIGGER must_hold INSTEAD OF INSERT ON must BEGIN SELECT 1; END").run();
    await env.DB.prepare("DELETE FROM slot").run();
    expect(through(await approveAll(cases))).toHaveLength(3);
    await env.DB.batch([env.DB.prepare("DROP TRIGGER must_hold"), env.DB.prepare(mustHold)]);
  });
});

describe("one ballot for a unit", () => {
  const units = ["office", "finance", "department", "bankA", "guarantor"] as const;
  const opened = async (person: number) => {
    const { caseId } = await firm(person, "北京联审");
    await screened(who, caseId);
    const seats = await seatsOf(who, units);
    must(await call("POST", `/cases/${caseId}/review`, { meetingId: await meeting(who), seats }, { token: who.office }));
    must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
    return { caseId, owner: seats[0]?.orgId };
  };
  const vote = (caseId: string, token: string, choice = "low", settings?: { DB: D1Database }) =>
    call("POST", `/cases/${caseId}/review/ballot`, { choice, reason: "依据经营状况" }, { token, ...(settings ? { settings } : {}) });
  const taps = (caseId: string, token: string) =>
    atOnce(["high", "low", "medium"].map((choice) => (settings) => vote(caseId, token, choice, settings)));
  const ballots = (caseId: string) => count("SELECT COUNT(*) AS n FROM case_event WHERE case_id = ? AND type = 'ballot_cast'", caseId);
  const chain = async (caseId: string) =>
    verifyChain((await env.DB.prepare("SELECT * FROM case_event WHERE case_id = ? ORDER BY seq").bind(caseId).all<EventRow>()).results);

  it("YQ-058 three taps count once, and a colleague of the same unit has no vote beside its delegate", async () => {
    const { caseId } = await opened(80);
    const answers = await taps(caseId, who.bankA);
    expect(through(answers)).toHaveLength(1);
    expect(new Set(refusedWith(answers).flat())).toEqual(new Set(["unit_already_voted"]));
    const { orgId } = await idOf(who.guarantor);
    must(await call("POST", "/identity/staff", { phone: "13600000001", name: "同事", orgId, title: "业务主管" }, { token: who.office }));
    const colleague = await tokenOf("13600000001");
    const both = await atOnce([colleague, who.guarantor].map((token) => (settings) => vote(caseId, token, "medium", settings)));
    expect(both.map((answer) => answer.status)).toEqual([422, 200]);
    expect(await ballots(caseId)).toBe(2);
    expect(await count("SELECT COUNT(*) AS n FROM ballot")).toBeGreaterThanOrEqual(2);
    expect(await chain(caseId)).toBeNull();
  });
  it("YQ-062 a ballot and the closing at the same moment: nobody's vote is lost or counted late", async () => {
    const { caseId, owner } = await opened(81);
    for (const unit of units.slice(0, 4)) must(await vote(caseId, who[unit]));
    const close = (settings?: { DB: D1Database }) =>
      call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: owner }, { token: who.office, ...(settings ? { settings } : {}) });
    const [voteAnswer, closeAnswer] = await atOnce([(settings) => vote(caseId, who.guarantor, "high", settings), close]);
    expect([voteAnswer?.status, closeAnswer?.body.code]).toEqual([200, "ballots_missing"]);
    const [again, closed] = await atOnce([(settings) => vote(caseId, who.guarantor, "low", settings), close]);
    expect(again?.status).toBeGreaterThanOrEqual(400);
    expect(closed?.body).toMatchObject({ result: "decided", counts: { high: 1, low: 4 } });
    const late = await vote(caseId, who.guarantor);
    expect([late.status, late.body.code]).toEqual([409, "wrong_step"]);
    expect(await ballots(caseId)).toBe(5);
  });
  it("YQ-062 20 closings at once close once", async () => {
    const { caseId, owner } = await opened(82);
    for (const unit of units) must(await vote(caseId, who[unit]));
    const answers = await atOnce(
      range(20).map(() => (settings) => call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: owner }, { token: who.office, settings })),
    );
    expect(through(answers)).toHaveLength(1);
    expect(await count("SELECT COUNT(*) AS n FROM case_event WHERE case_id = ? AND type = 'review_decided'", caseId)).toBe(1);
    expect(await chain(caseId)).toBeNull();
  });
  it("without the guards three taps are three ballots and the chain forks", async () => {
    const { caseId } = await opened(83);
    await bare("ballot");
    await bare("case_event");
    expect(through(await taps(caseId, who.bankA)).length).toBeGreaterThan(1);
    expect(await ballots(caseId)).toBeGreaterThan(1);
    expect(await chain(caseId)).not.toBeNull();
  });
});

describe("one effect for a key", () => {
  const body = { title: "同一次会议", heldOn: "2026-12-01", place: "三楼" };
  const convoke = (key: string, given: unknown = body, settings?: { DB: D1Database }) =>
    call("POST", "/meetings", given, { token: who.office, key, ...(settings ? { settings } : {}) });
  const meetings = () => count("SELECT COUNT(*) AS n FROM meeting");

  it("20 posts with one key that have all read before one writes: one effect, one answer", async () => {
    const before = await meetings();
    const answers = await atOnce(range(20).map(() => (settings) => convoke("k20", body, settings)));
    expect(new Set(answers.map((answer) => `${answer.status} ${JSON.stringify(answer.body)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await meetings()).toBe(before + 1);
    const other = await convoke("k20", { ...body, place: "四楼" });
    expect([other.status, other.body.code]).toEqual([409, "idempotency_conflict"]);
  });
  it("1,000 posts at once over 100 keys give 100 effects, and each key one answer", { timeout: 60_000 }, async () => {
    const before = await meetings();
    const answers = await Promise.all(range(1000).map(async (at) => ({ key: `k-${at % 100}`, answer: await convoke(`k-${at % 100}`) })));
    expect(await meetings()).toBe(before + 100);
    const told = new Map<string, Set<string>>();
    for (const { key, answer } of answers) told.set(key, (told.get(key) ?? new Set()).add(`${answer.status} ${JSON.stringify(answer.body)}`));
    expect(told.size).toBe(100);
    expect([...told.values()].every((each) => each.size === 1)).toBe(true);
    expect(answers.every(({ answer }) => answer.status === 201)).toBe(true);
  });
  it("a reply lost after the commit is told again, and the effect stands once", async () => {
    const before = await meetings();
    const lost = { ...env.DB, prepare: (text: string) => env.DB.prepare(text) };
    const dropping = Object.assign(lost, {
      batch: async (statements: D1PreparedStatement[]) => {
        const found = await env.DB.batch(statements);
        if (found.every((result) => result.results.length === 0)) throw new Error("the line broke after the commit");
        return found;
      },
    }) as unknown as D1Database;
    expect((await convoke("lost", body, { DB: dropping })).status).toBe(500);
    expect(await meetings()).toBe(before + 1);
    const again = await convoke("lost");
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(await meetings()).toBe(before + 1);
  });
  it("without the guard the same 20 posts have more than one effect", async () => {
    const before = await meetings();
    await bare("idempotency");
    await atOnce(range(20).map(() => (settings) => convoke("bare", body, settings)));
    expect(await meetings()).toBeGreaterThan(before + 1);
  });
});
