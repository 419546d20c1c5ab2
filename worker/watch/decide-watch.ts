/** Whoever the document names pauses an institution, lets it go on, or ends it; never a number alone. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { mayEnd, mayPause, mayResume } from "../../shared/process/watch";
import { desksQuery } from "../case/store";
import { organisationQuery } from "../identity/store";
import { insertNotices } from "../notice/store";
import { verb } from "../verb";
import { measuredNow, watchQueries } from "./standing";
import { insertWatchDecision } from "./store";

const MAY = { pause: mayPause, resume: mayResume, end: mayEnd } as const;

export const decideWatch = verb(api.decideWatch, {
  load: (ctx) => ({
    ...watchQueries(ctx),
    org: organisationQuery(ctx.db, ctx.params.orgId, ctx.schemeId),
    desks: desksQuery(ctx.db, ctx.schemeId),
  }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, found) => {
    const [org] = found.org;
    const { watch } = scheme;
    if (!watch || !org || !["bank", "guarantor", "insurer", "lender"].includes(org.kind)) return refuse("not_found");
    const measured = measuredNow(watch, found, org.orgId, today);
    if (!measured.ok) return measured;
    const { ratio } = measured.value;
    const before = found.watchDecisions.filter((row) => row.org_id === org.orgId).at(-1);
    const { what, documentNo, reason } = body;
    if ((before?.what ?? "resume") === what || before?.what === "end") return refuse("already_exists", { what }, watch.cites);
    const may = MAY[what](watch, ratio, { by: actor.orgKind, documentNo }, today);
    if (!may.ok) return may;
    const row = { org_id: org.orgId, seq: (before?.seq ?? 0) + 1, what, ratio, document_no: documentNo, reason, on_day: today, by_org: actor.orgId };
    return accept({
      statements: [
        insertWatchDecision(db, row, { schemeId, by: actor.personId, now }),
        ...insertNotices(
          db,
          [org.orgId, ...found.desks.map(({ id }) => id)].map((toOrg) => ({
            toOrg,
            code: `watch_${what}`,
            figures: { institution: org.name, documentNo, ratio },
          })),
          now,
        ),
      ],
      reply: { what, on: today, ratio },
      status: 201,
    });
  },
});
