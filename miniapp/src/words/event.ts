/** What happened to a case before the loan and with it, for timelines. Facts are told beside it. */

import type { EventType } from "../../../shared/process/event";
import { approvalTerm, panelTerm } from "../term";

/** What happened, for timelines. Facts are told beside it. */
export const EVENT_WORDS: Record<EventType, string> = {
  application_submitted: "企业提交申请",
  application_returned: "推荐单位退回补充",
  application_withdrawn: "企业撤回申请",
  recommended: "推荐",
  check_opened: "开始核查",
  finding_recorded: "记录核查结果",
  opinion_given: "会同机构出具意见",
  check_passed: "核查通过",
  check_returned: "核查退回",
  get review_scheduled() {
    return `排入${panelTerm()}会议`;
  },
  get seat_recused() {
    return `${panelTerm()}单位回避`;
  },
  review_opened: "开始表决",
  ballot_cast: "一家单位完成投票",
  revote_opened: "没有过半数，重新表决",
  get review_decided() {
    return `${panelTerm()}形成结果`;
  },
  review_deferred: "没有过半数，转下次会议",
  get approval_given() {
    return `${approvalTerm()}：同意`;
  },
  get approval_refused() {
    return `${approvalTerm()}：不同意`;
  },
  pushed: "推送给金融机构",
  lead_asked: "机构提问",
  lead_answered: "回答机构提问",
  lead_declined: "机构婉拒",
  lead_offered: "机构报价",
  push_failed: "本轮融资未成功",
  cooling_started: "暂停推送",
  list_published: "公布名单",
  feedback_given: "部门反馈企业情况",
  list_reviewed: "复核名单",
  loan_registered: "贷款备案",
  case_imported: "期初导入",
  import_undone: "撤销期初导入",
  loan_recorded: "登记放款",
};
