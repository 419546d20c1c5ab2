/** Institutions with their ratios, marks, papers and decisions: the administration reads all, an institution its own. */
import { periodOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { accept, type Outcome } from "../../shared/outcome";
import type { Scheme } from "../../shared/schemes/scheme";
import { figureDesksOf } from "../case/desk";
import type { Rows } from "../database";
import { organisationsQuery } from "../identity/store";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { shownFigure } from "./shown";
import { measuredNow, watchQueries, watchStanding } from "./standing";
import { explanationsQuery } from "./store";

type Route = typeof api.listWatch;
type Watched = Reply<Route>["institutions"][number];

const queries = (ctx: LoadCtx<Route>) => ({
  ...watchQueries(ctx),
  explanations: explanationsQuery(ctx.db, ctx.schemeId),
  organisations: organisationsQuery(ctx.db, ctx.schemeId, undefined),
});
type Found = Rows<ReturnType<typeof queries>>;

/** Today's figure by the records, where they hold all that is measured. */
function nowOf(scheme: Scheme, found: Found, orgId: string, today: Ctx["today"]): Outcome<Watched["now"]> {
  const { watch } = scheme;
  if (watch?.figures.from !== "records") return accept(null);
  const now = measuredNow(watch, found, orgId, today);
  if (!now.ok) return now;
  const book = found.nplBooks.find((row) => row.org_id === orgId) ?? { bad_balance: 0, all_balance: 0, bad_count: 0, all_count: 0 };
  return accept(
    shownFigure(watch, {
      ...book,
      org_id: orgId,
      seq: 0,
      period: periodOf("month", today).name,
      ratio: now.value.ratio,
      average: null,
      source: "",
      marks: JSON.stringify(now.value.marks.map(({ mark }) => mark.id)),
      reason: "",
      on_day: today,
    }),
  );
}

export const listWatch = verb(api.listWatch, {
  load: queries,
  decide: ({ scheme, today, actor }, found) => {
    const { watch } = scheme;
    if (!watch) return accept({ reply: { institutions: [] } });
    const all = figureDesksOf(scheme).includes(actor.orgKind);
    const institutions: Watched[] = [];
    for (const org of found.organisations) {
      if (!["bank", "guarantor", "insurer", "lender"].includes(org.kind) || (!all && org.orgId !== actor.orgId)) continue;
      const mine = <T extends { org_id: string }>(rows: readonly T[]) => rows.filter((row) => row.org_id === org.orgId);
      const standing = watchStanding(scheme, found, org.orgId, today);
      const now = nowOf(scheme, found, org.orgId, today);
      if (!standing.ok) return standing;
      if (!now.ok) return now;
      institutions.push({
        orgId: org.orgId,
        name: org.name,
        kind: org.kind,
        now: now.value,
        figures: mine(found.nplFigures)
          .map((row) => shownFigure(watch, row))
          .reverse(),
        explanations: mine(found.explanations).map(({ period, text, plan, document_no, on_day }) => ({
          period,
          text,
          plan,
          documentNo: document_no,
          on: on_day,
        })),
        decisions: mine(found.watchDecisions)
          .map(({ what, ratio, document_no, reason, on_day, by_name }) => ({ what, ratio, documentNo: document_no, reason, on: on_day, by: by_name }))
          .reverse(),
        paused: standing.value.pausedBy !== undefined,
        blockedFrom: standing.value.blockedFrom ?? null,
      });
    }
    return accept({ reply: { institutions } });
  },
});
