/** A body of several authorities that meets and decides: who convenes it, who sits on it, on what; a decision has a number and a day from which it holds. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Act } from "./act";
import type { OrgKind, OrgRef } from "./party";

/** A seat by what it is for; the name is that of the day, for authorities are renamed and merged (reading G-13). */
export interface Member {
  readonly role: string;
  readonly kind: OrgKind;
  readonly name: string;
}

export interface ConferenceRules {
  readonly convenor: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** Those that the document names, the convenor with them; others may join. */
  readonly members: Parameter<readonly Member[]>;
  readonly topics: readonly { readonly id: string; readonly says: string; readonly cites: Citation }[];
  readonly cites: Citation;
}

export interface ConferenceDecision {
  readonly topic: string;
  readonly documentNo: string;
  readonly decidedOn: LocalDate;
  /** The first day on which it holds. */
  readonly from: LocalDate;
  /** What or whom it is about; empty where the topic says it. */
  readonly subject: string;
  readonly says: string;
}

/** Does every seat that the document names have its authority, and each only once? Refuses `conference_roster`. */
export function seated(rules: ConferenceRules, roster: readonly OrgRef[], on: LocalDate): Outcome<true> {
  const members = valueOn(rules.members, on);
  if (!members.ok) return members;
  const absent = members.value.filter(({ kind, name }) => !roster.some((org) => org.kind === kind && org.name === name));
  if (absent.length > 0) return refuse("conference_roster", { missing: absent.map(({ name }) => name).join("、") }, rules.members.cites, "roster");
  const twice = roster.find((org, at) => roster.findIndex((other) => other.id === org.id) < at);
  return twice ? refuse("conference_roster", { given: twice.name }, rules.members.cites, "roster") : accept(true);
}

/** The convenor enters what was decided. Refuses `role_forbidden`, `conference_roster`, `field_invalid` for a topic that is not its own, `decision_required` without a number, `date_invalid`. */
export function decide(rules: ConferenceRules, roster: readonly OrgRef[], decision: ConferenceDecision, act: Act): Outcome<ConferenceDecision> {
  if (!rules.convenor.kinds.includes(act.actor.org.kind)) return refuse("role_forbidden", { kind: act.actor.org.kind }, rules.convenor.cites);
  const complete = seated(rules, roster, decision.decidedOn);
  if (!complete.ok) return complete;
  const topic = rules.topics.find(({ id }) => id === decision.topic);
  if (!topic) return refuse("field_invalid", { given: decision.topic.slice(0, 40) }, rules.cites, "topic");
  if (decision.documentNo.trim() === "") return refuse("decision_required", {}, topic.cites, "documentNo");
  if (decision.says.trim() === "") return refuse("reason_required", {}, topic.cites, "says");
  const { decidedOn, from } = decision;
  if (decidedOn > act.on || from < decidedOn) return refuse("date_invalid", { given: from, from: decidedOn, on: act.on }, topic.cites, "from");
  return accept(decision);
}

/** The decision on a topic that holds on a day, the youngest where there are several. Refuses `decision_required`. */
export function decisionOn(
  rules: ConferenceRules,
  decisions: readonly ConferenceDecision[],
  asked: { readonly topic: string; readonly documentNo?: string; readonly subject?: string },
  on: LocalDate,
): Outcome<ConferenceDecision> {
  const { topic, documentNo, subject } = asked;
  const found = decisions
    .filter((one) => one.topic === topic && one.from <= on)
    .filter((one) => documentNo === undefined || one.documentNo === documentNo)
    .filter((one) => subject === undefined || one.subject === subject)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  const cites = rules.topics.find(({ id }) => id === topic)?.cites ?? rules.cites;
  return found ? accept(found) : refuse("decision_required", documentNo === undefined ? {} : { documentNo }, cites);
}
