/** The entries of a transfer by its reason: which account is debited and which credited is the chart's, never a mechanism's. */
import { type Fen, lesser, minus, plus, ZERO } from "../money";
import { accountOf, type Chart, type ReasonId, reasonOf, type Side } from "./chart";
import type { Entry, LedgerView, Subs } from "./ledger";

const entry = (chart: Chart, account: string, side: Side, amount: Fen, of: string | undefined): Entry => ({
  account,
  side,
  amount,
  ...(accountOf(chart, account)?.per !== undefined && of !== undefined ? { of } : {}),
});

/** One debit and one credit on the first accounts that the reason names. A reason that the chart lacks yields none, which no posting accepts. */
export function entriesFor(chart: Chart, id: ReasonId, amount: Fen, of?: string): readonly Entry[] {
  const reason = reasonOf(chart, id);
  return reason ? [entry(chart, reason.debits[0], "debit", amount, of), entry(chart, reason.credits[0], "credit", amount, of)] : [];
}

/**
 * One debit, and credits that use up the reason's accounts in their order: money that comes back first clears what is still carried, then what
 * was written off. What exceeds all of them stays on the first, whose floor refuses it.
 */
export function entriesInOrder(chart: Chart, view: LedgerView, id: ReasonId, amount: Fen, of: string): readonly Entry[] {
  const reason = reasonOf(chart, id);
  if (!reason) return [];
  let left = amount;
  const taken = reason.credits.map((account) => {
    const part = lesser(left, view.balance(account, accountOf(chart, account)?.per === undefined ? undefined : of));
    left = minus(left, part);
    return { account, part };
  });
  if (left > ZERO) return entriesFor(chart, id, amount, of);
  const credits = taken.filter(({ part }) => part > ZERO).map(({ account, part }) => entry(chart, account, "credit", part, of));
  return [entry(chart, reason.debits[0], "debit", amount, of), ...credits];
}

/**
 * One debit, and credits that take from the reason's accounts in their order what each has free: one payer after the other, a firm's own deposit
 * before the money of all. `subs` says whose deposit. What all of them cannot bear stays on the last, whose floor refuses it.
 */
export function entriesByTurn(chart: Chart, view: LedgerView, id: ReasonId, amount: Fen, of: string | undefined, subs: Subs = {}): readonly Entry[] {
  const reason = reasonOf(chart, id);
  if (!reason) return [];
  const subOf = (account: string): string | undefined => {
    const per = accountOf(chart, account)?.per;
    return per === undefined ? undefined : (subs[per] ?? of);
  };
  let left = amount;
  const credits = reason.credits.map((account, at) => {
    const sub = subOf(account);
    const free = minus(view.balance(account, sub), view.held(account, sub));
    const part = at === reason.credits.length - 1 ? left : lesser(left, free);
    left = minus(left, part);
    return entry(chart, account, "credit", part, sub);
  });
  return [entry(chart, reason.debits[0], "debit", amount, subOf(reason.debits[0])), ...credits.filter((one) => one.amount > ZERO)];
}

/** What the accounts that a reason credits still carry for one claim or receipt: the most that it can move. */
export function carriedOn(chart: Chart, view: LedgerView, id: ReasonId, of: string): Fen {
  return plus(...(reasonOf(chart, id)?.credits ?? []).map((account) => view.balance(account, of)));
}
