/** A higher authority agrees, reserving a place in the year's quota where the step has one, or sends the case back with reasons. */
import { type LocalDate, partsOf } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { type Act, after, back, openForBusiness, performedBy, standsAt } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import { type ApproveStep, type SchemeProcess, stepById } from "./procedure";
import { slotFree } from "./slot";

function approveStep(scheme: SchemeProcess, state: CaseState, act: Act): Outcome<ApproveStep> {
  const placed = standsAt(state, "approve");
  if (!placed.ok) return placed;
  const step = stepById(scheme.admission, state.step);
  if (step?.kind !== "approve") return refuse("wrong_step", { status: state.status });
  const role = performedBy(step, act.actor.org.kind);
  return role.ok ? accept(step) : role;
}

/** `taken` are the days on which the places of other cases were reserved; a case that still holds its place keeps it. Refuses `high_quota_used`, `document_no_required`, `decision_required` where a body that meets decides. */
export function approve(scheme: SchemeProcess, state: CaseState, documentNo: string, taken: readonly LocalDate[], act: Act): Outcome<CaseEvent[]> {
  const step = approveStep(scheme, state, act);
  if (!step.ok) return step;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  if (documentNo.trim() === "") return refuse(step.value.topic ? "decision_required" : "document_no_required", {}, step.value.cites, "documentNo");
  const base = { type: "approval_given" as const, step: step.value.id, next: after(scheme.admission, step.value.id), documentNo };
  const { slot } = step.value;
  if (!slot || state.holdsSlot) return accept([base]);
  const free = slotFree(slot, taken, act.on);
  return free.ok ? accept([{ ...base, slot: { id: slot.id, year: partsOf(act.on).year, ...free.value } }]) : free;
}

export function refuseApproval(
  scheme: SchemeProcess,
  state: CaseState,
  command: { documentNo: string; reason: string },
  act: Act,
): Outcome<CaseEvent[]> {
  const step = approveStep(scheme, state, act);
  if (!step.ok) return step;
  if (command.reason.trim() === "") return refuse("reason_required", {}, step.value.cites, "reason");
  return accept([{ type: "approval_refused", step: step.value.id, next: back(scheme.admission, step.value.onReject), ...command }]);
}
