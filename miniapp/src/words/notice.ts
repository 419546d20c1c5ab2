/** What an inbox line says, by the code of what happened: a title, then what is so now and what comes next, whoever reads. */

import type { Figures } from "../../../shared/outcome";
import type { FileEventType } from "../../../shared/process/loan-file";
import { partyName } from "../party-name";
import { payTerm } from "../term";
import { yuanText } from "../ui/money-text";
import { MEASURE_WORDS, RUNG_WORDS } from "./discipline";
import { EVENT_WORDS } from "./event";
import { factLines } from "./figure";
import { FILE_EVENT_WORDS } from "./file-event";
import { FILE_NOTICES } from "./file-notice";
import { REFUSALS } from "./refusal";
import { dayText, halfText, periodText, quarterText } from "./time";

const money = (f: Figures) => (f.amount ? ` ${yuanText(f.amount)} 元` : "");

interface NoticeWords {
  readonly title: string;
  readonly detail: (f: Figures) => string;
}

/** Notices that are no event of a case: of the fund as a whole. */
const FUND_NOTICES: Record<string, NoticeWords> = {
  fund_paused: { title: "风险补偿工作暂停", detail: () => `已达到暂停的界限。不能办的和照常办的，见资金池页面。` },
  voucher_drawn_up: { title: "有凭证等待复核", detail: () => "请由制单人以外的人复核，复核后随即入账。" },
  voucher_done: { title: "凭证已复核入账", detail: () => "余额已经更新。" },
  voucher_declined: { title: "凭证被退回", detail: () => "没有入账，理由写在凭证里。" },
  fund_step_next: {
    title: "补充资金等下一步",
    detail: (f) => `${f.amount ? `确定补充 ${yuanText(f.amount)} 元。` : ""}${f.wanted ? `下一步：${f.wanted}。` : ""}`,
  },
  half_reported: {
    title: "资金运行和追偿情况报告",
    detail: (f) =>
      `${f.batch ? halfText(f.batch) : ""}追偿和资金运行情况已报${partyName("government")}${f.documentNo ? `，文号 ${f.documentNo}` : ""}。`,
  },
  major_reported: { title: "重大事项报告", detail: (f) => `重大事项已报${partyName("government")}${f.documentNo ? `，文号 ${f.documentNo}` : ""}。` },
  books_differ: { title: "账簿核对发现不一致", detail: () => "请停止支付，查看资金池页面的核对结果，查明原因后再办。" },
  transition_admitted: {
    title: "协议签订前的贷款已纳入",
    detail: () => `${partyName("government")}已同意。贷款出现不良时，机构可以申请${payTerm()}。`,
  },
  follow_up_abnormal: { title: "贷后异常情况", detail: (f) => `${f.by ?? "推荐单位"}报送：${f.text ?? ""}` },
  allocation_drawn_up: {
    title: "年度分配方案等待审定",
    detail: (f) => `${f.claims ?? ""} 笔申请共 ${yuanText(f.asked ?? "0")} 元，拟分配${money(f)}。请同意或退回。`,
  },
  allocation_agreed: { title: "年度分配方案已同意", detail: (f) => `${f.claims ?? ""} 笔申请共同意支付${money(f)}，请办理付款。` },
  allocation_returned: { title: "年度分配方案被退回", detail: (f) => `${f.reason ?? ""}。修改后可以重新拟订。` },
  instruction_drawn_up: { title: "有付款指令等待复核", detail: (f) => `指令 ${f.no ?? ""}${money(f)}，请由制单人以外的人复核。` },
  instruction_ready: { title: "有付款指令等待付款", detail: (f) => `指令 ${f.no ?? ""}${money(f)}，付款后请在系统里确认。` },
  draw_applied: { title: "有额度拨付申请", detail: (f) => `指令 ${f.no ?? ""} 的资金不够，请审核额度拨付。` },
  draw_approved: { title: "额度拨付已同意", detail: (f) => `指令 ${f.no ?? ""}，等额度资金到账。` },
  draw_transferred: { title: "额度资金已到账", detail: (f) => `指令 ${f.no ?? ""} 已交开户银行付款。` },
  instruction_cancelled: { title: "付款指令已撤回", detail: (f) => `指令 ${f.no ?? ""}${money(f)} 不再付款，预留的资金已退回。` },
  instruction_lapsed: { title: "付款指令已过期", detail: (f) => `指令 ${f.no ?? ""}${money(f)} 过了预留期限没有付款，请重新制单。` },
  subsidy_paid: { title: "保费补贴已支付", detail: (f) => `风险补偿资金已支付补贴${money(f)}。` },
  policy_registered: { title: "保单已登记", detail: (f) => `保险公司登记了保单 ${f.policyNo ?? ""}，可以凭缴费凭证申请保费补贴。` },
  subsidy_filed: { title: "有保费补贴申请", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，补贴${money(f)}，请核对材料。` },
  subsidy_approved: { title: "保费补贴已同意", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，补贴${money(f)}，等待支付。` },
  subsidy_returned: { title: "保费补贴申请被退回", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，理由写在申请里，补正后可以重新提交。` },
  premium_refunded: { title: "保险公司退还了保费", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}。已付的补贴按退还的比例转回。` },
  refund_received: { title: "收回的补贴已到账", detail: (f) => `缴费凭证 ${f.receiptNo ?? ""}，${partyName("office")}已确认到账。` },
  recoveries_published: {
    title: "追偿台账季度通报",
    detail: (f) => `${quarterText(f.quarter ?? "")}：共 ${f.rows ?? "0"} 笔，累计返还 ${yuanText(f.returned ?? "0.00")} 元。`,
  },
  firm_listed: { title: "企业列入失信名单", detail: (f) => `企业和法定代表人最早可以再申请的日期：${dayText(f.firstAllowedOn ?? "")}。` },
  listing_lifted: { title: "失信名单记录已撤下", detail: (f) => `依据${f.documentNo ?? ""}，原记录保留备查。` },
  breach_determined: { title: "评级单位认定机构违规", detail: (f) => `${f.institution ?? ""}。过半数单位认定后，可以采取措施。` },
  measure_taken: {
    title: "对机构采取措施",
    detail: (f) => `${f.institution ?? ""}：${(f.what && (RUNG_WORDS[f.what] ?? MEASURE_WORDS[f.what])) ?? "见措施记录"}。`,
  },
  obligation_due: {
    title: "有一件事该办了",
    detail: (f) => `${f.says ?? "贷款中约定的事"}${f.due ? `，${dayText(f.due)}之前` : ""}。办完后在案件里登记。`,
  },
  npl_explained: { title: "机构报送情况说明和整改计划", detail: (f) => `${f.institution ?? ""}，文号 ${f.documentNo ?? ""}。` },
  watch_pause: {
    get title() {
      return `暂停机构的${payTerm()}`;
    },
    detail: (f) => `${f.institution ?? ""}，依据${f.documentNo ?? ""}。`,
  },
  watch_resume: {
    get title() {
      return `恢复机构的${payTerm()}`;
    },
    detail: (f) => `${f.institution ?? ""}，依据${f.documentNo ?? ""}。`,
  },
  watch_end: { title: "终止与机构的合作", detail: (f) => `${f.institution ?? ""}，依据${f.documentNo ?? ""}。已发放的贷款照旧。` },
  evaluated: { title: "年度绩效评价结果", detail: (f) => `${f.year ?? ""}年得分 ${f.score ?? ""}，依据${f.documentNo ?? ""}。` },
  liability_exempted: {
    title: "认定尽职免责",
    detail: (f) => `${f.enterprise ?? ""}的贷款损失，依据${f.documentNo ?? ""}，不再追究责任（${f.article ?? ""}）。`,
  },
  liability_found: {
    title: "认定违规造成损失",
    detail: (f) => `${f.enterprise ?? ""}的贷款，依据${f.documentNo ?? ""}，按规定处理（${f.article ?? ""}）。`,
  },
  ban_found: {
    title: "违规已查实，限制生效",
    detail: (f) => `${f.institution ?? ""}${f.says ? `，${f.says}` : ""}，认定文号 ${f.documentNo ?? ""}。`,
  },
  ban_told: { title: "违规认定告知", detail: (f) => `${f.institution ?? ""}${f.says ? `，${f.says}` : ""}，认定文号 ${f.documentNo ?? ""}。` },
  periodic_reported: { title: "收到定期报告", detail: (f) => `${f.by ?? ""}：${f.says ?? ""}${f.batch ? `，${periodText(f.batch)}` : ""}。` },
  periodic_overdue: { title: "定期报告逾期", detail: (f) => `${f.by ?? ""}还没有报${f.says ?? ""}${f.batch ? `（${periodText(f.batch)}）` : ""}。` },
  consent_given: { title: "企业授权查看数据", detail: (f) => `授权到${dayText(f.until ?? "")}，查看时写明用途。` },
  consent_withdrawn: { title: "企业收回授权", detail: () => "不能再查看这家企业的数据。" },
  partner_applied: { title: "机构申请成为合作机构", detail: (f) => `${f.institution ?? ""}的申请等初审。` },
  partner_decide: { title: "合作机构申请等审定", detail: (f) => `${f.institution ?? ""}的申请已通过初审，或还等其他单位审定。` },
  partner_sign: { title: "合作机构申请已审定", detail: (f) => `${f.institution ?? ""}，可以签订合作协议。` },
  partner_declined: { title: "合作机构申请没有通过", detail: (f) => `${f.institution ?? ""}，理由在申请里，可以重新申请。` },
  fund_restarted: { title: "风险补偿工作重启", detail: () => `已回到可以重启的界限。新业务可以办理，排队的${payTerm()}按先后支付。` },
};

