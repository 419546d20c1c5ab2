import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { type Parameter, valueOn } from "./parameter";

const cap: Parameter<number> = {
  key: "cap",
  says: "上限",
  cites: cite("一", "XX-001"),
  versions: [
    { from: day("2025-01-01"), until: day("2025-12-31"), value: 1 },
    { from: day("2026-02-01"), value: 2 },
  ],
};

describe("a parameter on a day", () => {
  it.each([
    ["2025-01-01", 1],
    ["2025-12-31", 1],
    ["2026-02-01", 2],
    ["2100-01-01", 2],
  ])("G-06 %s: both ends belong to a version", (on, value) => {
    expect(valueOn(cap, day(on))).toEqual({ ok: true, value });
  });

  it.each(["2024-12-31", "2026-01-01", "2026-01-31"])("%s lies outside every version: a named refusal, never a neighbour's value", (on) => {
    expect(valueOn(cap, day(on))).toEqual({
      ok: false,
      refusals: [{ code: "parameter_not_in_force", figures: { parameter: "cap", on }, cites: cap.cites }],
    });
  });
});
