/** The only file that touches reports to the government, major matters and what checks of the books found. */
import { sql } from "drizzle-orm";
import type { Figures } from "../../shared/outcome";
import { type Query, rows, statement } from "../database";

/** The last day that a report to the government covers. */
export const reportedThroughQuery = (db: D1Database, schemeId: string): Query<{ until_day: string }> =>
  rows(db, sql`SELECT until_day FROM report WHERE scheme_id = ${schemeId} ORDER BY half DESC LIMIT 1`);

export interface ReportRow {
  half: string;
  document_no: string;
  on_day: string;
}
export const reportsQuery = (db: D1Database, schemeId: string): Query<ReportRow> =>
  rows(db, sql`SELECT half, document_no, on_day FROM report WHERE scheme_id = ${schemeId} ORDER BY half DESC LIMIT 40`);

export interface MatterRow {
  id: string;
  what: string;
  on_day: string;
  figures: string;
  article: string;
  reported_on: string | null;
  document_no: string | null;
}
const MATTER = sql`id, what, on_day, figures, article, reported_on, document_no`;
/** Newest first; a fund has few. */
export const mattersQuery = (db: D1Database, schemeId: string): Query<MatterRow> =>
  rows(db, sql`SELECT ${MATTER} FROM major_matter WHERE scheme_id = ${schemeId} ORDER BY on_day DESC, id DESC LIMIT 200`);
export const matterQuery = (db: D1Database, schemeId: string, id: string): Query<MatterRow> =>
  rows(db, sql`SELECT ${MATTER} FROM major_matter WHERE id = ${id} AND scheme_id = ${schemeId}`);

export interface CheckRow {
  at: number;
  seq: number;
  hash: string;
  events: number;
  ok: number;
  findings: string;
}
export const lastCheckQuery = (db: D1Database, schemeId: string): Query<CheckRow> =>
  rows(db, sql`SELECT at, seq, hash, events, ok, findings FROM books_check WHERE scheme_id = ${schemeId} ORDER BY at DESC, id DESC LIMIT 1`);

export const insertReport = (
  db: D1Database,
  row: {
    readonly schemeId: string;
    readonly half: string;
    readonly until: string;
    readonly documentNo: string;
    readonly on: string;
    readonly figures: unknown;
    readonly by: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO report (scheme_id, half, until_day, document_no, on_day, figures, reported_by, recorded_at)
      VALUES (${row.schemeId}, ${row.half}, ${row.until}, ${row.documentNo}, ${row.on}, ${JSON.stringify(row.figures)}, ${row.by}, ${row.now})`,
  );

/** Told once, with the number of the paper. */
export const tellMatter = (
  db: D1Database,
  row: { readonly id: string; readonly on: string; readonly documentNo: string; readonly by: string },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE major_matter SET reported_on = ${row.on}, document_no = ${row.documentNo}, reported_by = ${row.by} WHERE id = ${row.id} AND reported_on IS NULL`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

/** The last check that found nothing: what it saw has to be there still. */
export const lastSoundQuery = (db: D1Database, schemeId: string): Query<{ seq: number; hash: string }> =>
  rows(db, sql`SELECT seq, hash FROM books_check WHERE scheme_id = ${schemeId} AND ok = 1 ORDER BY at DESC, id DESC LIMIT 1`);

export interface NewCheck extends Omit<CheckRow, "findings" | "ok"> {
  readonly schemeId: string;
  readonly id: string;
  readonly on: string;
  readonly cases: number;
  readonly findings: readonly { readonly what: string; readonly detail: string }[];
  /** Who asked for it; null for the clock. */
  readonly by: string | null;
}
export const insertCheck = (db: D1Database, row: NewCheck): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO books_check (scheme_id, at, id, on_day, seq, hash, events, cases, ok, findings, person_id)
      VALUES (${row.schemeId}, ${row.at}, ${row.id}, ${row.on}, ${row.seq}, ${row.hash}, ${row.events}, ${row.cases}, ${row.findings.length === 0 ? 1 : 0},
        ${JSON.stringify(row.findings)}, ${row.by})`,
  );

/** Whether the clock has checked a scheme's books on a day. */
export const checkedOnQuery = (db: D1Database, schemeId: string, on: string): Query<{ at: number }> =>
  rows(db, sql`SELECT at FROM books_check WHERE scheme_id = ${schemeId} AND on_day = ${on} AND person_id IS NULL`);

/** A matter of the books that was not told yet: one is enough. */
export const openMatterQuery = (db: D1Database, schemeId: string, what: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM major_matter WHERE scheme_id = ${schemeId} AND what = ${what} AND reported_on IS NULL LIMIT 1`);

export const insertMatter = (
  db: D1Database,
  row: {
    readonly id: string;
    readonly schemeId: string;
    readonly what: string;
    readonly on: string;
    readonly figures: Figures;
    readonly article: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.what}, ${row.on}, ${JSON.stringify(row.figures)}, ${row.article}, ${row.now})`,
  );

/** Who watches over the books. */
export const watchersQuery = (db: D1Database, schemeId: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM organisation WHERE scheme_id = ${schemeId} AND kind IN ('office', 'finance', 'auditor') AND status = 'active'`);
