/** Where the ratio of a formula comes from: fixed, by choice, by size, by steps, out of the loan's own shares, or several of these multiplied. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { fen, isRatio, type Ratio, yuan } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import type { FormulaFacts } from "./formula";

/** One band of loan size: up to and including `upTo` fen; absent for the last. */
export interface Band {
  readonly upTo?: number;
  readonly ratio: Ratio;
}

/** From a mark on, the mark itself included, until the next one. */
export interface StepRatio {
  readonly from: Ratio;
  readonly ratio: Ratio;
}

/** Another day by which a number is read, by its name among the facts' days, or how the document is read on it; the day of the computation where absent. */
type AsOf = string | Parameter<string>;

interface Fixed {
  readonly kind: "fixed";
  readonly ratio: Parameter<Ratio>;
  readonly asOf?: AsOf;
  /** The word where nobody has set it yet: an empty text is no ratio. */
  readonly unset?: RefusalCode;
}

/** By what the panel chose; a given ratio named in `lowered`, which a sanction or an agreement put below it, goes first. */
interface ByChoice {
  readonly kind: "by_choice";
  readonly ratios: Readonly<Record<string, Parameter<Ratio>>>;
  readonly lowered?: { readonly name: string; readonly cites: Citation };
  readonly cites: Citation;
}

/** One party's share of those who bear a loss. */
interface OfShares {
  readonly kind: "of_shares";
  readonly among: Parameter<readonly { readonly party: string; readonly share: Ratio }[]>;
  readonly party: string;
}

/** By the size of the loan; no band of it may be above `most`. */
interface ByBand {
  readonly kind: "by_band";
  readonly of: string;
  readonly bands: Parameter<readonly Band[]>;
  readonly over: RefusalCode;
  readonly most?: { readonly ratio: Parameter<Ratio>; readonly code: RefusalCode };
  readonly asOf?: AsOf;
}

/** A ratio that must have been configured, never above a ceiling. */
interface Given {
  readonly kind: "given";
  readonly name: string;
  readonly max: Parameter<Ratio>;
  readonly missing: RefusalCode;
  readonly over: RefusalCode;
}

/** By a mark that is no money, such as a score: the last step that it reaches. */
interface ByStep {
  readonly kind: "by_step";
  readonly of: string;
  readonly steps: Parameter<readonly StepRatio[]>;
  readonly unset: RefusalCode;
}

/** A part of a ratio that comes with the loan, such as one bearer's share of it, and never more than a ceiling. */
interface PartOf {
  readonly kind: "part_of";
  readonly of: string;
  readonly part: Parameter<Ratio>;
  readonly most: Parameter<Ratio>;
  readonly missing: RefusalCode;
}

/** Several multiplied, so that an amount is rounded once. */
interface Product {
  readonly kind: "product";
  readonly of: readonly RatioNode[];
}

export type RatioNode = Fixed | ByChoice | OfShares | ByBand | Given | ByStep | PartOf | Product;

function dayFor(asOf: AsOf | undefined, facts: FormulaFacts, on: LocalDate, cites: Citation): Outcome<LocalDate> {
  if (asOf === undefined) return accept(on);
  const named = typeof asOf === "string" ? accept(asOf) : valueOn(asOf, on);
  if (!named.ok) return named;
  const found = facts.days?.[named.value];
  return found === undefined ? refuse("fact_missing", { figure: named.value }, cites) : accept(found);
}

function fixed({ ratio, asOf, unset }: Fixed, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  const as = dayFor(asOf, facts, on, ratio.cites);
  if (!as.ok) return as;
  const value = valueOn(ratio, as.value);
  return value.ok && value.value === "" && unset ? refuse(unset, { parameter: ratio.key }, ratio.cites) : value;
}

function byChoice(node: ByChoice, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  const choice = facts.choice ?? "";
  const ratio = Object.hasOwn(node.ratios, choice) ? node.ratios[choice] : undefined;
  if (!ratio) return refuse("tier_invalid", { given: facts.choice ?? "—" }, node.cites);
  const chosen = valueOn(ratio, on);
  const lowered = node.lowered ? facts.ratios?.[node.lowered.name] : undefined;
  if (!chosen.ok || lowered === undefined) return chosen;
  const lower = isRatio(lowered) && new Decimal(lowered).lt(chosen.value);
  return lower ? accept(lowered) : refuse("ratio_mismatch", { given: lowered.slice(0, 40), ratio: chosen.value }, node.lowered?.cites);
}

