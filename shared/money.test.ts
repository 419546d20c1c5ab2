import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areOneWhole, fen, lesser, minus, parseYuan, plus, split, splitByWeight, timesRatio, yuan, ZERO } from "./money";

const MAX = Number.MAX_SAFE_INTEGER;
const anyFen = fc.integer({ min: -MAX, max: MAX }).map(fen);

describe("fen", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX + 1, -MAX - 1])("%s is no amount", (amount) => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  it("has one zero", () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
});

describe("reading yuan", () => {
  it.each([
    ["5000000.00", 500_000_000],
    ["5,000,000.01", 500_000_001],
    [" ５０００．５ ", 500_050],
    ["１，２３４", 123_400],
    ["0", 0],
    ["-0", 0],
    ["-0.01", -1],
    ["007", 700],
    ["90071992547409.91", MAX],
  ])("YQ-020 %s", (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: amount });
  });

  it.each([
    "",
    " ",
    "1e21",
    "+1",
    "1.",
    ".5",
    "1.001",
    "1,23",
    "12,34,567",
    "1234,567",
    "1,2345",
    "0.1,234",
    ",123",
    "0x10",
    "五百万",
    "1 000",
    "¥5",
    "--1",
    "NaN",
    "Infinity",
    "90071992547409.92",
    "9".repeat(40),
  ])("YQ-020 %j is refused", (text) => {
    expect(parseYuan(text, "need.amount")).toEqual({
      ok: false,
      refusals: [{ code: "amount_invalid", figures: { given: text.slice(0, 40) }, field: "need.amount" }],
    });
  });

  it("G-01 what yuan writes, parseYuan reads", () => {
    fc.assert(fc.property(anyFen, (amount) => void expect(parseYuan(yuan(amount))).toEqual({ ok: true, value: amount })));
  });
});

describe("arithmetic", () => {
  it.each([
    ["YQ-E04", 123_456_789, "0.20", "half_up", 24_691_358],
    ["DG-E04 half", 13_333_334, "0.50", "half_up", 6_666_667],
    ["DG-E04 cap", 33_333_333, "0.20", "floor", 6_666_666],
    ["DG-E10", 1_234_567_890, "0.02", "floor", 24_691_357],
    ["a half goes up", 5, "0.5", "half_up", 3],
    ["under a half goes down", 5, "0.4", "floor", 2],
    ["a required minimum", 1, "0.0001", "ceil", 1],
    ["the whole", MAX, "1.00", "half_up", MAX],
    ["nothing", MAX, "0", "ceil", 0],
  ] as const)("G-01 %s: %i × %s %s", (_, amount, ratio, rounding, expected) => {
    expect(timesRatio(fen(amount), ratio, rounding)).toBe(expected);
  });

  it("G-01 a long ratio on a huge amount is rounded once: the floor is not pushed up beforehand", () => {
    expect(timesRatio(fen(MAX), "0.99999999999999999999999999", "floor")).toBe(MAX - 1);
    expect(timesRatio(fen(MAX), "0.00000000000000005551115123", "half_up")).toBe(0);
    expect(timesRatio(fen(1_000_000_000_000_001), "0.4999999999999999999999", "half_up")).toBe(500_000_000_000_000);
  });

  it("a product beyond 2^53−1 throws", () => {
    expect(() => timesRatio(fen(MAX), "2", "floor")).toThrow(RangeError);
  });

  it("sums are exact or throw, never a neighbouring number", () => {
    expect(plus()).toBe(ZERO);
    expect(plus(fen(1), fen(2), fen(-3))).toBe(0);
    expect(() => plus(fen(MAX), fen(2), fen(-2))).toThrow(RangeError);
    expect(() => minus(fen(-MAX), fen(1))).toThrow(RangeError);
    expect(minus(fen(1), fen(3))).toBe(-2);
    expect([lesser(fen(1), fen(2)), lesser(fen(2), fen(1))]).toEqual([1, 1]);
  });
});

describe("splitting", () => {
  it.each([
    ["YQ-E14", 150_000_000, ["0.80", "0.20"], [120_000_000, 30_000_000]],
    ["a tie goes to the first named", 1, ["0.5", "0.5"], [1, 0]],
    ["the larger remainder first", 100, ["0.333", "0.333", "0.334"], [33, 33, 34]],
    ["two spare fen", 2, ["0.4", "0.4", "0.2"], [1, 1, 0]],
    ["nothing", 0, ["0.8", "0.2"], [0, 0]],
    ["one party", 7, ["1"], [7]],
  ])("G-02 %s", (_, total, shares, parts) => {
    expect(split(fen(total), shares)).toEqual(parts);
  });

  it.each([[["0.80", "0.30"]], [["0.80", "0.10"]], [["1.2", "-0.2"]], [[]]])("YQ-E16 shares of %j are not one whole", (shares) => {
    expect(() => split(fen(100), shares)).toThrow(RangeError);
  });

  it("G-02 parts sum to the total and lie within a fen of their exact share", () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
      .map((cuts) => [...cuts, 0, 1000].sort((a, b) => a - b))
      .map((cuts) => cuts.slice(1).map((cut, at) => new Decimal(cut - (cuts[at] as number)).div(1000).toFixed(3)));
    fc.assert(
      fc.property(anyFen, shares, (total, by) => {
        const parts = split(total, by);
        expect(plus(...parts)).toBe(total);
        for (const [at, part] of parts.entries())
          expect(
            new Decimal(total)
              .times(by[at] as string)
              .minus(part)
              .abs()
              .lt(1),
          ).toBe(true);
      }),
    );
  });
});

describe("splitting by whole weights", () => {
  it.each([
    [1_000_000_000, [600_000_000, 500_000_000, 100_000_000], [500_000_000, 416_666_667, 83_333_333]],
    [10, [1, 1, 1], [4, 3, 3]],
    [0, [5, 7], [0, 0]],
    [5, [0, 3], [0, 5]],
  ])("%i over %j", (total, weights, parts) => {
    expect(splitByWeight(fen(total), weights.map(fen))).toEqual(parts);
  });

  it("sums to the whole and is nobody's more than a fen above its exact part", () => {
    fc.assert(
      fc.property(fc.nat(9_000_000_000), fc.array(fc.nat(9_000_000_000), { minLength: 1, maxLength: 9 }), (total, weights) => {
        const sum = weights.reduce((all, weight) => all + weight, 0);
        if (sum === 0) return;
        const parts = splitByWeight(fen(total), weights.map(fen));
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        for (const [at, part] of parts.entries()) {
          const exact = BigInt(total) * BigInt(weights[at] as number);
          expect(BigInt(part) * BigInt(sum) - exact < BigInt(sum) && BigInt(part) * BigInt(sum) - exact > -BigInt(sum)).toBe(true);
        }
      }),
    );
  });

  it("has no proportion among nothing, nor below it", () => {
    expect(() => splitByWeight(fen(1), [ZERO])).toThrow(RangeError);
    expect(() => splitByWeight(fen(1), [fen(2), fen(-1)])).toThrow(RangeError);
  });

  it("knows shares of one whole by their text", () => {
    expect([["0.5", "0.50"], ["1"], ["0.3", "0.3", "0.4"]].map(areOneWhole)).toEqual([true, true, true]);
    expect([["0.5", "0.49"], ["1.5", "-0.5"], ["half", "0.5"], []].map(areOneWhole)).toEqual([false, false, false, false]);
  });
});
