/** A whole import: the balances and every row held against the document and each other; what it books, and the history that each of its loans begins with. */

import { Book } from "../fund/balances";
import { commitmentChange, commitmentOf } from "../fund/exposure";
import type { FundRules } from "../fund/fund";
import type { LedgerEvent, Persons } from "../fund/ledger";
import { type OpeningBalances, openingTransfers } from "../fund/opening";
import { post } from "../fund/posting";
import type { LocalDate } from "../local-date";
import { type Fen, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import { openForBusiness } from "./act";
import type { ClaimRules } from "./claim-rules";
import type { CaseEvent } from "./event";
import type { FileEvent } from "./loan-file";
import { payeeOf } from "./loan-file";
import { type OpeningCase, openingCase, withCase } from "./opening-case";
import { type Dated, importedCase, importedFile, type OpeningIds } from "./opening-events";
import type { OpeningKnown, OpeningScheme } from "./opening-known";
import { type BalanceRow, type LoanRow, OPENING_SHEETS, type OpeningSheet } from "./opening-sheet";
import { modesOf } from "./procedure";

export type ImportScheme = OpeningScheme & { readonly fund: FundRules; readonly claim: ClaimRules };

/** What became of one row, for its line in the report. */
export interface RowTold {
  readonly row: number;
  readonly says: string;
  readonly refusals: readonly Refusal[];
}

export interface OpeningDecided {
  readonly rows: readonly RowTold[];
  /** Absent as soon as one row has a fault. */
  readonly cases?: readonly OpeningCase[];
}

export const saysOf = (row: LoanRow): string =>
  `${row.claim ? OPENING_SHEETS.paid : OPENING_SHEETS.live} ${row.firm} ${row.contractNo} ${yuan(row.claim?.paid ?? row.outstanding)}`;

function balanceFaults(scheme: ImportScheme, balance: BalanceRow, cases: readonly OpeningCase[] | undefined, today: LocalDate): Refusal[] {
  const { on } = balance;
  const life = openForBusiness(scheme, on);
  const late: Refusal[] = on > today ? [{ code: "date_invalid", figures: { given: on, until: today }, field: "on" }] : [];
  const faults = [...late, ...(life.ok ? [] : life.refusals.map((refusal) => ({ ...refusal, field: "on" })))];
  if (faults.length > 0 || !cases) return faults;
  const books = openingTransfers(
    scheme.fund,
    balancesOf(balance, cases, (at) => String(at)),
    { madeBy: "a", checkedBy: "b" },
    String,
  );
  return books.ok ? [] : [...books.refusals];
}

const balancesOf = (balance: BalanceRow, cases: readonly OpeningCase[], nameOf: (at: number) => string): OpeningBalances => ({
  ...balance,
  claims: cases.flatMap(({ claim }, at) =>
    claim ? [{ claimId: nameOf(at), caseId: nameOf(at), paid: claim.paid, returned: claim.returned, writtenOff: claim.writtenOff }] : [],
  ),
});

/** Every row in the order of the sheets, each against those before it. `faulty` are rows that could not even be read. */
export function decideOpening(
  scheme: ImportScheme,
  sheet: OpeningSheet,
  known: OpeningKnown,
  faulty: readonly RowTold[],
  today: LocalDate,
): OpeningDecided {
  const rows: RowTold[] = [];
  const cases: OpeningCase[] = [];
  let now = known;
  for (const row of [...sheet.live, ...sheet.paid]) {
    const read = openingCase(scheme, row, now, sheet.balance.on);
    rows.push({ row: row.no, says: saysOf(row), refusals: read.ok ? [] : read.refusals });
    if (!read.ok) continue;
    cases.push(read.value);
    now = withCase(now, read.value);
  }
  const whole = faulty.length === 0 && rows.every(({ refusals }) => refusals.length === 0);
  const { cash, quotaUndrawn } = sheet.balance;
  const faults = balanceFaults(scheme, sheet.balance, whole ? cases : undefined, today);
  const balance = { row: 2, says: `${OPENING_SHEETS.balance} ${yuan(cash)} + ${yuan(quotaUndrawn)}`, refusals: faults };
  return { rows: [balance, ...rows, ...faulty], ...(whole && faults.length === 0 ? { cases } : {}) };
}

export interface OpenedCase {
  readonly one: OpeningCase;
  readonly ids: OpeningIds;
  readonly admission: Extract<CaseEvent, { type: "case_imported" }>;
  readonly file: readonly Dated<FileEvent>[];
}

export interface Opened {
  readonly cases: readonly OpenedCase[];
  readonly ledger: readonly LedgerEvent[];
}

/** The transfer of a claim for a reason, among those of an import. */
const transferOf = (ledger: readonly LedgerEvent[], caseId: string, reason: string): string | undefined => {
  const found = ledger.find((event) => event.type === "posted" && event.transfer.caseId === caseId && event.transfer.reason === reason);
  return found?.type === "posted" ? found.transfer.id : undefined;
};

/** Live loans commit their part from the first day. */
function committing(scheme: ImportScheme, book: Book, opened: readonly OpenedCase[], on: LocalDate, madeBy: string): Outcome<LedgerEvent[]> {
  const { chart } = scheme.fund;
  const events: LedgerEvent[] = [];
  for (const { one, ids, file } of opened) {
    const mode = modesOf(scheme.admission).find(({ id }) => id === one.loan.mode);
    const loan = { ...one.loan, loanId: ids.loanId, leadId: "" };
    const due: Fen = one.claim || !mode || !payeeOf({ loan }, mode) ? ZERO : commitmentOf({ ratio: one.tier.ratio, outstanding: one.outstanding });
    const change = commitmentChange(chart, ids.loanId, ZERO, due);
    if (!change) continue;
    const { reason, entries } = change;
    const posted = post(chart, book, { id: `${ids.loanId}-c${file.length + 1}`, reason, on, entries, persons: { madeBy }, caseId: ids.caseId });
    if (!posted.ok) return posted;
    book.fold(...posted.value);
    events.push(...posted.value);
  }
  return accept(events);
}

/** What the import books and writes, once it was decided. Refuses what `openingTransfers` refuses. */
export function openImport(
  scheme: ImportScheme,
  balance: BalanceRow,
  cases: readonly OpeningCase[],
  ids: readonly OpeningIds[],
  by: { readonly voucherId: string; readonly persons: Persons },
): Outcome<Opened> {
  const named = (at: number): OpeningIds => {
    const found = ids[at];
    if (!found) throw new RangeError("a case of the import without its name");
    return found;
  };
  const claims = cases.flatMap(({ claim }, at) => {
    const { claimId, caseId } = named(at);
    return claim ? [{ claimId, caseId, paid: claim.paid, returned: claim.returned, writtenOff: claim.writtenOff }] : [];
  });
  const books = openingTransfers(scheme.fund, { ...balance, claims }, by.persons, (at) => `${by.voucherId}-${at}`);
  if (!books.ok) return books;
  const opened = cases.map((one, at): OpenedCase => {
    const mine = named(at);
    const returned = transferOf(books.value, mine.caseId, "opening_returned");
    const writtenOff = transferOf(books.value, mine.caseId, "opening_written_off");
    const postings = { ...(returned ? { returned } : {}), ...(writtenOff ? { writtenOff } : {}) };
    return {
      one,
      ids: mine,
      admission: importedCase(scheme.admission, one, mine),
      file: importedFile(scheme.claim, one, mine, postings, balance.on),
    };
  });
  const book = new Book(scheme.fund.chart).fold(...books.value);
  const committed = committing(scheme, book, opened, balance.on, by.persons.madeBy);
  return committed.ok ? accept({ cases: opened, ledger: [...books.value, ...committed.value] }) : committed;
}

/** Nothing has happened since on what an import brought. Refuses `opening_moved` with the first case that went on. */
export function unmoved(cases: readonly { readonly no: string; readonly importedSeq: number; readonly seq: number }[]): Outcome<true> {
  const moved = cases.find(({ importedSeq, seq }) => seq !== importedSeq);
  return moved ? refuse("opening_moved", { no: moved.no }) : accept(true);
}
