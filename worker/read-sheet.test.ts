/** What a spreadsheet says of its own extent is not believed: rows below it are read, and a sheet that goes on too long is refused. */
import { utils, write } from "@e965/xlsx";
import { expect, it } from "vitest";
import { readSheet } from "./read-sheet";

function sheetOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as string[][]), "一");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: false }) as ArrayBuffer);
}

/** The same bytes with the sheet's extent written smaller, of the same length. */
function understated(bytes: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> {
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const said = `<dimension ref="${from}"/>`;
  expect(latin.split(said)).toHaveLength(2);
  return Uint8Array.from(latin.replace(said, `<dimension ref="${to}"/>`), (letter) => letter.charCodeAt(0));
}

it("rows below the extent that a sheet admits to are read all the same", async () => {
  const bytes = sheetOf([["合同号"], ["HT-1"], ["HT-2"], ["HT-3"]]);
  const read = await readSheet(understated(bytes, "A1:A4", "A1:A2"));
  expect(read.ok && read.value.rows.map(({ no, cells }) => [no, cells[0]])).toEqual([
    [2, { text: "HT-1" }],
    [3, { text: "HT-2" }],
    [4, { text: "HT-3" }],
  ]);
});

it("a sheet of more rows than are looked at is refused, not cut", async () => {
  const rows = Array.from({ length: 2_400 }, (_, at) => [`HT-${at}`]);
  const read = await readSheet(sheetOf(rows));
  expect(read).toMatchObject({ ok: false, refusals: [{ code: "field_invalid", figures: { most: "2000" } }] });
});
