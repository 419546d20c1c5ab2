/** Counts the books again from their postings, by pages, and compares what is kept: chain, balances, pause, queue, commitments; with a sample of the cases' own chains. */
import { audit, type KeptBooks, type Miscount } from "../../shared/fund/audit";
import { accountOf, type Chart, reasonOf } from "../../shared/fund/chart";
import { commitmentOf } from "../../shared/fund/exposure";
import type { LedgerEvent } from "../../shared/fund/ledger";
import { RunningFund } from "../../shared/fund/replay";
import { daysOf, type LedgerDay, sumDays } from "../../shared/fund/report";
import type { LocalDate } from "../../shared/local-date";
import { fen, yuan, ZERO } from "../../shared/money";
import type { Scheme } from "../../shared/schemes/scheme";
import { load, type Rows } from "../database";
import { type LedgerRow, payableOfRow, transferOf } from "./books";
import { type SpentRow, spending, spentQuery } from "./ceilings";
import { beginning, follow, type Link, ledgerChain } from "./chain-verifier";
import { keptQueries, ledgerPageQuery } from "./check-store";
import { dayOf, daysQuery } from "./ledger-store";
import { lastSoundQuery } from "./report-store";
import { sampledCases } from "./sample-cases";

const PAGE = 1000;
const TOLD_MOST = 50;

export interface CheckFinding {
  readonly what: string;
  readonly detail: string;
}
export interface Recounted {
  /** Where the ledger stood. */
  readonly seq: number;
  readonly hash: string;
  readonly events: number;
  readonly cases: number;
  readonly findings: readonly CheckFinding[];
}

/** A row as the event that it tells of. */
export function eventOf(row: LedgerRow): LedgerEvent {
  const [first = "", ...more] = row.clauses.split(" ");
  const cites = { article: "", clauses: [first, ...more] as const };
  const until = row.until_day as LocalDate;
  if (row.type === "reserved") return { type: "reserved", transfer: transferOf(row), until, cites };
  if (row.type === "posted") return { type: "posted", transfer: transferOf(row), held: row.until_day !== null, cites };
  const end = { id: row.transfer_id, on: row.on_day as LocalDate };
  return row.type === "voided" ? { type: "voided", ...end, why: row.why ?? "" } : { type: "expired", ...end };
}

const snapshot = (db: D1Database, schemeId: string) => ({
  ...keptQueries(db, schemeId),
  days: daysQuery(db, schemeId),
  sound: lastSoundQuery(db, schemeId),
  spent: spentQuery(db, schemeId),
});
type Kept = Rows<ReturnType<typeof snapshot>>;

const keptOf = (found: Kept): KeptBooks => ({
  balances: found.balances.map(({ account, of_id, balance, held }) => ({ account, of: of_id, balance: fen(balance), held: fen(held) })),
  counts: new Map(found.counts.map(({ name, amount }) => [name, fen(amount)])),
  days: found.days.map(dayOf),
  state: found.states[0],
  changes: found.changes.map(({ to_state, epoch, on_day }) => ({ to: to_state, epoch, on: on_day as LocalDate })),
  queue: found.payables.filter(({ queued, paid_seq }) => queued === 1 && paid_seq === null).map(({ id }) => id),
  payables: found.payables.map(({ id, drawn, settled_by }) => ({ id, drawn: fen(drawn), ...(settled_by === null ? {} : { settledBy: settled_by }) })),
});

