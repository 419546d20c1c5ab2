/** The fund as a payment meets it. */
import type { Till } from "../../shared/fund/payment";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Books } from "../fund/books";

/** `ahead`: those that wait because of a pause and were approved no later than the one at hand. */
export const tillOf = ({ fund }: Pick<Scheme, "fund">, books: Books, ahead: readonly string[] = []): Till => ({
  chart: fund.chart,
  rules: fund.payment,
  ...(fund.breaker ? { breaker: fund.breaker } : {}),
  state: books.state,
  view: books.view,
  queue: ahead,
});
