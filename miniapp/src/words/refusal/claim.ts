/** Refusals: claims, what is paid for them, and budgets. */

import { consenter } from "../../doer";
import { partyName } from "../../party-name";
import { GUARANTOR_PAYS, payTerm } from "../../term";
import { percentText } from "../../ui/money-text";
import { dayText, halfText } from "../time";
import { given, mark, type Sentences, told } from "../told";

export const CLAIM = {
  claim_invalid: (f) => `不良贷款认定申请不完整或与贷款记录不一致${told(f)}。请核对五级分类、逾期天数、机构函件和未还本金。`,
  claim_not_in_batch: (f) => (f.batch ? `${halfText(f.batch)}没有可以分配的申请。` : "这笔申请还没有列入本期的集中核查，不能上报或支付。"),
  claim_panel_mismatch: (f) =>
    `核查单位要与评级时一致${mark(f, ["missing"], "，还缺：", "")}${mark(f, ["extra"], "，多出：", "")}。单位合并或更名的请登记承接单位。`,
  claim_late: (f) => `贷款转为不良后还没有报送${payTerm()}申请${mark(f, ["due"], "（最晚 ", "）")}。请尽快报送。`,
  batch_overdue: (f) => `上一期的申请还没有核查完${mark(f, ["batch"], "（", "）")}。请尽快安排。`,
  gov_consent_required: () => `还没有${consenter()}同意，不能支付。`,
  npl_proof: (f) => `不良认定的证明不符合要求${told(f)}。要有盖章的信用报告，分类为次级、可疑或损失。`,
  not_npl: (f) => `贷款还没有进入不良${told(f)}，不能申请。`,
  not_compensated: () => `担保公司还没有${GUARANTOR_PAYS}，不能申请。请附${GUARANTOR_PAYS}凭证。`,
  guarantor_late: (f) => `担保公司${GUARANTOR_PAYS}晚于期限${told(f)}。`,
  guarantor_review: (f) => `担保公司在期限当天${GUARANTOR_PAYS}${told(f)}，要由人工核定。`,
  band_input: (f) => `不良本金大于贷款金额，或没有贷款金额${told(f)}。请核对。`,
  band_split: (f) => `一年内给同一企业的贷款合计超过本档${told(f)}。只作提示，供分配时参考。`,
  band_missing: () => `这个贷款规模的${payTerm()}比例还没有设定，不能计算。`,
  ratio_over_80: (f) => `设定的${payTerm()}比例超过上限${told(f)}。`,
  full_cover: (f) => `不能设定全额${payTerm()}${told(f)}，损失要由各方共担。`,
  base: (f) => `担保公司自己承担的损失大于整笔损失${told(f)}，里面不能算上国家、省级和银行承担的部分。`,
  bank_not_eligible: () => `担保贷款只${payTerm()}担保公司自己承担的损失，银行承担的部分不${payTerm()}。`,
  equity_not_open: () => "股权投资的风险补偿还没有开始试点，暂不办理。",
  share_sum: (f) =>
    `各方分担比例合计不是 100%${f.given?.includes("+") ? `（您填的是 ${f.given.split("+").map(percentText).join("、")}）` : given(f)}。`,
  no_loss: () => `没有损失，不需要${payTerm()}。`,
  alloc_state: (f) => {
    if (f.batch && f.until) return `${halfText(f.batch)}还没有结束，${dayText(f.until)}以后才能汇总、拟订分配方案。`;
    if (f.most) return `一份分配方案最多 ${f.most} 笔申请，现在有 ${f.claims ?? ""} 笔。`;
    if (f.wanted === "PLAN") return `“${f.status ?? ""}”随年度分配方案一并办理，不单独办理。`;
    if (f.claims && f.wanted) return `还有 ${f.claims} 笔申请没有走到“${f.wanted}”，要等它们一并列入。`;
    return `分配方案还没有走到这一步${told(f)}。`;
  },
  nothing_due: (f) => `按今天计算没有可付的金额${mark(f, ["limitOf"], "：", " 0 元")}。`,
  annual_cap: (f) => `超过当年的支付上限${told(f)}。`,
  fund_total_exceeded: (f) => `超过资金的总规模${told(f)}。`,
  no_budget: () => "当年没有安排预算，不能支付。",
  budget_exceeded: (f) => `超过当年的预算总额${told(f)}。`,
  approval_missing: () => "还没有主管部门的审核同意，不能支付。",
  reward_rate_missing: () => "业务奖励的比例或分档还没有设定，不能计算。",
  evaluation_missing: (f) => `还没有当年的绩效评价结果${told(f)}，不能计算奖励。`,
  payee_wrong: (f) => `收款单位不对${told(f)}。银行直接贷款付给银行，担保贷款付给担保公司。`,
  transition_no_gov_consent: () => `协议签订前的业务，要有${partyName("government")}同意的文件才能纳入。请先补上文件。`,
} satisfies Sentences;
