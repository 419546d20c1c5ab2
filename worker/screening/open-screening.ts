/** Whoever checks opens the check of a recommended case, and asks partners to join where the document has it so. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { openCheckWith } from "../../shared/process/check";
import { caseVerb } from "../case/case-verb";
import { addParty } from "../case/store";
import { organisationsQuery } from "../identity/store";

export const openScreening = caseVerb(api.openScreening, {
  newBusiness: "check",
  load: ({ db, schemeId }) => ({ organisations: organisationsQuery(db, schemeId, undefined) }),
  decide: ({ body }, now, { organisations }) => {
    const asked = [...new Set(body.consult)].map((id) => organisations.find((org) => org.orgId === id && org.status === "active"));
    const stranger = asked.indexOf(undefined);
    if (stranger >= 0) return refuse("partner_type_mismatch", { given: body.consult[stranger] ?? "" }, undefined, "consult");
    const consulted = asked.flatMap((org) => (org ? [{ id: org.orgId, kind: org.kind, name: org.name }] : []));
    return openCheckWith(now.scheme, now.state, consulted, now.act);
  },
  effects: ({ db }, { file, act }, [event]) => ({
    statements:
      event?.type === "check_opened"
        ? [addParty(db, file.id, act.actor.org.id, "reviewer"), ...event.consulted.map((org) => addParty(db, file.id, org.id, "consulted"))]
        : [],
  }),
});
