/** A lender hands in a sheet of repayments and grades: tried first and told row by row, then written in one batch without the rows that have a fault. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import { SHEET_BYTES_MOST, SHEET_ROWS_MOST } from "../../shared/contract/file-limits";
import { accept, type Outcome, type Refusal, refuse } from "../../shared/outcome";
import type { Act } from "../../shared/process/act";
import type { FileTask } from "../../shared/process/file-duty";
import { loanStageOf } from "../../shared/process/loan-stage";
import { columnsOf, readRow, type SheetCells, type SheetColumn } from "../../shared/process/repayment-sheet";
import { noticesOfFile } from "../case/file-notify";
import { endWait } from "../case/store";
import { performForm, type UploadForm } from "../form";
import { writeBooks } from "../fund/write-books";
import { insertNotices } from "../notice/store";
import { noneUnderWay } from "../payment/store";
import { type Grid, readSheet } from "../read-sheet";
import { type Ctx, type HonoEnv, reply, verb } from "../verb";
import { moveLives } from "./file-store";
import { appendOf } from "./file-verb";
import { type Imported, importRows, type ReadRow, type RowTold } from "./import-rows";
import { importQueries } from "./import-store";

/** The form around the sheet. */
const FORM_MOST = SHEET_BYTES_MOST + 64 * 1024;

/** The rows of a sheet that say something. Refuses a head without its columns, and more rows than one batch takes. */
function rowsOf(grid: Grid): Outcome<readonly ReadRow[]> {
  const columns = columnsOf(grid.head);
  if (!columns.ok) return columns;
  const read = grid.rows.flatMap(({ no, cells }): ReadRow[] => {
    const named: SheetCells = Object.fromEntries(
      Object.entries(columns.value).flatMap(([column, at]): [SheetColumn, SheetCells[SheetColumn]][] =>
        cells[at] === undefined ? [] : [[column as SheetColumn, cells[at]]],
      ),
    );
    const row = readRow(named);
    const { contractNo: cell } = named;
    const contractNo = cell !== undefined && cell !== "formula" && "text" in cell ? cell.text : "";
    if (!row.ok) return [{ no, contractNo, read: row }];
    return row.value ? [{ no, contractNo: row.value.contractNo, read: accept(row.value) }] : [];
  });
  return read.length > SHEET_ROWS_MOST
    ? refuse("field_invalid", { rows: String(read.length), most: String(SHEET_ROWS_MOST) }, undefined, "file")
    : accept(read);
}

const shownRefusal = ({ code, figures, field, cites }: Refusal) => ({
  code,
  figures: { ...figures },
  ...(field ? { field } : {}),
  ...(cites ? { article: cites.article } : {}),
});

const reportOf = (rows: readonly RowTold[], dry: boolean) => {
  const refused = rows.filter(({ refusals }) => refusals.length > 0).length;
  return {
    rows: rows.map(({ row, says, refusals }) => ({ row, ok: refusals.length === 0, says, refusals: refusals.map(shownRefusal) })),
    imported: dry ? 0 : rows.length - refused,
    refused,
  };
};

/** Events of each loan first, then their rows, the fund's, and who hears of it. */
async function written({ db, now, scheme }: Pick<Ctx, "db" | "now" | "scheme">, { told, ledger, books, desks }: Imported, act: Act) {
  const posted = await writeBooks({ db, now }, scheme, books, ledger);
  if (!posted.ok) return posted;
  const notices = told.flatMap(({ loan, events, file }) => noticesOfFile(loan.case_id, loan.no, events, file, desks, act.actor.org.id, scheme.claim));
  const repaid = told.filter(({ events }) => events.some(({ type }) => type === "repaid")).map(({ loan }) => loan.case_id);
  return accept({
    append: told.map(({ loan, head, events }) => appendOf({ file: { id: loan.case_id }, head, act, scheme }, events)),
    statements: [
      ...moveLives(
        db,
        told.map(({ file }) => ({ file, on: act.on })),
        now,
      ),
      noneUnderWay(db, repaid),
      // a loan that owes nothing waits for no consent; everything else that a file waits for is not the lender's telling
      endWait(
        db,
        "transition_consent" satisfies FileTask,
        told.filter(({ file }) => loanStageOf(file) !== "live").map(({ loan }) => loan.case_id),
      ),
      ...posted.value.statements,
      ...insertNotices(db, notices, now),
    ],
  });
}

const imports = (rows: Outcome<readonly ReadRow[]>) =>
  verb(api.importRepayments, {
    load: ({ db, document, mine }) => importQueries(db, document, mine, rows.ok ? rows.value.map(({ contractNo }) => contractNo) : []),
    decide: async (ctx, found) => {
      if (!rows.ok) return rows;
      const { actor, scheme, today, body } = ctx;
      const org = { id: actor.orgId, kind: actor.orgKind, name: actor.orgName };
      const act: Act = { actor: { personId: actor.personId, name: actor.personName, org }, on: today };
      const decided = importRows(scheme, rows.value, found, act);
      if (!decided.ok) return decided;
      const report = reportOf(decided.value.rows, body.dry === "1");
      if (body.dry === "1" || decided.value.told.length === 0) return reply(report);
      const batch = await written(ctx as Ctx, decided.value, act);
      return batch.ok ? accept({ ...batch.value, reply: report }) : batch;
    },
  });

async function read(form: UploadForm | null) {
  if (!form) return imports(refuse("file_missing", {}, undefined, "file"));
  const sheet = await readSheet(form.bytes);
  return imports(sheet.ok ? rowsOf(sheet.value) : sheet);
}

export const importRepayments = (c: Context<HonoEnv>): Promise<Response> => performForm(c, api.importRepayments, FORM_MOST, read);
