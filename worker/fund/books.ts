/** The fund's books as a verb meets them: balances read, not added up; a decision's postings written with what they bring about. The only file that writes the ledger. */
import { type SQL, sql } from "drizzle-orm";
import type { Citation } from "../../shared/citation";
import { type BreakerState, RUNNING } from "../../shared/fund/breaker";
import type { Chart, Count } from "../../shared/fund/chart";
import type { Entry, LedgerEvent, LedgerView, Payable, PayableStanding, Standing, Subs, Transfer } from "../../shared/fund/ledger";
import { type Followed, followFund } from "../../shared/fund/replay";
import type { LocalDate } from "../../shared/local-date";
import { fen, ZERO } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksQuery } from "../case/store";
import { newId } from "../clock";
import { type Query, type Rows, rows, statement } from "../database";
import { sha256 } from "../digest";
import { canonical, type Head } from "../event";
import { insertNotice } from "../notice/store";
import { ceilingRows } from "./ceilings";

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

/** Where pause and restart stand; no row is a fund that never paused. */
export const breakerQuery = (db: D1Database, schemeId: string): Query<{ state: BreakerState["state"]; epoch: number }> =>
  rows(db, sql`SELECT state, epoch FROM breaker_state WHERE scheme_id = ${schemeId}`);

export const breakerOf = (found: readonly { state: BreakerState["state"]; epoch: number }[]): BreakerState =>
  found[0] ? { state: found[0].state, epoch: found[0].epoch } : RUNNING;

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

const charted = new WeakMap<D1Database, Set<string>>();

/** The chart as the scheme states it stands in SQL before the first posting, where the ledger's own wall reads it; a chart that differs from it stops every posting. */
async function chartStands(db: D1Database, { id: schemeId, fund: { chart } }: Pick<Scheme, "id" | "fund">): Promise<void> {
  const known = charted.get(db) ?? new Set();
  if (known.has(schemeId)) return;
  const accounts = chart.accounts.map(({ id, grows, per, short, holds }) => ({
    id,
    grows,
    per: per ?? null,
    short: short ?? null,
    holds: holds ?? null,
  }));
  const reasons = chart.reasons.map(({ id, debits, credits, needsCase, persons, payable, counts }) => ({
    id,
    debits: JSON.stringify(debits),
    credits: JSON.stringify(credits),
    needs_case: needsCase ? 1 : 0,
    persons,
    payable: payable ?? null,
    counts: counts ?? null,
  }));
  const found = await db.batch([
    statement(
      db,
      sql`INSERT INTO ledger_account (scheme_id, id, grows, per, short, holds)
        SELECT ${schemeId}, value ->> 'id', value ->> 'grows', value ->> 'per', value ->> 'short', value ->> 'holds' FROM json_each(${JSON.stringify(accounts)}) WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    statement(
      db,
      sql`INSERT INTO ledger_reason (scheme_id, id, debits, credits, needs_case, persons, payable, counts)
        SELECT ${schemeId}, value ->> 'id', value ->> 'debits', value ->> 'credits', value ->> 'needs_case', value ->> 'persons', value ->> 'payable', value ->> 'counts'
        FROM json_each(${JSON.stringify(reasons)}) WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    statement(db, sql`SELECT id, grows, per, short, holds FROM ledger_account WHERE scheme_id = ${schemeId}`),
    statement(db, sql`SELECT id, debits, credits, needs_case, persons, payable, counts FROM ledger_reason WHERE scheme_id = ${schemeId}`),
  ]);
  const inOrder = (list: readonly unknown[]) => canonical([...list].sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1)));
  if (inOrder(found[2]?.results ?? []) !== inOrder(accounts) || inOrder(found[3]?.results ?? []) !== inOrder(reasons))
    throw new Error(`the chart of ${schemeId} in the records is not the scheme's own`);
  known.add(schemeId);
  charted.set(db, known);
}

