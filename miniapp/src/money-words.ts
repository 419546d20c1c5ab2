/** Chinese for what comes after a loan: its stages and grades, claim, recovery, subsidies, instructions, what waits for whom, what happened. */

import type { INSTRUCTION_STATUSES } from "../../shared/contract/payment";
import type { RECOVERY_STAGES } from "../../shared/contract/recovery";
import type { SUBSIDY_STATUSES } from "../../shared/contract/subsidy";
import type { Figures } from "../../shared/outcome";
import type { FileTask } from "../../shared/process/file-duty";
import type { FileEventType } from "../../shared/process/loan-file";
import type { LoanGrade } from "../../shared/process/loan-life";
import type { LoanStage } from "../../shared/process/loan-stage";
import { MEASURE_WORDS, RUNG_WORDS } from "./fund-words";
import { yuanText } from "./ui/money-text";
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
  recovery: { says: "已代偿，追偿中", tone: "warn" },
  recovered: { says: "代偿款已全部收回", tone: "done" },
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
};

export const SUBSIDY_WORDS: Record<(typeof SUBSIDY_STATUSES)[number], Shown> = {
  filed: { says: "等区发展改革委核对", tone: "todo" },
  returned: { says: "已退回", tone: "bad" },
  approved: { says: "已同意，等支付", tone: "warn" },
  paid: { says: "已支付", tone: "done" },
};

