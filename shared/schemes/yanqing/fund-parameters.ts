/** The numbers of 延庆's money: the fund, its pause, claims, recoveries, sanctions; each with its article and the reading chosen. */
import { cite } from "../../citation";
import type { PauseBasis } from "../../fund/breaker";
import type { EvidenceAsked } from "../../process/claim-rules";
import type { Parameter } from "../../rule/parameter";
import { parameter } from "./parameters";

/** Fen, as every amount below. */
export const fundTotal = parameter("fund.total", "资金规模", cite("二（二）1", "YQ-025"), 3_000_000_000);
export const accountInitial = parameter("fund.account.initial", "实存资金", cite("二（二）1", "YQ-026"), 1_500_000_000);
export const quotaCeiling = parameter("fund.quota.ceiling", "风险补偿准备金额度", cite("二（二）1", "YQ-027"), 1_500_000_000);

export const quotaNeed = parameter<"shortfall" | "whole">(
  "quota.need",
  "申请拨付的额度",
  cite("二（二）4", "YQ-034"),
  "shortfall",
  {
    id: "YQ-A07",
    chosen: "先用专户，不足部分申请额度",
    others: ["全部申请额度"],
  },
  ["shortfall", "whole"],
);

export const pauseThreshold = parameter("pause.threshold", "暂停线（累计代偿，达到即暂停）", cite("三（八）", "YQ-086"), 2_100_000_000);
export const pauseBasis = parameter<PauseBasis>(
  "pause.basis",
  "暂停线按什么累计",
  cite("三（八）", "YQ-086"),
  "gross_then_balance",
  {
    id: "YQ-A03",
    chosen: "首次暂停前按代偿总额；重启之后看资金余额，减去暂停线后剩多少",
    others: ["扣除已返还的净额", "一直按代偿总额"],
  },
  ["gross_then_balance", "net", "gross"],
);
export const pauseSubsidy = parameter(
  "pause.includeSubsidy",
  "保费补贴是否计入暂停线",
  cite("三（八）", "YQ-086"),
  false,
  {
    id: "YQ-A09",
    chosen: "不计入暂停线，只减少可用资金",
    others: ["计入"],
  },
  [false, true],
);
export const pauseScope = parameter<"all" | "new_business">(
  "pause.scope",
  "暂停期间停什么",
  cite("三（八）", "YQ-086"),
  "all",
  {
    id: "YQ-A05",
    chosen: "新业务和支付都停；申请照收、照核、按先后排队",
    others: ["只停新业务，已放款的照付"],
  },
  ["all", "new_business"],
);
export const pauseOverride = parameter(
  "pause.override",
  "暂停期间区政府文件可否放行单笔支付",
  cite("三（八）", "YQ-086"),
  true,
  {
    id: "YQ-A05",
    chosen: "可以，逐笔附文件",
    others: ["一律等重启"],
  },
  [true, false],
);
export const pauseCrossing = parameter<"whole" | "hold">(
  "pause.crossing",
  "使累计达到暂停线的那一笔",
  cite("三（八）", "YQ-086"),
  "whole",
  {
    id: "YQ-A06",
    chosen: "全额支付，然后暂停",
    others: ["先不付"],
  },
  ["whole", "hold"],
);
export const restartThreshold = parameter("restart.threshold", "重启线（达到即重启）", cite("三（八）", "YQ-087"), 1_500_000_000);
export const restartMeasure = parameter<"account+quota" | "account">(
  "restart.measure",
  "重启线看什么余额",
  cite("三（八）", "YQ-087"),
  "account+quota",
  {
    id: "YQ-A04",
    chosen: "专户余额加未拨额度",
    others: ["只看专户余额"],
  },
  ["account+quota", "account"],
);

export const compBase = parameter<"principal" | "principal_and_interest">(
  "comp.base",
  "代偿比例乘以什么",
  cite("三（六）", "YQ-074"),
  "principal",
  {
    id: "YQ-A02",
    chosen: "核查时未还的本金，利息另记",
    others: ["本金和利息", "执行终结后的净损失"],
  },
  ["principal", "principal_and_interest"],
);
export const compBaseDate = parameter<"payment" | "filing">(
  "comp.baseDate",
  "未还本金看哪一天",
  cite("三（六）", "YQ-074"),
  "payment",
  {
    id: "G-19",
    chosen: "支付时重算，申请后收回的钱相应减少代偿",
    others: ["按申请时固定"],
  },
  ["payment", "filing"],
);
export const indemnity = parameter(
  "indemnity.capAtLoss",
  "各方赔付合计不超过损失",
  cite("三（六）", "YQ-074"),
  true,
  {
    id: "G-10",
    chosen: "合计不超过实际损失，其他赔付要申报",
    others: ["不作限制"],
  },
  [true, false],
);
export const nplEvidence = parameter<EvidenceAsked>(
  "npl.evidence",
  "不良贷款认定的依据",
  cite("三（五）", "YQ-070"),
  { grades: ["substandard", "doubtful", "loss"], overdueDays: true, letter: true },
  { id: "YQ-A29", chosen: "五级分类为次级、可疑或损失，写明逾期天数，附机构正式函", others: ["只看五级分类", "只看逾期天数"] },
);

export const returnMethod = parameter<"gross" | "net_then_ratio">(
  "recovery.deductCosts",
  "返还前是否扣除追偿费用",
  cite("三（七）2", "YQ-079"),
  "gross",
  {
    id: "YQ-A31",
    chosen: "不扣，按收回的全额乘以比例",
    others: ["先扣有凭证的费用"],
  },
  ["gross", "net_then_ratio"],
);
export const returnCap = parameter(
  "recovery.capAtPaid",
  "返还不超过已代偿",
  cite("三（七）2", "YQ-079"),
  true,
  {
    id: "G-14",
    chosen: "最多返还到已代偿的数额，多出的归机构",
    others: ["按比例返还，不封顶"],
  },
  [true, false],
);
export const writeOffProofs = parameter<readonly string[]>(
  "writeoff.proofTypes",
  "法律程序终结的证明",
  cite("三（七）4", "YQ-082"),
  ["enforcement_ended", "enforcement_round_ended", "bankruptcy_closed"],
  { id: "YQ-A32", chosen: "执行终结、终结本次执行、破产程序终结三种都认，附法院文书；之后收回的仍要返还", others: ["只认执行终结"] },
);
export const paidFirmsPerYear = parameter("dept.compCases.perYear", "推荐企业一年出现代偿的家数", cite("四（一）", "YQ-091"), 2, {
  id: "YQ-A33",
  chosen: "按支付日、自然年、不同企业，计在推荐的行业主管部门；乡镇街道只作参考",
  others: ["按贷款笔数", "乡镇街道也计"],
});

export const FUND_PARAMETERS: readonly Parameter<unknown>[] = [
  fundTotal,
  accountInitial,
  quotaCeiling,
  quotaNeed,
  pauseThreshold,
  pauseBasis,
  pauseSubsidy,
  pauseScope,
  pauseOverride,
  pauseCrossing,
  restartThreshold,
  restartMeasure,
  compBase,
  compBaseDate,
  indemnity,
  nplEvidence,
  returnMethod,
  returnCap,
  writeOffProofs,
  paidFirmsPerYear,
] as readonly Parameter<unknown>[];
