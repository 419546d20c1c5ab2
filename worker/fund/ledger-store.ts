/** The ledger as its readers ask for it: what moved by day, changes of state, postings by page, and what accounts held on a day. Nothing here writes. */
import { type SQL, sql } from "drizzle-orm";
import type { ReasonId } from "../../shared/fund/chart";
import type { LedgerDay } from "../../shared/fund/report";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { type Query, rows } from "../database";
import type { LedgerRow } from "./books";

interface DayRow {
  on_day: string;
  reason: string;
  count: number;
  amount: number;
  cash: number;
  quota: number;
}

/** The day book from a day on; the whole of it without one. */
export const daysQuery = (db: D1Database, schemeId: string, from = ""): Query<DayRow> =>
  rows(db, sql`SELECT on_day, reason, count, amount, cash, quota FROM day_book WHERE scheme_id = ${schemeId} AND on_day >= ${from}`);

export const dayOf = (row: DayRow): LedgerDay => ({
  on: row.on_day as LocalDate,
  reason: row.reason as ReasonId,
  count: row.count,
  amount: fen(row.amount),
  cash: fen(row.cash),
  quota: fen(row.quota),
});

export interface ChangeRow {
  to_state: "ACTIVE" | "PAUSED";
  on_day: string;
  epoch: number;
  figures: string;
  article: string;
}
/** Pauses and restarts, newest first. */
export const changesQuery = (db: D1Database, schemeId: string): Query<ChangeRow> =>
  rows(
    db,
    sql`SELECT to_state, on_day, epoch, figures, article FROM fund_change WHERE scheme_id = ${schemeId} ORDER BY seq DESC, place DESC LIMIT 50`,
  );

/** Approved and not yet paid. */
export const waitingQuery = (db: D1Database, schemeId: string): Query<{ waiting: number }> =>
  rows(db, sql`SELECT COUNT(*) AS waiting FROM payable WHERE scheme_id = ${schemeId} AND paid_seq IS NULL`);

export interface PostingFilter {
  readonly reason?: ReasonId | undefined;
  readonly caseId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: { readonly on: string; readonly seq: number } | undefined;
  readonly limit: number;
}

export interface PostingFound extends LedgerRow {
  case_no: string | null;
  maker: string | null;
  checker: string | null;
  undone: number;
}

/** By day where days are asked for, else in the ledger's own order; newest first either way. */
function pageOf(schemeId: string, { reason, caseId, from, until, after, limit }: PostingFilter): SQL {
  const byDay = from !== undefined || until !== undefined;
  const conditions = [
    sql`scheme_id = ${schemeId}`,
    ...(caseId ? [sql`case_id = ${caseId}`] : []),
    // with a narrower index at hand the reason is only compared
    ...(reason ? [caseId || byDay ? sql`+reason = ${reason}` : sql`reason = ${reason}`] : []),
    ...(from ? [sql`on_day >= ${from}`] : []),
    ...(until ? [sql`on_day <= ${until}`] : []),
    ...(after ? [byDay ? sql`(on_day, seq) < (${after.on}, ${after.seq})` : sql`seq < ${after.seq}`] : []),
  ];
  const order = byDay ? sql`on_day DESC, seq DESC` : sql`seq DESC`;
  return sql`SELECT seq FROM ledger_event WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${order} LIMIT ${limit}`;
}

const NAMED = sql`LEFT JOIN case_file f ON f.id = e.case_id LEFT JOIN person m ON m.id = e.made_by LEFT JOIN person c ON c.id = e.checked_by`;
const undone = sql`EXISTS (SELECT 1 FROM ledger_event r WHERE r.scheme_id = e.scheme_id AND r.reverses = e.transfer_id AND r.type = 'posted') AS undone`;

