/** Watching an institution's bad-loan ratio: what each mark brings, and when somebody may decide to pause or go on. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, isRatio, type Ratio } from "../money";
import { accept, type Figures, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import type { OrgKind } from "./party";

/** `tells` a warning; `asks` for an explanation and a plan, after which a pause may be decided; `blocks` new loans at once. */
export type WatchEffect = "tells" | "asks" | "blocks";

export interface WatchMark {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  /** A ratio of the document's own, or the average that somebody enters with its source. */
  readonly at: Parameter<Ratio> | "average";
  readonly passes: Parameter<">" | ">=">;
  readonly effect: WatchEffect;
  readonly code: RefusalCode;
}

export interface WatchRules {
  /** Whether the records hold every loan that is measured, or the figures of a period are entered because the document measures more. */
  readonly figures: { readonly from: "records" | "entered"; readonly by: readonly OrgKind[] };
  /** Bad balance over whole balance, or by number of loans. */
  readonly measure: Parameter<"balance" | "count">;
  readonly marks: readonly WatchMark[];
  /** Who pauses, by a decision with a paper; absent where nothing is paused by hand. */
  readonly pause?: { readonly by: readonly OrgKind[]; readonly cites: Citation };
  /** Who confirms that a partner whose ratio blocks new loans is one no longer. */
  readonly ends?: { readonly by: readonly OrgKind[]; readonly cites: Citation };
  readonly resume?: {
    readonly at: Parameter<Ratio>;
    readonly passes: Parameter<"<" | "<=">;
    readonly by: readonly OrgKind[];
    readonly cites: Citation;
    readonly code: RefusalCode;
  };
  readonly cites: Citation;
}

/** Month-end figures of one institution's loans under the document. */
export interface Book {
  readonly bad: { readonly balance: Fen; readonly count: number };
  readonly all: { readonly balance: Fen; readonly count: number };
}

/** The ratio with six decimals, half up; nothing lent is no bad ratio. */
export function badRatio(rules: WatchRules, book: Book, on: LocalDate): Outcome<Ratio> {
  const measure = valueOn(rules.measure, on);
  if (!measure.ok) return measure;
  const [bad, all] = measure.value === "balance" ? [book.bad.balance, book.all.balance] : [book.bad.count, book.all.count];
  return accept(all === 0 ? "0" : new Decimal(bad).div(all).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed());
}

export interface Marked {
  readonly mark: WatchMark;
  readonly figures: Figures;
}

/** Every mark that a ratio passes, in the order of the document. Refuses `field_invalid` for text that is no ratio; without an average its mark is not asked. */
export function marksPassed(rules: WatchRules, ratio: Ratio, average: Ratio | undefined, on: LocalDate): Outcome<readonly Marked[]> {
  if (!isRatio(ratio) || (average !== undefined && !isRatio(average)))
    return refuse("field_invalid", { given: ratio.slice(0, 40) }, rules.cites, "ratio");
  const passed: Marked[] = [];
  for (const mark of rules.marks) {
    const at: Outcome<Ratio | undefined> = mark.at === "average" ? accept(average) : valueOn(mark.at, on);
    const passes = valueOn(mark.passes, on);
    if (!at.ok) return at;
    if (!passes.ok) return passes;
    if (at.value === undefined) continue;
    const over = passes.value === ">" ? new Decimal(ratio).gt(at.value) : new Decimal(ratio).gte(at.value);
    if (over) passed.push({ mark, figures: { ratio, limit: at.value } });
  }
  return accept(passed);
}

/** Whether an institution may have new loans covered on its ratio alone. Refuses the word of the mark that blocks. */
export function mayCover(rules: WatchRules, ratio: Ratio, on: LocalDate): Outcome<true> {
  const passed = marksPassed(rules, ratio, undefined, on);
  if (!passed.ok) return passed;
  const block = passed.value.find(({ mark }) => mark.effect === "blocks");
  return block ? refuse(block.mark.code, block.figures, block.mark.cites) : accept(true);
}

