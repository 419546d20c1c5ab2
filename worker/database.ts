/** D1 by scheme, and drizzle queries as native prepared statements so that one batch carries them all. */
import { is, SQL } from "drizzle-orm";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Bindings } from "./settings";

const dialect = new SQLiteAsyncDialect();

/** A scheme shares no rows with another, so it may have its own database, bound as `DB_<SCHEME>`; else all share `DB`. */
export function databaseFor(env: Bindings, schemeId: string): D1Database {
  const own = env[`DB_${schemeId.toUpperCase().replace(/[^A-Z0-9]/g, "_")}`];
  return own && typeof own === "object" && "prepare" in own ? (own as D1Database) : env.DB;
}

interface Builder {
  toSQL(): { sql: string; params: unknown[] };
}

/** `statement(db, sql`UPDATE t SET a = ${a}`)` or `statement(db, orm(db).insert(t).values(row))`. */
export function statement(db: D1Database, query: SQL | Builder): D1PreparedStatement {
  const { sql: text, params } = is(query, SQL) ? dialect.sqlToQuery(query) : query.toSQL();
  return db.prepare(text).bind(...params);
}

const orms = new WeakMap<D1Database, DrizzleD1Database>();
/** Drizzle over this database, for building queries; run them through `statement`, `read` or `rows`. */
export function orm(db: D1Database): DrizzleD1Database {
  const known = orms.get(db) ?? drizzle(db);
  orms.set(db, known);
  return known;
}

/** A statement whose rows have a type. */
export interface Query<T> {
  readonly statement: D1PreparedStatement;
  readonly rows: (result: D1Result) => T[];
}

/** Raw SQL: rows are exactly the columns it names. `rows<{ id: string }>(db, sql`SELECT id FROM t`)`. */
export const rows = <T>(db: D1Database, query: SQL): Query<T> => ({
  statement: statement(db, query),
  rows: (result) => result.results as T[],
});

type Prepared = { mapAllResult(result: D1Result, fromBatch: true): unknown[] };

/** A drizzle select. In a join, two columns of one name need aliases: D1 answers objects by column name. */
export function read<Q extends Builder & PromiseLike<unknown[]>>(db: D1Database, query: Q): Query<Awaited<Q>[number]> {
  const prepared = (query as unknown as { _prepare(): Prepared })._prepare();
  return { statement: statement(db, query), rows: (result) => prepared.mapAllResult(result, true) as Awaited<Q>[number][] };
}

export type Rows<L> = { readonly [K in keyof L]: L[K] extends Query<infer T> ? T[] : never };

/** Runs named queries in one batch: `const { orgs } = await load(db, { orgs: rows(…) })`. */
export async function load<L extends Record<string, Query<unknown>>>(db: D1Database, queries: L): Promise<Rows<L>> {
  const names = Object.keys(queries);
  if (names.length === 0) return {} as Rows<L>;
  const results = await db.batch(names.map((name) => (queries[name] as Query<unknown>).statement));
  return Object.fromEntries(names.map((name, at) => [name, (queries[name] as Query<unknown>).rows(results[at] as D1Result)])) as Rows<L>;
}

/** The text of a constraint or trigger that stopped a batch, or null for any other failure. */
export function constraintOf(error: unknown): string | null {
  const text = error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}` : "";
  if (!/SQLITE_CONSTRAINT|constraint failed/i.test(text)) return null;
  return /D1_ERROR: (.*?)(?:: SQLITE_CONSTRAINT|$)/.exec(text)?.[1] ?? text;
}
