/** Whom 包头 lets in and which loans it covers: one rule for each requirement, in the order of the articles. */
import { cite } from "../../citation";
import { notDishonest, registeredIn, sizeAmong } from "../../rule/checks";
import { everyOf, toldOnly } from "../../rule/combine";
import { attested } from "../../rule/firm-checks";
import { doneInOrder, repaidBy, supportedFor } from "../../rule/lending-checks";
import { type Limit, loanWithin } from "../../rule/limit";
import {
  collateralWithout,
  counterGuaranteed,
  feesAmong,
  partnerFits,
  purposeAmong,
  takesPart,
  termWithin,
  underAgreement,
} from "../../rule/loan-checks";
import type { Checkpoint, Rule } from "../../rule/rule";
import {
  areaMode,
  areaTimes,
  bankCollateral,
  city,
  depositTimes,
  FROM,
  forbiddenFees,
  poolTimes,
  principleMode,
  purposes,
  repayments,
  singleMax,
  sizeClasses,
  supportConsents,
  supportGap,
  supportYears,
  termMost,
  termUsual,
  topUpPending,
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

const pool: Limit = {
  id: "pool_10x",
  says: "授信总额与资金池的倍数",
  cites: cite("第九条", "BT-013"),
  of: "fund",
  counts: "fundOutstanding",
  at: { times: poolTimes, base: "poolMoney" },
  mode: "hard",
  code: "leverage",
};

const area: Limit = {
  id: "area_25x",
  says: "地区贷款规模与出资的倍数",
  cites: cite("第十三条", "BT-018"),
  of: "area",
  counts: "areaOutstanding",
  at: { times: areaTimes, base: "areaContribution" },
  mode: areaMode,
  code: "area_25x",
};

const bank: Limit = {
  id: "bank_10x",
  says: "银行授信与风险补偿金的倍数",
  cites: cite("第十六条", "BT-025"),
  of: "institution",
  counts: "lenderOutstanding",
  at: { times: depositTimes, base: "bankDeposit" },
  mode: topUpPending,
  code: "bank_10x",
};

const single: Limit = {
  id: "loan_cap",
  says: "单户贷款的一般上限",
  cites: cite("第二十二条（一）", "BT-032"),
  of: "enterprise",
  counts: "enterpriseLive",
  at: { amount: singleMax },
  mode: principleMode,
  code: "loan_cap",
};

export const LIMITS: readonly Limit[] = [pool, area, bank, single];

/** What the institutions do before the money goes out, one after the other (第二十六条). */
export const STEPS = ["due_diligence", "filed_with_office", "approved"] as const;

export const RULES: readonly Rule[] = [
  rule("BT-001", "第一条、第二条", "每笔贷款都有合作银行和担保机构", LOAN, everyOf(takesPart("lender"), takesPart("guarantor"))),
  rule("BT-004", "第四条", "在包头市登记注册的中小微企业", [...ENTRY, "disbursement"], everyOf(registeredIn(city), sizeAmong(sizeClasses))),
  rule("BT-005", "第五条", "用于生产经营周转的流动资金", LOAN, purposeAmong(purposes)),
  rule("BT-013", "第九条", "授信总额不超过资金池的倍数", LOAN, loanWithin(pool)),
  rule("BT-018", "第十三条", "地区贷款规模一般不超过出资的倍数", LOAN, loanWithin(area)),
  rule(
    "BT-021",
    "第十四条",
    "合作机构是签了协议的银行和担保机构",
    LOAN,
    everyOf(
      partnerFits("lender", ["bank"], { kind: "partner_type" }),
      partnerFits("guarantor", ["guarantor"], { kind: "partner_type" }),
      underAgreement("lender"),
      underAgreement("guarantor"),
    ),
  ),
  rule("BT-025", "第十六条", "授信不超过该行风险补偿金的倍数", LOAN, loanWithin(bank)),
  rule("BT-026", "第十七条", "不向企业收保证金、承诺费等费用", LOAN, feesAmong(forbiddenFees, false)),
  rule("BT-031", "第二十一条", "银行不为自己承担的风险另要担保", LOAN, collateralWithout(bankCollateral, "extra_collateral")),
  rule("BT-032", "第二十二条（一）", "单户贷款一般不超过上限", LOAN, loanWithin(single)),
  rule("BT-033", "第二十二条（二）", "期限一般一年，最长两年", LOAN, termWithin("term", termUsual, termMost, { over: "term", relaxed: "term" })),
  rule("BT-034", "第二十二条（三）", "利率符合普惠政策", LOAN, toldOnly(attested("ratePolicy", true, "rate_policy"))),
  rule("BT-035", "第二十二条（四）", "到期一次还或者分期还", LOAN, repaidBy(repayments, "repayment_type")),
  rule(
    "BT-036",
    "第二十三条",
    "连续支持不超过规定年数，延长要各方同意",
    LOAN,
    supportedFor({ years: supportYears, gapMonths: supportGap, consents: supportConsents }, { over: "over_3y", consent: "extension_consent" }),
    "BT-037",
  ),
  rule("BT-041", "第二十六条", "先尽职调查、报备，再审批", LOAN, doneInOrder(STEPS, "approval_before_filing")),
  rule("BT-043", "第二十八条", "企业向担保机构提供反担保", LOAN, counterGuaranteed),
  rule("BT-054", "第三十六条", "企业和法定代表人没有列入失信名单", ENTRY, everyOf(notDishonest("enterprise"), notDishonest("representative"))),
];
