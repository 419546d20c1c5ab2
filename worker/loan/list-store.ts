/** Lists of funded loans, each read from its own end of an index: the district's, an organisation's own, what a search finds. Reads what `file-store` writes. */
import { type SQL, sql } from "drizzle-orm";
import type { LoanGrade } from "../../shared/process/loan-life";
import type { LoanStage } from "../../shared/process/loan-stage";
import type { Mine } from "../actor";
import { grammed } from "../case/list-store";
import { type Query, rows } from "../database";

export interface LoanFilter {
  readonly schemeId: string;
  readonly stage?: LoanStage | undefined;
  readonly grade?: LoanGrade | undefined;
  readonly q?: string | undefined;
  readonly after?: { readonly movedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}

export interface LoanListRow {
  case_id: string;
  moved_at: number;
  no: string;
  enterprise: string;
  credit_code: string;
  loan_id: string;
  contract_no: string;
  lender: string;
  principal: number;
  outstanding: number;
  matures_on: string;
  grade: LoanGrade;
  stage: LoanStage;
  claim_step: string | null;
  batch: string | null;
  due_on: string | null;
}

/** Whose loan it is: the lender's, another's who would be paid, another's who recommended it or entered it. Each loan comes up once, whichever of them one is. */
const owners = ({ orgId }: Mine): readonly SQL[] => [
  sql`f.lender_org = ${orgId}`,
  sql`f.payee_org = ${orgId} AND f.lender_org <> ${orgId}`,
  sql`f.recommender_org = ${orgId} AND f.lender_org <> ${orgId} AND f.payee_org IS NOT ${orgId}`,
];

/** Of an organisation's own loans stage and grade are looked at row by row (`+`): its own end of an index holds fewer than theirs. */
const narrowed = ({ stage, grade, after }: LoanFilter, desk: boolean): SQL =>
  sql`${stage ? sql`AND ${desk ? sql`` : sql`+`}f.stage = ${stage}` : sql``} ${grade ? sql`AND ${desk ? sql`` : sql`+`}f.grade = ${grade}` : sql``}
    ${after ? sql`AND (f.moved_at, f.case_id) < (${after.movedAt}, ${after.id})` : sql``}`;

/** One page from one end of an index. */
const from = (filter: LoanFilter, owner?: SQL): SQL =>
  sql`SELECT * FROM (SELECT f.case_id, f.moved_at FROM loan_file f WHERE f.scheme_id = ${filter.schemeId} AND ${owner ?? sql`1`} ${narrowed(filter, !owner)}
    ORDER BY f.moved_at DESC, f.case_id DESC LIMIT ${filter.limit + 1})`;

/** Loans whose firm, number, code or contract holds a text; found by its first two letters, then looked at. */
function searched(filter: LoanFilter, owner: SQL, q: string): SQL {
  const text = q.normalize("NFKC").toUpperCase();
  return sql`SELECT f.case_id, f.moved_at FROM (${grammed(filter.schemeId, text)}) hit CROSS JOIN loan_file f ON f.case_id = hit.case_id
    CROSS JOIN case_file c ON c.id = f.case_id CROSS JOIN loan l ON l.id = f.loan_id
    WHERE f.scheme_id = ${filter.schemeId} AND ${owner} ${narrowed(filter, false)}
      AND (instr(upper(c.enterprise_name), ${text}) > 0 OR instr(c.no, ${text}) > 0 OR instr(c.credit_code, ${text}) > 0 OR instr(upper(l.contract_no), ${text}) > 0)`;
}

/** Newest movement first. `desk` viewers see the district's, others their own. */
export function loansQuery(db: D1Database, filter: LoanFilter, mine: Mine, desk: boolean): Query<LoanListRow> {
  const mineOnly = owners(mine);
  const any = sql`(${sql.join(
    mineOnly.map((owner) => sql`(${owner})`),
    sql` OR `,
  )})`;
  const page = filter.q
    ? searched(filter, desk ? sql`1` : any, filter.q)
    : desk
      ? from(filter)
      : sql.join(
          mineOnly.map((owner) => from(filter, owner)),
          sql` UNION ALL `,
        );
  return rows(
    db,
    sql`SELECT f.case_id, f.moved_at, c.no, c.enterprise_name AS enterprise, c.credit_code, f.loan_id, l.contract_no, o.name AS lender, l.principal, f.outstanding,
        f.matures_on, f.grade, f.stage, f.claim_step, f.batch, f.due_on
      FROM (SELECT case_id FROM (${page}) ORDER BY moved_at DESC, case_id DESC LIMIT ${filter.limit + 1}) page CROSS JOIN loan_file f ON f.case_id = page.case_id
      JOIN case_file c ON c.id = f.case_id JOIN loan l ON l.id = f.loan_id JOIN organisation o ON o.id = f.lender_org
      ORDER BY f.moved_at DESC, f.case_id DESC`,
  );
}

/** How many loans stand at each stage, whatever the filter. */
export const stagesQuery = (db: D1Database, schemeId: string, mine: Mine, desk: boolean): Query<{ stage: LoanStage; count: number }> =>
  rows(
    db,
    desk
      ? sql`SELECT stage, COUNT(*) AS count FROM loan_file WHERE scheme_id = ${schemeId} GROUP BY stage`
      : sql`SELECT stage, COUNT(*) AS count FROM (${sql.join(
          owners(mine).map((owner) => sql`SELECT f.stage FROM loan_file f WHERE f.scheme_id = ${schemeId} AND ${owner}`),
          sql` UNION ALL `,
        )}) page GROUP BY stage`,
  );

/** A lender's loans that still owe, for the sheet that it fills in. */
export const owingQuery = (db: D1Database, schemeId: string, { orgId }: Mine, limit: number): Query<{ contract_no: string; enterprise: string }> =>
  rows(
    db,
    sql`SELECT l.contract_no, c.enterprise_name AS enterprise FROM (SELECT f.case_id, f.loan_id FROM loan_file f
        WHERE f.scheme_id = ${schemeId} AND f.lender_org = ${orgId} AND f.stage IN ('live', 'claim') ORDER BY f.moved_at DESC, f.case_id DESC LIMIT ${limit}) page
      JOIN case_file c ON c.id = page.case_id JOIN loan l ON l.id = page.loan_id ORDER BY l.contract_no`,
  );

/** Firms that a unit recommended and for which the fund paid in a year. */
export const paidForQuery = (db: D1Database, schemeId: string, { orgId }: Mine, year: number): Query<{ credit_code: string; paid_on: string }> =>
  rows(
    db,
    sql`SELECT c.credit_code, f.paid_on FROM loan_file f CROSS JOIN case_file c ON c.id = f.case_id
      WHERE f.scheme_id = ${schemeId} AND f.recommender_org = ${orgId} AND f.paid_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`,
  );
