/** Plans of a period's money as screens are told them. */
import type { AllocationLineShown, AllocationShown, RoomShown } from "../../shared/contract/allocation";
import { factorOf } from "../../shared/fund/allocation";
import { type Fen, fen, minus, yuan } from "../../shared/money";
import type { Plan } from "../../shared/process/allocation-plan";
import { shownDerived } from "../case/view-parts";
import type { Ctx } from "../verb";
import type { PlanFile } from "./files";
import type { AllocationRow, LineRow, NewRoom } from "./store";

/** Whether the viewer's kind decides on plans. */
const decides = ({ scheme, actor }: Pick<Ctx, "scheme" | "actor">): boolean =>
  scheme.claim.steps.some((step) => step.kind === "approve" && step.by.includes(actor.orgKind));

export const givenOf = (allocated: Fen, asked: Fen) => ({
  allocated: yuan(allocated),
  short: yuan(minus(asked, allocated)),
  factor: factorOf(allocated, asked),
});

export const roomShown = ({ says, at, used, room, article }: NewRoom): RoomShown => ({
  says,
  at: yuan(fen(at)),
  used: yuan(fen(used)),
  room: yuan(fen(room)),
  article,
});

export const allocationShown = (ctx: Pick<Ctx, "scheme" | "actor">, row: AllocationRow): AllocationShown => ({
  id: row.id,
  period: row.period,
  round: row.round,
  claims: row.claims,
  asked: yuan(fen(row.asked)),
  available: yuan(fen(row.available)),
  ...givenOf(fen(row.allocated), fen(row.asked)),
  documentNo: row.document_no,
  drawnBy: row.drawn_name,
  drawnOn: row.drawn_on,
  bound: row.bound,
  article: row.article,
  decision:
    row.agreed === null
      ? null
      : {
          agreed: row.agreed === 1,
          documentNo: row.decision_no ?? "",
          reason: row.reason ?? "",
          by: row.decided_name ?? "",
          on: row.decided_on ?? "",
        },
  mine: row.agreed === null && decides(ctx),
});

export const lineShown = (row: LineRow): AllocationLineShown => ({
  caseId: row.case_id,
  caseNo: row.case_no,
  claimId: row.claim_id,
  enterprise: row.enterprise,
  payee: row.payee ?? "",
  asked: yuan(fen(row.asked)),
  allocated: yuan(fen(row.allocated)),
  short: yuan(minus(fen(row.asked), fen(row.allocated))),
  derivation: JSON.parse(row.derivation) as AllocationLineShown["derivation"],
});

/** A plan's lines before they are written, as they would be. */
export const planLines = (plan: Plan, files: readonly PlanFile[]): AllocationLineShown[] => {
  const known = new Map(files.map((file) => [file.caseId, file]));
  return plan.lines.map(({ caseId, claimId, asked, allocated, computed }) => {
    const file = known.get(caseId);
    return {
      caseId,
      caseNo: file?.no ?? "",
      claimId,
      enterprise: file?.enterprise ?? "",
      payee: file?.file.claim?.payee.name ?? "",
      asked: yuan(asked),
      allocated: yuan(allocated),
      short: yuan(minus(asked, allocated)),
      derivation: shownDerived(computed).derivation,
    };
  });
};
