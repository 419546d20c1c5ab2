/** What a check of the books reads: everything that is kept, as it stood at one moment, then the rows behind it by pages. Nothing here writes. */
import { sql } from "drizzle-orm";
import type { Count } from "../../shared/fund/chart";
import { type Query, rows } from "../database";
import type { EventRow } from "../event";
import type { LedgerRow, PayableRow } from "./books";

interface LoanRow {
  loan_id: string;
  case_no: string;
  ratio: string;
  outstanding: number;
  /** Nothing is committed for a loan that was paid for, for one where nobody is paid, and for one whose import was taken back. */
  free: number;
}

export const keptQueries = (db: D1Database, schemeId: string) => ({
  head: rows<{ seq: number; hash: string }>(db, sql`SELECT seq, hash FROM ledger_event WHERE scheme_id = ${schemeId} ORDER BY seq DESC LIMIT 1`),
  balances: rows<{ account: string; of_id: string; balance: number; held: number }>(
    db,
    sql`SELECT account, of_id, balance, held FROM ledger_balance WHERE scheme_id = ${schemeId}`,
  ),
  counts: rows<{ name: Count; amount: number }>(db, sql`SELECT name, amount FROM ledger_count WHERE scheme_id = ${schemeId}`),
  states: rows<{ state: "ACTIVE" | "PAUSED"; epoch: number }>(db, sql`SELECT state, epoch FROM breaker_state WHERE scheme_id = ${schemeId}`),
  changes: rows<{ to_state: "ACTIVE" | "PAUSED"; epoch: number; on_day: string }>(
    db,
    sql`SELECT to_state, epoch, on_day FROM fund_change WHERE scheme_id = ${schemeId} ORDER BY seq, place`,
  ),
  payables: rows<PayableRow>(db, sql`SELECT * FROM payable WHERE scheme_id = ${schemeId} ORDER BY approved_seq, approved_at, id`),
  loans: rows<LoanRow>(
    db,
    sql`SELECT k.loan_id, f.no AS case_no, l.ratio, k.outstanding, (k.paid_on IS NOT NULL OR k.payee_org IS NULL OR f.status <> 'funded') AS free
      FROM loan_file k CROSS JOIN loan l ON l.id = k.loan_id CROSS JOIN case_file f ON f.id = k.case_id WHERE k.scheme_id = ${schemeId}`,
  ),
});

export const ledgerPageQuery = (db: D1Database, schemeId: string, after: number, until: number): Query<LedgerRow> =>
  rows(db, sql`SELECT * FROM ledger_event WHERE scheme_id = ${schemeId} AND seq > ${after} AND seq <= ${until} ORDER BY seq`);

/** Cases from a place in the order of their ids. */
export const sampleQuery = (db: D1Database, schemeId: string, from: string, most: number): Query<{ id: string; no: string; status: string }> =>
  rows(
    db,
    sql`SELECT id, no, status FROM case_file WHERE id >= ${from} AND +scheme_id = ${schemeId} AND +submitted_on IS NOT NULL ORDER BY id LIMIT ${most}`,
  );

export const eventsOfQuery = (db: D1Database, caseIds: readonly string[]): Query<EventRow> =>
  rows(db, sql`SELECT e.* FROM json_each(${JSON.stringify(caseIds)}) j CROSS JOIN case_event e ON e.case_id = j.value ORDER BY e.case_id, e.seq`);
