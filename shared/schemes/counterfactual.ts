/** What would have been decided otherwise on a case if the document had been read in another way from its first day on; nothing is decided anew. */

import type { WorkCalendar } from "../calendar/working-day";
import type { LocalDate } from "../local-date";
import { type Fen, ZERO } from "../money";
import type { Outcome } from "../outcome";
import { applicationFacts } from "../process/application";
import { type CaseState, evolve, replay } from "../process/case";
import { factsWithFindings } from "../process/check";
import { dueOf } from "../process/due";
import type { CaseEvent, LoanRecord, Recorded } from "../process/event";
import type { FileRecorded, LoanFile } from "../process/loan-file";
import { stepById, stepOf } from "../process/procedure";
import type { RefusalCode } from "../refusal-code";
import type { Facts } from "../rule/facts";
import { type Parameter, valueOn } from "../rule/parameter";
import { type Decision, decideEligibility } from "../rule/rule";
import { claimOtherwise } from "./counterfactual-money";
import { NO_SUMS, type SumsOn } from "./counterfactual-sums";
import { amended } from "./reading";
import type { Scheme } from "./scheme";

/** A case by its own records. */
export interface Told {
  readonly state: CaseState;
  readonly events: readonly Recorded[];
  /** The loan's file as it was opened, before its own events. */
  readonly opened: LoanFile | undefined;
  readonly fileEvents: readonly FileRecorded[];
}

/** One thing that differs. `before` and `after` are a ratio, an amount, a day, a count, or a code of a refusal; empty where all was in order, or nothing could be computed. */
export interface Difference {
  readonly what: "rule" | "slot" | "filing" | "ratio" | "amount" | "return" | "deadline";
  readonly says: string;
  readonly article: string;
  readonly on: LocalDate;
  readonly before: string;
  readonly after: string;
  /** Of amounts alone: in fen, for totals. */
  readonly money?: { readonly before: Fen; readonly after: Fen };
}

export type Unknown = "amount" | "return" | "allocated";

export interface Otherwise {
  readonly differences: readonly Difference[];
  /** What the records do not suffice for: a claim's amount, what came back of it, a part of a year's money that the others of that year decide on. */
  readonly unknown: readonly Unknown[];
}

/** The document with one number at another value on every day, and whether any decision has asked for it since. */
export interface ReadOtherwise {
  readonly scheme: Scheme;
  readonly asked: () => boolean;
}

export function readOtherwise(scheme: Scheme, parameter: Parameter<unknown>, value: unknown): ReadOtherwise {
  let asked = false;
  const versions = parameter.versions.map((version) => ({ ...version, value }));
  const watched = {
    ...parameter,
    get versions() {
      asked = true;
      return versions;
    },
  };
  return { scheme: amended(scheme, watched), asked: () => asked };
}

const loanOf = ({ mode, principal, disbursedOn, termMonths, rate }: LoanRecord): Facts["loan"] => ({
  mode,
  principal,
  disbursedOn,
  termMonths,
  rate,
});

/** The facts behind a decision, as the case's own records tell them; what other records told that day is left out on both sides. */
function factsAt(before: CaseState, { event, occurredOn }: Recorded): Facts | undefined {
  if (event.type === "loan_registered") return event.facts;
  const application = event.type === "application_submitted" ? event.application : before.application;
  if (!application) return undefined;
  const papers = event.type === "application_submitted" ? event.papers : before.papers;
  const appliedOn = event.type === "application_submitted" ? occurredOn : (before.appliedOn ?? occurredOn);
  const facts = factsWithFindings(applicationFacts(application, papers, appliedOn), before.checks.at(-1)?.findings ?? []);
  const known = { ...facts, ownLoans: [], groupLoans: [], suspectedTies: [], bars: [] };
  return event.type === "loan_recorded" ? { ...known, loan: loanOf(event.loan) } : known;
}

const decisionOf = (event: CaseEvent): Decision | undefined => ("decision" in event ? event.decision : undefined);

