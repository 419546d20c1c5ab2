/** Who acts and when, and the few questions that every step asks first. */
import { addDays, addYears, type LocalDate, parseDate } from "../local-date";
import { accept, type Outcome, refuse, refuseAll } from "../outcome";
import type { Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { type Checkpoint, type Decision, decideEligibility, obstacles, refusalOf } from "../rule/rule";
import type { CaseState } from "./case";
import type { Stop } from "./event";
import type { OrgKind, OrgRef } from "./party";
import type { Procedure, SchemeProcess, Step } from "./procedure";
import { type CaseStatus, CLOSED } from "./status";

export interface Act {
  readonly actor: { readonly personId: string; readonly name: string; readonly org: OrgRef };
  /** The Shanghai day on which it happens. */
  readonly on: LocalDate;
}

/** Is the case at one of these? Refuses `case_closed` or `wrong_step`, saying where it is. */
export function standsAt(state: CaseState, ...statuses: readonly CaseStatus[]): Outcome<true> {
  if (statuses.includes(state.status)) return accept(true);
  return refuse(CLOSED.includes(state.status) ? "case_closed" : "wrong_step", { status: state.status });
}

/** May this organisation perform the step? Refuses `role_forbidden` with the step's article. */
export const performedBy = (step: Step, kind: OrgKind): Outcome<true> =>
  step.by.includes(kind) ? accept(true) : refuse("role_forbidden", { step: step.says }, step.cites);

/** First and last day of the scheme's life. Refuses `issue_date_missing` where the text does not carry its date and nobody has entered it. */
export function lifeOf({ validity }: Pick<SchemeProcess, "validity">, on: LocalDate): Outcome<{ readonly from: LocalDate; readonly until: string }> {
  const from = validity.from as LocalDate;
  const asked = on < from ? from : on;
  if (!validity.issued) {
    const until = valueOn(validity.until, asked);
    return until.ok ? accept({ from, until: until.value }) : until;
  }
  const issuedOn = valueOn(validity.issued.on, asked);
  const years = valueOn(validity.issued.years, asked);
  if (!issuedOn.ok) return issuedOn;
  if (!years.ok) return years;
  const entered = parseDate(issuedOn.value);
  if (!entered.ok) return refuse("issue_date_missing", {}, validity.issued.on.cites);
  return accept({ from: entered.value, until: addDays(addYears(entered.value, years.value), -1) });
}

/** Is the scheme open for new business on this day? Refuses `scheme_not_in_force`, or the document's own words for too early and too late. */
export function openForBusiness(scheme: Pick<SchemeProcess, "validity">, on: LocalDate): Outcome<true> {
  const life = lifeOf(scheme, on);
  if (!life.ok) return life;
  const { from, until } = life.value;
  if (on >= from && on <= until) return accept(true);
  const { codes, cites } = scheme.validity;
  return refuse((on < from ? codes?.early : codes?.late) ?? "scheme_not_in_force", { on, from, until }, cites);
}

const WAITING = {
  recommend: "recommend",
  check: "check",
  ballot: "ballot",
  approve: "approve",
  publish: "publish",
  push: "push",
  loan: "loan",
  register: "register",
} as const satisfies Record<Step["kind"], CaseStatus>;

const arrival = (step: Step): Stop => ({ step: step.id, status: WAITING[step.kind] });

/** Where a case goes that has finished a step: the next step that applies to what its ballot chose. */
export function after(procedure: Procedure, stepId: string, choice?: string): Stop {
  const at = procedure.steps.findIndex((step) => step.id === stepId);
  const next = procedure.steps
    .slice(at + 1)
    .find((step) => step.kind !== "approve" || !step.when || (choice !== undefined && step.when.choices.includes(choice)));
  if (!next) throw new RangeError(`no step after ${stepId}`);
  return arrival(next);
}

/** The same for a step that a loan may already stand behind: after the last step it is funded. */
export const onward = (procedure: Procedure, stepId: string): Stop =>
  procedure.steps.at(-1)?.id === stepId ? { step: stepId, status: "funded" } : after(procedure, stepId);

/** Where a case is sent back to; `draft` is the enterprise's desk. */
export function back(procedure: Procedure, stepId: string): Stop {
  if (stepId === "draft") return { step: "draft", status: "draft" };
  const step = procedure.steps.find((candidate) => candidate.id === stepId);
  if (!step) throw new RangeError(`no step ${stepId}`);
  return arrival(step);
}

/** Asks the scheme's rules at a checkpoint; a decision that is not `eligible` refuses with every reason in article order, or `scheme_not_in_force` on a day without rules. */
export function mustBeEligible(scheme: SchemeProcess, facts: Facts, checkpoint: Checkpoint, on: LocalDate): Outcome<Decision> {
  const decision = decideEligibility(scheme.rules, facts, checkpoint, on, scheme.ruleSet);
  const reasons = obstacles(decision);
  if (reasons.length > 0) return refuseAll(reasons.map(refusalOf));
  return decision.outcome === "eligible"
    ? accept(decision)
    : refuse("scheme_not_in_force", { on, from: scheme.validity.from }, scheme.validity.cites);
}
