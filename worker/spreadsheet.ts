/** Spreadsheets that we hand out: every cell typed, names and numbers of papers as text, so that none ever runs as a formula or loses its end. */
import { utils, write } from "@e965/xlsx";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An amount that people add up: a number of the sheet, the same to the fen as its text. */
export interface AmountCell {
  readonly yuan: string;
}
export type Cell = string | AmountCell;

/** A number as long as the sheet's own can hold it to the fen; beyond that text. */
const typed = (cell: Cell): Record<string, unknown> => {
  if (typeof cell === "string") return { t: "s", v: cell, z: "@" };
  const v = Number(cell.yuan);
  return v.toFixed(2) === cell.yuan ? { t: "n", v, z: "#,##0.00" } : { t: "s", v: cell.yuan, z: "@" };
};

/** Sheets of rows, the first row of each its head. */
export function workbook(sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[]): ArrayBuffer {
  const book = utils.book_new();
  for (const { name, rows } of sheets) {
    const wide = Math.max(...rows.map((row) => row.length));
    const sheet: Record<string, unknown> = { "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: wide - 1 } }) };
    for (const [r, row] of rows.entries()) for (const [c, cell] of row.entries()) sheet[utils.encode_cell({ r, c })] = typed(cell);
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer;
}

/** One sheet of text. Empty cells are text too, so that what is typed into them stays as typed. */
export const textBook = (name: string, rows: readonly (readonly string[])[]): ArrayBuffer => workbook([{ name, rows }]);

/** The answer of a route that hands out a file: `plain` is the name for old clients, `name` the one that people see. */
export const fileResponse = (bytes: ArrayBuffer, plain: string, name: string): Response =>
  new Response(bytes, {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      "cache-control": "no-store",
    },
  });
