import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { stepOf } from "../process/procedure";
import { valueOn } from "../rule/parameter";
import { decideEligibility } from "../rule/rule";
import { readAs } from "./reading";
import { yanqing } from "./yanqing/scheme";
import { codes, FACTS, TODAY } from "./yanqing/testing";

const under = (key: string, value: unknown) => {
  const read = readAs(yanqing, key, value);
  if (!read.ok) throw new Error(key);
  return read.value;
};

describe("a scheme read otherwise", () => {
  it("YQ-020 the value is new in its rules, its steps and its list, with the same dates; the first scheme is untouched", () => {
    const scheme = under("need.max", 100_000_000);
    const need = (rules: typeof scheme.rules, amount: number) =>
      decideEligibility(rules, { ...FACTS, need: fen(amount) }, "application", TODAY, "").findings.find((finding) => finding.rule === "YQ-020")?.code;
    expect([need(scheme.rules, 100_000_000), need(scheme.rules, 100_000_001)]).toEqual([undefined, "need_over_cap"]);
    expect(need(yanqing.rules, 500_000_000)).toBeUndefined();
    const cap = stepOf(scheme.admission, "loan")?.cap;
    expect(cap && valueOn(cap, TODAY)).toEqual({ ok: true, value: 100_000_000 });
    expect(cap && codes(valueOn(cap, day("2025-08-21")))).toEqual(["parameter_not_in_force"]);
    expect(scheme.parameters.find((parameter) => parameter.key === "need.max")?.versions[0]?.value).toBe(100_000_000);
  });

  it("YQ-007 a focus field may be read as a bar", () => {
    const { outcome, findings } = decideEligibility(under("focus.mode", "filter").rules, { ...FACTS, focusField: "" }, "application", TODAY, "");
    expect(outcome).toBe("ineligible");
    expect(findings.filter((finding) => finding.verdict === "unmet").map((finding) => finding.rule)).toEqual(["YQ-007"]);
  });

  it("a parameter that the scheme does not have is refused", () => {
    expect(codes(readAs(yanqing, "need.min", 1))).toEqual(["field_invalid"]);
  });
});