export interface WatchDecision {
  readonly by: OrgKind;
  readonly documentNo: string;
}

/** A pause is decided, never automatic. Refuses `decision_required`, `role_forbidden`, and `pause_not_allowed` below every mark that asks for it. */
export function mayPause(rules: WatchRules, ratio: Ratio, decision: WatchDecision | undefined, on: LocalDate): Outcome<true> {
  if (!rules.pause) return refuse("pause_not_allowed", { ratio }, rules.cites);
  const decided = decidedBy(rules.pause.by, decision, rules.pause.cites);
  if (!decided.ok) return decided;
  const passed = marksPassed(rules, ratio, undefined, on);
  if (!passed.ok) return passed;
  return passed.value.some(({ mark }) => mark.effect === "asks") ? accept(true) : refuse("pause_not_allowed", { ratio }, rules.pause.cites);
}

/** Nothing is agreed to or ordered to be paid to an institution while a decision pauses it. Refuses `partner_paused`. */
export const mayBePaid = (rules: WatchRules | undefined, pausedBy: string | undefined): Outcome<true> =>
  pausedBy === undefined ? accept(true) : refuse("partner_paused", { documentNo: pausedBy }, rules?.pause?.cites ?? rules?.cites);

/** Refuses the document's word while the ratio is still too high, or `decision_required`. */
export function mayResume(rules: WatchRules, ratio: Ratio, decision: WatchDecision | undefined, on: LocalDate): Outcome<true> {
  const { resume } = rules;
  if (!resume) return refuse("decision_required", { ratio }, rules.cites);
  const at = valueOn(resume.at, on);
  const passes = valueOn(resume.passes, on);
  if (!at.ok) return at;
  if (!passes.ok) return passes;
  if (!isRatio(ratio)) return refuse("field_invalid", { given: ratio.slice(0, 40) }, resume.cites, "ratio");
  const low = passes.value === "<" ? new Decimal(ratio).lt(at.value) : new Decimal(ratio).lte(at.value);
  if (!low) return refuse(resume.code, { ratio, limit: at.value }, resume.cites);
  const decided = decidedBy(resume.by, decision, resume.cites);
  return decided.ok ? accept(true) : refuse(resume.code, { ratio, missing: "decision" }, resume.cites);
}

/** A partner whose ratio blocks new loans is ended by a decision. Refuses `decision_required`, `role_forbidden`, `pause_not_allowed` below the mark. */
export function mayEnd(rules: WatchRules, ratio: Ratio, decision: WatchDecision | undefined, on: LocalDate): Outcome<true> {
  const passed = marksPassed(rules, ratio, undefined, on);
  if (!passed.ok) return passed;
  const block = passed.value.find(({ mark }) => mark.effect === "blocks");
  if (!block || !rules.ends) return refuse("pause_not_allowed", { ratio }, rules.cites);
  return decidedBy(rules.ends.by, decision, rules.ends.cites);
}

/** What an institution's own paper says of a ratio that asks for one. Refuses `not_found` where nothing is asked, `field_required` for a missing half. */
export function explained(marks: readonly Marked[], said: { readonly text: string; readonly plan: string }): Outcome<true> {
  const asks = marks.find(({ mark }) => mark.effect === "asks");
  if (!asks) return refuse("not_found");
  const empty = said.text.trim() === "" ? "text" : said.plan.trim() === "" ? "plan" : undefined;
  return empty ? refuse("field_required", { field: empty }, asks.mark.cites, empty) : accept(true);
}

function decidedBy(kinds: readonly OrgKind[], decision: WatchDecision | undefined, cites: Citation): Outcome<true> {
  if (!decision?.documentNo.trim()) return refuse("decision_required", {}, cites);
  return kinds.includes(decision.by) ? accept(true) : refuse("role_forbidden", { kind: decision.by }, cites);
}
