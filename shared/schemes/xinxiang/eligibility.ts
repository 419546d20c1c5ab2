/** Which loans 新乡 covers: one rule for each requirement of 第三条 to 第五条 and 第十六条, asked when an institution enters a loan. */
import { cite } from "../../citation";
import { activityOutside, registeredIn, sizeAmong } from "../../rule/checks";
import { everyOf, inModes } from "../../rule/combine";
import { inDirectory, orInDirectory } from "../../rule/firm-checks";
import { type Limit, loanWithin } from "../../rule/limit";
import {
  disbursedWithin,
  modeAmong,
  neverExcluded,
  notSplit,
  partnerFits,
  partnerInStanding,
  purposeAmong,
  throughPlatform,
  underAgreement,
  withinBands,
} from "../../rule/loan-checks";
import type { Rule } from "../../rule/rule";
import { bands, guaranteeBands } from "./fund-parameters";
import {
  city,
  coverFrom,
  enterpriseBasis,
  enterpriseMax,
  excludedActivities,
  FROM,
  loanTypes,
  purposes,
  sizeClasses,
  validUntil,
} from "./parameters";

const GUARANTEED = ["reguaranteed"] as const;
const DIRECT = ["credit", "ip_pledge", "patent_pledge", "trademark_pledge"] as const;

const STANDING = { banned: "partner_banned", ended: "partner_disqualified" } as const;

const rule = (id: string, article: string, says: string, test: Rule["test"], modes?: readonly string[], ...also: string[]): Rule => ({
  id,
  version: "1.0",
  cites: cite(article, id, ...also),
  from: FROM,
  says,
  at: ["registration"],
  ...(modes ? { modes } : {}),
  test,
});

const enterpriseCap: Limit = {
  id: "enterprise_cap",
  says: "单户企业纳入补偿的贷款总额",
  cites: cite("第四条", "XX-014"),
  of: "enterprise",
  counts: enterpriseBasis,
  at: { amount: enterpriseMax },
  mode: "hard",
  code: "enterprise_cap",
};

export const LIMITS: readonly Limit[] = [enterpriseCap];

export const RULES: readonly Rule[] = [
  rule("XX-005", "第三条", "属于小型或微型企业，或在新型农业经营主体名录内", orInDirectory(sizeAmong(sizeClasses, "not_small_micro"))),
  rule("XX-006", "第三条", "在新乡市登记注册", registeredIn(city)),
  rule("XX-007", "第三条", "不是房地产开发经营企业", activityOutside(excludedActivities)),
  rule("XX-008", "第三条", "按农业经营主体纳入的，在名录内", inDirectory),
  rule(
    "XX-009",
    "第四条",
    "在办法施行之后、有效期之内发放",
    disbursedWithin({ from: coverFrom, until: validUntil }, { early: "loan_before_effect", late: "scheme_expired" }),
    undefined,
    "XX-066",
  ),
  rule("XX-010", "第四条", "通过智慧金融平台发放，有订单号", throughPlatform),
  rule("XX-011", "第四条", "用于生产经营", purposeAmong(purposes)),
  rule("XX-012", "第四条", "属于信用、知识产权类质押或再担保体系内的担保贷款", modeAmong(loanTypes)),
  rule("XX-014", "第四条", "单户企业纳入的贷款总额不超过上限", loanWithin(enterpriseCap)),
  rule(
    "XX-015",
    "第五条",
    "放款机构是本市辖区内的银行；担保公司是与省级再担保机构签约的政府性融资担保公司",
    everyOf(
      partnerFits("lender", ["bank"], { kind: "partner_type" }, city),
      inModes(GUARANTEED, partnerFits("guarantor", ["guarantor"], { kind: "partner_type" }, undefined, ["government", "reguaranteed"])),
    ),
  ),
  rule("XX-016", "第五条", "放款前已与平台签订合作协议", everyOf(underAgreement("lender"), inModes(GUARANTEED, underAgreement("guarantor")))),
  rule("XX-041", "第十一条", "一年内没有拆分到更高比例的档", notSplit(bands, "enterpriseYear"), DIRECT),
  rule("XX-042", "第十一条", "单笔担保贷款不超过上限", withinBands(guaranteeBands, "guarantee_loan_cap"), GUARANTEED),
  rule(
    "XX-060",
    "第十六条",
    "合作机构没有被取消资格，也不在禁止期内",
    everyOf(partnerInStanding("lender", STANDING), inModes(GUARANTEED, partnerInStanding("guarantor", STANDING))),
    undefined,
    "XX-061",
  ),
  rule("XX-062", "第十六条", "企业没有骗取、挪用贷款或逃废债务", neverExcluded),
];
