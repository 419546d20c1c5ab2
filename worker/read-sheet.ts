/** A spreadsheet that somebody filled in: judged harmless before it is opened, then its first sheet cell by cell; formulas are seen and never worked out. */
import { read, SSF, utils, type WorkSheet } from "@e965/xlsx";
import { SHEET_BYTES_MOST } from "../shared/contract/file-limits";
import { fromDayNumber } from "../shared/local-date";
import { accept, type Outcome, refuse } from "../shared/outcome";
import type { SheetCell } from "../shared/process/sheet-cells";
import { inspect } from "./statement/inspect";

export interface Grid {
  readonly head: readonly string[];
  /** Rows below the head with something in them, each with its number in the sheet. */
  readonly rows: readonly { readonly no: number; readonly cells: readonly (SheetCell | undefined)[] }[];
}

/** Rows that are looked at, most of which may say nothing; a sheet that goes on is refused rather than cut. */
const ROWS_MOST = 2001;
const COLUMNS_MOST = 40;
const TEXT_MOST = 200;
/** Day 0 of the spreadsheet's calendar, as days since 1970; a workbook may count from 1904 instead. */
const DAY_ZERO = -25_569;
const DAY_ZERO_1904 = -24_107;

interface Raw {
  readonly t: string;
  readonly v?: unknown;
  readonly f?: string;
  readonly z?: string;
}

function cellOf(raw: Raw | undefined, zero: number): SheetCell | undefined {
  if (!raw) return undefined;
  if (raw.f !== undefined) return "formula";
  if (raw.t === "n" && typeof raw.v === "number") {
    const dated = SSF.is_date(raw.z ?? "") && raw.v >= 1 && raw.v < 200_000;
    return dated ? { day: fromDayNumber(Math.floor(raw.v) + zero) } : { text: String(raw.v) };
  }
  const text = raw.v === undefined || raw.v === null ? "" : String(raw.v).slice(0, TEXT_MOST).trim();
  return text === "" ? undefined : { text };
}

function gridOf(sheet: WorkSheet, zero: number): Grid {
  const { e: end } = utils.decode_range(sheet["!ref"] ?? "A1");
  const columns = Math.min(end.c + 1, COLUMNS_MOST);
  const at = (r: number) => Array.from({ length: columns }, (_, c) => cellOf(sheet[utils.encode_cell({ r, c })] as Raw | undefined, zero));
  const head = at(0).map((cell) => (cell && cell !== "formula" && "text" in cell ? cell.text : ""));
  const rows = Array.from({ length: Math.max(end.r, 0) }, (_, below) => ({ no: below + 2, cells: at(below + 1) }));
  return { head, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
}

interface Opened {
  readonly sheets: Readonly<Record<string, WorkSheet>>;
  readonly names: readonly string[];
  readonly zero: number;
}

/** Refuses what `inspect` refuses, and `file_unreadable`. */
async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<Opened>> {
  const harmless = await inspect(bytes, SHEET_BYTES_MOST, ["xlsx"]);
  if (!harmless.ok) return harmless;
  try {
    const book = read(bytes, {
      type: "array",
      sheetRows: ROWS_MOST + 1,
      // the sheet's own word for its extent may be smaller than what stands in it: the rows below would be gone without a word
      nodim: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      bookVBA: false,
    });
    return accept({ sheets: book.Sheets, names: book.SheetNames, zero: book.Workbook?.WBProps?.date1904 ? DAY_ZERO_1904 : DAY_ZERO });
  } catch {
    return refuse("file_unreadable", {}, undefined, "file");
  }
}

function within(sheet: WorkSheet | undefined, zero: number): Outcome<Grid> {
  if (!sheet?.["!ref"]) return refuse("file_unreadable", {}, undefined, "file");
  const whole = utils.decode_range((sheet["!fullref"] as string | undefined) ?? sheet["!ref"]).e.r;
  if (whole >= ROWS_MOST) return refuse("field_invalid", { rows: String(whole), most: String(ROWS_MOST - 1) }, undefined, "file");
  return accept(gridOf(sheet, zero));
}

/** The first sheet. Refuses what `inspect` refuses, `file_unreadable`, and `field_invalid` for a sheet of too many rows. */
export async function readSheet(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<Grid>> {
  const book = await opened(bytes);
  return book.ok ? within(book.value.sheets[book.value.names[0] ?? ""], book.value.zero) : book;
}

/** The sheets of these names. Refuses what `readSheet` refuses, and `field_required` for sheets that lack. */
export async function readSheets<N extends string>(bytes: Uint8Array<ArrayBuffer>, names: readonly N[]): Promise<Outcome<Readonly<Record<N, Grid>>>> {
  const book = await opened(bytes);
  if (!book.ok) return book;
  const { sheets, zero } = book.value;
  const missing = names.filter((name) => !Object.hasOwn(sheets, name));
  if (missing.length > 0) return refuse("field_required", { missing: missing.join("、") }, undefined, "file");
  const grids: [N, Grid][] = [];
  for (const name of names) {
    const grid = within(sheets[name], zero);
    if (!grid.ok) return grid;
    grids.push([name, grid.value]);
  }
  return accept(Object.fromEntries(grids) as Record<N, Grid>);
}
