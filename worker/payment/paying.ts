/** What a verb on money meets: an approved payment with the loan's file behind it, what it comes to today, and the fund; and the batch that a step of it makes. */
import type { SQL } from "drizzle-orm";
import { amountOf, type Instruction, isOpen, type Moved, type Payer, type Till } from "../../shared/fund/payment";
import type { LocalDate } from "../../shared/local-date";
import { type Ratio, yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { FileEvent } from "../../shared/process/loan-file";
import { claimDue, type PaymentDue, subsidyDue } from "../../shared/process/payment-due";
import { mayBePaid } from "../../shared/process/watch";
import type { Actor } from "../actor";
import { caseAlone, sumsOf, sumsQueries } from "../claim/sums-store";
import type { Rows } from "../database";
import { type PayableRow, payableOfRow } from "../fund/books";
import { spentQuery } from "../fund/ceilings";
import { type FileNow, fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { standingOf, standingQueries } from "../loan/standing";
import { standsBehind } from "../loan/transition";
import { insertNotice } from "../notice/store";
import { moveSubsidy, subsidyOf } from "../subsidy/store";
import type { Ctx, LoadCtx, Write } from "../verb";
import { watchStanding } from "../watch/standing";
import { noticesOfPayment } from "./notify";
import { aheadQuery } from "./payable-store";
import { caseUnmoved, insertInstruction, insertStep, moveInstruction } from "./store";
import { tillOf } from "./till";
import { aheadFor } from "./view";

export interface PayNow extends FileNow {
  readonly payable: PayableRow;
  readonly till: Till;
  /** What it comes to today, or why nothing can be paid. */
  readonly due: Outcome<PaymentDue>;
  /** Refused while a decision pauses the institution behind the loan. */
  readonly unpaused: Outcome<true>;
}

/** Who acts on a payment, as its rules ask. */
export const payerOf = ({ personId, orgKind, orgId }: Actor): Payer => ({ personId, kind: orgKind, orgId });

/** Merge into a verb's own `load`. */
export const payQueries = (ctx: LoadCtx, caseId: SQL, payableId: SQL | string) => ({
  ...fileQueries(ctx, caseId),
  ...standingQueries(ctx, caseId),
  ahead: aheadQuery(ctx.db, ctx.schemeId, payableId),
  spent: spentQuery(ctx.db, ctx.schemeId),
  ...sumsQueries(ctx, caseAlone(caseId)),
});
export type PayRows = Rows<ReturnType<typeof payQueries>>;

/** Whoever may act on a payment acts on its case, though the account bank is no party to it. Refuses `not_found` for a payable that is none. */
export function payNow(ctx: Pick<Ctx, "actor" | "today" | "schemeId" | "scheme">, found: PayRows, payableId: string): Outcome<PayNow> {
  const payable = found.payables.find(({ id }) => id === payableId);
  if (!payable) return refuse("not_found");
  const now = fileNow(ctx, { ...found, file: found.file.map((row) => ({ ...row, visible: 1 })) });
  if (!now.ok) return now;
  const waits = found.ahead.flatMap(({ id }) => id ?? []);
  const ahead = aheadFor(now.value.scheme.fund.payment, ctx.actor, waits, payableId);
  const till = tillOf(now.value.scheme, now.value.books, { ahead, spent: found.spent, on: ctx.today });
  return accept({ ...now.value, payable, till, due: dueOf(now.value, payable, found), unpaused: unpausedOf(now.value, payable, found) });
}

/** Of a claim; a firm's subsidy is no money of the institution's. */
function unpausedOf({ scheme, loanFile, act }: FileNow, { reason }: PayableRow, found: PayRows): Outcome<true> {
  if (reason === "subsidy") return accept(true);
  const watched = watchStanding(scheme, found, standsBehind(scheme, loanFile).id, act.on);
  return watched.ok ? mayBePaid(scheme.watch, watched.value.pausedBy) : watched;
}

function dueOf(now: FileNow, payable: PayableRow, found: PayRows): Outcome<PaymentDue> {
  const { scheme, loanFile, act, subsidies } = now;
  const approved = payableOfRow(payable);
  if (payable.reason !== "subsidy") {
    const standing = standingOf(now, loanFile, found);
    if (!standing.ok) return standing;
    const sums = sumsOf(scheme, loanFile, found, act.on);
    return sums.ok ? claimDue(scheme, loanFile, approved, act.on, standing.value.lowered, sums.value) : sums;
  }
  const receipt = subsidies.find(({ id }) => id === payable.id);
  return receipt && scheme.subsidy ? subsidyDue(scheme.subsidy, subsidyOf(receipt), approved, act.on) : refuse("wrong_step", { status: "—" });
}

export interface PaymentStep {
  /** Absent when it is drawn up; `first` then puts it down. */
  readonly before?: Instruction;
  readonly first?: { readonly year: number; readonly serial: number; readonly ratio: Ratio };
  readonly moved: Moved;
  readonly events?: readonly FileEvent[];
  readonly why?: string;
  readonly until?: LocalDate;
  /** The clock ended it. */
  readonly lapsed?: boolean;
}

/** Its own rows: the paper and the step. */
function paperOf(ctx: Writing, { scheme, file }: PayNow, { before, first, moved: { instruction }, why, until }: PaymentStep): D1PreparedStatement[] {
  const mover = { personId: ctx.actor.personId, orgId: ctx.actor.orgId, now: ctx.now, why, until };
  if (before) return moveInstruction(ctx.db, scheme.id, before.status, instruction, mover);
  if (!first) throw new Error("an instruction without a number");
  return [
    insertInstruction(ctx.db, { schemeId: scheme.id, ...first, caseId: file.id, instruction, now: ctx.now }),
    insertStep(ctx.db, scheme.id, instruction.no, instruction.status, mover),
  ];
}

/** The subsidy behind the payment follows it: its duties now, its row when it is paid. */
function subsidiesAfter(ctx: Writing, { subsidies, payable }: PayNow, { instruction }: Moved) {
  const paid = instruction.status === "PAID";
  const status = isOpen(instruction) || paid ? instruction.status : null;
  const receipt = subsidies.find(({ id }) => id === payable.id);
  return {
    subsidies: subsidies.map((one) => (one === receipt ? { ...one, ...(paid ? { status: "paid" as const } : {}), instruction_status: status } : one)),
    statements: receipt && paid ? moveSubsidy(ctx.db, subsidyOf(receipt), { status: "paid", paid: amountOf(instruction) }, ctx.now) : [],
  };
}

const firmOf = ({ payable, file }: PayNow): string | undefined => (payable.reason === "subsidy" ? file.enterprise_org : undefined);

type Writing = Pick<Ctx, "db" | "now" | "actor">;

/** The batch of one step: the case's event where it has one (else that the case stands as it was read), the postings, the paper, whom it waits for now. */
export function writeStep<T>(ctx: Writing, now: PayNow, step: PaymentStep, reply: T): Promise<Outcome<Write<T>>> {
  const { before, moved, events = [], lapsed = false } = step;
  const { instruction, ledger } = moved;
  const { scheme, file, desks, payers } = now;
  const told = {
    caseId: file.id,
    enterprise: file.enterprise_name,
    rules: scheme.fund.payment,
    payee: now.payable.payee_org,
    desks,
    payers,
    firm: firmOf(now),
  };
  const after = subsidiesAfter(ctx, now, moved);
  const statements = [
    ...(events.length === 0 ? [caseUnmoved(ctx.db, file.id, now.head?.seq ?? 0)] : []),
    ...paperOf(ctx, now, step),
    ...after.statements,
    ...noticesOfPayment(told, before, instruction, lapsed).map((notice) => insertNotice(ctx.db, notice, ctx.now)),
  ];
  const standing = isOpen(instruction) || instruction.status === "PAID" ? instruction : null;
  return writeFile(ctx, now, { events, ledger, instruction: standing, subsidies: after.subsidies, statements }, () => reply);
}

/** What a step answers. */
export const movedReply = ({ no, status, plan }: Instruction) => ({ no, status, amount: yuan(amountOf({ plan })) });
