/** A compensation formula is a small tree of cited nodes; evaluating it gives the amount and its derivation, node by node. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, fen, lesser, minus, plus, type Ratio, type Rounding, roundFen, split, timesRatio, yuan } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import { type Band, type RatioNode, ratioOf } from "./ratio";

export type Formula =
  /** A figure of the case, in fen, e.g. the outstanding principal. */
  | { readonly kind: "figure"; readonly id: string; readonly of: string; readonly says: string; readonly cites: Citation }
  /** Several nodes together. */
  | { readonly kind: "sum"; readonly id: string; readonly of: readonly Formula[]; readonly says: string; readonly cites: Citation }
  /** One of several nodes, by how the document is read on the day. */
  | {
      readonly kind: "read_as";
      readonly id: string;
      readonly by: Parameter<string>;
      readonly of: Readonly<Record<string, Formula>>;
      readonly says: string;
      readonly cites: Citation;
    }
  /** Another node times a ratio. */
  | {
      readonly kind: "times";
      readonly id: string;
      readonly of: Formula;
      readonly by: RatioNode;
      readonly rounding: Rounding;
      readonly says: string;
      readonly cites: Citation;
    }
  /** One of several nodes, by the loan's mode; a mode that is not named refuses with the word. */
  | {
      readonly kind: "by_mode";
      readonly id: string;
      readonly of: Readonly<Record<string, Formula>>;
      readonly other: RefusalCode;
      readonly says: string;
      readonly cites: Citation;
    }
  /**
   * Bands by the size of the loan. `whole`: the one ratio of its band on the whole base; `marginal`: each slice of the base at its own band's ratio.
   * A loan beyond the last band, and a base above the loan, are refused.
   */
  | {
      readonly kind: "banded";
      readonly id: string;
      readonly of: Formula;
      /** The figure that picks the band, or how the document is read on it. */
      readonly size: string | Parameter<string>;
      readonly bands: Parameter<readonly Band[]>;
      readonly method: Parameter<"whole" | "marginal">;
      readonly over: RefusalCode;
      readonly rounding: Rounding;
      readonly says: string;
      readonly cites: Citation;
    }
  /** A node that can never be more than another: what is more is refused, not cut. */
  | {
      readonly kind: "within";
      readonly id: string;
      readonly of: Formula;
      readonly most: Formula;
      readonly code: RefusalCode;
      readonly says: string;
      readonly cites: Citation;
    }
  /** What one node leaves of another, never below nothing: the next payer of a loss that several bear one after the other. */
  | { readonly kind: "less"; readonly id: string; readonly of: Formula; readonly taken: Formula; readonly says: string; readonly cites: Citation }
  /** One party's part when a sum is split among all, so that the parts sum exactly. */
  | {
      readonly kind: "share";
      readonly id: string;
      readonly of: Formula;
      readonly among: Parameter<readonly { readonly party: string; readonly share: Ratio }[]>;
      readonly party: string;
      readonly says: string;
      readonly cites: Citation;
    }
  /** The least of several nodes: caps and what is available. */
  | { readonly kind: "least"; readonly id: string; readonly of: readonly Formula[]; readonly says: string; readonly cites: Citation }
  /** What is left of a limit after what was used. */
  | {
      readonly kind: "room";
      readonly id: string;
      readonly limit: Parameter<number> | Formula;
      readonly used: string;
      readonly says: string;
      readonly cites: Citation;
    };

export interface FormulaFacts {
  readonly figures: Readonly<Record<string, Fen>>;
  readonly choice?: string;
  readonly mode?: string;
  readonly ratios?: Readonly<Record<string, Ratio>>;
  /** Days by which a number may have to be read instead of the day of the computation, e.g. `disbursed`. */
  readonly days?: Readonly<Record<string, LocalDate>>;
}

/** One line of the derivation. */
export interface Derived {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly amount: Fen;
  readonly ratio?: Ratio;
  /** Of a `least` node, the id of the node that bound. */
  readonly bound?: string;
}

export interface Computed {
  readonly amount: Fen;
  readonly derivation: readonly Derived[];
}

function figure(facts: FormulaFacts, name: string, cites: Citation): Outcome<Fen> {
  const amount = facts.figures[name];
  if (amount === undefined) return refuse("fact_missing", { figure: name }, cites);
  return amount < 0 ? refuse("amount_invalid", { given: yuan(amount) }, cites) : accept(amount);
}

type Banded = Extract<Formula, { kind: "banded" }>;

/** The slice of a base that lies in each band, in fen. */
function slicesOf(bands: readonly Band[], base: Fen): { readonly ratio: Ratio; readonly amount: Fen }[] {
  let below = fen(0);
  return bands.map(({ upTo, ratio }) => {
    const top = upTo === undefined ? base : lesser(base, fen(upTo));
    const amount = minus(top, lesser(top, below));
    below = top > below ? top : below;
    return { ratio, amount };
  });
}

