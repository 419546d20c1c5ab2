/** The office registers staff by phone number beforehand, and puts them out at once. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { newId } from "../clock";
import { importedFirmQuery } from "../fund/opening-store";
import { reply, verb } from "../verb";
import {
  disableMembership,
  insertMembership,
  insertPerson,
  membershipAtQuery,
  organisationQuery,
  personByPhoneQuery,
  reinstateMembership,
  reinstatePerson,
  staffMemberQuery,
  staffQuery,
} from "./store";

export const listStaff = verb(api.listStaff, {
  load: ({ db, schemeId, query }) => ({ staff: staffQuery(db, schemeId, query.orgId) }),
  decide: (_, { staff }) => reply({ staff }),
});

export const registerStaff = verb(api.registerStaff, {
  load: ({ db, body, schemeId }) => ({
    org: organisationQuery(db, body.orgId, schemeId),
    person: personByPhoneQuery(db, body.phone),
    membership: membershipAtQuery(db, body.phone, body.orgId),
    imported: importedFirmQuery(db, body.orgId),
  }),
  decide: ({ db, body, schemeId, now }, found) => {
    const org = found.org[0];
    // a firm registers itself; one that came with an import has nobody yet who could
    if (!org || (org.kind === "enterprise" && found.imported.length === 0)) return refuse("not_found", {}, undefined, "orgId");
    const before = found.membership[0];
    if (before?.status === "active") return refuse("phone_taken", {}, undefined, "phone");
    const known = found.person[0];
    const personId = known?.personId ?? newId();
    const membershipId = before?.membershipId ?? newId();
    return accept({
      statements: [
        known ? reinstatePerson(db, personId, body.name) : insertPerson(db, { id: personId, name: body.name, phone: body.phone, at: now }),
        before
          ? reinstateMembership(db, membershipId, body.title)
          : insertMembership(db, { id: membershipId, personId, orgId: org.orgId, title: body.title, at: now }),
      ],
      reply: { membershipId, personId, name: body.name, orgId: org.orgId, orgKind: org.kind, orgName: org.name, title: body.title, schemeId },
      status: 201,
    });
  },
});

export const disableStaff = verb(api.disableStaff, {
  load: ({ db, schemeId, params }) => ({ staff: staffMemberQuery(db, schemeId, params.membershipId) }),
  decide: ({ db, actor }, { staff }) => {
    const member = staff[0];
    if (!member) return refuse("not_found");
    if (member.personId === actor.personId) return refuse("access_denied", { reason: "self" });
    return accept({ statements: disableMembership(db, member.membershipId, member.personId), reply: { disabled: true as const } });
  },
});