export const INSTRUCTION_WORDS: Record<(typeof INSTRUCTION_STATUSES)[number], Shown> = {
  DRAWN_UP: { says: "已制单，等第二人复核", tone: "todo" },
  INSTRUCTED: { says: "已复核，等开户银行付款", tone: "todo" },
  APPLIED: { says: "已申请额度，等区财政局同意", tone: "todo" },
  FIN_APPROVED: { says: "区财政局已同意，等额度到账", tone: "todo" },
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
  claim_report: "报区政府",
  claim_consent: "审定代偿",
  claim_notify: "通知付款单位",
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
  claim_checked: "核查材料，编入批次",
  claim_returned: "退回代偿申请",
  claim_withdrawn: "撤回代偿申请",
  claim_panel_set: "确定代偿评审单位",
  claim_ballot_opened: "开始代偿表决",
  claim_ballot_cast: "一家单位完成代偿投票",
  claim_revote_opened: "没有过半数，重新表决代偿",
  claim_deferred: "没有过半数，代偿转下次会议",
  claim_opinion_given: "形成代偿审核意见",
  claim_reported: "代偿报区政府",
  claim_consented: "区政府同意代偿",
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

const money = (f: Figures) => (f.amount ? ` ${yuanText(f.amount)} 元` : "");

/** What an inbox says of it, whoever reads: what is so now, and what comes next. */
const FILE_NOTICES: Record<FileEventType, (f: Figures) => string> = {
  schedule_set: () => "放贷机构登记了还款计划。",
  repaid: () => "放贷机构登记了一笔还款。",
  repayment_undone: () => "放贷机构撤销了一笔录错的还款。",
  extended: () => "贷款已展期，新的到期日在案件里。",
  graded: () => "贷款已列为不良。机构应及时申请代偿，请留意企业情况。",
  claim_filed: () => "贷款出现不良，机构已申请代偿，等区发展改革委核查，并召开协调会。",
  claim_checked: () => "代偿申请已通过核查，编入本半年批次，等评级单位联审。",
  claim_returned: () => "代偿申请被退回，理由在案件里。补正后可以重新提交。",
  claim_withdrawn: () => "机构撤回了代偿申请。",
  claim_panel_set: () => "贵单位参加了当时的评级，请参加代偿联审。",
  claim_ballot_opened: () => "代偿表决已经开始，请投票。",
  claim_ballot_cast: () => "一家单位完成了代偿投票。",
  claim_revote_opened: () => "没有选项超过半数，代偿要再投一次票。",
  claim_deferred: () => "代偿没有形成多数意见，转下次会议。",
  claim_opinion_given: () => "代偿审核意见已经形成，等报区政府审定。",
  claim_reported: () => "代偿已报区政府，请审定。",
  claim_consented: (f) => `区政府同意代偿${money(f)}。付款当日还要再算一次，只会少、不会多。`,
  claim_notified: () => "支付通知已经出具，请按期支付。",
  claim_paid: (f) => `风险补偿资金已代偿${money(f)}。企业仍要偿还全部贷款，收回的钱按比例返还资金。`,
  coordinated: () => "协调会的结果已经登记，请按结果办理。",
  legal_forced: () => "企业已列入失信名单，请直接启动法律追偿。",
  legal_started: () => "机构已启动法律追偿。",
  money_recovered: () => "机构收回了款项，资金的部分应在期限内返还。",
  return_declared: (f) => `机构登记已把${money(f) || "款项"}转回专户，请查看到账后确认。`,
  money_returned: (f) => `返还款${money(f)}已确认到专户。`,
  claw_back_ordered: (f) => `已要求退回代偿${money(f)}。`,
  claw_back_received: (f) => `退回的代偿${money(f)}已到专户。`,
  legal_ended: () => "法律程序已经终结。收不回的部分可以确认损失。",
  loss_confirmed: (f) => `机构确认净损失${money(f)}，等区发展改革委和区财政局审核。`,
  loss_approved: () => "一家审核单位已同意核销。",
  written_off: (f) => `净损失${money(f)}已核销。以后收回的钱仍要返还资金。`,
  obligation_fulfilled: () => "一件该办的事已经登记。",
};

interface NoticeWords {
  readonly title: string;
  readonly detail: (f: Figures) => string;
}

/** Notices that are no event of a case: of the fund as a whole. */
const FUND_NOTICES: Record<string, NoticeWords> = {
  fund_paused: { title: "风险补偿工作暂停", detail: () => "累计代偿已达到暂停线。新业务不再办理；代偿申请照收、照核、按先后排队。" },
  voucher_drawn_up: { title: "有凭证等待复核", detail: () => "请由制单人以外的人复核，复核后随即入账。" },
  voucher_done: { title: "凭证已复核入账", detail: () => "余额已经更新。" },
  voucher_declined: { title: "凭证被退回", detail: () => "没有入账，理由写在凭证里。" },
  half_reported: {
    title: "半年报告",
    detail: (f) => `${f.batch ? `${f.batch} ` : ""}追偿和资金运行情况已报区政府${f.documentNo ? `，文号 ${f.documentNo}` : ""}。`,
  },
  major_reported: { title: "重大事项报告", detail: (f) => `重大事项已报区政府${f.documentNo ? `，文号 ${f.documentNo}` : ""}。` },
  books_differ: { title: "账簿核对发现不一致", detail: () => "请停止支付，查看资金池页面的核对结果，查明原因后再办。" },
  transition_admitted: { title: "协议签订前的贷款已纳入", detail: () => "区政府已同意。贷款出现不良时，机构可以申请代偿。" },
  follow_up_abnormal: { title: "贷后异常情况", detail: (f) => `${f.by ?? "推荐单位"}报送：${f.text ?? ""}` },
  instruction_drawn_up: { title: "有付款指令等待复核", detail: (f) => `指令 ${f.no ?? ""}${money(f)}，请由制单人以外的人复核。` },
  instruction_ready: { title: "有付款指令等待付款", detail: (f) => `指令 ${f.no ?? ""}${money(f)}，付款后请在系统里确认。` },
  draw_applied: { title: "有额度拨付申请", detail: (f) => `指令 ${f.no ?? ""} 的专户资金不够，请审核额度拨付。` },
  draw_approved: { title: "额度拨付已同意", detail: (f) => `指令 ${f.no ?? ""}，等额度资金到专户。` },
  draw_transferred: { title: "额度资金已到专户", detail: (f) => `指令 ${f.no ?? ""} 已交开户银行付款。` },
  instruction_cancelled: { title: "付款指令已撤回", detail: (f) => `指令 ${f.no ?? ""}${money(f)} 不再付款，预留的资金已退回。` },
  instruction_lapsed: { title: "付款指令已过期", detail: (f) => `指令 ${f.no ?? ""}${money(f)} 过了预留期限没有付款，请重新制单。` },
  subsidy_paid: { title: "保费补贴已支付", detail: (f) => `风险补偿资金已支付补贴${money(f)}。` },
  policy_registered: { title: "保单已登记", detail: (f) => `保险公司登记了保单 ${f.policyNo ?? ""}，可以凭缴费凭证申请保费补贴。` },
  subsidy_filed: { title: "有保费补贴申请", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，补贴${money(f)}，请核对材料。` },
  subsidy_approved: { title: "保费补贴已同意", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，补贴${money(f)}，等待支付。` },
  subsidy_returned: { title: "保费补贴申请被退回", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，理由写在申请里，补正后可以重新提交。` },
  premium_refunded: { title: "保险公司退还了保费", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}。已付的补贴按退还的比例转回专户。` },
  refund_received: { title: "收回的补贴已到专户", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，办公室已确认到账。` },
  recoveries_published: {
    title: "追偿台账季度通报",
    detail: (f) => `${f.quarter ?? ""}：共 ${f.rows ?? "0"} 笔，累计返还 ${yuanText(f.returned ?? "0.00")} 元。`,
  },
  firm_listed: { title: "企业列入失信名单", detail: (f) => `企业和法定代表人最早可以再申请的日期：${f.firstAllowedOn ?? ""}。` },
  listing_lifted: { title: "失信名单记录已撤下", detail: (f) => `依据${f.documentNo ?? ""}，原记录保留备查。` },
  breach_determined: { title: "评级单位认定机构违规", detail: (f) => `${f.institution ?? ""}。过半数单位认定后，可以采取措施。` },
  measure_taken: {
    title: "对机构采取措施",
    detail: (f) => `${f.institution ?? ""}：${(f.what && (RUNG_WORDS[f.what] ?? MEASURE_WORDS[f.what])) ?? "见措施记录"}。`,
  },
  fund_restarted: { title: "风险补偿工作重启", detail: () => "可用资金已回到重启线。新业务可以办理，排队的代偿按先后支付。" },
};

const fileNotice = (code: string): NoticeWords | undefined => {
  const type = code as FileEventType;
  return FILE_EVENT_WORDS[type] ? { title: FILE_EVENT_WORDS[type], detail: FILE_NOTICES[type] } : undefined;
};

export const moneyNotice = (code: string): NoticeWords | undefined => FUND_NOTICES[code] ?? fileNotice(code);
