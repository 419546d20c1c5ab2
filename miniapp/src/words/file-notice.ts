/** What an inbox says of a funded loan, whoever reads: what is so now, and what comes next. */

import type { Figures } from "../../../shared/outcome";
import type { FileEventType } from "../../../shared/process/loan-file";
import { claimLooker, consenter, lossApprovers } from "../doer";
import { backIn } from "../money/money-place";
import { partyName } from "../party-name";
import { panelTerm, payTerm } from "../term";
import { yuanText } from "../ui/money-text";

const money = (f: Figures) => (f.amount ? ` ${yuanText(f.amount)} 元` : "");

/** What an inbox says of it, whoever reads: what is so now, and what comes next. */
export const FILE_NOTICES: Record<FileEventType, (f: Figures) => string> = {
  schedule_set: () => "放贷机构登记了还款计划。",
  repaid: () => "放贷机构登记了一笔还款。",
  repayment_undone: () => "放贷机构撤销了一笔录错的还款。",
  extended: () => "贷款已展期，新的到期日在案件里。",
  graded: () => `贷款已列为不良。机构应及时申请${payTerm()}，请留意企业情况。`,
  claim_filed: () => `贷款出现不良，机构已申请${payTerm()}，等${claimLooker()}核查。`,
  claim_checked: () => `${payTerm()}申请已通过核查，进入下一环节。`,
  claim_returned: () => `${payTerm()}申请被退回，理由在案件里。补正后可以重新提交。`,
  claim_withdrawn: () => `机构撤回了${payTerm()}申请。`,
  claim_panel_set: () => `贵单位参加了当时的评级，请参加${payTerm()}${panelTerm()}。`,
  claim_ballot_opened: () => `${payTerm()}表决已经开始，请投票。`,
  claim_ballot_cast: () => `一家单位完成了${payTerm()}投票。`,
  claim_revote_opened: () => `没有选项超过半数，${payTerm()}要再投一次票。`,
  claim_deferred: () => `${payTerm()}没有形成多数意见，转下次会议。`,
  claim_opinion_given: () => `${payTerm()}审核意见已经形成，等报${partyName("government")}审定。`,
  claim_reported: () => `${payTerm()}已报${partyName("government")}，请审定。`,
  claim_consented: (f) => `${consenter()}同意${payTerm()}${money(f)}。付款当日还要再算一次，只会少、不会多。`,
  claim_notified: () => "支付通知已经出具，请按期支付。",
  claim_paid: (f) => `风险补偿资金已${payTerm()}${money(f)}。企业仍要偿还全部贷款，收回的钱按比例返还资金。`,
  coordinated: () => "协调会的结果已经登记，请按结果办理。",
  legal_forced: () => "企业已列入失信名单，请直接启动法律追偿。",
  legal_started: () => "机构已启动法律追偿。",
  money_recovered: () => "机构收回了款项，资金的部分应在期限内返还。",
  return_declared: (f) => `机构登记已把${money(f) || "款项"}转到${backIn()}，请查看到账后确认。`,
  money_returned: (f) => `返还款${money(f)}已确认到${backIn()}。`,
  claw_back_ordered: (f) => `已要求退回${payTerm()}${money(f)}。`,
  claw_back_received: (f) => `退回的${payTerm()}${money(f)}已到${backIn()}。`,
  legal_ended: () => "法律程序已经终结。收不回的部分可以确认损失。",
  loss_confirmed: (f) => `机构确认净损失${money(f)}，等${lossApprovers()}审核。`,
  loss_approved: () => "一家审核单位已同意核销。",
  written_off: (f) => `净损失${money(f)}已核销。以后收回的钱仍要返还资金。`,
  obligation_fulfilled: () => "一件该办的事已经登记。",
};
