/** The numbers of 新乡's money: bands, evidence, the year's allocation, what comes back, watches and bans; each with its article and the reading chosen. */
import { cite } from "../../citation";
import type { Band } from "../../fund/ratio";
import type { EvidenceAsked, ReturnMethod } from "../../process/claim-rules";
import type { Parameter } from "../../rule/parameter";
import { parameter } from "./parameters";

const TEN_MILLION = 1_000_000_000;

export const bands = parameter<readonly Band[]>("comp.bands", "按贷款金额的补偿比例", cite("第十一条", "XX-038", "XX-039", "XX-040"), [
  { upTo: 100_000_000, ratio: "0.30" },
  { upTo: 300_000_000, ratio: "0.20" },
  { upTo: TEN_MILLION, ratio: "0.10" },
]);

export const bandBy = parameter<string>(
  "band.by",
  "按什么金额分档",
  cite("第十一条", "XX-041"),
  "loanAmount",
  {
    id: "XX-A01",
    chosen: "按这份贷款合同的放款本金分档，比例乘以不良本金",
    others: ["按未还的不良本金分档", "按企业贷款合计分档"],
  },
  ["loanAmount", "outstandingPrincipal"],
);

export const bandMethod = parameter<"whole" | "marginal">(
  "band.method",
  "分档的算法",
  cite("第十一条", "XX-041"),
  "whole",
  {
    id: "XX-A02",
    chosen: "全额按所在档的比例；刚过档时补偿会变少",
    others: ["分段按各档的比例相加"],
  },
  ["whole", "marginal"],
);

export const bandAggregate = parameter(
  "band.aggregate",
  "同一企业的几笔贷款是否合并分档",
  cite("第十一条", "XX-041"),
  false,
  {
    id: "XX-A03",
    chosen: "逐笔分档；一年内合计超过本档的，提示",
    others: ["同一银行的合并分档"],
  },
  [false],
);

export const guaranteeBands = parameter<readonly Band[]>("guarantee.bands", "担保贷款的补偿比例和单笔上限", cite("第十一条", "XX-042", "XX-043"), [
  { upTo: TEN_MILLION, ratio: "0.10" },
]);

export const guaranteeBankClaim = parameter(
  "guarantee.bankClaim",
  "担保贷款中银行能否就自担部分申请",
  cite("第十一条", "XX-042"),
  false,
  {
    id: "XX-A10",
    chosen: "不能，补偿对象只有担保公司；既质押又担保的按担保贷款办",
    others: ["银行可就自担部分申请"],
  },
  [false],
);

export const compBase = parameter<"principal">("comp.base", "补偿比例乘以什么", cite("第四条", "XX-013"), "principal", undefined, ["principal"]);

export const compBaseDate = parameter<"payment" | "filing">(
  "comp.baseDate",
  "未还本金看哪一天",
  cite("第四条", "XX-013"),
  "payment",
  {
    id: "G-19",
    chosen: "支付时重算，申请后收回的相应减少",
    others: ["按申请时固定"],
  },
  ["payment", "filing"],
);

export const indemnity = parameter(
  "indemnity.capAtLoss",
  "各方赔付合计不超过损失",
  cite("第一条", "XX-001"),
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
  cite("第九条", "XX-028"),
  { grades: ["substandard", "doubtful", "loss"], overdueDays: false, letter: false, creditReport: true },
  {
    id: "XX-A21",
    chosen: "盖章的企业信用报告显示次级、可疑或损失；不是企业的经营主体，用其本人或合作社的信用报告并注明",
    others: ["没有企业信用报告的不受理"],
  },
);

export const guarantorInTime = parameter("guarantor.inTimeDays", "担保公司按时代偿的最多逾期天数", cite("第十条", "XX-033"), 59, {
  id: "XX-A09",
  chosen: "逾期天数等于代偿日减到期日；59天以内按时，60天人工核定，超过60天不受理",
  others: ["60天也算按时", "从到期次日起算"],
});

export const guarantorReview = parameter("guarantor.reviewDays", "担保公司代偿由人工核定的逾期天数", cite("第十条", "XX-033"), 60, {
  id: "XX-A09",
  chosen: "第60天人工核定",
  others: ["第60天不受理"],
});

export const fundTotal = parameter("fund.total", "资金规模（暂定）", cite("第二条", "XX-002"), 2_900_000_000);
export const annualCap = parameter("fund.annualCap", "每年上限", cite("第二条", "XX-003"), 1_000_000_000, {
  id: "XX-A05",
  chosen: "按支付年度的自然年计付款上限，未付部分不结转",
  others: ["只是每年筹资的额度", "按申请年度计"],
});

export const allocationMethod = parameter<"pro_rata" | "fifo">(
  "allocation.method",
  "钱不够时怎么分",
  cite("第九条", "XX-031"),
  "pro_rata",
  {
    id: "XX-A05",
    chosen: "按申请额的比例分，分到分，余数给余额最大的",
    others: ["按先后，最后一笔部分支付"],
  },
  ["pro_rata", "fifo"],
);

export const yearBy = parameter<"opinion" | "filing">(
  "allocation.yearBy",
  "申请归入哪一年",
  cite("第九条", "XX-030"),
  "opinion",
  {
    id: "XX-A15",
    chosen: "按出具审核意见的日期；年底还没有意见的归下一年",
    others: ["按申请日期"],
  },
  ["opinion", "filing"],
);

