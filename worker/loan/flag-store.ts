/** The only file that touches which flags were told, and for what. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface Told {
  readonly schemeId: string;
  /** Empty for a flag of the whole fund. */
  readonly caseId: string;
  readonly code: string;
  /** What it is told once for. */
  readonly period: string;
  readonly at: number;
}

export const toldQuery = (db: D1Database, schemeId: string, caseIds: readonly string[]): Query<{ case_id: string; code: string; period: string }> =>
  rows(
    db,
    sql`SELECT t.case_id, t.code, t.period FROM json_each(${JSON.stringify(caseIds)}) j
      CROSS JOIN flag_told t ON t.scheme_id = ${schemeId} AND t.case_id = j.value`,
  );

export const writeTold = (db: D1Database, { schemeId, caseId, code, period, at }: Told): D1PreparedStatement =>
  statement(db, sql`INSERT INTO flag_told (scheme_id, case_id, code, period, at) VALUES (${schemeId}, ${caseId}, ${code}, ${period}, ${at})`);

/** Many at once, in one statement. */
export const writeAllTold = (db: D1Database, told: readonly Told[]): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO flag_told (scheme_id, case_id, code, period, at)
      SELECT value ->> 'schemeId', value ->> 'caseId', value ->> 'code', value ->> 'period', value ->> 'at' FROM json_each(${JSON.stringify(told)})`,
  );

/** A condition: that a flag was not told for a case and a period yet. */
export const untold = (schemeId: string, caseId: SQL, code: string, period: SQL): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM flag_told t WHERE t.scheme_id = ${schemeId} AND t.case_id = ${caseId} AND t.code = ${code} AND t.period = ${period})`;
