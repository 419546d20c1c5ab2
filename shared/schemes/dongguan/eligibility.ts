/** Whom 东莞 supports and which loans of either track it covers: one rule for each requirement, in the order of the articles. */
import { cite } from "../../citation";
import { hasProfile, inFocus, sizeAmong } from "../../rule/checks";
import { eitherOf, whereReadAs } from "../../rule/combine";
import { backedBy, ofSize, securedOnlyBy, typeAmong } from "../../rule/cover-checks";
import { type Limit, loanWithin } from "../../rule/limit";
import { disbursedWithin, onList, rateOver, termWithin } from "../../rule/loan-checks";
import type { Checkpoint, Rule } from "../../rule/rule";
import { enterpriseCap, enterpriseCapScope } from "./fund-parameters";
import {
  bankLoanTypes,
  collateralAllowed,
  coverFrom,
  FROM,
  focusFields,
  focusMode,
  lpr1y,
  lpr5y,
  lprDay,
  lprTenor,
  rateSpread,
  sizeClasses,
  smallMicro,
  targets,
  termMax,
  validUntil,
  whitelistFor,
} from "./parameters";

const ENTRY: readonly Checkpoint[] = ["application", "recommendation"];
const FILING: readonly Checkpoint[] = ["registration"];
const GUARANTEED = ["guaranteed"] as const;
const BANK = ["bank"] as const;

const rule = (
  id: string,
  article: string,
  says: string,
  at: readonly Checkpoint[],
  test: Rule["test"],
  modes?: readonly string[],
  ...also: string[]
): Rule => ({
  id,
  version: "1.0",
  cites: cite(article, id, ...also),
  from: FROM,
  says,
  at,
  ...(modes ? { modes } : {}),
  test,
});

/** Asked only where the limit is read as one of loans; as one of compensation it stands in the formula. */
const enterpriseLoans: Limit = {
  id: "enterprise_cap",
  says: "单家企业纳入的银行贷款本金",
  cites: cite("三（四）", "DG-023"),
  of: "enterprise",
  counts: "enterpriseLive",
  at: { amount: enterpriseCap },
  mode: "hard",
  code: "enterprise_cap",
};

const lpr = { tenors: { "1y": lpr1y, "5y": lpr5y }, tenor: lprTenor, day: lprDay };
const UNLISTED = { absent: "medium_not_whitelisted", removed: "medium_not_whitelisted" } as const;

export const RULES: readonly Rule[] = [
  rule("DG-004", "二（三）", "中型企业要在白名单里", FILING, ofSize(["medium"], onList(UNLISTED)), BANK),
  rule("DG-011", "三（二）", "属于担保贷款的支持对象", FILING, eitherOf(hasProfile(targets), sizeAmong(smallMicro, "target")), GUARANTEED),
  rule(
    "DG-012",
    "三（二）",
    "银行贷款的企业在白名单里",
    FILING,
    whereReadAs(whitelistFor, "everyone", onList({ absent: "not_whitelisted", removed: "whitelist_cancelled" })),
    BANK,
  ),
  rule("DG-013", "三（二）", "属于重点领域的优先推荐", ENTRY, inFocus(focusFields, focusMode), undefined, "DG-012"),
  rule("DG-014", "三（二）脚注1", "按国家标准属于中型、小型或微型", [...ENTRY, ...FILING], sizeAmong(sizeClasses), BANK),
  rule("DG-017", "三（三）", "是国家融担基金支持的贷款", FILING, backedBy("national_fund", "not_national_fund"), GUARANTEED),
  rule("DG-021", "三（四）", "没有实物抵押，也没有担保公司担保", FILING, securedOnlyBy(collateralAllowed, "collateral"), BANK),
  rule("DG-022", "三（四）", "属于联席会议确定的贷款类型", FILING, typeAmong(bankLoanTypes, "loan_type"), BANK),
  rule(
    "DG-023",
    "三（四）",
    "限额按贷款本金理解时，单家企业不超过限额",
    FILING,
    whereReadAs(enterpriseCapScope, "loan_principal", loanWithin(enterpriseLoans)),
    BANK,
  ),
  rule("DG-024", "三（四）", "利率不高于报价利率加150个基点", FILING, rateOver(lpr, rateSpread, "rate"), BANK),
  rule("DG-025", "三（四）", "期限不超过三年", FILING, termWithin("term", termMax, termMax, { over: "term", relaxed: "term" }), BANK),
  rule(
    "DG-049",
    "五（二）",
    "在方案有效期之内发放",
    FILING,
    disbursedWithin({ from: coverFrom, until: validUntil }, { early: "scheme_not_started", late: "scheme_expired" }),
  ),
];
