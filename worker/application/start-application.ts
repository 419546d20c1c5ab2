/** An enterprise opens its case; one that is open already is answered again, for a firm has one open case at a time. */
import { api } from "../../shared/contract/api";
import { partsOf } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { openForBusiness } from "../../shared/process/act";
import { firmQuery, nextSerialQuery, openCaseFile, openCaseOfQuery } from "../case/store";
import { newId } from "../clock";
import { verb } from "../verb";

export const startApplication = verb(api.startApplication, {
  load: ({ db, schemeId, mine, today }) => ({
    firm: firmQuery(db, mine.orgId),
    open: openCaseOfQuery(db, schemeId, mine.orgId),
    serial: nextSerialQuery(db, schemeId, partsOf(today).year),
  }),
  decide: ({ db, schemeId, scheme, today, now }, { firm, open, serial }) => {
    const [enterprise, already] = [firm[0], open[0]];
    if (already) return accept({ reply: { caseId: already.id, no: already.no } });
    if (!enterprise?.creditCode) return refuse("not_registered");
    const business = openForBusiness(scheme, today);
    if (!business.ok) return business;
    const { year } = partsOf(today);
    const next = serial[0]?.serial ?? 1;
    const row = {
      id: newId(),
      schemeId,
      year,
      serial: next,
      no: `${scheme.code}-${year}-${String(next).padStart(6, "0")}`,
      orgId: enterprise.id,
      name: enterprise.name,
      creditCode: enterprise.creditCode,
      on: today,
      now,
    };
    return accept({ statements: openCaseFile(db, row), reply: { caseId: row.id, no: row.no }, status: 201 });
  },
});
