/** The ledger's own wall: raw SQL tries what no rule would let through, on the real schema with 延庆's chart. */
import { beforeAll, describe, expect, it } from "vitest";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { env } from "../testing";

interface Line {
  readonly account: string;
  readonly side: "debit" | "credit";
  readonly amount: number;
  readonly of?: string;
}
interface Row {
  readonly type?: "reserved" | "posted" | "voided" | "expired";
  readonly reason: string;
  readonly entries: readonly Line[];
  readonly payable?: string;
  readonly until?: string;
  readonly on?: string;
  readonly checkedBy?: string | null;
  readonly reverses?: string;
  readonly seq?: number;
  readonly verb?: "INSERT" | "INSERT OR REPLACE" | "INSERT OR IGNORE";
}

const debit = (account: string, amount: number, of?: string): Line => ({ account, side: "debit", amount, ...(of ? { of } : {}) });
const credit = (account: string, amount: number, of?: string): Line => ({ account, side: "credit", amount, ...(of ? { of } : {}) });
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const why = (thrown: unknown): string =>
  /(?:D1_ERROR: )?([a-z_]+|CHECK constraint failed)[:,]?/.exec(String((thrown as Error).message))?.[1] ?? String(thrown);

/** What SQL says to a row at the ledger's end: nothing, or the word of what refused it. */
async function tries(id: string, row: Row): Promise<string> {
  const last = await env.DB.prepare("SELECT seq, hash FROM ledger_event WHERE scheme_id = 's' ORDER BY seq DESC LIMIT 1").first<{
    seq: number;
    hash: string;
  }>();
  const seq = row.seq ?? (last?.seq ?? 0) + 1;
  const values = [
    seq,
    row.type ?? "posted",
    id,
    row.reason,
    row.on ?? "2026-03-02",
    JSON.stringify(row.entries),
    "a",
    row.checkedBy === undefined ? "b" : row.checkedBy,
  ];
  const more = ["case", row.payable ?? null, null, row.reverses ?? null, row.until ?? null, null, "YQ-074", 1, last?.hash ?? "", `hash-${seq}-${id}`];
  try {
    await run(`${row.verb ?? "INSERT"} INTO ledger_event VALUES ('s', ${Array(18).fill("?").join(", ")})`, ...values, ...more);
    return "";
  } catch (thrown) {
    return why(thrown);
  }
}
const pay = (claim: string, amount: number, more: Partial<Row> = {}): Row => ({
  reason: "compensation",
  entries: [debit("compensation", amount, claim), credit("account", amount)],
  payable: claim,
  ...more,
});
const draw = (payable: string, amount: number): Row => ({
  reason: "quota_draw",
  entries: [debit("account", amount), credit("quota", amount)],
  payable,
});
const deposit = (amount: number, more: Partial<Row> = {}): Row => ({
  reason: "deposit",
  entries: [debit("account", amount), credit("source", amount)],
  ...more,
});
const balance = async (account: string, of = ""): Promise<readonly [number, number]> => {
  const found = await env.DB.prepare("SELECT balance, held FROM ledger_balance WHERE scheme_id = 's' AND account = ? AND of_id = ?")
    .bind(account, of)
    .first<{ balance: number; held: number }>();
  return [found?.balance ?? 0, found?.held ?? 0];
};
const approve = (id: string, amount: number) =>
  run(
    "INSERT INTO payable (scheme_id, id, reason, of_id, case_id, payee_org, amount, approved_on) VALUES ('s', ?, 'compensation', ?, 'case', 'bank', ?, '2026-03-01')",
    id,
    id,
    amount,
  );

beforeAll(async () => {
  const { accounts, reasons } = yanqing.fund.chart;
  for (const one of accounts)
    await run("INSERT INTO ledger_account VALUES ('s', ?, ?, ?, ?, ?)", one.id, one.grows, one.per ?? null, one.short ?? null, one.holds ?? null);
  for (const one of reasons)
    await run(
      "INSERT INTO ledger_reason (scheme_id, id, debits, credits, needs_case, persons, payable, counts) VALUES ('s', ?, ?, ?, ?, ?, ?, ?)",
      one.id,
      JSON.stringify(one.debits),
      JSON.stringify(one.credits),
      one.needsCase ? 1 : 0,
      one.persons,
      one.payable ?? null,
      one.counts ?? null,
    );
  expect(await tries("open-0", deposit(1000))).toBe("");
  expect(await tries("open-1", { reason: "quota_grant", entries: [debit("quota", 500), credit("source", 500)] })).toBe("");
  for (const [id, amount] of Object.entries({ a: 900, b: 400, c: 900 })) await approve(id, amount);
});

