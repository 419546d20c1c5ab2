/** The fund's books as a verb meets them: balances read, not added up. */
import { type SQL, sql } from "drizzle-orm";
import { type BreakerState, RUNNING } from "../../shared/fund/breaker";
import type { Count } from "../../shared/fund/chart";
import type { Entry, LedgerView, Payable, PayableStanding, Standing, Subs, Transfer } from "../../shared/fund/ledger";
import type { LocalDate } from "../../shared/local-date";
import { fen, ZERO } from "../../shared/money";
import { desksQuery } from "../case/store";
import { type Query, type Rows, rows } from "../database";
import type { Head } from "../event";

export interface LedgerRow {
  seq: number;
  type: "reserved" | "posted" | "voided" | "expired";
  transfer_id: string;
  reason: Transfer["reason"];
  on_day: string;
  entries: string;
  made_by: string;
  checked_by: string | null;
  case_id: string | null;
  payable_id: string | null;
  document_no: string | null;
  reverses: string | null;
  until_day: string | null;
  why: string | null;
  clauses: string;
  recorded_at: number;
  prev_hash: string;
  hash: string;
}

export interface PayableRow {
  id: string;
  reason: Payable["reason"];
  of_id: string;
  case_id: string;
  payee_org: string;
  amount: number;
  approved_on: string;
  document_no: string | null;
  drawn: number;
  settled_by: string | null;
  approved_seq: number;
  approved_at: number;
  queued: number;
  paid_seq: number | null;
  /** JSON of whose sub-accounts may pay it, where a fund keeps money apart. */
  subs: string | null;
}

/** Which sub-accounts, payables and transfers a verb will ask for; the account totals are always there. */
export interface Touching {
  /** The case whose loan, claim and receipts are touched. */
  readonly caseId?: string | SQL;
  readonly payableId?: string | SQL;
  readonly transferIds?: readonly string[] | SQL;
  /** Claims and loans of other cases, by what their accounts are kept for. */
  readonly of?: SQL;
}

const none = sql`SELECT NULL AS value WHERE 0`;
const listOf = (ids: readonly string[] | SQL | undefined): SQL =>
  ids === undefined ? none : Array.isArray(ids) ? sql`SELECT value FROM json_each(${JSON.stringify(ids)})` : (ids as SQL);

/** One batch's worth of reading; merge into a verb's own `load`. */
export function booksQueries(db: D1Database, schemeId: string, touching: Touching = {}) {
  const caseId = touching.caseId ?? "";
  const payableId = touching.payableId ?? "";
  const payables = sql`SELECT id FROM payable WHERE scheme_id = ${schemeId} AND case_id = ${caseId} UNION SELECT ${payableId}`;
  const of = sql`SELECT '' AS id UNION SELECT id FROM loan WHERE case_id = ${caseId}
    UNION SELECT value FROM (${touching.of ?? none} UNION SELECT claim_id AS value FROM loan_file WHERE case_id = ${caseId} AND claim_id IS NOT NULL)
    UNION SELECT value FROM (SELECT p.of_id AS value FROM (${payables}) named CROSS JOIN payable p ON p.scheme_id = ${schemeId} AND p.id = named.id
      UNION SELECT j.value FROM (${payables}) named CROSS JOIN payable p ON p.scheme_id = ${schemeId} AND p.id = named.id CROSS JOIN json_each(p.subs) j)`;
  return {
    ledgerHead: rows<Head>(db, sql`SELECT seq, hash FROM ledger_event WHERE scheme_id = ${schemeId} ORDER BY seq DESC LIMIT 1`),
    balances: rows<{ account: string; of_id: string; balance: number; held: number }>(
      db,
      sql`SELECT b.account, b.of_id, b.balance, b.held FROM (${of}) touched CROSS JOIN ledger_account a
        CROSS JOIN ledger_balance b ON b.scheme_id = a.scheme_id AND b.account = a.id AND b.of_id = touched.id WHERE a.scheme_id = ${schemeId}`,
    ),
    counts: rows<{ name: Count; amount: number }>(db, sql`SELECT name, amount FROM ledger_count WHERE scheme_id = ${schemeId}`),
    breaker: breakerQuery(db, schemeId),
    payables: rows<PayableRow>(
      db,
      sql`SELECT p.* FROM (${payables}) touched CROSS JOIN payable p ON p.scheme_id = ${schemeId} AND p.id = touched.id`,
    ),
    queue: queueQuery(db, schemeId),
    standings: rows<LedgerRow>(
      db,
      sql`SELECT e.* FROM (${listOf(touching.transferIds)}
          UNION SELECT settled_by FROM payable WHERE scheme_id = ${schemeId} AND case_id = ${caseId} AND settled_by IS NOT NULL
          UNION SELECT settled_by FROM payable WHERE scheme_id = ${schemeId} AND id = ${payableId} AND settled_by IS NOT NULL) touched
        CROSS JOIN ledger_event e ON e.scheme_id = ${schemeId} AND e.transfer_id = touched.value ORDER BY e.seq`,
    ),
    fundDesks: desksQuery(db, schemeId),
  };
}
export type BooksRows = Rows<ReturnType<typeof booksQueries>>;

