/** The wall of the ceilings: orders that are checked at the same moment, by raw SQL that asks no rule, on 新乡's chart. */
import { beforeAll, describe, expect, it } from "vitest";
import { entriesFor } from "../../shared/fund/entries";
import { fen } from "../../shared/money";
import { xinxiang } from "../../shared/schemes/xinxiang/scheme";
import { env } from "../testing";

const { chart } = xinxiang.fund;
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();
const word = (thrown: unknown): string =>
  /([a-z_]+|UNIQUE constraint failed)/.exec(String((thrown as Error).message).replace("D1_ERROR: ", ""))?.[1] ?? "";

interface Row {
  readonly type?: "reserved" | "posted" | "voided" | "expired";
  readonly amount: number;
  readonly on?: string;
  readonly until?: string | null;
  readonly reverses?: string;
  readonly reason?: "compensation" | "deposit" | "opening_paid";
}

/** One row at the ledger's end as it then is, by whoever comes first; the next try is its own. */
async function writes(id: string, { type = "reserved", amount, on = "2026-03-02", until = "2026-05-01", reverses, reason = "compensation" }: Row) {
  const plain = entriesFor(chart, reason, fen(amount), `claim-${reverses ?? id}`);
  const entries = JSON.stringify(reverses ? plain.map((line) => ({ ...line, side: line.side === "debit" ? "credit" : "debit" })) : plain);
  for (;;) {
    try {
      await run(
        `INSERT INTO ledger_event SELECT 's', COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, 'a', 'b', ?, ?, NULL, ?, ?, NULL, 'XX-003', 1,
          COALESCE((SELECT hash FROM ledger_event WHERE scheme_id = 's' ORDER BY seq DESC LIMIT 1), ''), 'hash-' || ? || ? FROM ledger_event WHERE scheme_id = 's'`,
        type,
        id,
        reason,
        on,
        entries,
        reason === "compensation" ? "case" : null,
        reason === "compensation" ? `claim-${reverses ?? id}` : null,
        reverses ?? null,
        until,
        id,
        type,
      );
      return "";
    } catch (thrown) {
      const why = word(thrown);
      if (why !== "stale" && why !== "UNIQUE constraint failed") return why;
    }
  }
}

const spent = async (year: number) =>
  (await env.DB.prepare("SELECT amount FROM fund_spent WHERE scheme_id = 's' AND year = ?").bind(year).first<number>("amount")) ?? 0;
const caps = (year: number, life: number) =>
  env.DB.batch([
    env.DB.prepare("DELETE FROM fund_ceiling"),
    env.DB.prepare("INSERT INTO fund_ceiling VALUES ('s', 'annual_cap', 'year', 2026, ?), ('s', 'fund_total', 'life', 0, ?)").bind(year, life),
  ]);
const approve = (id: string) =>
  run(
    "INSERT INTO payable (scheme_id, id, reason, of_id, case_id, payee_org, amount, approved_on) VALUES ('s', ?, 'compensation', ?, 'case', 'bank', 1000, '2026-03-01')",
    `claim-${id}`,
    `claim-${id}`,
  );

beforeAll(async () => {
  for (const one of chart.accounts)
    await run("INSERT INTO ledger_account VALUES ('s', ?, ?, ?, ?, ?)", one.id, one.grows, one.per ?? null, one.short ?? null, one.holds ?? null);
  for (const one of chart.reasons)
    await run(
      "INSERT INTO ledger_reason (scheme_id, id, debits, credits, needs_case, persons, payable, counts) VALUES ('s', ?, ?, ?, ?, ?, ?, ?)",
      one.id,
      JSON.stringify(one.debits),
      JSON.stringify(one.credits),
      0,
      one.persons,
      one.payable ?? null,
      one.counts ?? null,
    );
  expect(await writes("budget", { type: "posted", reason: "deposit", amount: 1_000_000, until: null })).toBe("");
});

describe("ceilings in SQL", () => {
  it("XX-003 of fifty orders at once exactly those pass that the year's ceiling covers", async () => {
    await caps(7_500, 1_000_000);
    const ids = Array.from({ length: 50 }, (_, at) => `y${at}`);
    for (const id of ids) await approve(id);
    const said = await Promise.all(ids.map((id) => writes(id, { amount: 1_000 })));
    expect(said.filter((one) => one === "")).toHaveLength(7);
    expect(new Set(said.filter((one) => one !== ""))).toEqual(new Set(["budget_exceeded"]));
    expect(await spent(2026)).toBe(7_000);
  });

  it("XX-003 an order that ends unpaid gives its room back; a payment keeps it, and its reversal gives it back", async () => {
    const held = (
      await env.DB.prepare("SELECT transfer_id AS id FROM ledger_event WHERE scheme_id = 's' AND type = 'reserved' ORDER BY seq").all<{
        id: string;
      }>()
    ).results;
    const [first, second] = held.map(({ id }) => id);
    expect(await writes(first ?? "", { type: "voided", amount: 1_000 })).toBe("");
    expect(await writes(second ?? "", { type: "posted", amount: 1_000 })).toBe("");
    expect(await spent(2026)).toBe(6_000);
    await approve("again");
    expect(await writes("again", { amount: 1_000 })).toBe("");
    await approve("over");
    expect(await writes("over", { amount: 1_000 })).toBe("budget_exceeded");
    expect(await writes("undone", { type: "posted", amount: 1_000, reverses: second ?? "", until: null })).toBe("");
    expect(await spent(2026)).toBe(6_000);
    expect(await writes("over", { amount: 1_000 })).toBe("");
  });

  it("XX-002 the ceiling of the whole life counts every year and what was paid before the books were opened", async () => {
    await caps(1_000_000, 9_000);
    expect(await writes("before", { type: "posted", reason: "opening_paid", amount: 1_000, until: null })).toBe("");
    expect([await spent(0), await spent(2026)]).toEqual([1_000, 7_000]);
    for (const id of ["n1", "n2"]) await approve(id);
    expect(await writes("n1", { amount: 1_000, on: "2027-01-02", until: "2027-03-01" })).toBe("");
    expect(await writes("n2", { amount: 1_000, on: "2027-01-02", until: "2027-03-01" })).toBe("budget_exceeded");
  });

  it("without the guard more than the ceiling covers get through", async () => {
    await caps(8_000, 1_000_000);
    await run("DROP TRIGGER ledger_spends");
    const ids = Array.from({ length: 10 }, (_, at) => `z${at}`);
    for (const id of ids) await approve(id);
    const said = await Promise.all(ids.map((id) => writes(id, { amount: 1_000 })));
    expect(said.filter((one) => one === "")).toHaveLength(10);
  });
});
