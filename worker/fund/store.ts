/** The only file that touches vouchers, reports to the government, major matters and what checks of the books found. */
import { type SQL, sql } from "drizzle-orm";
import type { VOUCHER_KINDS } from "../../shared/contract/fund";
import type { Figures } from "../../shared/outcome";
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

const SHOWN = sql`v.id, v.kind, v.on_day, v.lines, v.case_id, f.no AS case_no, v.why, v.status, v.made_by, m.name AS maker, c.name AS checker, v.recorded_at`;
const NAMED = sql`JOIN person m ON m.id = v.made_by LEFT JOIN person c ON c.id = v.checked_by LEFT JOIN case_file f ON f.id = v.case_id`;

export interface VoucherFilter {
  readonly status?: VoucherStatus | undefined;
  readonly after?: { readonly at: number; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export const vouchersQuery = (db: D1Database, schemeId: string, { status, after, limit }: VoucherFilter): Query<VoucherRow> =>
  rows(
    db,
    sql`SELECT ${SHOWN} FROM (SELECT * FROM voucher WHERE scheme_id = ${schemeId} ${status ? sql`AND status = ${status}` : sql``}
        ${after ? sql`AND (recorded_at, id) < (${after.at}, ${after.id})` : sql``} ORDER BY recorded_at DESC, id DESC LIMIT ${limit + 1}) v
      ${NAMED} ORDER BY v.recorded_at DESC, v.id DESC`,
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

/** The last day that a report to the government covers. */
export const reportedThroughQuery = (db: D1Database, schemeId: string): Query<{ until_day: string }> =>
  rows(db, sql`SELECT until_day FROM report WHERE scheme_id = ${schemeId} ORDER BY half DESC LIMIT 1`);

/** The day on which the books were opened, by whichever way. */
export const openedOnQuery = (db: D1Database, schemeId: string): Query<{ on_day: string }> =>
  rows(
    db,
    sql`SELECT on_day FROM voucher WHERE scheme_id = ${schemeId} AND kind IN ('open', 'opening') AND status = 'done' ORDER BY recorded_at DESC LIMIT 1`,
  );

export interface ReportRow {
  half: string;
  document_no: string;
  on_day: string;
}
export const reportsQuery = (db: D1Database, schemeId: string): Query<ReportRow> =>
  rows(db, sql`SELECT half, document_no, on_day FROM report WHERE scheme_id = ${schemeId} ORDER BY half DESC LIMIT 40`);

export interface MatterRow {
  id: string;
  what: string;
  on_day: string;
  figures: string;
  article: string;
  reported_on: string | null;
  document_no: string | null;
}
const MATTER = sql`id, what, on_day, figures, article, reported_on, document_no`;
/** Newest first; a fund has few. */
export const mattersQuery = (db: D1Database, schemeId: string): Query<MatterRow> =>
  rows(db, sql`SELECT ${MATTER} FROM major_matter WHERE scheme_id = ${schemeId} ORDER BY on_day DESC, id DESC LIMIT 200`);
export const matterQuery = (db: D1Database, schemeId: string, id: string): Query<MatterRow> =>
  rows(db, sql`SELECT ${MATTER} FROM major_matter WHERE id = ${id} AND scheme_id = ${schemeId}`);

export interface CheckRow {
  at: number;
  seq: number;
  hash: string;
  events: number;
  ok: number;
  findings: string;
}
export const lastCheckQuery = (db: D1Database, schemeId: string): Query<CheckRow> =>
  rows(db, sql`SELECT at, seq, hash, events, ok, findings FROM books_check WHERE scheme_id = ${schemeId} ORDER BY at DESC, id DESC LIMIT 1`);

export const insertReport = (
  db: D1Database,
  row: {
    readonly schemeId: string;
    readonly half: string;
    readonly until: string;
    readonly documentNo: string;
    readonly on: string;
    readonly figures: unknown;
    readonly by: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO report (scheme_id, half, until_day, document_no, on_day, figures, reported_by, recorded_at)
      VALUES (${row.schemeId}, ${row.half}, ${row.until}, ${row.documentNo}, ${row.on}, ${JSON.stringify(row.figures)}, ${row.by}, ${row.now})`,
  );

/** Told once, with the number of the paper. */
export const tellMatter = (
  db: D1Database,
  row: { readonly id: string; readonly on: string; readonly documentNo: string; readonly by: string },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE major_matter SET reported_on = ${row.on}, document_no = ${row.documentNo}, reported_by = ${row.by} WHERE id = ${row.id} AND reported_on IS NULL`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

/** The last check that found nothing: what it saw has to be there still. */
export const lastSoundQuery = (db: D1Database, schemeId: string): Query<{ seq: number; hash: string }> =>
  rows(db, sql`SELECT seq, hash FROM books_check WHERE scheme_id = ${schemeId} AND ok = 1 ORDER BY at DESC, id DESC LIMIT 1`);

export interface NewCheck extends Omit<CheckRow, "findings" | "ok"> {
  readonly schemeId: string;
  readonly id: string;
  readonly on: string;
  readonly cases: number;
  readonly findings: readonly { readonly what: string; readonly detail: string }[];
  /** Who asked for it; null for the clock. */
  readonly by: string | null;
}
export const insertCheck = (db: D1Database, row: NewCheck): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO books_check (scheme_id, at, id, on_day, seq, hash, events, cases, ok, findings, person_id)
      VALUES (${row.schemeId}, ${row.at}, ${row.id}, ${row.on}, ${row.seq}, ${row.hash}, ${row.events}, ${row.cases}, ${row.findings.length === 0 ? 1 : 0},
        ${JSON.stringify(row.findings)}, ${row.by})`,
  );

/** Whether the clock has checked a scheme's books on a day. */
export const checkedOnQuery = (db: D1Database, schemeId: string, on: string): Query<{ at: number }> =>
  rows(db, sql`SELECT at FROM books_check WHERE scheme_id = ${schemeId} AND on_day = ${on} AND person_id IS NULL`);

/** A matter of the books that was not told yet: one is enough. */
export const openMatterQuery = (db: D1Database, schemeId: string, what: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM major_matter WHERE scheme_id = ${schemeId} AND what = ${what} AND reported_on IS NULL LIMIT 1`);

export const insertMatter = (
  db: D1Database,
  row: {
    readonly id: string;
    readonly schemeId: string;
    readonly what: string;
    readonly on: string;
    readonly figures: Figures;
    readonly article: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.what}, ${row.on}, ${JSON.stringify(row.figures)}, ${row.article}, ${row.now})`,
  );

/** Who watches over the books. */
export const watchersQuery = (db: D1Database, schemeId: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM organisation WHERE scheme_id = ${schemeId} AND kind IN ('office', 'finance', 'auditor') AND status = 'active'`);

/** How often an import was taken back. */
export const undoneCountQuery = (db: D1Database, schemeId: string): Query<{ count: number }> =>
  rows(db, sql`SELECT COUNT(*) AS count FROM voucher WHERE scheme_id = ${schemeId} AND kind = 'undo_opening' AND status = 'done'`);
