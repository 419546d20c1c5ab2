/** Premium subsidies: of the district, on one's own policies, or of one's own firm. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { readCursor } from "../case/list-cases";
import { verb } from "../verb";
import { PAGE, whoseOf } from "./paging";
import { subsidiesQuery } from "./store";
import { subsidyView } from "./view";

export const listSubsidies = verb(api.listSubsidies, {
  load: ({ db, schemeId, query, mine }) => {
    const filter = { schemeId, caseId: query.caseId, status: query.status, after: readCursor(query.cursor), limit: PAGE };
    return {
      district: subsidiesQuery(db, filter, mine, "district"),
      insurer: subsidiesQuery(db, filter, mine, "insurer"),
      firm: subsidiesQuery(db, filter, mine, "firm"),
    };
  },
  decide: ({ query, scheme, actor, today }, found) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const rows = found[whoseOf(actor.orgKind)];
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return accept({
      reply: {
        subsidies: page.map((row) => subsidyView(scheme, actor, row, today)),
        next: last ? `${last.moved_at}.${last.id}` : null,
      },
    });
  },
});
