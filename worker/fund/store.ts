/** The only file that touches vouchers. */
import { type SQL, sql } from "drizzle-orm";
import type { VOUCHER_KINDS } from "../../shared/contract/fund";
import { type Query, rows, statement } from "../database";

export type VoucherKind = (typeof VOUCHER_KINDS)[number];
export type VoucherStatus = "drawn_up" | "done" | "declined";

/** A voucher without what it would book. */
export interface VoucherRow {
  id: string;
  kind: VoucherKind;
  on_day: string;
  lines: string;
  case_id: string | null;
  case_no: string | null;
  /** Of a movement: its body, and the name of whose account it moves. */
  moves: string | null;
  of_name: string | null;
  why: string;
  status: VoucherStatus;
  made_by: string;
  maker: string;
  checker: string | null;
  recorded_at: number;
}

/** With its body, and whose it is, for the one who checks. */
export interface VoucherFound extends VoucherRow {
  body: string;
  made_org: string;
  maker_org_kind: string;
  maker_org_name: string;
}

const SHOWN = sql`v.id, v.kind, v.on_day, v.lines, v.case_id, f.no AS case_no, CASE v.kind WHEN 'movement' THEN v.body END AS moves, w.name AS of_name, v.why, v.status, v.made_by, m.name AS maker, c.name AS checker, v.recorded_at`;
const NAMED = sql`JOIN person m ON m.id = v.made_by LEFT JOIN person c ON c.id = v.checked_by LEFT JOIN case_file f ON f.id = v.case_id
  LEFT JOIN organisation w ON w.id = v.body ->> '$.of'`;

export interface VoucherFilter {
  readonly status?: VoucherStatus | undefined;
  readonly after?: { readonly at: number; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export const vouchersQuery = (db: D1Database, schemeId: string, { status, after, limit }: VoucherFilter): Query<VoucherRow> =>
  rows(
    db,
    sql`SELECT ${SHOWN} FROM (SELECT id FROM voucher WHERE scheme_id = ${schemeId} ${status ? sql`AND status = ${status}` : sql``}
        ${after ? sql`AND (recorded_at, id) < (${after.at}, ${after.id})` : sql``} ORDER BY recorded_at DESC, id DESC LIMIT ${limit + 1}) page
      CROSS JOIN voucher v ON v.id = page.id ${NAMED} ORDER BY v.recorded_at DESC, v.id DESC`,
  );

export const voucherQuery = (db: D1Database, schemeId: string, voucherId: string): Query<VoucherFound> =>
  rows(
    db,
    sql`SELECT ${SHOWN}, v.body, v.made_org, o.kind AS maker_org_kind, o.name AS maker_org_name
      FROM voucher v ${NAMED} JOIN organisation o ON o.id = v.made_org WHERE v.id = ${voucherId} AND v.scheme_id = ${schemeId}`,
  );

/** The case that a voucher is about, for queries that load it in the same batch. */
export const caseOfVoucher = (voucherId: string): SQL => sql`(SELECT case_id FROM voucher WHERE id = ${voucherId})`;

/** The transfer that a reversal names. */
export const transfersOfVoucher = (voucherId: string): SQL =>
  sql`SELECT body ->> '$.transferId' AS value FROM voucher WHERE id = ${voucherId} AND kind = 'reverse'`;

export interface NewVoucher {
  readonly id: string;
  readonly schemeId: string;
  readonly kind: VoucherKind;
  readonly on: string;
  readonly body: unknown;
  readonly lines: readonly { readonly says: string; readonly amount: string }[];
  readonly caseId?: string | undefined;
  readonly about?: string | undefined;
  readonly why: string;
  readonly madeBy: string;
  readonly madeOrg: string;
  readonly now: number;
}

export const insertVoucher = (db: D1Database, row: NewVoucher): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO voucher (id, scheme_id, kind, on_day, body, lines, case_id, about, why, made_by, made_org, recorded_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.kind}, ${row.on}, ${JSON.stringify(row.body)}, ${JSON.stringify(row.lines)}, ${row.caseId ?? null},
        ${row.about ?? null}, ${row.why}, ${row.madeBy}, ${row.madeOrg}, ${row.now})`,
  );

/** Forward, once: the second of two who close it at the same time finds nothing to close. */
export const closeVoucher = (
  db: D1Database,
  row: { readonly id: string; readonly by: string; readonly now: number; readonly declinedWhy?: string },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE voucher SET status = ${row.declinedWhy === undefined ? "done" : "declined"}, checked_by = ${row.by}, declined_why = ${row.declinedWhy ?? null},
      closed_at = ${row.now} WHERE id = ${row.id} AND status = 'drawn_up'`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

/** Of the same kind and about the same, drawn up or done. */
export const sameVoucherQuery = (db: D1Database, schemeId: string, kind: VoucherKind, about: string): Query<{ id: string; status: VoucherStatus }> =>
  rows(db, sql`SELECT id, status FROM voucher WHERE scheme_id = ${schemeId} AND kind = ${kind} AND about = ${about} AND status <> 'declined'`);

/** An opening of the books that waits for its second person. */
export const openingUnderWayQuery = (db: D1Database, schemeId: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM voucher WHERE scheme_id = ${schemeId} AND kind IN ('open', 'opening') AND status = 'drawn_up'`);

/** The day on which the books were opened, by whichever way; where the document knows none, that of the first money that came. */
export const openedOnQuery = (db: D1Database, schemeId: string): Query<{ on_day: string }> =>
  rows(
    db,
    sql`SELECT on_day FROM (SELECT COALESCE((SELECT on_day FROM voucher WHERE scheme_id = ${schemeId} AND kind IN ('open', 'opening') AND status = 'done' ORDER BY recorded_at DESC LIMIT 1),
      (SELECT on_day FROM voucher WHERE scheme_id = ${schemeId} AND kind = 'movement' AND status = 'done' ORDER BY recorded_at LIMIT 1)) AS on_day) WHERE on_day IS NOT NULL`,
  );

/** How often an import was taken back. */
export const undoneCountQuery = (db: D1Database, schemeId: string): Query<{ count: number }> =>
  rows(db, sql`SELECT COUNT(*) AS count FROM voucher WHERE scheme_id = ${schemeId} AND kind = 'undo_opening' AND status = 'done'`);
