/** One case, for one viewer. */
import { api } from "../../shared/contract/api";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { accept } from "../../shared/outcome";
import { stepOf } from "../../shared/process/procedure";
import { takenQuery } from "../approval/store";
import { statementsQuery } from "../statement/store";
import { type LoadCtx, verb } from "../verb";
import { type CaseRows, caseNow, caseQueries } from "./case-verb";
import { desksOf } from "./desk";
import { fileViewQueries } from "./file-view";
import { waitsQuery } from "./store";
import { viewCase } from "./view";

export const getCase = verb(api.getCase, {
  load: (ctx) => ({
    ...caseQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
    ...fileViewQueries(ctx, ctx.params.caseId),
    waits: waitsQuery(ctx.db, ctx.params.caseId),
    statements: statementsQuery(ctx.db, ctx.params.caseId),
    taken: takenQuery(ctx.db, ctx.schemeId, stepOf(ctx.document.admission, "approve")?.slot?.id ?? "", partsOf(ctx.today).year),
  }),
  decide: ({ actor, ...ctx }, found) => {
    const now = caseNow({ ...ctx, actor }, found as unknown as CaseRows);
    if (!now.ok) return now;
    const viewer = {
      orgId: actor.orgId,
      orgKind: actor.orgKind,
      parts: now.value.file.parts.split(",").filter(Boolean),
      desk: desksOf(ctx.scheme).includes(actor.orgKind),
    };
    return accept({
      reply: viewCase(
        now.value,
        viewer,
        actor.personId,
        found.statements,
        now.value.events,
        found.taken.map(({ on }) => on as LocalDate),
        found,
      ),
    });
  },
});
