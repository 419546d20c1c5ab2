/** What is told of a document that is read through as a whole: a fact of its own words and numbers, never a failure of whoever applies it. */
import type { Citation } from "../citation";
import type { Figures } from "../outcome";

export type LintKind =
  /** An amount that pays less when the loan grows by one fen. */
  | "cliff"
  /** Votes of a panel of which none carries. */
  | "tie"
  /** A restart after which the same figures pause again. */
  | "restart"
  /** Days of the document's life on which a number, a rule or the life itself is not there. */
  | "gap"
  /** Days on which two versions hold. */
  | "overlap"
  /** A limit that another one always reaches first. */
  | "idle_limit";

export const LINT_KINDS: readonly LintKind[] = ["cliff", "tie", "restart", "gap", "overlap", "idle_limit"];

export interface LintFinding {
  readonly kind: LintKind;
  readonly cites: Citation;
  readonly figures: Figures;
  /** One plain sentence, for everybody. */
  readonly says: string;
}

export const finding = (kind: LintKind, cites: Citation, figures: Figures, says: string): LintFinding => ({ kind, cites, figures, says });

/** The same fact on several days of a life is told once. */
export function once(findings: readonly LintFinding[]): readonly LintFinding[] {
  const told = new Map(findings.map((one) => [`${one.kind} ${one.cites.article} ${one.says}`, one]));
  return [...told.values()];
}