describe("SQL refuses by itself", () => {
  it.each([
    ["an unbalanced transfer", { ...deposit(10), entries: [debit("account", 10), credit("source", 9)] }, "transfer_unbalanced"],
    ["an empty one", { ...deposit(10), entries: [] }, "transfer_unbalanced"],
    ["less than nothing", deposit(-1), "account_mismatch"],
    ["half a fen", deposit(0.5), "account_mismatch"],
    ["an account that the chart lacks", { ...deposit(1), entries: [debit("elsewhere", 1), credit("source", 1)] }, "account_mismatch"],
    ["the wrong side", { ...deposit(1), entries: [debit("source", 1), credit("account", 1)] }, "account_mismatch"],
    ["YQ-031 a purpose that is not on the list", { ...deposit(1), reason: "investment" }, "fund_use_forbidden"],
    ["one person", deposit(1, { checkedBy: null }), "second_person_missing"],
    ["the same person twice", deposit(1, { checkedBy: "a" }), "CHECK constraint failed"],
    ["YQ-073 a payment without an approved payable", pay("none", 1), "quota_without_claim"],
    ["more than was approved", pay("b", 401), "quota_without_claim"],
    ["another claim's account", { ...pay("b", 1), entries: [debit("compensation", 1, "a"), credit("account", 1)] }, "quota_without_claim"],
    ["YQ-029 a draw without an approved payable", { ...draw("none", 1) }, "quota_without_claim"],
    ["YQ-027 a draw above the ceiling", draw("c", 501), "fund_insufficient"],
    [
      "YQ-006 a balance below zero",
      { reason: "recovery_return", entries: [debit("account", 1), credit("compensation", 1, "a")] },
      "fund_insufficient",
    ],
    ["a gap in the chain", deposit(1, { seq: 99 }), "stale"],
    ["a repeat of a number", deposit(1, { seq: 1 }), "stale"],
    ["INSERT OR REPLACE", deposit(9, { seq: 1, verb: "INSERT OR REPLACE" }), "stale"],
    [
      "INSERT OR IGNORE of a wrong one",
      { ...deposit(9, { verb: "INSERT OR IGNORE" }), entries: [debit("account", 9), credit("source", 8)] },
      "transfer_unbalanced",
    ],
  ] as readonly (readonly [string, Row, string])[])("%s", async (_, row, word) => {
    const before = await balance("account");
    expect(await tries("x", row)).toBe(word);
    expect(await balance("account")).toEqual(before);
  });

  it.each(["UPDATE ledger_event SET reason = 'deposit'", "DELETE FROM ledger_event", "UPDATE payable SET amount = 1", "DELETE FROM payable"])(
    "%s",
    async (sql) => {
      await expect(run(sql)).rejects.toThrow(/append_only|amount_mismatch/);
    },
  );
});

describe("a payment through its reservation", () => {
  const until = "2026-04-01";
  it("YQ-074 holds, posts once and in time, and no second payment follows", async () => {
    expect(await tries("p1", pay("a", 900, { type: "reserved", until }))).toBe("");
    expect(await balance("account")).toEqual([1000, 900]);
    expect(await tries("p2", pay("b", 400))).toBe("fund_insufficient");
    expect(await tries("p3", pay("a", 1))).toBe("paid_twice");
    expect(await tries("p1", pay("a", 900, { until, on: "2026-04-02" }))).toBe("transfer_not_reserved");
    expect(await tries("p1", pay("a", 899, { until }))).toBe("transfer_not_reserved");
    expect(await tries("p1", pay("a", 900, { until }))).toBe("");
    expect(await balance("account")).toEqual([100, 0]);
    expect(await balance("compensation", "a")).toEqual([900, 0]);
    expect(await tries("p1", pay("a", 900, { until }))).toBe("transfer_not_reserved");
    expect(await tries("p9", pay("a", 1))).toBe("paid_twice");
  });

  it("YQ-034 the draw, the payment, a reversal once, and the payment again", async () => {
    expect(await tries("w", draw("b", 401))).toBe("quota_without_claim");
    expect(await tries("w", draw("b", 300))).toBe("");
    expect(await tries("v", draw("b", 101))).toBe("CHECK constraint failed");
    expect(await tries("p4", pay("b", 400, { type: "reserved", until }))).toBe("");
    expect(await tries("p4", pay("b", 400, { type: "expired", until, on: until }))).toBe("transfer_not_reserved");
    expect(await tries("p4", pay("b", 400, { type: "voided", until }))).toBe("");
    expect(await tries("p4", pay("b", 400, { until }))).toBe("transfer_not_reserved");
    expect(await tries("p5", pay("b", 400))).toBe("");
    const mirrored: Row = { ...pay("b", 400), entries: [credit("compensation", 400, "b"), debit("account", 400)], reverses: "p5" };
    expect(await tries("r1", mirrored)).toBe("");
    expect(await tries("r2", mirrored)).toBe("stale");
    expect(await tries("p6", pay("b", 400))).toBe("");
    expect([await balance("account"), await balance("quota")]).toEqual([
      [0, 0],
      [200, 0],
    ]);
  });
});

