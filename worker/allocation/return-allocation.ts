/** Who decides returns the plan with reasons and a document: its claims wait for another one. */
import { api } from "../../shared/contract/api";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { returnClaim } from "../../shared/process/claim";
import { desksQuery } from "../case/store";
import { insertNotices } from "../notice/store";
import { verb } from "../verb";
import { actOf, filesOf, moveAll, planQueries, writtenOf } from "./files";
import { allocationShown } from "./shown";
import { allocationQuery, casesOfPlan, insertDecision } from "./store";

export const returnAllocation = verb(api.returnAllocation, {
  load: (ctx) => ({
    plan: allocationQuery(ctx.db, ctx.schemeId, ctx.params.allocationId),
    desks: desksQuery(ctx.db, ctx.schemeId),
    ...planQueries(ctx, casesOfPlan(ctx.params.allocationId), ctx.params.allocationId),
  }),
  decide: (ctx, found) => {
    const { scheme, today, body, db, actor, now } = ctx;
    const [plan] = found.plan;
    const { allocation: rules } = scheme.fund;
    if (!plan || !rules) return refuse("not_found");
    if (plan.agreed !== null) return refuse("already_exists", { document: plan.decision_no ?? "" }, rules.cites);
    const act = actOf(ctx);
    const moved = moveAll(filesOf(scheme, found), act, ({ file }) => returnClaim(scheme, file, body, act));
    if (!moved.ok) return moved;
    const written = writtenOf(ctx, moved.value, found);
    const figures = { period: plan.period, claims: String(plan.claims), amount: yuan(fen(plan.allocated)), reason: body.reason };
    const office = found.desks.filter(({ kind, id }) => kind === "office" || id === plan.drawn_org);
    return accept({
      append: written.append,
      statements: [
        insertDecision(db, plan.id, { agreed: false, ...body }, { personId: actor.personId, orgId: actor.orgId, on: today, now }),
        ...written.statements,
        ...insertNotices(
          db,
          office.map(({ id: toOrg }) => ({ toOrg, code: "allocation_returned", figures })),
          now,
        ),
      ],
      reply: allocationShown(ctx, {
        ...plan,
        agreed: 0,
        decision_no: body.documentNo,
        reason: body.reason,
        decided_name: actor.orgName,
        decided_on: today,
      }),
    });
  },
});
