/** The numbers of 克州's document, each with its article, its dates and the reading chosen. The text does not carry its own date. */
import { cite } from "../../citation";
import type { SizeClass } from "../../enterprise/size-class";
import { day } from "../../local-date";
import type { LimitMode } from "../../rule/limit";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";

/** The numbers are dated from here on: five years before the day that 第二条 names (reading KZ-A06). Business waits for the day that the office enters. */
export const FROM = day("2025-03-15");

export const parameter = parametersFrom(FROM);

export const issuedOn = parameter<string>(
  "validity.issuedOn",
  "印发日期",
  cite("第二十七条", "KZ-087"),
  "",
  {
    id: "KZ-A06",
    chosen: "文中没有印发日期，录入之前不开展新业务；2030年3月15日只说明大约在2025年初",
    others: ["由2030年3月15日倒推为2025年3月15日"],
  },
  undefined,
  "day",
);
export const validYears = parameter("validity.years", "有效年数", cite("第二十七条", "KZ-087"), 5);
export const validUntil = parameter("validity.until", "有效期的最后一天（印发日期录入前）", cite("第二十七条", "KZ-087"), "2030-03-14", {
  id: "G-08",
  chosen: "起始日计入，最后一天是五周年的前一天",
  others: ["按民法典，五周年当天为最后一天"],
});

export const windowUntil = parameter("window.until", "纳入补偿的放款截止日", cite("第二条", "KZ-006"), "2030-03-15");
export const windowEnd = parameter<"inclusive" | "exclusive">(
  "window.op",
  "截止日当天放款的是否纳入",
  cite("第二条", "KZ-006"),
  "exclusive",
  {
    id: "KZ-A05",
    chosen: "“前”不含当天；到期后已放款的管到最后一笔还清",
    others: ["含当天"],
  },
  ["exclusive", "inclusive"],
);

/** Names that a registered address may carry: the prefecture and its parts. */
export const places = parameter<readonly string[]>("registered.region", "登记注册所在地", cite("第六条（一）1", "KZ-010"), [
  "克州",
  "克孜勒苏柯尔克孜自治州",
  "阿图什市",
  "阿克陶县",
  "阿合奇县",
  "乌恰县",
]);
export const minYears = parameter("registered.minYears", "登记注册满几年", cite("第六条（一）1", "KZ-010"), 1, {
  id: "G-06",
  chosen: "“以上”含本数，满一周年当天即可",
  others: ["满一年的次日起"],
});
export const sizeClasses = parameter<readonly SizeClass[]>("sme.classes", "服务的企业规模", cite("第一条", "KZ-001"), ["medium", "small", "micro"], {
  id: "KZ-A18",
  chosen: "准入条件没有规模要求，大型企业只提示",
  others: ["大型企业不予准入"],
});
export const excludedFields = parameter<readonly string[]>("excluded.fields", "不得涉足的领域", cite("第六条（一）5", "KZ-019"), [
  "real_estate",
  "private_lending",
]);
export const focusFields = parameter<readonly string[]>("focus.fields", "重点支持领域", cite("第六条（二）", "KZ-020", "KZ-002"), [
  "new_energy_materials",
  "green_mining",
  "grain_oil",
  "cotton_textile",
  "tourism",
  "building_materials",
  "organic_fruit_veg",
  "livestock",
  "coal",
  "oil_gas",
  "belt_road",
  "rural_revitalisation",
]);
export const focusMode = parameter<"priority" | "filter">(
  "focus.mode",
  "重点领域的作用",
  cite("第六条（二）", "KZ-020"),
  "priority",
  {
    id: "KZ-A19",
    chosen: "优先支持，不作为门槛",
    others: ["作为门槛"],
  },
  ["priority", "filter"],
);

const JOBS = cite("第六条（三）", "KZ-021");
export const jobsMin = parameter("jobs.min", "稳定就业人数", JOBS, 5);
export const jobsMonths = parameter("jobs.months", "连续月数", JOBS, 6);
export const localRatio = parameter("jobs.localRatio", "新疆籍员工比例", JOBS, "0.50");
export const jobsJoin = parameter<"or" | "and">(
  "jobs.join",
  "两项就业条件的关系",
  JOBS,
  "or",
  {
    id: "KZ-A11",
    chosen: "符合一项即可；按社保人数逐月看申请前六个月，比例含本数，没有员工不算符合",
    others: ["两项都要符合"],
  },
  ["or", "and"],
);

/** Fen, as every amount below. */
export const fundTotal = parameter("fund.total", "资金规模", cite("第三条", "KZ-007"), 10_000_000_000);

export const leverageTimes = parameter("leverage", "放大倍数", cite("第二条", "KZ-003"), "10");
export const leverageBase = parameter<string>(
  "leverage.base",
  "放大倍数以什么为基数",
  cite("第二条", "KZ-003"),
  "fundNominal",
  {
    id: "KZ-A02",
    chosen: "以资金规模一亿元为基数，超过不办；另按余额提示",
    others: ["以资金余额为基数"],
  },
  ["fundNominal", "fundBalance"],
);
export const singleRatio = parameter("loan.singleEnterprise.maxPoolRatio", "单户贷款占资金规模的一般上限", cite("第九条", "KZ-033"), "0.10");
export const singleBase = parameter<string>(
  "loan.singleEnterprise.base",
  "单户比例以什么为基数",
  cite("第九条", "KZ-033"),
  "fundNominal",
  {
    id: "KZ-A01",
    chosen: "以资金规模为基数；资金规模变动时比例限额随之变动",
    others: ["以资金余额为基数"],
  },
  ["fundNominal", "fundBalance"],
);
export const principleMode = parameter<LimitMode>(
  "rule.mode",
  "“原则上”的限额",
  cite("第九条", "KZ-033", "KZ-035"),
  "exception",
  {
    id: "G-07",
    chosen: "超过的要有同意的文件",
    others: ["一律不办", "只提示"],
  },
  ["exception", "hard", "warn"],
);
export const singleMax = parameter("loan.singleEnterprise.max", "单户贷款最高额", cite("第九条", "KZ-034"), 1_000_000_000);
export const termMax = parameter("loan.maxMonths", "贷款期限的一般上限（月）", cite("第九条", "KZ-035"), 60, {
  id: "KZ-A21",
  chosen: "含展期合计不超过六十个月，超过的要有同意的文件",
  others: ["展期不计入"],
});

export const PARAMETERS: readonly Parameter<unknown>[] = [
  issuedOn,
  validYears,
  validUntil,
  windowUntil,
  windowEnd,
  places,
  minYears,
  sizeClasses,
  excludedFields,
  focusFields,
  focusMode,
  jobsMin,
  jobsMonths,
  localRatio,
  jobsJoin,
  fundTotal,
  leverageTimes,
  leverageBase,
  singleRatio,
  singleBase,
  principleMode,
  singleMax,
  termMax,
] as readonly Parameter<unknown>[];
