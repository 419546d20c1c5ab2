/** What was found about who answers for a loss, and what the viewer may still find. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { caseNow, historyQueries } from "../case/case-verb";
import { type LoadCtx, verb } from "../verb";
import { answeredOf, foundIn, liabilityQuery } from "./store";

export const getLiability = verb(api.getLiability, {
  load: (ctx) => ({
    ...historyQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
    liability: liabilityQuery(ctx.db, ctx.params.caseId),
  }),
  decide: (ctx, found) => {
    const now = caseNow(ctx, found);
    if (!now.ok) return now;
    const rules = ctx.scheme.sanctions.exemption;
    if (!rules) return refuse("not_found");
    const exempted = found.liability.find(({ what }) => what === "exempt");
    const answered = answeredOf(found.liability);
    const may = rules.by.includes(ctx.actor.orgKind) && now.value.loanFile !== undefined && !exempted;
    return accept({
      reply: {
        grounds: [...rules.grounds],
        types: [...rules.misconduct.types],
        exempted: exempted
          ? {
              documentNo: exempted.document_no,
              on: exempted.on_day,
              by: exempted.by_name,
              reason: exempted.reason,
              grounds: [...foundIn(exempted)],
              article: rules.cites.article,
            }
          : null,
        findings: found.liability
          .filter(({ what }) => what === "answers")
          .map((row) => ({
            documentNo: row.document_no,
            on: row.on_day,
            by: row.by_name,
            reason: row.reason,
            type: foundIn(row)[0] ?? "",
            article: rules.misconduct.cites.article,
          })),
        article: rules.cites.article,
        actions: may ? [...(answered ? [] : (["exemptCase"] as const)), "findLiable"] : [],
      },
    });
  },
});
