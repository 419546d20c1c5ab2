/** Spreadsheets that we hand out: typed text in every cell, so that no name in it ever runs as a formula and no long number loses its end. */
import { utils, write } from "@e965/xlsx";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** One sheet of rows, the first its head. Empty cells are text too, so that what is typed into them stays as typed. */
export function textBook(name: string, rows: readonly (readonly string[])[]): ArrayBuffer {
  const wide = Math.max(...rows.map((row) => row.length));
  const sheet: Record<string, unknown> = { "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: wide - 1 } }) };
  for (const [r, row] of rows.entries()) for (const [c, text] of row.entries()) sheet[utils.encode_cell({ r, c })] = { t: "s", v: text, z: "@" };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer;
}

/** The answer of a route that hands out a file: `plain` is the name for old clients, `name` the one that people see. */
export const fileResponse = (bytes: ArrayBuffer, plain: string, name: string): Response =>
  new Response(bytes, {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      "cache-control": "no-store",
    },
  });
