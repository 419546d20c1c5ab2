import { describe, expect, it } from "vitest";
import { compute } from "../../fund/formula";
import { day } from "../../local-date";
import { fen } from "../../money";
import { openForBusiness } from "../../process/act";
import { stepOf } from "../../process/procedure";
import { decideEligibility } from "../../rule/rule";
import { readAs } from "../reading";
import { SCHEMES, schemeOf } from "../registry";
import { RULES } from "./eligibility";
import { yanqing } from "./scheme";
import { codes, FACTS, first } from "./testing";

describe("YQ what 延庆 is", () => {
  it("YQ-009 each mode of lending names the kinds of institution that fit it", () => {
    const modes = stepOf(yanqing.admission, "loan")?.modes ?? [];
    expect(modes.map(({ id, lenders, needs }) => [id, lenders, needs])).toEqual([
      ["bank", ["bank"], undefined],
      ["guarantee", ["bank", "lender"], "guarantor"],
      ["insurance", ["bank", "lender"], "insurer"],
    ]);
  });

  it("YQ-019 only the lead office takes a recommended firm into the screening", () => {
    expect(stepOf(yanqing.admission, "check")?.by).toEqual(["office"]);
  });

  it("YQ-001 is a draft, with the rule set on every decision", () => {
    expect(yanqing).toMatchObject({ code: "YQ", status: "draft", ruleSet: "2026-rev-draft" });
    expect(decideEligibility(RULES, FACTS, "application", FACTS.appliedOn, yanqing.ruleSet).ruleSet).toBe("2026-rev-draft");
  });
});

describe("YQ-002 the life of 延庆", () => {
  it.each([
    ["2025-08-21", false],
    ["2025-08-22", true],
    ["2028-08-21", true],
    ["2028-08-22", false],
  ])("%s is open for new business: %s", (on, open) => {
    const answer = openForBusiness(yanqing, day(on));
    expect(codes(answer)).toEqual(open ? [] : ["scheme_not_in_force"]);
    if (!open) expect(first(answer)).toMatchObject({ figures: { on, from: "2025-08-22", until: "2028-08-21" }, cites: { article: "六" } });
  });

  it("the other count of three years is one parameter", () => {
    const read = readAs(yanqing, "validity.until", "2028-08-22");
    expect(read.ok && openForBusiness(read.value, day("2028-08-22")).ok).toBe(true);
    expect(openForBusiness(yanqing, day("2028-08-22")).ok).toBe(false);
  });
});

describe("money of 延庆", () => {
  const on = day("2026-03-02");
  const comp = (choice: string, outstandingPrincipal: number) =>
    compute(yanqing.compensation, { figures: { outstandingPrincipal: fen(outstandingPrincipal) }, choice }, on);

  it.each([
    ["YQ-044", "high", "1.00", 500_000_000],
    ["YQ-046", "medium", "0.50", 250_000_000],
    ["YQ-047", "low", "0.20", 100_000_000],
  ])("%s %s is compensated at %s of the principal", (_, choice, ratio, amount) => {
    const answer = comp(choice, 500_000_000);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        amount,
        derivation: [
          { id: "loss", amount: 500_000_000 },
          { id: "compensation", ratio, amount },
        ],
      },
    });
  });

  it("YQ-043 there are three grades and a refusal to support, which has no ratio", () => {
    const choices = stepOf(yanqing.admission, "ballot")?.choices ?? [];
    expect(choices.map(({ id, supports, ratio }) => [id, supports, ratio !== undefined])).toEqual([
      ["high", true, true],
      ["medium", true, true],
      ["low", true, true],
      ["not_supported", false, false],
    ]);
    expect(first(comp("not_supported", 1))).toMatchObject({ code: "tier_invalid", cites: { article: "二（四）" } });
    expect(codes(comp("toString", 1))).toEqual(["tier_invalid"]);
  });

  it("YQ-048 YQ-049 YQ-052 each mode pays its own payee", () => {
    const modes = stepOf(yanqing.admission, "loan")?.modes.map(({ id, payee }) => [id, payee]);
    expect(modes).toEqual([
      ["bank", "bank"],
      ["guarantee", "guarantor"],
      ["insurance", "enterprise"],
    ]);
  });

  it("YQ-052 half of the premium paid, half a fen up", () => {
    const formula = yanqing.subsidy?.formula;
    expect(formula && compute(formula, { figures: { premiumPaid: fen(1_234_567) } }, on)).toMatchObject({ ok: true, value: { amount: 617_284 } });
  });

  it("a figure that is not known is told by name, one below nothing is none", () => {
    expect(first(compute(yanqing.compensation, { figures: {}, choice: "low" }, on))).toMatchObject({
      code: "fact_missing",
      figures: { figure: "outstandingPrincipal" },
    });
    expect(codes(comp("low", -1))).toEqual(["amount_invalid"]);
  });

  it("nothing is paid before the scheme is in force", () => {
    expect(codes(compute(yanqing.compensation, { figures: { outstandingPrincipal: fen(1) }, choice: "low" }, day("2025-08-21")))).toEqual([
      "parameter_not_in_force",
    ]);
  });
});

describe("the registry", () => {
  it("knows a scheme by its own id only", () => {
    expect(schemeOf("yanqing")).toBe(yanqing);
    expect(Object.keys(SCHEMES)).toContain("yanqing");
    for (const id of ["", "延庆", "constructor", "__proto__"]) expect(() => schemeOf(id)).toThrow(RangeError);
  });
});
