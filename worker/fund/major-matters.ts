/** Major matters (三（七）末段): told to the government at once, each with the number of its paper, overdue after the document's own time. */
import { stateCouncil } from "../../shared/calendar/working-day";
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { accept, type Figures, refuse } from "../../shared/outcome";
import { type MajorMatter, matterDue } from "../../shared/process/report-duty";
import { desksQuery } from "../case/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { type MatterRow, matterQuery, mattersQuery, tellMatter } from "./report-store";

export const matterOf = ({ id, on_day, reported_on }: MatterRow): MajorMatter => ({
  id,
  on: on_day as LocalDate,
  ...(reported_on === null ? {} : { reportedOn: reported_on as LocalDate }),
});

export const listMajor = verb(api.listMajor, {
  load: ({ db, schemeId }) => ({ found: mattersQuery(db, schemeId) }),
  decide: ({ scheme, today }, { found }) => {
    const { reports } = scheme;
    const matters = found.map((row) => {
      const due = matterDue(reports, matterOf(row), stateCouncil());
      return {
        id: row.id,
        what: row.what,
        on: row.on_day,
        figures: JSON.parse(row.figures) as Record<string, string>,
        reportedOn: row.reported_on,
        documentNo: row.document_no,
        overdue: due !== undefined && today > due,
        article: row.article,
      };
    });
    return accept({ reply: { matters } });
  },
});

export const acknowledgeMajor = verb(api.acknowledgeMajor, {
  load: ({ db, schemeId, params }) => ({ found: matterQuery(db, schemeId, params.matterId), desks: desksQuery(db, schemeId) }),
  decide: ({ db, params, body, actor, now, today }, { found, desks }) => {
    const [matter] = found;
    if (!matter) return refuse("not_found");
    if (matter.reported_on !== null) return refuse("already_exists", { on: matter.reported_on, documentNo: matter.document_no ?? "" });
    const figures: Figures = { documentNo: body.documentNo };
    return accept({
      statements: [
        ...tellMatter(db, { id: params.matterId, on: today, documentNo: body.documentNo, by: actor.personId }),
        ...desks.filter(({ kind }) => kind !== "office").map((desk) => insertNotice(db, { toOrg: desk.id, code: "major_reported", figures }, now)),
      ],
      reply: { id: params.matterId },
    });
  },
});
