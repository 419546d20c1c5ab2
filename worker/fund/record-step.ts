/** A step by which the fund is filled up again, or the office's consent to more at a bank: in order, by whoever the document has for it, each with its paper. */
import { api } from "../../shared/contract/api";
import { mayAdjust } from "../../shared/fund/bank-deposit";
import { replenish } from "../../shared/fund/replenishment";
import { parseYuan, yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { desksQuery } from "../case/store";
import { insertNotice } from "../notice/store";
import { type Ctx, verb, type Write } from "../verb";
import { knownQueries } from "./movement-store";
import { insertStep, roundOf, type StepRow, stepsQuery } from "./step-store";

type Route = typeof api.recordFundStep;
type Reply = { about: string; step: string };

function replenished(ctx: Ctx<Route>, found: readonly StepRow[], desks: readonly { id: string; kind: string }[]): Outcome<Write<Reply>> {
  const { db, schemeId, scheme, actor, body, today, now } = ctx;
  const rules = scheme.fund.replenishment;
  if (!rules || body.kind !== "replenishment") return refuse("fund_use_forbidden", {}, scheme.fund.chart.cites);
  const amount = body.amount === undefined ? undefined : parseYuan(body.amount, "amount");
  if (amount && !amount.ok) return amount;
  const round = roundOf(rules, found);
  const given = { step: body.step, documentNo: body.documentNo, ...(amount ? { amount: amount.value } : {}) };
  const next = replenish(rules, round.now, given, actor.orgKind, today);
  if (!next.ok) return next;
  const after = rules.steps[next.value.done.length];
  const row = { kind: "replenishment" as const, about: String(round.no), step: body.step, amount: amount?.value ?? null };
  const told = desks.filter(({ kind }) => after?.by.some((by) => by === kind));
  return accept({
    statements: [
      insertStep(db, { ...row, schemeId, on: today, documentNo: body.documentNo, madeBy: actor.personId, madeOrg: actor.orgId, now }),
      ...told.map(({ id }) =>
        insertNotice(
          db,
          {
            toOrg: id,
            code: "fund_step_next",
            figures: { wanted: after?.says ?? "", ...(next.value.amount ? { amount: yuan(next.value.amount) } : {}) },
          },
          now,
        ),
      ),
    ],
    reply: { about: row.about, step: row.step },
    status: 201,
  });
}

function agreed(ctx: Ctx<Route>, bank: { readonly agreed: number } | undefined): Outcome<Write<Reply>> {
  const { db, schemeId, scheme, actor, body, today, now } = ctx;
  const rules = scheme.fund.deposits;
  if (!rules || body.kind !== "top_up") return refuse("fund_use_forbidden", {}, scheme.fund.chart.cites);
  const may = mayAdjust(rules, actor.orgKind);
  if (!may.ok) return may;
  if (bank?.agreed !== 1) return refuse("no_agreement", {}, rules.topUp.cites, "of");
  const row = { kind: "top_up" as const, about: body.of, step: today, amount: null };
  return accept({
    statements: [insertStep(db, { ...row, schemeId, on: today, documentNo: body.documentNo, madeBy: actor.personId, madeOrg: actor.orgId, now })],
    reply: { about: row.about, step: row.step },
    status: 201,
  });
}

export const recordFundStep = verb(api.recordFundStep, {
  load: ({ db, schemeId, body, today }) => ({
    steps: stepsQuery(db, schemeId),
    named: knownQueries(db, schemeId, body.kind === "top_up" ? body.of : "", today).named,
    desks: desksQuery(db, schemeId),
  }),
  decide: (ctx, { steps, named, desks }) => (ctx.body.kind === "top_up" ? agreed(ctx, named[0]) : replenished(ctx, steps, desks)),
});
