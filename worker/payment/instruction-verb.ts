/** A verb on an instruction by its number: found with its case, its payable and the fund in one batch; its step decided by the rules and written in another. */
import type { Reply, Route } from "../../shared/contract/contract";
import type { Instruction, Payer } from "../../shared/fund/payment";
import { type Outcome, refuse } from "../../shared/outcome";
import type { Query } from "../database";
import { type Ctx, type LoadCtx, type Verb, verb } from "../verb";
import { movedReply, type PaymentStep, type PayNow, type PayRows, payerOf, payNow, payQueries, writeStep } from "./paying";
import { caseOfInstruction, type InstructionFound, instructionOf, instructionQuery, payableOfInstruction } from "./store";
import { mayRead } from "./view";

export interface OnInstruction {
  readonly now: PayNow;
  readonly before: Instruction;
  readonly row: InstructionFound;
  readonly by: Payer;
}

type Deciding<R extends Route> = (ctx: Ctx<R>, on: OnInstruction) => Outcome<Omit<PaymentStep, "before" | "first">>;

/** `export const approveDraw = instructionVerb(api.approveDraw, ({ today }, { now, before, by }) => …)`; answers number, status and amount. */
export function instructionVerb<R extends Route>(route: R, decide: Deciding<R>): Verb<R, Record<string, Query<unknown>>> {
  return verb<R, Record<string, Query<unknown>>>(route, {
    load: (ctx) => {
      const { no } = ctx.params as { no: string };
      return {
        ...payQueries(ctx as unknown as LoadCtx, caseOfInstruction(ctx.schemeId, no), payableOfInstruction(ctx.schemeId, no)),
        found: instructionQuery(ctx.db, ctx.schemeId, no),
      };
    },
    decide: async (ctx, found) => {
      const { actor } = ctx;
      const [row] = found.found as InstructionFound[];
      if (!row || !mayRead(ctx.scheme.fund.payment, actor, row)) return refuse("not_found");
      const now = payNow(ctx, found as unknown as PayRows, row.payable_id);
      if (!now.ok) return now;
      const before = instructionOf(row);
      const step = decide(ctx, { now: now.value, before, row, by: payerOf(actor) });
      if (!step.ok) return step;
      return writeStep(ctx, now.value, { ...step.value, before }, movedReply(step.value.moved.instruction) as Reply<R>);
    },
  });
}