/** What the first row of a scheme's ledger builds on. */
export const ledgerGenesis = (schemeId: string): Promise<string> => sha256(`gongdan:ledger:${schemeId}`);

type NewRow = Omit<LedgerRow, "hash">;

/** What a ledger row's hash is taken over; the nightly check reads it back by the same words. */
export const ledgerHash = (schemeId: string, row: NewRow): Promise<string> =>
  sha256(
    `${row.prev_hash}${canonical([schemeId, row.seq, row.type, row.transfer_id, row.reason, row.on_day, row.entries, row.made_by, row.checked_by, row.case_id, row.payable_id, row.document_no, row.reverses, row.until_day, row.why, row.clauses, row.recorded_at])}`,
  );

type Written = Exclude<LedgerEvent, { type: "payable_approved" }>;

/** The columns of an event; what ends a reservation repeats its entries byte for byte, which the ledger's wall asks for. */
function columnsOf(event: Written, view: LedgerView, chart: Chart) {
  const standing = "id" in event ? view.standing(event.id) : undefined;
  const transfer = "transfer" in event ? event.transfer : standing?.transfer;
  if (!transfer) throw new RangeError("what ends a reservation was not read");
  const cites: Citation = "cites" in event ? event.cites : (chart.reasons.find((reason) => reason.id === transfer.reason)?.cites ?? chart.cites);
  const until =
    event.type === "reserved"
      ? event.until
      : event.type === "posted"
        ? event.held
          ? view.standing(transfer.id)?.until
          : undefined
        : standing?.until;
  return {
    type: event.type,
    transfer_id: transfer.id,
    reason: transfer.reason,
    on_day: "transfer" in event ? transfer.on : event.on,
    entries: canonical(transfer.entries),
    made_by: transfer.persons.madeBy,
    checked_by: transfer.persons.checkedBy ?? null,
    case_id: transfer.caseId ?? null,
    payable_id: transfer.payableId ?? null,
    document_no: transfer.documentNo ?? null,
    reverses: transfer.reverses ?? null,
    until_day: until ?? null,
    why: ("why" in event ? event.why : transfer.why) ?? null,
    clauses: cites.clauses.join(" "),
  };
}

export interface BooksWritten {
  /** After what stands in a case's own history, and in this order. */
  readonly statements: readonly D1PreparedStatement[];
  readonly after: Followed;
}

interface Place {
  readonly db: D1Database;
  readonly now: number;
}

/**
 * The rows of a decision's ledger events: the ledger's own (its `seq` is the fund's lock), payables, and each pause or restart with its matter to report and
 * its notices. Refuses what stepping the pause refuses (`parameter_not_in_force`).
 */
export async function writeBooks({ db, now }: Place, scheme: Scheme, books: Books, events: readonly LedgerEvent[]): Promise<Outcome<BooksWritten>> {
  await chartStands(db, scheme);
  const { chart } = scheme.fund;
  const statements: D1PreparedStatement[] = [];
  let seq = books.head?.seq ?? 0;
  let prev = books.head?.hash ?? (await ledgerGenesis(scheme.id));
  let after = followFund(scheme.fund, books.state, books.view, []);
  const changes: { seq: number; change: Followed["changes"][number] }[] = [];
  for (const event of events) {
    if (!after.ok) return after;
    const { book: view, state } = after.value;
    if (event.type === "payable_approved") statements.push(...insertPayable(db, scheme.id, event.payable, { seq, state, now }));
    else {
      seq += 1;
      const row: NewRow = { seq, ...columnsOf(event, view, chart), recorded_at: now, prev_hash: prev };
      prev = await ledgerHash(scheme.id, row);
      statements.push(insertLedger(db, scheme.id, { ...row, hash: prev }));
    }
    after = followFund(scheme.fund, state, view, [event]);
    if (after.ok) for (const change of after.value.changes) changes.push({ seq, change });
  }
  if (!after.ok) return after;
  const { state, book } = after.value;
  statements.unshift(...ceilingRows(db, scheme, events));
  if (changes.length > 0) statements.push(...breakerRows(db, scheme.id, changes, state, books.desks, now));
  return accept({ statements, after: { book, state, changes: changes.map(({ change }) => change) } });
}

