/** The numbers of 包头's document for firms and loans, each with its article, its dates and the reading chosen. */
import { cite } from "../../citation";
import type { SizeClass } from "../../enterprise/size-class";
import { day } from "../../local-date";
import type { LimitMode } from "../../rule/limit";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";

/** The day on which it was issued; by 第四十条 it is in force from then on. */
export const FROM = day("2021-04-30");

export const parameter = parametersFrom(FROM);

const LIFE = cite("第四十条", "BT-063");
export const validUntil = parameter("validity.until", "有效期的最后一天", LIFE, "2026-04-29", {
  id: "BT-A14",
  chosen: "印发之日计入，最后一天是五周年的前一天；已发放的贷款照旧办完",
  others: ["按民法典，五周年当天为最后一天"],
});
export const city = parameter("registered.city", "登记注册所在地", cite("第四条", "BT-004"), "包头市");
/** As they stand in a firm's registered place and in the name of the department that looks after it. */
export const areas = parameter<readonly string[]>("areas", "旗县区", cite("第七条", "BT-009"), [
  "昆都仑区",
  "青山区",
  "东河区",
  "九原区",
  "石拐区",
  "白云鄂博矿区",
  "土默特右旗",
  "固阳县",
  "达尔罕茂明安联合旗",
  "稀土高新区",
]);
export const areaBy = parameter<string>(
  "area.by",
  "企业迁移以后算哪个地区",
  cite("第七条", "BT-009"),
  "disbursement",
  { id: "BT-A20", chosen: "放款时的地区：推荐和出资的都是它", others: ["现在所在的地区"] },
  ["disbursement"],
);
export const sizeClasses = parameter<readonly SizeClass[]>("sme.classes", "服务的企业规模", cite("第四条", "BT-004"), ["medium", "small", "micro"], {
  id: "G-18",
  chosen: "申请时认定，放款时复核；以后长大的不影响",
  others: ["放款时认定", "持续认定"],
});
export const purposes = parameter<readonly string[]>("loan.purpose", "贷款用途", cite("第五条", "BT-005"), ["operation_turnover", "working_capital"]);
export const principleMode = parameter<LimitMode>(
  "rule.mode",
  "“原则上”的限额",
  cite("第二十二条（一）", "BT-032"),
  "exception",
  { id: "G-07", chosen: "超过的要有同意的文件", others: ["一律不办", "只提示"] },
  ["exception", "hard", "warn"],
);
export const poolTimes = parameter("pool.leverage", "授信是资金池的倍数", cite("第九条", "BT-013"), "10");
export const areaTimes = parameter("area.leverage", "地区贷款规模是出资的倍数", cite("第十三条", "BT-018"), "25");
export const areaMode = parameter<LimitMode>(
  "area.leverage.mode",
  "超过地区倍数怎么办",
  cite("第十三条", "BT-018"),
  "exception",
  { id: "BT-A06", chosen: "两条限额都管：资金池十倍不得超过，地区二十五倍超过要有同意的文件", others: ["地区倍数也不得超过", "只管资金池"] },
  ["exception", "hard", "warn"],
);
const TOP_UP = cite("第十六条", "BT-025");
export const depositTimes = parameter("bank.deposit.leverage", "授信是风险补偿金的倍数", TOP_UP, "10");
export const topUpPending = parameter<LimitMode>(
  "bank.deposit.pending",
  "补存到账以前能否新增授信",
  TOP_UP,
  "hard",
  { id: "BT-A18", chosen: "超过十倍的，补足以前不新增", others: ["三十日内可以新增，只提示"] },
  ["hard", "warn"],
);
export const forbiddenFees = parameter<readonly string[]>("fees.forbidden", "不得收取的费用", cite("第十七条", "BT-026"), [
  "deposit",
  "commitment",
  "consulting",
  "advisory",
  "registration",
  "document",
  "other",
]);
export const bankCollateral = parameter<readonly string[]>("bank.extraCollateral", "银行不得另要的担保", cite("第二十一条", "BT-031"), [
  "mortgage",
  "pledge",
  "guarantee",
  "surety",
  "other",
]);
export const singleMax = parameter("loan.singleEnterprise.max", "单户贷款的一般上限", cite("第二十二条（一）", "BT-032"), 1_000_000_000);
export const termUsual = parameter("term.std.maxMonths", "单笔期限的一般上限（月）", cite("第二十二条（二）", "BT-033"), 12);
export const termMost = parameter("term.relaxed.maxMonths", "放宽后的最长期限（月）", cite("第二十二条（二）", "BT-033"), 24, {
  id: "BT-A12",
  chosen: "超过十二个月要有理由，超过二十四个月不办",
  others: ["超过二十四个月也只提示"],
});
export const repayments = parameter<readonly string[]>("repayment.types", "还款方式", cite("第二十二条（四）", "BT-035"), ["bullet", "instalment"]);
export const supportYears = parameter("support.maxConsecutiveYears", "连续支持的年数", cite("第二十三条", "BT-036"), 3);
export const supportGap = parameter("support.gapMonths", "间隔多少个月以内算连续", cite("第二十三条", "BT-036"), 6, {
  id: "BT-A11",
  chosen: "自首次放款起算，间隔不超过六个月的算连续，更久的重新起算",
  others: ["按自然年", "按贷款笔数"],
});
export const supportConsents = parameter<readonly string[]>("support.extension.consents", "延长支持要谁同意", cite("第二十三条", "BT-037"), [
  "office",
  "bank",
  "guarantor",
]);

export const PARAMETERS: readonly Parameter<unknown>[] = [
  validUntil,
  city,
  areas,
  areaBy,
  sizeClasses,
  purposes,
  principleMode,
  poolTimes,
  areaTimes,
  areaMode,
  depositTimes,
  topUpPending,
  forbiddenFees,
  bankCollateral,
  singleMax,
  termUsual,
  termMost,
  repayments,
  supportYears,
  supportGap,
  supportConsents,
] as readonly Parameter<unknown>[];
