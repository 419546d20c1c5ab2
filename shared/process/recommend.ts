/** A recommender adopts an enterprise's draft with a numbered letter, or returns it with reasons. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { DocumentKind, Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { warnings } from "../rule/rule";
import { type Act, after, mustBeEligible, openForBusiness, performedBy, standsAt } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import { type RecommendStep, type SchemeProcess, stepOf } from "./procedure";

export interface Adoption {
  readonly letterNo: string;
  readonly profile: string;
  readonly loanNeed: string;
  readonly justification?: string;
}

/** Where a recommendation's own papers are written. */
const FIELD: Partial<Record<DocumentKind, keyof Adoption>> = { profile: "profile", loan_need: "loanNeed" };

function mayHandle(scheme: SchemeProcess, state: CaseState, act: Act) {
  const step = stepOf(scheme.admission, "recommend");
  if (!step) return refuse("wrong_step", { status: state.status });
  const placed = standsAt(state, "recommend");
  if (!placed.ok) return placed;
  const role = performedBy(step, act.actor.org.kind);
  if (!role.ok) return role;
  if (state.addressedTo?.id !== act.actor.org.id)
    return refuse("recommender_mismatch", { addressedTo: state.addressedTo?.name ?? "—", unit: act.actor.org.name }, step.cites);
  return accept(step);
}

/** Is the firm registered in the recommender's own area? A firm whose area is none of the document's is left to the rules. */
export function ofOwnArea({ own }: RecommendStep, registeredDistrict: string | undefined, unit: string, on: LocalDate): Outcome<true> {
  const areas = own ? valueOn(own.areas, on) : accept([]);
  if (!areas.ok) return areas;
  const area = areas.value.find((name) => registeredDistrict?.includes(name));
  if (!own || area === undefined || unit.includes(area)) return accept(true);
  return refuse(own.code, { area, unit }, own.cites);
}

/** Refuses `no_letter` without a number, `doc_missing` without the profile or the loan need, `docs_not_collected` while papers are missing, and `not_focus_sector` outside the focus fields without a justification. */
export function adopt(scheme: SchemeProcess, state: CaseState, command: Adoption, facts: Facts, act: Act): Outcome<CaseEvent[]> {
  const step = mayHandle(scheme, state, act);
  if (!step.ok) return step;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const local = ofOwnArea(step.value, facts.registeredDistrict, act.actor.org.name, act.on);
  if (!local.ok) return local;
  if (step.value.letter.required && command.letterNo.trim() === "") return refuse("no_letter", {}, step.value.letter.cites, "letterNo");
  const { basis } = step.value;
  if (basis && !command.justification?.trim()) return refuse(basis.code, {}, basis.cites, "justification");
  const said: Partial<Record<DocumentKind, string>> = { profile: command.profile, loan_need: command.loanNeed };
  const unsaid = step.value.papers.filter(({ kind }) => !said[kind]?.trim() && !facts.papers?.some((paper) => paper.kind === kind));
  if (unsaid.length > 0)
    return refuseAll(unsaid.map(({ kind, cites }): Refusal => ({ code: "doc_missing", figures: { kind }, cites, field: FIELD[kind] ?? kind })));
  const decision = mustBeEligible(scheme, facts, "recommendation", act.on);
  if (!decision.ok) {
    const papers = decision.refusals.filter((refusal) => refusal.code === "doc_missing");
    if (papers.length === 0) return decision;
    const collected = refuse("docs_not_collected", { missing: String(papers.length) }, step.value.cites);
    return { ok: false, refusals: [...(collected.ok ? [] : collected.refusals), ...decision.refusals] };
  }
  const outside = warnings(decision.value).find((finding) => finding.code === "not_focus_sector");
  if (outside && !command.justification?.trim()) return refuse("not_focus_sector", outside.figures, outside.cites, "justification");
  const { letterNo, profile, loanNeed, justification } = command;
  return accept([
    {
      type: "recommended",
      next: after(scheme.admission, step.value.id),
      by: act.actor.org,
      letterNo,
      profile,
      loanNeed,
      ...(justification ? { justification } : {}),
      decision: decision.value,
    },
  ]);
}

export function returnToEnterprise(scheme: SchemeProcess, state: CaseState, reason: string, act: Act): Outcome<CaseEvent[]> {
  const step = mayHandle(scheme, state, act);
  return step.ok ? accept([{ type: "application_returned", reason }]) : step;
}
