/** A check: the lead opens it with others, records findings with source and time, hears opinions, then passes the case on or returns it. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { ConductRecord, Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { type Act, back, mustBeEligible, onward, openForBusiness, performedBy, standsAt } from "./act";
import { type CaseState, openCheck } from "./case";
import type { CaseEvent, CheckFinding, Opinion } from "./event";
import type { OrgRef } from "./party";
import { type CheckStep, type SchemeProcess, stepById, stepOf } from "./procedure";

function checkStep(scheme: SchemeProcess, state: CaseState): Outcome<CheckStep> {
  const step = stepById(scheme.admission, state.step);
  if (step?.kind === "check") return accept(step);
  const entry = stepOf(scheme.admission, "recommend");
  return state.recommendation
    ? refuse("wrong_step", { status: state.status }, entry?.cites)
    : refuse("not_recommended", { status: state.status }, entry?.entry ?? entry?.cites);
}

/** The check that a case has been through last, or is in. */
function lastCheck(scheme: SchemeProcess, state: CaseState): Outcome<CheckStep> {
  const step = stepById(scheme.admission, state.checks.at(-1)?.step ?? state.step);
  return step?.kind === "check" ? accept(step) : checkStep(scheme, state);
}

/** Refuses `screening_partner_missing` when too few of the right kind are asked to join. */
export function openCheckWith(scheme: SchemeProcess, state: CaseState, consulted: readonly OrgRef[], act: Act): Outcome<CaseEvent[]> {
  const step = checkStep(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "check");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  // a loan that was entered in the scheme's life is looked at even after its end
  const open = state.loan ? accept(true) : openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const { consult } = step.value;
  if (consult) {
    const min = valueOn(consult.min, act.on);
    if (!min.ok) return min;
    const fit = consulted.filter((org) => consult.kinds.includes(org.kind));
    if (fit.length < min.value)
      return refuse("screening_partner_missing", { min: String(min.value), found: String(fit.length) }, consult.cites, "consult");
    if (fit.length < consulted.length)
      return refuse(
        "partner_type_mismatch",
        {
          given: consulted
            .filter((org) => !fit.includes(org))
            .map((org) => org.name)
            .join("、"),
        },
        consult.cites,
        "consult",
      );
  }
  return accept([{ type: "check_opened", step: step.value.id, consulted }]);
}

/** Where a case may be when something is found out about it: from the opening of the check until the loan, for the rules are asked again on the way. */
const KNOWABLE = ["check_open", "ballot", "ballot_scheduled", "approve", "push", "push_open"] as const;

/** Refuses `screening_source_missing` without a source and a time not in the future; an adverse conduct finding needs its day. */
export function recordFinding(scheme: SchemeProcess, state: CaseState, finding: CheckFinding, now: number, act: Act): Outcome<CaseEvent[]> {
  const step = lastCheck(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, ...KNOWABLE);
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  if (!step.value.sources.includes(finding.source) || finding.sourceName.trim() === "")
    return refuse("screening_source_missing", { given: finding.sourceName }, step.value.cites, "sourceName");
  if (finding.queriedAt > now) return refuse("date_invalid", { given: String(finding.queriedAt) }, undefined, "queriedAt");
  if (finding.topic === "conduct" && finding.result === "adverse" && !finding.occurredOn)
    return refuse("field_required", {}, undefined, "occurredOn");
  return accept([{ type: "finding_recorded", step: step.value.id, finding }]);
}

export function giveOpinion(scheme: SchemeProcess, state: CaseState, opinion: Opinion, act: Act): Outcome<CaseEvent[]> {
  const step = checkStep(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "check_open");
  if (!placed.ok) return placed;
  if (!openCheck(state)?.consulted.some((org) => org.id === act.actor.org.id))
    return refuse("role_forbidden", { step: step.value.says }, step.value.cites);
  return accept([{ type: "opinion_given", step: step.value.id, opinion }]);
}

/** What findings add to an application's facts; a finding never makes a declared fault disappear. */
export function factsWithFindings(facts: Facts, findings: readonly CheckFinding[]): Facts {
  const adverse = findings.filter((finding) => finding.result === "adverse");
  const conduct = adverse
    .filter(
      (finding): finding is CheckFinding & { occurredOn: LocalDate } =>
        finding.topic === "conduct" && finding.occurredOn !== undefined && finding.subject !== "group",
    )
    .map(
      (finding): ConductRecord => ({
        subject: finding.subject === "representative" ? "representative" : "enterprise",
        occurredOn: finding.occurredOn,
        detail: finding.detail,
        major: true,
      }),
    );
  const dishonest = (subject: CheckFinding["subject"]) => adverse.some((finding) => finding.topic === "dishonest" && finding.subject === subject);
  return {
    ...facts,
    conduct: [...(facts.conduct ?? []), ...conduct],
    ...(dishonest("enterprise") ? { dishonestEnterprise: true } : {}),
    ...(dishonest("representative") ? { dishonestRepresentative: true } : {}),
    ...(adverse.some((finding) => finding.topic === "registration") ? { registration: "revoked" as const } : {}),
  };
}

/** Passing needs an opinion of at least one consulted partner, a finding with its source, and the rules still met. */
export function pass(scheme: SchemeProcess, state: CaseState, summary: string, facts: Facts, act: Act): Outcome<CaseEvent[]> {
  const step = checkStep(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "check_open");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const check = openCheck(state);
  const { consult } = step.value;
  if (consult) {
    const min = valueOn(consult.min, act.on);
    if (!min.ok) return min;
    const given = check?.opinions.length ?? 0;
    if (given < min.value) return refuse("screening_partner_missing", { min: String(min.value), found: String(given) }, consult.cites);
  }
  if ((check?.findings.length ?? 0) === 0) return refuse("screening_source_missing", { given: "—" }, step.value.cites);
  const { topics } = step.value;
  const unasked = topics?.asked.filter((topic) => !check?.findings.some((finding) => finding.topic === topic)) ?? [];
  if (unasked.length > 0) return refuse("check_missing", { missing: unasked.join("、") }, topics?.cites);
  const decision = mustBeEligible(scheme, factsWithFindings(facts, check?.findings ?? []), "screening", act.on);
  if (!decision.ok) return decision;
  return accept([{ type: "check_passed", step: step.value.id, next: onward(scheme.admission, step.value.id), summary, decision: decision.value }]);
}

/** The lead may return a case until it is pushed: something found out late sends it back by the same way. */
export function returnFromCheck(scheme: SchemeProcess, state: CaseState, reason: string, act: Act): Outcome<CaseEvent[]> {
  const step = lastCheck(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "check", "check_open", "ballot", "ballot_scheduled", "push");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const released = state.holdsSlot ? { slotReleased: true as const } : {};
  return accept([{ type: "check_returned", step: step.value.id, next: back(scheme.admission, step.value.onReturn), reason, ...released }]);
}
