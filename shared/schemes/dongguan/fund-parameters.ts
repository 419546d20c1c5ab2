/** The numbers of 东莞's money: what is compensated in each track and up to what, the yearly budget, rewards, what comes back. What the plan leaves open is unset here. */
import { cite } from "../../citation";
import type { Band, StepRatio } from "../../fund/ratio";
import type { EvidenceAsked, ReturnMethod } from "../../process/claim-rules";
import type { YearBy } from "../../process/claim-sums";
import type { Weight } from "../../process/evaluation";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";
import { FROM } from "./parameters";

const parameter = parametersFrom(FROM);

export const wholeRatio = parameter("ratio.whole", "补偿比例不得达到", cite("二（二）", "DG-003"), "1.00");

export const guaranteeRatio = parameter("guarantee.ratio", "补偿担保机构所承担损失的比例", cite("三（三）", "DG-018"), "0.50");
export const guaranteeCap = parameter("guarantee.capOfTotalLoss", "补偿占总体损失的上限", cite("三（三）", "DG-019"), "0.20");
export const totalLoss = parameter<string>(
  "guarantee.totalLoss",
  "“总体损失”指什么",
  cite("三（三）", "DG-019"),
  "whole",
  { id: "DG-A05", chosen: "整笔贷款各方合计的损失", others: ["担保一侧的损失，不含银行承担的部分"] },
  ["whole", "guarantee_side"],
);

const BANK_RATIO = cite("三（四）", "DG-028");
export const bankRatioMax = parameter("bank.ratio.max", "补偿银行所承担损失的最高比例", BANK_RATIO, "0.80");
export const bankBands = parameter<readonly Band[]>(
  "bank.ratio.bands",
  "按贷款规模分档的补偿比例",
  BANK_RATIO,
  [],
  {
    id: "DG-A04",
    chosen: "方案没有写分档，由主管部门设定；没有设定就不计算",
    others: ["一律按最高比例"],
  },
  undefined,
  "bands",
);
export const bandsAsOf = parameter<string>(
  "bank.ratio.asOf",
  "分档比例看哪一天",
  BANK_RATIO,
  "disbursed",
  { id: "DG-A04", chosen: "放款当天有效的分档，备案时告知银行", others: ["计算补偿当天有效的分档"] },
  ["disbursed", "payment"],
);

const ENTERPRISE_CAP = cite("三（四）", "DG-023");
/** Fen, as every amount below. */
export const enterpriseCap = parameter("bank.enterpriseCap", "单家企业补偿限额", ENTERPRISE_CAP, 1_000_000_000);
export const enterpriseCapScope = parameter<string>(
  "bank.enterpriseCap.scope",
  "单家企业限额怎么算",
  ENTERPRISE_CAP,
  "lifetime",
  {
    id: "DG-A03",
    chosen: "限的是补偿额，各银行合并、历年累计",
    others: ["每个自然年分别计算", "每家银行分别计算", "限的是贷款本金"],
  },
  ["lifetime", "year", "bank", "loan_principal"],
);
export const enterpriseCapYear = parameter<YearBy>(
  "bank.enterpriseCap.year",
  "按年计算企业限额时看哪一年",
  ENTERPRISE_CAP,
  "payment",
  { id: "G-05", chosen: "自然年，按支付日", others: ["按申请日", "按放款日"] },
  ["claim", "payment", "vintage"],
);

const ANNUAL_CAP = cite("三（四）", "DG-026");
export const annualCapRatio = parameter("bank.annualCap.ratio", "银行当年补偿占当年放款本金的上限", cite("三（四）脚注2", "DG-027"), "0.02");
export const annualCapYear = parameter<YearBy>(
  "bank.annualCap.year",
  "“当年”指哪一年",
  ANNUAL_CAP,
  "claim",
  { id: "DG-A01", chosen: "申请补偿的自然年，同一银行当年的申请合并累计", others: ["支付补偿的那一年", "贷款发放的那一年"] },
  ["claim", "payment", "vintage"],
);
export const annualCapAsOf = parameter<string>(
  "bank.annualCap.asOf",
  "上限比例调整后用哪个数",
  cite("三（四）脚注2", "DG-027"),
  "capYear",
  { id: "DG-A12", chosen: "用上限所属那一年有效的比例", others: ["用申请当天的比例", "用放款当天的比例"] },
  ["capYear", "claimed", "disbursed"],
);

