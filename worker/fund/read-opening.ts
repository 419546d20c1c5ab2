/** The import's workbook as typed rows: each row that cannot be read with all its faults, and nobody's identity number beyond this file. */
import { normalizeIdentityNumber } from "../../shared/enterprise/identity-number";
import { accept, type Outcome, type Refusal, refuse } from "../../shared/outcome";
import type { RowTold } from "../../shared/process/opening-import";
import {
  BALANCE_COLUMNS,
  type BalanceRow,
  CLAIM_COLUMNS,
  LOAN_COLUMNS,
  type LoanRow,
  OPENING_SHEETS,
  type OpeningColumn,
  type OpeningSheet,
  oneBalance,
  readBalance,
  readLoanRow,
} from "../../shared/process/opening-sheet";
import { columnsIn, type SheetCells, type SheetColumn } from "../../shared/process/sheet-cells";
import { keepPerson } from "../application/draft";
import { type Grid, readSheets } from "../read-sheet";

/** Loans of one import, so that all of it is one batch. */
const LOANS_MOST = 200;

/** What could be read of the workbook. Without its balances there is nothing to hold the rows against. */
export interface ReadOpening {
  readonly balance: BalanceRow | undefined;
  readonly live: readonly LoanRow[];
  readonly paid: readonly LoanRow[];
  readonly faulty: readonly RowTold[];
}

function cellsOf<C extends string>(
  columns: readonly SheetColumn<C>[],
  { head, rows }: Grid,
): Outcome<readonly { no: number; cells: SheetCells<C> }[]> {
  const places = columnsIn(columns, head);
  if (!places.ok) return places;
  const ids = columns.map(({ id }) => id);
  return accept(
    rows.flatMap(({ no, cells }) => {
      const named = Object.fromEntries(ids.flatMap((id) => (cells[places.value[id]] === undefined ? [] : [[id, cells[places.value[id]]]])));
      return Object.keys(named).length === 0 ? [] : [{ no, cells: named as SheetCells<C> }];
    }),
  );
}

const textOf = (cells: SheetCells<OpeningColumn>, column: OpeningColumn): string => {
  const cell = cells[column];
  return cell === undefined || cell === "formula" || "day" in cell ? "" : cell.text;
};

const told = (sheet: string, row: number, says: string, refusals: readonly Refusal[]): RowTold => ({
  row,
  says: `${sheet} ${says}`.trim(),
  refusals,
});

/** A row with the representative as a keyed hash; a number that cannot be one is a fault of the row. */
async function loanOf(cells: SheetCells<OpeningColumn>, no: number, paid: boolean, secret: string): Promise<Outcome<LoanRow>> {
  const row = readLoanRow(cells, no, paid);
  const typed = normalizeIdentityNumber(textOf(cells, "representativeId"));
  if (typed === "" && cells.representativeId === undefined) return row;
  const kept = await keepPerson(typed, secret);
  if (!kept?.key) {
    const fault: Refusal = { code: "field_invalid", figures: {}, field: "representativeId" };
    return { ok: false, refusals: [...(row.ok ? [] : row.refusals), fault] };
  }
  return row.ok ? accept({ ...row.value, representative: { ...row.value.representative, key: kept.key } }) : row;
}

/** Refuses what `readSheets` refuses, columns that lack, no balances at all, and more loans than one import takes. */
export async function readOpening(bytes: Uint8Array<ArrayBuffer>, secret: string): Promise<Outcome<ReadOpening>> {
  const grids = await readSheets(bytes, Object.values(OPENING_SHEETS));
  if (!grids.ok) return grids;
  const balances = cellsOf<(typeof BALANCE_COLUMNS)[number]["id"]>(BALANCE_COLUMNS, grids.value[OPENING_SHEETS.balance]);
  if (!balances.ok) return balances;
  const one = oneBalance(balances.value);
  if (!one.ok) return one;
  const faulty: RowTold[] = [];
  const balance = readBalance(one.value.cells);
  if (!balance.ok) faulty.push(told(OPENING_SHEETS.balance, one.value.no, "", balance.refusals));
  const loans: Record<"live" | "paid", LoanRow[]> = { live: [], paid: [] };
  for (const which of ["live", "paid"] as const) {
    const columns: readonly SheetColumn<OpeningColumn>[] = which === "live" ? LOAN_COLUMNS : [...LOAN_COLUMNS, ...CLAIM_COLUMNS];
    const rows = cellsOf(columns, grids.value[OPENING_SHEETS[which]]);
    if (!rows.ok) return rows;
    for (const { no, cells } of rows.value) {
      const row = await loanOf(cells, no, which === "paid", secret);
      if (row.ok) loans[which].push(row.value);
      else faulty.push(told(OPENING_SHEETS[which], no, `${textOf(cells, "firm")} ${textOf(cells, "contractNo")}`, row.refusals));
    }
  }
  const count = loans.live.length + loans.paid.length + faulty.length;
  if (count > LOANS_MOST) return refuse("field_invalid", { rows: String(count), most: String(LOANS_MOST) }, undefined, "file");
  return accept({ balance: balance.ok ? balance.value : undefined, ...loans, faulty });
}

/** The whole of it, where the balances could be read. */
export const sheetOf = ({ balance, live, paid }: ReadOpening): OpeningSheet | undefined => (balance ? { balance, live, paid } : undefined);
