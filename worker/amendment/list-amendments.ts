/** What is in force by approved amendments, for whoever is signed in, so that a phone previews by the same numbers; proposals for those who set them. */
import { api } from "../../shared/contract/api";
import { changers } from "../../shared/process/change";
import { reply, verb } from "../verb";
import { agreedQuery } from "./in-force";
import { shownProposal } from "./shown";
import { proposalsQuery } from "./store";

const PROPOSALS_MOST = 100;

export const listAmendments = verb(api.listAmendments, {
  load: ({ db, schemeId }) => ({ inForce: agreedQuery(db, schemeId), proposals: proposalsQuery(db, schemeId, PROPOSALS_MOST) }),
  decide: (ctx, { inForce, proposals }) => {
    const kind = ctx.maybeActor?.orgKind;
    const sets = kind !== undefined && changers(ctx.scheme).includes(kind);
    return reply({
      inForce: inForce.map(({ id, key, value, from_day, document_no, ...agreed }) => ({
        id,
        key,
        value: JSON.parse(value) as unknown,
        from: from_day,
        documentNo: document_no,
        proposer: agreed.proposer,
        proposedOn: agreed.proposed_on,
        agreedBy: agreed.agreed_by,
        agreedOn: agreed.decided_on,
      })),
      proposals: sets ? proposals.map((row) => shownProposal(row, ctx)) : [],
    });
  },
});