/** The ledger from its first row, each page verified and folded before the next is read. */
async function replayed(db: D1Database, scheme: Scheme, kept: Kept, head: number) {
  const chain = ledgerChain(scheme.id);
  const fund = new RunningFund(scheme.fund);
  const approved = [...kept.payables];
  const findings: CheckFinding[] = [];
  let days: LedgerDay[] = [];
  const spent = spending(scheme.fund.chart);
  let at: Link = await beginning(chain);
  let events = 0;
  const approve = (through: number) => {
    while (approved[0] && approved[0].approved_seq <= through) {
      const [row] = approved.splice(0, 1);
      if (row) fund.fold({ type: "payable_approved", payable: payableOfRow(row) });
    }
  };
  const last = kept.sound[0];
  for (let from = 0; from < head; from += PAGE) {
    const { page } = await load(db, { page: ledgerPageQuery(db, scheme.id, from, from + PAGE < head ? from + PAGE : head) });
    const verified = await follow(chain, at, page);
    at = verified.at;
    if (verified.brokenAt !== undefined)
      return { fund, days, spent: spent.rows(), events, at, findings: [{ what: "chain", detail: `总账第 ${verified.brokenAt} 行` }] };
    const known = page.find(({ seq }) => seq === last?.seq);
    if (known && known.hash !== last?.hash) findings.push({ what: "chain", detail: `总账第 ${known.seq} 行与上次核对无误时不同` });
    for (const row of page) {
      approve(row.seq - 1);
      const event = eventOf(row);
      fund.fold(event);
      spent.fold(event);
    }
    days = sumDays([...days, ...daysOf(scheme.fund.chart, page.map(eventOf))]);
    events += page.length;
  }
  approve(head);
  return { fund, days, spent: spent.rows(), events, at, findings };
}

/** Each live loan has its part set aside, to the fen. */
function commitments({ fund: { chart } }: Scheme, fund: RunningFund, loans: Kept["loans"]): CheckFinding[] {
  const account = reasonOf(chart, "commit")?.debits[0];
  if (!account) return [];
  return loans.flatMap(({ loan_id, case_no, ratio, outstanding, free }) => {
    const due = free === 1 ? ZERO : commitmentOf({ ratio, outstanding: fen(outstanding) });
    const booked = fund.book.balance(account, loan_id);
    return booked === due ? [] : [{ what: "commitment", detail: `${case_no}：账上 ${yuan(booked)}，应为 ${yuan(due)}` }];
  });
}

/** What counts against the ceilings, year by year. */
function ceilings(kept: readonly SpentRow[], again: readonly SpentRow[]): CheckFinding[] {
  const [stored, counted] = [kept, again].map((found) => new Map(found.map(({ year, amount }) => [year, amount])));
  return [...new Set([...(stored?.keys() ?? []), ...(counted?.keys() ?? [])])].flatMap((year) => {
    const [one, other] = [stored?.get(year) ?? 0, counted?.get(year) ?? 0];
    return one === other ? [] : [{ what: "ceiling", detail: `${year || "期初"}：账上 ${yuan(fen(one))}，重算 ${yuan(fen(other))}` }];
  });
}

function told(chart: Chart, { what, key, stored, recounted }: Miscount): CheckFinding {
  const [account = "", ...of] = key.split("/");
  const label = [accountOf(chart, account)?.says ?? account, ...of].filter(Boolean).join(" ");
  return { what, detail: `${label ? `${label}：` : ""}账上 ${stored || "—"}，重算 ${recounted || "—"}` };
}

/** Reads only; a difference is a value, and rows that cannot even be folded are one too. */
export async function recountBooks(db: D1Database, scheme: Scheme, on: LocalDate): Promise<Recounted> {
  const kept = await load(db, snapshot(db, scheme.id));
  const head = kept.head[0] ?? { seq: 0, hash: "" };
  const last = kept.sound[0];
  const findings: CheckFinding[] = [];
  let events = 0;
  try {
    const again = await replayed(db, scheme, kept, head.seq);
    events = again.events;
    findings.push(...again.findings);
    if (last && last.seq > head.seq) findings.push({ what: "chain", detail: `总账只到第 ${head.seq} 行，上次核对无误时有第 ${last.seq} 行` });
    if (again.events === head.seq) {
      findings.push(...audit(scheme.fund, again.fund, again.days, keptOf(kept)).map((one) => told(scheme.fund.chart, one)));
      findings.push(...commitments(scheme, again.fund, kept.loans));
      findings.push(...ceilings(kept.spent, again.spent));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.push({ what: "chain", detail: `总账无法重放：${error.message.slice(0, 80)}` });
  }
  const cases = await sampledCases(db, scheme, on);
  findings.push(...cases.findings);
  return { ...head, events, cases: cases.count, findings: findings.slice(0, TOLD_MOST) };
}
