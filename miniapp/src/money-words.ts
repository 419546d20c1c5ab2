/** Chinese for what comes after a loan: its stages and grades, claim, recovery, subsidies, instructions, what waits for whom, what happened. */

import type { INSTRUCTION_STATUSES } from "../../shared/contract/payment";
import type { RECOVERY_STAGES } from "../../shared/contract/recovery";
import type { SUBSIDY_STATUSES } from "../../shared/contract/subsidy";
import type { FileTask } from "../../shared/process/file-duty";
import type { FileEventType } from "../../shared/process/loan-file";
import type { LoanGrade } from "../../shared/process/loan-life";
import type { LoanStage } from "../../shared/process/loan-stage";
import type { Tone } from "./ui/tag";

interface Shown {
  readonly says: string;
  readonly tone: Tone;
}

/** Where a funded loan is. */
export const STAGE_WORDS: Record<LoanStage, Shown> = {
  live: { says: "还款中", tone: "todo" },
  repaid: { says: "已结清", tone: "done" },
  claim: { says: "代偿办理中", tone: "warn" },
  recovery: { says: "追偿中", tone: "warn" },
  recovered: { says: "已全部收回", tone: "done" },
  written_off: { says: "已核销", tone: "bad" },
};

/** The five classes; the last three are bad. */
export const GRADE_WORDS: Record<LoanGrade, Shown> = {
  normal: { says: "正常", tone: "done" },
  special_mention: { says: "关注", tone: "warn" },
  substandard: { says: "次级", tone: "bad" },
  doubtful: { says: "可疑", tone: "bad" },
  loss: { says: "损失", tone: "bad" },
};

export const INSTALMENT_WORDS: Record<"paid" | "part" | "due" | "ahead", Shown> = {
  paid: { says: "已还清", tone: "done" },
  part: { says: "还了一部分", tone: "warn" },
  due: { says: "到期未还", tone: "bad" },
  ahead: { says: "未到期", tone: "plain" },
};

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
  fund: "补偿资金",
  pool: "资金池",
  bank: "银行",
  guarantor: "担保机构",
  others: "其他各方",
  region: "自治区",
  city: "市本级",
  area: "地区",
};

export const SUBSIDY_WORDS: Record<(typeof SUBSIDY_STATUSES)[number], Shown> = {
  filed: { says: "等主管部门核对", tone: "todo" },
  returned: { says: "已退回", tone: "bad" },
  approved: { says: "已同意，等支付", tone: "warn" },
  paid: { says: "已支付", tone: "done" },
};

export const INSTRUCTION_WORDS: Record<(typeof INSTRUCTION_STATUSES)[number], Shown> = {
  DRAWN_UP: { says: "已制单，等第二人复核", tone: "todo" },
  INSTRUCTED: { says: "已复核，等开户银行付款", tone: "todo" },
  APPLIED: { says: "已申请额度，等财政部门同意", tone: "todo" },
  FIN_APPROVED: { says: "财政部门已同意，等额度到账", tone: "todo" },
  TRANSFERRED: { says: "额度已到账，等开户银行付款", tone: "todo" },
  PAID: { says: "已付款", tone: "done" },
  CANCELLED: { says: "已撤回", tone: "plain" },
};

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

/** What the viewer is to do, beside a case that waits for them. */
export const TODO_WORDS: Record<Wait | FileTask, string> = {
  draft: "继续填写",
  recommend: "核对并推荐",
  check: "办理初筛",
  opinion: "出具初筛意见",
  ballot: "安排联审",
  ballot_scheduled: "主持表决",
  close: "结束表决",
  vote: "去表决",
  approve: "审议",
  publish: "公布名单",
  push: "推送给机构",
  lead: "答复线索",
  loan: "登记放款",
  register: "办理备案",
  claim_file: "补正代偿申请",
  claim_check: "核查代偿申请",
  claim_panel: "安排代偿联审",
  transition_consent: "审定协议签订前的贷款",
  claim_vote: "代偿表决",
  claim_close: "结束代偿表决",
  claim_report: "报请审定",
  claim_consent: "审定代偿",
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

/** What happened to a funded loan, for timelines. Facts are told beside it. */
export const FILE_EVENT_WORDS: Record<FileEventType, string> = {
  schedule_set: "登记还款计划",
  repaid: "登记还款",
  repayment_undone: "撤销录错的还款",
  extended: "贷款展期",
  graded: "登记五级分类",
  claim_filed: "申请代偿",
  claim_checked: "核查代偿申请",
  claim_returned: "退回代偿申请",
  claim_withdrawn: "撤回代偿申请",
  claim_panel_set: "确定代偿评审单位",
  claim_ballot_opened: "开始代偿表决",
  claim_ballot_cast: "一家单位完成代偿投票",
  claim_revote_opened: "没有过半数，重新表决代偿",
  claim_deferred: "没有过半数，代偿转下次会议",
  claim_opinion_given: "形成代偿审核意见",
  claim_reported: "代偿报请审定",
  claim_consented: "代偿获得同意",
  claim_notified: "出具支付通知",
  claim_paid: "支付代偿",
  coordinated: "召开协调会",
  legal_forced: "直接进入法律追偿",
  legal_started: "启动法律追偿",
  money_recovered: "收回款项",
  return_declared: "登记返还",
  money_returned: "返还款已到专户",
  claw_back_ordered: "要求退回代偿",
  claw_back_received: "退回的代偿已到专户",
  legal_ended: "法律程序终结",
  loss_confirmed: "确认净损失",
  loss_approved: "审核核销",
  written_off: "核销损失",
  obligation_fulfilled: "登记已办事项",
};

/** Ways in which something around a loan is done. */
export const WAY_WORDS: Readonly<Record<string, string>> = {
  phone: "电话",
  onsite: "上门",
  restructure: "重组",
  extend: "展期",
  renew: "续贷",
  impossible: "不能盘活，写明原因",
  arbitration: "仲裁",
  litigation: "诉讼",
  enforcement_terminated: "终结执行的裁定",
  enforcement_closed: "终结本次执行的裁定",
  bankruptcy: "破产文书",
  other: "其他",
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

/** What has to be found before nobody answers for a loss. */
export const GROUND_WORDS: Record<string, string> = {
  procedure: "程序合规",
  due_diligence: "调查尽职",
  proper_operation: "操作规范",
};

/** What somebody may answer for. */
export const LIABLE_WORDS: Record<string, string> = {
  violation: "违反规定",
  dereliction: "失职渎职",
  fraud: "弄虚作假",
};
