/** News of a listed firm from those who look after it: bad news asks for a review of its place on the list, until there was one. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Act, performedBy } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent } from "./event";
import type { OrgKind, OrgRef } from "./party";
import type { SchemeProcess } from "./procedure";
import { listedBy } from "./registration";

export interface FeedbackRules {
  readonly by: readonly OrgKind[];
  readonly code: RefusalCode;
  readonly cites: Citation;
}

export interface Feedback {
  readonly on: LocalDate;
  readonly by: OrgRef;
  readonly adverse: boolean;
  readonly says: string;
}

/** Enters the news. Refuses `role_forbidden`, `reason_required`, `date_invalid` ahead of today. */
export function feedBack(rules: FeedbackRules, news: Omit<Feedback, "by">, act: Act): Outcome<Feedback> {
  if (!rules.by.includes(act.actor.org.kind)) return refuse("role_forbidden", { kind: act.actor.org.kind }, rules.cites);
  if (news.says.trim() === "") return refuse("reason_required", {}, rules.cites, "says");
  if (news.on > act.on) return refuse("date_invalid", { given: news.on, on: act.on }, rules.cites, "on");
  return accept({ ...news, by: act.actor.org });
}

/** Bad news since the last review: told until the list has been looked at again. */
export const reviewFlags = (rules: FeedbackRules, news: readonly Feedback[], reviewedOn: LocalDate | undefined): readonly Refusal[] =>
  news
    .filter(({ adverse, on }) => adverse && (reviewedOn === undefined || on > reviewedOn))
    .map(({ on, by }) => ({ code: rules.code, figures: { on, unit: by.name }, cites: rules.cites }));

/** Is the firm on the list, and not taken off it? Refuses `whitelist_cancelled`, `wrong_step`. */
export function standsListed(rules: FeedbackRules, scheme: SchemeProcess, state: CaseState): Outcome<true> {
  const { listed } = listedBy(scheme, state);
  if (!listed) return refuse("wrong_step", { status: state.status }, rules.cites);
  return listed.removedOn ? refuse("whitelist_cancelled", { on: listed.removedOn }, rules.cites) : accept(true);
}

/** Whoever puts firms on the list looks again at one's place: it stays, or is off the list from that day on. Refuses `role_forbidden`, `reason_required`. */
export function reviewPlace(
  rules: FeedbackRules,
  scheme: SchemeProcess,
  state: CaseState,
  review: { readonly keeps: boolean; readonly reason: string; readonly documentNo: string },
  act: Act,
): Outcome<readonly [Extract<CaseEvent, { type: "list_reviewed" }>]> {
  const listing = scheme.admission.steps.find((step) => step.kind === "publish" || (step.kind === "approve" && step.lists));
  const role = listing ? performedBy(listing, act.actor.org.kind) : refuse("wrong_step", { status: state.status }, rules.cites);
  if (!role.ok) return role;
  const placed = standsListed(rules, scheme, state);
  if (!placed.ok) return placed;
  if (review.reason.trim() === "") return refuse("reason_required", {}, rules.cites, "reason");
  return accept([{ type: "list_reviewed", ...review }]);
}