function rulesOtherwise(was: Scheme, other: Scheme, { state: { id }, events }: Told): Difference[] {
  const found = new Map<string, Difference>();
  let state = replay(id, []);
  for (const recorded of events) {
    const decided = decisionOf(recorded.event);
    const facts = decided && factsAt(state, recorded);
    state = evolve(state, recorded);
    if (!decided || !facts) continue;
    const [before, after] = [was, other].map(
      ({ rules, ruleSet }) => decideEligibility(rules, facts, decided.checkpoint, decided.on, ruleSet).findings,
    );
    for (const [at, one] of (before ?? []).entries()) {
      const now = after?.[at];
      if (!now || now.verdict === one.verdict || found.has(one.rule)) continue;
      const told = ({ verdict, code }: typeof one): RefusalCode | "" => (verdict === "met" ? "" : (code ?? "fact_missing"));
      found.set(one.rule, { what: "rule", says: one.says, article: one.cites.article, on: decided.on, before: told(one), after: told(now) });
    }
  }
  return [...found.values()];
}

const read = <T>(outcome: Outcome<T>): T | undefined => (outcome.ok ? outcome.value : undefined);

function tierOtherwise(was: Scheme, other: Scheme, { tier }: CaseState): Difference[] {
  if (!tier) return [];
  const ratioBy = (scheme: Scheme) => {
    const ratio = stepOf(scheme.admission, "ballot")?.choices.find(({ id }) => id === tier.choice)?.ratio;
    return ratio && { ratio, is: read(valueOn(ratio, tier.on)) ?? "" };
  };
  const [before, after] = [ratioBy(was), ratioBy(other)];
  if (!before || !after || before.is === after.is) return [];
  return [{ what: "ratio", says: before.ratio.says, article: before.ratio.cites.article, on: tier.on, before: before.is, after: after.is }];
}

function slotOtherwise(was: Scheme, other: Scheme, events: readonly Recorded[]): Difference[] {
  return events.flatMap(({ event, occurredOn }): Difference[] => {
    if (event.type !== "approval_given" || !event.slot) return [];
    const most = (scheme: Scheme) => {
      const step = stepById(scheme.admission, event.step);
      return step?.kind === "approve" && step.slot ? { slot: step.slot, max: read(valueOn(step.slot.perYear, occurredOn)) } : undefined;
    };
    const [before, after] = [most(was), most(other)];
    const { usedAfter } = event.slot;
    if (before?.max === undefined || after?.max === undefined || usedAfter > before.max === usedAfter > after.max) return [];
    const { says, cites } = before.slot.perYear;
    const told = (max: number) => (usedAfter > max ? "high_quota_used" : "");
    return [{ what: "slot", says, article: cites.article, on: occurredOn, before: told(before.max), after: told(after.max) }];
  });
}

function dueOtherwise(was: Scheme, other: Scheme, state: CaseState, calendar: WorkCalendar): Difference[] {
  const [before, after] = [dueOf(was, state, calendar), dueOf(other, state, calendar)];
  if (!before || !after || before.on === after.on) return [];
  return [{ what: "deadline", says: after.says, article: after.cites.article, on: before.on, before: before.on, after: after.on }];
}

/** What differs on one case on a day. */
export function caseOtherwise(was: Scheme, other: Scheme, told: Told, calendar: WorkCalendar, on: LocalDate, sumsOn: SumsOn = NO_SUMS): Otherwise {
  const money = told.opened ? claimOtherwise(was, other, told.opened, told.fileEvents, on, sumsOn) : { differences: [], unknown: [] };
  return {
    differences: [
      ...rulesOtherwise(was, other, told),
      ...slotOtherwise(was, other, told.events),
      ...tierOtherwise(was, other, told.state),
      ...dueOtherwise(was, other, told.state, calendar),
      ...money.differences,
    ],
    unknown: money.unknown,
  };
}

/** Sums over what differs in money. */
export function sumOf(differences: readonly Difference[], what: Difference["what"]): { readonly before: Fen; readonly after: Fen } {
  const own = differences.filter((one) => one.what === what);
  const sum = (side: "before" | "after") => own.reduce<Fen>((all, { money }) => (all + (money?.[side] ?? ZERO)) as Fen, ZERO);
  return { before: sum("before"), after: sum("after") };
}
