import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { fen } from "../money";
import type { Parameter } from "../rule/parameter";
import { compute, type Formula } from "./formula";
import { workOut } from "./second-formula";

const HERE = cite("第一条", "ZZ-001");
const ON = day("2026-03-02");
const number = <T>(value: T): Parameter<T> => ({ key: "k", says: "k", cites: HERE, versions: [{ from: day("2026-01-01"), value }] });
const base = { says: "", cites: HERE } as const;

const ratio = fc.nat(10_000).map((of) => (of / 10_000).toFixed(4));
const rounding = fc.constantFrom("half_up", "floor", "ceil" as const);
const FIGURES = ["a", "b", "c"] as const;

const shares = fc.tuple(fc.nat(100), fc.nat(100)).map(([one, two]) => {
  const [first, second] = [Math.min(one, two), Math.max(one, two)];
  return [first, second - first, 100 - second].map((part, at) => ({ party: FIGURES[at] as string, share: (part / 100).toFixed(2) }));
});

const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom(...FIGURES).map((of): Formula => ({ ...base, kind: "figure", id: of, of })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((of): Formula => ({ ...base, kind: "sum", id: "sum", of })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((of): Formula => ({ ...base, kind: "least", id: "least", of })),
    fc.tuple(tie("tree"), tie("tree")).map(([of, taken]): Formula => ({ ...base, kind: "less", id: "less", of, taken })),
    fc
      .tuple(tie("tree"), ratio, rounding)
      .map(([of, by, round]): Formula => ({ ...base, kind: "times", id: "times", of, by: { kind: "fixed", ratio: number(by) }, rounding: round })),
    fc
      .tuple(tie("tree"), shares, fc.constantFrom(...FIGURES))
      .map(([of, among, party]): Formula => ({ ...base, kind: "share", id: "share", of, among: number(among), party })),
    fc.tuple(tie("tree"), fc.constantFrom(...FIGURES)).map(([limit, used]): Formula => ({ ...base, kind: "room", id: "room", limit, used })),
    tie("tree").map((of): Formula => ({ ...base, kind: "by_mode", id: "mode", of: { one: of }, other: "loan_type" })),
    tie("tree").map((of): Formula => ({ ...base, kind: "read_as", id: "read", by: number("so"), of: { so: of } })),
  ),
}));

describe("a formula worked out twice", () => {
  it("gives the same fen for any tree, by decimals and by fractions", () => {
    fc.assert(
      fc.property(tree, fc.tuple(fc.nat(5_000_000_000), fc.nat(5_000_000_000), fc.nat(5_000_000_000)), (formula, [a, b, c]) => {
        const facts = { mode: "one", figures: { a: fen(a), b: fen(b), c: fen(c) } };
        const engine = compute(formula, facts, ON);
        expect(engine.ok && BigInt(engine.value.amount)).toBe(workOut(formula, facts, ON));
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives nothing where the engine refuses: a figure that lacks, a mode that is not named, a number before its first day", () => {
    const figure: Formula = { ...base, kind: "figure", id: "a", of: "a" };
    const mode: Formula = { ...base, kind: "by_mode", id: "mode", of: { one: figure }, other: "loan_type" };
    const half: Formula = { ...base, kind: "times", id: "half", of: figure, by: { kind: "fixed", ratio: number("0.50") }, rounding: "floor" };
    for (const [formula, facts, on] of [
      [figure, { figures: {} }, ON],
      [figure, { figures: { a: fen(-1) } }, ON],
      [mode, { figures: { a: fen(1) }, mode: "two" }, ON],
      [mode, { figures: { a: fen(1) } }, ON],
      [half, { figures: { a: fen(1) } }, day("2025-12-31")],
    ] as const) {
      expect(compute(formula, facts, on).ok).toBe(false);
      expect(workOut(formula, facts, on)).toBeUndefined();
    }
  });
});
