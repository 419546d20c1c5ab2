import { describe, expect, it } from "vitest";
import { addDays, day } from "../../local-date";
import { openForBusiness } from "../../process/act";
import { valueOn } from "../../rule/parameter";
import { standings } from "../clause";
import { readAs } from "../reading";
import { citations, codes, first, inForce, monthsOf, must, parametersIn } from "../testing";
import { CLAUSES } from "./clauses";
import { RULES } from "./eligibility";
import { FROM } from "./parameters";
import { baotou } from "./scheme";

const PARAMETERS = baotou.parameters;
const MONTHS = monthsOf(FROM, day("2026-04-29"));

describe("BT what 包头's folder says", () => {
  const cited = citations(baotou);

  it.each(cited)("%s stands in the catalogue", (_, { article, clauses }) => {
    const articles = clauses.map((id) => CLAUSES.find((clause) => clause.id === id)?.article);
    expect(articles).not.toContain(undefined);
    expect(articles).toContain(article);
  });

  it("the catalogue has each requirement once, in order, in a sentence of its own", () => {
    expect(CLAUSES.map(({ id }) => id)).toEqual(Array.from({ length: 63 }, (_, at) => `BT-${String(at + 1).padStart(3, "0")}`));
    for (const { id, says } of CLAUSES) expect(says, id).toMatch(/。$/);
    expect(standings(CLAUSES)).toEqual({ enforced: 59, recorded: 2, next: 2 });
  });

  it("what is called enforced is carried by some part of the folder", () => {
    const carried = new Set([...cited, ...citations(baotou.rules)].flatMap(([, { clauses }]) => clauses));
    const open = CLAUSES.filter(({ id, standing }) => standing.kind === "enforced" && !carried.has(id)).map(({ id }) => id);
    expect(open).toEqual([]);
  });

  it("rules stand in the order of the catalogue, once each", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of RULES) expect(rule.cites.clauses[0]).toBe(rule.id);
  });

  it("every parameter that the folder uses is on its list, under its own key; a reading says what else could have been", () => {
    const listed = new Set<unknown>(PARAMETERS);
    for (const parameter of parametersIn({ ...baotou, parameters: [] })) expect(listed.has(parameter), parameter.key).toBe(true);
    expect(new Set(PARAMETERS.map(({ key }) => key)).size).toBe(PARAMETERS.length);
    for (const { key, reading, options, versions } of PARAMETERS) {
      if (reading) expect(reading.id, key).toMatch(/^(G-\d\d|BT-A\d\d)$/);
      if (reading) expect(reading.others.length, key).toBeGreaterThan(0);
      if (options) for (const { value } of versions) expect(options, key).toContain(value);
    }
  });
});

describe("BT-063 the life of 包头", () => {
  it("has five years", () => {
    expect(MONTHS).toHaveLength(62);
  });

  it.each(PARAMETERS.map((parameter) => [parameter.key, parameter] as const))("%s has one version in every month, none before", (_, parameter) => {
    for (const on of MONTHS) expect(inForce(parameter.versions, on), on).toHaveLength(1);
    expect(codes(valueOn(parameter, addDays(FROM, -1)))).toEqual(["parameter_not_in_force"]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s is in force in every month, once, not before", (_, rule) => {
    for (const on of MONTHS) expect(inForce([rule], on), on).toHaveLength(1);
    expect(inForce([rule], addDays(FROM, -1))).toHaveLength(0);
  });

  it("begins with its issue and ends on the eve of its fifth anniversary, in its own words; read otherwise, a day later", () => {
    const open = (on: string, scheme = baotou) => codes(openForBusiness(scheme, day(on)));
    expect([open("2021-04-29"), open("2021-04-30"), open("2026-04-29"), open("2026-04-30")]).toEqual([
      ["scheme_not_started"],
      [],
      [],
      ["scheme_expired"],
    ]);
    expect(first(openForBusiness(baotou, day("2026-04-30")))).toMatchObject({ cites: { article: "第四十条" } });
    expect(open("2026-04-30", must(readAs(baotou, "validity.until", "2026-04-30")))).toEqual([]);
  });

  it("a loan of its life is still debited and recovered after its end: no number ends with it", () => {
    for (const parameter of PARAMETERS) expect(valueOn(parameter, day("2032-01-01")).ok, parameter.key).toBe(true);
  });
});
