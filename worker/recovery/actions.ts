/** What a viewer may do about a recovery now, by route name: what the worker would take, and no more. */
import type { RouteName } from "../../shared/contract/paths";
import type { LocalDate } from "../../shared/local-date";
import type { LoanFile } from "../../shared/process/loan-file";
import type { OrgRef } from "../../shared/process/party";
import { deskOf } from "../../shared/process/recovery-return";
import { clawbackOpen, pendingOf, stillOut } from "../../shared/process/recovery-state";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";

type Recovering = LoanFile & { readonly recovery: NonNullable<LoanFile["recovery"]>; readonly claim: NonNullable<LoanFile["claim"]> };

const isRecovering = (file: LoanFile | undefined): file is Recovering =>
  file?.recovery !== undefined && file.claim !== undefined && file.claim.step !== "withdrawn";

interface Ways {
  readonly coordinates: boolean;
  /** Whether the document knows a proof that the law has come to its end. */
  readonly provable: boolean;
}

function payeesActions({ recovery, claim }: Recovering, { coordinates, provable }: Ways): RouteName[] {
  const { coordination, forced, legal, ended, confirmed, writtenOff, receipts } = recovery;
  const actions: RouteName[] = [];
  if (!legal && (!coordinates || coordination || forced)) actions.push("startLegal");
  if (!claim.paid) return actions;
  actions.push("recordRecovery");
  if (receipts.some((receipt) => !receipt.returned && receipt.due > 0)) actions.push("declareReturn");
  if (legal && !ended && provable) actions.push("endLegal");
  const settled = pendingOf(recovery) === 0 && clawbackOpen(recovery) === 0;
  if (ended && !confirmed && !writtenOff && settled && stillOut(claim.paid.amount, recovery) > 0) actions.push("confirmLoss");
  return actions;
}

export function recoveryActions(
  { recovery: rules }: Pick<Scheme, "recovery">,
  file: LoanFile | undefined,
  viewer: Pick<OrgRef, "id" | "kind">,
  on: LocalDate,
): RouteName[] {
  if (!isRecovering(file)) return [];
  const proofs = valueOn(rules.writeOff.proofs, on);
  const ways = { coordinates: rules.coordination !== undefined, provable: proofs.ok && proofs.value.length > 0 };
  const { recovery, claim } = file;
  const { legal, forced, receipts, confirmed, writtenOff, approvals } = recovery;
  const actions = claim.payee.id === viewer.id ? payeesActions(file, ways) : [];
  if (deskOf(rules).includes(viewer.kind)) {
    if (rules.coordination && !legal) actions.push("coordinate");
    if (rules.forced && !legal && !forced) actions.push("forceLegal");
    if (receipts.some((receipt) => receipt.declared && !receipt.returned)) actions.push("receiveReturn");
  }
  const asked = rules.writeOff.approvals.includes(viewer.kind) && !approvals.some((one) => one.kind === viewer.kind);
  if (confirmed && !writtenOff && asked) actions.push("approveLoss");
  return actions;
}
