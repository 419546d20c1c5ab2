/** The office draws up an instruction: the amount of the day, computed a second time by another way, in its turn. */
import { api } from "../../shared/contract/api";
import { drawUp } from "../../shared/fund/payment";
import { partsOf } from "../../shared/local-date";
import { yuan } from "../../shared/money";
import { refuse } from "../../shared/outcome";
import { type LoadCtx, verb } from "../verb";
import { caseOfPayable } from "./payable-store";
import { movedReply, type PayRows, payerOf, payNow, payQueries, writeStep } from "./paying";
import { instructionOfPayableQuery, nextNumberQuery } from "./store";

export const drawUpInstruction = verb(api.drawUpInstruction, {
  load: (ctx) => ({
    ...payQueries(ctx as unknown as LoadCtx, caseOfPayable(ctx.schemeId, ctx.params.payableId), ctx.params.payableId),
    underWay: instructionOfPayableQuery(ctx.db, ctx.schemeId, ctx.params.payableId),
    number: nextNumberQuery(ctx.db, ctx.schemeId, partsOf(ctx.today).year),
  }),
  decide: async (ctx, found) => {
    const { params, body, today, actor } = ctx;
    const now = payNow(ctx, found as unknown as PayRows, params.payableId);
    if (!now.ok) return now;
    const { scheme, till, due, payable, unpaused } = now.value;
    const [other] = found.underWay;
    if (other) return refuse("paid_twice", { payable: payable.id, by: other.no }, scheme.fund.payment.direct);
    if (!unpaused.ok) return unpaused;
    if (!due.ok) return due;
    const { amount, ratio, basis, shares } = due.value;
    const { year } = partsOf(today);
    const serial = found.number[0]?.serial ?? 1;
    const order = {
      no: `${scheme.code}F-${year}-${String(serial).padStart(4, "0")}`,
      payableId: payable.id,
      asked: amount,
      basis,
      ...(shares ? { shares } : {}),
      ...(body.governmentDocument ? { governmentDocument: body.governmentDocument } : {}),
    };
    const moved = drawUp(till, order, payerOf(actor), today);
    if (!moved.ok) return moved;
    const { plan } = moved.value.instruction;
    const [account, quota, unfunded] = [yuan(plan.account), yuan(plan.quota), yuan(plan.unfunded)];
    const reply = { ...movedReply(moved.value.instruction), path: plan.path, account, quota, unfunded };
    const written = await writeStep(ctx, now.value, { moved: moved.value, first: { year, serial, ratio } }, reply);
    return written.ok ? { ok: true, value: { ...written.value, status: 201 } } : written;
  },
});
