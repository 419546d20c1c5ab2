/** The only file that touches letters of recommendation. */
import { type SQL, sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import { type Query, rows, statement } from "../database";

export const letterUsedQuery = (db: D1Database, orgId: SQL, letterNo: string): Query<{ letter_no: string }> =>
  rows(db, sql`SELECT letter_no FROM recommendation_letter WHERE org_id = ${orgId} AND letter_no = ${letterNo}`);

export const insertLetter = (
  db: D1Database,
  letter: { schemeId: string; orgId: string; letterNo: string; caseId: string; creditCode: string; quarter: string; on: string },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO recommendation_letter (scheme_id, org_id, letter_no, case_id, credit_code, quarter, issued_on)
      VALUES (${letter.schemeId}, ${letter.orgId}, ${letter.letterNo}, ${letter.caseId}, ${letter.creditCode}, ${letter.quarter}, ${letter.on})`,
  );

/** How many different enterprises each unit recommended in a quarter; an enterprise counts for whoever recommended it first (二（三）2). */
export const scoresQuery = (
  db: D1Database,
  schemeId: string,
  quarter: string,
): Query<{ orgId: string; kind: OrgKind; name: string; recommended: number }> =>
  rows(
    db,
    sql`SELECT o.id AS orgId, o.kind, o.name, COUNT(DISTINCT first.credit_code) AS recommended
      FROM organisation o
      LEFT JOIN (SELECT credit_code, org_id, MIN(issued_on) FROM recommendation_letter WHERE scheme_id = ${schemeId} AND quarter = ${quarter} GROUP BY credit_code) first
        ON first.org_id = o.id
      WHERE o.scheme_id = ${schemeId} AND o.kind IN ('department', 'township') GROUP BY o.id ORDER BY o.kind, o.name`,
  );
