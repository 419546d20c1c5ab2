/** The only file that touches what is noted about recommending units; counts for how many of their firms the fund had to pay. */
import { sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

export interface UnitRow {
  org_id: string;
  name: string;
  kind: OrgKind;
}

/** Every unit that recommends. */
export const unitsQuery = (db: D1Database, schemeId: string): Query<UnitRow> =>
  rows(
    db,
    sql`SELECT id AS org_id, name, kind FROM organisation WHERE scheme_id = ${schemeId} AND kind IN ('department', 'township') ORDER BY kind, name LIMIT 500`,
  );

/** Firms that the fund paid for in a year, with who recommended them. */
export const paidFirmsQuery = (db: D1Database, schemeId: string, year: number): Query<{ org_id: string; credit_code: string; paid_on: string }> =>
  rows(
    db,
    sql`SELECT o.id AS org_id, c.credit_code, f.paid_on FROM organisation o
      CROSS JOIN loan_file f ON f.scheme_id = ${schemeId} AND f.recommender_org = o.id AND f.paid_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
      CROSS JOIN case_file c ON c.id = f.case_id
      WHERE o.scheme_id = ${schemeId} AND o.kind IN ('department', 'township')`,
  );

export interface MisconductRow {
  org_id: string;
  type: string;
  detail: string;
  on_day: string;
}

/** Of the whole district, newest first. */
export const misconductQuery = (db: D1Database, schemeId: string): Query<MisconductRow> =>
  rows(
    db,
    sql`SELECT m.org_id, m.type, m.detail, m.on_day FROM organisation o CROSS JOIN misconduct m ON m.scheme_id = ${schemeId} AND m.org_id = o.id
      WHERE o.scheme_id = ${schemeId} AND o.kind IN ('department', 'township') ORDER BY m.on_day DESC, m.id LIMIT 500`,
  );

export const insertMisconduct = (
  db: D1Database,
  row: {
    readonly schemeId: string;
    readonly orgId: string;
    readonly type: string;
    readonly detail: string;
    readonly caseId: string | null;
    readonly on: string;
    readonly by: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO misconduct (id, scheme_id, org_id, type, detail, case_id, on_day, made_by, recorded_at)
      VALUES (${newId()}, ${row.schemeId}, ${row.orgId}, ${row.type}, ${row.detail}, ${row.caseId}, ${row.on}, ${row.by}, ${row.now})`,
  );

/** Is it a case of this district? */
export const caseThereQuery = (db: D1Database, schemeId: string, caseId: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM case_file WHERE id = ${caseId} AND scheme_id = ${schemeId} AND submitted_on IS NOT NULL`);
