/** Whom 克州 lets onto its list and which loans it covers: one rule for each requirement, in the order of the articles. */
import { cite } from "../../citation";
import { activityOutside, inFocus, paperGiven, registeredInAny, sizeAmong } from "../../rule/checks";
import { everyOf, onceLent, toldOnly } from "../../rule/combine";
import { attested, employs, registeredFor } from "../../rule/firm-checks";
import { type Limit, loanWithin } from "../../rule/limit";
import {
  counterGuaranteed,
  disbursedWithin,
  feeAtMost,
  feesAmong,
  loanFileHolds,
  onList,
  partnerFits,
  partnerInStanding,
  takesPart,
  termWithin,
  underAgreement,
} from "../../rule/loan-checks";
import type { Checkpoint, Rule } from "../../rule/rule";
import { feesAllowed, guaranteeFeeMax, guarantorRegion } from "./fund-parameters";
import {
  excludedFields,
  FROM,
  focusFields,
  focusMode,
  fundTotal,
  jobsJoin,
  jobsMin,
  jobsMonths,
  leverageBase,
  leverageTimes,
  localRatio,
  minYears,
  places,
  principleMode,
  singleBase,
  singleMax,
  singleRatio,
  sizeClasses,
  termMax,
  windowEnd,
  windowUntil,
} from "./parameters";

const ENTRY: readonly Checkpoint[] = ["application", "recommendation", "screening"];
const LOAN: readonly Checkpoint[] = ["disbursement"];

const rule = (id: string, article: string, says: string, at: readonly Checkpoint[], test: Rule["test"], ...also: string[]): Rule => ({
  id,
  version: "1.0",
  cites: cite(article, id, ...also),
  from: FROM,
  says,
  at,
  test,
});

const leverage: Limit = {
  id: "leverage",
  says: "贷款总额与资金的放大倍数",
  cites: cite("第二条", "KZ-003"),
  of: "fund",
  counts: "fundOutstanding",
  at: { times: leverageTimes, base: leverageBase, size: fundTotal },
  mode: "hard",
  code: "leverage",
};

const singleShare: Limit = {
  id: "over_10pct",
  says: "单户贷款占资金规模的比例",
  cites: cite("第九条", "KZ-033"),
  of: "enterprise",
  counts: "enterpriseLive",
  at: { times: singleRatio, base: singleBase, size: fundTotal },
  mode: principleMode,
  code: "over_10pct",
};

const singleCap: Limit = {
  id: "loan_cap",
  says: "单户贷款最高额",
  cites: cite("第九条", "KZ-034"),
  of: "enterprise",
  counts: "enterpriseLive",
  at: { amount: singleMax },
  mode: "hard",
  code: "loan_cap",
};

export const LIMITS: readonly Limit[] = [leverage, singleShare, singleCap];

/** What the institutions' own file of a loan holds before the money goes out (第十条). */
export const LOAN_FILE = ["pre_check", "investigation_report", "committee_minutes", "opinion"] as const;

const ENDED = { banned: "bank_terminated", ended: "bank_terminated" } as const;

