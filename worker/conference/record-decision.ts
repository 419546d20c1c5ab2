/** The convenor enters what the conference decided, with those who were there. */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { decide } from "../../shared/process/conference";
import { newId } from "../clock";
import { organisationsQuery } from "../identity/store";
import { verb } from "../verb";
import { decisionsQuery, insertDecision } from "./store";

export const recordDecision = verb(api.recordDecision, {
  load: ({ db, schemeId }) => ({ organisations: organisationsQuery(db, schemeId, undefined), decisions: decisionsQuery(db, schemeId) }),
  decide: ({ db, schemeId, scheme, body, actor, today, now }, { organisations, decisions }) => {
    const { conference } = scheme;
    if (!conference) return refuse("not_found");
    const decidedOn = parseDate(body.decidedOn, "decidedOn");
    if (!decidedOn.ok) return decidedOn;
    const from = parseDate(body.from, "from");
    if (!from.ok) return from;
    const present = body.roster.map((id) => organisations.find((org) => org.orgId === id && org.status === "active"));
    const stranger = present.indexOf(undefined);
    if (stranger >= 0) return refuse("conference_roster", { given: body.roster[stranger] ?? "" }, conference.cites, "roster");
    const roster = present.flatMap((org) => (org ? [{ id: org.orgId, kind: org.kind, name: org.name }] : []));
    const { topic, documentNo, subject, says } = body;
    const act = {
      actor: { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } },
      on: today,
    };
    const decided = decide(conference, roster, { topic, documentNo, subject, says, decidedOn: decidedOn.value, from: from.value }, act);
    if (!decided.ok) return decided;
    const twice = decisions.some((one) => one.topic === topic && one.document_no === documentNo && one.subject === subject);
    if (twice) return refuse("decision_twice", { documentNo }, conference.topics.find(({ id }) => id === topic)?.cites, "documentNo");
    const id = newId();
    return accept({
      statements: [insertDecision(db, { ...decided.value, id, schemeId, roster, personId: actor.personId, orgId: actor.orgId, now })],
      reply: { decisionId: id, documentNo },
      status: 201,
    });
  },
});
