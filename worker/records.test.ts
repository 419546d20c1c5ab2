/** What is written once stays as it was written, whoever holds the database: guards in SQL, each attacked. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { everything } from "./observed";
import { applied, type Cast, cast, idOf, loanBody, meeting, must, offered, pushed, screened, voted } from "./story";
import { call, env } from "./testing";

/** Every guard that the records rely on, by table. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  case_event: ["case_event_no_update", "case_event_no_delete", "case_event_no_replace", "case_event_next"],
  idempotency: ["idempotency_no_update", "idempotency_no_replace"],
  must: ["must_hold"],
  statement: ["statement_fixed", "statement_no_delete", "statement_no_replace", "statement_quota"],
  outbox: ["outbox_no_delete", "outbox_fixed", "outbox_no_replace"],
  recommendation_letter: ["recommendation_letter_no_update", "recommendation_letter_no_delete", "recommendation_letter_no_replace"],
  ballot: ["ballot_no_update", "ballot_no_delete", "ballot_once", "ballot_in_time", "ballot_by_seat"],
  slot: ["slot_free", "slot_moves", "slot_no_delete", "slot_no_replace"],
  loan: ["loan_no_update", "loan_no_delete", "loan_no_replace"],
  loan_use: ["loan_use_no_update", "loan_use_no_delete", "loan_use_once"],
};

let who: Cast;
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  must(await call("PUT", "/webhook", { url: "http://receiver.invalid/" }, { token: who.bankA }));
  const caseId = await applied(who.firm, 1, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  await voted(who, caseId, await meeting(who), { office: "high", finance: "high", department: "high" });
  must(await call("POST", `/cases/${caseId}/approve`, { documentNo: "延政函〔2026〕1号" }, { token: who.government }));
  const { bankA = "" } = await pushed(who, caseId, ["bankA"]);
  await offered(who.bankA, caseId, bankA);
  must(await call("POST", `/cases/${caseId}/leads/${bankA}/loan`, loanBody("HT-1"), { token: who.bankA }));
}, 60_000);

describe("the guards", () => {
  it("are all there", async () => {
    const { results } = await env.DB.prepare("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'").all<{
      tbl_name: string;
      name: string;
    }>();
    const found = results.map(({ tbl_name, name }) => `${tbl_name}.${name}`);
    expect(found).toEqual(expect.arrayContaining(Object.entries(GUARDS).flatMap(([table, names]) => names.map((name) => `${table}.${name}`))));
  });
  it("stand on tables that hold something to guard", async () => {
    for (const table of Object.keys(GUARDS).filter((name) => name !== "must"))
      expect([table, await env.DB.prepare(`SELECT COUNT(*) > 0 AS some FROM ${table}`).first("some")]).toEqual([table, 1]);
  });
});

/** What nobody may do to any row; `column` is one that would be worth changing. */
const attacks = (table: string, column: string, to: string): string[] => [
  `UPDATE ${table} SET ${column} = ${to}`,
  `UPDATE OR REPLACE ${table} SET ${column} = ${to}`,
  `UPDATE OR IGNORE ${table} SET ${column} = ${to}`,
  `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
  `REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
  `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`,
];

describe.each([
  ["case_event", "data", "'{}'"],
  ["ballot", "sealed", "'x'"],
  ["loan", "principal", "1"],
  ["loan_use", "credit_code", "'x'"],
  ["recommendation_letter", "credit_code", "'x'"],
  ["statement", "sha256", "'x'"],
  ["outbox", "payload", "'{}'"],
  ["idempotency", "reply", "'{}'"],
  ["slot", "year", "2020"],
])("%s", (table, column, to) => {
  it("cannot be changed, replaced or written again", async () => {
    const before = await everything(env.DB);
    for (const attack of attacks(table, column, to)) await expect(env.DB.prepare(attack).run(), attack).rejects.toThrow(/SQLITE_CONSTRAINT/);
    expect(await everything(env.DB)).toEqual(before);
  });
  // remembered answers may be forgotten when they are old; nothing else may
  if (table !== "idempotency")
    it("cannot be removed", async () => {
      const before = await everything(env.DB);
      await expect(env.DB.prepare(`DELETE FROM ${table}`).run()).rejects.toThrow(/SQLITE_CONSTRAINT/);
      expect(await everything(env.DB)).toEqual(before);
    });
});

describe("a place of the year", () => {
  it("YQ-045 once used is not given back, and none is taken beyond the number", async () => {
    for (const status of ["reserved", "released", "used"])
      await expect(env.DB.prepare("UPDATE slot SET status = ?").bind(status).run()).rejects.toThrow(/high_quota_used/);
    const take = (on: string) =>
      env.DB.prepare(
        "INSERT INTO slot (scheme_id, slot_id, year, case_id, reserved_on, most) SELECT scheme_id, slot_id, year, case_id, ?, most FROM slot LIMIT 1",
      )
        .bind(on)
        .run();
    await take("2026-01-01");
    await expect(take("2026-01-02")).rejects.toThrow(/high_quota_used/);
  });
});
