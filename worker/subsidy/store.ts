/** The only file that touches policies, premium subsidies and what came back of them. */
import { type SQL, sql } from "drizzle-orm";
import type { InstructionStatus } from "../../shared/fund/payment";
import type { Policy } from "../../shared/fund/subsidy";
import type { PolicyText, Subsidy, SubsidyStatus } from "../../shared/fund/subsidy-step";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen } from "../../shared/money";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";

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

interface PageFilter {
  readonly schemeId: string;
  readonly caseId?: string | undefined;
  readonly after?: { readonly movedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}
type Whose = "district" | "insurer" | "firm";

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

export interface SubsidyRow {
  id: string;
  case_id: string;
  firm_org: string;
  insurer_org: string;
  policy_no: string;
  receipt_no: string;
  premium: number;
  status: SubsidyStatus;
  reason: string | null;
  paid: number;
  refunded: number;
  returned: number;
  filed_on: string;
  moved_at: number;
  /** Where its payment stands. */
  instruction_status: InstructionStatus | null;
}

export const subsidyOf = (row: SubsidyRow): Subsidy => ({
  id: row.id,
  policyNo: row.policy_no,
  receiptNo: row.receipt_no,
  premium: fen(row.premium),
  status: row.status,
  filedOn: row.filed_on as LocalDate,
  paid: fen(row.paid),
  refunded: fen(row.refunded),
  returned: fen(row.returned),
});

const SUBSIDY = sql`s.id, s.case_id, s.firm_org, s.insurer_org, s.policy_no, s.receipt_no, s.premium, s.status, s.reason, s.paid, s.refunded, s.returned, s.filed_on, s.moved_at,
  i.status AS instruction_status`;
const PAYMENT = sql`LEFT JOIN fund_instruction i ON i.scheme_id = s.scheme_id AND i.payable_id = s.id AND i.status <> 'CANCELLED'`;

/** Those of a case, the oldest first. */
export const subsidiesOfCaseQuery = (db: D1Database, caseId: string | SQL): Query<SubsidyRow> =>
  rows(db, sql`SELECT ${SUBSIDY} FROM subsidy s ${PAYMENT} WHERE s.case_id = ${caseId} ORDER BY s.filed_on, s.id`);

export const caseOfSubsidy = (schemeId: string, subsidyId: string): SQL =>
  sql`(SELECT case_id FROM subsidy WHERE id = ${subsidyId} AND scheme_id = ${schemeId})`;
export const policyOfSubsidy = (subsidyId: string): SQL => sql`(SELECT policy_no FROM subsidy WHERE id = ${subsidyId})`;

export interface SubsidyListed extends SubsidyRow {
  case_no: string;
  enterprise: string;
}

/** Newest movement first: of the district, of one insurer, or of one firm. */
export const subsidiesQuery = (
  db: D1Database,
  { schemeId, caseId, status, after, limit }: PageFilter & { readonly status?: SubsidyStatus | undefined },
  mine: Mine,
  whose: Whose,
): Query<SubsidyListed> => {
  const own = { district: sql``, insurer: sql`AND insurer_org = ${mine.orgId}`, firm: sql`AND firm_org = ${mine.orgId}` }[whose];
  return rows(
    db,
    sql`SELECT ${SUBSIDY}, f.no AS case_no, f.enterprise_name AS enterprise
      FROM (SELECT id FROM subsidy WHERE scheme_id = ${schemeId} ${own} ${status ? sql`AND status = ${status}` : sql``} ${caseId ? sql`AND case_id = ${caseId}` : sql``}
        ${after ? sql`AND (moved_at, id) < (${after.movedAt}, ${after.id})` : sql``} ORDER BY moved_at DESC, id DESC LIMIT ${limit + 1}) page
      JOIN subsidy s ON s.id = page.id ${PAYMENT} JOIN case_file f ON f.id = s.case_id ORDER BY s.moved_at DESC, s.id DESC`,
  );
};

export const insertSubsidy = (
  db: D1Database,
  row: {
    id: string;
    schemeId: string;
    caseId: string;
    firmOrg: string;
    insurerOrg: string;
    policyNo: string;
    receiptNo: string;
    premium: Fen;
    on: string;
    filedBy: string;
    now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO subsidy (id, scheme_id, case_id, firm_org, insurer_org, policy_no, receipt_no, premium, filed_on, filed_by, moved_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.caseId}, ${row.firmOrg}, ${row.insurerOrg}, ${row.policyNo}, ${row.receiptNo}, ${row.premium}, ${row.on}, ${row.filedBy}, ${row.now})`,
  );

/** Forward from where it was read, or not at all. */
export const moveSubsidy = (
  db: D1Database,
  before: Subsidy,
  after: { readonly status?: SubsidyStatus; readonly reason?: string; readonly paid?: Fen; readonly refunded?: Fen; readonly returned?: Fen },
  now: number,
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE subsidy SET status = ${after.status ?? before.status}, reason = ${after.reason ?? null}, paid = ${after.paid ?? before.paid},
        refunded = ${after.refunded ?? before.refunded}, returned = ${after.returned ?? before.returned}, moved_at = ${now}
      WHERE id = ${before.id} AND status = ${before.status} AND paid = ${before.paid} AND refunded = ${before.refunded} AND returned = ${before.returned}`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

export interface RefundRow {
  place: number;
  what: "refunded" | "received";
  person_id: string;
}

export const refundsQuery = (db: D1Database, subsidyId: string): Query<RefundRow> =>
  rows(db, sql`SELECT place, what, person_id FROM subsidy_refund WHERE subsidy_id = ${subsidyId} ORDER BY place`);

export const insertRefund = (
  db: D1Database,
  row: { subsidyId: string; place: number; amount: Fen; on: string; personId: string; now: number } & (
    | { what: "refunded" }
    | { what: "received"; documentNo: string; transferId: string }
  ),
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO subsidy_refund (subsidy_id, place, what, amount, on_day, document_no, transfer_id, person_id, recorded_at)
      VALUES (${row.subsidyId}, ${row.place}, ${row.what}, ${row.amount}, ${row.on}, ${row.what === "received" ? row.documentNo : null},
        ${row.what === "received" ? row.transferId : null}, ${row.personId}, ${row.now})`,
  );
