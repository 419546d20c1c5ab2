/** Somebody who sets a number proposes another value of it from a day on; nothing changes until a second person agrees. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { changedBy } from "../../shared/process/change";
import { newId } from "../clock";
import { decisionOf, decisionsQuery } from "../conference/store";
import { type Ctx, verb } from "../verb";
import { mayChange, valueGiven } from "./asked";
import { secondsQuery, toldSeconds } from "./notify";
import { shownProposal } from "./shown";
import { insertAmendment } from "./store";

export const proposeAmendment = verb(api.proposeAmendment, {
  load: ({ db, schemeId, document, body }) => ({
    decisions: decisionsQuery(db, schemeId),
    seconds: secondsQuery(db, schemeId, changedBy(document, body.key)),
  }),
  decide: (ctx, { decisions, seconds }) => {
    const { body, actor, db, schemeId, today, now } = ctx;
    const value = valueGiven(ctx.scheme, body.key, body.value);
    if (!value.ok) return value;
    const { key, from, reason, documentNo = "" } = body;
    const may = mayChange(ctx, { key, value: value.value, from, documentNo }, decisions.map(decisionOf));
    if (!may.ok) return may;
    const id = newId();
    const row = { id, schemeId, key, value: value.value, from, documentNo, reason, by: actor.personId, org: actor.orgId, on: today, at: now };
    const shown = {
      id,
      key,
      value: JSON.stringify(value.value),
      from_day: from,
      document_no: documentNo,
      reason,
      proposed_by: actor.personId,
      proposed_org: actor.orgId,
      proposed_on: today,
      proposer: actor.personName,
      proposer_org: actor.orgName,
      approved: null,
      withdrawn_on: null,
      decided_on: null,
      decider: null,
      decision_reason: null,
    };
    return accept({
      statements: [insertAmendment(db, row), ...toldSeconds(ctx as unknown as Ctx, shown, seconds, "amendment_proposed")],
      reply: shownProposal(shown, ctx),
      status: 201,
    });
  },
});
