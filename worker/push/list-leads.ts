/** An institution's inbox of what was pushed to it. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { numbersOf } from "../../shared/process/claim-amount";
import { stepOf } from "../../shared/process/procedure";
import { coveredBy } from "../case/view-parts";
import { agreementsInForceQuery } from "../institution/store";
import { promisedBelow } from "../loan/standing";
import { verb } from "../verb";
import { inboxCasesQuery, inboxCountsQuery, inboxQuery } from "./store";

const PAGE = 20;

function readCursor(cursor: string | undefined): { at: number; id: string } | undefined {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { at: Number.parseInt(match[1] ?? "", 10), id: match[2] ?? "" } : undefined;
}

export const listLeads = verb(api.listLeads, {
  load: ({ db, mine, query, schemeId, today }) => {
    const filter = { status: query.status, after: readCursor(query.cursor), limit: PAGE };
    return {
      leads: inboxQuery(db, mine.orgId, filter),
      cases: inboxCasesQuery(db, mine.orgId, filter),
      counts: inboxCountsQuery(db, mine.orgId),
      agreements: agreementsInForceQuery(db, schemeId, today),
    };
  },
  decide: ({ query, scheme, actor, today }, { leads, cases, counts, agreements }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const choices = stepOf(scheme.admission, "ballot")?.choices ?? [];
    const own = agreements.find((one) => one.orgId === actor.orgId)?.maxRatio;
    const page = leads.slice(0, PAGE);
    const last = leads.length > PAGE ? page.at(-1) : undefined;
    return accept({
      reply: {
        leads: page.flatMap((lead) => {
          const about = cases.find((one) => one.id === lead.case_id);
          if (!about) return [];
          const need = fen(about.need ?? 0);
          const lowered = about.ratio === null ? undefined : promisedBelow(about.ratio, own);
          return [
            {
              id: lead.id,
              round: lead.round,
              pushedOn: lead.pushed_on,
              org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName },
              status: lead.status,
              caseId: about.id,
              caseNo: about.no,
              enterprise: about.enterprise_name,
              need: yuan(need),
              tier: about.tier ?? "",
              tierSays: choices.find((choice) => choice.id === about.tier)?.says ?? "",
              ratio: lowered ?? about.ratio ?? "",
              covered: coveredBy(scheme, about.tier, need, numbersOf(scheme, (about.rated_on as LocalDate | null) ?? undefined, today), lowered),
            },
          ];
        }),
        next: last ? `${last.pushed_at}.${last.id}` : null,
        counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
      },
    });
  },
});
