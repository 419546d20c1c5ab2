/** How a number of a document may change: a new version from a day on, the old ones kept for ever; by whom, with whose paper, and within what. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import { addDays, type LocalDate } from "../local-date";
import { isRatio, type Ratio } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, type Version, valueOn } from "../rule/parameter";
import type { Act } from "./act";
import { type ConferenceDecision, type ConferenceRules, decisionOn } from "./conference";
import type { OrgKind } from "./party";

/** What a document asks of a change of some of its numbers; a number without a rule changes by the office's own act. */
export interface ChangeRule {
  readonly keys: readonly string[];
  readonly by?: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** Decided by the conference under this topic. */
  readonly decided?: { readonly topic: string; readonly cites: Citation };
  /** A higher authority's paper, and the word without it. */
  readonly paper?: { readonly code: RefusalCode; readonly cites: Citation };
  /** What no ratio in it may reach, or pass. */
  readonly ratios?: { readonly at: Parameter<Ratio>; readonly passes: "<" | "<="; readonly code: RefusalCode; readonly cites: Citation };
}

export interface ChangeRules {
  readonly rules: readonly ChangeRule[];
  /** That what was in force is never written over. */
  readonly history: Citation;
}

export interface ChangeScheme {
  readonly parameters: readonly Parameter<unknown>[];
  readonly benchmarks?: readonly Parameter<Ratio>[];
  readonly changes?: ChangeRules;
  readonly conference?: ConferenceRules;
}

export interface Change {
  readonly key: string;
  readonly value: unknown;
  readonly from: LocalDate;
  /** The conference's decision. */
  readonly decisionNo?: string;
  /** The higher authority's paper. */
  readonly paperNo?: string;
}

/** A number that the document leaves to the district and nobody has given yet. */
export const isUnset = (value: unknown): boolean => value === "" || value === 0 || (Array.isArray(value) && value.length === 0);

/** The ratios in a value: itself, or those of its bands, steps and weights. */
const ratiosIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: { readonly ratio?: unknown }) => (typeof part?.ratio === "string" ? [part.ratio] : []));
};

function withinRatio(rule: ChangeRule, value: unknown, on: LocalDate): Outcome<true> {
  if (!rule.ratios) return accept(true);
  const { at, passes, code, cites } = rule.ratios;
  const most = valueOn(at, on);
  if (!most.ok) return most;
  const over = (ratio: Ratio) => (passes === "<" ? new Decimal(ratio).gte(most.value) : new Decimal(ratio).gt(most.value));
  const wrong = ratiosIn(value).find((ratio) => !isRatio(ratio) || over(ratio));
  return wrong === undefined ? accept(true) : refuse(code, { ratio: wrong.slice(0, 40), limit: most.value }, cites, "value");
}

/** Who sets a number: those whom the document names for it, else the office. */
export function changedBy(scheme: Pick<ChangeScheme, "changes">, key: string): readonly OrgKind[] {
  const named = scheme.changes?.rules.filter((rule) => rule.by && rule.keys.includes(key)) ?? [];
  return named.length > 0 ? [...new Set(named.flatMap(({ by }) => by?.kinds ?? []))] : ["office"];
}

/** Everybody who sets some number of the document. */
export const changers = ({ changes }: Pick<ChangeScheme, "changes">): readonly OrgKind[] => [
  ...new Set(["office" as const, ...(changes?.rules.flatMap(({ by }) => by?.kinds ?? []) ?? [])]),
];

function allowed(scheme: ChangeScheme, change: Change, decisions: readonly ConferenceDecision[]): Outcome<true> {
  for (const rule of scheme.changes?.rules.filter(({ keys }) => keys.includes(change.key)) ?? []) {
    const fits = withinRatio(rule, change.value, change.from);
    if (!fits.ok) return fits;
    if (rule.decided) {
      if (!change.decisionNo?.trim() || !scheme.conference) return refuse("decision_required", {}, rule.decided.cites, "decisionNo");
      const decided = decisionOn(scheme.conference, decisions, { topic: rule.decided.topic, documentNo: change.decisionNo }, change.from);
      if (!decided.ok) return decided;
    }
    if (rule.paper && !change.paperNo?.trim()) return refuse(rule.paper.code, {}, rule.paper.cites, "paperNo");
  }
  return accept(true);
}

/**
 * The parameter with one version more; the one before it ends on the day before. A number that nobody has set yet may be set from an earlier day on,
 * for nothing was computed by it; any other from tomorrow on, for today something may have been decided by the number of today; what others publish is in force from their day on, whenever it is entered. Refuses `field_invalid`, the rules' own words, and `param_history` for a day on which another number was in force.
 */
export function changeParameter(
  scheme: ChangeScheme,
  change: Change,
  decisions: readonly ConferenceDecision[],
  act: Act,
): Outcome<Parameter<unknown>> {
  const parameter = scheme.parameters.find(({ key }) => key === change.key);
  if (!parameter) return refuse("field_invalid", { given: change.key.slice(0, 40) }, undefined, "key");
  if (parameter.options && !parameter.options.includes(change.value))
    return refuse("field_invalid", { given: String(change.value).slice(0, 40) }, parameter.cites, "value");
  const last = parameter.versions.at(-1);
  const unset = last === undefined || isUnset(last.value);
  const first = last?.from ?? change.from;
  const published = scheme.benchmarks?.some(({ key }) => key === change.key) === true;
  if (unset ? change.from < first : change.from <= first || (!published && change.from <= act.on))
    return refuse("param_history", { from: change.from, since: first, on: act.on }, scheme.changes?.history ?? parameter.cites, "from");
  if (!changedBy(scheme, change.key).includes(act.actor.org.kind)) {
    const named = scheme.changes?.rules.find((rule) => rule.by && rule.keys.includes(change.key))?.by;
    return refuse("role_forbidden", { kind: act.actor.org.kind }, named?.cites ?? parameter.cites);
  }
  const may = allowed(scheme, change, decisions);
  if (!may.ok) return may;
  const documentNo = change.paperNo ?? change.decisionNo;
  return accept(withVersion(parameter, { from: change.from, value: change.value, ...(documentNo ? { documentNo } : {}) }));
}

/** A version from its day on; the one before it ends on the day before, and what was to begin later gives way to it. */
export function withVersion(parameter: Parameter<unknown>, next: Version<unknown>): Parameter<unknown> {
  const before = parameter.versions.filter(({ from }) => from < next.from);
  const kept = before.map((version, at) => (at === before.length - 1 ? { ...version, until: addDays(next.from, -1) } : version));
  return { ...parameter, versions: [...kept, next] };
}
