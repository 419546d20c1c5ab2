/** An instruction after it was drawn up: checked by another, applied for where cash is short, paid by the account bank; or ended, with what it set aside. */
import { addDays, type LocalDate } from "../local-date";
import { type Fen, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { payableWithin } from "./allocation";
import { Book, freeFunds } from "./balances";
import { mayGoOn } from "./breaker";
import { entriesByTurn, entriesFor } from "./entries";
import type { LedgerEvent, LedgerView, Transfer } from "./ledger";
import {
  amountOf,
  type Instruction,
  type InstructionStatus,
  type Moved,
  mayAct,
  mayInstruct,
  type Payer,
  planPayment,
  type Till,
  takesOwn,
  UNPAID,
} from "./payment";
import { expire, postReserved, reserve, voidReserved } from "./posting";

/** Money that was set aside is free again after so many days; the instruction is then drawn up anew. */
const HELD_DAYS = 30;
export const heldUntil = (on: LocalDate): LocalDate => addDays(on, HELD_DAYS);

function standsAt(instruction: Instruction, ...statuses: InstructionStatus[]): Outcome<true> {
  return statuses.includes(instruction.status) ? accept(true) : refuse("quota_state", { status: instruction.status, wanted: statuses.join("、") });
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
 * `same_person`, `scheme_paused` when the pause came in between, the word of a ceiling that another order has used up since, `amount_mismatch` when the
 * amount and `path_wrong` when the balances have changed since.
 */
export function countersign(till: Till, before: Instruction, by: Payer, until: LocalDate, on: LocalDate, due?: Fen): Outcome<Moved> {
  const placed = standsAt(before, "DRAWN_UP");
  if (!placed.ok) return placed;
  const role = mayInstruct(till, before.payableId, by);
  if (!role.ok) return role;
  if (by.personId === before.madeBy) return refuse("same_person", { person: by.personId }, till.rules.direct);
  const going = mayGoOn(till.breaker, till.state, "payment", on, before.governmentDocument);
  if (!going.ok) return going;
  const { plan } = before;
  const drawn = plus(amountOf(before), plan.unfunded);
  const room = till.limits ? payableWithin(till.limits.rules, till.limits.paid, drawn, on) : accept(true as const);
  if (!room.ok) return room;
  if (due !== undefined && due !== drawn) return refuse("amount_mismatch", { amount: yuan(drawn), due: yuan(due) }, till.rules.direct);
  const { subs } = till.view.payable(before.payableId)?.payable ?? {};
  const again = planPayment(till.rules, drawn, freeFunds(till.chart, till.view, subs), on);
  if (!again.ok) return again;
  if (again.value.account !== plan.account || again.value.quota !== plan.quota || again.value.own !== plan.own)
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

/** Whoever executes confirms that it is paid: a payee that takes all of it from what lies with itself, or who pays for the fund. Refuses `role_forbidden`. */
export function confirmPaid(till: Till, before: Instruction, by: Payer, on: LocalDate): Outcome<Moved> {
  const placed = standsAt(before, "INSTRUCTED", "TRANSFERRED");
  if (!placed.ok) return placed;
  const role = takesOwn(before) ? mayInstruct(till, before.payableId, by) : mayAct(till.rules.paidBy.kinds, by, till.rules.paidBy.cites);
  if (!role.ok) return role;
  const ledger = postReserved(till.chart, till.view, names(before.no).pay, on);
  return ledger.ok ? accept({ instruction: { ...before, status: "PAID" }, ledger: ledger.value }) : ledger;
}

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
  const declines = till.rules.quota?.by.includes(by.kind) ?? false;
  const role = declines ? accept(true as const) : mayInstruct(till, before.payableId, by);
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
