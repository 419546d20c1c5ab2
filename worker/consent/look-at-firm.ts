/** An institution looks at a firm's data: only with its consent in force, with a purpose, and never without a trace. */
import { api } from "../../shared/contract/api";
import { normalizeCreditCode } from "../../shared/enterprise/credit-code";
import type { LocalDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import type { Draft } from "../../shared/process/draft";
import { mayLook } from "../../shared/process/publish";
import { newId } from "../clock";
import { verb } from "../verb";
import { consentsOfQuery, insertLook, toldByFirmQuery } from "./store";

/** Of an application, what tells of the firm; nothing of its people or of other firms. */
const TOLD = [
  "registeredDistrict",
  "registeredAddress",
  "registration",
  "establishedOn",
  "industry",
  "activity",
  "projectDescription",
  "focusField",
] as const;

export const lookAtFirm = verb(api.lookAtFirm, {
  load: ({ db, schemeId, body, mine }) => {
    const code = normalizeCreditCode(body.creditCode);
    return { consents: consentsOfQuery(db, schemeId, code, mine.orgId), firm: toldByFirmQuery(db, schemeId, code) };
  },
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { consents, firm: [firm] }) => {
    if (!scheme.disclosure) return refuse("not_found");
    // a firm that nobody knows and one that has not consented answer alike
    const enterpriseId = firm?.id ?? "";
    const given = consents
      .filter(({ withdrawn_on }) => withdrawn_on === null)
      .map((row) => ({
        enterpriseId: row.enterprise_org,
        institutionId: row.institution_org,
        from: row.from_day as LocalDate,
        until: row.until_day as LocalDate,
      }));
    const access = { enterpriseId, to: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName }, purpose: body.purpose, on: today };
    const may = mayLook(scheme.disclosure, access, given);
    if (!may.ok) return may;
    if (!firm) return refuse("not_found");
    const draft = JSON.parse(firm.draft ?? "{}") as Draft;
    const look = { enterprise_org: firm.id, institution_org: actor.orgId, purpose: body.purpose.trim(), on_day: today };
    return accept({
      statements: [insertLook(db, look, { id: newId(), schemeId, by: actor.personId, now })],
      reply: {
        name: firm.name,
        creditCode: firm.credit_code,
        told: Object.fromEntries(TOLD.flatMap((field) => (draft[field] ? [[field, draft[field] as string]] : []))),
        years: (draft.years ?? []).map((year) => ({
          fiscalYear: String(year.fiscalYear ?? ""),
          headcount: year.headcount ?? "",
          revenue: year.revenue ?? "",
          assets: year.assets ?? "",
        })),
      },
    });
  },
});
