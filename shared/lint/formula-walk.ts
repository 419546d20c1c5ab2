/** The nodes of a formula, and the facts with which a part of it can be worked out for a loan that is lost whole. */
import type { Formula, FormulaFacts } from "../fund/formula";
import type { RatioNode } from "../fund/ratio";
import type { LocalDate } from "../local-date";
import { type Fen, ZERO } from "../money";
import { type Parameter, valueOn } from "../rule/parameter";

function partsOf(node: Formula): readonly Formula[] {
  switch (node.kind) {
    case "figure":
      return [];
    case "sum":
    case "least":
      return node.of;
    case "read_as":
    case "by_mode":
      return Object.values(node.of);
    case "times":
    case "banded":
    case "share":
      return [node.of];
    case "within":
      return [node.of, node.most];
    case "less":
      return [node.of, node.taken];
    case "room":
      return "kind" in node.limit ? [node.limit] : [];
  }
}

/** The node itself and all below it. */
export const nodesOf = (node: Formula): readonly Formula[] => [node, ...partsOf(node).flatMap(nodesOf)];

export const factorsOf = (ratio: RatioNode): readonly RatioNode[] => (ratio.kind === "product" ? ratio.of.flatMap(factorsOf) : [ratio]);

const named = (name: string | Parameter<string>, on: LocalDate): readonly string[] => {
  if (typeof name === "string") return [name];
  const read = valueOn(name, on);
  return read.ok ? [read.value] : [];
};

/** Names of the figures that grow with the loan. */
function figuresIn(node: Formula, on: LocalDate): readonly string[] {
  if (node.kind === "figure") return [node.of];
  if (node.kind === "banded") return named(node.size, on);
  return node.kind === "times" ? factorsOf(node.by).flatMap((ratio) => (ratio.kind === "by_band" ? [ratio.of] : [])) : [];
}

function daysIn(node: Formula, on: LocalDate): readonly string[] {
  if (node.kind !== "times") return [];
  return factorsOf(node.by).flatMap((ratio) => ((ratio.kind === "by_band" || ratio.kind === "fixed") && ratio.asOf ? named(ratio.asOf, on) : []));
}

/** Facts of a loan of this size of which nothing was paid back: every figure is the loan itself, nothing was used of any limit before. */
export function lostWhole(node: Formula, loan: Fen, on: LocalDate): FormulaFacts {
  const nodes = nodesOf(node);
  const used = nodes.flatMap((one) => (one.kind === "room" ? [[one.used, ZERO] as const] : []));
  const grown = nodes.flatMap((one) => figuresIn(one, on)).map((name) => [name, loan] as const);
  const days = nodes.flatMap((one) => daysIn(one, on)).map((name) => [name, on] as const);
  return { figures: Object.fromEntries([...grown, ...used]), days: Object.fromEntries(days) };
}
