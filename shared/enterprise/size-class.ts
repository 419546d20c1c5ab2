/** Size class of an enterprise by the national standard of 2011 (工信部联企业〔2011〕300号, article 4), one table row an industry. */
import { type Fen, fen } from "../money";
import { accept, type Outcome, refuse } from "../outcome";

export const SIZE_STANDARD = "MIIT-2011-300";
export const MEASURES = ["headcount", "revenue", "assets"] as const;
/** Headcount in persons employed; revenue of a year and total assets at its end in fen. */
export type Measure = (typeof MEASURES)[number];
export type SizeClass = "large" | "medium" | "small" | "micro";

/** The lower limit of each class, included (及以上); below the last one is micro. */
type Limits = readonly [large: number, medium: number, small: number];
const persons = (large: number, medium: number, small: number): Limits => [large, medium, small];
/** 万元, as the standard prints its money. */
const tenThousandYuan = (large: number, medium: number, small: number): Limits => [large * 1_000_000, medium * 1_000_000, small * 1_000_000];

interface IndustryStandard {
  readonly name: string;
  /** What belongs to it, in our own words. */
  readonly covers: string;
  readonly limits: { readonly [measure in Measure]?: Limits };
}

/** In the standard's order (一) to (十六). */
export const INDUSTRIES = {
  agriculture: { name: "农、林、牧、渔业", covers: "种植、林业、畜牧、渔业及其服务", limits: { revenue: tenThousandYuan(20_000, 500, 50) } },
  industry: {
    name: "工业",
    covers: "采矿、制造，电力、热力、燃气和水的生产供应",
    limits: { headcount: persons(1_000, 300, 20), revenue: tenThousandYuan(40_000, 2_000, 300) },
  },
  construction: {
    name: "建筑业",
    covers: "房屋和土木工程、安装、装修",
    limits: { revenue: tenThousandYuan(80_000, 6_000, 300), assets: tenThousandYuan(80_000, 5_000, 300) },
  },
  wholesale: {
    name: "批发业",
    covers: "向经营者成批卖货",
    limits: { headcount: persons(200, 20, 5), revenue: tenThousandYuan(40_000, 5_000, 1_000) },
  },
  retail: { name: "零售业", covers: "向最终消费者卖货", limits: { headcount: persons(300, 50, 10), revenue: tenThousandYuan(20_000, 500, 100) } },
  transport: {
    name: "交通运输业",
    covers: "道路、水上、航空、管道运输和装卸、运输代理，铁路运输除外",
    limits: { headcount: persons(1_000, 300, 20), revenue: tenThousandYuan(30_000, 3_000, 200) },
  },
  storage: { name: "仓储业", covers: "仓库和储存", limits: { headcount: persons(200, 100, 20), revenue: tenThousandYuan(30_000, 1_000, 100) } },
  post: { name: "邮政业", covers: "邮政和快递", limits: { headcount: persons(1_000, 300, 20), revenue: tenThousandYuan(30_000, 2_000, 100) } },
  lodging: { name: "住宿业", covers: "宾馆、旅馆、民宿", limits: { headcount: persons(300, 100, 10), revenue: tenThousandYuan(10_000, 2_000, 100) } },
  catering: {
    name: "餐饮业",
    covers: "正餐、快餐、饮料、送餐",
    limits: { headcount: persons(300, 100, 10), revenue: tenThousandYuan(10_000, 2_000, 100) },
  },
  information_transmission: {
    name: "信息传输业",
    covers: "电信、广播电视传输、互联网和相关服务",
    limits: { headcount: persons(2_000, 100, 10), revenue: tenThousandYuan(100_000, 1_000, 100) },
  },
  software_it_services: {
    name: "软件和信息技术服务业",
    covers: "软件开发、系统集成、数据处理",
    limits: { headcount: persons(300, 100, 10), revenue: tenThousandYuan(10_000, 1_000, 50) },
  },
  real_estate_development: {
    name: "房地产开发经营",
    covers: "开发商品房、土地等并出售或出租",
    limits: { revenue: tenThousandYuan(200_000, 1_000, 100), assets: tenThousandYuan(10_000, 5_000, 2_000) },
  },
  property_management: {
    name: "物业管理",
    covers: "替业主管理房屋和设施",
    limits: { headcount: persons(1_000, 300, 100), revenue: tenThousandYuan(5_000, 1_000, 500) },
  },
  leasing_business_services: {
    name: "租赁和商务服务业",
    covers: "设备租赁、咨询、法律、广告、会展、旅行社、人力资源",
    limits: { headcount: persons(300, 100, 10), assets: tenThousandYuan(120_000, 8_000, 100) },
  },
  other: {
    name: "其他未列明行业",
    covers: "科研和技术服务、水利环境、居民服务和修理、社会工作、文化体育娱乐等",
    limits: { headcount: persons(300, 100, 10) },
  },
} as const satisfies Record<string, IndustryStandard>;

