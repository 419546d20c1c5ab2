/** Reads a loan book strictly: a row is taken as it stands or reported with its reason, never mended and never left out in silence. */
import { dateOf, type LocalDate, parseDate } from "../../shared/local-date";
import { type Fen, minus, parseYuan, ZERO } from "../../shared/money";

export const COLUMNS = [
  "LoanNr_ChkDgt",
  "State",
  "Bank",
  "NAICS",
  "ApprovalDate",
  "ApprovalFY",
  "Term",
  "NoEmp",
  "NewExist",
  "ChgOffDate",
  "DisbursementDate",
  "DisbursementGross",
  "MIS_Status",
  "ChgOffPrinGr",
  "GrAppv",
  "SBA_Appv",
] as const;
type Column = (typeof COLUMNS)[number];

export interface BookRow {
  readonly id: string;
  readonly lender: string;
  readonly disbursedOn: LocalDate;
  readonly principal: Fen;
  /** Of what was approved, the part with a public guarantee and the part without. */
  readonly guaranteed: Fen;
  readonly unguaranteed: Fen;
  /** Absent for a loan that was paid back. */
  readonly lost?: { readonly on: LocalDate; readonly principal: Fen };
}

export type Unusable =
  | "column_count"
  | "id_missing"
  | "id_repeated"
  | "lender_missing"
  | "status_unknown"
  | "amount_unreadable"
  | "date_unreadable"
  | "disbursement_date_missing"
  | "nothing_disbursed"
  | "guarantee_over_approved"
  | "paid_back_yet_charged_off"
  | "charge_off_date_missing"
  | "charged_off_nothing"
  | "charged_off_over_disbursed"
  | "charged_off_before_disbursed";

export interface Book {
  readonly rows: readonly BookRow[];
  /** Lines of the file, counted from 1, by the first reason for which each cannot be used. */
  readonly unusable: ReadonlyMap<Unusable, readonly number[]>;
  /** Lines below the header. */
  readonly read: number;
}

/** Cells of one line; quotes may stand around a cell and are doubled inside one. Nothing where a quote is left open or stands in the middle. */
export function cellsOf(line: string): readonly string[] | undefined {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  do {
    const found = cell.exec(line);
    if (!found) return undefined;
    cells.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
    if (found[3] === "") return cells;
  } while (cell.lastIndex <= line.length);
  return undefined;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** A year of two digits from here on is of the last century. */
export const CENTURY_TURNS = 70;

/** `2/28/1997` or `16-Mar-06`; anything else, and a day that no calendar has, is unreadable. */
export function dateIn(text: string): LocalDate | undefined {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const named = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{2})$/.exec(text);
  const short = Number(named?.[3]);
  const [year, month, day] = slashed
    ? [Number(slashed[3]), Number(slashed[1]), Number(slashed[2])]
    : [short >= CENTURY_TURNS ? 1900 + short : 2000 + short, MONTHS.indexOf(named?.[2] ?? "") + 1, Number(named?.[1])];
  const read = slashed || named ? parseDate(dateOf(year, month, day)) : undefined;
  return read?.ok ? read.value : undefined;
}

/** Whole units, read as yuan one to one. */
function amountIn(text: string): Fen | undefined {
  const read = /^\d+$/.test(text) ? parseYuan(text) : undefined;
  return read?.ok ? read.value : undefined;
}

type Cells = Readonly<Record<Column, string>>;

/** What a charge-off has to say, against the loan. */
function lossOf(cells: Cells, charged: Fen, disbursedOn: LocalDate, principal: Fen): NonNullable<BookRow["lost"]> | Unusable {
  if (cells.ChgOffDate === "") return "charge_off_date_missing";
  const on = dateIn(cells.ChgOffDate);
  if (!on) return "date_unreadable";
  if (charged === ZERO) return "charged_off_nothing";
  if (charged > principal) return "charged_off_over_disbursed";
  return on < disbursedOn ? "charged_off_before_disbursed" : { on, principal: charged };
}

function rowOf(cells: Cells): BookRow | Unusable {
  const { LoanNr_ChkDgt: id, Bank: lender, MIS_Status: status } = cells;
  if (id.trim() === "") return "id_missing";
  if (lender.trim() === "") return "lender_missing";
  if (status !== "P I F" && status !== "CHGOFF") return "status_unknown";
  const [principal, charged, approved, guaranteed] = [cells.DisbursementGross, cells.ChgOffPrinGr, cells.GrAppv, cells.SBA_Appv].map(amountIn);
  if (principal === undefined || charged === undefined || approved === undefined || guaranteed === undefined) return "amount_unreadable";
  if (cells.DisbursementDate === "") return "disbursement_date_missing";
  const disbursedOn = dateIn(cells.DisbursementDate);
  if (!disbursedOn) return "date_unreadable";
  if (principal === ZERO) return "nothing_disbursed";
  if (approved === ZERO || guaranteed > approved) return "guarantee_over_approved";
  const row = { id, lender, disbursedOn, principal, guaranteed, unguaranteed: minus(approved, guaranteed) };
  if (status === "P I F") return charged > ZERO || cells.ChgOffDate !== "" ? "paid_back_yet_charged_off" : row;
  const lost = lossOf(cells, charged, disbursedOn, principal);
  return typeof lost === "string" ? lost : { ...row, lost };
}

/** Throws where the header is not this book's: then no row can be read at all. */
export function readBook(text: string): Book {
  const [header = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const names = cellsOf(header)?.join(",");
  if (names !== COLUMNS.join(",")) throw new Error(`the columns are expected to be ${COLUMNS.join(",")}, found ${names ?? header}`);
  if (lines.at(-1) === "") lines.pop();
  const rows: BookRow[] = [];
  const ids = new Set<string>();
  const unusable = new Map<Unusable, number[]>();
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(line);
    const whole = cells?.length === COLUMNS.length ? (Object.fromEntries(COLUMNS.map((name, n) => [name, cells[n] ?? ""])) as Cells) : undefined;
    const repeated = whole && ids.has(whole.LoanNr_ChkDgt);
    if (whole) ids.add(whole.LoanNr_ChkDgt);
    const row = !whole ? "column_count" : repeated ? "id_repeated" : rowOf(whole);
    if (typeof row === "string") unusable.set(row, [...(unusable.get(row) ?? []), at + 2]);
    else rows.push(row);
  }
  return { rows, unusable, read: lines.length };
}
