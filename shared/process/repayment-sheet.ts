/** A lender's spreadsheet of repayments and grades: its columns, what a row says once read, and what it adds to the loan's file. */
import type { LocalDate } from "../local-date";
import { yuan } from "../money";
import { accept, type Outcome, refuseAll } from "../outcome";
import type { Act } from "./act";
import { type LoanFile, repayOnFile } from "./loan-file";
import { gradeLoan, type LifeEvent, type LoanGrade, type Repayment } from "./loan-life";
import { CellReader, type SheetCells as CellsOf, columnsIn } from "./sheet-cells";

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
export type SheetCells = CellsOf<SheetColumn>;

export interface SheetRow {
  readonly contractNo: string;
  readonly repayment?: Repayment;
  readonly grade?: { readonly grade: LoanGrade; readonly on: LocalDate };
}

/** Where each column stands in the sheet's first row. */
export const columnsOf = (head: readonly string[]): Outcome<Readonly<Record<SheetColumn, number>>> => columnsIn(SHEET_COLUMNS, head);

/** What a row says; absent where only its contract is named. Refuses with every fault of the row, each with its column. */
export function readRow(cells: SheetCells): Outcome<SheetRow | undefined> {
  const repaid = cells.repaymentNo ?? cells.on ?? cells.principal ?? cells.interest;
  const graded = cells.grade ?? cells.gradedOn;
  if (repaid === undefined && graded === undefined) return accept(undefined);
  const reader = new CellReader(cells);
  const contractNo = reader.line("contractNo");
  const repayment = repaid && {
    id: reader.line("repaymentNo"),
    on: reader.day("on"),
    principal: reader.amount("principal", cells.interest !== undefined),
    interest: reader.amount("interest", true),
  };
  const grade = graded && { grade: reader.grade("grade"), on: reader.day("gradedOn") };
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
