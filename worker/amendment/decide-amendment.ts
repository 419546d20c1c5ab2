/** A second person agrees to a proposal, and it is in force from its day on; or declines it with a reason. The rules are asked anew by what stands now. */
import { api } from "../../shared/contract/api";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { changedBy } from "../../shared/process/change";
import { decisionOf, decisionsQuery } from "../conference/store";
import { type Ctx, verb } from "../verb";
import { mayChange } from "./asked";
import { inForceQuery } from "./in-force";
import { toldOfDecision } from "./notify";
import { shownProposal, statusOf } from "./shown";
import { insertDecision, nothingApprovedSince, type ProposalRow, proposalQuery } from "./store";

/** Refuses `not_found`, `wrong_step` for one that was decided, `same_person`, `role_forbidden` for who does not set this number. */
function waiting(ctx: Pick<Ctx, "actor" | "scheme">, row: ProposalRow | undefined): Outcome<ProposalRow> {
  if (!row) return refuse("not_found");
  if (statusOf(row) !== "waiting") return refuse("wrong_step", { status: statusOf(row) });
  const cites = ctx.scheme.parameters.find(({ key }) => key === row.key)?.cites;
  if (!changedBy(ctx.scheme, row.key).includes(ctx.actor.orgKind)) return refuse("role_forbidden", { kind: ctx.actor.orgKind }, cites);
  return row.proposed_by === ctx.actor.personId ? refuse("same_person", {}, cites) : accept(row);
}

const decidedBy = ({ actor, schemeId, today, now }: Ctx, id: string, approved: boolean, reason: string) => ({
  id,
  schemeId,
  approved,
  reason,
  by: actor.personId,
  on: today,
  at: now,
});

const shown = (row: ProposalRow, ctx: Ctx, approved: boolean, reason: string) =>
  shownProposal({ ...row, approved: approved ? 1 : 0, decided_on: ctx.today, decider: ctx.actor.personName, decision_reason: reason }, ctx);

export const approveAmendment = verb(api.approveAmendment, {
  load: ({ db, schemeId, params }) => ({
    proposal: proposalQuery(db, schemeId, params.amendmentId),
    inForce: inForceQuery(db, schemeId),
    decisions: decisionsQuery(db, schemeId),
  }),
  decide: (ctx, { proposal, inForce, decisions }) => {
    const found = waiting(ctx, proposal[0]);
    if (!found.ok) return found;
    const { id, key, value, from_day: from, document_no: documentNo } = found.value;
    const may = mayChange(ctx, { key, value: JSON.parse(value) as unknown, from, documentNo }, decisions.map(decisionOf));
    if (!may.ok) return may;
    const { db, schemeId } = ctx;
    return accept({
      statements: [
        nothingApprovedSince(db, schemeId, inForce.length),
        insertDecision(db, decidedBy(ctx as unknown as Ctx, id, true, "")),
        toldOfDecision(ctx as unknown as Ctx, found.value, { code: "amendment_approved" }),
      ],
      reply: shown(found.value, ctx as unknown as Ctx, true, ""),
    });
  },
});

export const declineAmendment = verb(api.declineAmendment, {
  load: ({ db, schemeId, params }) => ({ proposal: proposalQuery(db, schemeId, params.amendmentId) }),
  decide: (ctx, { proposal }) => {
    const found = waiting(ctx, proposal[0]);
    if (!found.ok) return found;
    const { reason } = ctx.body;
    return accept({
      statements: [
        insertDecision(ctx.db, decidedBy(ctx as unknown as Ctx, found.value.id, false, reason)),
        toldOfDecision(ctx as unknown as Ctx, found.value, { code: "amendment_declined", reason }),
      ],
      reply: shown(found.value, ctx as unknown as Ctx, false, reason),
    });
  },
});
