/** How many enterprises each unit recommended in a quarter against the document's target; it warns and never blocks. */
import { quarterOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { againstTarget } from "../../shared/process/target";
import { valueOn } from "../../shared/rule/parameter";
import { verb } from "../verb";
import { scoresQuery } from "./store";

export const recommendationScores = verb(api.recommendationScores, {
  load: ({ db, schemeId, query, today }) => ({ scores: scoresQuery(db, schemeId, query.quarter ?? quarterOf(today).name) }),
  decide: ({ query, today, schemeId, scheme, actor }, { scores }) => {
    const quarter = query.quarter ?? quarterOf(today).name;
    if (!/^\d{4}Q[1-4]$/.test(quarter)) return refuse("field_invalid", { given: quarter }, undefined, "quarter");
    const { perQuarter } = scheme.recommendation;
    if (!perQuarter) return refuse("not_found", { given: schemeId });
    const target = valueOn(perQuarter.atLeast, today);
    if (!target.ok) return target;
    const own = actor.orgKind === "department" || actor.orgKind === "township";
    const rows = scores
      .filter((score) => !own || score.orgId === actor.orgId)
      .map((score) => {
        const against = againstTarget(perQuarter, score.kind, score.recommended, today);
        return { ...score, scored: perQuarter.scored.includes(score.kind), shortfall: against.ok ? against.value.shortfall : 0 };
      });
    return accept({ reply: { quarter, target: target.value, article: perQuarter.cites.article, scores: rows } });
  },
});
