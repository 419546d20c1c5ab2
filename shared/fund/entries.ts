/** The entries of a transfer by its reason: which account is debited and which credited is the chart's, never a mechanism's. */
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, splitByWeight, ZERO } from "../money";
import { accept, type Outcome } from "../outcome";
import { accountOf, type Chart, type Reason, type ReasonId, reasonOf, type Side } from "./chart";
import type { Entry, LedgerView, Subs } from "./ledger";
import { shareOut } from "./sharing";

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

/** By the reason's parts where it has them, else one debit and one credit. A part of nothing is no entry. */
export function entriesInParts(chart: Chart, reason: Reason, amount: Fen, of: string | undefined, on: LocalDate): Outcome<readonly Entry[]> {
  const { parts, debits, credits } = reason;
  if (!parts) return accept(entriesFor(chart, reason.id, amount, of));
  const shared = shareOut(parts, amount, {}, on);
  if (!shared.ok) return shared;
  const some = shared.value.filter((part) => part.amount > ZERO);
  return accept([
    ...some.map((part) => entry(chart, part.party, "debit", part.amount, of)),
    ...some.map((part) => entry(chart, credits[debits.indexOf(part.party)] ?? credits[0], "credit", part.amount, of)),
  ]);
}

/**
 * How much each payer has back of what it paid, once so much is back: its part of what those before it leave. One more fen never takes from anybody,
 * so that any number of receipts makes everybody whole to the fen.
 */
function backOf(paid: readonly Fen[], back: Fen): readonly Fen[] {
  let [whole, left] = [plus(...paid), back];
  return paid.map((own) => {
    const [part = ZERO] = splitByWeight(left, [own, minus(whole, own)]);
    [whole, left] = [minus(whole, own), minus(left, part)];
    return part;
  });
}

/**
 * Debits of money that comes back for a claim of which so much is still carried: to the accounts that its payment took from, by what each gave. Of a
 * claim whose payment is not in the ledger nobody knows it: then the first account that the reason names.
 */
function debitsBack(chart: Chart, view: LedgerView, reason: Reason, amount: Fen, carried: Fen, of: string): readonly Entry[] {
  const settledBy = reason.spread === "as_paid" ? view.payable(of)?.settledBy : undefined;
  const payment = settledBy === undefined ? undefined : view.standing(settledBy);
  const payers = payment?.status === "posted" ? payment.transfer.entries.filter(({ side }) => side === "credit") : [];
  if (payers.length === 0) return [entry(chart, reason.debits[0], "debit", amount, of)];
  const paid = payers.map((payer) => payer.amount);
  const before = minus(plus(...paid), carried);
  const [then, now] = [backOf(paid, before), backOf(paid, plus(before, amount))];
  return payers
    .map((payer, at) => entry(chart, payer.account, "debit", minus(now[at] ?? ZERO, then[at] ?? ZERO), payer.of))
    .filter((one) => one.amount > ZERO);
}

/**
 * One debit, or one for each payer where the reason spreads them, and credits that use up the reason's accounts in their order: money that comes back
 * first clears what is still carried, then what was written off. What exceeds all of them stays on the first, whose floor refuses it.
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
  return [...debitsBack(chart, view, reason, amount, carriedOn(chart, view, id, of), of), ...credits];
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
