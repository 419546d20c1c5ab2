/** The numbers of 包头's pool: who pays in, shares, debits, what comes back, its pause; each with its article and the reading chosen. */
import { cite } from "../../citation";
import type { Share } from "../../fund/sharing";
import type { EvidenceAsked, ReturnMethod } from "../../process/claim-rules";
import type { Parameter } from "../../rule/parameter";
import { parameter } from "./parameters";

const SOURCES = cite("第三条", "BT-002");
export const sources = parameter<readonly string[]>("pool.sources", "资金池的出资方", SOURCES, ["region", "city", "area"]);
/** Fen, as every amount below. The document names no size: what was paid in is the pool. */
export const poolSize = parameter("pool.size", "资金池的规定规模（没有规定，以实际注入为准）", SOURCES, 0, undefined, undefined, "amount");
export const injectionLeast = parameter("area.injection.min", "地区出资的一般标准", cite("第八条", "BT-010"), 800_000_000);
export const injectionFloor = parameter("area.injection.floor", "地区出资的最低标准", cite("第八条", "BT-011"), 400_000_000);
export const injectionYears = parameter("area.injection.maxYears", "出资到齐的年数", cite("第八条", "BT-012"), 2);
export const refillBy = parameter<readonly string[]>("replenish.by", "代偿后由谁补充", cite("第十三条", "BT-020"), ["area"], {
  id: "BT-A15",
  chosen: "地区按分担比例补充；市本级报市政府以后补充；自治区部分只告知",
  others: ["三方同时补充"],
});
export const firstDeposit = parameter("bank.deposit.initial", "首笔风险补偿金", cite("第十六条", "BT-023"), 100_000_000);
export const exitBy = parameter<string>(
  "bank.exit.completed",
  "存量业务什么时候算履行完毕",
  cite("第十八条", "BT-027"),
  "no_outstanding_loan",
  { id: "BT-A21", chosen: "没有未还的贷款；还在追偿的，收回后直接进资金池", others: ["追偿也全部结束"] },
  ["no_outstanding_loan"],
);
export const shares = parameter<readonly Share[]>(
  "share",
  "风险分担比例",
  cite("第二十条", "BT-029"),
  [
    { party: "pool", share: "0.40" },
    { party: "bank", share: "0.20" },
    { party: "guarantor", share: "0.40" },
  ],
  { id: "BT-A08", chosen: "先分三方，资金池部分再分三级，各取整到分", others: ["一次按五方分"] },
);
export const poolShares = parameter<readonly Share[]>("share.pool", "资金池内的分担比例", cite("第二十条", "BT-030"), [
  { party: "region", share: "0.30" },
  { party: "city", share: "0.30" },
  { party: "area", share: "0.40" },
]);
export const guarantorPays = parameter<string>(
  "guarantor.pays",
  "担保机构的四成什么时候付",
  cite("第二十条", "BT-029"),
  "receivable",
  { id: "BT-A10", chosen: "是银行的应收款，不影响扣划", others: ["先付才能扣划"] },
  ["receivable"],
);
export const collectionMin = parameter("collection.min", "扣划前至少催收几次", cite("第三十一条（三）", "BT-048"), 2, {
  id: "BT-A16",
  chosen: "至少两次，方式不同",
  others: ["一次", "三次"],
});
export const collectionWays = parameter<readonly string[]>("collection.types", "催收方式", cite("第三十一条（三）", "BT-048"), [
  "phone",
  "onsite",
  "other",
]);
export const reminderShort = parameter<string>(
  "maturity.reminderShort",
  "期限不到六十天的贷款什么时候提醒",
  cite("第三十一条（一）", "BT-046"),
  "at_disbursement",
  { id: "BT-A17", chosen: "放款当天提醒", others: ["不用提醒"] },
  ["at_disbursement"],
);
const DEBIT = cite("第三十二条", "BT-049");
export const debitDays = parameter("debit.minOverdueDays", "本金到期未还超过多少天", DEBIT, 25, {
  id: "BT-A02",
  chosen: "超过不含本数，第二十六天起；遇节假日不顺延",
  others: ["第二十五天起", "遇节假日顺延"],
});
export const debitCounts = parameter<string>(
  "debit.counts",
  "分期贷款看哪一笔",
  DEBIT,
  "each_principal",
  { id: "BT-A03", chosen: "每一期到期的本金都算，只欠利息的不算", others: ["只看最后到期", "欠息即全部到期"] },
  ["each_principal"],
);
export const debitSource = parameter<"main_account" | "deposit_only">(
  "debit.source",
  "存在该行的补偿金不够时",
  DEBIT,
  "main_account",
  { id: "BT-A07", chosen: "先扣该行存放的，不足的由资金池主账户支付，事后补存", others: ["以该行存放的为限"] },
  ["main_account", "deposit_only"],
);
export const compBase = parameter<"principal" | "principal_and_interest">(
  "comp.base",
  "分担比例乘以什么",
  DEBIT,
  "principal",
  { id: "BT-A01", chosen: "未还本金，利息另记", others: ["本金和利息"] },
  ["principal", "principal_and_interest"],
);
export const compBaseDate = parameter<"payment" | "filing">(
  "comp.baseDate",
  "未还本金看哪一天",
  DEBIT,
  "payment",
  { id: "G-19", chosen: "扣划时重算，申请后收回的相应减少", others: ["按申请时固定"] },
  ["payment", "filing"],
);
export const indemnity = parameter(
  "indemnity.capAtLoss",
  "各方赔付合计不超过损失",
  DEBIT,
  true,
  { id: "G-10", chosen: "合计不超过实际损失，其他赔付要申报", others: ["不作限制"] },
  [true, false],
);
/** The days are the test, whatever the class; so that every class is evidence. */
export const evidence = parameter<EvidenceAsked>("claim.evidence", "扣划的依据", DEBIT, {
  grades: ["normal", "special_mention", "substandard", "doubtful", "loss"],
  overdueDays: true,
  letter: false,
});
export const conflictMode = parameter<"substitute" | "flag">(
  "conflict",
  "受托机构同时是担保机构时",
  cite("第十条", "BT-014"),
  "flag",
  { id: "BT-A09", chosen: "两个身份分开，照常核对并作提示，由专项工作协调办公室确认", others: ["另行指定单位核对"] },
  ["substitute", "flag"],
);
const BACK = cite("第三十四条", "BT-052");
export const returnMethod = parameter<ReturnMethod>("recovery.method", "分配前扣除追索费用", BACK, "net_then_ratio", undefined, ["net_then_ratio"]);
export const returnCap = parameter(
  "recovery.capAtPaid",
  "返还资金不超过已代偿",
  BACK,
  true,
  { id: "G-14", chosen: "最多返还到已代偿的数额，多出的归债权人", others: ["按比例返还，不封顶"] },
  [true, false],
);
export const costKinds = parameter<readonly string[]>(
  "recovery.costs",
  "可以扣除的费用",
  BACK,
  ["litigation", "enforcement", "appraisal", "agency"],
  {
    id: "BT-A13",
    chosen: "凭凭证扣除；收回的不够扣的，从下一次收回中扣，结案时由垫付方承担",
    others: ["按比例分担", "由垫付方承担"],
  },
);
/** The document has no rule by which a loss is written off; without one nothing proves it. */
export const writeOffProofs = parameter<readonly string[]>(
  "writeoff.proofs",
  "核销的依据（没有规定）",
  cite("第三十八条（二）", "BT-059"),
  [],
  undefined,
  undefined,
  "names",
);
const PAUSE = cite("第三十七条", "BT-055");
export const pauseRatio = parameter("pause.ratio", "暂停新增业务的比例", PAUSE, "0.20");
export const pauseMeasure = parameter<"capital" | "balance">(
  "pool.measure",
  "比例以什么为基数",
  PAUSE,
  "capital",
  { id: "BT-A04", chosen: "以实际注入的资金为基数，补充的算在内；只有追回的能减少代偿净额", others: ["以资金余额为基数"] },
  ["capital", "balance"],
);
export const pauseBasis = parameter<"net" | "gross">(
  "pause.basis",
  "代偿净额怎么算",
  PAUSE,
  "net",
  { id: "G-21", chosen: "累计代偿减去追回", others: ["只计代偿"] },
  ["net", "gross"],
);
export const pauseSubsidy = parameter("pause.includesSubsidy", "是否计入贴补", PAUSE, false, undefined, [false]);
export const pauseScope = parameter<"all" | "new_business">("pause.scope", "暂停的范围", PAUSE, "new_business", undefined, ["new_business", "all"]);
export const pauseUnit = parameter<string>(
  "pause.unit",
  "按什么范围计算和暂停",
  PAUSE,
  "pool",
  { id: "BT-A19", chosen: "整个资金池，各地区的比例只作展示", others: ["分地区", "分银行"] },
  ["pool"],
);
export const pauseOverride = parameter("pause.override", "暂停中能否凭文件放行", PAUSE, false, undefined, [false]);
export const pauseCrossing = parameter<"whole" | "hold">("pause.crossing", "达到界限的那一笔", PAUSE, "whole", undefined, ["whole", "hold"]);
export const replenishRatio = parameter("topup.trigger.ratio", "报请补充的比例", cite("第三十八条（二）", "BT-059"), "0.20");

export const FUND_PARAMETERS: readonly Parameter<unknown>[] = [
  sources,
  poolSize,
  injectionLeast,
  injectionFloor,
  injectionYears,
  refillBy,
  firstDeposit,
  exitBy,
  shares,
  poolShares,
  guarantorPays,
  collectionMin,
  collectionWays,
  reminderShort,
  debitDays,
  debitCounts,
  debitSource,
  compBase,
  compBaseDate,
  indemnity,
  evidence,
  conflictMode,
  returnMethod,
  returnCap,
  costKinds,
  writeOffProofs,
  pauseRatio,
  pauseMeasure,
  pauseBasis,
  pauseSubsidy,
  pauseScope,
  pauseUnit,
  pauseOverride,
  pauseCrossing,
  replenishRatio,
] as readonly Parameter<unknown>[];
