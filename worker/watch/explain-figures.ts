/** An institution whose ratio asks for it says how it came to that and what it will do. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { explained } from "../../shared/process/watch";
import { desksQuery } from "../case/store";
import { newId } from "../clock";
import { insertNotices } from "../notice/store";
import { verb } from "../verb";
import { measured } from "./standing";
import { figuresQuery, insertExplanation } from "./store";

export const explainFigures = verb(api.explainFigures, {
  load: ({ db, schemeId, mine }) => ({ figures: figuresQuery(db, schemeId, mine.orgId), desks: desksQuery(db, schemeId) }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { figures, desks }) => {
    const last = figures.at(-1);
    if (!scheme.watch || !last) return refuse("not_found");
    const result = measured(scheme.watch, last, last.average ?? undefined, today);
    if (!result.ok) return result;
    const may = explained(result.value.marks, body);
    if (!may.ok) return may;
    const id = newId();
    const { text, plan, documentNo } = body;
    const row = { org_id: actor.orgId, period: last.period, text, plan, document_no: documentNo, on_day: today };
    const readers = desks.filter(({ kind }) => kind === "office" || kind === "manager" || kind === "government");
    return accept({
      statements: [
        insertExplanation(db, id, row, { schemeId, by: actor.personId, now }),
        ...insertNotices(
          db,
          readers.map((desk) => ({ toOrg: desk.id, code: "npl_explained", figures: { institution: actor.orgName, documentNo, batch: last.period } })),
          now,
        ),
      ],
      reply: { id },
      status: 201,
    });
  },
});