export const carriesOver = parameter(
  "allocation.carriesOver",
  "没有分到的部分是否结转",
  cite("第九条", "XX-031"),
  false,
  {
    id: "XX-A05",
    chosen: "不结转，除非批准的分配方案写明",
    others: ["结转下一年"],
  },
  [false],
);

export const remitMethod = parameter<ReturnMethod>(
  "remit.formula",
  "上缴金额的算法",
  cite("第十二条", "XX-046"),
  "net_then_ratio",
  {
    id: "XX-A07",
    chosen: "收回金额先扣费用，再乘补偿比例；以已补偿额为限",
    others: ["先乘比例，再扣全部费用", "不扣费用", "先全部上缴直到补偿还清（XX-A08）"],
  },
  ["net_then_ratio", "ratio_then_cost", "gross", "fund_first"],
);

export const remitCap = parameter("remit.capAtPaid", "上缴不超过已补偿", cite("第十二条", "XX-047"), true, undefined, [true]);

export const remitTo = parameter<"fund" | "treasury">(
  "remit.to",
  "上缴的钱去哪里",
  cite("第十二条", "XX-046"),
  "treasury",
  {
    id: "XX-A19",
    chosen: "缴市国库，不补回资金规模；累计支付按毛额",
    others: ["补回资金"],
  },
  ["treasury"],
);

export const costKinds = parameter<readonly string[]>("remit.costs", "可以扣除的追偿费用", cite("第十二条", "XX-046"), [
  "litigation",
  "preservation",
  "enforcement",
  "appraisal",
  "agency",
  "other",
]);

export const writeOffProofs = parameter<readonly string[]>("writeoff.proofs", "核销的依据", cite("第十三条", "XX-050"), [
  "write_off_approval",
  "enforcement_ended",
  "bankruptcy_closed",
  "transfer_completed",
]);

export const nplMeasure = parameter<"balance" | "count">(
  "npl.formula",
  "不良贷款率的算法",
  cite("第十五条", "XX-053"),
  "balance",
  {
    id: "XX-A12",
    chosen: "月末平台小微贷款的不良余额除以贷款余额；全市平均由人录入并注明来源",
    others: ["按户数"],
  },
  ["balance", "count"],
);

export const nplAverageOp = parameter<">" | ">=">(
  "npl.warn.passes",
  "达到全市平均",
  cite("第十五条", "XX-053"),
  ">=",
  {
    id: "G-06",
    chosen: "“达到”含本数",
    others: ["不含本数"],
  },
  [">", ">="],
);
export const nplThreshold = parameter("npl.pause.threshold", "报送整改计划的不良贷款率", cite("第十五条", "XX-054"), "0.05");
export const nplOver = parameter<">" | ">=">(
  "npl.pause.passes",
  "超过界限",
  cite("第十五条", "XX-054"),
  ">",
  {
    id: "G-06",
    chosen: "“超过”不含本数",
    others: ["含本数"],
  },
  [">", ">="],
);
export const resumeThreshold = parameter("npl.resume.threshold", "可以恢复的不良贷款率", cite("第十五条", "XX-056"), "0.05");
export const resumeOp = parameter<"<" | "<=">(
  "npl.resume.passes",
  "降低至界限以下",
  cite("第十五条", "XX-056"),
  "<=",
  {
    id: "XX-A13",
    chosen: "“以下”含5%，并且要有领导小组的决定",
    others: ["不含5%"],
  },
  ["<", "<="],
);

export const fraudClawback = parameter("fraud.institution.clawback", "弄虚作假的机构收回补偿的比例", cite("第十六条", "XX-059"), "1.00", {
  id: "XX-A22",
  chosen: "只向弄虚作假或合谋的机构收回；企业骗贷而机构无过错的，补偿保留，向企业追偿",
  others: ["一并收回"],
});
export const fraudBanYears = parameter("fraud.institution.banYears", "弄虚作假的机构禁止申请的年数", cite("第十六条", "XX-061"), 3);
export const banReach = parameter(
  "ban.crossScheme",
  "永久禁入在其他办法中的作用",
  cite("第十六条", "XX-062"),
  "info",
  {
    id: "XX-A17",
    chosen: "办法到期后标记仍保留；其他办法只作参考信息",
    others: ["随办法失效"],
  },
  ["info"],
);

export const FUND_PARAMETERS: readonly Parameter<unknown>[] = [
  bands,
  bandBy,
  bandMethod,
  bandAggregate,
  guaranteeBands,
  guaranteeBankClaim,
  compBase,
  compBaseDate,
  indemnity,
  nplEvidence,
  guarantorInTime,
  guarantorReview,
  fundTotal,
  annualCap,
  allocationMethod,
  yearBy,
  carriesOver,
  remitMethod,
  remitCap,
  remitTo,
  costKinds,
  writeOffProofs,
  nplMeasure,
  nplAverageOp,
  nplThreshold,
  nplOver,
  resumeThreshold,
  resumeOp,
  fraudClawback,
  fraudBanYears,
  banReach,
] as readonly Parameter<unknown>[];
