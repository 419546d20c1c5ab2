/** Whom 延庆 supports: one rule for each requirement of 二（一）, 二（三）3 and 四（三）, in the order of the articles. */
import { cite } from "../../citation";
import {
  activityOutside,
  cleanConduct,
  firstLoanOfFirm,
  firstLoanOfGroup,
  hasProfile,
  hasProject,
  inFocus,
  needWithin,
  notBarred,
  notDishonest,
  paperGiven,
  processAllowed,
  registeredIn,
  sizeAmong,
  statementsGiven,
  validlyExisting,
} from "../../rule/checks";
import type { Checkpoint, Rule } from "../../rule/rule";
import {
  barYears,
  catalogueEdition,
  district,
  excludedActivities,
  FROM,
  focusFields,
  focusMode,
  focusProfiles,
  lookbackYears,
  needMax,
  sizeClasses,
  statementYears,
} from "./parameters";

const ENTRY: readonly Checkpoint[] = ["application", "recommendation", "screening"];
const ALWAYS: readonly Checkpoint[] = ["application", "recommendation", "screening", "review", "push", "disbursement"];
const GROUP: readonly Checkpoint[] = ["application", "screening", "push", "disbursement"];

const rule = (id: string, article: string, says: string, at: readonly Checkpoint[], test: Rule["test"], ...also: string[]): Rule => ({
  id,
  version: "1.0",
  cites: cite(article, id, ...also),
  from: FROM,
  says,
  at,
  test,
});

export const RULES: readonly Rule[] = [
  rule("YQ-007", "一（2）", "属于重点领域的优先", ["application", "recommendation"], inFocus(focusFields, focusMode)),
  rule("YQ-010", "二（一）", "在延庆区登记注册", ["application", "recommendation", "screening", "push"], registeredIn(district)),
  rule("YQ-011", "二（一）", "企业有效存续", ["application", "screening", "push"], validlyExisting),
  rule("YQ-012", "二（一）", "有具体经营项目", ENTRY, hasProject),
  rule("YQ-013", "二（一）", "属于中型、小型或微型企业", ["application", "screening", "disbursement"], sizeAmong(sizeClasses)),
  rule("YQ-014", "二（一）", "企业不是失信被执行人", ALWAYS, notDishonest("enterprise")),
  rule("YQ-015", "二（一）", "法定代表人不是失信被执行人", ALWAYS, notDishonest("representative")),
  rule("YQ-016", "二（一）", "申报前两年内没有重大违法、违规、失信行为", ENTRY, cleanConduct(lookbackYears)),
  rule("YQ-017", "二（一）", "高成长、未来产业或成熟期暂时困难的重点关注", ["application", "recommendation"], hasProfile(focusProfiles)),
  rule("YQ-020", "二（一）", "融资需求不超过上限（含本数）", ENTRY, needWithin(needMax)),
  rule("YQ-021", "二（一）", "本企业没有用过这一机制的贷款", GROUP, firstLoanOfFirm),
  rule("YQ-022", "二（一）", "关联企业没有用过这一机制的贷款", GROUP, firstLoanOfGroup),
  rule("YQ-023", "二（一）", "不属于金融、类金融和房地产", ENTRY, activityOutside(excludedActivities)),
  rule("YQ-024", "二（一）", "工艺和设备不在本市淘汰目录", ENTRY, processAllowed(catalogueEdition)),
  rule("YQ-039", "二（三）3", "已交营业执照", ENTRY, paperGiven("business_licence")),
  rule(
    "YQ-040",
    "二（三）3",
    "已交近两年资产负债表、利润表、现金流量表",
    ENTRY,
    statementsGiven(["balance_sheet", "income_statement", "cash_flow"], statementYears),
  ),
  rule("YQ-041", "二（三）3", "已交社保缴费记录", ENTRY, paperGiven("social_insurance")),
  rule("YQ-042", "二（三）3", "已交纳税申报记录", ENTRY, paperGiven("tax_filings")),
  rule("YQ-095", "四（三）", "不在三年禁止申请期内", ["application", "recommendation", "screening", "review", "push"], notBarred(barYears)),
];
