import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { fen } from "../money";
import type { Parameter, Version } from "../rule/parameter";
import { compute, type Formula, type FormulaFacts } from "./formula";
import { type Band, type RatioNode, ratioOf, type StepRatio } from "./ratio";
import { workOut } from "./second-formula";

const ON = day("2026-06-30");
const CITES = cite("一", "T-001");
const versions = <T>(key: string, ...found: readonly Version<T>[]): Parameter<T> => ({ key, says: key, cites: CITES, versions: found });
const parameter = <T>(key: string, value: T): Parameter<T> => versions(key, { from: day("2020-01-01"), value });
const facts = (more: Partial<FormulaFacts> = {}): FormulaFacts => ({ figures: { size: fen(500) }, ...more });
const codesOf = (node: RatioNode, given: FormulaFacts, on = ON) => {
  const found = ratioOf(node, given, on);
  return found.ok ? [found.value] : found.refusals.map(({ code }) => code);
};

/** Half up to the fen, by the engine and by the second reader. */
const both = (node: RatioNode, given: FormulaFacts, base = 1_000_001) => {
  const tree: Formula = {
    kind: "times",
    id: "t",
    of: { kind: "figure", id: "base", of: "base", says: "", cites: CITES },
    by: node,
    rounding: "half_up",
    says: "",
    cites: CITES,
  };
  const asked = { ...given, figures: { ...given.figures, base: fen(base) } };
  const engine = compute(tree, asked, ON);
  return [engine.ok ? BigInt(engine.value.amount) : undefined, workOut(tree, asked, ON)];
};

const agrees = (node: RatioNode, given: FormulaFacts, amount?: bigint) => {
  const [engine, second] = both(node, given);
  expect(engine).toBe(second);
  if (amount !== undefined) expect(engine).toBe(amount);
  return engine;
};

describe("a ratio that changed", () => {
  const cap = versions("cap", { from: day("2024-01-01"), until: day("2025-12-31"), value: "0.02" }, { from: day("2026-01-01"), value: "0.03" });

  it("is read on the day of the computation, or on the day that the node names", () => {
    agrees({ kind: "fixed", ratio: cap }, facts(), 30_000n);
    const days = { yearEnd: day("2025-12-31"), made: day("2026-02-01") };
    agrees({ kind: "fixed", ratio: cap, asOf: "yearEnd" }, facts({ days }), 20_000n);
    agrees({ kind: "fixed", ratio: cap, asOf: parameter("asOf", "made") }, facts({ days }), 30_000n);
  });

  it("is refused where that day is not known, or outside its life", () => {
    expect(codesOf({ kind: "fixed", ratio: cap, asOf: "yearEnd" }, facts())).toEqual(["fact_missing"]);
    expect(both({ kind: "fixed", ratio: cap, asOf: "yearEnd" }, facts())).toEqual([undefined, undefined]);
    const early = facts({ days: { yearEnd: day("2023-12-31") } });
    expect(codesOf({ kind: "fixed", ratio: cap, asOf: "yearEnd" }, early)).toEqual(["parameter_not_in_force"]);
    expect(both({ kind: "fixed", ratio: cap, asOf: "yearEnd" }, early)).toEqual([undefined, undefined]);
  });

  it("is refused by its own word while nobody has set it", () => {
    const node: RatioNode = { kind: "fixed", ratio: parameter("rate", ""), unset: "reward_rate_missing" };
    expect(codesOf(node, facts())).toEqual(["reward_rate_missing"]);
    expect(both(node, facts())).toEqual([undefined, undefined]);
  });
});

describe("bands under a ceiling", () => {
  const bands = (...found: Band[]): RatioNode => ({
    kind: "by_band",
    of: "size",
    bands: parameter("bands", found),
    over: "band_missing",
    most: { ratio: parameter("most", "0.80"), code: "ratio_over_80" },
  });

  it.each<[string, RatioNode, readonly string[]]>([
    ["the ceiling itself", bands({ ratio: "0.80" }), ["0.80"]],
    ["above it", bands({ ratio: "0.8001" }), ["ratio_over_80"]],
    ["no band", bands(), ["band_missing"]],
    ["too small a last band", bands({ upTo: 499, ratio: "0.50" }), ["band_missing"]],
    ["no ratio", bands({ ratio: "most" }), ["field_invalid"]],
    ["below nothing", bands({ ratio: "-0.1" }), ["field_invalid"]],
    ["the band of its size", bands({ upTo: 499, ratio: "0.50" }, { upTo: 500, ratio: "0.40" }, { ratio: "0.30" }), ["0.40"]],
  ])("%s", (_, node, expected) => {
    expect(codesOf(node, facts())).toEqual(expected);
    const [engine, second] = both(node, facts());
    expect(engine).toBe(second);
  });
});

