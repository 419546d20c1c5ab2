/** Taking a whole import back while nothing has happened on it since: its postings reversed, its cases withdrawn, the one loan of each firm free again. */

import type { Persons } from "../../shared/fund/ledger";
import { undoOpening } from "../../shared/fund/opening";
import { accept, type Outcome } from "../../shared/outcome";
import { unmoved } from "../../shared/process/opening-import";
import type { Scheme } from "../../shared/schemes/scheme";
import { releaseSlots } from "../approval/store";
import { withdrawCases } from "../case/store";
import { undoLoans } from "../loan/store";
import { insertNotices } from "../notice/store";
import type { Ctx, Write } from "../verb";
import type { Books } from "./books";
import type { OpeningCaseRow } from "./opening-store";
import { writeBooks } from "./write-books";

export interface UndoVoucher {
  readonly kind: "undo_opening";
  readonly voucherId: string;
  readonly why: string;
}

export interface Undoing {
  readonly scheme: Scheme;
  readonly books: Books;
  readonly cases: readonly OpeningCaseRow[];
  /** Transfers of the import in their order. */
  readonly transfers: readonly string[];
  readonly persons: Persons;
}

/** Refuses `opening_moved` for a case that went on, and what reversing refuses where the fund has moved on what came in. */
export function undoing(voucher: UndoVoucher, { scheme, books, cases, transfers, persons }: Undoing, on: Ctx["today"]) {
  const still = unmoved(cases.map(({ no, imported_seq, seq }) => ({ no, importedSeq: imported_seq, seq })));
  return still.ok ? undoOpening(scheme.fund, books.view, transfers, { on, persons, why: voucher.why }) : still;
}

/** The batch of a checked undoing; its voucher is closed before these rows, for the walls around loans look for it. */
export async function undoCases(
  ctx: Ctx,
  voucher: UndoVoucher,
  at: Undoing & { readonly id: string },
): Promise<Outcome<Pick<Write<never>, "append" | "statements">>> {
  const { db, now, today } = ctx;
  const { scheme, books, cases, id } = at;
  const ledger = undoing(voucher, at, today);
  if (!ledger.ok) return ledger;
  const written = await writeBooks(ctx, scheme, books, ledger.value);
  if (!written.ok) return written;
  const ids = cases.map(({ case_id }) => case_id);
  const notices = cases.flatMap(({ case_id, no, enterprise, recommender_org, lender_org, partner_org }) =>
    [...new Set([recommender_org, lender_org, ...(partner_org ? [partner_org] : [])])].map((toOrg) => ({
      toOrg,
      caseId: case_id,
      code: "import_undone",
      figures: { no, enterprise },
    })),
  );
  return accept({
    append: cases.map(({ case_id, seq, hash }) => ({
      caseId: case_id,
      head: { seq, hash },
      events: [
        {
          type: "import_undone",
          data: { voucherId: voucher.voucherId, reason: voucher.why },
          occurredOn: today,
          ruleSet: `${scheme.id}@${scheme.ruleSet}`,
        },
      ],
    })),
    statements: [
      ...undoLoans(
        db,
        cases.map(({ loan_id, case_id }) => ({ loanId: loan_id, caseId: case_id })),
        id,
      ),
      releaseSlots(db, ids),
      ...withdrawCases(db, ids, today, now),
      ...written.value.statements,
      ...insertNotices(db, notices, now),
    ],
  });
}
