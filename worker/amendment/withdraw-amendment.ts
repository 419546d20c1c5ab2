/** Whoever proposed a number takes the proposal back before a second person has decided. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { changedBy, changers } from "../../shared/process/change";
import { type Ctx, verb } from "../verb";
import { secondsQuery, toldSeconds } from "./notify";
import { shownProposal, statusOf } from "./shown";
import { insertWithdrawal, proposalQuery } from "./store";

export const withdrawAmendment = verb(api.withdrawAmendment, {
  load: ({ db, schemeId, params, document }) => ({
    proposal: proposalQuery(db, schemeId, params.amendmentId),
    seconds: secondsQuery(db, schemeId, changers(document)),
  }),
  decide: (ctx, { proposal, seconds }) => {
    const [row] = proposal;
    const { actor, db, schemeId, today, now, scheme } = ctx;
    if (!row) return refuse("not_found");
    const cites = scheme.parameters.find(({ key }) => key === row.key)?.cites;
    if (row.proposed_by !== actor.personId) return refuse("role_forbidden", { kind: actor.orgKind }, cites);
    if (statusOf(row) !== "waiting") return refuse("wrong_step", { status: statusOf(row) });
    // those of the number's own bodies alone: which number it is, is known by now
    const kinds = changedBy(scheme, row.key);
    const told = seconds.filter(({ kind }) => kinds.includes(kind));
    return accept({
      statements: [
        insertWithdrawal(db, { id: row.id, schemeId, by: actor.personId, on: today, at: now }),
        ...toldSeconds(ctx as unknown as Ctx, row, told, "amendment_withdrawn"),
      ],
      reply: shownProposal({ ...row, withdrawn_on: today }, ctx),
    });
  },
});
