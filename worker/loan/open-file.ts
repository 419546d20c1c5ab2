/** A recorded loan opens its file: the row for lists, what it commits of the fund, and its place for the one who would be paid. */
import type { Outcome } from "../../shared/outcome";
import { accept, refuse } from "../../shared/outcome";
import type { CaseState } from "../../shared/process/case";
import { fileOf } from "../../shared/process/loan-file";
import { stepOf } from "../../shared/process/procedure";
import type { CaseNow } from "../case/case-verb";
import { addParty } from "../case/store";
import { type BooksRows, booksOf, writeBooks } from "../fund/books";
import type { Ctx } from "../verb";
import { commitments } from "./commitments";
import { insertLoanFile } from "./file-store";

/** After the loan's own row. Refuses `mode_invalid` for a mode that the document does not know. */
export async function openLoanFile(ctx: Ctx, now: CaseNow, after: CaseState, found: BooksRows): Promise<Outcome<readonly D1PreparedStatement[]>> {
  const file = fileOf(after);
  if (!file.ok) return file;
  const mode = stepOf(now.scheme.admission, "loan")?.modes.find((one) => one.id === file.value.loan.mode);
  if (!mode) return refuse("mode_invalid", { given: file.value.loan.mode });
  const books = booksOf(found);
  const committed = commitments({ ...now, mode, books }, file.value, [], after.seq, ctx.actor.personId);
  if (!committed.ok) return committed;
  const written = await writeBooks(ctx, now.scheme, books, committed.value);
  if (!written.ok) return written;
  const { lender, partner } = file.value.loan;
  return accept([
    insertLoanFile(ctx.db, { file: file.value, mode, schemeId: now.scheme.id, on: now.act.on, dueOn: null, now: ctx.now }),
    ...[lender, ...(partner ? [partner] : [])].map((org) => addParty(ctx.db, now.file.id, org.id, "lead")),
    ...written.value.statements,
  ]);
}
