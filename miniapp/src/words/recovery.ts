/** Recovery: its stages and proofs, its costs, and those who bear a loss. */

import type { RECOVERY_STAGES } from "../../../shared/contract/recovery";
import { payTerm } from "../term";

export const RECOVERY_WORDS: Record<(typeof RECOVERY_STAGES)[number], string> = {
  COORDINATION: "协调",
  LEGAL: "法律追偿",
  RETURNING: "资金返还",
  WRITEOFF: "损失核销",
};

export const COORDINATION_WORDS: Record<"PLAN" | "NO_RESULT", string> = { PLAN: "定了还款计划", NO_RESULT: "协调无果" };

/** How the law came to its end. */
export const PROOF_WORDS: Record<string, string> = {
  enforcement_ended: "执行终结",
  enforcement_round_ended: "终结本次执行",
  bankruptcy_closed: "破产程序终结",
  write_off_approval: "核销的批准文件",
  transfer_completed: "不良贷款转让完成",
  judgment: "法院判决或者裁定",
  liquidation: "清算结果",
  creditor_announcement: "债权公告",
  approved_other: "经批准的其他依据",
};

/** Costs that may come off what was recovered. */
export const COST_WORDS: Record<string, string> = {
  litigation: "诉讼费",
  preservation: "保全费",
  enforcement: "执行费",
  appraisal: "评估费",
  agency: "委托费",
  other: "其他费用",
};

/** Those who bore a loss, as documents name their parts. */
export const PARTY_WORDS: Record<string, string> = {
  get fund() {
    return `${payTerm()}资金`;
  },
  pool: "资金池",
  bank: "银行",
  guarantor: "担保机构",
  others: "其他各方",
  region: "自治区",
  city: "市本级",
  area: "地区",
};

/** Those who bear a loss. */
export const LOSS_PARTY_WORDS: Readonly<Record<string, string>> = {
  fund: "资金",
  pool: "资金池",
  bank: "银行",
  guarantor: "担保机构",
  national: "国家融资担保基金",
  provincial: "省级再担保机构",
  region: "自治区",
  city: "市",
  area: "旗县区",
  others: "其他各方",
};
