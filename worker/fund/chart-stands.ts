/** A scheme's chart of accounts as the database keeps it: written at the fund's first use, compared from then on. */
import { sql } from "drizzle-orm";
import type { Scheme } from "../../shared/schemes/scheme";
import { statement } from "../database";
import { canonical } from "../event";

const charted = new WeakMap<D1Database, Set<string>>();

/** The chart as the scheme states it stands in SQL before the first posting, where the ledger's own wall reads it; a chart that differs from it stops every posting. */
export async function chartStands(db: D1Database, { id: schemeId, fund: { chart } }: Pick<Scheme, "id" | "fund">): Promise<void> {
  const known = charted.get(db) ?? new Set();
  if (known.has(schemeId)) return;
  const accounts = chart.accounts.map(({ id, grows, per, short, holds }) => ({
    id,
    grows,
    per: per ?? null,
    short: short ?? null,
    holds: holds ?? null,
  }));
  const reasons = chart.reasons.map(({ id, debits, credits, needsCase, persons, payable, counts }) => ({
    id,
    debits: JSON.stringify(debits),
    credits: JSON.stringify(credits),
    needs_case: needsCase ? 1 : 0,
    persons,
    payable: payable ?? null,
    counts: counts ?? null,
  }));
  const found = await db.batch([
    statement(
      db,
      sql`INSERT INTO ledger_account (scheme_id, id, grows, per, short, holds)
        SELECT ${schemeId}, value ->> 'id', value ->> 'grows', value ->> 'per', value ->> 'short', value ->> 'holds' FROM json_each(${JSON.stringify(accounts)}) WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    statement(
      db,
      sql`INSERT INTO ledger_reason (scheme_id, id, debits, credits, needs_case, persons, payable, counts)
        SELECT ${schemeId}, value ->> 'id', value ->> 'debits', value ->> 'credits', value ->> 'needs_case', value ->> 'persons', value ->> 'payable', value ->> 'counts'
        FROM json_each(${JSON.stringify(reasons)}) WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    statement(db, sql`SELECT id, grows, per, short, holds FROM ledger_account WHERE scheme_id = ${schemeId}`),
    statement(db, sql`SELECT id, debits, credits, needs_case, persons, payable, counts FROM ledger_reason WHERE scheme_id = ${schemeId}`),
  ]);
  const inOrder = (list: readonly unknown[]) => canonical([...list].sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1)));
  if (inOrder(found[2]?.results ?? []) !== inOrder(accounts) || inOrder(found[3]?.results ?? []) !== inOrder(reasons))
    throw new Error(`the chart of ${schemeId} in the records is not the scheme's own`);
  known.add(schemeId);
  charted.set(db, known);
}
