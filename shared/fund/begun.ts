/** Whether a fund has begun: its books were opened, or brought in, and not taken back whole since. */
import { ZERO } from "../money";
import { type BreakerChange, type BreakerState, RUNNING } from "./breaker";
import { reasonOf } from "./chart";
import type { FundRules } from "./fund";
import type { LedgerEvent, LedgerView } from "./ledger";

/** Are the books open? Every source of the fund's money enters through the accounts that the tranches are credited to; where there are none, through any. */
export function booksOpen(rules: FundRules, view: LedgerView): boolean {
  if (rules.tranches.length === 0) return rules.chart.accounts.some(({ id }) => view.balance(id) !== ZERO);
  const sources = new Set(rules.tranches.flatMap(({ reason }) => reasonOf(rules.chart, reason)?.credits ?? []));
  return [...sources].some((account) => view.balance(account) !== ZERO);
}

/** Books that were taken back whole are those of a fund that has not begun: a pause that a wrong import brought ends with it. */
export function begunAnew(rules: FundRules, view: LedgerView, state: BreakerState, event: LedgerEvent): BreakerChange | undefined {
  const undone = event.type === "posted" && event.transfer.reverses !== undefined;
  if (!undone || !rules.breaker || (state.state === RUNNING.state && state.epoch === RUNNING.epoch) || booksOpen(rules, view)) return undefined;
  return { to: RUNNING.state, epoch: RUNNING.epoch, on: event.transfer.on, figures: {}, cites: rules.breaker.restart.cites };
}
