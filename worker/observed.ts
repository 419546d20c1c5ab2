/** A database as tests watch it: what was asked of it in which batch, readers who wait for each other, statements that fail. Imported by tests only. */

import { sha256 } from "./digest";

/** A digest of every table's rows but those of sessions and of counted refusals, which are noted outside a command's batch. */
export async function everything(db: D1Database): Promise<Record<string, string>> {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%' AND name NOT IN ('session', 'refused_decision') ORDER BY name",
    )
    .all<{ name: string }>();
  const found = await db.batch(results.map(({ name }) => db.prepare(`SELECT * FROM ${name}`)));
  return Object.fromEntries(
    await Promise.all(found.map(async ({ results: rows }, at) => [results[at]?.name ?? "", await sha256(JSON.stringify(rows))])),
  );
}

/** One batch or single statement that reached the database. */
export interface Asked {
  readonly texts: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  readonly writes: boolean;
}

export interface Watch {
  /** After a batch that only reads was answered, before the reader hears of it. */
  readonly afterReading?: () => Promise<void>;
  /** The batch that is sent in place of one that writes; `texts` is what its statements say. */
  readonly instead?: (batch: readonly D1PreparedStatement[], texts: readonly string[]) => readonly D1PreparedStatement[];
}

const READS = /^\s*(SELECT|WITH)\b/i;

/** The same database, watched: `call(…, { settings: { DB: observed(env.DB).db } })`. */
export function observed(db: D1Database, { afterReading, instead }: Watch = {}): { db: D1Database; asked: Asked[] } {
  const asked: Asked[] = [];
  const known = new WeakMap<D1PreparedStatement, { text: string; values: readonly unknown[] }>();
  const note = (statements: readonly D1PreparedStatement[]): Asked => {
    const each = statements.map((one) => known.get(one) ?? { text: "", values: [] });
    const one = { texts: each.map(({ text }) => text), values: each.map(({ values }) => values), writes: each.some(({ text }) => !READS.test(text)) };
    asked.push(one);
    return one;
  };
  const follow = (statement: D1PreparedStatement, text: string, values: readonly unknown[]): D1PreparedStatement => {
    known.set(statement, { text, values });
    const bind = statement.bind.bind(statement);
    statement.bind = (...given: unknown[]) => follow(bind(...given), text, given);
    for (const way of ["run", "all", "first", "raw"] as const) {
      const does = statement[way].bind(statement) as (...given: unknown[]) => Promise<unknown>;
      Object.assign(statement, {
        [way]: (...given: unknown[]) => {
          note([statement]);
          return does(...given);
        },
      });
    }
    return statement;
  };
  const watched = {
    prepare: (text: string) => follow(db.prepare(text), text, []),
    batch: async (statements: D1PreparedStatement[]) => {
      const { writes, texts } = note(statements);
      if (writes) return db.batch([...(instead?.(statements, texts) ?? statements)]);
      const found = await db.batch(statements);
      await afterReading?.();
      return found;
    },
    exec: (text: string) => db.exec(text),
  };
  return { db: watched as unknown as D1Database, asked };
}

/** The first `rivals` readers all read before any of them goes on: what each then writes rests on the same, by then stale, facts. */
export function meeting(rivals: number): () => Promise<void> {
  let read = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    read += 1;
    if (read >= rivals) open();
    return all;
  };
}
