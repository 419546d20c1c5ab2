/** The only file that touches findings of misconduct, their withdrawals and what lifts them. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

/** One line of how somebody stands: a finding, what a payment brings by itself, or a decision that lifts. */
export interface StandRow {
  what: "found" | "paid" | "lifted";
  rule: string;
  org_id: string | null;
  from_day: string;
  through_day: string | null;
  first_allowed: string | null;
}

const FOUND = sql`SELECT 'found' AS what, b.rule, b.org_id, b.from_day, b.through_day, b.first_allowed FROM ban b
  LEFT JOIN ban_withdrawal w ON w.ban_id = b.id WHERE w.ban_id IS NULL AND b.scheme_id =`;
const LIFTED = sql`SELECT 'lifted', l.rule, l.org_id, l.on_day, NULL, NULL FROM ban_lift l WHERE l.scheme_id =`;

/** How a firm stands. */
export const firmStandQuery = (db: D1Database, schemeId: string, creditCode: string | SQL): Query<StandRow> =>
  rows(
    db,
    sql`${FOUND} ${schemeId} AND b.credit_code = ${creditCode} UNION ALL ${LIFTED} ${schemeId} AND l.credit_code = ${creditCode}
      UNION ALL SELECT 'paid', '', NULL, f.paid_on, NULL, NULL FROM loan l CROSS JOIN loan_file f ON f.loan_id = l.id
        WHERE l.scheme_id = ${schemeId} AND l.credit_code = ${creditCode} AND l.undone_by IS NULL AND f.paid_on IS NOT NULL`,
  );

/** How the institutions stand, each by its id; few. */
export const institutionStandQuery = (db: D1Database, schemeId: string): Query<StandRow> =>
  rows(db, sql`${FOUND} ${schemeId} AND b.org_id IS NOT NULL UNION ALL ${LIFTED} ${schemeId} AND l.org_id IS NOT NULL`);

export interface BanRow {
  id: string;
  rule: string;
  conduct: string;
  org_id: string | null;
  credit_code: string | null;
  name: string;
  from_day: string;
  through_day: string | null;
  first_allowed: string | null;
  case_id: string | null;
  clawback: number;
  document_no: string;
  reason: string;
  by_org: string;
  made_by: string;
  recorded_at: number;
}
export interface BanFound extends BanRow {
  withdrawn_on: string | null;
  withdrawn_document: string | null;
  withdrawn_reason: string | null;
}

const NAMED = sql`SELECT b.*, w.on_day AS withdrawn_on, w.document_no AS withdrawn_document, w.reason AS withdrawn_reason
  FROM ban b LEFT JOIN ban_withdrawal w ON w.ban_id = b.id`;

/** Newest first, those that were withdrawn among them. */
export const bansQuery = (db: D1Database, schemeId: string): Query<BanFound> =>
  rows(db, sql`${NAMED} WHERE b.scheme_id = ${schemeId} ORDER BY b.recorded_at DESC, b.id DESC LIMIT 500`);

export const banQuery = (db: D1Database, schemeId: string, id: string): Query<BanFound> =>
  rows(db, sql`${NAMED} WHERE b.id = ${id} AND b.scheme_id = ${schemeId}`);

export interface LiftRow {
  rule: string;
  org_id: string | null;
  credit_code: string | null;
  document_no: string;
  reason: string;
  on_day: string;
}
export const liftsQuery = (db: D1Database, schemeId: string): Query<LiftRow> =>
  rows(
    db,
    sql`SELECT rule, org_id, credit_code, document_no, reason, on_day FROM ban_lift WHERE scheme_id = ${schemeId} ORDER BY recorded_at DESC, id DESC LIMIT 500`,
  );

/** Firms that the fund paid for, the latest first: what a payment brings by itself. */
export const paidForQuery = (db: D1Database, schemeId: string): Query<{ credit_code: string; name: string; paid_on: string }> =>
  rows(
    db,
    sql`SELECT l.credit_code, l.name, f.paid_on FROM loan_file f CROSS JOIN loan l ON l.id = f.loan_id
      WHERE f.scheme_id = ${schemeId} AND f.paid_on IS NOT NULL ORDER BY f.paid_on DESC, f.case_id DESC LIMIT 500`,
  );

export const insertBan = (db: D1Database, schemeId: string, row: BanRow): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO ban (id, scheme_id, rule, conduct, org_id, credit_code, name, from_day, through_day, first_allowed, case_id, clawback, document_no, reason,
        by_org, made_by, recorded_at)
      VALUES (${row.id}, ${schemeId}, ${row.rule}, ${row.conduct}, ${row.org_id}, ${row.credit_code}, ${row.name}, ${row.from_day}, ${row.through_day},
        ${row.first_allowed}, ${row.case_id}, ${row.clawback}, ${row.document_no}, ${row.reason}, ${row.by_org}, ${row.made_by}, ${row.recorded_at})`,
  );

export const insertWithdrawal = (
  db: D1Database,
  row: {
    readonly banId: string;
    readonly documentNo: string;
    readonly reason: string;
    readonly on: string;
    readonly by: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO ban_withdrawal (ban_id, document_no, reason, on_day, made_by, recorded_at)
      VALUES (${row.banId}, ${row.documentNo}, ${row.reason}, ${row.on}, ${row.by}, ${row.now})`,
  );

export const insertLift = (
  db: D1Database,
  schemeId: string,
  row: LiftRow & { readonly id: string; readonly by_org: string; readonly made_by: string; readonly recorded_at: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO ban_lift (id, scheme_id, rule, org_id, credit_code, document_no, reason, on_day, by_org, made_by, recorded_at)
      VALUES (${row.id}, ${schemeId}, ${row.rule}, ${row.org_id}, ${row.credit_code}, ${row.document_no}, ${row.reason}, ${row.on_day}, ${row.by_org},
        ${row.made_by}, ${row.recorded_at})`,
  );

/** Organisations of these kinds; those outside the administration only where they take part in a case of the firm: it is nobody else's business. */
export const toldQuery = (db: D1Database, schemeId: string, kinds: readonly string[], creditCode: string): Query<{ id: string; kind: string }> =>
  rows(
    db,
    sql`SELECT o.id, o.kind FROM organisation o JOIN json_each(${JSON.stringify(kinds)}) k ON k.value = o.kind
      WHERE o.scheme_id = ${schemeId} AND o.status = 'active' AND (o.kind IN ('office', 'finance', 'government', 'department')
        OR EXISTS (SELECT 1 FROM organisation e JOIN case_file c ON c.enterprise_org = e.id JOIN case_party p ON p.case_id = c.id AND p.org_id = o.id
          WHERE e.scheme_id = ${schemeId} AND e.credit_code = ${creditCode}))`,
  );
