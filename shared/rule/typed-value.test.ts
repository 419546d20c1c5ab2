/** Every number of the five documents can be typed: what is in force reads back as itself, and what no document could mean is told at its field. */
import { describe, expect, it } from "vitest";
import { schemeOf } from "../schemes/registry";
import { type Parameter, readingOf } from "./parameter";
import { readTyped, type Typed, typedOf } from "./typed-value";
import { shapeOf } from "./value-shape";

const DOCUMENTS = ["yanqing", "xinxiang", "kezhou", "dongguan", "baotou"] as const;
const all = DOCUMENTS.flatMap((id) => schemeOf(id).parameters.map((parameter) => [id, parameter.key, parameter] as const));
const parameterOf = (id: string, key: string) => schemeOf(id).parameters.find((one) => one.key === key) as Parameter<unknown>;
const read = (id: string, key: string, typed: Typed) => readTyped(shapeOf(parameterOf(id, key)), typed);
const told = (id: string, key: string, typed: Typed) => {
  const outcome = read(id, key, typed);
  return outcome.ok ? outcome.value : outcome.refusals.map(({ code, field }) => `${code} ${field}`);
};
const unset = (value: unknown) => value === "" || value === 0 || (Array.isArray(value) && value.length === 0);

describe("what is in force", () => {
  it.each(all)("%s %s is typed and read back", (_, __, parameter) => {
    const value = parameter.versions.at(-1)?.value;
    const shape = shapeOf(parameter);
    const again = readTyped(shape, typedOf(shape, value));
    // nobody has set it yet: the fields are empty, and empty fields are no value
    if (unset(value)) expect(again.ok).toBe(false);
    else expect(again).toEqual({ ok: true, value });
  });
});

describe("a choice", () => {
  const choices = all.filter(([, , { options, reading }]) => reading && (options?.length ?? 0) > 1);
  it.each(choices)("%s %s is told in words at each value that the engine knows", (_, __, parameter) => {
    const words = (parameter.options ?? []).map((option) => readingOf(parameter, option));
    expect(words).not.toContain(undefined);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("another value", () => {
  it.each([
    ["yanqing", "need.max", "6000000.00", 600_000_000],
    ["yanqing", "tier.high.ratio", "0.90", "0.90"],
    ["yanqing", "blacklist.years", "5", 5],
    ["yanqing", "validity.until", "2029-08-21", "2029-08-21"],
    ["yanqing", "transition.enabled", "false", false],
    ["yanqing", "pause.basis", "net", "net"],
    ["yanqing", "sme.classes", ["micro", "small"], ["small", "micro"]],
    ["yanqing", "vote.tieRule", { between: "2", times: "2" }, { between: 2, times: 2 }],
    ["dongguan", "bank.loanTypes", ["信用贷款", " 信用贷款 "], ["信用贷款"]],
    ["dongguan", "fund.annualBudget", "60000000.00", 6_000_000_000],
    [
      "dongguan",
      "bank.ratio.bands",
      [
        { upTo: "3000000.00", ratio: "0.80" },
        { upTo: "", ratio: "0.60" },
      ],
      [{ upTo: 300_000_000, ratio: "0.80" }, { ratio: "0.60" }],
    ],
    ["dongguan", "reward.byScore", [{ from: "60", ratio: "0.5" }], [{ from: "60", ratio: "0.5" }]],
    [
      "kezhou",
      "share",
      [
        { party: "bank", share: "0.40" },
        { party: "", share: "0.40" },
        { party: "fund", share: "0.20" },
      ],
      // whose share a row is stays as the document has it
      [
        { party: "fund", share: "0.40" },
        { party: "guarantor", share: "0.40" },
        { party: "bank", share: "0.20" },
      ],
    ],
    ["kezhou", "validity.issuedOn", "2025-03-15", "2025-03-15"],
    ["kezhou", "leverage", "12.5", "12.5"],
  ] as const)("%s %s", (id, key, typed, value) => {
    expect(told(id, key, typed as Typed)).toEqual(value);
  });

  it.each([
    ["yanqing", "need.max", "很多", ["amount_invalid value"]],
    ["yanqing", "need.max", "0", ["amount_invalid value"]],
    ["yanqing", "need.max", "", ["field_required value"]],
    ["yanqing", "tier.high.ratio", "1.01", ["field_invalid value"]],
    ["yanqing", "tier.high.ratio", "90%", ["field_invalid value"]],
    ["yanqing", "blacklist.years", "2.5", ["field_invalid value"]],
    ["yanqing", "validity.until", "2029-02-30", ["date_invalid value"]],
    ["yanqing", "pause.basis", "whatever", ["field_invalid value"]],
    ["yanqing", "sme.classes", [], ["field_required value"]],
    ["yanqing", "sme.classes", ["giant"], ["field_invalid value"]],
    ["yanqing", "sme.classes", "small", ["field_invalid value"]],
    ["yanqing", "vote.tieRule", { between: "", times: "x" }, ["field_required value.between", "field_invalid value.times"]],
    [
      "dongguan",
      "bank.ratio.bands",
      [
        { upTo: "3000000.00", ratio: "0.80" },
        { upTo: "2000000.00", ratio: "" },
      ],
      ["field_required value.1.ratio"],
    ],
    [
      "dongguan",
      "bank.ratio.bands",
      [
        { upTo: "3000000.00", ratio: "0.80" },
        { upTo: "2000000.00", ratio: "0.60" },
      ],
      ["field_invalid value.1.upTo"],
    ],
    [
      "dongguan",
      "bank.ratio.bands",
      [
        { upTo: "", ratio: "0.80" },
        { upTo: "2000000.00", ratio: "0.60" },
      ],
      ["field_required value.0.upTo"],
    ],
    ["kezhou", "share", [{ share: "1" }], ["field_invalid value"]],
    ["kezhou", "share", [{ share: "0.5" }, { share: "0.3" }, { share: "0.3" }], ["share_sum value"]],
  ] as const)("%s %s is not %j", (id, key, typed, codes) => {
    expect(told(id, key, typed as Typed)).toEqual(codes);
  });
});
