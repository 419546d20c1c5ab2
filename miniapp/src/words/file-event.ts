/** What happened to a funded loan, for timelines. Facts are told beside it. */

import type { FileEventType } from "../../../shared/process/loan-file";
import { backIn } from "../money/money-place";
import { payTerm } from "../term";

export const FILE_EVENT_WORDS: Record<FileEventType, string> = {
  schedule_set: "登记还款计划",
  repaid: "登记还款",
  repayment_undone: "撤销录错的还款",
  extended: "贷款展期",
  graded: "登记五级分类",
  get claim_filed() {
    return `申请${payTerm()}`;
  },
  get claim_checked() {
    return `核查${payTerm()}申请`;
  },
  get claim_returned() {
    return `退回${payTerm()}申请`;
  },
  get claim_withdrawn() {
    return `撤回${payTerm()}申请`;
  },
  get claim_panel_set() {
    return `确定${payTerm()}评审单位`;
  },
  get claim_ballot_opened() {
    return `开始${payTerm()}表决`;
  },
  get claim_ballot_cast() {
    return `一家单位完成${payTerm()}投票`;
  },
  get claim_revote_opened() {
    return `没有过半数，重新表决${payTerm()}`;
  },
  get claim_deferred() {
    return `没有过半数，${payTerm()}转下次会议`;
  },
  get claim_opinion_given() {
    return `形成${payTerm()}审核意见`;
  },
  get claim_reported() {
    return `${payTerm()}报请审定`;
  },
  get claim_consented() {
    return `${payTerm()}获得同意`;
  },
  claim_notified: "出具支付通知",
  get claim_paid() {
    return `支付${payTerm()}`;
  },
  coordinated: "召开协调会",
  legal_forced: "直接进入法律追偿",
  legal_started: "启动法律追偿",
  money_recovered: "收回款项",
  return_declared: "登记返还",
  get money_returned() {
    return `返还款已到${backIn()}`;
  },
  get claw_back_ordered() {
    return `要求退回${payTerm()}`;
  },
  get claw_back_received() {
    return `退回的${payTerm()}已到${backIn()}`;
  },
  legal_ended: "法律程序终结",
  loss_confirmed: "确认净损失",
  loss_approved: "审核核销",
  written_off: "核销损失",
  obligation_fulfilled: "登记已办事项",
};
