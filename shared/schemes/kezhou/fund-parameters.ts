/** The numbers of 克州's institutions and money: shares, claims, what comes back, keeping, watches; each with its article and the reading chosen. */
import { cite } from "../../citation";
import type { Share } from "../../fund/sharing";
import type { EvidenceAsked, ReturnMethod } from "../../process/claim-rules";
import type { Parameter } from "../../rule/parameter";
import { parameter } from "./parameters";

export const guarantorRegion = parameter("guarantor.region", "担保机构所在地", cite("第八条（二）", "KZ-030"), "新疆");
export const guaranteeFeeMax = parameter("guaranteeFee.max", "担保费率上限", cite("第八条（二）", "KZ-031"), "0.01", {
  id: "KZ-A16",
  chosen: "按年，以担保余额计",
  others: ["按笔一次性计"],
});
export const feesAllowed = parameter<readonly string[]>("fees.allowed", "可以向企业收取的费用", cite("第八条（二）", "KZ-032"), [
  "interest",
  "guarantee_fee",
]);
export const agreementYears = parameter("agreement.maxYears", "合作协议的一般年限", cite("第八条（一）", "KZ-029"), 5);

export const shares = parameter<readonly Share[]>("share", "损失分担比例", cite("第十五条", "KZ-050"), [
  { party: "fund", share: "0.50" },
  { party: "guarantor", share: "0.30" },
  { party: "bank", share: "0.20" },
]);
export const shortfallOn = parameter<string>(
  "shortfall",
  "资金不足的部分由谁承担",
  cite("第十五条", "KZ-051"),
  "bank",
  {
    id: "KZ-A04",
    chosen: "留在银行，不重新分摊，也不形成应付；以后收回的按实际承担分配",
    others: ["由担保公司和银行重新分摊", "等资金补足"],
  },
  ["bank"],
);
export const compBase = parameter<"principal" | "principal_and_interest">(
  "comp.base",
  "分担比例乘以什么",
  cite("第十五条", "KZ-050"),
  "principal",
  {
    id: "KZ-A03",
    chosen: "扣除扣收款和执行所得之后的本金，利息另记",
    others: ["本金和利息"],
  },
  ["principal", "principal_and_interest"],
);
export const compBaseDate = parameter<"payment" | "filing">(
  "comp.baseDate",
  "未还本金看哪一天",
  cite("第十五条", "KZ-050"),
  "payment",
  { id: "G-19", chosen: "支付时重算，申请后收回的相应减少", others: ["按申请时固定"] },
  ["payment", "filing"],
);
export const indemnity = parameter(
  "indemnity.capAtLoss",
  "各方赔付合计不超过损失",
  cite("第十五条", "KZ-050"),
  true,
  { id: "G-10", chosen: "合计不超过实际损失，其他赔付要申报", others: ["不作限制"] },
  [true, false],
);
export const evidence = parameter<EvidenceAsked>("npl.evidence", "坏账的依据", cite("第十三条（四）", "KZ-045"), {
  grades: ["substandard", "doubtful", "loss"],
  overdueDays: true,
  letter: false,
});
export const enforcementWays = parameter<readonly string[]>(
  "claim.enforcementWays",
  "执行后仍不能足额收回的证明",
  cite("第十三条（四）", "KZ-045"),
  ["enforcement_terminated", "enforcement_closed", "bankruptcy"],
  { id: "KZ-A14", chosen: "终结执行或终结本次执行的裁定，或破产文书", others: ["只认仲裁裁决", "任何法律文书"] },
);
export const conflictMode = parameter<"substitute" | "flag">(
  "conflict",
  "资金管理人同时是承保担保公司时",
  cite("第十四条", "KZ-047"),
  "substitute",
  {
    id: "KZ-A07",
    chosen: "由自治州财政局另行指定单位初审",
    others: ["照常初审，只作提示"],
  },
  ["substitute", "flag"],
);
export const jointReviewers = parameter("review.together", "会同复审的部门数", cite("第十四条", "KZ-048"), 2);

