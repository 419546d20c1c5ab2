/** A rule is a value: what it says, which article says so, from when, and a pure function. Running rules gives an outcome with its whole trace. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import type { Figures, Outcome, Refusal } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import type { Facts } from "./facts";
import { type Parameter, valueOn } from "./parameter";

/** The moments at which a rule is asked again. */
export type Checkpoint =
  | "application"
  | "recommendation"
  | "screening"
  | "review"
  | "push"
  | "disbursement"
  /** A loan that an institution made is entered and held against the document. */
  | "registration"
  | "claim";

/** What a rule found: met, unmet (a refusal), missing (cannot be judged yet) or a warning that never blocks. */
export type Verdict = "met" | "unmet" | "missing" | "warning";

export interface Finding {
  readonly rule: string;
  readonly version: string;
  readonly verdict: Verdict;
  readonly code?: RefusalCode;
  readonly figures: Figures;
  readonly says: string;
  readonly cites: Citation;
  readonly field?: string;
}

/** A test's answer: `undefined` code means met. */
export interface Answer {
  readonly verdict: Verdict;
  readonly code?: RefusalCode;
  readonly figures?: Figures;
  readonly field?: string;
}

/** Reads a parameter on the day of the decision, or on another day. */
export type Reader = <T>(parameter: Parameter<T>, on?: LocalDate) => T;

export interface Rule {
  /** The requirement it carries, e.g. `YQ-020`. */
  readonly id: string;
  /** Major: the text changed; minor: our reading of it was wrong. */
  readonly version: string;
  readonly cites: Citation;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly says: string;
  readonly at: readonly Checkpoint[];
  /** The modes of lending for which it is asked; all where absent, and wherever the mode is not known yet. */
  readonly modes?: readonly string[];
  /** `value` reads a parameter on the day of the decision, or on another day that the question names. */
  readonly test: (facts: Facts, value: Reader) => Answer;
}

export interface Decision {
  readonly outcome: "eligible" | "ineligible" | "incomplete";
  readonly checkpoint: Checkpoint;
  readonly on: LocalDate;
  readonly ruleSet: string;
  /** One finding a rule, in the order of the document's articles. */
  readonly findings: readonly Finding[];
}

class NotInForce extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

function findingOf(rule: Rule, facts: Facts, value: Reader): Finding {
  const base = { rule: rule.id, version: rule.version, says: rule.says, cites: rule.cites };
  try {
    const { verdict, code, figures = {}, field } = rule.test(facts, value);
    return { ...base, verdict, figures, ...(code ? { code } : {}), ...(field ? { field } : {}) };
  } catch (thrown) {
    if (!(thrown instanceof NotInForce)) throw thrown;
    return { ...base, verdict: "unmet", code: thrown.refusal.code, figures: thrown.refusal.figures };
  }
}

/**
 * Asks every rule of a checkpoint that is in force on the day. Any unmet rule makes it ineligible, else any missing fact makes it
 * incomplete; all findings are kept, so that one answer lists every reason. A day on which none of the checkpoint's rules is in force
 * judges nothing: it is incomplete, never eligible.
 */
export function decideEligibility(rules: readonly Rule[], facts: Facts, checkpoint: Checkpoint, on: LocalDate, ruleSet: string): Decision {
  const value: Reader = <T>(parameter: Parameter<T>, as?: LocalDate): T => {
    const found: Outcome<T> = valueOn(parameter, as ?? on);
    if (found.ok) return found.value;
    throw new NotInForce(found.refusals[0] as Refusal);
  };
  const mode = facts.loan?.mode;
  const asked = rules.filter((rule) => rule.at.includes(checkpoint) && (mode === undefined || !rule.modes || rule.modes.includes(mode)));
  const inForce = asked.filter((rule) => rule.from <= on && (rule.until === undefined || on <= rule.until));
  const findings = inForce.map((rule) => findingOf(rule, facts, value));
  const unjudged = asked.length > 0 && inForce.length === 0;
  const outcome = findings.some((f) => f.verdict === "unmet")
    ? "ineligible"
    : unjudged || findings.some((f) => f.verdict === "missing")
      ? "incomplete"
      : "eligible";
  return { outcome, checkpoint, on, ruleSet, findings };
}

/** The findings that stand in the way: unmet ones first, then what is missing, each in article order. */
export const obstacles = (decision: Decision): readonly Finding[] => [
  ...decision.findings.filter((f) => f.verdict === "unmet"),
  ...decision.findings.filter((f) => f.verdict === "missing"),
];

export const warnings = (decision: Decision): readonly Finding[] => decision.findings.filter((f) => f.verdict === "warning");

export const refusalOf = (finding: Finding): Refusal => ({
  code: finding.code ?? "fact_missing",
  figures: finding.figures,
  cites: finding.cites,
  ...(finding.field ? { field: finding.field } : {}),
});
