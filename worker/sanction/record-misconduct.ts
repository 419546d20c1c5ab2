/** The office notes a department's misconduct for those who appraise it; nothing is scored here (四（一）). */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { recordMisconduct as decide } from "../../shared/process/sanction";
import { desksQuery } from "../case/store";
import { shownRefusal } from "../case/view-parts";
import { organisationQuery } from "../identity/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { caseThereQuery, insertMisconduct } from "./department-store";

export const recordMisconduct = verb(api.recordMisconduct, {
  load: ({ db, schemeId, body }) => ({
    unit: organisationQuery(db, body.orgId, schemeId),
    about: caseThereQuery(db, schemeId, body.caseId ?? ""),
    desks: desksQuery(db, schemeId),
  }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { unit: [unit], about, desks }) => {
    if (!unit) return refuse("not_found", {}, undefined, "orgId");
    if (body.caseId !== undefined && about.length === 0) return refuse("not_found", {}, undefined, "caseId");
    const { type, detail } = body;
    const flag = decide(scheme.sanctions.departments, { type, detail, unit: { id: unit.orgId, kind: unit.kind, name: unit.name } });
    if (!flag.ok) return flag;
    const { code, figures } = flag.value;
    const readers = [unit.orgId, ...desks.filter(({ kind }) => kind === "government").map(({ id }) => id)];
    return accept({
      statements: [
        insertMisconduct(db, { schemeId, orgId: unit.orgId, type, detail, caseId: body.caseId ?? null, on: today, by: actor.personId, now }),
        ...readers.map((toOrg) => insertNotice(db, { toOrg, caseId: null, code, figures }, now)),
      ],
      reply: { flag: shownRefusal(flag.value) },
    });
  },
});
