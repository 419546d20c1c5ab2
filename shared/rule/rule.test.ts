import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import type { Facts } from "./facts";
import type { Parameter } from "./parameter";
import { type Answer, decideEligibility, obstacles, type Rule, refusalOf, warnings } from "./rule";

const ON = day("2026-03-02");
const FACTS: Facts = { appliedOn: ON };
const rule = (id: string, answer: Answer | (() => Answer), more: Partial<Rule> = {}): Rule => ({
  id,
  version: "1.0",
  cites: cite("一", id),
  from: day("2026-01-01"),
  says: id,
  at: ["application"],
  test: () => (typeof answer === "function" ? answer() : answer),
  ...more,
});
const decide = (rules: readonly Rule[], on = ON) => decideEligibility(rules, FACTS, "application", on, "set-1");
const met: Answer = { verdict: "met" };
const unmet: Answer = { verdict: "unmet", code: "not_local", figures: { given: "x" }, field: "f" };
const missing: Answer = { verdict: "missing", code: "fact_missing" };
const warning: Answer = { verdict: "warning", code: "no_focus_profile" };

describe("deciding", () => {
  it.each([
    [[], "eligible"],
    [[met, met], "eligible"],
    [[met, warning], "eligible"],
    [[missing, met], "incomplete"],
    [[missing, unmet], "ineligible"],
    [[unmet, warning], "ineligible"],
  ] as const)("%j is %s", (answers, outcome) => {
    expect(decide(answers.map((answer, at) => rule(`R${at}`, answer))).outcome).toBe(outcome);
  });

  it("a rule is asked at its checkpoints and within its dates, both ends included", () => {
    const dated = rule("R", unmet, { until: day("2026-06-30") });
    expect(["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((on) => decide([dated], day(on)).outcome)).toEqual([
      "incomplete",
      "ineligible",
      "ineligible",
      "incomplete",
    ]);
    expect(decide([rule("R", unmet, { at: ["push"] })])).toMatchObject({ outcome: "eligible", findings: [] });
  });

  it("an amended rule has two versions and one of them on each day", () => {
    const amended = [rule("R", met, { until: day("2026-02-28") }), rule("R", unmet, { version: "2.0", from: day("2026-03-01") })];
    expect(decide(amended, day("2026-02-28")).findings.map((finding) => finding.version)).toEqual(["1.0"]);
    expect(decide(amended, day("2026-03-01"))).toMatchObject({ outcome: "ineligible", findings: [{ version: "2.0" }] });
  });

  it("a parameter that is not in force makes the rule unmet by name", () => {
    const limit: Parameter<number> = { key: "limit", says: "", cites: cite("二", "R1"), versions: [{ from: day("2027-01-01"), value: 5 }] };
    const asks = rule("R1", met, { test: (_, value) => (value(limit) > 0 ? met : unmet) });
    const decision = decide([asks, rule("R2", met)]);
    expect(decision.outcome).toBe("ineligible");
    expect(decision.findings[0]).toMatchObject({ verdict: "unmet", code: "parameter_not_in_force", figures: { parameter: "limit", on: ON } });
    expect(decision.findings[1]?.verdict).toBe("met");
  });

  it("a fault of a rule itself is not swallowed", () => {
    const broken = rule("R", () => {
      throw new TypeError("broken");
    });
    expect(() => decide([broken])).toThrow(TypeError);
  });

  it("obstacles stand with the unmet first, warnings apart; the same facts give the same decision", () => {
    const rules = [rule("R1", missing), rule("R2", unmet), rule("R3", warning), rule("R4", missing), rule("R5", unmet)];
    const decision = decide(rules);
    expect(obstacles(decision).map((finding) => finding.rule)).toEqual(["R2", "R5", "R1", "R4"]);
    expect(warnings(decision).map((finding) => finding.rule)).toEqual(["R3"]);
    expect(decide(rules)).toEqual(decision);
    expect(decision).toMatchObject({ ruleSet: "set-1", checkpoint: "application", on: ON });
  });

  it("a finding becomes a refusal with its article", () => {
    const [finding] = obstacles(decide([rule("R1", unmet)]));
    expect(finding && refusalOf(finding)).toEqual({ code: "not_local", figures: { given: "x" }, cites: cite("一", "R1"), field: "f" });
  });
});