export const compBase = parameter<"principal" | "principal_and_interest">(
  "comp.base",
  "补偿比例乘以什么",
  cite("三（三）", "DG-018"),
  "principal",
  { id: "G-09", chosen: "未收回的本金，利息另记", others: ["本金和利息"] },
  ["principal", "principal_and_interest"],
);
export const compBaseDate = parameter<"payment" | "filing">(
  "comp.baseDate",
  "未还本金看哪一天",
  cite("三（三）", "DG-018"),
  "payment",
  { id: "G-19", chosen: "支付时重算，申请后收回的相应减少", others: ["按申请时固定"] },
  ["payment", "filing"],
);
export const indemnity = parameter(
  "indemnity.capAtLoss",
  "各方赔付合计不超过损失",
  cite("二（二）", "DG-003"),
  true,
  { id: "G-10", chosen: "合计不超过实际损失，其他赔付要申报", others: ["不作限制"] },
  [true, false],
);
const GENERIC = {
  id: "DG-A08",
  chosen: "方案没有规定材料和时限，按备案、审核、同意、支付的通用流程办，材料可以调整",
  others: ["等实施细则印发后再办"],
} as const;
export const evidence = parameter<EvidenceAsked>(
  "loss.evidence",
  "贷款损失的依据",
  cite("四（二）", "DG-041"),
  { grades: ["substandard", "doubtful", "loss"], overdueDays: true, letter: false },
  GENERIC,
);
export const conflictMode = parameter<"substitute" | "flag">(
  "trustee.conflict",
  "受托机构自己是承保担保公司时",
  cite("四（二）", "DG-041"),
  "substitute",
  undefined,
  ["substitute", "flag"],
);

export const annualBudget = parameter("fund.annualBudget", "当年预算总额", cite("三（一）", "DG-009"), 0, undefined, undefined, "amount");
export const instruments = parameter<readonly string[]>("fund.instruments", "资金可以用于", cite("三（一）", "DG-010"), ["compensation", "reward"]);

const REWARD = {
  id: "DG-A11",
  chosen: "方案没有写数字，由主管部门设定；没有设定就不计算",
  others: ["先用试行的数字"],
} as const;
const REWARD_CITES = cite("三（六）", "DG-030");
export const rewardRate = parameter("reward.rate", "业务奖励占新增批量担保规模的比例", REWARD_CITES, "", REWARD, undefined, "ratio");
export const rewardByLeverage = parameter<readonly StepRatio[]>(
  "reward.byLeverage",
  "按杠杆放大倍数的系数",
  REWARD_CITES,
  [],
  REWARD,
  undefined,
  "steps",
);
export const rewardByScore = parameter<readonly StepRatio[]>(
  "reward.byScore",
  "按绩效评价得分的系数",
  cite("四（二）", "DG-037"),
  [],
  REWARD,
  undefined,
  "steps",
);
export const evaluationWeights = parameter<readonly Weight[]>(
  "evaluation.weights",
  "绩效评价各项的权重",
  cite("四（三）", "DG-044"),
  [],
  REWARD,
  undefined,
  "weights",
);

const RETURN = cite("三（三）", "DG-018");
const NOT_IN_PLAN = {
  id: "DG-A07",
  chosen: "方案没有写，按补偿占损失的比例返还，以已补偿额为限；实施细则印发前这样办",
  others: ["不返还"],
} as const;
export const returnEnabled = parameter("recovery.enabled", "追偿收回的钱是否返还", RETURN, true, NOT_IN_PLAN, [true, false]);
export const returnMethod = parameter<ReturnMethod>("recovery.method", "返还前扣除追偿费用", RETURN, "net_then_ratio", NOT_IN_PLAN, [
  "net_then_ratio",
]);
export const returnCap = parameter(
  "recovery.capAtPaid",
  "返还资金不超过已补偿",
  RETURN,
  true,
  { id: "G-14", chosen: "最多返还到已补偿的数额，多出的归债权人", others: ["按比例返还，不封顶"] },
  [true, false],
);
export const returnTo = parameter<"fund" | "treasury">(
  "recovery.to",
  "返还的钱去哪里",
  RETURN,
  "treasury",
  { id: "DG-A07", chosen: "上缴财政，要再用须重新安排预算；不腾出新的限额", others: ["补回当年预算"] },
  ["treasury"],
);
export const lossProofs = parameter<readonly string[]>(
  "writeoff.proofs",
  "核销的依据",
  cite("四（二）", "DG-036"),
  ["enforcement_ended", "bankruptcy_closed", "write_off_approval"],
  GENERIC,
);

export const FUND_PARAMETERS = [
  wholeRatio,
  guaranteeRatio,
  guaranteeCap,
  totalLoss,
  bankRatioMax,
  bankBands,
  bandsAsOf,
  enterpriseCap,
  enterpriseCapScope,
  enterpriseCapYear,
  annualCapRatio,
  annualCapYear,
  annualCapAsOf,
  compBase,
  compBaseDate,
  indemnity,
  evidence,
  conflictMode,
  annualBudget,
  instruments,
  rewardRate,
  rewardByLeverage,
  rewardByScore,
  evaluationWeights,
  returnEnabled,
  returnMethod,
  returnCap,
  returnTo,
  lossProofs,
] as readonly Parameter<unknown>[];