function ofShares(node: OfShares, on: LocalDate): Outcome<Ratio> {
  const among = valueOn(node.among, on);
  if (!among.ok) return among;
  const part = among.value.find(({ party }) => party === node.party);
  if (!part) throw new RangeError(`${node.party} is not among the parties`);
  return accept(part.share);
}

/** A ratio held against a ceiling; text that is no ratio is refused. */
function atMost(ratio: Ratio, max: Parameter<Ratio>, code: RefusalCode, on: LocalDate): Outcome<Ratio> {
  if (!isRatio(ratio)) return refuse("field_invalid", { given: ratio.slice(0, 40) }, max.cites);
  const most = valueOn(max, on);
  if (!most.ok) return most;
  return new Decimal(ratio).gt(most.value) ? refuse(code, { ratio, limit: most.value }, max.cites) : accept(ratio);
}

function byBand({ of, bands, over, most, asOf }: ByBand, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  const as = dayFor(asOf, facts, on, bands.cites);
  if (!as.ok) return as;
  const inForce = valueOn(bands, as.value);
  if (!inForce.ok) return inForce;
  const size = facts.figures[of];
  const band = size === undefined ? undefined : inForce.value.find((candidate) => candidate.upTo === undefined || size <= fen(candidate.upTo));
  if (!band) return refuse(over, { amount: size === undefined ? "—" : yuan(size) }, bands.cites);
  return most ? atMost(band.ratio, most.ratio, most.code, as.value) : accept(band.ratio);
}

function byStep({ of, steps, unset }: ByStep, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  const inForce = valueOn(steps, on);
  if (!inForce.ok) return inForce;
  const mark = facts.ratios?.[of];
  const reached =
    mark === undefined || !isRatio(mark)
      ? undefined
      : inForce.value
          .filter(({ from }) => new Decimal(from).lte(mark))
          .sort(bySteps)
          .at(-1);
  return reached ? accept(reached.ratio) : refuse(unset, { figure: of, given: mark?.slice(0, 40) ?? "—" }, steps.cites);
}

const bySteps = (a: StepRatio, b: StepRatio): number => new Decimal(a.from).cmp(b.from);

function partOf({ of, part, most, missing }: PartOf, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  const given = facts.ratios?.[of];
  const taken = valueOn(part, on);
  const limit = valueOn(most, on);
  if (!taken.ok) return taken;
  if (!limit.ok) return limit;
  if (given === undefined || !isRatio(given)) return refuse(missing, { given: given?.slice(0, 40) ?? "—" }, part.cites);
  return accept(Decimal.min(new Decimal(given).times(taken.value), limit.value).toFixed());
}

function product(node: Product, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  let whole = new Decimal(1);
  for (const factor of node.of) {
    const ratio = ratioOf(factor, facts, on);
    if (!ratio.ok) return ratio;
    whole = whole.times(ratio.value);
  }
  return accept(whole.toFixed());
}

/** The ratio that a node gives on a day; its derivation stays with whoever asks. Refuses the node's own words. */
export function ratioOf(node: RatioNode, facts: FormulaFacts, on: LocalDate): Outcome<Ratio> {
  switch (node.kind) {
    case "fixed":
      return fixed(node, facts, on);
    case "by_choice":
      return byChoice(node, facts, on);
    case "of_shares":
      return ofShares(node, on);
    case "by_band":
      return byBand(node, facts, on);
    case "by_step":
      return byStep(node, facts, on);
    case "part_of":
      return partOf(node, facts, on);
    case "product":
      return product(node, facts, on);
    case "given": {
      const ratio = facts.ratios?.[node.name];
      return ratio === undefined ? refuse(node.missing, {}, node.max.cites) : atMost(ratio, node.max, node.over, on);
    }
  }
}
