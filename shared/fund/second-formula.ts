/**
 * A formula worked out a second time: by whole numbers and exact fractions, from the document's tree alone, with none of the engine's code. What it
 * cannot work out it says so by `undefined`, which stops a payment like any difference.
 */
import type { LocalDate } from "../local-date";
import type { Parameter } from "../rule/parameter";
import type { Formula, FormulaFacts } from "./formula";
import { type Fraction, fractionOf, isMore, largestRemainder, times } from "./fraction";
import type { RatioNode } from "./ratio";

/** The version of the day, found by our own reading of the dates. */
function inForce<T>(parameter: Parameter<T>, on: LocalDate): T | undefined {
  return parameter.versions.find(({ from, until }) => !(on < from) && !(until !== undefined && until < on))?.value;
}

/** The same by another day of the facts, where the node names one. */
function readAsOf<T>(parameter: Parameter<T>, asOf: string | Parameter<string> | undefined, facts: FormulaFacts, on: LocalDate): T | undefined {
  if (asOf === undefined) return inForce(parameter, on);
  const name = typeof asOf === "string" ? asOf : inForce(asOf, on);
  const as = name === undefined ? undefined : facts.days?.[name];
  return as && inForce(parameter, as);
}

function figureOf(facts: FormulaFacts, name: string): bigint | undefined {
  const given = facts.figures[name];
  return given === undefined || given < 0 ? undefined : BigInt(given);
}

function ratioBy(node: RatioNode, facts: FormulaFacts, on: LocalDate): Fraction | undefined {
  switch (node.kind) {
    case "fixed":
      return fractionOf(readAsOf(node.ratio, node.asOf, facts, on));
    case "of_shares":
      return fractionOf(inForce(node.among, on)?.find(({ party }) => party === node.party)?.share);
    case "by_choice": {
      const own = Object.entries(node.ratios).find(([choice]) => choice === facts.choice)?.[1];
      const full = own && fractionOf(inForce(own, on));
      const text = node.lowered ? facts.ratios?.[node.lowered.name] : undefined;
      if (text === undefined || !full) return full;
      const lowered = fractionOf(text);
      return lowered && isMore(full, lowered) ? lowered : undefined;
    }
    case "by_band": {
      const size = figureOf(facts, node.of);
      const band =
        size === undefined ? undefined : readAsOf(node.bands, node.asOf, facts, on)?.find(({ upTo }) => upTo === undefined || size <= BigInt(upTo));
      const ratio = fractionOf(band?.ratio);
      const most = node.most && fractionOf(readAsOf(node.most.ratio, node.asOf, facts, on));
      return ratio && (!node.most || (most && !isMore(ratio, most))) ? ratio : undefined;
    }
    case "by_step": {
      const mark = fractionOf(facts.ratios?.[node.of]);
      const reached = inForce(node.steps, on)?.reduce<{ from: Fraction; ratio: string } | undefined>((best, step) => {
        const from = fractionOf(step.from);
        return mark && from && !isMore(from, mark) && (!best || isMore(from, best.from)) ? { from, ratio: step.ratio } : best;
      }, undefined);
      return fractionOf(reached?.ratio);
    }
    case "part_of": {
      const share = fractionOf(facts.ratios?.[node.of]);
      const part = fractionOf(inForce(node.part, on));
      const most = fractionOf(inForce(node.most, on));
      if (!share || !part || !most) return undefined;
      const taken = { top: share.top * part.top, bottom: share.bottom * part.bottom };
      return isMore(taken, most) ? most : taken;
    }
    case "product":
      return node.of.reduce<Fraction | undefined>(
        (whole, factor) => {
          const ratio = ratioBy(factor, facts, on);
          return whole && ratio && { top: whole.top * ratio.top, bottom: whole.bottom * ratio.bottom };
        },
        { top: 1n, bottom: 1n },
      );
    case "given": {
      const ratio = fractionOf(facts.ratios?.[node.name]);
      const most = fractionOf(inForce(node.max, on));
      return ratio && most && !isMore(ratio, most) ? ratio : undefined;
    }
  }
}

