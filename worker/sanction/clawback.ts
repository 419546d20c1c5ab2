/** Taking everything back, drawn up with the measure that says so; the books move when another person has checked it. */
import { AWAITED } from "../../shared/fund/voucher";
import type { Fen } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { newId } from "../clock";
import { insertVoucher } from "../fund/store";
import { aboutOf, bookingOf, linesOf, type Voucher, voucherNotices, whyOf } from "../fund/voucher";
import type { FileNow } from "../loan/file-verb";
import type { Ctx } from "../verb";
import { type MeasureRow, sanctionOf } from "./store";

export interface TakenBack {
  readonly row: MeasureRow;
  readonly clawback: Fen;
  readonly documentNo: string;
}

/** Drawn up as the one who checks it will find it: decided by the rules with the new measure behind it. */
export function clawbackVoucher(
  { db, schemeId, actor, now: at }: Ctx,
  now: FileNow,
  before: readonly MeasureRow[],
  measured: TakenBack,
): Outcome<{ id: string; statements: D1PreparedStatement[] }> {
  const { scheme, books, act, file } = now;
  const { row, clawback, documentNo } = measured;
  const voucher: Voucher = { kind: "clawback", caseId: file.id, amount: clawback, documentNo };
  const id = newId();
  const booked = bookingOf(voucher, {
    id,
    scheme,
    books,
    file: now,
    measures: [...before, row].map(sanctionOf),
    persons: { madeBy: actor.personId, checkedBy: AWAITED },
    act,
    reportedThrough: undefined,
  });
  if (!booked.ok) return booked;
  const made = { madeBy: actor.personId, madeOrg: actor.orgId, now: at };
  return accept({
    id,
    statements: [
      insertVoucher(db, {
        id,
        schemeId,
        kind: voucher.kind,
        on: act.on,
        body: voucher,
        lines: linesOf(scheme, booked.value.ledger),
        caseId: file.id,
        about: aboutOf(voucher),
        why: whyOf(voucher),
        ...made,
      }),
      ...voucherNotices(db, books.desks, "voucher_drawn_up", file.id, at),
    ],
  });
}
