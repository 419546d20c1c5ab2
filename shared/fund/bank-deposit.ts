/** A fund's money that lies with each bank as the security of its loans: the first deposit, when it is topped up, what it pays first, and how it comes back. */
import { Decimal } from "decimal.js";
import { type Deadline, dueOn } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, fen, lesser, minus, type Ratio, roundFen, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import { type Parameter, valueOn } from "../rule/parameter";

export interface BankDepositRules {
  readonly first: { readonly amount: Parameter<number>; readonly cites: Citation };
  /** Who alone changes it. */
  readonly by: readonly OrgKind[];
  readonly adjusted: Citation;
  /** Lending beyond so many times the deposit asks for more; the days count from the office's consent. */
  readonly topUp: { readonly times: Parameter<Ratio>; readonly within: Deadline; readonly cites: Citation };
  /** What a bank takes beyond its own deposit: asked of the main account, or nothing. */
  readonly beyond: Parameter<"main_account" | "deposit_only">;
  readonly back: { readonly within: Deadline; readonly cites: Citation };
  readonly cites: Citation;
}

export interface TopUp {
  readonly required: boolean;
  /** The least deposit for what is lent, rounded up. */
  readonly least: Fen;
  readonly amount: Fen;
}

export function topUpFor(rules: BankDepositRules, deposit: Fen, lent: Fen, on: LocalDate): Outcome<TopUp> {
  const times = valueOn(rules.topUp.times, on);
  if (!times.ok) return times;
  if (deposit < 0 || lent < 0) return refuse("amount_invalid", { given: yuan(deposit < 0 ? deposit : lent) }, rules.topUp.cites);
  const least = roundFen(new Decimal(lent).div(times.value), "ceil");
  return accept({ required: least > deposit, least, amount: least > deposit ? minus(least, deposit) : ZERO });
}

export interface Taken {
  readonly fromDeposit: Fen;
  readonly fromMainAccount: Fen;
  /** Neither pays it where the document is read so. */
  readonly unpaid: Fen;
}

/** Which money pays the fund's part at a bank: its own deposit first. */
export function takenFrom(rules: BankDepositRules, part: Fen, deposit: Fen, on: LocalDate): Outcome<Taken> {
  const beyond = valueOn(rules.beyond, on);
  if (!beyond.ok) return beyond;
  if (part < 0 || deposit < 0) return refuse("amount_invalid", { given: yuan(part < 0 ? part : deposit) }, rules.cites);
  const fromDeposit = lesser(part, deposit);
  const rest = minus(part, fromDeposit);
  return accept(
    beyond.value === "main_account" ? { fromDeposit, fromMainAccount: rest, unpaid: ZERO } : { fromDeposit, fromMainAccount: ZERO, unpaid: rest },
  );
}

/** A bank never takes more than the fund's part. Refuses `debit_amount`. */
export const mayTake = (rules: BankDepositRules, asked: Fen, part: Fen): Outcome<true> =>
  asked <= part ? accept(true) : refuse("debit_amount", { asked: yuan(asked), limit: yuan(part) }, rules.cites, "amount");

/** Refuses `role_forbidden` for whoever is not the one that changes deposits. */
export const mayAdjust = (rules: BankDepositRules, by: OrgKind): Outcome<true> =>
  rules.by.includes(by) ? accept(true) : refuse("role_forbidden", { kind: by }, rules.adjusted);

/** What first lies with a bank is what the document says, no other sum. Refuses `amount_mismatch`. */
export function mayBeFirst(rules: BankDepositRules, held: Fen, amount: Fen, on: LocalDate): Outcome<true> {
  const first = valueOn(rules.first.amount, on);
  if (!first.ok) return first;
  return held > ZERO || amount === first.value
    ? accept(true)
    : refuse("amount_mismatch", { given: yuan(amount), expected: yuan(fen(first.value)) }, rules.first.cites, "amount");
}

/** A bank's deposit as the records show it. */
export interface BankDeposit {
  readonly signedOn: LocalDate;
  readonly held: Fen;
  /** Money was laid there before, though a debit may have taken all of it. */
  readonly placed: boolean;
  readonly lent: Fen;
  /** The day of the office's consent to a top-up that has not come yet. */
  readonly topUpAgreedOn?: LocalDate;
  /** The day on which nothing was lent any more after the agreement had ended. */
  readonly completedOn?: LocalDate;
}

/** `initial_deposit_missing` from the agreement on, `topup_overdue`, `exit_return_overdue`: told to the office. */
export function depositFlags(rules: BankDepositRules, bank: BankDeposit, on: LocalDate, calendar: WorkCalendar): Outcome<Refusal[]> {
  const flags: Refusal[] = [];
  if (bank.completedOn !== undefined) {
    const { date } = dueOn(rules.back.within, bank.completedOn, calendar);
    if (on > date && bank.held > ZERO)
      flags.push({ code: "exit_return_overdue", figures: { due: date, held: yuan(bank.held) }, cites: rules.back.cites });
    return accept(flags);
  }
  const first = valueOn(rules.first.amount, on);
  const more = topUpFor(rules, bank.held, bank.lent, on);
  if (!first.ok) return first;
  if (!more.ok) return more;
  if (on >= bank.signedOn && !bank.placed)
    flags.push({ code: "initial_deposit_missing", figures: { signedOn: bank.signedOn, expected: yuan(fen(first.value)) }, cites: rules.first.cites });
  if (!more.value.required || bank.topUpAgreedOn === undefined) return accept(flags);
  const { date } = dueOn(rules.topUp.within, bank.topUpAgreedOn, calendar);
  if (on > date) flags.push({ code: "topup_overdue", figures: { due: date, owed: yuan(more.value.amount) }, cites: rules.topUp.cites });
  return accept(flags);
}

/** Does what came back make the deposit whole, with what it earned? Refuses `amount_mismatch`. */
export const cameBack = (rules: BankDepositRules, held: Fen, interest: Fen, returned: Fen): Outcome<true> =>
  returned === held + interest
    ? accept(true)
    : refuse("amount_mismatch", { given: yuan(returned), held: yuan(held), interest: yuan(interest) }, rules.back.cites, "amount");
