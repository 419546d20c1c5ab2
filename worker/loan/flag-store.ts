/** The only file that touches which flags were told, and for what. */
import { sql } from "drizzle-orm";
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