describe("steps of a score", () => {
  const steps = (...found: StepRatio[]): RatioNode => ({
    kind: "by_step",
    of: "score",
    steps: parameter("steps", found),
    unset: "reward_rate_missing",
  });
  const three = steps({ from: "90", ratio: "1.00" }, { from: "60", ratio: "0.50" }, { from: "75.5", ratio: "0.80" });

  it.each([
    ["100", "1.00"],
    ["90", "1.00"],
    ["89.99", "0.80"],
    ["75.5", "0.80"],
    ["60", "0.50"],
  ])("%s gives %s", (score, ratio) => {
    expect(codesOf(three, facts({ ratios: { score } }))).toEqual([ratio]);
    agrees(three, facts({ ratios: { score } }));
  });

  it.each([["59.99"], ["much"], [undefined]])("%s reaches none", (score) => {
    const given = facts(score === undefined ? {} : { ratios: { score } });
    expect(codesOf(three, given)).toEqual(["reward_rate_missing"]);
    expect(both(three, given)).toEqual([undefined, undefined]);
    expect(codesOf(steps(), given)).toEqual(["reward_rate_missing"]);
  });
});

describe("a part of a share of the loan", () => {
  const half: RatioNode = { kind: "part_of", of: "city", part: parameter("half", "0.50"), most: parameter("most", "0.20"), missing: "share_sum" };

  it.each([
    ["0.30", "0.15"],
    ["0.40", "0.2"],
    ["0.60", "0.2"],
    ["0", "0"],
  ])("of %s is %s", (city, ratio) => {
    expect(codesOf(half, facts({ ratios: { city } }))).toEqual([ratio]);
    agrees(half, facts({ ratios: { city } }));
  });

  it.each([["-0.2"], ["two"], [undefined]])("of %s is none", (city) => {
    const given = facts(city === undefined ? {} : { ratios: { city } });
    expect(codesOf(half, given)).toEqual(["share_sum"]);
    expect(both(half, given)).toEqual([undefined, undefined]);
  });
});

describe("ratios multiplied", () => {
  const node: RatioNode = {
    kind: "product",
    of: [
      { kind: "fixed", ratio: parameter("rate", "0.005") },
      { kind: "by_step", of: "score", steps: parameter("steps", [{ from: "0", ratio: "0.333" }]), unset: "reward_rate_missing" },
    ],
  };

  it("are rounded once, by two readers alike", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), (base) => {
        const [engine, second] = both(node, facts({ ratios: { score: "80" } }), base);
        expect(engine).toBeDefined();
        expect(engine).toBe(second);
      }),
    );
  });

  it("are refused with the word of the factor that lacks", () => {
    expect(codesOf(node, facts())).toEqual(["reward_rate_missing"]);
    expect(both(node, facts())).toEqual([undefined, undefined]);
  });
});

describe("what can never be more than another", () => {
  const figure = (of: string): Formula => ({ kind: "figure", id: of, of, says: "", cites: CITES });
  const tree: Formula = { kind: "within", id: "own", of: figure("own"), most: figure("all"), code: "base", says: "", cites: CITES };

  it.each([
    [3, 3, 3n],
    [2, 3, 2n],
    [4, 3, undefined],
  ])("%i of %i", (own, all, amount) => {
    const given = { figures: { own: fen(own), all: fen(all) } };
    const computed = compute(tree, given, ON);
    expect(computed.ok ? BigInt(computed.value.amount) : computed.refusals[0]?.code).toBe(amount ?? "base");
    expect(workOut(tree, given, ON)).toBe(amount);
  });
});
