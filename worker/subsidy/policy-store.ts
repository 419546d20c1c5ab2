/** The only file that touches policies. */
import { type SQL, sql } from "drizzle-orm";
import type { Policy } from "../../shared/fund/subsidy";
import type { PolicyText } from "../../shared/fund/subsidy-step";
import type { LocalDate } from "../../shared/local-date";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";
import type { PageFilter, Whose } from "./paging";

export interface PolicyRow {
  policy_no: string;
  case_id: string;
  loan_id: string;
  insurer_org: string;
  insured_org: string;
  product: string;
  premium: number;
  insured_amount: number;
  from_day: string;
  until_day: string;
  recorded_at: number;
}

export const policyOf = (row: PolicyRow): Policy => ({
  policyNo: row.policy_no,
  loanId: row.loan_id,
  insuredId: row.insured_org,
  from: row.from_day as LocalDate,
  until: row.until_day as LocalDate,
});

const POLICY = sql`p.policy_no, p.case_id, p.loan_id, p.insurer_org, p.insured_org, p.product, p.premium, p.insured_amount, p.from_day, p.until_day, p.recorded_at`;

export const policyQuery = (db: D1Database, schemeId: string, policyNo: string | SQL): Query<PolicyRow> =>
  rows(db, sql`SELECT ${POLICY} FROM policy p WHERE p.scheme_id = ${schemeId} AND p.policy_no = ${policyNo}`);

export interface PolicyListed extends PolicyRow {
  case_no: string;
  insured_name: string;
  insurer_name: string;
}

/** Newest first: of the district, of one insurer, or of one firm. */
export const policiesQuery = (db: D1Database, { schemeId, caseId, after, limit }: PageFilter, mine: Mine, whose: Whose): Query<PolicyListed> => {
  const own = { district: sql``, insurer: sql`AND insurer_org = ${mine.orgId}`, firm: sql`AND insured_org = ${mine.orgId}` }[whose];
  return rows(
    db,
    sql`SELECT ${POLICY}, f.no AS case_no, i.name AS insured_name, o.name AS insurer_name
      FROM (SELECT p0.policy_no, p0.scheme_id FROM policy p0 WHERE scheme_id = ${schemeId} ${own} ${caseId ? sql`AND case_id = ${caseId}` : sql``}
        ${after ? sql`AND (recorded_at, policy_no) < (${after.movedAt}, ${after.id})` : sql``} ORDER BY recorded_at DESC, policy_no DESC LIMIT ${limit + 1}) page
      JOIN policy p ON p.scheme_id = page.scheme_id AND p.policy_no = page.policy_no JOIN case_file f ON f.id = p.case_id
      JOIN organisation i ON i.id = p.insured_org JOIN organisation o ON o.id = p.insurer_org ORDER BY p.recorded_at DESC, p.policy_no DESC`,
  );
};

export const insertPolicy = (
  db: D1Database,
  row: {
    schemeId: string;
    caseId: string;
    loanId: string;
    insurerOrg: string;
    insuredOrg: string;
    text: PolicyText;
    recordedBy: string;
    now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO policy (scheme_id, policy_no, case_id, loan_id, insurer_org, insured_org, product, premium, insured_amount, from_day, until_day, recorded_by, recorded_at)
      VALUES (${row.schemeId}, ${row.text.policyNo}, ${row.caseId}, ${row.loanId}, ${row.insurerOrg}, ${row.insuredOrg}, ${row.text.product}, ${row.text.premium},
        ${row.text.insuredAmount}, ${row.text.from}, ${row.text.until}, ${row.recordedBy}, ${row.now})`,
  );
