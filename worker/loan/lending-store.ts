/** What the records know of a loan at hand before it is decided: who takes part, what the firm was lent, what is still owed of the others. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import type { LentLoan } from "../../shared/process/lending-totals";
import type { OrgKind } from "../../shared/process/party";
import { type Query, rows, statement } from "../database";

export interface PartnerRow {
  id: string;
  kind: OrgKind;
  name: string;
  status: "active" | "suspended";
  region: string;
  marks: string;
}

/** Organisations by id, and one by an expression. */
const named = (ids: readonly string[], one: SQL): SQL => sql`(SELECT value AS id FROM json_each(${JSON.stringify(ids)}) UNION SELECT ${one})`;

export const partnersQuery = (db: D1Database, schemeId: string, ids: readonly string[], one: SQL): Query<PartnerRow> =>
  rows(
    db,
    sql`SELECT o.id, o.kind, o.name, o.status, o.region, o.marks FROM ${named(ids, one)} named CROSS JOIN organisation o ON o.id = named.id WHERE o.scheme_id = ${schemeId}`,
  );

export interface AgreementRow {
  org_id: string;
  signed_on: string;
  valid_from: string;
  valid_until: string;
}

/** All agreements of these partners, of any day: a loan is judged by the one that its own day falls into. */
export const agreementsOfQuery = (db: D1Database, schemeId: string, ids: readonly string[], one: SQL): Query<AgreementRow> =>
  rows(
    db,
    sql`SELECT a.org_id, a.signed_on, a.valid_from, a.valid_until FROM ${named(ids, one)} named CROSS JOIN agreement a ON a.org_id = named.id
      WHERE a.scheme_id = ${schemeId} ORDER BY a.org_id, a.valid_from`,
  );

interface LentRow {
  principal: number;
  disbursed_on: string;
  matures_on: string;
  live: number;
  repaid_on: string | null;
}

/** Loans of a firm under the document, and those that are entered and still looked at. */
const lentOf = (schemeId: string, creditCode: string | SQL): SQL =>
  sql`SELECT l.principal, l.disbursed_on, f.matures_on, f.outstanding > 0 AND f.paid_on IS NULL AS live,
      CASE WHEN f.outstanding = 0 THEN (SELECT MAX(e.occurred_on) FROM case_event e WHERE e.case_id = f.case_id AND e.type = 'repaid') END AS repaid_on
    FROM loan l JOIN loan_file f ON f.loan_id = l.id WHERE l.scheme_id = ${schemeId} AND l.credit_code = ${creditCode} AND l.undone_by IS NULL
    UNION ALL SELECT r.principal, r.disbursed_on, r.disbursed_on, 1, NULL FROM registration r
      WHERE r.scheme_id = ${schemeId} AND r.credit_code = ${creditCode} AND r.state = 'review'`;

export const lentQuery = (db: D1Database, schemeId: string, creditCode: string | SQL): Query<LentRow> => rows(db, lentOf(schemeId, creditCode));

export const lentLoanOf = (row: LentRow): LentLoan => ({
  principal: fen(row.principal),
  disbursedOn: row.disbursed_on as LocalDate,
  maturesOn: row.matures_on as LocalDate,
  live: row.live === 1,
  ...(row.repaid_on ? { repaidOn: row.repaid_on as LocalDate } : {}),
});

/** What is still owed, of the loans that are neither repaid nor paid for. */
const owed = (schemeId: string, also: SQL): SQL =>
  sql`SELECT COALESCE(SUM(outstanding), 0) FROM loan_file WHERE scheme_id = ${schemeId} AND outstanding > 0 AND paid_on IS NULL ${also}`;

const owedParts = (schemeId: string, lender: string | SQL, area: string | SQL) => ({
  fund: owed(schemeId, sql``),
  lender: owed(schemeId, sql`AND lender_org = ${lender}`),
  area: owed(schemeId, sql`AND recommender_org = ${area}`),
});

export interface OwedRow {
  fund: number;
  lender: number;
  area: number;
}

export function owedQuery(db: D1Database, schemeId: string, lender: string | SQL, area: string | SQL): Query<OwedRow> {
  const parts = owedParts(schemeId, lender, area);
  return rows(db, sql`SELECT (${parts.fund}) AS fund, (${parts.lender}) AS lender, (${parts.area}) AS area`);
}

export interface Seen {
  readonly schemeId: string;
  readonly creditCode: string;
  readonly lent: readonly LentLoan[];
  readonly lenderId: string;
  readonly areaId: string;
  readonly owed: OwedRow;
  /** Whose sums the document limits beside the firm's. */
  readonly limited: readonly ("fund" | "institution" | "area")[];
}

/** Holds the batch to the sums that were judged: of two loans at once on the last fen of a limit the second finds another sum, and is judged anew. */
export function sumsStand(db: D1Database, seen: Seen): D1PreparedStatement[] {
  const parts = owedParts(seen.schemeId, seen.lenderId, seen.areaId);
  const live = seen.lent.reduce((sum, { principal, live: owes }) => sum + (owes ? principal : 0), 0);
  const all = seen.lent.reduce((sum, { principal }) => sum + principal, 0);
  const stands = (sum: SQL, was: number) => statement(db, sql`INSERT INTO must SELECT (${sum}) = ${was}`);
  return [
    statement(
      db,
      sql`INSERT INTO must SELECT COUNT(*) = ${seen.lent.length} AND COALESCE(SUM(principal), 0) = ${all} AND COALESCE(SUM(CASE live WHEN 1 THEN principal END), 0) = ${live}
        FROM (${lentOf(seen.schemeId, seen.creditCode)})`,
    ),
    ...(seen.limited.includes("fund") ? [stands(parts.fund, seen.owed.fund)] : []),
    ...(seen.limited.includes("institution") ? [stands(parts.lender, seen.owed.lender)] : []),
    ...(seen.limited.includes("area") ? [stands(parts.area, seen.owed.area)] : []),
  ];
}
