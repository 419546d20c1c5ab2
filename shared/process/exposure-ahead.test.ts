import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, TODAY, Told } from "../schemes/yanqing/testing";
import { funded } from "../schemes/yanqing/testing-fund";
import { exposureAhead } from "./exposure-ahead";

/** Three million are asked for. */
const fund = { committed: fen(2_900_000_000), available: fen(3_000_000_000) };
const ahead = (told: Told, of = fund, on = TODAY) => exposureAhead(yanqing, told.state, of, on);
const rows = (told: Told, of = fund) => {
  const outcome = ahead(told, of);
  return outcome.ok ? outcome.value.map(({ choice, ratio, adds, exposure }) => [choice, ratio, adds, exposure.worst, exposure.over]) : [];
};

describe("YQ-006 YQ-A40 the worst case before a vote and before a push", () => {
  it("is told by each choice that pays, on the whole amount asked for", () => {
    expect(rows(new Told().submitted())).toEqual([
      ["high", "1.00", 300_000_000, 3_200_000_000, 200_000_000],
      ["medium", "0.50", 150_000_000, 3_050_000_000, 50_000_000],
      ["low", "0.20", 60_000_000, 2_960_000_000, 0],
    ]);
  });
  it("after the vote by the choice that was made", () => {
    expect(rows(new Told().reviewed("medium"))).toEqual([["medium", "0.50", 150_000_000, 3_050_000_000, 50_000_000]]);
  });
  it("is nothing more for a draft, and for a loan that stands among what is committed", () => {
    expect(rows(new Told())).toEqual([]);
    expect(rows(funded())).toEqual([]);
  });
  it("an amount that just fits is not over, one fen more is", () => {
    const low = (committed: number) => rows(new Told().reviewed("low"), { committed: fen(committed), available: fen(3_000_000_000) })[0]?.[4];
    expect([low(2_940_000_000), low(2_940_000_001)]).toEqual([0, 1]);
  });
  it("is not guessed on a day without the document's ratios", () => {
    expect(codes(ahead(new Told().submitted(), fund, day("2025-08-21")))).toEqual(["parameter_not_in_force"]);
  });
});
