/** What the night looks for among loans and leads, each found from its own end of an index, without what was told already. */
import { type SQL, sql } from "drizzle-orm";
import type { Period } from "../../shared/calendar/deadline";
import type { LocalDate } from "../../shared/local-date";
import { type Query, rows } from "../database";
import { untold } from "./flag-store";

interface Watched {
  case_id: string;
  no: string;
  enterprise: string;
}

export interface UnvisitedRow extends Watched {
  disbursed_on: LocalDate;
  recommender_org: string;
}

/** Loans from before a quarter that their recommending unit has not looked at since it began. */
export const unvisitedQuery = (db: D1Database, schemeId: string, quarter: Period, limit: number): Query<UnvisitedRow> =>
  rows(
    db,
    sql`SELECT f.case_id, c.no, c.enterprise_name AS enterprise, l.disbursed_on, f.recommender_org
      FROM loan_file f CROSS JOIN loan l ON l.id = f.loan_id CROSS JOIN case_file c ON c.id = f.case_id
      WHERE f.scheme_id = ${schemeId} AND f.stage IN ('live', 'claim', 'recovery') AND l.disbursed_on < ${quarter.first}
        AND NOT EXISTS (SELECT 1 FROM follow_up u WHERE u.case_id = f.case_id AND u.org_id = f.recommender_org AND u.on_day >= ${quarter.first})
        AND ${untold(schemeId, sql`f.case_id`, "no_followup", sql`${quarter.name}`)} LIMIT ${limit}`,
  );

export interface SilentRow extends Watched {
  lead_id: string;
  org_id: string;
  pushed_on: LocalDate;
}

/** Leads that were pushed before a day and are open. */
export const silentQuery = (db: D1Database, schemeId: string, before: LocalDate, limit: number): Query<SilentRow> =>
  rows(
    db,
    sql`SELECT d.id AS lead_id, d.case_id, d.org_id, d.pushed_on, c.no, c.enterprise_name AS enterprise FROM lead d CROSS JOIN case_file c ON c.id = d.case_id
      WHERE d.status = 'open' AND d.pushed_on < ${before} AND c.scheme_id = ${schemeId}
        AND ${untold(schemeId, sql`d.case_id`, "push_no_response", sql`d.id`)} ORDER BY d.pushed_on LIMIT ${limit}`,
  );

export interface ClaimableRow extends Watched {
  payee_org: string;
}

/** Loans whose claim is under way, and bad ones without a claim, by their ids from one on. */
export const claimablesQuery = (db: D1Database, schemeId: string, bad: readonly string[], after: string, limit: number): Query<ClaimableRow> =>
  rows(
    db,
    sql`SELECT page.case_id, c.no, c.enterprise_name AS enterprise, page.payee_org FROM (
        SELECT f.case_id, COALESCE(f.payee_org, f.lender_org) AS payee_org FROM loan_file f WHERE f.scheme_id = ${schemeId} AND f.stage = 'claim' AND f.case_id > ${after}
        UNION ALL SELECT f.case_id, COALESCE(f.payee_org, f.lender_org) FROM json_each(${JSON.stringify(bad)}) j
          CROSS JOIN loan_file f ON f.scheme_id = ${schemeId} AND f.grade = j.value WHERE f.stage = 'live' AND f.payee_org IS NOT NULL AND f.case_id > ${after}
        ORDER BY 1 LIMIT ${limit}) page CROSS JOIN case_file c ON c.id = page.case_id ORDER BY page.case_id`,
  );

/** A list of cases as a page that other statements read from. */
export const casesIn = (ids: readonly string[]): SQL => sql`SELECT value AS case_id FROM json_each(${JSON.stringify(ids)})`;
