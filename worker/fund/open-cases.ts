/** What a checked import writes: firms, cases with their histories, loans, files, places, consents and postings, all in the voucher's one batch. */

import { booksOpen } from "../../shared/fund/begun";
import { accept, type Outcome, refuse, refuseAll } from "../../shared/outcome";
import type { OpeningCase } from "../../shared/process/opening-case";
import type { OpeningIds } from "../../shared/process/opening-events";
import { decideOpening, type Opened, openImport } from "../../shared/process/opening-import";
import type { OpeningSheet } from "../../shared/process/opening-sheet";
import { newId } from "../clock";
import type { Ctx, Write } from "../verb";
import type { Books } from "./books";
import { openingKnown } from "./opening-known";
import { appendOf, rowsOf, standingOf } from "./opening-rows";
import { insertOpening } from "./opening-store";
import { writeBooks } from "./write-books";

/** Names for what each row becomes; a firm that is registered keeps its own. */
export const openingIds = (cases: readonly OpeningCase[], voucherId: string, firms: ReadonlyMap<string, string>): OpeningIds[] =>
  cases.map(({ creditCode }) => ({
    caseId: newId(),
    loanId: newId(),
    claimId: newId(),
    reviewId: newId(),
    voucherId,
    enterpriseId: firms.get(creditCode) ?? newId(),
  }));

export interface OpeningVoucher {
  readonly kind: "opening";
  readonly sheet: OpeningSheet;
}

interface Passing {
  readonly voucherId: string;
  readonly madeBy: string;
  readonly books: Books;
  readonly serial: number;
}

/** Decided anew on the day it is checked: what has changed since it was drawn up is told. Refuses every fault of every row. */
async function decided(
  ctx: Ctx,
  { sheet }: OpeningVoucher,
  { voucherId, madeBy }: Passing,
): Promise<Outcome<Opened & { firms: ReadonlyMap<string, string> }>> {
  const { db, schemeId, scheme, today, actor } = ctx;
  const { known, firms } = await openingKnown(db, schemeId, sheet);
  const { rows, cases } = decideOpening(scheme, sheet, known, [], today);
  if (!cases) return refuseAll(rows.flatMap(({ refusals }) => refusals));
  const persons = { madeBy, checkedBy: actor.personId };
  const opened = openImport(scheme, sheet.balance, cases, openingIds(cases, voucherId, firms), { voucherId, persons });
  return opened.ok ? accept({ ...opened.value, firms }) : opened;
}

/** The batch of a checked import, without its voucher's own row. */
export async function openCases(ctx: Ctx, voucher: OpeningVoucher, passing: Passing): Promise<Outcome<Pick<Write<never>, "append" | "statements">>> {
  const { scheme } = ctx;
  const { books, voucherId, serial } = passing;
  if (booksOpen(scheme.fund, books.view)) return refuse("already_exists", {}, scheme.fund.size.cites);
  const found = await decided(ctx, voucher, passing);
  if (!found.ok) return found;
  const { cases, ledger, firms } = found.value;
  const standing = cases.map((one, at) => standingOf(ctx, scheme, one, serial + at));
  const written = await writeBooks(ctx, scheme, books, ledger);
  if (!written.ok) return written;
  const from = (books.head?.seq ?? 0) + 1;
  return accept({
    append: standing.map((one) => appendOf(ctx, scheme, one)),
    statements: [
      ...rowsOf(ctx, scheme, standing, firms),
      ...written.value.statements,
      ...insertOpening(ctx.db, {
        voucherId,
        schemeId: scheme.id,
        firstSeq: from,
        lastSeq: from + ledger.length - 1,
        cases: standing.map(({ one, ids, file }) => ({
          caseId: ids.caseId,
          loanId: ids.loanId,
          claimId: one.claim ? ids.claimId : null,
          seq: file.length + 1,
        })),
        now: ctx.now,
      }),
    ],
  });
}