const fileNotice = (code: string): NoticeWords | undefined => {
  const type = code as FileEventType;
  return FILE_EVENT_WORDS[type] ? { title: FILE_EVENT_WORDS[type], detail: FILE_NOTICES[type] } : undefined;
};

const refusalOf = (code: string) => (REFUSALS as Record<string, ((f: Figures) => string) | undefined>)[code];

/** An unknown code still reads as a sentence. */
const AMENDMENT_NOTICES: Record<string, NoticeWords> = {
  amendment_proposed: {
    title: "有一项数值或理解等您同意",
    detail: (f) => `${f.proposer ?? ""}提议改变“${f.number ?? ""}”，${dayText(f.from ?? "")}起。请由提议人以外的人同意或不同意。`,
  },
  amendment_withdrawn: { title: "一项提议已撤回", detail: (f) => `${f.proposer ?? ""}撤回了改变“${f.number ?? ""}”的提议。` },
  amendment_approved: {
    title: "您的提议已同意",
    detail: (f) => `${f.by ?? ""}同意改变“${f.number ?? ""}”，${dayText(f.from ?? "")}起生效。以前的决定不变。`,
  },
  amendment_declined: { title: "您的提议没有同意", detail: (f) => `${f.by ?? ""}不同意改变“${f.number ?? ""}”：${f.reason ?? ""}` },
};

export function noticeText(code: string, figures: Figures): { title: string; detail: string } {
  const words = FUND_NOTICES[code] ?? AMENDMENT_NOTICES[code] ?? fileNotice(code);
  const refusal = refusalOf(code);
  // An order to pay is told by its own number, in its own sentence.
  const no = /^(instruction|draw)_/.test(code) ? "" : figures.no;
  const sentence = words?.detail(figures) ?? refusal?.(figures);
  const title = words?.title ?? (EVENT_WORDS as Record<string, string>)[code] ?? (refusal ? "提醒" : "案件有新进展");
  return { title, detail: [figures.enterprise, no, ...(sentence ? [sentence] : factLines(figures))].filter(Boolean).join("，") };
}
