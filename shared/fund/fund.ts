/** What a document says of its fund: how large, kept where, paid how, paused and restarted when. And how its books are opened. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, fen, plus, yuan } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { AllocationRules, FundLimit } from "./allocation";
import { Book } from "./balances";
import type { BankDepositRules } from "./bank-deposit";
import type { BreakerRules } from "./breaker";
import type { Chart, ReasonId } from "./chart";
import type { ContributionRules } from "./contribution";
import { entriesFor } from "./entries";
import type { KeepingFeeRules, PlacementRules } from "./keeping";
import type { LedgerEvent, Persons } from "./ledger";
import type { PaymentRules } from "./payment";
import { post } from "./posting";
import type { ReplenishmentRules } from "./replenishment";

/** One source of the fund's money and the reason under which it enters the books. */
export interface Tranche {
  readonly says: string;
  readonly initial: Parameter<number>;
  readonly reason: ReasonId;
}

export interface FundRules {
  readonly size: Parameter<number>;
  /** Empty where the money comes year by year and there is no sum to add up to. */
  readonly tranches: readonly Tranche[];
  readonly chart: Chart;
  readonly payment: PaymentRules;
  /** Absent where the document knows no pause. */
  readonly breaker?: BreakerRules;
  /** Ceilings on what is paid, in a year and in all; absent where only what is there limits it. */
  readonly limits?: readonly FundLimit[];
  /** One allocation a period among all its claims; absent where each claim is paid in its turn. */
  readonly allocation?: AllocationRules;
  readonly placement?: PlacementRules;
  readonly keepingFee?: KeepingFeeRules;
  /** Who pays in, at least how much and by when; absent where one source raises it all. */
  readonly contributions?: ContributionRules;
  /** Money that lies with each bank; absent where all of it lies in one account. */
  readonly deposits?: BankDepositRules;
  /** How it is filled up again by decision. */
  readonly replenishment?: ReplenishmentRules;
  readonly exposure: Citation;
}

/** Do the tranches add up to the fund's size on the day? Refuses `fund_sum_mismatch`. */
export function tranchesAddUp(rules: FundRules, on: LocalDate): Outcome<true> {
  const size = valueOn(rules.size, on);
  if (!size.ok) return size;
  if (rules.tranches.length === 0) return accept(true);
  const parts: Fen[] = [];
  for (const { initial } of rules.tranches) {
    const part = valueOn(initial, on);
    if (!part.ok) return part;
    parts.push(fen(part.value));
  }
  const sum = plus(...parts);
  return sum === size.value ? accept(true) : refuse("fund_sum_mismatch", { sum: yuan(sum), size: yuan(fen(size.value)) }, rules.size.cites);
}

/** What is really paid in for one tranche; another amount than the document's needs the paper that says why. */
export interface PaidIn {
  readonly id: string;
  readonly amount: Fen;
  readonly adjustment?: string;
}

/** Opens the books with each tranche, in the order of the rules. Refuses `fund_sum_mismatch`, and `fund_source` for another amount without a paper. */
export function openFund(rules: FundRules, paidIn: readonly PaidIn[], persons: Persons, on: LocalDate): Outcome<LedgerEvent[]> {
  const sum = tranchesAddUp(rules, on);
  if (!sum.ok) return sum;
  const book = new Book(rules.chart);
  const events: LedgerEvent[] = [];
  for (const [at, { initial, reason }] of rules.tranches.entries()) {
    const asked = valueOn(initial, on);
    if (!asked.ok) return asked;
    const paid = paidIn[at];
    if (!paid || (paid.amount !== asked.value && !paid.adjustment?.trim()))
      return refuse(
        "fund_source",
        { paidIn: paid ? yuan(paid.amount) : "—", asked: yuan(fen(asked.value)) },
        initial.cites,
        `tranches.${at}.adjustment`,
      );
    const documentNo = paid.adjustment ? { documentNo: paid.adjustment } : {};
    const posted = post(rules.chart, book, {
      id: paid.id,
      reason,
      on,
      persons,
      entries: entriesFor(rules.chart, reason, paid.amount),
      ...documentNo,
    });
    if (!posted.ok) return posted;
    book.fold(...posted.value);
    events.push(...posted.value);
  }
  return accept(events);
}
