/** What is late in recoveries, found by its day. */
import { sql } from "drizzle-orm";
import { type Query, rows } from "../database";

/** What is late in one recovery, with those who are told. */
export interface LateRow {
  case_id: string;
  no: string;
  enterprise_name: string;
  payee_org: string;
  what: string;
  due_on: string | null;
  /** Of a ledger's entry alone. */
  touched_on: string | null;
}

/** Duties whose day is over, found by that day. */
export const overdueQuery = (db: D1Database, schemeId: string, today: string): Query<LateRow> =>
  rows(
    db,
    sql`SELECT w.case_id, c.no, c.enterprise_name, f.payee_org, w.what, w.due_on, NULL AS touched_on
      FROM json_each('["coordinate","legal_start","give_back","receive_return"]') j
      CROSS JOIN case_wait w ON w.scheme_id = ${schemeId} AND w.what = j.value AND w.due_on < ${today}
      CROSS JOIN loan_file f ON f.case_id = w.case_id CROSS JOIN case_file c ON c.id = w.case_id
      UNION SELECT w.case_id, c.no, c.enterprise_name, f.payee_org, w.what, w.due_on, NULL AS touched_on
      FROM case_wait w CROSS JOIN loan_file f ON f.case_id = w.case_id CROSS JOIN case_file c ON c.id = w.case_id
      WHERE w.scheme_id = ${schemeId} AND w.what = 'legal_start' AND w.due_on IS NULL`,
  );

/** Recoveries that nobody touched since a day and that are not over. */
export const staleQuery = (db: D1Database, schemeId: string, before: string): Query<LateRow> =>
  rows(
    db,
    sql`SELECT f.case_id, c.no, c.enterprise_name, f.payee_org, 'ledger' AS what, NULL AS due_on, f.touched_on
      FROM loan_file f CROSS JOIN case_file c ON c.id = f.case_id
      WHERE f.scheme_id = ${schemeId} AND f.claim_id IS NOT NULL AND f.touched_on < ${before} AND (f.paid_on IS NULL OR f.out > 0) AND f.written_off = 0`,
  );