export type Industry = keyof typeof INDUSTRIES;
export const INDUSTRY_IDS = Object.keys(INDUSTRIES) as Industry[];

/** The measures that the class of this industry depends on: revenue alone in agriculture, headcount alone in `other`, else two. */
export function measuresOf(industry: Industry): readonly Measure[] {
  const { limits }: IndustryStandard = INDUSTRIES[industry];
  return MEASURES.filter((measure) => limits[measure] !== undefined);
}

/** The lower limit, included, of a class for one measure: persons, or fen. */
export function lowerLimit(industry: Industry, measure: Measure, sizeClass: Exclude<SizeClass, "micro">): number | undefined {
  const { limits }: IndustryStandard = INDUSTRIES[industry];
  return limits[measure]?.[CLASSES.indexOf(sizeClass)];
}

const CLASSES = ["large", "medium", "small"] as const;

export interface SizeInputs {
  readonly industry: Industry;
  readonly headcount?: number;
  readonly revenue?: Fen;
  readonly assets?: Fen;
}

export interface SizeFinding {
  readonly class: SizeClass;
  readonly standard: typeof SIZE_STANDARD;
  /** Every comparison made, from large down to the class found: persons, or fen. */
  readonly compared: readonly {
    readonly measure: Measure;
    readonly value: number;
    readonly threshold: number;
    readonly class: SizeClass;
    readonly met: boolean;
  }[];
}

/**
 * The size class: the highest class all of whose lower limits are met; one limit missed falls to the next class.
 * Refuses `size_inputs_missing` (figures `industry`, `missing` as a comma list of measures; field the first of them) and
 * `field_invalid` for a headcount that is no whole number of persons.
 */
export function sizeClass(inputs: SizeInputs): Outcome<SizeFinding> {
  const measures = measuresOf(inputs.industry);
  const missing = measures.filter((measure) => inputs[measure] === undefined);
  if (missing.length > 0) return refuse("size_inputs_missing", { industry: inputs.industry, missing: missing.join(",") }, undefined, missing[0]);
  const { headcount = 0 } = inputs;
  if (!Number.isSafeInteger(headcount) || headcount < 0) return refuse("field_invalid", { given: String(headcount) }, undefined, "headcount");

  const compared: SizeFinding["compared"][number][] = [];
  for (const candidate of CLASSES) {
    const round = measures.map((measure) => {
      const value = measure === "headcount" ? headcount : fen(inputs[measure] as Fen);
      const threshold = lowerLimit(inputs.industry, measure, candidate) as number;
      return { measure, value, threshold, class: candidate, met: value >= threshold };
    });
    compared.push(...round);
    if (round.every(({ met }) => met)) return accept({ class: candidate, standard: SIZE_STANDARD, compared });
  }
  return accept({ class: "micro", standard: SIZE_STANDARD, compared });
}
