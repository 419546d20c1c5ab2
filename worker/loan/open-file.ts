/** A recorded loan opens its file: the row for lists, what it commits of the fund, and its place for the one who would be paid. */
import type { Outcome } from "../../shared/outcome";
import { accept, refuse } from "../../shared/outcome";
import type { CaseState } from "../../shared/process/case";
import { fileOf } from "../../shared/process/loan-file";
import { modesOf } from "../../shared/process/procedure";
import type { CaseNow } from "../case/case-verb";
import { addParty, replaceWaits } from "../case/store";
import { type BooksRows, booksOf } from "../fund/books";
import { writeBooks } from "../fund/write-books";
import { insertNotice } from "../notice/store";
import type { Ctx } from "../verb";
import { commitments } from "./commitments";
import { insertLoanFile } from "./file-store";
import { fileWaits, soonest } from "./file-verb";
import { asksConsent, type TransitionRows, transitionOf } from "./transition";

/** After the loan's own row. Refuses `mode_invalid` for a mode that the document does not know. */
export async function openLoanFile(
  ctx: Ctx,
  now: CaseNow,
  after: CaseState,
  found: BooksRows & TransitionRows,
): Promise<Outcome<readonly D1PreparedStatement[]>> {
  const file = fileOf(after);
  if (!file.ok) return file;
  const mode = modesOf(now.scheme.admission).find((one) => one.id === file.value.loan.mode);
  if (!mode) return refuse("mode_invalid", { given: file.value.loan.mode });
  const books = booksOf(found);
  const committed = commitments({ ...now, mode, books }, file.value, [], after.seq, ctx.actor.personId);
  if (!committed.ok) return committed;
  const written = await writeBooks(ctx, now.scheme, books, committed.value);
  if (!written.ok) return written;
  const { lender, partner } = file.value.loan;
  const transition = transitionOf(now.scheme, file.value, found);
  const waits = fileWaits(now.scheme, file.value, now.act.on, { instruction: undefined, transition, subsidies: [] });
  const asked = now.desks.filter((desk) => asksConsent(now.scheme, transition).includes(desk.kind));
  const figures = { no: now.file.no, enterprise: now.file.enterprise_name };
  return accept([
    insertLoanFile(ctx.db, { file: file.value, mode, schemeId: now.scheme.id, on: now.act.on, dueOn: soonest(waits), now: ctx.now }),
    ...replaceWaits(ctx.db, now.file.id, now.scheme.id, waits),
    // the ones who are asked have to see the case, and the lender has to know what its loan still needs
    ...asked.map((desk) => addParty(ctx.db, now.file.id, desk.id, "approver")),
    ...(asked.length > 0 ? [...asked, lender] : []).map(({ id }) =>
      insertNotice(ctx.db, { toOrg: id, caseId: now.file.id, code: "transition_no_gov_consent", figures }, ctx.now),
    ),
    ...[lender, ...(partner ? [partner] : [])].map((org) => addParty(ctx.db, now.file.id, org.id, "lead")),
    ...written.value.statements,
  ]);
}
