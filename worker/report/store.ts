/** The only file that touches reports that come round. */
import { sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import { type Query, rows, statement } from "../database";

export interface ToldRow {
  report: string;
  period: string;
  by_org: string;
  by_name: string;
  text: string;
  figures: string;
  document_no: string;
  on_day: string;
}

/** What was told, newest first. */
export const toldReportsQuery = (db: D1Database, schemeId: string): Query<ToldRow> =>
  rows(
    db,
    sql`SELECT r.report, r.period, r.by_org, o.name AS by_name, r.text, r.figures, r.document_no, r.on_day FROM periodic_report r
      CROSS JOIN organisation o ON o.id = r.by_org WHERE r.scheme_id = ${schemeId} ORDER BY r.recorded_at DESC LIMIT 1000`,
  );

/** Those who may owe a report, each since it was registered. */
export const owingQuery = (
  db: D1Database,
  schemeId: string,
  kinds: readonly OrgKind[],
): Query<{ id: string; kind: OrgKind; name: string; since: number }> =>
  rows(
    db,
    sql`SELECT o.id, o.kind, o.name, o.registered_at AS since FROM json_each(${JSON.stringify(kinds)}) k
      CROSS JOIN organisation o ON o.scheme_id = ${schemeId} AND o.kind = k.value WHERE o.status = 'active'`,
  );

export const insertPeriodicReport = (
  db: D1Database,
  schemeId: string,
  row: Omit<ToldRow, "by_name"> & { readonly made_by: string; readonly recorded_at: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO periodic_report (scheme_id, report, period, by_org, text, figures, document_no, on_day, made_by, recorded_at)
      VALUES (${schemeId}, ${row.report}, ${row.period}, ${row.by_org}, ${row.text}, ${row.figures}, ${row.document_no}, ${row.on_day}, ${row.made_by}, ${row.recorded_at})`,
  );
