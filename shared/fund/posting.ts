/** Moving money: reserve, then post, void or expire; or post at once; a mistake is reversed, never edited. Every refusal is a value. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, minus, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Account, accountOf, type Chart, otherSide, type Reason, reasonOf } from "./chart";
import type { Entry, LedgerEvent, LedgerView, Persons, Standing, Transfer } from "./ledger";

const sumOf = (entries: readonly Entry[], side: Entry["side"]): Fen =>
  plus(...entries.filter((entry) => entry.side === side).map((entry) => entry.amount));

/** The amount that a transfer moves: its debits, which equal its credits. */
export const amountOf = (transfer: Pick<Transfer, "entries">): Fen => sumOf(transfer.entries, "debit");

/** Is it on the closed list, between accounts of its reason, balanced and in whole fen? */
function wellFormed(chart: Chart, transfer: Transfer): Outcome<Reason> {
  const reason = reasonOf(chart, transfer.reason);
  if (!reason) return refuse("fund_use_forbidden", { reason: transfer.reason }, chart.cites);
  for (const { account: id, of, side, amount } of transfer.entries) {
    const account = accountOf(chart, id);
    if (!account || (account.per === undefined) !== (of === undefined))
      return refuse("account_mismatch", { account: id, of: of ?? "—" }, reason.cites);
    if (!Number.isSafeInteger(amount) || amount <= 0) return refuse("amount_invalid", { given: String(amount) }, reason.cites);
    const as = transfer.reverses === undefined ? side : otherSide(side);
    if (!(as === "debit" ? reason.debits : reason.credits).includes(id))
      return refuse("fund_use_forbidden", { reason: reason.id, account: id, side }, chart.cites);
  }
  const [debits, credits] = [sumOf(transfer.entries, "debit"), sumOf(transfer.entries, "credit")];
  if (debits !== credits || debits === ZERO) return refuse("transfer_unbalanced", { debits: yuan(debits), credits: yuan(credits) }, reason.cites);
  return accept(reason);
}

/** One person, or two different ones where the reason, or any reversal, asks for it. */
function signed(reason: Reason, { persons, reverses }: Transfer): Outcome<true> {
  if (persons.madeBy === "") return refuse("second_person_missing", {}, reason.cites);
  if (reason.persons === 1 && reverses === undefined) return accept(true);
  if (!persons.checkedBy) return refuse("second_person_missing", {}, reason.cites);
  return persons.checkedBy === persons.madeBy ? refuse("same_person", { person: persons.madeBy }, reason.cites) : accept(true);
}

/** Money leaves only against what was approved, and once. */
function covered(reason: Reason, view: LedgerView, transfer: Transfer): Outcome<true> {
  if (reason.needsCase && !transfer.caseId) return refuse("case_required", { reason: reason.id }, reason.cites);
  if (!reason.payable || transfer.reverses !== undefined) return accept(true);
  const found = transfer.payableId === undefined ? undefined : view.payable(transfer.payableId);
  const asked = amountOf(transfer);
  if (reason.payable === "draws") {
    if (!found || found.payable.caseId !== transfer.caseId)
      return refuse("quota_without_claim", { payable: transfer.payableId ?? "—" }, reason.cites);
    const drawn = plus(found.drawn, asked);
    return drawn > found.payable.amount
      ? refuse("quota_without_claim", { drawn: yuan(drawn), approved: yuan(found.payable.amount) }, reason.cites)
      : accept(true);
  }
  if (!found || found.payable.reason !== reason.id || found.payable.caseId !== transfer.caseId)
    return refuse("gov_consent_required", { payable: transfer.payableId ?? "—" }, reason.cites);
  if (found.settledBy !== undefined && found.settledBy !== transfer.id)
    return refuse("paid_twice", { payable: found.payable.id, by: found.settledBy }, reason.cites);
  const own = [found.payable.of, ...Object.values(found.payable.subs ?? {})];
  if (transfer.entries.some((entry) => entry.of !== undefined && !own.includes(entry.of)))
    return refuse("account_mismatch", { of: found.payable.of }, reason.cites);
  return asked > found.payable.amount
    ? refuse("amount_mismatch", { amount: yuan(asked), approved: yuan(found.payable.amount) }, reason.cites)
    : accept(true);
}

const falls = (account: Account, entry: Entry): boolean => entry.side !== account.grows;

