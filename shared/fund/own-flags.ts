/** What is to be told of a fund's own money: deposits that banks still lack or have to give back, promises that are not paid in, a fund that has to be filled up again. */
import type { WorkCalendar } from "../calendar/working-day";
import type { LocalDate } from "../local-date";
import { type Fen, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal } from "../outcome";
import { type BankDeposit, depositFlags } from "./bank-deposit";
import { contributionFlag, mayContribute, type Promise as Promised, refillFlag, refillOwed } from "./contribution";
import type { FundRules } from "./fund";
import { replenishmentFlag } from "./replenishment";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface OwnMoney {
  readonly banks: readonly (BankDeposit & Named)[];
  readonly promises: readonly (Omit<Promised, "source"> & Named & { readonly since: LocalDate; readonly paidIn: Fen })[];
  /** Sources for whose firms the fund has paid: how much, what they paid in beside refills, and what they have filled up since. */
  readonly refills?: readonly (Named & { readonly paid: Fen; readonly paidIn: Fen; readonly refilled: Fen; readonly hardship?: string })[];
  readonly capital: Fen;
  readonly paid: Fen;
  readonly returned: Fen;
}

/** A flag with what it is told once for. */
export interface OwnFlag {
  readonly flag: Refusal;
  readonly period: string;
}

/** The flag with the name of whom it is about. */
const named = ({ id, name }: Named, flag: Refusal, since: string): OwnFlag => ({
  flag: { ...flag, figures: { institution: name, ...flag.figures } },
  period: `${id}/${since}`,
});

function promisesToTell(rules: FundRules, { promises }: OwnMoney, on: LocalDate): Outcome<OwnFlag[]> {
  const { contributions } = rules;
  const told: OwnFlag[] = [];
  if (!contributions) return accept(told);
  for (const promise of promises) {
    const { hardship, amount, since, paidIn } = promise;
    const judged = mayContribute(contributions, { source: contributions.least.by, amount, ...(hardship ? { hardship } : {}) }, on);
    const late = contributionFlag(contributions, { since, amount, paidIn }, on);
    if (!late.ok) return late;
    if (judged.ok && judged.value.warning) told.push(named(promise, judged.value.warning, yuan(amount)));
    if (late.value) told.push(named(promise, late.value, since));
  }
  return accept(told);
}

/** What each source has to fill up for its firms and has not. */
function refillsToTell({ contributions }: FundRules, { refills = [] }: OwnMoney, on: LocalDate): Outcome<OwnFlag[]> {
  const told: OwnFlag[] = [];
  for (const one of contributions ? refills : []) {
    const owed = contributions ? refillOwed(contributions, one, on) : undefined;
    if (owed && !owed.ok) return owed;
    const flag = contributions && owed ? refillFlag(contributions, owed.value, one.refilled) : undefined;
    if (flag) told.push(named(one, flag, flag.figures.owed ?? ""));
  }
  return accept(told);
}

/** Every flag of the day; nothing of what the document does not know. Refuses what its numbers refuse on the day. */
export function ownFlags(rules: FundRules, money: OwnMoney, on: LocalDate, calendar: WorkCalendar): Outcome<OwnFlag[]> {
  const told: OwnFlag[] = [];
  for (const bank of rules.deposits ? money.banks : []) {
    const flags = rules.deposits ? depositFlags(rules.deposits, bank, on, calendar) : accept([]);
    if (!flags.ok) return flags;
    told.push(...flags.value.map((flag) => named(bank, flag, bank.completedOn ?? bank.signedOn)));
  }
  const promised = promisesToTell(rules, money, on);
  if (!promised.ok) return promised;
  told.push(...promised.value);
  const refilled = refillsToTell(rules, money, on);
  if (!refilled.ok) return refilled;
  told.push(...refilled.value);
  if (rules.replenishment && money.capital > ZERO) {
    const due = replenishmentFlag(rules.replenishment, money, on);
    if (!due.ok) return due;
    if (due.value) told.push({ flag: due.value, period: due.value.figures.line ?? "" });
  }
  return accept(told);
}
