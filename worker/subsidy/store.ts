/** The only file that touches premium subsidies and what came back of them. */
import { type SQL, sql } from "drizzle-orm";
import type { InstructionStatus } from "../../shared/fund/payment";
import type { Subsidy, SubsidyStatus } from "../../shared/fund/subsidy-step";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen } from "../../shared/money";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";
import type { PageFilter, Whose } from "./paging";

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
