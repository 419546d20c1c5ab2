/** Reads the figures out of a workbook that has already been found harmless. */
import { read, utils } from "@e965/xlsx";
import type { ReadAt } from "../../shared/enterprise/statement-sheet";
import { type Cell, readStatementSheet } from "../../shared/enterprise/statement-sheet";
import { type Fen, yuan } from "../../shared/money";

export interface ReadFigures {
  readonly figures: Record<string, string>;
  readonly at: ReadAt[];
}

const ROWS_MOST = 1000;
const SHEETS_MOST = 6;

/** The first sheets' figures, first found wins; null where there are none or the workbook does not open. */
export function readFigures(bytes: Uint8Array): ReadFigures | null {
  try {
    const book = read(bytes, { type: "array", sheetRows: ROWS_MOST, cellFormula: false, cellHTML: false, bookVBA: false });
    const figures: Record<string, string> = {};
    const at: ReadAt[] = [];
    for (const name of book.SheetNames.slice(0, SHEETS_MOST)) {
      const sheet = book.Sheets[name];
      if (!sheet) continue;
      const grid = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null });
      const found = readStatementSheet(grid.map((row) => row.slice(0, 50).map(cellOf)));
      for (const [figure, amount] of Object.entries(found.figures)) figures[figure] ??= yuan(amount as Fen);
      for (const place of found.at) if (!at.some((other) => other.figure === place.figure)) at.push(place);
    }
    return at.length > 0 ? { figures, at } : null;
  } catch {
    return null;
  }
}

const cellOf = (cell: unknown): Cell => (typeof cell === "string" ? cell.slice(0, 200) : typeof cell === "number" ? cell : null);