/** Amount and, where one ratio holds for the whole, that ratio. */
function inBands(node: Banded, base: Fen, facts: FormulaFacts, on: LocalDate): Outcome<{ readonly amount: Fen; readonly ratio?: Ratio }> {
  const named = typeof node.size === "string" ? accept(node.size) : valueOn(node.size, on);
  if (!named.ok) return named;
  const size = figure(facts, named.value, node.cites);
  if (!size.ok) return size;
  if (base > size.value) return refuse("band_input", { loan: yuan(size.value), base: yuan(base) }, node.cites);
  const ratio = ratioOf({ kind: "by_band", of: named.value, bands: node.bands, over: node.over }, facts, on);
  const method = valueOn(node.method, on);
  const bands = valueOn(node.bands, on);
  if (!ratio.ok) return ratio;
  if (!method.ok) return method;
  if (!bands.ok) return bands;
  if (method.value === "whole") return accept({ amount: timesRatio(base, ratio.value, node.rounding), ratio: ratio.value });
  // one rounding for all slices together
  const exact = slicesOf(bands.value, base).reduce((sum, slice) => sum.plus(new Decimal(slice.amount).times(slice.ratio)), new Decimal(0));
  return accept({ amount: roundFen(exact, node.rounding) });
}

/** Evaluates a formula on a day. Refuses what a node refuses; the derivation lists every node, leaves first. */
export function compute(formula: Formula, facts: FormulaFacts, on: LocalDate): Outcome<Computed> {
  const done = (amount: Fen, before: readonly Derived[], extra: Partial<Derived> = {}): Outcome<Computed> =>
    accept({ amount, derivation: [...before, { id: formula.id, says: formula.says, cites: formula.cites, amount, ...extra }] });
  switch (formula.kind) {
    case "figure": {
      const amount = figure(facts, formula.of, formula.cites);
      return amount.ok ? done(amount.value, []) : amount;
    }
    case "sum": {
      const parts: Computed[] = [];
      for (const part of formula.of) {
        const computed = compute(part, facts, on);
        if (!computed.ok) return computed;
        parts.push(computed.value);
      }
      return done(
        plus(...parts.map((part) => part.amount)),
        parts.flatMap((part) => part.derivation),
      );
    }
    case "read_as": {
      const reading = valueOn(formula.by, on);
      if (!reading.ok) return reading;
      const read = Object.hasOwn(formula.of, reading.value) ? formula.of[reading.value] : undefined;
      return read ? compute(read, facts, on) : refuse("field_invalid", { given: reading.value }, formula.by.cites);
    }
    case "by_mode": {
      const mode = facts.mode ?? "";
      const chosen = Object.hasOwn(formula.of, mode) ? formula.of[mode] : undefined;
      return chosen ? compute(chosen, facts, on) : refuse(formula.other, { given: mode || "—" }, formula.cites);
    }
    case "banded": {
      const base = compute(formula.of, facts, on);
      if (!base.ok) return base;
      const banded = inBands(formula, base.value.amount, facts, on);
      if (!banded.ok) return banded;
      return done(banded.value.amount, base.value.derivation, banded.value.ratio === undefined ? {} : { ratio: banded.value.ratio });
    }
    case "within": {
      const part = compute(formula.of, facts, on);
      if (!part.ok) return part;
      const most = compute(formula.most, facts, on);
      if (!most.ok) return most;
      return part.value.amount > most.value.amount
        ? refuse(formula.code, { amount: yuan(part.value.amount), limit: yuan(most.value.amount) }, formula.cites)
        : done(part.value.amount, part.value.derivation);
    }
    case "less": {
      const whole = compute(formula.of, facts, on);
      if (!whole.ok) return whole;
      const taken = compute(formula.taken, facts, on);
      if (!taken.ok) return taken;
      const left = minus(whole.value.amount, lesser(whole.value.amount, taken.value.amount));
      return done(left, [...whole.value.derivation, ...taken.value.derivation]);
    }
    case "times": {
      const base = compute(formula.of, facts, on);
      if (!base.ok) return base;
      const ratio = ratioOf(formula.by, facts, on);
      return ratio.ok ? done(timesRatio(base.value.amount, ratio.value, formula.rounding), base.value.derivation, { ratio: ratio.value }) : ratio;
    }
    case "share": {
      const base = compute(formula.of, facts, on);
      if (!base.ok) return base;
      const among = valueOn(formula.among, on);
      if (!among.ok) return among;
      const at = among.value.findIndex((part) => part.party === formula.party);
      if (at < 0) throw new RangeError(`${formula.id}: ${formula.party} is not among the parties`);
      const parts = split(
        base.value.amount,
        among.value.map((part) => part.share),
      );
      return done(parts[at] as Fen, base.value.derivation, { ratio: among.value[at]?.share ?? "0" });
    }
    case "least": {
      const parts: Computed[] = [];
      for (const part of formula.of) {
        const computed = compute(part, facts, on);
        if (!computed.ok) return computed;
        parts.push(computed.value);
      }
      const least = parts.reduce((best, part) => (part.amount < best.amount ? part : best), parts[0] as Computed);
      return done(
        least.amount,
        parts.flatMap((part) => part.derivation),
        { bound: formula.of[parts.indexOf(least)]?.id ?? "" },
      );
    }
    case "room": {
      const used = figure(facts, formula.used, formula.cites);
      if (!used.ok) return used;
      const limit = "kind" in formula.limit ? compute(formula.limit, facts, on) : valueOn(formula.limit, on);
      if (!limit.ok) return limit;
      const top = typeof limit.value === "number" ? fen(limit.value) : limit.value.amount;
      const before = typeof limit.value === "number" ? [] : limit.value.derivation;
      return done(fen(top - lesser(top, used.value)), before);
    }
  }
}
