/** The enterprise's desk: its draft, tasks, papers and the preview. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import type { Draft } from "../../shared/process/draft";
import { stepOf } from "../../shared/process/procedure";
import { type CaseRows, caseNow, caseQueries } from "../case/case-verb";
import { shownStatement } from "../case/view-parts";
import { organisationsQuery } from "../identity/store";
import { claimSide } from "../statement/access";
import type { ReadFigures } from "../statement/read-figures";
import { statementsQuery } from "../statement/store";
import { type LoadCtx, verb } from "../verb";
import { shownDraft } from "./draft";
import { deskOf } from "./read";

export const getApplication = verb(api.getApplication, {
  load: (ctx) => ({
    ...caseQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
    statements: statementsQuery(ctx.db, ctx.params.caseId),
    organisations: organisationsQuery(ctx.db, ctx.schemeId, undefined),
  }),
  decide: (ctx, found) => {
    const now = caseNow(ctx, found as unknown as CaseRows);
    if (!now.ok) return now;
    const { file, scheme, state } = now.value;
    if (file.enterprise_org !== ctx.actor.orgId) return refuse("not_found");
    const desk = deskOf(now.value, JSON.parse(file.draft) as Draft);
    if (!desk.ok) return desk;
    const kinds = stepOf(scheme.admission, "recommend")?.by ?? [];
    const { draft, fiscalYears, young, tasks, decision } = desk.value;
    const inside = claimSide(scheme);
    const own = found.statements.filter(({ kind }) => !inside.includes(kind));
    return accept({
      reply: {
        caseId: file.id,
        no: file.no,
        status: state.status,
        scheme: { id: scheme.id, name: scheme.name, ruleSet: scheme.ruleSet },
        enterprise: { orgId: file.enterprise_org, name: file.enterprise_name, creditCode: file.credit_code },
        draft: shownDraft(draft) as never,
        revision: file.draft_revision,
        savedAt: file.draft_saved_at,
        fiscalYears: [...fiscalYears],
        young,
        tasks: tasks.map((task) => ({ ...task, after: [...task.after] })),
        statements: own.map((row) => ({ ...shownStatement(row), ...(row.figures ? (JSON.parse(row.figures) as ReadFigures) : {}) })),
        decision: decision as never,
        ...(state.returnReason ? { returnReason: state.returnReason } : {}),
        recommenders: found.organisations
          .filter((org) => kinds.includes(org.kind) && org.status === "active")
          .map((org) => ({ id: org.orgId, kind: org.kind, name: org.name })),
        focusFields: [...scheme.focus.fields],
        focusProfiles: [...scheme.focus.profiles],
      },
    });
  },
});
