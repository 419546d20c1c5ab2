/** Refusals: the ledger and payments out of it. */

import type { Figures } from "../../../../shared/outcome";
import { partyName } from "../../party-name";
import { panelTerm, payTerm } from "../../term";
import { yuanText } from "../../ui/money-text";
import { given, mark, type Sentences, told } from "../told";

/** What came in against what the document asks, or a sum against the fund's size. */
const sums = ({ paidIn, asked, sum, size }: Figures): string => {
  if (paidIn && asked) return `（填写 ${yuanText(paidIn)} 元，规定 ${yuanText(asked)} 元）`;
  return sum && size ? `（合计 ${yuanText(sum)} 元，资金规模 ${yuanText(size)} 元）` : "";
};

/** What was given is a sum here, and read as one. */
const asAmount = ({ given: sum, ...f }: Figures): Figures => (sum === undefined ? f : { amount: sum, ...f });

export const FUND = {
  fund_use_forbidden: (f) => `风险补偿资金不能这样使用${told(f)}。只能按文件列明的事由使用。`,
  loan_not_repaid: (f) => `这家企业还有 ${f.outstanding} 元贷款没有还清，还清以后才能退还它缴存的钱。`,
  account_mismatch: (f) => `账户或明细对不上${told(f)}。请核对后重新填写。`,
  transfer_unbalanced: (f) => `这笔账借贷不平${told(f)}。请核对金额。`,
  balance_below_zero: (f) => `余额不足，不能记这笔账${told(f)}。`,
  fund_insufficient: (f) => `资金不足${told(f)}，以账上现有的为限。请核对可用余额。`,
  quota_exceeded: (f) => `申请的额度超过未拨额度${told(f)}。`,
  quota_without_claim: (f) => `额度只能为已同意的${payTerm()}或补贴拨付${told(f)}。请先办完同意手续。`,
  paid_twice: () => "这笔款已经支付，或已有支付指令，不能再付一次。",
  same_person: () => "经办和复核不能是同一个人。请换一个人复核。",
  second_person_missing: () => "这件事要两个人办。请由另一个人复核。",
  case_required: () => "这笔账要写明是哪一件案件。",
  transfer_not_reserved: () => "这笔款没有处在待支付状态，可能已经支付或撤销。请刷新后再看。",
  reservation_expired: (f) => `预留的资金已过期${mark(f, ["until"], "（", "）")}。请重新开具支付指令。`,
  already_reversed: () => "这笔账已经冲正，不能再冲一次。",
  reverse_with_case: (f) => `${mark(f, ["reason"], "“", "”")}随案件或期初导入一起入账，不能单独冲正。请在案件里办理，或撤销整个导入。`,
  opening_moved: (f) => `导入之后已经在它上面办过业务${told(f)}，不能整体撤销。请在案件里逐件更正。`,
  range_too_wide: (f) => `这段时间的记录太多${told(f)}，一次导不完。请缩短日期范围，分几次导出。`,
  fund_sum_mismatch: (f) => `各部分资金相加不等于资金规模${sums(f)}。请核对。`,
  fund_source: (f) => `转入的资金与规定数额不一致${sums(f)}。请附上调整依据的文号。`,
  exposure_over: (f) => `如果在保贷款全部出险，资金不够${payTerm()}${told(f)}。请在${panelTerm()}和推送前留意。`,
  scheme_paused: () => `已达到暂停的界限，风险补偿工作暂停，这件事现在不能办。申请照常受理、核查；确需支付的，请附${partyName("government")}文件。`,
  queue_order: () => "前面还有暂停期间排队的款项没有支付。请按先后顺序办理。",
  path_wrong: (f) => `账户余额有变化，支付方式要重新计算${told(f)}。请重新开具支付指令。`,
  quota_state: () => "支付指令现在不能办这一步。请按申请、同意、拨付、支付的顺序办理。",
  amount_mismatch: (f) => `金额与应有的数额不一致${told(asAmount(f))}，没有办理。请核对。`,
  invest_type: (f) => `资金不能存放在这类产品${given(f)}。`,
  invest_forbidden: (f) => `禁止的投资${given(f)}。`,
  mgmt_fee_over: (f) => `管理费超过上限${told(f)}。`,
  audit_cost_outside: (f) => `审计费用超出管理费${told(f)}。`,
} satisfies Sentences;
