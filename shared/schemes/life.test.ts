/** Random lives of a whole district under each document, and what must stay true in each of them. `LIFE_COMMANDS` is for each document by itself; at night 1,000,000. */
import process from "node:process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHEMES } from "./registry";
import { type District, live } from "./testing-district";
import type { Pick } from "./testing-life";
import type { Plant } from "./testing-life-ledger";
import { DISTRICTS } from "./testing-registry";

const COMMANDS = Number(process.env.LIFE_COMMANDS ?? 50_000);
const LIFE = 5_000;
const SEED = 20261121;

const pick = fc.tuple(fc.nat(99), fc.nat(1_000_003), fc.nat(2 ** 30)) as fc.Arbitrary<Pick>;
const lives = (length: number) => fc.noBias(fc.array(pick, { minLength: length, maxLength: length }));
const oneOf = (seed: number): readonly Pick[] => fc.sample(lives(LIFE), { numRuns: 1, seed })[0] ?? [];

/** What all lives of a document together have seen, so that a promise kept is not one never tested. */
function livesOf(district: District) {
  const seen = new Map<string, number>();
  const refused = new Map<string, number>();
  let [commands, asked] = [0, 0];
  const add = (to: Map<string, number>, from: ReadonlyMap<string, number>) => {
    for (const [what, times] of from) to.set(what, (to.get(what) ?? 0) + times);
  };
  const { sizes } = district;
  fc.assert(
    fc.property(lives(LIFE), fc.nat(sizes.length * 1000), (picks, at) => {
      const lived = live(district, picks, sizes[at % sizes.length] ?? sizes[0]);
      commands += lived.life.commands;
      asked += lived.asked;
      add(seen, lived.life.seen);
      add(refused, lived.life.refused);
      for (const { to } of lived.life.fund.changes) add(seen, new Map([[to === "PAUSED" ? "pauses" : "restarts", 1]]));
    }),
    { numRuns: Math.max(1, Math.ceil(COMMANDS / LIFE)), seed: SEED, endOnFailure: true },
  );
  return { seen, refused, commands, asked };
}

describe("random lives", () => {
  it("there is one for every document", () => {
    expect(DISTRICTS.map(({ scheme }) => scheme.id).sort()).toEqual(Object.keys(SCHEMES).sort());
  });

  describe.each(DISTRICTS.map((district) => [district.scheme.district, district] as const))("of %s", (_, district) => {
    it(
      `keep every promise through ${COMMANDS} commands (${district.proves.join(" ")})`,
      () => {
        const { seen, refused, commands, asked } = livesOf(district);
        expect(commands).toBeGreaterThanOrEqual(COMMANDS);
        expect(asked).toBeGreaterThan(commands);
        for (const [what, least] of Object.entries(district.least)) expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(least);
        for (const code of district.refuses) expect(refused.get(code) ?? 0, code).toBeGreaterThan(0);
      },
      Math.max(60_000, COMMANDS),
    );

    it("the same seed is the same life, another seed another", () => {
      const [first, second, third] = [SEED, SEED, SEED + 1].map((seed) => live(district, oneOf(seed), district.plantSize).life);
      expect(second?.digest).toBe(first?.digest);
      expect(JSON.stringify(second?.log)).toBe(JSON.stringify(first?.log));
      expect(third?.digest).not.toBe(first?.digest);
    });

    it.each(Object.entries(district.plants) as [Plant, RegExp][])("in that life a planted %s is caught", (plant, message) => {
      expect(() => live(district, oneOf(SEED), district.plantSize, plant)).toThrow(message);
    });
  });
});
