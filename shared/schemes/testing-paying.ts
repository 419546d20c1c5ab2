/** An approved amount on its way to be paid, by the payers that the document names; the second opinion must never stop the engine's own figure. */
import { approveDraw, cancel, confirmPaid, countersign, recordDraw } from "../fund/instruction";
import { drawUp, type Instruction, type InstructionStatus, isOpen, type Moved, type Payer, type PaymentOrder, takesOwn } from "../fund/payment";
import { addDays } from "../local-date";
import { type Fen, fen, minus, plus } from "../money";
import type { Outcome } from "../outcome";
import { payableOf, recordPayment } from "../process/claim";
import type { LoanFile } from "../process/loan-file";
import type { OrgKind } from "../process/party";
import { claimDue } from "../process/payment-due";
import { must } from "./testing";
import type { Life, Matter } from "./testing-life";
import { Broken } from "./testing-life-ledger";

/** One of those that may, by number of the person. */
export const payer = (kinds: readonly OrgKind[] | undefined, person: number): Payer => ({
  personId: `payer-${person}`,
  kind: kinds?.[0] ?? "enterprise",
});

/** Who says that it is paid: a payee that takes what lies with itself, or whoever pays for the fund. */
export const executes = ({ scheme: { fund } }: Pick<Life, "scheme">, instruction: Instruction): Payer =>
  payer(takesOwn(instruction) ? fund.payment.instructedBy : fund.payment.paidBy.kinds, 4);

/** Draws an order up, now and then with a paper of the government. */
export function draws(life: Life, matter: { instruction?: Instruction }, order: Omit<PaymentOrder, "no">, how: number): void {
  const paper = how % 7 === 0 ? { governmentDocument: "批复" } : {};
  const asked = life.plant === "rounding" ? minus(order.asked, fen(1)) : order.asked;
  const by = payer(life.scheme.fund.payment.instructedBy, 1);
  const drawn = drawUp(life.till(), { ...order, asked, no: life.number("i"), ...paper }, by, life.on);
  if (!drawn.ok && drawn.refusals[0]?.figures.where) throw new Broken(`second opinion: ${JSON.stringify(drawn.refusals[0].figures)}`);
  life.moves(matter, drawn);
}

/** The next step of an order; one that can no longer be taken is taken back. */
export function progresses(
  life: Life,
  matter: { instruction?: Instruction },
  due: Fen | undefined,
  how: number,
  paid: (order: Instruction) => void,
): void {
  const { instruction } = matter;
  if (!instruction || !isOpen(instruction)) return;
  const till = life.till();
  const until = addDays(life.on, 60);
  const { instructedBy, quota } = life.scheme.fund.payment;
  const steps: Partial<Record<InstructionStatus, () => Outcome<Moved>>> = {
    DRAWN_UP: () => countersign(till, instruction, payer(instructedBy, 2), until, life.on, due),
    APPLIED: () => approveDraw(till, instruction, payer(quota?.by, 3), life.on),
    FIN_APPROVED: () => recordDraw(till, instruction, payer(quota?.by, 3), until, life.on),
    INSTRUCTED: () => confirmPaid(till, instruction, executes(life, instruction), life.on),
    TRANSFERRED: () => confirmPaid(till, instruction, executes(life, instruction), life.on),
  };
  const step = steps[instruction.status];
  if (!step) return;
  if (how % 19 === 0 || !life.moves(matter, step())) life.moves(matter, cancel(till, instruction, "重开", payer(instructedBy, 1), life.on));
  else if (matter.instruction?.status === "PAID") paid(matter.instruction);
}

/** A consented claim on its way to be paid; `sums` are the records' sums of the day where the formula asks for them. */
export function paysClaim<M extends Matter>(life: Life<M>, matter: M, file: LoanFile, how: number, sums?: Readonly<Record<string, Fen>>): void {
  const payable = must(payableOf(life.scheme, file));
  const due = claimDue(life.scheme, file, payable, life.on, undefined, sums);
  if (!life.took(due)) return;
  const { amount, basis, ratio, shares } = due.value;
  if (!matter.instruction || !isOpen(matter.instruction))
    return void draws(life, matter, { payableId: payable.id, asked: amount, basis, ...(shares ? { shares } : {}) }, how);
  progresses(life, matter, amount, how, ({ no, plan, parts }) => {
    const paid = { instructionNo: no, ratio, amount: plus(plan.account, plan.quota), unfunded: plan.unfunded, ...(parts ? { parts } : {}) };
    const loss = life.scheme.recovery.returns.shares ? { loss: basis.base } : {};
    if (BigInt(paid.amount) > life.most(matter)) throw new Broken(`more is paid than the document allows: ${paid.amount}`);
    if (!life.files(matter, life.whoOf(matter, life.scheme.fund.payment.paidBy.kinds), recordPayment(life.scheme, file, { ...paid, ...loss })))
      throw new Broken("what is paid is not taken by its file");
    life.saw("paid");
    if (plan.unfunded > 0) life.saw("paid short");
    if (life.plant === "double_payment") paysAgain(life, no);
  });
}

function paysAgain(life: Life, no: string): void {
  const last = [...life.log].reverse().find((event) => event.type === "posted" && event.transfer.documentNo === no);
  if (last?.type === "posted")
    life.money({ ok: true, value: [{ ...last, held: false, transfer: { ...last.transfer, id: `${last.transfer.id}-again` } }] });
}
