/** Postings of a test through the real writer, without the people who would ask for them. Imported by tests only. */
import type { ReasonId } from "../../shared/fund/chart";
import { entriesFor, entriesInOrder } from "../../shared/fund/entries";
import type { LedgerEvent, LedgerView, Transfer } from "../../shared/fund/ledger";
import { post } from "../../shared/fund/posting";
import { addDays, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import type { Outcome } from "../../shared/outcome";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { load } from "../database";
import { env } from "../testing";
import { booksOf, booksQueries } from "./books";
import { writeBooks } from "./write-books";

export const ago = (days: number): LocalDate => addDays(shanghaiDay(Date.now()), -days);
const { chart } = yanqing.fund;

export function taken<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** One batch of what `decide` makes of the books as they stand. */
export async function booked(caseId: string, decide: (view: LedgerView) => readonly LedgerEvent[], db: D1Database = env.DB): Promise<void> {
  const books = booksOf(await load(db, booksQueries(db, "yanqing", { caseId })));
  const written = taken(await writeBooks({ db, now: Date.now() }, yanqing, books, decide(books.view)));
  await db.batch([...written.statements]);
}

export const approved = (id: string, caseId: string, amount: number, on: LocalDate): Promise<void> =>
  booked(caseId, () => [
    { type: "payable_approved", payable: { id, reason: "compensation", of: id, caseId, payeeId: "bank", amount: fen(amount), approvedOn: on } },
  ]);

/** A posting at once; money that comes back uses up the claim's accounts in order. */
export const moved = (
  id: string,
  reason: ReasonId,
  caseId: string,
  of: string,
  amount: number,
  on: LocalDate,
  more: Partial<Transfer> = {},
): Promise<void> =>
  booked(caseId, (view) => {
    const entries = reason === "recovery_return" ? entriesInOrder(chart, view, reason, fen(amount), of) : entriesFor(chart, reason, fen(amount), of);
    return taken(post(chart, view, { id, reason, on, entries, persons: { madeBy: "maker", checkedBy: "checker" }, caseId, ...more }));
  });

/** A claim paid from what the account holds, after a draw where it is short. */
export async function compensated(id: string, caseId: string, amount: number, on: LocalDate, drawn = 0): Promise<void> {
  await approved(id, caseId, amount, on);
  if (drawn > 0) await moved(`${id}-draw`, "quota_draw", caseId, id, drawn, on, { payableId: id });
  await moved(`${id}-pay`, "compensation", caseId, id, amount, on, { payableId: id });
}