/** No balance below zero, counting what is reserved; `own` is what this transfer itself holds already. */
function floors(chart: Chart, view: LedgerView, transfer: Transfer, held: boolean, cites: Citation): Outcome<true> {
  for (const entry of transfer.entries) {
    const account = accountOf(chart, entry.account);
    if (!account?.short || !falls(account, entry)) continue;
    const same = transfer.entries.filter((other) => other.account === entry.account && other.of === entry.of);
    const taken = plus(...same.filter((other) => falls(account, other)).map((other) => other.amount));
    const given = plus(...same.filter((other) => !falls(account, other)).map((other) => other.amount));
    const free = plus(minus(view.balance(account.id, entry.of), view.held(account.id, entry.of)), given, held ? taken : ZERO);
    if (taken > free) return refuse(account.short, { account: account.says, available: yuan(free), asked: yuan(taken) }, cites);
  }
  return accept(true);
}

function allowed(chart: Chart, view: LedgerView, transfer: Transfer, held: boolean): Outcome<Reason> {
  const formed = wellFormed(chart, transfer);
  if (!formed.ok) return formed;
  for (const check of [
    signed(formed.value, transfer),
    covered(formed.value, view, transfer),
    floors(chart, view, transfer, held, formed.value.cites),
  ])
    if (!check.ok) return check;
  return formed;
}

/**
 * Posts at once. Refuses `fund_use_forbidden` (not on the closed list), `account_mismatch`, `amount_invalid`, `transfer_unbalanced`,
 * `second_person_missing`, `same_person`, `case_required`, `gov_consent_required`, `quota_without_claim`, `paid_twice`, `amount_mismatch`,
 * and the account's own word where it would fall below zero, in this order.
 */
export function post(chart: Chart, view: LedgerView, transfer: Transfer): Outcome<LedgerEvent[]> {
  if (view.standing(transfer.id)) return refuse("already_exists", { transfer: transfer.id });
  const reason = allowed(chart, view, transfer, false);
  return reason.ok ? accept([{ type: "posted", transfer, held: false, cites: reason.value.cites }]) : reason;
}

/** Sets money aside until a day; refuses what `post` refuses. */
export function reserve(chart: Chart, view: LedgerView, transfer: Transfer, until: LocalDate): Outcome<LedgerEvent[]> {
  if (view.standing(transfer.id)) return refuse("already_exists", { transfer: transfer.id });
  const reason = allowed(chart, view, transfer, false);
  return reason.ok ? accept([{ type: "reserved", transfer, until, cites: reason.value.cites }]) : reason;
}

function reserved(view: LedgerView, id: string): Outcome<Standing & { readonly until: LocalDate }> {
  const standing = view.standing(id);
  if (standing?.status !== "reserved" || !standing.until) return refuse("transfer_not_reserved", { transfer: id, status: standing?.status ?? "—" });
  return accept({ ...standing, until: standing.until });
}

/** Refuses `transfer_not_reserved`, and `reservation_expired` after its last day. */
export function postReserved(chart: Chart, view: LedgerView, id: string, on: LocalDate): Outcome<LedgerEvent[]> {
  const standing = reserved(view, id);
  if (!standing.ok) return standing;
  if (on > standing.value.until) return refuse("reservation_expired", { until: standing.value.until, on });
  const transfer = { ...standing.value.transfer, on };
  const reason = allowed(chart, view, transfer, true);
  return reason.ok ? accept([{ type: "posted", transfer, held: true, cites: reason.value.cites }]) : reason;
}

export function voidReserved(view: LedgerView, id: string, why: string, on: LocalDate): Outcome<LedgerEvent[]> {
  const standing = reserved(view, id);
  if (!standing.ok) return standing;
  return why.trim() === "" ? refuse("reason_required", {}, undefined, "why") : accept([{ type: "voided", id, on, why }]);
}

/** Only after its last day, by the clock. */
export function expire(view: LedgerView, id: string, on: LocalDate): Outcome<LedgerEvent[]> {
  const standing = reserved(view, id);
  if (!standing.ok) return standing;
  return on > standing.value.until ? accept([{ type: "expired", id, on }]) : refuse("transfer_not_reserved", { until: standing.value.until, on });
}

/** Undoes a posting by its mirror image, by two persons and with a reason. What was paid by mistake may then be paid again. */
export function reverse(
  chart: Chart,
  view: LedgerView,
  id: string,
  by: { readonly id: string; readonly on: LocalDate; readonly persons: Persons; readonly why: string },
): Outcome<LedgerEvent[]> {
  const standing = view.standing(id);
  if (standing?.status === "reversed" || standing?.transfer.reverses !== undefined) return refuse("already_reversed", { transfer: id });
  if (standing?.status !== "posted") return refuse("transfer_not_reserved", { transfer: id, status: standing?.status ?? "—" });
  if (by.why.trim() === "") return refuse("reason_required", {}, undefined, "why");
  const { documentNo: _, ...original } = standing.transfer;
  const entries = original.entries.map((entry): Entry => ({ ...entry, side: otherSide(entry.side) }));
  return post(chart, view, { ...original, ...by, entries, reverses: id });
}
