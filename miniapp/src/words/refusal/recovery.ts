/** Refusals: recovery, returns and write-off. */

import { lossApprovers } from "../../doer";
import { payTerm } from "../../term";
import { dayText } from "../time";
import { mark, type Sentences, told } from "../told";

export const RECOVERY = {
  recovery_order: () => "追偿要按协调、依法追偿、资金返还、损失核销的顺序办理。请先办前一步。",
  coordination_overdue: (f) => `协调会已过期限${mark(f, ["due"], "（", "）")}。请尽快召开。`,
  coordination_outcome_missing: () => "协调会要写明结果：还款计划或无果，以及日期和参加单位。",
  legal_start_overdue: (f) => `协调无果后启动法律追偿已过期限${mark(f, ["due"], "（", "）")}。`,
  legal_required: () => "企业已列入失信名单，要通过法律手段清收。",
  return_overdue: (f) => `追偿收回的资金已过返还期限${mark(f, ["due"], "（", "）")}。请尽快返还。`,
  return_amount: (f) => `返还金额少于应返还金额${told(f)}。请核对。`,
  return_over_paid: (f) => `返还或核销的金额超过已${payTerm()}金额${told(f)}。请核对。`,
  dept_assist_open: (f) => `推荐单位还没有登记协助还款的情况${mark(f, ["since"], "（", "起）")}。`,
  ledger_stale: (f) => `追偿台账本季度还没有更新${mark(f, ["quarter"], "（", "）")}。`,
  writeoff_not_final: () => "还不能核销：要有法律程序终结的证明、机构确认的损失，并且没有待返还的资金。",
  writeoff_approval_missing: () => `核销要经${lossApprovers()}审核，各家都同意后才核销。`,
  cost_type: (f) => `这项费用不能扣除${told(f)}。`,
  costs_without_voucher: () => "扣除的费用没有凭证。请补上凭证编号。",
  self_interest: (f) => `办理单位自己也要分担这笔损失${told(f)}，请指定其他单位办理。`,
  writeoff_early: (f) =>
    f.paidOn && f.firstAllowedOn
      ? `${payTerm()}于${dayText(f.paidOn)}支付，还没有满规定的时间，最早${dayText(f.firstAllowedOn)}才能确认损失。`
      : `${payTerm()}支付后还没有满规定的时间${told(f)}，不能确认损失。`,
  writeoff_proof: (f) => `确认损失的依据不符合要求${told(f)}。`,
} satisfies Sentences;
