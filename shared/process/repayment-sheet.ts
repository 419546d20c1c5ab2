/** A lender's spreadsheet of repayments and grades: its columns, what a row says once read, and what it adds to the loan's file. */
import { type LocalDate, parseDate } from "../local-date";
import { type Fen, parseYuan, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Act } from "./act";
import { type LoanFile, repayOnFile } from "./loan-file";
import { gradeLoan, type LifeEvent, type LoanGrade, type Repayment } from "./loan-life";

export const SHEET_COLUMNS = [
  { id: "contractNo", says: "合同号" },
  { id: "repaymentNo", says: "流水号" },
  { id: "on", says: "还款日期" },
  { id: "principal", says: "本金" },
  { id: "interest", says: "利息" },
  { id: "grade", says: "五级分类" },
  { id: "gradedOn", says: "分类日期" },
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number]["id"];

/** The words of the five classes as lenders write them. */
export const GRADE_SAYS: Readonly<Record<LoanGrade, string>> = {
  normal: "正常",
  special_mention: "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
};

/** A cell as the workbook holds it; a formula is never worked out. */
export type SheetCell = { readonly text: string } | { readonly day: LocalDate } | "formula";
/** Cells by column; what is empty is absent. */
export type SheetCells = Readonly<Partial<Record<SheetColumn, SheetCell>>>;

export interface SheetRow {
  readonly contractNo: string;
  readonly repayment?: Repayment;
  readonly grade?: { readonly grade: LoanGrade; readonly on: LocalDate };
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Where each column stands in the sheet's first row; units in brackets are no part of a name. Refuses `field_required` for columns that lack and `field_invalid` for one that stands twice. */
export function columnsOf(head: readonly string[]): Outcome<Readonly<Record<SheetColumn, number>>> {
  const names = head.map((text) => plain(text).replace(/\(.*\)$/, ""));
  const missing = SHEET_COLUMNS.filter(({ says }) => !names.includes(says));
  if (missing.length > 0) return refuse("field_required", { missing: missing.map(({ says }) => says).join("、") }, undefined, "file");
  const twice = SHEET_COLUMNS.find(({ says }) => names.indexOf(says) !== names.lastIndexOf(says));
  if (twice) return refuse("field_invalid", { given: twice.says }, undefined, "file");
  return accept(Object.fromEntries(SHEET_COLUMNS.map(({ id, says }) => [id, names.indexOf(says)])) as Record<SheetColumn, number>);
}

/** Reads cells one by one and remembers every fault, so that a row is told all of them at once. */
class Cells {
  readonly faults: Refusal[] = [];

  constructor(readonly cells: SheetCells) {}

  #fault(code: Refusal["code"], field: SheetColumn, figures: Refusal["figures"] = {}): undefined {
    this.faults.push({ code, figures, field });
    return undefined;
  }

  #take<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.faults.push(...outcome.refusals);
    return undefined;
  }

  /** One line of at most 60 characters without control or direction marks. */
  line(field: SheetColumn): string | undefined {
    const cell = this.cells[field];
    if (cell === undefined) return this.#fault("field_required", field);
    const text = cell === "formula" || "day" in cell ? "" : cell.text.trim();
    if (text === "" || /[\p{Cc}\p{Cf}]/u.test(text))
      return this.#fault("field_invalid", field, { given: cell === "formula" ? "formula" : text.slice(0, 40) });
    return text.length > 60 ? this.#fault("field_too_long", field, { most: "60" }) : text;
  }

  day(field: SheetColumn): LocalDate | undefined {
    const cell = this.cells[field];
    if (cell === undefined) return this.#fault("field_required", field);
    if (cell !== "formula" && "day" in cell) return cell.day;
    const text = cell === "formula" ? "formula" : plain(cell.text);
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
    const [, year = "", month = "", date = ""] = match ?? [];
    return this.#take(parseDate(match ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : text, field));
  }

  /** Yuan; nothing is zero where `empty` says so. */
  amount(field: SheetColumn, empty: boolean): Fen | undefined {
    const cell = this.cells[field];
    if (cell === undefined) return empty ? ZERO : this.#fault("field_required", field);
    if (cell === "formula" || "day" in cell) return this.#fault("amount_invalid", field, { given: cell === "formula" ? "formula" : cell.day });
    return this.#take(parseYuan(cell.text, field));
  }

  grade(): LoanGrade | undefined {
    const cell = this.cells.grade;
    const text = cell === undefined || cell === "formula" || "day" in cell ? "" : plain(cell.text);
    const found = (Object.keys(GRADE_SAYS) as LoanGrade[]).find((one) => GRADE_SAYS[one] === text || `${GRADE_SAYS[one]}类` === text);
    const given = cell === "formula" ? "formula" : text.slice(0, 40);
    return found ?? this.#fault(cell === undefined ? "field_required" : "field_invalid", "grade", cell === undefined ? {} : { given });
  }
}

/** What a row says; absent where only its contract is named. Refuses with every fault of the row, each with its column. */
export function readRow(cells: SheetCells): Outcome<SheetRow | undefined> {
  const repaid = cells.repaymentNo ?? cells.on ?? cells.principal ?? cells.interest;
  const graded = cells.grade ?? cells.gradedOn;
  if (repaid === undefined && graded === undefined) return accept(undefined);
  const reader = new Cells(cells);
  const contractNo = reader.line("contractNo");
  const repayment = repaid && {
    id: reader.line("repaymentNo"),
    on: reader.day("on"),
    principal: reader.amount("principal", cells.interest !== undefined),
    interest: reader.amount("interest", true),
  };
  const grade = graded && { grade: reader.grade(), on: reader.day("gradedOn") };
  if (reader.faults.length > 0) return refuseAll(reader.faults);
  return accept({ contractNo, ...(repayment ? { repayment } : {}), ...(grade ? { grade } : {}) } as SheetRow);
}

/** The amounts of a row in yuan, for its line in the report. */
export const rowAmount = ({ repayment }: SheetRow): string => (repayment ? `${yuan(repayment.principal)} + ${yuan(repayment.interest)}` : "");

/**
 * The events that a row adds to a file, whole or not at all. A class that stands already is told by many rows of one month: beside a repayment it adds
 * nothing. Refuses what `repayOnFile` and `gradeLoan` refuse, by the sheet's columns.
 */
export function rowOnFile(file: LoanFile, row: SheetRow, act: Act): Outcome<LifeEvent[]> {
  const { repayment, grade } = row;
  const repaid = repayment ? repayOnFile(file, repayment, act) : accept([]);
  const stands = repayment !== undefined && grade?.grade === file.life.grade && grade.on === file.life.gradedOn;
  const graded = grade && !stands ? gradeLoan(file.life, grade.grade, grade.on, act) : accept([]);
  const faults = [
    ...(repaid.ok ? [] : repaid.refusals),
    ...(graded.ok ? [] : graded.refusals.map((refusal) => (refusal.field === "on" ? { ...refusal, field: "gradedOn" } : refusal))),
  ];
  return repaid.ok && graded.ok ? accept([...repaid.value, ...graded.value]) : refuseAll(faults);
}
