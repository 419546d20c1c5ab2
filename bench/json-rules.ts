/** The same twenty-five rules for json-rules-engine: conditions as data, what must be worked out as dynamic facts, dates and lists as operators. */
import { type Almanac, Engine, type EngineResult, type NestedCondition } from "json-rules-engine";
import { barredThrough, lookbackFrom } from "../shared/calendar/deadline";
import { sizeClass } from "../shared/enterprise/size-class";
import { fiscalYearsAsked } from "../shared/enterprise/statements";
import { addYears, type LocalDate } from "../shared/local-date";
import type { Facts } from "../shared/rule/facts";
import { type Parameter, valueOn } from "../shared/rule/parameter";
import type { Verdict } from "../shared/rule/rule";
import * as yanqing from "../shared/schemes/yanqing/parameters";
import { LIMITS, latestYears } from "./rules";

/** What a condition that does not hold means; `missing` where its fact is undefined unless it says otherwise. */
type Otherwise = Exclude<Verdict, "met">;
const when = (fact: string, operator: string, value: unknown, otherwise?: Otherwise): NestedCondition => ({
  fact,
  operator,
  value,
  ...(otherwise ? { params: { otherwise } } : {}),
});

const STATEMENTS = ["balance_sheet", "income_statement", "cash_flow"] as const;

function conditionsOn(on: LocalDate): Record<string, NestedCondition[]> {
  const value = <T>(parameter: Parameter<T>): T => {
    const found = valueOn(parameter, on);
    if (!found.ok) throw new Error(`not in force: ${parameter.key}`);
    return found.value;
  };
  const district = value(yanqing.district);
  return {
    "YQ-007": [when("focusField", "in", value(yanqing.focusFields), "warning")],
    "YQ-010": [when("registeredDistrict", "names", district)],
    "YQ-011": [when("registration", "equal", "existing")],
    "YQ-012": [when("projectDescription", "said", true, "missing")],
    "YQ-013": [when("sizeClass", "in", value(yanqing.sizeClasses))],
    "YQ-014": [when("dishonestEnterprise", "equal", false)],
    "YQ-015": [when("dishonestRepresentative", "equal", false)],
    "YQ-016": [when("conductInWindow", "equal", 0)],
    "YQ-017": [when("focusProfiles", "someIn", value(yanqing.focusProfiles), "warning")],
    "YQ-020": [when("need", "greaterThan", 0), when("need", "lessThanInclusive", value(yanqing.needMax))],
    "YQ-021": [when("ownLoans", "none", true, "unmet")],
    "YQ-022": [when("groupLoans", "none", true, "unmet"), when("suspectedTies", "none", true, "warning")],
    "YQ-023": [
      when("activity", "given", true, "missing"),
      when("activity", "notIn", value(yanqing.excludedActivities)),
      when("industry", "notEqual", "real_estate_development", "unmet"),
    ],
    "YQ-024": [when("listedProcess", "equal", false)],
    "YQ-039": [when("papers", "hasKind", "business_licence", "missing")],
    "YQ-040": [when("absentStatements", "equal", 0, "missing"), when("young", "equal", false, "warning")],
    "YQ-041": [when("papers", "hasKind", "social_insurance", "missing")],
    "YQ-042": [when("papers", "hasKind", "tax_filings", "missing")],
    "YQ-095": [when("barred", "equal", false, "unmet")],
    "B-01": [when("headcount", "lessThanInclusive", LIMITS.headcountMost)],
    "B-02": [when("revenue", "greaterThanInclusive", LIMITS.revenueLeast)],
    "B-03": [when("assets", "greaterThanInclusive", LIMITS.assetsLeast)],
    "B-04": [when("revenuePercent", "greaterThanInclusive", 100 - LIMITS.fallMost)],
    "B-05": [when("needPercent", "lessThanInclusive", LIMITS.needPercentMost)],
    "B-06": [when("establishedLongEnough", "equal", true)],
  };
}

