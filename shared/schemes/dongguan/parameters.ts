/** The numbers of 东莞's plan (东府办函〔2023〕725号) for both tracks, each with its article, its dates and the reading chosen; those of money are in `fund-parameters.ts`. */
import { cite } from "../../citation";
import type { SizeClass } from "../../enterprise/size-class";
import { addDays, day } from "../../local-date";
import type { Member } from "../../process/conference";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";

/** First day in force (五（二）). */
export const FROM = day("2024-01-01");

const parameter = parametersFrom(FROM);

export const coverFrom = parameter("cover.from", "纳入补偿的最早放款日", cite("五（二）", "DG-049"), "2024-01-01");
export const validUntil = parameter("validity.until", "有效期的最后一天", cite("五（二）", "DG-049"), "2028-12-31", {
  id: "G-08",
  chosen: "文件写明的最后一天当天有效；到期后已放款的照旧申请、追偿，不再纳入新贷款",
  others: ["到期后全部停止"],
});

const SIZE = cite("三（二）脚注1", "DG-014");
export const sizeClasses = parameter<readonly SizeClass[]>("sme.classes", "纳入的企业规模", SIZE, ["medium", "small", "micro"], {
  id: "G-18",
  chosen: "推荐时划型，放款备案时再核对；之后长大不影响已纳入的贷款",
  others: ["持续划型"],
});
export const smallMicro = parameter<readonly SizeClass[]>("guarantee.sizes", "担保贷款支持的企业规模", cite("三（二）", "DG-011"), [
  "small",
  "micro",
]);
export const targets = parameter<readonly string[]>("guarantee.targets", "担保贷款支持的其他对象", cite("三（二）", "DG-011"), [
  "agriculture",
  "startup",
  "strategic_emerging",
]);
export const focusFields = parameter<readonly string[]>("whitelist.fields", "白名单的重点领域", cite("三（二）", "DG-012"), [
  "specialised",
  "strategic_emerging",
  "future_industry",
]);
export const focusMode = parameter<"priority" | "filter">(
  "whitelist.fields.mode",
  "重点领域的作用",
  cite("三（二）", "DG-012"),
  "priority",
  undefined,
  ["priority", "filter"],
);
export const whitelistFor = parameter<"everyone" | "medium">(
  "whitelist.for",
  "银行贷款哪些企业要在白名单里",
  cite("三（二）", "DG-012"),
  "everyone",
  { id: "DG-A09", chosen: "中型、小型、微型都要在白名单里", others: ["只有中型企业要在白名单里"] },
  ["everyone", "medium"],
);

export const bearers = parameter<readonly string[]>("sharing.tiers", "分担担保贷款损失的各方", cite("三（三）", "DG-015"), [
  "national",
  "provincial",
  "guarantor",
  "bank",
]);
export const nationalFundProof = parameter(
  "nationalFund.proof",
  "怎样算国家融担基金支持的贷款",
  cite("三（三）", "DG-017"),
  "attest",
  { id: "DG-A10", chosen: "由担保机构填报国家融担基金的业务编号", others: ["把国家融担基金的条件逐条写进规则"] },
  ["attest"],
);

export const collateralAllowed = parameter<readonly string[]>(
  "bank.collateral.allowed",
  "银行贷款可以有的担保方式",
  cite("三（四）", "DG-021"),
  ["ip_pledge", "receivables_pledge", "equity_pledge", "personal_surety", "corporate_surety"],
  {
    id: "DG-A13",
    chosen: "知识产权、应收账款、股权质押和自然人、一般企业保证可以；任何实物抵押质押和担保公司担保都不可以",
    others: ["只认纯信用贷款"],
  },
);
export const bankLoanTypes = parameter<readonly string[]>(
  "bank.loanTypes",
  "联席会议确定的银行贷款类型",
  cite("三（四）", "DG-022"),
  [],
  undefined,
  undefined,
  "names",
);
export const termMax = parameter("bank.term.maxMonths", "银行贷款最长期限（月）", cite("三（四）", "DG-025"), 36);

