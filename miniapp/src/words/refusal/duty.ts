/** Refusals: what has to be done around a loan, in its order and by its day. */

import { mark, type Sentences, told } from "../told";

export const DUTY = {
  not_filed: () => "逾期后没有备案，不能申请。请先备案。",
  filing_late: (f) => `备案晚于期限${mark(f, ["due"], "（", "）")}。照常办理，供分配时参考。`,
  disposal_order: () => "要先采取重组、展期、续贷等措施，或写明不能采取的理由，再清收。",
  obligation_order: () => "这件事要在前一件办完之后办。",
  claim_precondition: (f) => `申请之前该办的事还没有办${told(f)}。请先补上记录。`,
  obligation_overdue: (f) => `这件事已过期限${mark(f, ["due"], "（", "）")}。请尽快办理。`,
  notice_missed: (f) => `到期前的还款通知没有按时送达${mark(f, ["due"], "（", "）")}。`,
  approval_before_filing: (f) => `尽职调查、报备、审批的先后不对${told(f)}。`,
  disburse_notice_overdue: (f) => `放款之后没有按时书面通知${mark(f, ["due"], "（", "）")}。`,
  reminder_missed: (f) => `到期提醒没有按时送达${mark(f, ["due"], "（", "）")}。`,
  no_measures: (f) => `贷款逾期后还没有提出应对措施${mark(f, ["due"], "（", "）")}。`,
  collection_required: (f) => `催收的次数还不够${told(f)}，不能申请扣划。`,
  litigation_open: (f) => `追偿没有结果，还没有提起诉讼${mark(f, ["due"], "（", "）")}。`,
  no_followup: (f) => `本季度还没有贷后跟踪记录${told(f)}。请推荐单位补上。`,
} satisfies Sentences;
