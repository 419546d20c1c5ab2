/** A repayment plan on a day, instalment by instalment: money paid counts for the oldest, as it does for arrears. */
import type { LocalDate } from "../local-date";
import { lesser, minus, plus, ZERO } from "../money";
import type { Instalment, LoanLife } from "./loan-life";

/** `part` is paid in part, whether its day is over or not; `due` is unpaid and its day is over. */
export type InstalmentState = "paid" | "part" | "due" | "ahead";

export function instalmentsOn(
  life: Pick<LoanLife, "schedule" | "repayments">,
  on: LocalDate,
): readonly (Instalment & { readonly state: InstalmentState })[] {
  const paid = life.repayments.filter((repayment) => repayment.on <= on);
  let principal = plus(...paid.map((repayment) => repayment.principal));
  let interest = plus(...paid.map((repayment) => repayment.interest));
  return life.schedule.map((due) => {
    const [p, i] = [lesser(principal, due.principal), lesser(interest, due.interest)];
    [principal, interest] = [minus(principal, p), minus(interest, i)];
    const whole = p === due.principal && i === due.interest;
    const none = p === ZERO && i === ZERO;
    return { ...due, state: whole ? "paid" : none ? (due.dueOn < on ? "due" : "ahead") : "part" };
  });
}