function insertLedger(db: D1Database, schemeId: string, row: LedgerRow): D1PreparedStatement {
  return statement(
    db,
    sql`INSERT INTO ledger_event (scheme_id, seq, type, transfer_id, reason, on_day, entries, made_by, checked_by, case_id, payable_id, document_no, reverses, until_day, why,
        clauses, recorded_at, prev_hash, hash)
      VALUES (${schemeId}, ${row.seq}, ${row.type}, ${row.transfer_id}, ${row.reason}, ${row.on_day}, ${row.entries}, ${row.made_by}, ${row.checked_by}, ${row.case_id},
        ${row.payable_id}, ${row.document_no}, ${row.reverses}, ${row.until_day}, ${row.why}, ${row.clauses}, ${row.recorded_at}, ${row.prev_hash}, ${row.hash})`,
  );
}

/** The order of approvals among the postings is part of the record: a replay queues what was approved during a pause. */
const insertPayable = (
  db: D1Database,
  schemeId: string,
  payable: Payable,
  { seq, state, now }: { readonly seq: number; readonly state: BreakerState; readonly now: number },
): D1PreparedStatement[] => [
  statement(db, sql`INSERT INTO must SELECT COALESCE((SELECT MAX(seq) FROM ledger_event WHERE scheme_id = ${schemeId}), 0) = ${seq}`),
  statement(
    db,
    sql`INSERT INTO payable (scheme_id, id, reason, of_id, case_id, payee_org, amount, approved_on, document_no, subs, approved_seq, approved_at, queued)
      VALUES (${schemeId}, ${payable.id}, ${payable.reason}, ${payable.of}, ${payable.caseId ?? ""}, ${payable.payeeId}, ${payable.amount}, ${payable.approvedOn},
        ${payable.documentNo ?? null}, ${payable.subs ? JSON.stringify(payable.subs) : null}, ${seq}, ${now}, ${state.state === "PAUSED" ? 1 : 0})`,
  ),
];

function breakerRows(
  db: D1Database,
  schemeId: string,
  changes: readonly { readonly seq: number; readonly change: Followed["changes"][number] }[],
  state: BreakerState,
  desks: Books["desks"],
  now: number,
): D1PreparedStatement[] {
  const last = changes.at(-1)?.seq ?? 0;
  return [
    ...changes.flatMap(({ seq, change: { to, epoch, on, figures, cites } }, place) => {
      const what = to === "PAUSED" ? "fund_paused" : "fund_restarted";
      return [
        statement(
          db,
          sql`INSERT INTO fund_change (scheme_id, seq, place, to_state, epoch, on_day, figures, clauses, article, recorded_at)
            VALUES (${schemeId}, ${seq}, ${place}, ${to}, ${epoch}, ${on}, ${JSON.stringify(figures)}, ${cites.clauses.join(" ")}, ${cites.article}, ${now})`,
        ),
        statement(
          db,
          sql`INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at)
            VALUES (${newId()}, ${schemeId}, ${what}, ${on}, ${JSON.stringify(figures)}, ${cites.article}, ${now})`,
        ),
        ...desks.map((desk) => insertNotice(db, { toOrg: desk.id, code: what, figures }, now)),
      ];
    }),
    statement(
      db,
      sql`INSERT INTO breaker_state (scheme_id, state, epoch, seq) VALUES (${schemeId}, ${state.state}, ${state.epoch}, ${last})
        ON CONFLICT (scheme_id) DO UPDATE SET state = excluded.state, epoch = excluded.epoch, seq = excluded.seq`,
    ),
  ];
}
