/** A district that starts in the middle: its balances and running cases come in as balanced transfers, tried first, imported once, and reversible one by one. */
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import { valueOn } from "../rule/parameter";
import { Book, fundsOf } from "./balances";
import type { ReasonId } from "./chart";
import { entriesFor } from "./entries";
import type { FundRules } from "./fund";
import type { LedgerEvent, LedgerView, Persons } from "./ledger";
import { post, reverse } from "./posting";

/** What an import books; taken back with it, never alone. */
export const OPENING_REASONS: readonly ReasonId[] = ["opening_cash", "opening_quota", "opening_paid", "opening_returned", "opening_written_off"];

/** One claim that was paid before: what went out, what came back, what was written off. */
export interface EarlierClaim {
  readonly claimId: string;
  readonly caseId: string;
  readonly paid: Fen;
  readonly returned: Fen;
  readonly writtenOff: Fen;
}

export interface OpeningBalances {
  readonly on: LocalDate;
  readonly cash: Fen;
  readonly quotaUndrawn: Fen;
  readonly claims: readonly EarlierClaim[];
  /** Paper for a difference from the fund's size, such as interest or earlier subsidies. */
  readonly adjustment?: string;
}

function faultsOf(rules: FundRules, opening: OpeningBalances, size: Fen): Refusal[] {
  const faults: Refusal[] = [];
  const seen = new Set<string>();
  for (const [at, claim] of opening.claims.entries()) {
    const field = `claims.${at}`;
    const { claimId, paid, returned, writtenOff } = claim;
    if (seen.has(claimId)) faults.push({ code: "already_exists", figures: { claim: claimId }, field });
    seen.add(claimId);
    if (paid <= ZERO || returned < 0 || writtenOff < 0) faults.push({ code: "amount_invalid", figures: { given: yuan(paid) }, field });
    else if (plus(returned, writtenOff) > paid)
      faults.push({ code: "return_over_paid", figures: { returned: yuan(returned), writtenOff: yuan(writtenOff), paid: yuan(paid) }, field });
  }
  if (opening.cash < 0 || opening.quotaUndrawn < 0) faults.push({ code: "amount_invalid", figures: { given: yuan(opening.cash) }, field: "cash" });
  const out = plus(...opening.claims.map((claim) => minus(claim.paid, lesser(claim.paid, claim.returned))));
  const sum = plus(opening.cash, opening.quotaUndrawn, out);
  if (faults.length === 0 && sum !== size && !opening.adjustment?.trim())
    faults.push({ code: "fund_source", figures: { sum: yuan(sum), size: yuan(size) }, cites: rules.size.cites, field: "adjustment" });
  return faults;
}

/** Every fault of the import with the row that it is on, or the transfers of it. `idOf` names each transfer by its number in the import. */
export function openingTransfers(rules: FundRules, opening: OpeningBalances, persons: Persons, idOf: (at: number) => string): Outcome<LedgerEvent[]> {
  const size = valueOn(rules.size, opening.on);
  if (!size.ok) return size;
  const faults = faultsOf(rules, opening, size.value as Fen);
  if (faults.length > 0) return refuseAll(faults);
  const lines: { reason: ReasonId; moved: Fen; claim?: EarlierClaim }[] = [
    { reason: "opening_cash", moved: opening.cash },
    { reason: "opening_quota", moved: opening.quotaUndrawn },
    ...opening.claims.flatMap((claim) => [
      { reason: "opening_paid" as const, moved: claim.paid, claim },
      { reason: "opening_returned" as const, moved: claim.returned, claim },
      { reason: "opening_written_off" as const, moved: claim.writtenOff, claim },
    ]),
  ];
  const book = new Book(rules.chart);
  const events: LedgerEvent[] = [];
  for (const { reason, moved, claim } of lines.filter((line) => line.moved > ZERO)) {
    const transfer = {
      id: idOf(events.length),
      reason,
      on: opening.on,
      persons,
      entries: entriesFor(rules.chart, reason, moved, claim?.claimId),
      ...(claim ? { caseId: claim.caseId } : {}),
      ...(opening.adjustment ? { documentNo: opening.adjustment } : {}),
    };
    const posted = post(rules.chart, book, transfer);
    if (!posted.ok) return posted;
    book.fold(...posted.value);
    events.push(...posted.value);
  }
  return accept(events);
}

/** Takes a whole import back, last transfer first. Refuses as soon as the fund has moved on what it brought. */
export function undoOpening(
  rules: FundRules,
  view: LedgerView,
  ids: readonly string[],
  by: { readonly on: LocalDate; readonly persons: Persons; readonly why: string },
): Outcome<LedgerEvent[]> {
  const book = new Book(rules.chart, view);
  const events: LedgerEvent[] = [];
  for (const id of [...ids].reverse()) {
    const undone = reverse(rules.chart, book, id, { ...by, id: `${id}-undone` });
    if (!undone.ok) return undone;
    book.fold(...undone.value);
    events.push(...undone.value);
  }
  const { available } = fundsOf(rules.chart, book);
  return available < 0 ? refuse("balance_below_zero", { available: yuan(available) }) : accept(events);
}
