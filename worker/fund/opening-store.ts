/** The only file that touches what an import brought. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface NewOpening {
  readonly voucherId: string;
  readonly schemeId: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly cases: readonly { readonly caseId: string; readonly loanId: string; readonly claimId: string | null; readonly seq: number }[];
  readonly now: number;
}

export const insertOpening = (db: D1Database, row: NewOpening): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO opening_import (voucher_id, scheme_id, first_seq, last_seq, recorded_at)
      VALUES (${row.voucherId}, ${row.schemeId}, ${row.firstSeq}, ${row.lastSeq}, ${row.now})`,
  ),
  statement(
    db,
    sql`INSERT INTO opening_case (case_id, scheme_id, voucher_id, loan_id, claim_id, seq)
      SELECT value ->> 'caseId', ${row.schemeId}, ${row.voucherId}, value ->> 'loanId', value ->> 'claimId', value ->> 'seq' FROM json_each(${JSON.stringify(row.cases)})`,
  ),
];

export interface OpeningCaseRow {
  case_id: string;
  no: string;
  enterprise: string;
  loan_id: string;
  imported_seq: number;
  seq: number;
  hash: string;
  recommender_org: string;
  lender_org: string;
  partner_org: string | null;
}
/** Cases of an import with where their histories stand now. */
export const openingCasesQuery = (db: D1Database, voucherId: SQL | string): Query<OpeningCaseRow> =>
  rows(
    db,
    sql`SELECT o.case_id, f.no, f.enterprise_name AS enterprise, o.loan_id, o.seq AS imported_seq, e.seq, e.hash, f.recommender_org, l.lender_org, l.partner_org
      FROM opening_case o CROSS JOIN case_file f ON f.id = o.case_id CROSS JOIN loan l ON l.id = o.loan_id
      CROSS JOIN case_event e ON e.case_id = o.case_id AND e.seq = (SELECT MAX(seq) FROM case_event WHERE case_id = o.case_id) WHERE o.voucher_id = ${voucherId}`,
  );

/** The import's transfers, in their order, and the claims and loans that their accounts are kept for. */
export const transfersOfOpening = (schemeId: string, voucherId: SQL | string): SQL =>
  sql`SELECT e.transfer_id AS value FROM opening_import i CROSS JOIN ledger_event e ON e.scheme_id = ${schemeId} AND e.seq BETWEEN i.first_seq AND i.last_seq
    WHERE i.voucher_id = ${voucherId}`;
export const keptOfOpening = (voucherId: SQL | string): SQL =>
  sql`SELECT loan_id AS value FROM opening_case WHERE voucher_id = ${voucherId} UNION SELECT claim_id FROM opening_case WHERE voucher_id = ${voucherId} AND claim_id IS NOT NULL`;

/** What an import brought, for a voucher that takes it back. */
export const openingQueries = (db: D1Database, schemeId: string, voucherId: SQL | string) => ({
  cases: openingCasesQuery(db, voucherId),
  transfers: rows<{ id: string }>(
    db,
    sql`SELECT e.transfer_id AS id FROM opening_import i CROSS JOIN ledger_event e ON e.scheme_id = ${schemeId} AND e.seq BETWEEN i.first_seq AND i.last_seq
      WHERE i.voucher_id = ${voucherId} ORDER BY e.seq`,
  ),
});

/** The import that an undoing voucher is about. */
export const openingOfVoucher = (voucherId: string): SQL => sql`(SELECT about FROM voucher WHERE id = ${voucherId} AND kind = 'undo_opening')`;

/** A firm that came with an import. */
export const importedFirmQuery = (db: D1Database, orgId: string): Query<{ id: string }> =>
  rows(db, sql`SELECT f.id FROM case_file f CROSS JOIN opening_case o ON o.case_id = f.id WHERE f.enterprise_org = ${orgId} LIMIT 1`);
