/** Somebody who sets a number proposes another value of it from a day on; nothing changes until a second person agrees. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { newId } from "../clock";
import { decisionOf, decisionsQuery } from "../conference/store";
import { verb } from "../verb";
import { mayChange, valueGiven } from "./asked";
import { shownProposal } from "./shown";
import { insertAmendment } from "./store";

export const proposeAmendment = verb(api.proposeAmendment, {
  load: ({ db, schemeId }) => ({ decisions: decisionsQuery(db, schemeId) }),
  decide: (ctx, { decisions }) => {
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
      proposed_on: today,
      proposer: actor.personName,
      proposer_org: actor.orgName,
      approved: null,
      decided_on: null,
      decider: null,
      decision_reason: null,
    };
    return accept({ statements: [insertAmendment(db, row)], reply: shownProposal(shown, ctx), status: 201 });
  },
});
