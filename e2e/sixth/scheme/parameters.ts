/** The numbers of 青溪's document, an invented one: each with its article, its dates and the reading chosen. */
import { cite } from "../../../shared/citation";
import type { SizeClass } from "../../../shared/enterprise/size-class";
import type { Share } from "../../../shared/fund/sharing";
import { day } from "../../../shared/local-date";
import type { EvidenceAsked, ReturnMethod } from "../../../shared/process/claim-rules";
import type { Parameter } from "../../../shared/rule/parameter";
import { parametersFrom } from "../../../shared/schemes/dated";

export const FROM = day("2024-01-01");

const parameter = parametersFrom(FROM);

const PAY_IN = cite("第四条", "QX-004");
const LOSS = cite("第九条", "QX-011");
const RETURN = cite("第十二条", "QX-015");
const PAUSE = cite("第十四条", "QX-018");

export const validUntil = parameter("validity.until", "有效期的最后一天", cite("第十五条", "QX-020"), "2033-12-31");
export const county = parameter("registered.county", "登记注册所在地", cite("第二条", "QX-002"), "青溪县");
export const sizeClasses = parameter<readonly SizeClass[]>("sme.classes", "服务的企业规模", cite("第二条", "QX-002"), ["small", "micro"]);
/** Fen, as every amount below. */
export const fundSize = parameter("fund.size", "县财政出资", cite("第三条", "QX-003"), 100_000_000);
export const contributionRatio = parameter("contribution.ratio", "贷款前先缴的比例", PAY_IN, "0.05");
export const contributionParts = parameter<readonly Share[]>(
  "contribution.parts",
  "缴款中企业保证金和互助金各占多少",
  cite("第四条", "QX-005"),
  [
    { party: "own", share: "0.60" },
    { party: "mutual", share: "0.40" },
  ],
  { id: "QX-A01", chosen: "百分之三作本企业的保证金，百分之二进互助金；余下的一分归余数大的一方", others: ["全部作本企业的保证金"] },
);
export const singleMax = parameter("loan.single.max", "单户在保贷款上限", cite("第五条", "QX-006"), 200_000_000);
export const fundTimes = parameter("loan.fund.times", "在保贷款总额是资金的倍数", cite("第五条", "QX-007"), "10");
export const termMost = parameter("loan.term.max", "单笔期限上限（月）", cite("第五条", "QX-008"), 12);

export const coverRatio = parameter("comp.ratio", "补偿占未还本金的比例", LOSS, "1.00", {
  id: "QX-A02",
  chosen: "补偿全部未还本金，以三层资金现有的为限；利息由银行承担",
  others: ["只补偿九成"],
});
export const compBase = parameter<"principal" | "principal_and_interest">("comp.base", "补偿的基数", LOSS, "principal");
export const compBaseDate = parameter<"payment" | "filing">("comp.baseDate", "未还本金看哪一天", LOSS, "payment");
export const indemnity = parameter("indemnity.capAtLoss", "合计不超过损失", LOSS, true);
export const maturedDays = parameter("claim.minOverdueDays", "本金到期未还超过多少天", cite("第八条", "QX-010"), 30);
export const evidence = parameter<EvidenceAsked>("claim.evidence", "申请补偿的依据", cite("第八条", "QX-010"), {
  grades: ["substandard", "doubtful", "loss"],
  overdueDays: true,
  letter: false,
});
export const yearMost = parameter("pay.year.max", "一年内支付的上限", cite("第十一条", "QX-014"), 80_000_000);

export const returnMethod = parameter<ReturnMethod>("recovery.method", "分回前先扣费用", RETURN, "net_then_ratio");
export const returnCap = parameter("recovery.capAtPaid", "分回不超过已支付", RETURN, true);
export const costKinds = parameter<readonly string[]>("recovery.costs", "可以扣除的费用", RETURN, ["litigation", "enforcement"]);
export const writeOffProofs = parameter<readonly string[]>("writeoff.proofs", "核销的依据", cite("第十三条", "QX-017"), ["termination_ruling"]);
export const writeOffYears = parameter("writeoff.years", "支付后满几年才能核销", cite("第十三条", "QX-017"), 1);

export const pauseRatio = parameter("pause.ratio", "未收回的支付达到财政出资的多少时暂停", PAUSE, "0.50");
export const pauseOf = parameter<"capital" | "balance">("pause.of", "比例的基数", PAUSE, "capital");
export const pauseBasis = parameter<"net" | "gross">("pause.basis", "支付怎么计", PAUSE, "net");
export const pauseSubsidy = parameter("pause.includesSubsidy", "是否计入贴补", PAUSE, false);
export const pauseScope = parameter<"all" | "new_business">("pause.scope", "暂停的范围", PAUSE, "new_business");
export const pauseOverride = parameter("pause.override", "暂停中能否凭文件放行", PAUSE, false);
export const pauseCrossing = parameter<"whole" | "hold">("pause.crossing", "达到界限的那一笔", PAUSE, "whole");

export const PARAMETERS: readonly Parameter<unknown>[] = [
  validUntil,
  county,
  sizeClasses,
  fundSize,
  contributionRatio,
  contributionParts,
  singleMax,
  fundTimes,
  termMost,
  coverRatio,
  compBase,
  compBaseDate,
  indemnity,
  maturedDays,
  evidence,
  yearMost,
  returnMethod,
  returnCap,
  costKinds,
  writeOffProofs,
  writeOffYears,
  pauseRatio,
  pauseOf,
  pauseBasis,
  pauseSubsidy,
  pauseScope,
  pauseOverride,
  pauseCrossing,
] as readonly Parameter<unknown>[];
