/** What holds of every folder: each part says where it stands, each number is on its list, and in every month of the document's life there is one version of everything. */
import { describe, expect, it } from "vitest";
import { type Deadline, dueOn } from "../calendar/deadline";
import { stateCouncil } from "../calendar/working-day";
import { addDays, day, type LocalDate } from "../local-date";
import { valueOn } from "../rule/parameter";
import { standings } from "./clause";
import { SCHEMES, schemeOf } from "./registry";
import { citations, first, inForce, monthsOf, parametersIn } from "./testing";
import { EXPECTED } from "./testing-registry";

const CALENDAR = stateCouncil();

/** Every time limit that hangs anywhere on a scheme. */
function deadlinesIn(node: unknown): Deadline[] {
  if (node === null || typeof node !== "object") return [];
  if ("anchor" in node && "length" in node) return [node as Deadline];
  return Object.values(node).flatMap(deadlinesIn);
}

/** The days on which not exactly one of these versions is in force. */
const uncovered = (versions: readonly { readonly from: LocalDate; readonly until?: LocalDate }[], days: readonly LocalDate[]): readonly LocalDate[] =>
  days.filter((on) => inForce(versions, on).length !== 1);

it("each says what it expects of itself", () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(SCHEMES));
});

describe.each(Object.entries(EXPECTED).map(([id, expected]) => ({ scheme: schemeOf(id), code: schemeOf(id).code, ...expected })))(
  "$code what the folder says",
  ({ scheme, ...expected }) => {
    const { clauses, rules, parameters, code } = scheme;
    const cited = [...citations(scheme), ...citations(rules)];

    it.each(citations(scheme))("%s stands in the catalogue", (_, { article, clauses: ids }) => {
      const articles = ids.map((id) => clauses.find((clause) => clause.id === id)?.article);
      expect(articles).not.toContain(undefined);
      expect(articles).toContain(article);
    });

    it("no step, parameter, rule or paper is without an article", () => {
      expect(cited.length).toBeGreaterThan(60);
      for (const part of [...scheme.admission.steps, ...scheme.claim.steps, ...parameters, ...rules, ...scheme.papers])
        expect(part.cites.clauses.length, part.says).toBeGreaterThan(0);
    });

    it("the catalogue has each requirement once, in order, in a sentence of its own", () => {
      expect(clauses.map(({ id }) => id)).toEqual(clauses.map((_, at) => `${code}-${String(at + 1).padStart(3, "0")}`));
      for (const { id, says } of clauses) expect(says, id).toMatch(/。$/);
      expect(standings(clauses)).toEqual(expected.standings);
    });

    it("what is called enforced is carried by some part of the folder", () => {
      const carried = new Set(cited.flatMap(([, { clauses: ids }]) => ids));
      const open = clauses.filter(({ id, standing }) => standing.kind === "enforced" && !carried.has(id)).map(({ id }) => id);
      expect(open).toEqual(expected.uncited ?? []);
    });

    it("rules stand in the order of the catalogue, once each", () => {
      const ids = rules.map((rule) => rule.id);
      expect(ids).toEqual([...new Set(ids)].sort());
      for (const rule of rules) expect(rule.cites.clauses[0]).toBe(rule.id);
    });

    it("every parameter that the folder uses is on its list, under its own key; a reading says what was chosen and what else could have been", () => {
      const listed = new Set<unknown>(parameters);
      for (const parameter of parametersIn({ ...scheme, parameters: [] })) expect(listed.has(parameter), parameter.key).toBe(true);
      expect(new Set(parameters.map(({ key }) => key)).size).toBe(parameters.length);
      for (const { key, reading, options, versions } of parameters) {
        if (reading) expect(reading.id, key).toMatch(new RegExp(`^(G-\\d\\d|${code}-A\\d\\d)$`));
        if (reading)
          expect(
            [reading.chosen.length, reading.others.length].every((length) => length > 0),
            key,
          ).toBe(true);
        if (options) for (const { value } of versions) expect(options, key).toContain(value);
      }
    });
  },
);

describe.each(
  Object.entries(EXPECTED).map(
    ([
      id,
      {
        life: [clause, until, count],
      },
    ]) => ({ scheme: schemeOf(id), id, clause, until: day(until), count }),
  ),
)("$clause the life of $id", ({ scheme, until, count }) => {
  const from = day(scheme.validity.from);
  const months = monthsOf(from, until);
  /** Published by others, and so there before the document. */
  const foreign = new Set(scheme.benchmarks?.map(({ key }) => key));

  it("has its months and their ends", () => {
    expect(months).toHaveLength(count);
  });

  it.each(scheme.parameters.map((parameter) => [parameter.key, parameter] as const))("%s has one version in every month", (key, parameter) => {
    expect(uncovered(parameter.versions, months)).toEqual([]);
    for (const on of months) expect(valueOn(parameter, on).ok, on).toBe(true);
    if (foreign.has(key)) return;
    const on = addDays(from, -1);
    expect(first(valueOn(parameter, on))).toEqual({ code: "parameter_not_in_force", figures: { parameter: key, on }, cites: parameter.cites });
  });

  it.each(scheme.rules.map((rule) => [rule.id, rule] as const))("%s is in force in every month, once, not before", (id) => {
    const versions = scheme.rules.filter((rule) => rule.id === id);
    expect(uncovered(versions, months)).toEqual([]);
    expect(inForce(versions, addDays(from, -1))).toHaveLength(0);
  });

  it("every time limit is one, and counts to a day in every month", () => {
    const all = deadlinesIn(scheme);
    for (const deadline of all) {
      expect(
        all.filter((other) => other.id === deadline.id && JSON.stringify(other) !== JSON.stringify(deadline)),
        deadline.id,
      ).toEqual([]);
      for (const on of months) {
        const { date } = dueOn(deadline, on, CALENDAR);
        expect(deadline.direction === "before" ? date <= on : date > on, `${deadline.id} ${on}`).toBe(true);
      }
    }
  });

  it("a loan of its life is still claimed, paid and recovered after its end: no number ends with it", () => {
    for (const parameter of scheme.parameters) expect(valueOn(parameter, addDays(until, 3650)).ok, parameter.key).toBe(true);
  });

  it("a month without a version and a month with two are told", () => {
    const [one, ...rest] = scheme.parameters[0]?.versions ?? [];
    const [cut, back] = [months[5], months[7]];
    if (!one || !cut || !back) throw new Error("a document has a number and lives for months");
    const within = (a: LocalDate, b: LocalDate) => months.filter((on) => a <= on && on < b);
    const gap = [{ ...one, until: addDays(cut, -1) }, { ...one, from: back }, ...rest];
    expect(uncovered(gap, months)).toEqual(within(cut, back));
    const double = [{ ...one, until: addDays(back, -1) }, { ...one, from: cut }, ...rest];
    expect(uncovered(double, months)).toEqual(within(cut, back));
  });
});
