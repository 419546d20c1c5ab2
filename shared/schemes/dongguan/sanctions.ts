/** Who decides in 东莞 and how its numbers may change. The plan names no measure against anybody: what misconduct brings is left to its implementing rules. */
import { cite } from "../../citation";
import type { ChangeRules } from "../../process/change";
import type { SanctionRules } from "../../process/claim-rules";
import type { ConferenceRules } from "../../process/conference";
import type { FeedbackRules } from "../../process/list-review";
import {
  annualBudget,
  annualCapRatio,
  bankBands,
  bankRatioMax,
  enterpriseCap,
  evaluationWeights,
  guaranteeCap,
  guaranteeRatio,
  instruments,
  rewardByLeverage,
  rewardByScore,
  rewardRate,
  wholeRatio,
} from "./fund-parameters";
import { bankLoanTypes, conferenceMembers, equityOpen, rateSpread, termMax, validUntil } from "./parameters";

export const sanctions: SanctionRules = {};

export const conference: ConferenceRules = {
  convenor: { kinds: ["office"], cites: cite("四（一）", "DG-033") },
  members: conferenceMembers,
  topics: [
    { id: "whitelist", says: "优质企业名单", cites: cite("四（一）", "DG-034") },
    { id: "loan_types", says: "贷款类别", cites: cite("四（一）", "DG-034", "DG-022") },
    { id: "major_issues", says: "政策执行中的重大问题", cites: cite("四（一）", "DG-034") },
  ],
  cites: cite("四（一）", "DG-034"),
};

const keys = (...parameters: readonly { readonly key: string }[]): readonly string[] => parameters.map(({ key }) => key);

export const changes: ChangeRules = {
  history: cite("三（四）脚注2", "DG-027"),
  rules: [
    {
      keys: keys(guaranteeRatio, guaranteeCap, bankRatioMax, bankBands, annualCapRatio),
      ratios: { at: wholeRatio, passes: "<", code: "full_cover", cites: cite("二（二）", "DG-003") },
    },
    { keys: keys(bankBands), ratios: { at: bankRatioMax, passes: "<=", code: "ratio_over_80", cites: cite("三（四）", "DG-028") } },
    { keys: keys(annualBudget), by: { kinds: ["finance"], cites: cite("三（一）", "DG-007", "DG-038") } },
    {
      keys: keys(bankBands, annualCapRatio, rewardRate, rewardByLeverage, rewardByScore, evaluationWeights),
      by: { kinds: ["office"], cites: cite("四（二）", "DG-035", "DG-006") },
    },
    {
      keys: keys(bankLoanTypes),
      by: { kinds: ["office"], cites: cite("二（一）", "DG-002") },
      decided: { topic: "loan_types", cites: cite("三（四）", "DG-022") },
    },
    { keys: keys(instruments), decided: { topic: "major_issues", cites: cite("三（一）", "DG-010") } },
    {
      keys: keys(guaranteeRatio, guaranteeCap, bankRatioMax, enterpriseCap, termMax, rateSpread, validUntil, equityOpen),
      paper: { code: "major_change_unapproved", cites: cite("五（二）", "DG-050") },
    },
  ],
};

export const feedback: FeedbackRules = { by: ["department"], code: "whitelist_review", cites: cite("四（二）", "DG-039") };
