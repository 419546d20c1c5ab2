/** A spreadsheet that people fill in: its columns by their names, and its cells read one by one, so that a row is told all its faults at once. */
import { type LocalDate, parseDate } from "../local-date";
import { type Fen, parseYuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { LoanGrade } from "./loan-life";

export interface SheetColumn<C extends string = string> {
  readonly id: C;
  readonly says: string;
}

/** A cell as the workbook holds it; a formula is never worked out. */
export type SheetCell = { readonly text: string } | { readonly day: LocalDate } | "formula";
/** Cells by column; what is empty is absent. */
export type SheetCells<C extends string> = Readonly<Partial<Record<C, SheetCell>>>;

/** The words of the five classes as lenders write them. */
export const GRADE_SAYS: Readonly<Record<LoanGrade, string>> = {
  normal: "正常",
  special_mention: "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
};

export const plainCell = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Where each column stands in the sheet's first row; units in brackets are no part of a name. Refuses `field_required` for columns that lack and `field_invalid` for one that stands twice. */
export function columnsIn<C extends string>(columns: readonly SheetColumn<C>[], head: readonly string[]): Outcome<Readonly<Record<C, number>>> {
  const bare = (text: string) => plainCell(text).replace(/\(.*\)$/, "");
  const names = head.map(bare);
  const missing = columns.filter(({ says }) => !names.includes(bare(says)));
  if (missing.length > 0) return refuse("field_required", { missing: missing.map(({ says }) => says).join("、") }, undefined, "file");
  const twice = columns.find(({ says }) => names.indexOf(bare(says)) !== names.lastIndexOf(bare(says)));
  if (twice) return refuse("field_invalid", { given: twice.says }, undefined, "file");
  return accept(Object.fromEntries(columns.map(({ id, says }) => [id, names.indexOf(bare(says))])) as Record<C, number>);
}

export class CellReader<C extends string> {
  readonly faults: Refusal[] = [];

  constructor(readonly cells: SheetCells<C>) {}

  fault(code: Refusal["code"], field: C, figures: Refusal["figures"] = {}): undefined {
    this.faults.push({ code, figures, field });
    return undefined;
  }

  #take<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.faults.push(...outcome.refusals);
    return undefined;
  }

  /** One line without control or direction marks. */
  line(field: C, most = 60): string | undefined {
    return this.cells[field] === undefined ? this.fault("field_required", field) : this.lineOr(field, most);
  }

  /** The same where nothing may stand. */
  lineOr(field: C, most = 60): string | undefined {
    const cell: SheetCell | undefined = this.cells[field];
    if (cell === undefined) return undefined;
    const text = cell === "formula" || "day" in cell ? "" : cell.text.trim();
    if (text === "" || /[\p{Cc}\p{Cf}]/u.test(text))
      return this.fault("field_invalid", field, { given: cell === "formula" ? "formula" : text.slice(0, 40) });
    return text.length > most ? this.fault("field_too_long", field, { most: String(most) }) : text;
  }

  day(field: C): LocalDate | undefined {
    return this.cells[field] === undefined ? this.fault("field_required", field) : this.dayOr(field);
  }

  dayOr(field: C): LocalDate | undefined {
    const cell: SheetCell | undefined = this.cells[field];
    if (cell === undefined) return undefined;
    if (cell !== "formula" && "day" in cell) return cell.day;
    const text = cell === "formula" ? "formula" : plainCell(cell.text);
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
    const [, year = "", month = "", date = ""] = match ?? [];
    return this.#take(parseDate(match ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : text, field));
  }

  /** Yuan; nothing is zero where `empty` says so. */
  amount(field: C, empty: boolean): Fen | undefined {
    const cell: SheetCell | undefined = this.cells[field];
    if (cell === undefined) return empty ? ZERO : this.fault("field_required", field);
    if (cell === "formula" || "day" in cell) return this.fault("amount_invalid", field, { given: cell === "formula" ? "formula" : cell.day });
    return this.#take(parseYuan(cell.text, field));
  }

  grade(field: C): LoanGrade | undefined {
    const cell: SheetCell | undefined = this.cells[field];
    const text = cell === undefined || cell === "formula" || "day" in cell ? "" : plainCell(cell.text);
    const found = (Object.keys(GRADE_SAYS) as LoanGrade[]).find((one) => GRADE_SAYS[one] === text || `${GRADE_SAYS[one]}类` === text);
    const given = cell === "formula" ? "formula" : text.slice(0, 40);
    return found ?? this.fault(cell === undefined ? "field_required" : "field_invalid", field, cell === undefined ? {} : { given });
  }
}
