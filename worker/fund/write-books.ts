/** A decision's ledger events as rows, with what they bring about: payables, pauses and restarts, matters to report. The only file that writes the ledger. */
import { sql } from "drizzle-orm";
import type { Citation } from "../../shared/citation";
import type { BreakerState } from "../../shared/fund/breaker";
import type { Chart } from "../../shared/fund/chart";
import type { LedgerEvent, LedgerView, Payable } from "../../shared/fund/ledger";
import { type Followed, followFund } from "../../shared/fund/replay";
import { accept, type Outcome } from "../../shared/outcome";
import type { Scheme } from "../../shared/schemes/scheme";
import { newId } from "../clock";
import { statement } from "../database";
import { sha256 } from "../digest";
import { canonical } from "../event";
import { insertNotice } from "../notice/store";
import type { Books, LedgerRow } from "./books";
import { ceilingRows } from "./ceilings";
import { chartStands } from "./chart-stands";

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
