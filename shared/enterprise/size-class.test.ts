import { describe, expect, it } from "vitest";
import { type Fen, fen } from "../money";
import { INDUSTRIES, INDUSTRY_IDS, type Industry, lowerLimit, type Measure, measuresOf, type SizeClass, sizeClass } from "./size-class";

/** The standard's table once more, as a sheet of text that was typed apart from the source: persons, and 万元. */
const SHEET = `
agriculture                revenue   20000  500  50
industry                   headcount  1000  300  20
industry                   revenue   40000 2000 300
construction               revenue   80000 6000 300
construction               assets    80000 5000 300
wholesale                  headcount   200   20   5
wholesale                  revenue   40000 5000 1000
retail                     headcount   300   50  10
retail                     revenue   20000  500 100
transport                  headcount  1000  300  20
transport                  revenue   30000 3000 200
storage                    headcount   200  100  20
storage                    revenue   30000 1000 100
post                       headcount  1000  300  20
post                       revenue   30000 2000 100
lodging                    headcount   300  100  10
lodging                    revenue   10000 2000 100
catering                   headcount   300  100  10
catering                   revenue   10000 2000 100
information_transmission   headcount  2000  100  10
information_transmission   revenue  100000 1000 100
software_it_services       headcount   300  100  10
software_it_services       revenue   10000 1000  50
real_estate_development    revenue  200000 1000 100
real_estate_development    assets    10000 5000 2000
property_management        headcount  1000  300 100
property_management        revenue    5000 1000 500
leasing_business_services  headcount   300  100  10
leasing_business_services  assets   120000 8000 100
other                      headcount   300  100  10
`;
const CLASSES = ["large", "medium", "small", "micro"] as const;
const TABLE = SHEET.trim()
  .split("\n")
  .flatMap((line) => {
    const [industry, measure, ...limits] = line.trim().split(/\s+/) as [Industry, Measure, ...string[]];
    return limits.map((limit, at) => ({
      industry,
      measure,
      class: CLASSES[at] as Exclude<SizeClass, "micro">,
      below: CLASSES[at + 1] as SizeClass,
      limit: Number(limit) * (measure === "headcount" ? 1 : 1_000_000),
    }));
  });

/** Every measure high enough to be large, but for those given. */
const PLENTY = 900_000_000_000;
const classOf = (industry: Industry, given: Partial<Record<Measure, number>> = {}) => {
  const found = sizeClass({
    industry,
    headcount: given.headcount ?? 1_000_000,
    revenue: fen(given.revenue ?? PLENTY),
    assets: fen(given.assets ?? PLENTY),
  });
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return found.value;
};

describe("the table", () => {
  it("YQ-013 sixteen industries in the standard's order, each with a name and what it covers", () => {
    expect(INDUSTRY_IDS).toHaveLength(16);
    expect(Object.values(INDUSTRIES).map(({ name }) => name)).toEqual([
      "农、林、牧、渔业",
      "工业",
      "建筑业",
      "批发业",
      "零售业",
      "交通运输业",
      "仓储业",
      "邮政业",
      "住宿业",
      "餐饮业",
      "信息传输业",
      "软件和信息技术服务业",
      "房地产开发经营",
      "物业管理",
      "租赁和商务服务业",
      "其他未列明行业",
    ]);
  });

  it("YQ-013 the sheet names every industry and every measure that it uses, and no more", () => {
    for (const industry of INDUSTRY_IDS) {
      const measures = TABLE.filter((row) => row.industry === industry && row.class === "large").map(({ measure }) => measure);
      expect([...measures].sort()).toEqual([...measuresOf(industry)].sort());
    }
    expect(TABLE).toHaveLength(90);
  });

  it.each(TABLE)("YQ-013 $industry $measure $class from $limit", ({ industry, measure, class: size, below, limit }) => {
    expect(lowerLimit(industry, measure, size)).toBe(limit);
    expect(classOf(industry, { [measure]: limit }).class).toBe(size);
    expect(classOf(industry, { [measure]: limit + 1 }).class).toBe(size);
    expect(classOf(industry, { [measure]: limit - 1 }).class).toBe(below);
  });
});

describe("all lower limits at once", () => {
  it.each(INDUSTRY_IDS)("YQ-013 %s: every limit of a class met exactly gives that class", (industry) => {
    for (const size of ["large", "medium", "small"] as const) {
      const exact = Object.fromEntries(measuresOf(industry).map((measure) => [measure, lowerLimit(industry, measure, size)]));
      expect(classOf(industry, exact).class).toBe(size);
    }
  });

  it("YQ-013 1,000 persons and revenue one fen under 40,000万 is medium, not large", () => {
    expect(classOf("industry", { headcount: 1000, revenue: 39_999_999_999 }).class).toBe("medium");
  });

  it("YQ-013 one measure far down decides: 1,000 persons with revenue under 300万 is micro", () => {
    expect(classOf("industry", { headcount: 1000, revenue: 299_999_999 }).class).toBe("micro");
    expect(classOf("industry", { headcount: 0 }).class).toBe("micro");
  });

  it("YQ-013 measures that an industry does not use change nothing", () => {
    expect(sizeClass({ industry: "agriculture", revenue: fen(5_000_000_000) }).ok).toBe(true);
    expect(classOf("other", { headcount: 9, revenue: PLENTY }).class).toBe("micro");
    expect(classOf("leasing_business_services", { headcount: 100, assets: 8_000_000_000, revenue: 0 }).class).toBe("medium");
  });

  it("YQ-013 tells each comparison made, from large to the class found", () => {
    expect(classOf("industry", { headcount: 25, revenue: 400_000_000 })).toEqual({
      class: "small",
      standard: "MIIT-2011-300",
      compared: [
        { measure: "headcount", value: 25, threshold: 1000, class: "large", met: false },
        { measure: "revenue", value: 400_000_000, threshold: 40_000_000_000, class: "large", met: false },
        { measure: "headcount", value: 25, threshold: 300, class: "medium", met: false },
        { measure: "revenue", value: 400_000_000, threshold: 2_000_000_000, class: "medium", met: false },
        { measure: "headcount", value: 25, threshold: 20, class: "small", met: true },
        { measure: "revenue", value: 400_000_000, threshold: 300_000_000, class: "small", met: true },
      ],
    });
  });
});

describe("inputs", () => {
  it.each(INDUSTRY_IDS)("YQ-013 %s without figures is refused with the very measures that it needs", (industry) => {
    const needed = measuresOf(industry);
    expect(sizeClass({ industry })).toEqual({
      ok: false,
      refusals: [{ code: "size_inputs_missing", figures: { industry, missing: needed.join(",") }, field: needed[0] }],
    });
  });

  it("YQ-013 only the absent one is named; zero is a figure", () => {
    expect(sizeClass({ industry: "industry", headcount: 10 })).toMatchObject({ refusals: [{ figures: { missing: "revenue" }, field: "revenue" }] });
    expect(sizeClass({ industry: "construction", revenue: 0 as Fen, assets: 0 as Fen })).toMatchObject({ ok: true, value: { class: "micro" } });
  });

  it.each([-1, 1.5, Number.NaN])("YQ-013 a headcount of %s is refused", (headcount) => {
    expect(sizeClass({ industry: "other", headcount })).toMatchObject({ ok: false, refusals: [{ code: "field_invalid", field: "headcount" }] });
  });
});