/** What several loans commit, to be read beside the books: rows as `balances` has them. */
export const committedQuery = (
  db: D1Database,
  schemeId: string,
  account: string,
  loans: SQL,
): Query<{ account: string; of_id: string; balance: number; held: number }> =>
  rows(
    db,
    sql`SELECT b.account, b.of_id, b.balance, b.held FROM (${loans}) page
      CROSS JOIN ledger_balance b ON b.scheme_id = ${schemeId} AND b.account = ${account} AND b.of_id = page.loan_id`,
  );

interface BreakerRow {
  state: BreakerState["state"];
  epoch: number;
  since: string | null;
}

/** Where pause and restart stand, and since when; no row is a fund that never paused. */
export const breakerQuery = (db: D1Database, schemeId: string): Query<BreakerRow> =>
  rows(
    db,
    sql`SELECT b.state, b.epoch, (SELECT c.on_day FROM fund_change c WHERE c.scheme_id = b.scheme_id AND c.seq = b.seq ORDER BY c.place DESC LIMIT 1) AS since
      FROM breaker_state b WHERE b.scheme_id = ${schemeId}`,
  );

export function breakerOf([found]: readonly BreakerRow[]): BreakerState {
  if (!found) return RUNNING;
  const { state, epoch, since } = found;
  return { state, epoch, ...(since === null ? {} : { since: since as LocalDate }) };
}

/** Of a payable `p`: its claim was not taken back since, and its receipt was not refunded whole. */
export const stillDue = sql`(p.reason <> 'compensation' OR EXISTS (SELECT 1 FROM loan_file d WHERE d.case_id = p.case_id AND d.claim_id = p.id))
  AND (p.reason <> 'subsidy' OR EXISTS (SELECT 1 FROM subsidy d WHERE d.id = p.id AND d.status = 'approved'))`;

/** Approved while the fund was paused and not paid yet, in the order of approval. */
export const queueQuery = (db: D1Database, schemeId: string): Query<{ id: string }> =>
  rows(
    db,
    sql`SELECT p.id FROM payable p WHERE p.scheme_id = ${schemeId} AND p.paid_seq IS NULL AND p.queued = 1 AND ${stillDue}
      ORDER BY p.approved_seq, p.approved_at, p.id`,
  );

export function transferOf(row: LedgerRow): Transfer {
  return {
    id: row.transfer_id,
    reason: row.reason,
    on: row.on_day as LocalDate,
    entries: JSON.parse(row.entries) as Entry[],
    persons: { madeBy: row.made_by, ...(row.checked_by === null ? {} : { checkedBy: row.checked_by }) },
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    ...(row.payable_id === null ? {} : { payableId: row.payable_id }),
    ...(row.document_no === null ? {} : { documentNo: row.document_no }),
    ...(row.reverses === null ? {} : { reverses: row.reverses }),
    ...(row.why === null || row.reverses === null ? {} : { why: row.why }),
  };
}

export const payableOfRow = (row: PayableRow): Payable => ({
  id: row.id,
  reason: row.reason,
  of: row.of_id,
  ...(row.case_id === "" ? {} : { caseId: row.case_id }),
  payeeId: row.payee_org,
  amount: fen(row.amount),
  approvedOn: row.approved_on as LocalDate,
  ...(row.document_no === null ? {} : { documentNo: row.document_no }),
  ...(row.subs === null ? {} : { subs: JSON.parse(row.subs) as Subs }),
});

/** The last that happened to each transfer among rows in the ledger's order, reversals of it included. */
function standingsOf(found: readonly LedgerRow[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const row of found) {
    const before = standings.get(row.transfer_id);
    const transfer = before && row.type !== "posted" ? before.transfer : transferOf(row);
    standings.set(row.transfer_id, {
      transfer,
      status: row.type,
      ...(row.type === "reserved" && row.until_day !== null ? { until: row.until_day as LocalDate } : {}),
    });
    const undone = row.type === "posted" && row.reverses !== null ? standings.get(row.reverses) : undefined;
    if (undone) standings.set(undone.transfer.id, { ...undone, status: "reversed" });
  }
  return standings;
}

/** The fund before a decision. */
export interface Books {
  readonly view: LedgerView;
  readonly state: BreakerState;
  readonly queue: readonly string[];
  readonly head: Head | null;
  readonly desks: readonly { readonly id: string; readonly kind: string }[];
}

export function booksOf(found: BooksRows): Books {
  const balances = new Map(found.balances.map((row) => [`${row.account}/${row.of_id}`, row]));
  const counts = new Map(found.counts.map(({ name, amount }) => [name, fen(amount)]));
  const standings = standingsOf(found.standings);
  const payables = new Map(
    found.payables.map((row): [string, PayableStanding] => [
      row.id,
      { payable: payableOfRow(row), drawn: fen(row.drawn), ...(row.settled_by === null ? {} : { settledBy: row.settled_by }) },
    ]),
  );
  const at = (account: string, of = "") => balances.get(`${account}/${of}`);
  return {
    view: {
      balance: (account, of) => fen(at(account, of)?.balance ?? 0),
      held: (account, of) => fen(at(account, of)?.held ?? 0),
      standing: (id) => standings.get(id),
      payable: (id) => payables.get(id),
      count: (name) => counts.get(name) ?? ZERO,
    },
    state: breakerOf(found.breaker),
    queue: found.queue.map(({ id }) => id),
    head: found.ledgerHead[0] ?? null,
    desks: found.fundDesks,
  };
}
