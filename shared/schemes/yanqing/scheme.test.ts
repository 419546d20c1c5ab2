import { describe, expect, it } from "vitest";
import type { Citation } from "../../citation";
import { compute } from "../../fund/formula";
import { addDays, addMonths, day, type LocalDate } from "../../local-date";
import { fen } from "../../money";
import { openForBusiness } from "../../process/act";
import { stepOf } from "../../process/procedure";
import { type Parameter, valueOn } from "../../rule/parameter";
import type { Rule } from "../../rule/rule";
import { decideEligibility } from "../../rule/rule";
import { readAs } from "../reading";
import { SCHEMES, schemeOf } from "../registry";
import { CLAUSES } from "./clauses";
import { RULES } from "./eligibility";
import { FROM } from "./parameters";
import { yanqing } from "./scheme";
import { codes, FACTS, first } from "./testing";

const UNTIL = day("2028-08-21");
const isCitation = (node: object): node is Citation => "article" in node && "clauses" in node;

/** Every citation that hangs anywhere on the scheme, with the way to it. */
function citations(node: unknown, at = "scheme"): [string, Citation][] {
  if (node === null || typeof node !== "object") return [];
  if (isCitation(node)) return [[at, node]];
  return Object.entries(node).flatMap(([name, part]) => citations(part, `${at}.${name}`));
}

const CITED = citations(yanqing);
const PARAMETERS = yanqing.parameters;

describe("YQ every step, parameter, rule and formula of 延庆 says where it stands", () => {
  it.each(CITED)("%s", (_, { article, clauses }) => {
    const articles = clauses.map((id) => CLAUSES.find((clause) => clause.id === id)?.article);
    expect(articles).not.toContain(undefined);
    expect(articles).toContain(article);
  });

  it("no step, parameter or rule is without one", () => {
    expect(CITED.length).toBeGreaterThan(60);
    for (const part of [...yanqing.admission.steps, ...yanqing.parameters, ...yanqing.rules, ...yanqing.papers])
      expect(part.cites.clauses.length, part.says).toBeGreaterThan(0);
  });

  it("rules stand in the order of the articles, once each", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of RULES) expect(rule.cites.clauses[0]).toBe(rule.id);
  });

  it("every parameter that the scheme uses is on its list, under its own key", () => {
    const listed = new Set<unknown>(PARAMETERS);
    const used = (node: unknown): Parameter<unknown>[] => {
      if (node === null || typeof node !== "object") return [];
      if ("key" in node && "versions" in node) return [node as Parameter<unknown>];
      return Object.values(node).flatMap(used);
    };
    for (const parameter of used({ ...yanqing, parameters: [] })) expect(listed.has(parameter), parameter.key).toBe(true);
    expect(new Set(PARAMETERS.map((parameter) => parameter.key)).size).toBe(PARAMETERS.length);
  });

  it("a reading names its entry, what was chosen and what else could have been", () => {
    for (const { key, reading } of PARAMETERS) {
      if (!reading) continue;
      expect(reading.id, key).toMatch(/^(G-\d\d|YQ-A\d\d)$/);
      expect(reading.chosen.length, key).toBeGreaterThan(0);
      expect(reading.others.length, key).toBeGreaterThan(0);
    }
  });

  it("the catalogue has each requirement once, in order, in a sentence of its own", () => {
    expect(CLAUSES.map(({ id }) => id)).toEqual(Array.from({ length: 105 }, (_, at) => `YQ-${String(at + 1).padStart(3, "0")}`));
    for (const { id, says } of CLAUSES) expect(says, id).toMatch(/。$/);
  });

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

/** The first day of each month of the scheme's life, its first and its last day. */
const MONTHS: LocalDate[] = [FROM, UNTIL];
for (let month = day("2025-09-01"); month <= UNTIL; month = addMonths(month, 1)) MONTHS.push(month);

const inForce = (versions: readonly { from: LocalDate; until?: LocalDate }[], on: LocalDate) =>
  versions.filter((version) => version.from <= on && (version.until === undefined || on <= version.until));

describe("YQ-002 the life of 延庆", () => {
  it("has 36 months and their ends", () => {
    expect(MONTHS.length).toBe(38);
  });

  it.each(PARAMETERS.map((parameter) => [parameter.key, parameter] as const))("%s has one version in every month, none before", (_, parameter) => {
    for (const on of MONTHS) {
      expect(inForce(parameter.versions, on), on).toHaveLength(1);
      expect(valueOn(parameter, on).ok, on).toBe(true);
    }
    expect(inForce(parameter.versions, addDays(FROM, -1))).toHaveLength(0);
    expect(first(valueOn(parameter, addDays(FROM, -1)))).toEqual({
      code: "parameter_not_in_force",
      figures: { parameter: parameter.key, on: "2025-08-21" },
      cites: parameter.cites,
    });
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s is in force in every month, once, not before", (id, _) => {
    const versions = RULES.filter((rule: Rule) => rule.id === id);
    for (const on of MONTHS) expect(inForce(versions, on), on).toHaveLength(1);
    expect(inForce(versions, addDays(FROM, -1))).toHaveLength(0);
  });

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