type Banded = Extract<Formula, { kind: "banded" }>;

/** Slice by slice over one common bottom, so that there is one rounding. */
function banded(node: Banded, base: bigint, facts: FormulaFacts, on: LocalDate): bigint | undefined {
  const named = typeof node.size === "string" ? node.size : inForce(node.size, on);
  const size = named === undefined ? undefined : figureOf(facts, named);
  const bands = inForce(node.bands, on);
  const method = inForce(node.method, on);
  const holds = bands?.find(({ upTo }) => upTo === undefined || (size ?? 0n) <= BigInt(upTo));
  if (size === undefined || !bands || !holds || base > size) return undefined;
  if (method === "whole") {
    const ratio = fractionOf(holds.ratio);
    return ratio && times(base, ratio, node.rounding);
  }
  let sum: Fraction = { top: 0n, bottom: 1n };
  let from = 0n;
  for (const { upTo, ratio } of bands) {
    const share = fractionOf(ratio);
    if (!share) return undefined;
    const to = upTo === undefined || BigInt(upTo) > base ? base : BigInt(upTo);
    if (to > from) sum = { top: sum.top * share.bottom + (to - from) * share.top * sum.bottom, bottom: sum.bottom * share.bottom };
    from = to > from ? to : from;
  }
  return times(1n, sum, node.rounding);
}

function all(nodes: readonly Formula[], facts: FormulaFacts, on: LocalDate): bigint[] | undefined {
  const amounts = nodes.map((node) => workOut(node, facts, on));
  return amounts.every((amount): amount is bigint => amount !== undefined) ? amounts : undefined;
}

/** The amount of a tree in fen, or nothing where a figure, a version or a ratio lacks. */
export function workOut(node: Formula, facts: FormulaFacts, on: LocalDate): bigint | undefined {
  switch (node.kind) {
    case "figure":
      return figureOf(facts, node.of);
    case "sum":
      return all(node.of, facts, on)?.reduce((sum, one) => sum + one, 0n);
    case "least":
      return all(node.of, facts, on)?.reduce((low, amount) => (amount < low ? amount : low));
    case "read_as": {
      const reading = inForce(node.by, on);
      const read = Object.entries(node.of).find(([name]) => name === reading)?.[1];
      return read && workOut(read, facts, on);
    }
    case "by_mode": {
      const chosen = Object.entries(node.of).find(([mode]) => mode === facts.mode)?.[1];
      return chosen && workOut(chosen, facts, on);
    }
    case "within": {
      const both = all([node.of, node.most], facts, on);
      const [part = 0n, most = 0n] = both ?? [];
      return both && part <= most ? part : undefined;
    }
    case "less": {
      const both = all([node.of, node.taken], facts, on);
      if (!both) return undefined;
      const [whole = 0n, taken = 0n] = both;
      return taken < whole ? whole - taken : 0n;
    }
    case "times": {
      const base = workOut(node.of, facts, on);
      const ratio = ratioBy(node.by, facts, on);
      return base === undefined || !ratio ? undefined : times(base, ratio, node.rounding);
    }
    case "banded": {
      const base = workOut(node.of, facts, on);
      return base === undefined ? undefined : banded(node, base, facts, on);
    }
    case "share": {
      const whole = workOut(node.of, facts, on);
      const among = inForce(node.among, on);
      if (whole === undefined || !among) return undefined;
      const parts = largestRemainder(
        whole,
        among.map(({ share }) => fractionOf(share)),
      );
      return parts?.[among.findIndex(({ party }) => party === node.party)];
    }
    case "room": {
      const used = figureOf(facts, node.used);
      const limit = "kind" in node.limit ? workOut(node.limit, facts, on) : inForce(node.limit, on);
      if (used === undefined || limit === undefined) return undefined;
      const top = BigInt(limit);
      return used < top ? top - used : 0n;
    }
  }
}