export const RULES: readonly Rule[] = [
  rule(
    "KZ-001",
    "第一条",
    "面向中小微企业，每笔贷款都有银行和担保公司",
    ["application", "disbursement"],
    everyOf(onceLent(takesPart("lender")), onceLent(takesPart("guarantor")), toldOnly(sizeAmong(sizeClasses))),
  ),
  rule("KZ-003", "第二条", "贷款总额不超过资金的放大倍数", LOAN, loanWithin(leverage)),
  rule("KZ-004", "第二条", "放款时企业在白名单内", LOAN, onList({ absent: "not_whitelisted", removed: "whitelist_cancelled" })),
  rule(
    "KZ-006",
    "第二条",
    "在补偿期限内发放",
    LOAN,
    disbursedWithin({ until: windowUntil, end: windowEnd }, { early: "out_of_window", late: "out_of_window" }),
  ),
  rule("KZ-009", "第五条", "银行和担保公司都已签合作协议", LOAN, everyOf(underAgreement("lender"), underAgreement("guarantor"))),
  rule("KZ-010", "第六条（一）1", "在克州登记注册一年以上", ENTRY, everyOf(registeredInAny(places), registeredFor(minYears, "reg_under_1y"))),
  rule("KZ-011", "第六条（一）1", "信用记录良好，没有违规违法和其他不良记录", ENTRY, attested("cleanRecord", true, "bad_record")),
  rule("KZ-012", "第六条（一）1", "有稳定现金流", ENTRY, attested("stableCashflow", true, "cashflow")),
  rule("KZ-013", "第六条（一）1", "正常纳税", ENTRY, attested("taxNormal", true, "tax")),
  rule("KZ-014", "第六条（一）2", "主营业务突出", ENTRY, attested("mainBusiness", true, "main_business")),
  rule(
    "KZ-015",
    "第六条（一）2",
    "有采购订单和销售合同，与贷款金额匹配，贸易背景真实",
    ENTRY,
    everyOf(
      paperGiven("purchase_orders"),
      paperGiven("sales_contracts"),
      attested("tradeGenuine", true, "contract_mismatch"),
      toldOnly(attested("contractsMatch", true, "contract_mismatch")),
    ),
  ),
  rule("KZ-016", "第六条（一）3", "企业和实际控制人没有重大舆情、环保等风险", ENTRY, attested("noRiskEvent", true, "risk_event")),
  rule("KZ-017", "第六条（一）3", "股权清晰，没有权属纠纷", ENTRY, attested("equityClear", true, "equity_dispute")),
  rule("KZ-018", "第六条（一）4", "有可靠的还款来源", ENTRY, attested("repaymentSource", true, "repay_source")),
  rule("KZ-019", "第六条（一）5", "没有投向房地产或民间借贷这类领域", ENTRY, activityOutside(excludedFields, "excluded_field")),
  rule("KZ-020", "第六条（二）", "属于重点支持领域的优先", ["application", "recommendation"], inFocus(focusFields, focusMode), "KZ-002"),
  rule(
    "KZ-021",
    "第六条（三）",
    "连续半年稳定就业五人以上，或新疆籍员工不低于一半",
    ENTRY,
    employs({ atLeast: jobsMin, months: jobsMonths, localRatio, join: jobsJoin }, "employment"),
  ),
  rule(
    "KZ-030",
    "第八条（二）",
    "担保机构在疆内",
    LOAN,
    partnerFits("guarantor", ["guarantor"], { kind: "partner_type", region: "guarantor_region" }, guarantorRegion),
  ),
  rule("KZ-031", "第八条（二）", "担保费率不高于上限", LOAN, feeAtMost("guarantee_fee", guaranteeFeeMax, "guarantee_fee")),
  rule("KZ-032", "第八条（二）", "除利息和担保费外不收其他费用", LOAN, feesAmong(feesAllowed, true)),
  rule("KZ-033", "第九条", "单户贷款一般不超过资金规模的一成", LOAN, loanWithin(singleShare)),
  rule("KZ-034", "第九条", "单户贷款不超过最高额", LOAN, loanWithin(singleCap)),
  rule("KZ-035", "第九条", "贷款期限一般不超过五年", LOAN, termWithin("term", termMax, undefined, { over: "term", relaxed: "term" })),
  rule("KZ-036", "第十条", "贷前初审、调查报告、贷审会和审核意见齐全", LOAN, loanFileHolds(LOAN_FILE)),
  rule("KZ-075", "第二十三条（六）", "有评审专家的综合意见", ["screening"], toldOnly(attested("expertOpinion", true, "no_expert_opinion"))),
  rule("KZ-079", "第二十三条（八）", "企业向担保公司提供反担保", LOAN, counterGuaranteed),
  rule("KZ-085", "第二十五条（二）", "放款银行没有因不良率终止合作", LOAN, partnerInStanding("lender", ENDED)),
];
