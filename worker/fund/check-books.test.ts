/** The check of the books finds what somebody with the database in hand has changed: balances, and rows of the ledger changed, removed, swapped, put in or cut off. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { FundView } from "../../shared/contract/fund";
import { load } from "../database";
import { everything } from "../observed";
import { applied, type Cast, cast, idOf, loanBody, meeting, must, offered, openedFund, pushed, screened, voted } from "../story";
import { sweep } from "../sweep";
import { call, env, phoneOf, tokenOf } from "../testing";
import { booksQueries } from "./books";
import { ago, approved, compensated, moved } from "./testing-books";

let who: Cast;
let caseId: string;
interface Finding {
  readonly what: string;
  readonly detail: string;
}
const run = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run();
async function check(): Promise<{ ok: boolean; events: number; findings: Finding[] }> {
  return must(await call("POST", "/fund/checks", {}, { token: who.finance })).body;
}
const kinds = async () => [...new Set((await check()).findings.map(({ what }) => what))].sort();

beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  caseId = await applied(who.firm, 1, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  await voted(who, caseId, await meeting(who), { office: "medium", finance: "medium", department: "medium" });
  const { bankA = "" } = await pushed(who, caseId, ["bankA"]);
  await offered(who.bankA, caseId, bankA);
  must(await call("POST", `/cases/${caseId}/leads/${bankA}/loan`, loanBody("HT-1"), { token: who.bankA }));
  await openedFund(who);
  await compensated("a", caseId, 1_500_000_000, ago(9));
  await compensated("b", caseId, 700_000_000, ago(8), 700_000_000);
  await approved("waits", caseId, 100, ago(7));
  await moved("back", "recovery_return", caseId, "a", 700_000_000, ago(6));
  await moved("more", "recovery_return", caseId, "a", 5, ago(5));
}, 60_000);

describe("a sound ledger", () => {
  it("YQ-086 YQ-087 replays to its own pause, restart and queue; every balance counts to itself", async () => {
    const found = await check();
    expect(found).toMatchObject({ ok: true, findings: [] });
    expect(found.events).toBe(await env.DB.prepare("SELECT COUNT(*) AS n FROM ledger_event").first("n"));
    const { breaker, check: last } = must(await call("GET", "/fund", undefined, { token: who.office })).body as FundView;
    expect(breaker).toMatchObject({ state: "ACTIVE", epoch: 2, changes: [{ to: "ACTIVE" }, { to: "PAUSED" }] });
    expect((await load(env.DB, booksQueries(env.DB, "yanqing"))).queue).toEqual([]);
    expect(last).toMatchObject({ ok: true, events: found.events });
  });
  it("is checked by the clock once a day", async () => {
    const byClock = () =>
      env.DB.prepare("SELECT COUNT(*) AS n FROM books_check WHERE scheme_id = 'yanqing' AND person_id IS NULL").first<number>("n");
    await Promise.all([sweep(env), sweep(env)]);
    await sweep(env);
    expect(await byClock()).toBe(1);
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ["Date"] });
    await sweep(env);
    vi.useRealTimers();
    expect(await byClock()).toBe(2);
  });
  it("is asked for by office, finance and auditor, and by nobody else", async () => {
    for (const token of [who.government, who.bankA, who.firm])
      expect(await call("POST", "/fund/checks", {}, { token })).toMatchObject({ status: 403 });
    must(await call("POST", "/fund/checks", {}, { token: await tokenOf(phoneOf(13)) }));
  });
});

/** Tables and triggers as they stood, for each attack begins from a sound ledger. */
const TABLES = ["ledger_event", "ledger_balance", "ledger_count", "day_book", "breaker_state", "fund_change", "payable"] as const;
interface Trigger {
  name: string;
  sql: string;
}
let guards: Trigger[];
async function unguarded(): Promise<void> {
  const list = TABLES.map((name) => `'${name}'`).join(", ");
  guards = (await env.DB.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (${list})`).all<Trigger>()).results;
  await env.DB.batch([
    ...TABLES.map((name) => env.DB.prepare(`CREATE TABLE kept_${name} AS SELECT * FROM ${name}`)),
    ...guards.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
  ]);
}
const restored = async (): Promise<void> => {
  await env.DB.batch([
    ...TABLES.flatMap((name) =>
      [`DELETE FROM ${name}`, `INSERT INTO ${name} SELECT * FROM kept_${name}`, `DROP TABLE kept_${name}`].map((text) => env.DB.prepare(text)),
    ),
    ...guards.map(({ sql }) => env.DB.prepare(sql)),
  ]);
};

describe("with the guards taken away", () => {
  beforeEach(unguarded);
  afterEach(async () => {
    await restored();
    expect((await check()).ok).toBe(true);
  });

  it.each([
    ["the account's balance by one fen", "UPDATE ledger_balance SET balance = balance + 1 WHERE account = 'account'", ["balance", "trial"]],
    ["a claim's balance", "UPDATE ledger_balance SET balance = 0 WHERE account = 'compensation' AND of_id = 'b'", ["of_balance"]],
    ["what is set aside", "UPDATE ledger_balance SET held = 1 WHERE account = 'quota'", ["held"]],
    ["a balance that is gone", "DELETE FROM ledger_balance WHERE account = 'source'", ["balance"]],
    ["what was paid in all", "UPDATE ledger_count SET amount = amount - 1 WHERE name = 'paid'", ["count"]],
    ["a day of the day book", "UPDATE day_book SET cash = cash + 1 WHERE reason = 'deposit'", ["day"]],
    ["the pause", "UPDATE breaker_state SET state = 'PAUSED', epoch = 1", ["breaker"]],
    ["the history of the pause", "DELETE FROM fund_change WHERE to_state = 'ACTIVE'", ["breaker"]],
    ["the queue", "UPDATE payable SET queued = 0 WHERE id = 'waits'", ["queue"]],
    ["a payable that counts as unpaid", "UPDATE payable SET settled_by = NULL, paid_seq = NULL WHERE id = 'a'", ["payable"]],
  ])("a raw change of %s is found", async (_, text, expected) => {
    expect((await run(text)).meta.changes).toBeGreaterThan(0);
    const found = await kinds();
    expect(found).toEqual(expect.arrayContaining(expected.filter((what) => what !== "trial")));
    expect(found).not.toContain("chain");
  });

  const DEPOSIT = "(SELECT seq FROM ledger_event WHERE reason = 'deposit')";
  it.each([
    ["an amount", `UPDATE ledger_event SET entries = replace(entries, '700000000', '600000000') WHERE transfer_id = 'back'`],
    ["a person", "UPDATE ledger_event SET checked_by = 'somebody' WHERE transfer_id = 'a-pay'"],
    ["a day", "UPDATE ledger_event SET on_day = '2026-01-01' WHERE transfer_id = 'b-draw'"],
    ["a paper", "UPDATE ledger_event SET document_no = '1' WHERE reason = 'deposit'"],
    ["a clause", "UPDATE ledger_event SET clauses = 'X' WHERE seq = 1"],
    ["a hash of its own", "UPDATE ledger_event SET hash = 'x' WHERE transfer_id = 'more'"],
    ["the moment", "UPDATE ledger_event SET recorded_at = recorded_at + 1 WHERE seq = 2"],
  ])("a row with %s changed is found", async (_, text) => {
    expect((await run(text)).meta.changes).toBeGreaterThan(0);
    expect(await kinds()).toEqual(expect.arrayContaining(["chain"]));
  });
  it("a removed row is found, numbered anew or not", async () => {
    await run(`DELETE FROM ledger_event WHERE seq = ${DEPOSIT}`);
    expect(await kinds()).toContain("chain");
    await run("UPDATE ledger_event SET seq = seq - 1 WHERE seq > 2");
    expect(await kinds()).toContain("chain");
  });
  it("two rows that changed places are found", async () => {
    await run("UPDATE ledger_event SET seq = 1000 WHERE transfer_id = 'a-pay'");
    await run("UPDATE ledger_event SET seq = (SELECT seq - 1 FROM ledger_event WHERE transfer_id = 'b-draw') WHERE transfer_id = 'b-draw'");
    await run("UPDATE ledger_event SET seq = (SELECT seq + 1 FROM ledger_event WHERE transfer_id = 'b-draw') WHERE transfer_id = 'a-pay'");
    expect(await kinds()).toContain("chain");
  });
  it("a row put in at the end or in between is found", async () => {
    const copied =
      "scheme_id, seq + 1, type, 'planted', reason, on_day, entries, made_by, checked_by, case_id, payable_id, document_no, reverses, until_day, why, clauses, recorded_at, hash, 'h'";
    await run(`INSERT INTO ledger_event SELECT ${copied} FROM ledger_event ORDER BY seq DESC LIMIT 1`);
    expect(await kinds()).toContain("chain");
    await run("DELETE FROM ledger_event WHERE transfer_id = 'planted'");
    await run("UPDATE ledger_event SET seq = seq + 1000 WHERE seq > 3");
    await run("UPDATE ledger_event SET seq = seq - 999 WHERE seq > 1000");
    await run(`INSERT INTO ledger_event SELECT ${copied.replace(", hash,", ", 'p',")} FROM ledger_event WHERE seq = 3`);
    expect(await kinds()).toContain("chain");
  });
  it("rows cut off the end are found, even with every balance set to fit", async () => {
    await run("DELETE FROM ledger_event WHERE transfer_id = 'more'");
    expect(await kinds()).toEqual(expect.arrayContaining(["balance", "chain", "count", "day"]));
    await env.DB.batch([
      env.DB.prepare("UPDATE ledger_balance SET balance = balance - 5 WHERE account = 'account'"),
      env.DB.prepare("UPDATE ledger_balance SET balance = balance + 5 WHERE account = 'compensation' AND of_id IN ('', 'a')"),
      env.DB.prepare("UPDATE ledger_count SET amount = amount - 5 WHERE name = 'returned'"),
      env.DB.prepare("DELETE FROM day_book WHERE on_day = ?").bind(ago(5)),
    ]);
    expect(await kinds()).toEqual(["chain"]);
  });
});

describe("what does not belong to the ledger alone", () => {
  it("a commitment that is not the loan's part is found", async () => {
    await run("UPDATE loan_file SET outstanding = outstanding - 100");
    expect(await kinds()).toEqual(["commitment"]);
    await run("UPDATE loan_file SET outstanding = outstanding + 100");
  });
  it("a case that was moved past its own events is found", async () => {
    await run("UPDATE case_file SET status = 'push' WHERE id = ?", caseId);
    expect(await kinds()).toContain("case");
    await run("UPDATE case_file SET status = 'funded' WHERE id = ?", caseId);
    expect((await check()).ok).toBe(true);
  });
});

describe("a difference", () => {
  it("YQ-032 YQ-085 is told to office, finance and auditor, and is a major matter, once", async () => {
    await run("UPDATE ledger_balance SET balance = balance + 1 WHERE account = 'source'");
    const matters = () =>
      env.DB.prepare("SELECT COUNT(*) AS n FROM major_matter WHERE what = 'books_differ' AND reported_on IS NULL").first<number>("n");
    await run(
      "UPDATE major_matter SET reported_on = '2026-01-01', document_no = '1', reported_by = 'x' WHERE what = 'books_differ' AND reported_on IS NULL",
    );
    const told = async (token: string) =>
      must(await call("GET", "/notices", undefined, { token })).body.notices.filter(({ code }: { code: string }) => code === "books_differ")
        .length as number;
    const readers = [who.office, who.finance, await tokenOf(phoneOf(13))];
    const before = await Promise.all(readers.map(told));
    vi.useFakeTimers({ now: Date.now() + 3 * 86_400_000, toFake: ["Date"] });
    const again = [await tokenOf(phoneOf(4)), await tokenOf(phoneOf(5)), await tokenOf(phoneOf(13))];
    await sweep(env);
    expect(await Promise.all(again.map(told))).toEqual(before.map((count) => count + 1));
    vi.useRealTimers();
    await check();
    expect(await matters()).toBe(1);
    await run("UPDATE ledger_balance SET balance = balance - 1 WHERE account = 'source'");
    expect((await check()).ok).toBe(true);
  });
  it("what a check found is never edited", async () => {
    const before = await everything(env.DB);
    for (const attack of [
      "UPDATE books_check SET ok = 1, findings = '[]'",
      "DELETE FROM books_check",
      "INSERT OR REPLACE INTO books_check SELECT * FROM books_check",
    ])
      await expect(run(attack), attack).rejects.toThrow(/append_only|already_exists/);
    expect(await everything(env.DB)).toEqual(before);
  });
  it("the check reads a posting that comes while it reads as one that came after", async () => {
    const [found] = await Promise.all([check(), moved("between", "recovery_return", caseId, "b", 7, ago(0))]);
    expect(found.findings).toEqual([]);
    expect((await check()).ok).toBe(true);
  });
});

describe("by night", () => {
  it("YQ-084 YQ-085 a half-year that nobody reported and a matter past its time are told to the office, once", async () => {
    await run(
      "INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('late', 'yanqing', 'fund_paused', ?, '{}', '三（八）', 1)",
      ago(20),
    );
    const told = async () => {
      const count = (code: string) => env.DB.prepare("SELECT COUNT(*) AS n FROM notice WHERE code = ?").bind(code).first<number>("n");
      return [await count("major_event_unreported"), await count("report_overdue")];
    };
    const before = await told();
    const later = async (days: number) => {
      vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ["Date"] });
      await sweep(env);
      vi.useRealTimers();
    };
    await run("UPDATE major_matter SET reported_on = '2026-01-01', document_no = '1', reported_by = 'x' WHERE id <> 'late' AND reported_on IS NULL");
    await later(200);
    expect(await told()).toEqual(before.map((count) => (count ?? 0) + 1));
    await later(201);
    expect(await told()).toEqual(before.map((count) => (count ?? 0) + 1));
  });
});
