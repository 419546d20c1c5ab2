/** The office registers an institution or another unit of the district, and everybody reads the list. */
import { api } from "../../shared/contract/api";
import { parseCreditCode } from "../../shared/enterprise/credit-code";
import { accept, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { figureDesksOf } from "../case/desk";
import { newId } from "../clock";
import { insertOrganisation, organisationByNameQuery, organisationsQuery } from "../identity/store";
import { reply, verb } from "../verb";
import { agreementsQuery } from "./store";

export const listOrganisations = verb(api.listOrganisations, {
  load: ({ db, schemeId, query }) => ({ organisations: organisationsQuery(db, schemeId, query.kind) }),
  // the desks alone see a list of firms: that one has come at all is nobody else's business, and everybody else needs the recommenders and partners only
  decide: ({ actor, scheme, query }, { organisations }) =>
    query.kind === "enterprise" && !figureDesksOf(scheme).includes(actor.orgKind) ? refuse("role_forbidden") : reply({ organisations }),
});

export const registerInstitution = verb(api.registerInstitution, {
  load: ({ db, body, schemeId }) => ({ same: organisationByNameQuery(db, body.kind, body.name, schemeId) }),
  decide: ({ db, body, schemeId, now }, { same }) => {
    if (body.kind === "enterprise") return refuse("field_invalid", { reason: "enterprise" }, undefined, "kind");
    const code = body.creditCode ? parseCreditCode(body.creditCode, "creditCode") : null;
    if (code && !code.ok) return code;
    if (same.length > 0) return refuse("already_exists", { name: body.name }, undefined, "name");
    const orgId = newId();
    return accept({
      statements: [
        insertOrganisation(db, {
          id: orgId,
          schemeId,
          kind: body.kind,
          name: body.name,
          creditCode: code?.value,
          region: body.region,
          marks: body.marks,
          at: now,
        }),
      ],
      reply: { orgId, kind: body.kind, name: body.name, status: "active" as const },
      status: 201,
    });
  },
});

/** The administration sees every agreement, an institution its own. */
const SEES_ALL: readonly OrgKind[] = ["office", "finance", "government", "auditor", "manager", "regulator"];

export const listAgreements = verb(api.listAgreements, {
  load: ({ db, schemeId, query }) => ({ agreements: agreementsQuery(db, schemeId, query.orgId) }),
  decide: ({ actor }, { agreements }) => {
    const seen = SEES_ALL.includes(actor.orgKind) ? agreements : agreements.filter((one) => one.orgId === actor.orgId);
    return reply({ agreements: seen.map(({ id, ...terms }) => ({ agreementId: id, ...terms })) });
  },
});