const RATE = cite("三（四）", "DG-024");
export const rateSpread = parameter("bank.rate.spread", "利率可以高于贷款市场报价利率多少", RATE, "0.0150");
export const lprTenor = parameter<string>(
  "lpr.tenor",
  "看哪个期限的报价利率",
  RATE,
  "1y",
  { id: "DG-A06", chosen: "一年期", others: ["五年期以上"] },
  ["1y", "5y"],
);
export const lprDay = parameter<"contract" | "disbursement">(
  "lpr.day",
  "看哪一天的报价利率",
  RATE,
  "contract",
  { id: "DG-A06", chosen: "签合同当天最近一次公布的，不含费用", others: ["放款当天"] },
  ["contract", "disbursement"],
);
export const lprChecked = parameter(
  "lpr.checked",
  "利率核对几次",
  RATE,
  "once",
  { id: "DG-A06", chosen: "备案时核对一次", others: ["每次重定价都核对"] },
  ["once"],
);

/** Published on the 20th of a month, in force until the next one; the office enters each new one from its day on. */
const published = (key: string, says: string, ...values: readonly (readonly [string, string])[]): Parameter<string> => ({
  key,
  says,
  cites: RATE,
  versions: values.map(([from, value], at) => {
    const next = values[at + 1]?.[0];
    return { from: day(from), value, ...(next ? { until: dayBefore(next) } : {}) };
  }),
});
const dayBefore = (text: string) => addDays(day(text), -1);

export const lpr1y = published(
  "lpr.1y",
  "一年期贷款市场报价利率",
  ["2023-08-21", "0.0345"],
  ["2024-07-22", "0.0335"],
  ["2024-10-21", "0.0310"],
  ["2025-05-20", "0.0300"],
);
export const lpr5y = published(
  "lpr.5y",
  "五年期以上贷款市场报价利率",
  ["2023-06-20", "0.0420"],
  ["2024-02-20", "0.0395"],
  ["2024-07-22", "0.0385"],
  ["2024-10-21", "0.0360"],
  ["2025-05-20", "0.0350"],
);

export const equityOpen = parameter("equity.open", "股权投资风险补偿是否开始试点", cite("三（五）", "DG-029"), false, undefined, [false, true]);

export const conferenceMembers = parameter<readonly Member[]>(
  "conference.members",
  "联席会议的成员单位",
  cite("四（一）", "DG-033"),
  [
    { role: "policy_owner", kind: "office", name: "市工业和信息化局" },
    { role: "finance", kind: "finance", name: "市财政局" },
    { role: "science", kind: "department", name: "市科技局" },
    { role: "development", kind: "department", name: "市发展改革局" },
    { role: "agriculture", kind: "department", name: "市农业农村局" },
    { role: "market", kind: "department", name: "市市场监管局" },
    { role: "financial_work", kind: "regulator", name: "市金融工作局" },
    { role: "central_bank", kind: "regulator", name: "中国人民银行东莞市分行" },
    { role: "financial_regulator", kind: "regulator", name: "国家金融监督管理总局东莞监管分局" },
  ],
  { id: "G-13", chosen: "席位按职能记载，单位名称随改名、合并更新", others: ["按文件印发时的单位名称固定"] },
);

export const TRACK_PARAMETERS = [
  coverFrom,
  validUntil,
  sizeClasses,
  smallMicro,
  targets,
  focusFields,
  focusMode,
  whitelistFor,
  bearers,
  nationalFundProof,
  collateralAllowed,
  bankLoanTypes,
  termMax,
  rateSpread,
  lprTenor,
  lprDay,
  lprChecked,
  lpr1y,
  lpr5y,
  equityOpen,
  conferenceMembers,
] as readonly Parameter<unknown>[];
