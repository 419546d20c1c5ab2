/** An owner registers the enterprise they act for. */
import { api } from "../../shared/contract/api";
import { normalizeCreditCode, parseCreditCode } from "../../shared/enterprise/credit-code";
import { accept, refuse } from "../../shared/outcome";
import { newId } from "../clock";
import { verb } from "../verb";
import { insertMembership, insertOrganisation, namePerson, organisationByCodeQuery, organisationByNameQuery } from "./store";

const TITLE = "负责人";

export const registerEnterprise = verb(api.registerEnterprise, {
  load: ({ db, body, schemeId }) => ({
    sameCode: organisationByCodeQuery(db, normalizeCreditCode(body.creditCode), schemeId),
    sameName: organisationByNameQuery(db, "enterprise", body.name, schemeId),
  }),
  decide: ({ db, body, schemeId, person, now }, { sameCode, sameName }) => {
    const code = parseCreditCode(body.creditCode, "creditCode");
    if (!code.ok) return code;
    if (sameCode.length > 0) return refuse("already_exists", { creditCode: code.value }, undefined, "creditCode");
    if (sameName.length > 0) return refuse("already_exists", { name: body.name }, undefined, "name");
    const orgId = newId();
    const membershipId = newId();
    return accept({
      statements: [
        insertOrganisation(db, { id: orgId, schemeId, kind: "enterprise", name: body.name, creditCode: code.value, at: now }),
        insertMembership(db, { id: membershipId, personId: person.personId, orgId, title: TITLE, at: now }),
        ...(body.ownerName ? [namePerson(db, person.personId, body.ownerName)] : []),
      ],
      reply: { membershipId, orgId, orgKind: "enterprise" as const, orgName: body.name, title: TITLE, schemeId },
      status: 201,
    });
  },
});
