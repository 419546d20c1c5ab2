/** A proposal as those see it who set the document's numbers. */
import type { Proposal } from "../../shared/contract/amendment";
import { changedBy } from "../../shared/process/change";
import type { Ctx } from "../verb";
import type { ProposalRow } from "./store";

export const statusOf = ({ approved, withdrawn_on }: Pick<ProposalRow, "approved" | "withdrawn_on">): Proposal["status"] =>
  withdrawn_on !== null ? "withdrawn" : approved === null ? "waiting" : approved === 1 ? "approved" : "declined";

export function shownProposal(row: ProposalRow, { actor, scheme }: Pick<Ctx, "actor" | "scheme">): Proposal {
  return {
    id: row.id,
    key: row.key,
    value: JSON.parse(row.value) as unknown,
    from: row.from_day,
    documentNo: row.document_no,
    reason: row.reason,
    proposedOn: row.proposed_on,
    proposer: row.proposer,
    proposerOrg: row.proposer_org,
    own: row.proposed_by === actor.personId,
    mine: changedBy(scheme, row.key).includes(actor.orgKind),
    status: statusOf(row),
    decided:
      row.withdrawn_on !== null
        ? { on: row.withdrawn_on, by: row.proposer, reason: "" }
        : row.decided_on === null
          ? null
          : { on: row.decided_on, by: row.decider ?? "", reason: row.decision_reason ?? "" },
  };
}
