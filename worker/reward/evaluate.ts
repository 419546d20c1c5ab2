/** An institution is judged for a year by its points and a paper; its score is worked out by the document's weights. */
import { api } from "../../shared/contract/api";
import { partsOf } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { scoreOf } from "../../shared/process/evaluation";
import { organisationQuery } from "../identity/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { evaluationsQuery, insertEvaluation } from "./store";

export const evaluate = verb(api.evaluate, {
  load: ({ db, schemeId, body }) => ({
    org: organisationQuery(db, body.orgId, schemeId),
    evaluated: evaluationsQuery(db, schemeId, body.orgId),
  }),
  decide: ({ db, schemeId, scheme, actor, body, today, now }, { org: [org], evaluated }) => {
    const rules = scheme.reward?.evaluation;
    if (!rules) return refuse("not_found");
    const { orgId, year, points, leverage, documentNo } = body;
    if (!org || !["bank", "guarantor", "insurer", "lender"].includes(org.kind)) return refuse("org_unknown", {}, rules.cites, "orgId");
    if (year >= partsOf(today).year) return refuse("field_invalid", { given: String(year) }, rules.cites, "year");
    if (evaluated.some((row) => row.year === year)) return refuse("already_exists", { year: String(year) }, rules.cites, "year");
    const score = scoreOf(rules, { institutionId: orgId, year, points, by: actor.orgKind, documentNo }, today);
    if (!score.ok) return score;
    const row = { org_id: orgId, year, points: JSON.stringify(points), leverage, score: score.value, document_no: documentNo, on_day: today };
    const by = { scheme_id: schemeId, by_kind: actor.orgKind, by_org: actor.orgId, made_by: actor.personId, recorded_at: now };
    return accept({
      statements: [
        insertEvaluation(db, { ...row, ...by }),
        insertNotice(db, { toOrg: orgId, code: "evaluated", figures: { year: String(year), score: score.value, documentNo } }, now),
      ],
      reply: { score: score.value },
      status: 201,
    });
  },
});
