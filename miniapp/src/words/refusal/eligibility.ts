/** Refusals: whether a firm may come in. */

import type { Figures } from "../../../../shared/outcome";
import { percentText } from "../../ui/money-text";
import { DRAFT_WORDS } from "../draft";
import { given, mark, type Sentences, told } from "../told";

/** How many people and what share of them a firm has, against what the document asks. */
const staffed = ({ staff, atLeast, ratio = "—", localRatio }: Figures): string => {
  const people = staff ? [`每月在岗 ${staff} 人${atLeast ? `，要求每月不少于 ${atLeast} 人` : ""}`] : [];
  const share = ratio === "—" ? [] : [`本地员工占 ${percentText(ratio)}${localRatio ? `，要求不低于 ${percentText(localRatio)}` : ""}`];
  return people.length + share.length ? `（${[...people, ...share].join("；")}）` : "";
};

export const ELIGIBILITY = {
  not_local: (f) => `企业不在本区登记注册${told(f)}。只有在本区登记的企业可以申请。`,
  not_existing: (f) => `企业目前不是存续状态${told(f)}。请先恢复正常登记。`,
  no_project: () => "还没有写明具体的经营项目。请用一两句话说明做什么、在哪里做、现在做到哪一步。",
  not_sme: (f) => `按中小企业划型标准，企业属于大型，不在支持范围${told(f)}。请核对人数、收入和资产是否填对。`,
  size_inputs_missing: (f) =>
    f.missing === "industry"
      ? "判断企业规模要先选所属行业。请在“企业情况”里选择。"
      : `判断企业规模还缺${mark(f, ["missing"], "：", "")}${mark(f, ["industry"], "（行业：", "）")}。请在“经营数据”里补上。`,
  dishonest_enterprise: (f) => `企业被列为失信被执行人${told(f)}，不能申请。请先履行义务、移出名单。`,
  dishonest_legalrep: (f) => `法定代表人被列为失信被执行人${told(f)}，不能申请。请先履行义务、移出名单。`,
  major_violation: (f) => `申报日前两年内有重大违法、违规或失信行为${told(f)}，不能申请。满两年后可以再申请。`,
  not_focus_sector: () => "企业不在六个重点领域内。可以继续，但推荐单位要写明推荐理由，同等条件下重点领域优先。",
  no_focus_profile: () => "没有选择高成长性、未来产业或成熟期暂时困难中的任何一类。可以继续，选上并写明依据有助于优先。",
  need_over_cap: (f) =>
    `融资需求${mark(f, ["need", "amount", "given"], " ", "")}超过上限${mark(f, ["limit", "cap", "max"], " ", "")}。请把金额改到上限以内（含上限）。`,
  need_invalid: (f) => `融资需求没有看懂${given(f)}。请填大于 0、最多两位小数的金额，单位是元。`,
  one_loan_only: (f) => `同一企业只能通过本机制获得一次贷款${told(f)}。这家企业已经用过。`,
  affiliate_used: (f) =>
    `关联企业${mark(f, ["name", "enterprise"], "“", "”")}已通过本机制获得贷款${mark(f, ["path"], "，关联关系：", "")}${mark(f, ["disbursedOn"], "（放款日期 ", "）")}。关联企业不能再申请。`,
  affiliate_suspected: (f) => `可能与已用过本机制的企业有关联${told(f)}。请办公室核实后再办理。`,
  excluded_industry: (f) => `经营项目属于金融、类金融或房地产${told(f)}，不在支持范围。`,
  obsolete_process: (f) => `生产工艺或设备在本市淘汰退出目录内${told(f)}，不在支持范围。`,
  doc_missing: (f) =>
    `还缺材料${mark(f, ["missing", "kind", "document", "papers"], "：", "")}${mark(f, ["years", "year", "fiscalYear"], "（", " 年度）")}。请在“上传材料”里补上。`,
  young_enterprise: (f) => `企业成立不满两年，没有两个完整年度的报表${told(f)}。可以继续，由办公室人工核实。`,
  blacklisted: (f) => `企业或法定代表人因失信行为被限制申请${told(f)}。请在限制期满后再申请。`,
  fact_missing: (f) => `还没有填${DRAFT_WORDS[f.field ?? ""] ?? "判断所需的资料"}${told(f)}，填好就能看到结果。`,
  not_small_micro: (f) => `企业不是小型或微型${told(f)}，不在支持范围。`,
  not_in_directory: (f) => `没有在新型农业经营主体名录里查到${told(f)}。请核对入库日期。`,
  reg_under_1y: (f) => `企业登记注册还不满规定年限${told(f)}。`,
  bad_record: () => "企业有不良信用或违规违法记录，不符合准入条件。",
  cashflow: () => "企业没有稳定的现金流，不符合准入条件。",
  tax: () => "企业纳税状况不正常，不符合准入条件。",
  main_business: () => "企业主营业务不突出，不符合准入条件。",
  contract_mismatch: (f) => `订单和合同与贷款金额不匹配，或贸易背景没有核实${told(f)}。`,
  risk_event: () => "企业或实际控制人涉及重大舆情、环保等风险事件，不符合准入条件。",
  equity_dispute: () => "企业股权不清晰或有权属纠纷，不符合准入条件。",
  repay_source: () => "没有写明可靠的还款来源，不符合准入条件。",
  excluded_field: (f) => `企业涉足不支持的领域${told(f)}。`,
  employment: (f) => `稳定就业人数和本地员工比例都没有达到要求${staffed(f)}。`,
} satisfies Sentences;
