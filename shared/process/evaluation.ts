/** Judging an institution once a year: points for what the document looks at, weighed; the score is what rewards hang on. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { areOneWhole, isRatio, type Ratio } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { OrgKind } from "./party";

export interface Weight {
  readonly metric: string;
  readonly weight: Ratio;
}

export interface EvaluationRules {
  readonly by: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** What is looked at above all. */
  readonly metrics: readonly { readonly id: string; readonly says: string; readonly cites: Citation }[];
  /** Of one whole; empty while nobody has set them. */
  readonly weights: Parameter<readonly Weight[]>;
  readonly cites: Citation;
}

export interface Evaluation {
  readonly institutionId: string;
  readonly year: number;
  /** Of a hundred, by metric. */
  readonly points: Readonly<Record<string, Ratio>>;
  readonly by: OrgKind;
  readonly documentNo: string;
}

const isPoints = (text: string | undefined): text is string => text !== undefined && isRatio(text) && new Decimal(text).lte(100);

/** The weighed score. Refuses `evaluation_missing` without weights, without points for a metric or without a paper, `role_forbidden`. */
export function scoreOf(rules: EvaluationRules, evaluation: Evaluation | undefined, on: LocalDate): Outcome<Ratio> {
  const weights = valueOn(rules.weights, on);
  if (!weights.ok) return weights;
  const weighed = weights.value.map(({ weight }) => weight);
  const known = weights.value.every(({ metric }) => rules.metrics.some(({ id }) => id === metric));
  if (!known || !areOneWhole(weighed)) return refuse("evaluation_missing", { weights: weighed.join("+") || "—" }, rules.weights.cites);
  if (!evaluation || evaluation.documentNo.trim() === "") return refuse("evaluation_missing", {}, rules.cites);
  if (!rules.by.kinds.includes(evaluation.by)) return refuse("role_forbidden", { kind: evaluation.by }, rules.by.cites);
  let score = new Decimal(0);
  for (const { metric, weight } of weights.value) {
    const points = evaluation.points[metric];
    if (!isPoints(points))
      return refuse("evaluation_missing", { missing: rules.metrics.find(({ id }) => id === metric)?.says ?? metric }, rules.cites);
    score = score.plus(new Decimal(points).times(weight));
  }
  return accept(score.toFixed());
}
