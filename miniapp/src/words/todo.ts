/** What the viewer is to do, beside a case that waits for them. */

import type { FileTask } from "../../../shared/process/file-duty";
import { approvalTerm, panelTerm, payTerm } from "../term";

/** What waits for somebody before the loan. */
type Wait =
  | "draft"
  | "recommend"
  | "check"
  | "opinion"
  | "ballot"
  | "ballot_scheduled"
  | "close"
  | "vote"
  | "approve"
  | "publish"
  | "push"
  | "lead"
  | "loan"
  | "register";

export const TODO_WORDS: Record<Wait | FileTask, string> = {
  draft: "继续填写",
  recommend: "核对并推荐",
  check: "办理核查",
  opinion: "出具核查意见",
  get ballot() {
    return `安排${panelTerm()}`;
  },
  ballot_scheduled: "主持表决",
  close: "结束表决",
  vote: "去表决",
  get approve() {
    return approvalTerm();
  },
  publish: "公布名单",
  push: "推送给机构",
  lead: "答复线索",
  loan: "登记放款",
  register: "办理备案",
  get claim_file() {
    return `补正${payTerm()}申请`;
  },
  get claim_check() {
    return `核查${payTerm()}申请`;
  },
  get claim_panel() {
    return `安排${payTerm()}${panelTerm()}`;
  },
  transition_consent: "审定协议签订前的贷款",
  get claim_vote() {
    return `${payTerm()}表决`;
  },
  get claim_close() {
    return `结束${payTerm()}表决`;
  },
  claim_report: "报请审定",
  get claim_consent() {
    return `审定${payTerm()}`;
  },
  claim_notify: "通知付款单位",
  obligation: "办理贷款中该办的事",
  claim_pay: "制作付款指令",
  pay_countersign: "复核付款指令",
  draw_approve: "同意拨付额度",
  draw_transfer: "登记额度到账",
  coordinate: "召开协调会",
  legal_start: "启动法律追偿",
  give_back: "返还追偿款",
  receive_return: "确认返还到账",
  confirm_loss: "确认损失",
  approve_loss: "审核核销",
  subsidy_check: "核对保费补贴",
  subsidy_pay: "制作补贴付款指令",
  refund_receive: "确认补贴收回到账",
};
