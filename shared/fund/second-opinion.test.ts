import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, split, timesRatio } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { TODAY } from "../schemes/yanqing/testing";
import { taken } from "../schemes/yanqing/testing-fund";
import { planPayment } from "./payment";
import { type Opined, secondOpinion } from "./second-opinion";

const base = { base: fen(500_000_000), ratio: "0.50", loss: fen(500_000_000), covered: fen(0), asked: fen(250_000_000) } as const;
const says = (more: Partial<Opined>) => secondOpinion({ ...base, ...more });

describe("YQ-074 the second opinion", () => {
  it("agrees with what is right to the fen, and says what is not, with both figures", () => {
    expect(says({})).toEqual([]);
    expect(says({ asked: fen(250_000_001) })).toEqual([{ where: "amount", engine: "250000001", opinion: "250000000" }]);
  });

  it.each([
    [123_456_789, "0.20", 24_691_358],
    [1, "0.50", 1],
    [3, "0.50", 2],
    [2, "0.20", 0],
    [100_000_001, "0.500", 50_000_001],
    [7, "1", 7],
    [7, "0", 0],
  ])("%i fen at %s is %i", (amount, ratio, asked) => {
    expect(says({ base: fen(amount), loss: fen(amount), ratio, asked: fen(asked) })).toEqual([]);
    expect(says({ base: fen(amount), loss: fen(amount), ratio, asked: fen(asked + 1) })).toHaveLength(1);
  });

  it("nobody is paid more than the loss that is left", () => {
    expect(says({ ratio: "1.00", covered: fen(100_000_000), asked: fen(400_000_000) })).toEqual([]);
    expect(says({ ratio: "1.00", covered: fen(600_000_000), asked: fen(0) })).toEqual([]);
    expect(says({ ratio: "1.00", covered: fen(100_000_000), asked: fen(500_000_000) })).toMatchObject([{ where: "amount", opinion: "400000000" }]);
  });

  it.each(["", "-0.5", "1.01", "0.5.0", "half", "1e-1"])("a ratio of %j stops the payment", (ratio) => {
    expect(says({ ratio })).toMatchObject([{ where: "ratio" }]);
  });

  it("looks at which money pays", () => {
    const plan = { account: fen(100), quota: fen(50), unfunded: fen(0), cash: fen(100), undrawn: fen(100), need: "shortfall" } as const;
    const of = (more: object) =>
      secondOpinion({ base: fen(150), ratio: "1", loss: fen(150), covered: fen(0), asked: fen(150), plan: { ...plan, ...more } });
    expect(of({})).toEqual([]);
    expect(of({ account: fen(99), quota: fen(51) }).map((one) => one.where)).toEqual(["plan.account", "plan.quota"]);
    expect(of({ undrawn: fen(20) }).map((one) => one.where)).toEqual(["plan.quota", "plan.unfunded"]);
    expect(of({ need: "whole", account: fen(50), quota: fen(100) })).toEqual([]);
    expect(
      secondOpinion({
        base: fen(90),
        ratio: "1",
        loss: fen(90),
        covered: fen(0),
        asked: fen(90),
        plan: { ...plan, account: fen(90), quota: fen(0) },
      }),
    ).toEqual([]);
    expect(of({ need: "whole", account: fen(0), quota: fen(150), undrawn: fen(200) })).toEqual([]);
    expect(of({ need: "whole", undrawn: fen(200) }).map((one) => one.where)).toEqual(["plan.account", "plan.quota"]);
  });

  it("YQ-050 looks at the split, also at shares that make no whole", () => {
    const parted = (shares: string[], parts: number[]) => says({ split: { shares, parts: parts.map(fen) } }).map((one) => one.where);
    expect(parted(["0.80", "0.20"], [200_000_000, 50_000_000])).toEqual([]);
    expect(parted(["0.80", "0.20"], [200_000_001, 49_999_999])).toEqual(["split.1", "split.2"]);
    expect(parted(["0.80", "0.30"], [200_000_000, 50_000_000])).toEqual(["split.sum"]);
    expect(parted(["0.80"], [200_000_000])).toEqual(["split.sum"]);
    expect(parted(["x", "1"], [0, 250_000_000])).toEqual(["split.sum"]);
    expect(parted(["1"], [200_000_000, 50_000_000])).toEqual(["split.sum"]);
  });

  it("shares no code with the engine: its files import each other and types, and no file of the engine imports them but the payment that asks", () => {
    const files = ["second-opinion.ts", "second-formula.ts", "fraction.ts"];
    const importsOf = (file: string) =>
      readFileSync(new URL(`./${file}`, import.meta.url), "utf8")
        .split("\n")
        .filter((line) => /^\s*(import|export)\b.*from|require\(|import\(/.test(line));
    for (const file of files) {
      expect(importsOf(file).length).toBeGreaterThan(0);
      for (const line of importsOf(file)) expect(line).toMatch(/^import type |from "\.\/(second-formula|fraction)";$/);
    }
    for (const file of readdirSync(new URL(".", import.meta.url)).filter((name) => !files.includes(name) && !name.endsWith(".test.ts")))
      for (const line of importsOf(file).filter((one) => !one.startsWith("import type ")))
        expect(line, file).not.toMatch(file === "payment.ts" ? /(second-formula|fraction)"/ : /(second-opinion|second-formula|fraction)"/);
  });
});

const amount = fc.integer({ min: 0, max: 500_000_000_000 }).map(fen);
const ratio = fc.integer({ min: 0, max: 10_000 }).map((of) => (of / 10_000).toFixed(4));

describe("the engine and the second opinion, written apart", () => {
  it("YQ-074 agree on any amount, ratio, cover and way of paying", () => {
    fc.assert(
      fc.property(amount, ratio, amount, amount, amount, (whole, by, covered, cash, undrawn) => {
        const uncovered = covered > whole ? fen(0) : fen(whole - covered);
        const computed = timesRatio(whole, by, "half_up");
        const asked = computed < uncovered ? computed : uncovered;
        const plan = taken(planPayment(yanqing.fund.payment, asked, { cash, quota: undrawn }, TODAY));
        const paid = fen(plan.account + plan.quota);
        const shares = [by, (1 - Number(by)).toFixed(4)];
        const opinion = secondOpinion({
          base: whole,
          ratio: by,
          loss: whole,
          covered,
          asked,
          plan: { ...plan, cash, undrawn, need: "shortfall" },
          split: { shares, parts: split(paid, shares) },
        });
        expect(opinion).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("YQ-050 agree on any split into two to five parts", () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 4 }).map((at) => [0, ...at.sort((a, b) => a - b), 10_000]);
    fc.assert(
      fc.property(amount, cuts, (whole, at) => {
        const shares = at.slice(1).map((to, i) => ((to - (at[i] as number)) / 10_000).toFixed(4));
        const parts = split(whole, shares);
        expect(secondOpinion({ base: whole, ratio: "1", loss: whole, covered: fen(0), asked: whole, split: { shares, parts } })).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("a planted rounding error of the engine is caught wherever it changes a fen", () => {
    let caught = 0;
    fc.assert(
      fc.property(amount, ratio, (whole, by) => {
        const floored = timesRatio(whole, by, "floor");
        const right = timesRatio(whole, by, "half_up");
        const opinion = secondOpinion({ base: whole, ratio: by, loss: whole, covered: fen(0), asked: floored });
        expect(opinion.length > 0).toBe(floored !== right);
        if (opinion.length > 0) caught += 1;
      }),
      { numRuns: 1000, seed: 20261121 },
    );
    expect(caught).toBeGreaterThan(100);
  });
});
