/** Refusals: money that several pay in, that lies with banks, and that is filled up again. */

import { payTerm } from "../../term";
import { mark, type Sentences, told } from "../told";

export const POOL = {
  source_unknown: (f) => `不是资金池的出资方${told(f)}。`,
  injection_low: (f) => `出资低于一般标准${told(f)}，请写明困难情况。`,
  injection_floor: (f) => `出资低于最低标准${told(f)}，不能减少到这个数。`,
  injection_overdue: (f) => `出资期限已过，还没有到齐${told(f)}。`,
  replenish_due: (f) => `${payTerm()}之后应补充的资金还没有到账${told(f)}。`,
  replenish_low: (f) => `补充的资金不够${told(f)}，补充后不能低于最低出资标准。`,
  topup_state: (f) => `资金补充的步骤不对${mark(f, ["wanted"], "，下一步是：", "")}。`,
  topup_trigger: (f) => `未追回的${payTerm()}达到资金池的界限${told(f)}，应报请研究补充资金。`,
  initial_deposit_missing: (f) => `协议签订后还没有存入首笔风险补偿金${told(f)}。`,
  topup_overdue: (f) => `应补存的风险补偿金已过期限${told(f)}。请尽快补足。`,
  exit_return_overdue: (f) => `合作结束后风险补偿金没有按时转回${told(f)}。`,
  debit_early: (f) => `本金逾期的天数还不够${told(f)}，暂时不能扣划。`,
  debit_amount: (f) => `扣划的金额超过资金池应承担的部分${told(f)}。`,
  debit_notice_overdue: (f) => `扣划之后没有按时书面告知${mark(f, ["due"], "（", "）")}。`,
  contribution_missing: (f) => `放款前该交的保证金还没有交足${told(f)}。`,
} satisfies Sentences;
