/** The fund as a payment meets it. */
import type { Till } from "../../shared/fund/payment";
import type { LocalDate } from "../../shared/local-date";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Books } from "../fund/books";
import { limitsOf, type SpentRow } from "../fund/ceilings";

/** What a try to pay meets beside the books. */
export interface Meeting {
  /** Those that wait because of a pause and were approved no later than the one at hand. */
  readonly ahead: readonly string[];
  /** What was paid and set aside by year, and the day by which the ceilings are read. */
  readonly spent: readonly SpentRow[];
  readonly on: LocalDate;
}

/** Without a meeting it can only end an order, which no ceiling and no queue stands in the way of. */
export const tillOf = ({ fund }: Pick<Scheme, "fund">, books: Books, meeting?: Meeting): Till => ({
  chart: fund.chart,
  rules: fund.payment,
  ...(fund.breaker ? { breaker: fund.breaker } : {}),
  state: books.state,
  view: books.view,
  queue: meeting?.ahead ?? [],
  ...(meeting ? limitsOf({ fund }, meeting.spent, meeting.on) : {}),
});