export const postingsQuery = (db: D1Database, schemeId: string, filter: PostingFilter): Query<PostingFound> => {
  const order = filter.from !== undefined || filter.until !== undefined ? sql`e.on_day DESC, e.seq DESC` : sql`e.seq DESC`;
  return rows(
    db,
    sql`SELECT e.*, f.no AS case_no, m.name AS maker, c.name AS checker, ${undone} FROM (${pageOf(schemeId, filter)}) page
      CROSS JOIN ledger_event e ON e.scheme_id = ${schemeId} AND e.seq = page.seq ${NAMED} ORDER BY ${order}`,
  );
};

export interface HeldRow {
  account: string;
  of_id: string;
  balance: number;
  case_no: string | null;
}
/** Every balance as it stands, with the case of the loan or claim that it is kept for. */
export const balancesQuery = (db: D1Database, schemeId: string): Query<HeldRow> =>
  rows(
    db,
    sql`SELECT b.account, b.of_id, b.balance, f.no AS case_no FROM ledger_balance b
      LEFT JOIN loan l ON l.id = b.of_id LEFT JOIN loan_file k ON k.claim_id = b.of_id LEFT JOIN case_file f ON f.id = COALESCE(l.case_id, k.case_id)
      WHERE b.scheme_id = ${schemeId}`,
  );

export interface TurnoverRow {
  account: string;
  of_id: string;
  debit: number;
  credit: number;
}
/** What was debited and credited in a range of days, by account and by what it is kept for; `after` leaves its own day out. */
export const turnoverQuery = (
  db: D1Database,
  schemeId: string,
  range: { readonly from?: string | undefined; readonly until?: string | undefined; readonly after?: string | undefined },
): Query<TurnoverRow> => {
  const days = [
    ...(range.from ? [sql`AND e.on_day >= ${range.from}`] : []),
    ...(range.until ? [sql`AND e.on_day <= ${range.until}`] : []),
    ...(range.after ? [sql`AND e.on_day > ${range.after}`] : []),
  ];
  return rows(
    db,
    sql`SELECT j.value ->> 'account' AS account, json_each.value AS of_id,
        SUM(CASE WHEN j.value ->> 'side' = 'debit' THEN j.value ->> 'amount' ELSE 0 END) AS debit,
        SUM(CASE WHEN j.value ->> 'side' = 'credit' THEN j.value ->> 'amount' ELSE 0 END) AS credit
      FROM ledger_event e CROSS JOIN json_each(e.entries) j CROSS JOIN json_each(json_array('', j.value ->> 'of'))
      WHERE e.scheme_id = ${schemeId} ${sql.join(days, sql` `)} AND e.type = 'posted' AND json_each.value IS NOT NULL GROUP BY 1, 2`,
  );
};

/** Claims of a range of days: filed in it, paid in it, and neither paid nor withdrawn by its end. */
export const claimCountsQuery = (
  db: D1Database,
  schemeId: string,
  first: string,
  last: string,
): Query<{ filed: number; paid: number; open: number }> =>
  rows(
    db,
    sql`SELECT COUNT(*) FILTER (WHERE claim_received_on BETWEEN ${first} AND ${last}) AS filed, COUNT(*) FILTER (WHERE paid_on BETWEEN ${first} AND ${last}) AS paid,
        COUNT(*) FILTER (WHERE claim_received_on <= ${last} AND (paid_on IS NULL OR paid_on > ${last})) AS open
      FROM loan_file WHERE scheme_id = ${schemeId} AND claim_id IS NOT NULL`,
  );

/** What is kept apart by institution or area, with the name of each. */
export const apartQuery = (db: D1Database, schemeId: string): Query<{ account: string; of_id: string; name: string; balance: number }> =>
  rows(
    db,
    sql`SELECT b.account, b.of_id, o.name, b.balance FROM ledger_account a
      CROSS JOIN ledger_balance b ON b.scheme_id = a.scheme_id AND b.account = a.id AND b.of_id <> ''
      CROSS JOIN organisation o ON o.id = b.of_id
      WHERE a.scheme_id = ${schemeId} AND a.per IN ('institution', 'area') ORDER BY b.account, o.name`,
  );
