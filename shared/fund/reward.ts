/** What a good partner gets beside compensation: a part of the business it brought in a year, by its leverage and by how it was judged. */
import type { Citation } from "../citation";
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, plus, type Ratio } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Evaluation, type EvaluationRules, scoreOf } from "../process/evaluation";
import type { OrgKind } from "../process/party";
import { type Computed, compute, type Formula } from "./formula";
import type { Opined } from "./second-opinion";

export interface RewardRules {
  /** Asked with the year's batch volume as figure `newBatchVolume` and the marks `leverage` and `score`. */
  readonly formula: Formula;
  readonly to: { readonly kinds: readonly OrgKind[]; readonly cites: Citation };
  /** That the same volume of a bank is what deposits of other funds go by. */
  readonly indicator?: Citation;
  readonly evaluation: EvaluationRules;
  readonly cites: Citation;
}

/** A loan of a batch, with everybody who takes part in it. */
export interface BatchLoan {
  readonly lenderId: string;
  readonly partnerId?: string;
  readonly principal: Fen;
  readonly disbursedOn: LocalDate;
  readonly batch: boolean;
}

/** Principal of loans that were guaranteed in batches in a calendar year with this institution: what rewards and deposits of other funds go by. */
export const newBatchVolume = (loans: readonly BatchLoan[], institutionId: string, year: number): Fen =>
  plus(
    ...loans
      .filter(({ batch, disbursedOn }) => batch && partsOf(disbursedOn).year === year)
      .filter(({ lenderId, partnerId }) => lenderId === institutionId || partnerId === institutionId)
      .map(({ principal }) => principal),
  );

export interface Reward extends Computed {
  readonly score: Ratio;
  /** What the second opinion is asked with. */
  readonly basis: Pick<Opined, "base" | "ratio" | "loss" | "covered" | "formula">;
}

/** Refuses `partner_type` for who gets none, `evaluation_missing` without its year's judgement, and the formula's own word while a number is not set. */
export function rewardOf(
  rules: RewardRules,
  institution: { readonly id: string; readonly kind: OrgKind },
  year: { readonly year: number; readonly volume: Fen; readonly leverage: Ratio; readonly evaluation?: Evaluation },
  on: LocalDate,
): Outcome<Reward> {
  if (!rules.to.kinds.includes(institution.kind)) return refuse("partner_type", { given: institution.kind }, rules.to.cites);
  const { evaluation, volume, leverage } = year;
  const judged = evaluation?.institutionId === institution.id && evaluation.year === year.year ? evaluation : undefined;
  const score = scoreOf(rules.evaluation, judged, on);
  if (!score.ok) return score;
  const facts = { figures: { newBatchVolume: volume }, ratios: { leverage, score: score.value } };
  const computed = compute(rules.formula, facts, on);
  if (!computed.ok) return computed;
  const { amount } = computed.value;
  const ratio = computed.value.derivation.at(-1)?.ratio ?? "0";
  const basis = { base: volume, ratio, loss: amount, covered: plus(), formula: { tree: rules.formula, facts, on } };
  return accept({ ...computed.value, score: score.value, basis });
}
