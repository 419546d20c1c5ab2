/** A loan after its disbursement as the lender tells it: schedule, repayments, extension, arrears, five-class grade; its outstanding principal on any day. */
import { addMonths, daysBetween, type LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { LoanRecord } from "./event";

/** The five classes of the banking regulator; the last three are bad. */
export const LOAN_GRADES = ["normal", "special_mention", "substandard", "doubtful", "loss"] as const;
export type LoanGrade = (typeof LOAN_GRADES)[number];

export interface Instalment {
  readonly dueOn: LocalDate;
  readonly principal: Fen;
  readonly interest: Fen;
}

export interface Repayment {
  /** The lender's own number: the same repayment is not told twice. */
  readonly id: string;
  readonly on: LocalDate;
  readonly principal: Fen;
  readonly interest: Fen;
}

export type LifeEvent =
  | { readonly type: "schedule_set"; readonly instalments: readonly Instalment[] }
  | { readonly type: "repaid"; readonly repayment: Repayment }
  /** A repayment that was entered wrongly, taken back with a reason. */
  | { readonly type: "repayment_undone"; readonly id: string; readonly reason: string }
  | { readonly type: "extended"; readonly maturesOn: LocalDate; readonly reason: string }
  | { readonly type: "graded"; readonly grade: LoanGrade; readonly on: LocalDate };

export interface LoanLife {
  readonly loan: LoanRecord;
  readonly maturesOn: LocalDate;
  readonly schedule: readonly Instalment[];
  readonly repayments: readonly Repayment[];
  readonly grade: LoanGrade;
  readonly gradedOn: LocalDate;
}

/** Until a schedule is entered the whole principal is due at maturity. */
export function disbursed(loan: LoanRecord): LoanLife {
  const maturesOn = addMonths(loan.disbursedOn, loan.termMonths);
  return {
    loan,
    maturesOn,
    schedule: [{ dueOn: maturesOn, principal: loan.principal, interest: ZERO }],
    repayments: [],
    grade: "normal",
    gradedOn: loan.disbursedOn,
  };
}

export function liveOn(life: LoanLife, event: LifeEvent): LoanLife {
  switch (event.type) {
    case "schedule_set":
      return { ...life, schedule: event.instalments };
    case "repaid":
      return { ...life, repayments: [...life.repayments, event.repayment] };
    case "repayment_undone":
      return { ...life, repayments: life.repayments.filter((repayment) => repayment.id !== event.id) };
    case "extended": {
      const last = life.schedule.at(-1);
      const schedule = last ? [...life.schedule.slice(0, -1), { ...last, dueOn: event.maturesOn }] : life.schedule;
      return { ...life, maturesOn: event.maturesOn, schedule };
    }
    case "graded":
      return { ...life, grade: event.grade, gradedOn: event.on };
  }
}

/** Principal still owed at the end of a day. */
export const outstandingOn = (life: LoanLife, on: LocalDate): Fen =>
  on < life.loan.disbursedOn
    ? ZERO
    : minus(life.loan.principal, plus(...life.repayments.filter((repayment) => repayment.on <= on).map((repayment) => repayment.principal)));

export const repaidInFull = (life: LoanLife, on: LocalDate): boolean => on >= life.loan.disbursedOn && outstandingOn(life, on) === ZERO;

export interface Arrears {
  readonly principal: Fen;
  readonly interest: Fen;
  /** The due day of the oldest instalment that is not wholly paid. */
  readonly since?: LocalDate;
  /** The same of the oldest principal that is not wholly paid. */
  readonly principalSince?: LocalDate;
  /** Days from that due day; the day itself counts as none. */
  readonly days: number;
}

/** What fell due before the day and was not paid, the oldest first; paid money counts for the oldest instalment. */
export function arrearsOn(life: LoanLife, on: LocalDate): Arrears {
  const paid = life.repayments.filter((repayment) => repayment.on <= on);
  let principal = plus(...paid.map((repayment) => repayment.principal));
  let interest = plus(...paid.map((repayment) => repayment.interest));
  let [owedPrincipal, owedInterest] = [ZERO, ZERO];
  let since: LocalDate | undefined;
  let principalSince: LocalDate | undefined;
  for (const due of life.schedule) {
    if (due.dueOn >= on) break;
    const [p, i] = [lesser(principal, due.principal), lesser(interest, due.interest)];
    [principal, interest] = [minus(principal, p), minus(interest, i)];
    owedPrincipal = plus(owedPrincipal, minus(due.principal, p));
    owedInterest = plus(owedInterest, minus(due.interest, i));
    if (since === undefined && (p < due.principal || i < due.interest)) since = due.dueOn;
    if (principalSince === undefined && p < due.principal) principalSince = due.dueOn;
  }
  const days = since ? daysBetween(since, on) : 0;
  return { principal: owedPrincipal, interest: owedInterest, days, ...(since ? { since } : {}), ...(principalSince ? { principalSince } : {}) };
}

const lenders = (life: LoanLife, act: Act): Outcome<true> =>
  act.actor.org.id === life.loan.lender.id ? accept(true) : refuse("lead_not_yours", { institution: act.actor.org.name });

const within = (life: LoanLife, on: LocalDate, act: Act, field: string): Outcome<true> =>
  on > act.on
    ? refuse("date_invalid", { given: on, on: act.on }, undefined, field)
    : on < life.loan.disbursedOn
      ? refuse("date_invalid", { given: on, disbursedOn: life.loan.disbursedOn }, undefined, field)
      : accept(true);

/** Instalments by rising day after disbursement and up to maturity, whose principal is the whole loan. Refuses `schedule_invalid`. */
export function setSchedule(life: LoanLife, instalments: readonly Instalment[], act: Act): Outcome<LifeEvent[]> {
  const mine = lenders(life, act);
  if (!mine.ok) return mine;
  const rising = instalments.every(({ dueOn }, at) => dueOn > (instalments[at - 1]?.dueOn ?? life.loan.disbursedOn) && dueOn <= life.maturesOn);
  const sum = plus(...instalments.map((due) => due.principal));
  if (!rising || sum !== life.loan.principal || instalments.some((due) => due.principal < 0 || due.interest < 0))
    return refuse("schedule_invalid", { sum: yuan(sum), principal: yuan(life.loan.principal), maturesOn: life.maturesOn }, undefined, "instalments");
  return accept([{ type: "schedule_set", instalments }]);
}

/** Refuses `repayment_over` for more principal than was outstanding on that day or is now, `already_exists` for the same number, `loan_closed` when nothing is owed. */
export function repay(life: LoanLife, repayment: Repayment, act: Act): Outcome<LifeEvent[]> {
  const mine = lenders(life, act);
  if (!mine.ok) return mine;
  const day = within(life, repayment.on, act, "on");
  if (!day.ok) return day;
  if (life.repayments.some((other) => other.id === repayment.id))
    return refuse("already_exists", { repayment: repayment.id }, undefined, "repaymentNo");
  if (repayment.interest < 0) return refuse("amount_invalid", { given: yuan(repayment.interest) }, undefined, "interest");
  if (repayment.principal < 0 || plus(repayment.principal, repayment.interest) === ZERO)
    return refuse("amount_invalid", { given: yuan(repayment.principal) }, undefined, "principal");
  const owed = lesser(outstandingOn(life, repayment.on), outstandingOn(life, act.on));
  if (owed === ZERO && repayment.principal > ZERO)
    return refuse("loan_closed", { repayment: yuan(repayment.principal), outstanding: yuan(owed) }, undefined, "principal");
  if (repayment.principal > owed)
    return refuse("repayment_over", { repayment: yuan(repayment.principal), outstanding: yuan(owed) }, undefined, "principal");
  return accept([{ type: "repaid", repayment }]);
}

export function undoRepayment(life: LoanLife, id: string, reason: string, act: Act): Outcome<LifeEvent[]> {
  const mine = lenders(life, act);
  if (!mine.ok) return mine;
  if (!life.repayments.some((repayment) => repayment.id === id)) return refuse("not_found", { repayment: id }, undefined, "repaymentNo");
  return reason.trim() === "" ? refuse("reason_required", {}, undefined, "reason") : accept([{ type: "repayment_undone", id, reason }]);
}

/** A later last day under the same contract; a new contract is a second loan and has no place here (reading YQ-A18). */
export function extend(life: LoanLife, maturesOn: LocalDate, reason: string, act: Act): Outcome<LifeEvent[]> {
  const mine = lenders(life, act);
  if (!mine.ok) return mine;
  if (repaidInFull(life, act.on)) return refuse("loan_closed", {});
  if (maturesOn <= life.maturesOn) return refuse("date_invalid", { given: maturesOn, maturesOn: life.maturesOn }, undefined, "maturesOn");
  return reason.trim() === "" ? refuse("reason_required", {}, undefined, "reason") : accept([{ type: "extended", maturesOn, reason }]);
}

/** The same class told twice for one day is told once: refuses `already_exists`. */
export function gradeLoan(life: LoanLife, grade: LoanGrade, on: LocalDate, act: Act): Outcome<LifeEvent[]> {
  const mine = lenders(life, act);
  if (!mine.ok) return mine;
  const day = within(life, on, act, "on");
  if (!day.ok) return day;
  if (on < life.gradedOn) return refuse("date_invalid", { given: on, gradedOn: life.gradedOn }, undefined, "on");
  return on === life.gradedOn && grade === life.grade
    ? refuse("already_exists", { on, grade }, undefined, "grade")
    : accept([{ type: "graded", grade, on }]);
}
