/** What an import would do, row by row: several rows of one loan follow one another, several loans' postings follow one another in the fund's one order. */
import { Book } from "../../shared/fund/balances";
import type { LedgerEvent } from "../../shared/fund/ledger";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import { evolveFile, type FileEvent, type LoanFile } from "../../shared/process/loan-file";
import { type LoanMode, modesOf } from "../../shared/process/procedure";
import { rowAmount, rowOnFile, type SheetRow } from "../../shared/process/repayment-sheet";
import type { Scheme } from "../../shared/schemes/scheme";
import { tellOf } from "../case/case-verb";
import type { Head } from "../event";
import { type Books, booksOf } from "../fund/books";
import { commitments } from "./commitments";
import type { ImportRows, NamedLoan } from "./import-store";

/** A row of the sheet as it was read. */
export interface ReadRow {
  readonly no: number;
  readonly contractNo: string;
  readonly read: Outcome<SheetRow>;
}

export interface RowTold {
  readonly row: number;
  readonly says: string;
  readonly refusals: readonly Refusal[];
}

/** A loan that rows tell something of. */
export interface Telling {
  readonly loan: NamedLoan;
  readonly head: Head | null;
  readonly mode: LoanMode;
  readonly underWay: boolean;
  readonly events: readonly FileEvent[];
  readonly file: LoanFile;
}

export interface Imported {
  readonly rows: readonly RowTold[];
  readonly told: readonly Telling[];
  readonly ledger: readonly LedgerEvent[];
  readonly books: Books;
  readonly desks: ImportRows["fundDesks"];
}

/** The loans that the rows name, as they stand. */
function tellings(scheme: Scheme, found: ImportRows): Map<string, Telling> {
  const modes = modesOf(scheme.admission);
  const open = new Set(found.underWay.map(({ case_id }) => case_id));
  const histories = Map.groupBy(found.histories, ({ case_id }) => case_id);
  return new Map(
    found.loans.flatMap((loan): [string, Telling][] => {
      const history = histories.get(loan.case_id) ?? [];
      const { loanFile: file } = tellOf(loan.case_id, history, new Map());
      const mode = modes.find((one) => one.id === file?.loan.mode);
      const last = history.at(-1);
      const head = last ? { seq: last.seq, hash: last.hash } : null;
      return file && mode ? [[loan.contract_no, { loan, head, mode, underWay: open.has(loan.case_id), events: [], file }]] : [];
    }),
  );
}

/** The loan after a row, or why the row cannot be taken. */
function after(telling: Telling | undefined, { contractNo, read }: ReadRow, act: Act): Outcome<Telling> {
  if (!read.ok) return read;
  if (!telling) return refuse("not_found", { contractNo: contractNo.slice(0, 60) }, undefined, "contractNo");
  // the payment was computed without it, so that it ends with a repayment: a matter of one loan, told by itself
  if (telling.underWay && read.value.repayment) return refuse("wrong_step", { contractNo }, undefined, "contractNo");
  const events = rowOnFile(telling.file, read.value, act);
  if (!events.ok) return events;
  const { actor, on: occurredOn } = act;
  const file = events.value.reduce<LoanFile>((one, event) => evolveFile(one, { event, actor, occurredOn }), telling.file);
  return accept({ ...telling, events: [...telling.events, ...events.value], file });
}

/** Refuses only what no row is to blame for: a posting that the fund's own rules do not take. */
export function importRows(scheme: Scheme, read: readonly ReadRow[], found: ImportRows, act: Act): Outcome<Imported> {
  const loans = tellings(scheme, found);
  const rows = read.map((row): RowTold => {
    const before = loans.get(row.contractNo);
    const told = after(before, row, act);
    if (told.ok) loans.set(row.contractNo, told.value);
    const amount = row.read.ok ? rowAmount(row.read.value) : "";
    const says = [row.contractNo, before?.loan.enterprise, amount].filter(Boolean).join("，");
    return { row: row.no, says, refusals: told.ok ? [] : told.refusals };
  });
  const told = [...loans.values()].filter(({ events }) => events.length > 0);
  const books = booksOf({ ...found, balances: [...found.balances, ...found.committed] });
  const book = new Book(scheme.fund.chart, books.view);
  const ledger: LedgerEvent[] = [];
  for (const { file, mode, head, events } of told) {
    const at = { scheme, mode, books: { view: book }, act };
    const posted = commitments(at, file, [], (head?.seq ?? 0) + events.length, act.actor.personId);
    if (!posted.ok) return refuseAll(posted.refusals);
    book.fold(...posted.value);
    ledger.push(...posted.value);
  }
  return accept({ rows, told, ledger, books, desks: found.fundDesks });
}
