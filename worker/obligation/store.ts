/** Loans around which something may be owed, for the nightly look. */
import { sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface LiveRow {
  case_id: string;
  no: string;
  enterprise: string;
}

/** Loans that run, are claimed or are being recovered, by their ids from one on. */
export const livesQuery = (db: D1Database, schemeId: string, after: string, limit: number): Query<LiveRow> =>
  rows(
    db,
    sql`SELECT f.case_id, c.no, c.enterprise_name AS enterprise FROM loan_file f CROSS JOIN case_file c ON c.id = f.case_id
      WHERE f.case_id > ${after} AND f.scheme_id = ${schemeId} AND f.stage IN ('live', 'claim', 'recovery') ORDER BY f.case_id LIMIT ${limit}`,
  );

export interface NewWait {
  readonly caseId: string;
  readonly orgKind: string;
  readonly orgId: string;
  readonly dueOn: string | null;
}

/** What came to be owed with the day alone: whose case did not move waits for them from now on. */
export const addWaits = (db: D1Database, schemeId: string, waits: readonly NewWait[]): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO case_wait (case_id, scheme_id, org_kind, org_id, what, due_on)
      SELECT value ->> 'caseId', ${schemeId}, value ->> 'orgKind', value ->> 'orgId', 'obligation', MIN(value ->> 'dueOn') FROM json_each(${JSON.stringify(waits)}) WHERE 1
      GROUP BY 1, 3, 4 ON CONFLICT (case_id, org_kind, org_id, what) DO UPDATE SET due_on = excluded.due_on`,
  );