export const returnMethod = parameter<ReturnMethod>(
  "recovery.method",
  "返还前扣除追偿费用",
  cite("第十七条", "KZ-056"),
  "net_then_ratio",
  undefined,
  ["net_then_ratio"],
);
export const returnCap = parameter(
  "recovery.capAtPaid",
  "返还资金不超过已补偿",
  cite("第十七条", "KZ-056"),
  true,
  { id: "G-14", chosen: "最多返还到已补偿的数额，多出的归债权人", others: ["按比例返还，不封顶"] },
  [true, false],
);
export const costKinds = parameter<readonly string[]>(
  "recovery.costs",
  "可以扣除的费用",
  cite("第十七条", "KZ-056"),
  ["litigation", "preservation", "enforcement", "appraisal", "agency", "other"],
  { id: "KZ-A15", chosen: "凭凭证扣除；收回的不够扣的，从下一次收回中扣，结案时由垫付方承担", others: ["按比例分担", "由银行承担"] },
);
export const lossYears = parameter("writeoff.minYears", "补偿后多少年未追回才能确认损失", cite("第十八条", "KZ-057"), 1, {
  id: "KZ-A20",
  chosen: "自补偿支付日起，超过一年",
  others: ["自违约日起"],
});
export const lossProofs = parameter<readonly string[]>("writeoff.proofs", "确认损失的依据", cite("第十八条", "KZ-057"), [
  "judgment",
  "liquidation",
  "creditor_announcement",
  "approved_other",
]);

export const placements = parameter<readonly string[]>("investment.allowed", "可以存放的产品", cite("第二十条", "KZ-061"), [
  "term_deposit",
  "treasury_bond",
  "principal_protected_fixed_income",
]);
export const forbiddenPlacements = parameter<readonly string[]>("investment.forbidden", "禁止的投资", cite("第二十条", "KZ-062"), [
  "secondary_equity",
  "direct_investment",
  "interlending",
  "high_risk",
]);
export const feeRatio = parameter("mgmtFee.ratio", "管理费占年度总收益的比例", cite("第二十一条", "KZ-063"), "0.08");
export const feeMode = parameter<"ceiling" | "flat">(
  "fee.mode",
  "管理费怎么提",
  cite("第二十一条", "KZ-063"),
  "ceiling",
  {
    id: "KZ-A09",
    chosen: "按实际费用，含审计费，以8%为限；没有收益就没有管理费",
    others: ["按8%定额提取"],
  },
  ["ceiling", "flat"],
);

export const nplMeasure = parameter<"balance" | "count">(
  "npl.measure",
  "贷款不良率的算法",
  cite("第二十五条（二）", "KZ-085"),
  "balance",
  {
    id: "KZ-A10",
    chosen: "资金贷款的不良余额除以余额；超过即停新贷款，由财政局确认终止，已发放的照旧",
    others: ["按户数", "确认之后才停"],
  },
  ["balance", "count"],
);
export const nplThreshold = parameter("bank.npl.terminate", "终止合作的不良率", cite("第二十五条（二）", "KZ-085"), "0.05");
export const nplPasses = parameter<">" | ">=">("bank.npl.passes", "超过界限", cite("第二十五条（二）", "KZ-085"), ">", undefined, [">", ">="]);

export const FUND_PARAMETERS: readonly Parameter<unknown>[] = [
  guarantorRegion,
  guaranteeFeeMax,
  feesAllowed,
  agreementYears,
  shares,
  shortfallOn,
  compBase,
  compBaseDate,
  indemnity,
  evidence,
  enforcementWays,
  conflictMode,
  jointReviewers,
  returnMethod,
  returnCap,
  costKinds,
  lossYears,
  lossProofs,
  placements,
  forbiddenPlacements,
  feeRatio,
  feeMode,
  nplMeasure,
  nplThreshold,
  nplPasses,
] as readonly Parameter<unknown>[];
