/** Paying an approved amount: cash first, the shortfall through finance; drawn up by one person, checked by another, paid by the account bank. */
import type { Citation } from "../citation";
import { addDays, type LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, split, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import { type FundLimit, payableWithin } from "./allocation";
import { Book, freeFunds } from "./balances";
import { type BreakerRules, type BreakerState, mayCross, mayGoOn, measuresOf } from "./breaker";
import type { Chart } from "./chart";
import { entriesByTurn, entriesFor } from "./entries";
import type { LedgerEvent, LedgerView, Transfer } from "./ledger";
import { expire, postReserved, reserve, voidReserved } from "./posting";
import { type Opined, secondOpinion } from "./second-opinion";

export interface PaymentRules {
  readonly direct: Citation;
  /** Absent where the fund has no quota: then there is only cash. */
  readonly quota?: {
    readonly need: Parameter<"shortfall" | "whole">;
    readonly cites: Citation;
    /** Who agrees to the draw and moves the money. */
    readonly by: readonly OrgKind[];
  };
  /** That the fund answers with what it has and no more. */
  readonly limited: Citation;
  /** The word for a fund with nothing in it; `fund_insufficient` where absent. */
  readonly empty?: RefusalCode;
  readonly instructedBy: readonly OrgKind[];
  /** Who sees and confirms instructions, and creates none. */
  readonly paidBy: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
}

export interface PaymentPlan {
  readonly path: "DIRECT" | "QUOTA";
  readonly account: Fen;
  readonly quota: Fen;
  /** Written down, owed by nobody. */
  readonly unfunded: Fen;
  readonly flag: "fund_insufficient" | null;
}

/** Which money pays. An amount equal to the cash is still paid from cash alone. Refuses `amount_invalid` below nothing. */
export function planPayment(
  rules: PaymentRules,
  asked: Fen,
  funds: { readonly cash: Fen; readonly quota: Fen },
  on: LocalDate,
): Outcome<PaymentPlan> {
  if (asked < 0) return refuse("amount_invalid", { given: yuan(asked) }, rules.direct);
  const done = (path: PaymentPlan["path"], account: Fen, quota: Fen): Outcome<PaymentPlan> => {
    const unfunded = minus(asked, plus(account, quota));
    return accept({ path, account, quota, unfunded, flag: unfunded > ZERO ? "fund_insufficient" : null });
  };
  if (asked <= funds.cash) return done("DIRECT", asked, ZERO);
  if (!rules.quota) return done("DIRECT", funds.cash, ZERO);
  const need = valueOn(rules.quota.need, on);
  if (!need.ok) return need;
  const drawn = lesser(need.value === "whole" ? asked : minus(asked, funds.cash), funds.quota);
  return done("QUOTA", lesser(minus(asked, drawn), funds.cash), drawn);
}

export type InstructionStatus = "DRAWN_UP" | "INSTRUCTED" | "APPLIED" | "FIN_APPROVED" | "TRANSFERRED" | "PAID" | "CANCELLED";

/** A numbered order to the account bank; its reservations carry its number. */
export interface Instruction {
  readonly no: string;
  readonly on: LocalDate;
  readonly payableId: string;
  readonly plan: PaymentPlan;
  /** What payee and lender have agreed to make of it, in the order in which the article names them. */
  readonly parts?: readonly Fen[];
  readonly status: InstructionStatus;
  readonly madeBy: string;
  readonly checkedBy?: string;
  /** The government's paper that lets it go while the fund is paused. */
  readonly governmentDocument?: string;
}

/** Money that was set aside is free again after so many days; the instruction is then drawn up anew. */
const HELD_DAYS = 30;
export const heldUntil = (on: LocalDate): LocalDate => addDays(on, HELD_DAYS);

export interface Payer {
  readonly personId: string;
  readonly kind: OrgKind;
}

/** The fund as an instruction needs it. */
export interface Till {
  readonly chart: Chart;
  readonly rules: PaymentRules;
  readonly breaker?: BreakerRules;
  readonly state: BreakerState;
  readonly view: LedgerView;
  /** Those that wait because of a pause, in the order of approval; none that was approved after the one at hand is asked about. */
  readonly queue: readonly string[];
  /** Ceilings of the year and of the whole life, with what was paid in each so far. */
  readonly limits?: { readonly rules: readonly FundLimit[]; readonly paid: Readonly<Record<FundLimit["per"], Fen>> };
}

export interface Moved {
  readonly instruction: Instruction;
  readonly ledger: readonly LedgerEvent[];
}

/** What it pays. */
export const amountOf = ({ plan }: Pick<Instruction, "plan">): Fen => plus(plan.account, plan.quota);

const mayAct = (kinds: readonly OrgKind[], by: Payer, cites: Citation): Outcome<true> =>
  kinds.includes(by.kind) ? accept(true) : refuse("role_forbidden", { kind: by.kind }, cites);

function standsAt(instruction: Instruction, ...statuses: InstructionStatus[]): Outcome<true> {
  return statuses.includes(instruction.status) ? accept(true) : refuse("quota_state", { status: instruction.status, wanted: statuses.join("、") });
}

export interface PaymentOrder {
  readonly no: string;
  readonly payableId: string;
  readonly asked: Fen;
  /** What the amount was computed from, for the second opinion. */
  readonly basis: Pick<Opined, "base" | "ratio" | "loss" | "covered" | "formula" | "approved">;
  /** Agreed shares, payee first; they sum to 1. */
  readonly shares?: readonly Ratio[];
  /** The government's paper that lets this one go while the fund is paused. */
  readonly governmentDocument?: string;
}

/** May this payable be paid now, in its turn? */
function inTurnToPay(till: Till, { payableId, asked, governmentDocument }: PaymentOrder, on: LocalDate): Outcome<true> {
  const { rules, view, chart, breaker, state } = till;
  const found = view.payable(payableId);
  if (!found) return refuse("gov_consent_required", { payable: payableId }, rules.direct);
  if (found.settledBy !== undefined) return refuse("paid_twice", { payable: payableId, by: found.settledBy }, rules.direct);
  if (asked <= ZERO || asked > found.payable.amount)
    return refuse("amount_mismatch", { amount: yuan(asked), approved: yuan(found.payable.amount) }, rules.direct);
  const room = till.limits ? payableWithin(till.limits.rules, till.limits.paid, asked, on) : accept(true as const);
  if (!room.ok) return room;
  const going = mayGoOn(breaker, state, "payment", on, governmentDocument);
  if (!going.ok) return going;
  const [first] = till.queue;
  if (first !== undefined && first !== payableId && !governmentDocument) return refuse("queue_order", { first }, rules.limited);
  return mayCross(breaker, state, measuresOf(chart, view), asked, on);
}

/**
 * Draws up an instruction for an approved amount. Refuses `gov_consent_required`, `paid_twice`, `amount_mismatch` where more is asked than was
 * approved or the second opinion differs (saying where), `scheme_paused` without a government paper, `queue_order` while an earlier one waits, and
 * `fund_insufficient` where there is nothing at all.
 */
export function drawUp(till: Till, order: PaymentOrder, by: Payer, on: LocalDate): Outcome<Moved> {
  const { rules, view, chart } = till;
  const role = mayAct(rules.instructedBy, by, rules.direct);
  if (!role.ok) return role;
  const turn = inTurnToPay(till, order, on);
  if (!turn.ok) return turn;
  const funds = freeFunds(chart, view, view.payable(order.payableId)?.payable.subs);
  const plan = planPayment(rules, order.asked, funds, on);
  if (!plan.ok) return plan;
  const need = rules.quota ? valueOn(rules.quota.need, on) : accept("shortfall" as const);
  if (!need.ok) return need;
  const paid = plus(plan.value.account, plan.value.quota);
  if (paid === ZERO) return refuse(rules.empty ?? "fund_insufficient", { asked: yuan(order.asked), available: yuan(paid) }, rules.limited);
  const parts = order.shares ? split(paid, order.shares) : undefined;
  const [difference] = secondOpinion({
    ...order.basis,
    asked: order.asked,
    plan: { ...plan.value, cash: funds.cash, undrawn: funds.quota, need: need.value },
    ...(order.shares && parts ? { split: { shares: order.shares, parts } } : {}),
  });
  if (difference) return refuse("amount_mismatch", { ...difference }, rules.direct);
  const { no, payableId, governmentDocument } = order;
  const more = { ...(parts ? { parts } : {}), ...(governmentDocument ? { governmentDocument } : {}) };
  return accept({ instruction: { no, on, payableId, plan: plan.value, ...more, status: "DRAWN_UP", madeBy: by.personId }, ledger: [] });
}

const names = (no: string) => ({ pay: `${no}-pay`, cash: `${no}-cash`, draw: `${no}-draw` });
/** The transfers that carry an instruction's number. */
export const transfersOf = (no: string): readonly string[] => Object.values(names(no));

function transferOf(till: Till, instruction: Instruction, id: string, reason: Transfer["reason"], moved: Fen, on: LocalDate): Transfer {
  const found = till.view.payable(instruction.payableId);
  const { caseId = "", of = "", subs } = found?.payable ?? {};
  return {
    id,
    reason,
    on,
    entries: subs ? entriesByTurn(till.chart, till.view, reason, moved, of, subs) : entriesFor(till.chart, reason, moved, of),
    persons: { madeBy: instruction.madeBy, ...(instruction.checkedBy ? { checkedBy: instruction.checkedBy } : {}) },
    caseId,
    payableId: instruction.payableId,
    documentNo: instruction.no,
  };
}

/** Runs ledger steps one after another, each seeing what the ones before it left. */
function inTurn(till: Till, ...steps: ((view: LedgerView) => Outcome<LedgerEvent[]>)[]): Outcome<LedgerEvent[]> {
  const book = new Book(till.chart, till.view);
  const events: LedgerEvent[] = [];
  for (const step of steps) {
    const done = step(book);
    if (!done.ok) return done;
    book.fold(...done.value);
    events.push(...done.value);
  }
  return accept(events);
}

/**
 * The second person checks: the money is set aside until a day, and what cash cannot pay is applied for. `due` is what it comes to on this day. Refuses
 * `same_person`, `scheme_paused` when the pause came in between, `amount_mismatch` when the amount and `path_wrong` when the balances have changed since.
 */
export function countersign(till: Till, before: Instruction, by: Payer, until: LocalDate, on: LocalDate, due?: Fen): Outcome<Moved> {
  const placed = standsAt(before, "DRAWN_UP");
  if (!placed.ok) return placed;
  const role = mayAct(till.rules.instructedBy, by, till.rules.direct);
  if (!role.ok) return role;
  if (by.personId === before.madeBy) return refuse("same_person", { person: by.personId }, till.rules.direct);
  const going = mayGoOn(till.breaker, till.state, "payment", on, before.governmentDocument);
  if (!going.ok) return going;
  const { plan } = before;
  const drawn = plus(amountOf(before), plan.unfunded);
  if (due !== undefined && due !== drawn) return refuse("amount_mismatch", { amount: yuan(drawn), due: yuan(due) }, till.rules.direct);
  const { subs } = till.view.payable(before.payableId)?.payable ?? {};
  const again = planPayment(till.rules, drawn, freeFunds(till.chart, till.view, subs), on);
  if (!again.ok) return again;
  if (again.value.account !== plan.account || again.value.quota !== plan.quota)
    return refuse("path_wrong", { account: yuan(again.value.account), quota: yuan(again.value.quota) }, till.rules.direct);
  const instruction: Instruction = { ...before, status: plan.path === "DIRECT" ? "INSTRUCTED" : "APPLIED", checkedBy: by.personId };
  const reason = till.view.payable(before.payableId)?.payable.reason ?? "compensation";
  const id = names(before.no);
  const steps = [
    (view: LedgerView) =>
      reserve(till.chart, view, transferOf(till, instruction, plan.path === "DIRECT" ? id.pay : id.cash, reason, plan.account, on), until),
  ];
  if (plan.quota > ZERO) steps.push((view) => reserve(till.chart, view, transferOf(till, instruction, id.draw, "quota_draw", plan.quota, on), until));
  const ledger = inTurn(till, ...(plan.account > ZERO ? steps : steps.slice(1)));
  return ledger.ok ? accept({ instruction, ledger: ledger.value }) : ledger;
}

/** Finance agrees to the draw. Refuses `scheme_paused` when the pause came in between: the account bank has no order yet. */
export function approveDraw(till: Till, before: Instruction, by: Payer, on: LocalDate): Outcome<Moved> {
  const placed = standsAt(before, "APPLIED");
  if (!placed.ok) return placed;
  const role = mayAct(till.rules.quota?.by ?? [], by, till.rules.quota?.cites ?? till.rules.direct);
  if (!role.ok) return role;
  const going = mayGoOn(till.breaker, till.state, "payment", on, before.governmentDocument);
  return going.ok ? accept({ instruction: { ...before, status: "FIN_APPROVED" }, ledger: [] }) : going;
}

/** Finance's money has arrived in the account: the draw is posted and the whole payment set aside. */
export function recordDraw(till: Till, before: Instruction, by: Payer, until: LocalDate, on: LocalDate): Outcome<Moved> {
  const placed = standsAt(before, "FIN_APPROVED");
  if (!placed.ok) return placed;
  const role = mayAct(till.rules.quota?.by ?? [], by, till.rules.quota?.cites ?? till.rules.direct);
  if (!role.ok) return role;
  const { plan } = before;
  const id = names(before.no);
  const reason = till.view.payable(before.payableId)?.payable.reason ?? "compensation";
  const steps: ((view: LedgerView) => Outcome<LedgerEvent[]>)[] = [];
  if (plan.quota > ZERO) steps.push((view) => postReserved(till.chart, view, id.draw, on));
  if (plan.account > ZERO) steps.push((view) => voidReserved(view, id.cash, before.no, on));
  steps.push((view) => reserve(till.chart, view, transferOf(till, before, id.pay, reason, amountOf(before), on), until));
  const ledger = inTurn(till, ...steps);
  return ledger.ok ? accept({ instruction: { ...before, status: "TRANSFERRED" }, ledger: ledger.value }) : ledger;
}

/** The account bank confirms that it has paid. */
export function confirmPaid(till: Till, before: Instruction, by: Payer, on: LocalDate): Outcome<Moved> {
  const placed = standsAt(before, "INSTRUCTED", "TRANSFERRED");
  if (!placed.ok) return placed;
  const role = mayAct(till.rules.paidBy.kinds, by, till.rules.paidBy.cites);
  if (!role.ok) return role;
  const ledger = postReserved(till.chart, till.view, names(before.no).pay, on);
  return ledger.ok ? accept({ instruction: { ...before, status: "PAID" }, ledger: ledger.value }) : ledger;
}

const UNPAID: readonly InstructionStatus[] = ["DRAWN_UP", "INSTRUCTED", "APPLIED", "FIN_APPROVED", "TRANSFERRED"];
/** Is it still on its way to being paid? */
export const isOpen = ({ status }: Pick<Instruction, "status">): boolean => UNPAID.includes(status);

/** Ends an instruction and lets go of what it still holds, each reservation in the given way. */
function ended(till: Till, before: Instruction, end: (view: LedgerView, id: string) => Outcome<LedgerEvent[]>): Outcome<Moved> {
  const placed = standsAt(before, ...UNPAID);
  if (!placed.ok) return placed;
  const held = transfersOf(before.no).filter((id) => till.view.standing(id)?.status === "reserved");
  if (held.length === 0 && before.status !== "DRAWN_UP") throw new RangeError("what an instruction set aside was not read");
  const ledger = inTurn(till, ...held.map((id) => (view: LedgerView) => end(view, id)));
  return ledger.ok ? accept({ instruction: { ...before, status: "CANCELLED" }, ledger: ledger.value }) : ledger;
}

/** The office takes an unpaid instruction back, or finance declines the draw; what was set aside is free again. A draw that was posted stays in the account. */
export function cancel(till: Till, before: Instruction, why: string, by: Payer, on: LocalDate): Outcome<Moved> {
  const placed = standsAt(before, ...UNPAID);
  if (!placed.ok) return placed;
  const role = mayAct([...till.rules.instructedBy, ...(till.rules.quota?.by ?? [])], by, till.rules.direct);
  if (!role.ok) return role;
  if (why.trim() === "") return refuse("reason_required", {}, till.rules.direct, "why");
  return supersede(till, before, why, on);
}

/** Why an instruction ends that nobody took back. */
export const AMOUNT_CHANGED = "应付金额有变化，重新制单";

/** What it pays is no longer what is due: it ends with whatever changed that, whoever did it. */
export const supersede = (till: Till, before: Instruction, why: string, on: LocalDate): Outcome<Moved> =>
  ended(till, before, (view, id) => voidReserved(view, id, why, on));

/** The last day of what it set aside is over: the clock ends it. Refuses `transfer_not_reserved` before that. */
export const lapse = (till: Till, before: Instruction, on: LocalDate): Outcome<Moved> => ended(till, before, (view, id) => expire(view, id, on));
