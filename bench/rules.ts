/** Twenty-five rules over the facts of an application: the nineteen of 延庆 as they are, and six more of kinds that other districts' documents ask for. */
import { cite } from "../shared/citation";
import { addYears, day } from "../shared/local-date";
import type { Facts } from "../shared/rule/facts";
import type { Answer, Rule } from "../shared/rule/rule";
import { RULES } from "../shared/schemes/yanqing/eligibility";

export const LIMITS = {
  headcountMost: 1000,
  revenueLeast: 100_000_000,
  assetsLeast: 200_000_000,
  fallMost: 30,
  needPercentMost: 50,
  yearsLeast: 1,
} as const;

const MET: Answer = { verdict: "met" };
const unmet = (figures: Readonly<Record<string, string>>): Answer => ({ verdict: "unmet", code: "field_invalid", figures });
const missing: Answer = { verdict: "missing", code: "fact_missing" };

const rule = (id: string, says: string, test: Rule["test"]): Rule => ({
  id,
  version: "1.0",
  cites: cite("—", id),
  from: day("2025-01-01"),
  says,
  at: ["application"],
  test,
});

/** The two latest years, latest first. */
export const latestYears = ({ years }: Facts) => [...(years ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear).slice(0, 2);

const MORE: readonly Rule[] = [
  rule("B-01", "headcount at most", (facts) => {
    const headcount = latestYears(facts)[0]?.headcount;
    if (headcount === undefined) return missing;
    return headcount <= LIMITS.headcountMost ? MET : unmet({ headcount: String(headcount), most: String(LIMITS.headcountMost) });
  }),
  rule("B-02", "revenue at least", (facts) => {
    const revenue = latestYears(facts)[0]?.revenue;
    if (revenue === undefined) return missing;
    return revenue >= LIMITS.revenueLeast ? MET : unmet({ revenue: String(revenue), least: String(LIMITS.revenueLeast) });
  }),
  rule("B-03", "assets at least", (facts) => {
    const assets = latestYears(facts)[0]?.assets;
    if (assets === undefined) return missing;
    return assets >= LIMITS.assetsLeast ? MET : unmet({ assets: String(assets), least: String(LIMITS.assetsLeast) });
  }),
  rule("B-04", "revenue has not fallen by more than", (facts) => {
    const [last, before] = latestYears(facts);
    if (last?.revenue === undefined || before?.revenue === undefined) return missing;
    return last.revenue * 100 >= before.revenue * (100 - LIMITS.fallMost)
      ? MET
      : unmet({ last: String(last.revenue), before: String(before.revenue) });
  }),
  rule("B-05", "need at most a share of revenue", (facts) => {
    const revenue = latestYears(facts)[0]?.revenue;
    if (revenue === undefined || facts.need === undefined) return missing;
    return facts.need * 100 <= revenue * LIMITS.needPercentMost ? MET : unmet({ need: String(facts.need), revenue: String(revenue) });
  }),
  rule("B-06", "established for at least", ({ establishedOn, appliedOn }) => {
    if (establishedOn === undefined) return missing;
    return addYears(establishedOn, LIMITS.yearsLeast) <= appliedOn ? MET : unmet({ establishedOn });
  }),
];

export const TWENTY_FIVE: readonly Rule[] = [...RULES.filter((one) => one.at.includes("application")), ...MORE];
