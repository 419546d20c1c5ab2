import { describe, expect, it } from "vitest";
import { fen, timesRatio } from "../money";
import { factorOf } from "./allocation";

describe("what is given of what is asked for", () => {
  it("XX-031 all of it is one, nothing is nought, and nobody is told more than they get", () => {
    expect(factorOf(fen(900_000_000), fen(1_000_000_000))).toBe("0.900000");
    expect(factorOf(fen(2), fen(3))).toBe("0.666666");
    expect(factorOf(fen(5), fen(5))).toBe("1");
    expect(factorOf(fen(0), fen(5))).toBe("0.000000");
    expect(factorOf(fen(0), fen(0))).toBe("1");
    for (const [given, asked] of [
      [1, 7],
      [123_456_789, 987_654_321],
      [2_899_999_999, 2_900_000_000],
    ] as const)
      expect(timesRatio(fen(asked), factorOf(fen(given), fen(asked)), "floor")).toBeLessThanOrEqual(given);
  });
});