/** Facts that are worked out once an application, when a condition first asks for them. */
function addWorkedOut(engine: Engine, on: LocalDate): void {
  const add = (id: string, from: readonly (keyof Facts)[], work: (facts: Facts) => unknown) =>
    engine.addFact(id, async (_: unknown, almanac: Almanac) => {
      const read = await Promise.all(from.map(async (name) => [name, await almanac.factValue(name)]));
      return work(Object.fromEntries(read) as Facts);
    });
  const years = (parameter: Parameter<number>): number => {
    const found = valueOn(parameter, on);
    return found.ok ? found.value : Number.NaN;
  };
  const percent = (part: number | undefined, whole: number | undefined) =>
    part === undefined || whole === undefined ? undefined : (part * 100) / whole;
  add("sizeClass", ["industry", "years"], (facts) => {
    const { headcount, revenue, assets } = latestYears(facts)[0] ?? {};
    if (!facts.industry) return undefined;
    const given = {
      ...(headcount === undefined ? {} : { headcount }),
      ...(revenue === undefined ? {} : { revenue }),
      ...(assets === undefined ? {} : { assets }),
    };
    const found = sizeClass({ industry: facts.industry, ...given });
    return found.ok ? found.value.class : undefined;
  });
  add("conductInWindow", ["conduct", "appliedOn"], ({ conduct, appliedOn }) => {
    const from = lookbackFrom(appliedOn, years(yanqing.lookbackYears));
    return conduct?.filter((one) => one.major && one.occurredOn >= from && one.occurredOn <= appliedOn).length;
  });
  const asked = (facts: Facts) => fiscalYearsAsked(facts.appliedOn, facts.establishedOn, years(yanqing.statementYears));
  add("absentStatements", ["papers", "appliedOn", "establishedOn"], (facts) => {
    const has = (kind: string, year: number) => facts.papers?.some((paper) => paper.kind === kind && paper.fiscalYear === year);
    return asked(facts).years.flatMap((year) => STATEMENTS.filter((kind) => !has(kind, year))).length;
  });
  add("young", ["appliedOn", "establishedOn"], (facts) => asked(facts).young);
  add("barred", ["bars", "appliedOn"], ({ bars, appliedOn }) =>
    (bars ?? []).some((bar) => appliedOn <= barredThrough(bar.listedOn, years(yanqing.barYears)).blockedThrough),
  );
  for (const figure of ["headcount", "revenue", "assets"] as const) add(figure, ["years"], (facts) => latestYears(facts)[0]?.[figure]);
  add("revenuePercent", ["years"], (facts) => percent(latestYears(facts)[0]?.revenue, latestYears(facts)[1]?.revenue));
  add("needPercent", ["need", "years"], (facts) => percent(facts.need, latestYears(facts)[0]?.revenue));
  add("establishedLongEnough", ["establishedOn", "appliedOn"], ({ establishedOn, appliedOn }) =>
    establishedOn === undefined ? undefined : addYears(establishedOn, LIMITS.yearsLeast) <= appliedOn,
  );
}

export function engineOn(on: LocalDate): Engine {
  const rules = Object.entries(conditionsOn(on)).map(([name, all]) => ({ name, conditions: { all }, event: { type: name } }));
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  engine.addOperator(
    "names",
    (text: string | undefined, district: string) => !!text && (text.includes(district) || district.replace(/[区县市]$/, "") === text),
  );
  engine.addOperator("given", (value: unknown) => value !== undefined);
  engine.addOperator("said", (text: string | undefined) => Boolean(text?.trim()));
  engine.addOperator("none", (list: readonly unknown[] | undefined) => !list?.length);
  engine.addOperator("someIn", (list: readonly string[] | undefined, wanted: readonly string[]) => !!list?.some((one) => wanted.includes(one)));
  engine.addOperator("hasKind", (papers: Facts["papers"], kind: string) => !!papers?.some((paper) => paper.kind === kind));
  addWorkedOut(engine, on);
  return engine;
}

interface Looked {
  readonly result?: boolean;
  readonly factResult?: unknown;
  readonly params?: { readonly otherwise?: Otherwise };
}

/** One verdict a rule from the engine's own results, which carry every condition with the value that it met: its trace. */
export function verdictsOf({ results, failureResults }: EngineResult): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { name } of results) verdicts.set(name, "met");
  for (const { name, conditions } of failureResults) {
    const failed = ("all" in conditions ? (conditions.all as readonly Looked[]) : []).find((one) => one.result === false);
    verdicts.set(name, failed?.params?.otherwise ?? (failed?.factResult === undefined ? "missing" : "unmet"));
  }
  return verdicts;
}