describe("what goes beside the ledger", () => {
  it("YQ-086 a pause or restart is a record: not changed, not deleted, not replaced", async () => {
    const change = "INTO fund_change VALUES ('s', 1, 0, 'PAUSED', 1, '2026-03-02', '{}', 'YQ-086', '三（八）', 1)";
    await run(`INSERT ${change}`);
    for (const [sql, word] of [
      ["UPDATE fund_change SET to_state = 'ACTIVE'", "append_only"],
      ["DELETE FROM fund_change", "append_only"],
      [`INSERT OR REPLACE ${change}`, "stale"],
      ["INSERT INTO fund_change VALUES ('s', 2, 0, 'CLOSED', 1, '2026-03-02', '{}', '', '', 1)", "CHECK constraint failed"],
    ] as const)
      await expect(run(sql)).rejects.toThrow(word);
  });

  it("a matter is reported once, and is otherwise as it was written", async () => {
    const matter =
      "INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('m', 's', 'fund_paused', '2026-03-02', '{}', '三（七）', 1)";
    await run(`INSERT ${matter}`);
    for (const [sql, word] of [
      ["UPDATE major_matter SET what = 'nothing', reported_on = '2026-03-03' WHERE id = 'm'", "append_only"],
      ["UPDATE major_matter SET document_no = '1' WHERE id = 'm'", "append_only"],
      ["DELETE FROM major_matter", "append_only"],
      [`INSERT OR REPLACE ${matter}`, "stale"],
    ] as const)
      await expect(run(sql)).rejects.toThrow(word);
    await run("UPDATE major_matter SET reported_on = '2026-03-03', document_no = '1' WHERE id = 'm'");
    await expect(run("UPDATE major_matter SET document_no = '2' WHERE id = 'm'")).rejects.toThrow("append_only");
  });

  it("the sums that the pause is measured on, and the moment of a payment, follow the postings and their reversals", async () => {
    const paid = () => env.DB.prepare("SELECT amount FROM ledger_count WHERE scheme_id = 's' AND name = 'paid'").first<number>("amount");
    const settled = () => env.DB.prepare("SELECT paid_seq FROM payable WHERE scheme_id = 's' AND id = 'b'").first<number>("paid_seq");
    const last = () => env.DB.prepare("SELECT MAX(seq) AS seq FROM ledger_event WHERE scheme_id = 's'").first<number>("seq");
    const posted = await env.DB.prepare(
      "SELECT SUM(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END * (entries ->> '$[0].amount')) AS n FROM ledger_event WHERE scheme_id = 's' AND type = 'posted' AND reason = 'compensation'",
    ).first<number>("n");
    expect([await paid(), await settled()]).toEqual([posted, await last()]);
    const undone: Row = { ...pay("b", 400), entries: [credit("compensation", 400, "b"), debit("account", 400)], reverses: "p6" };
    expect(await tries("r6", undone)).toBe("");
    expect([await paid(), await settled()]).toEqual([(posted ?? 0) - 400, null]);
  });
});

it("every trigger of the ledger, its books, instructions and subsidies stands in the database", async () => {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all<{ name: string }>();
  const standing = new Set(results.map(({ name }) => name));
  const migrations = (env as unknown as { TEST_MIGRATIONS: { name: string; queries: string[] }[] }).TEST_MIGRATIONS;
  const wall = migrations.filter(({ name }) => /^00(20|21|25|28)_/.test(name));
  const named = wall.flatMap(({ queries }) => queries.flatMap((query) => [...query.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name = ""]) => name)));
  expect(wall).toHaveLength(4);
  expect(named.length).toBeGreaterThanOrEqual(35);
  expect(named.filter((name) => !standing.has(name))).toEqual([]);
});
