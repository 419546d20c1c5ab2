/** How institutions were judged, year by year, with what each year's reward comes to by the records: the desks read all, an institution its own. */
import { sql } from "drizzle-orm";
import { api } from "../../shared/contract/api";
import { rewardPayable } from "../../shared/fund/movement";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { figureDesksOf } from "../case/desk";
import { shownDerived, shownRefusal } from "../case/view-parts";
import { verb } from "../verb";
import { batchLoansQuery, evaluationsQuery, paidRewardsQuery, rewardBy, volumeOf } from "./store";

export const listEvaluations = verb(api.listEvaluations, {
  load: ({ db, schemeId }) => ({
    evaluated: evaluationsQuery(db, schemeId),
    batches: batchLoansQuery(db, schemeId, sql`SELECT org_id FROM evaluation WHERE scheme_id = ${schemeId}`),
    paid: paidRewardsQuery(db, schemeId),
  }),
  decide: ({ scheme, actor, today }, found) => {
    const { reward: rules } = scheme;
    if (!rules) return refuse("not_found");
    const all = figureDesksOf(scheme).includes(actor.orgKind) || actor.orgKind === "manager";
    const evaluations = found.evaluated
      .filter(({ org_id }) => all || org_id === actor.orgId)
      .map((row) => {
        const { org_id: id, kind, year } = row;
        const reward = rewardBy(scheme, found, { id, kind }, year, today);
        const paid = found.paid.find((one) => one.id === rewardPayable(id, year));
        return {
          orgId: id,
          name: row.name,
          kind,
          year,
          points: JSON.parse(row.points) as Record<string, string>,
          leverage: row.leverage,
          score: row.score,
          documentNo: row.document_no,
          on: row.on_day,
          volume: yuan(volumeOf(found.batches, id, year)),
          reward: reward?.ok ? shownDerived({ ...reward.value, ratio: reward.value.basis.ratio }) : null,
          obstacles: reward && !reward.ok ? reward.refusals.map(shownRefusal) : [],
          paid: paid ? yuan(fen(paid.amount)) : null,
        };
      });
    const metrics = rules.evaluation.metrics.map(({ id, says, cites }) => ({ id, says, article: cites.article }));
    return accept({ reply: { metrics, evaluations } });
  },
});
