/** The enterprise's own acts: hand a draft to a recommender, or take the case back. */
import { accept, type Outcome, refuse } from "../outcome";
import type { Facts, PaperFact } from "../rule/facts";
import { type Act, mustBeEligible, openForBusiness, standsAt } from "./act";
import { type Application, applicationFacts } from "./application";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import type { OrgRef } from "./party";
import { type SchemeProcess, stepOf } from "./procedure";

/** What the district's own records add to an application: earlier loans of the firm and its group, bars, suspected links. */
export type DistrictFacts = Pick<Facts, "ownLoans" | "groupLoans" | "suspectedTies" | "bars">;

/** Refuses with every reason when the rules are not met; a recommender has to be of a kind that the scheme lets recommend. */
export function submit(
  scheme: SchemeProcess,
  state: CaseState,
  command: { readonly application: Application; readonly papers: readonly PaperFact[]; readonly addressedTo: OrgRef | undefined },
  district: DistrictFacts,
  act: Act,
): Outcome<CaseEvent[]> {
  const placed = standsAt(state, "draft");
  if (!placed.ok) return placed;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const step = stepOf(scheme.admission, "recommend");
  if (!step) return refuse("wrong_step", { status: state.status });
  const { application, papers, addressedTo } = command;
  if (!addressedTo || !step.by.includes(addressedTo.kind))
    return refuse("unknown_recommender", { given: addressedTo?.name ?? "—" }, step.cites, "addressedTo");
  const decision = mustBeEligible(scheme, { ...applicationFacts(application, papers, act.on), ...district }, "application", act.on);
  if (!decision.ok) return decision;
  const next = { step: step.id, status: "recommend" as const };
  return accept([{ type: "application_submitted", next, application, papers, decision: decision.value, addressedTo, enterprise: act.actor.org }]);
}

/** The enterprise may take its case back until it has been pushed. */
export function withdraw(state: CaseState, reason: string): Outcome<CaseEvent[]> {
  const placed = standsAt(state, "draft", "recommend", "check", "check_open", "ballot", "ballot_scheduled", "approve", "push");
  return placed.ok ? accept([{ type: "application_withdrawn", reason, ...(state.holdsSlot ? { slotReleased: true as const } : {}) }]) : placed;
}
