/** Refusals: institutions: who may take part, how they are watched. */

import { payTerm } from "../../term";
import { mark, type Sentences, told } from "../told";

export const PARTNER = {
  partner_type: (f) => `这家机构不属于可以合作的类型${told(f)}。`,
  guarantor_region: (f) => `担保机构不在规定的区域内${told(f)}。`,
  partner_disqualified: (f) => `这家机构已取消合作资格${told(f)}。`,
  partner_banned: (f) => `这家机构在禁止申请的期限内${told(f)}。`,
  bank_terminated: (f) => `这家银行的不良贷款率超过界限${told(f)}，不能再发放新贷款；已发放的贷款照旧。`,
  bank_app_incomplete: (f) => `机构的申请材料不全${mark(f, ["missing"], "，还缺：", "")}。`,
  bank_select: (f) => `合作机构的选定还没有走完程序${mark(f, ["missing"], "，还缺：", "")}。`,
  agreement_exceeds_plan: (f) => `协议约定的比例高于方案规定${told(f)}。请改到规定以内。`,
  agreement_incomplete: (f) => `协议内容不全${told(f)}。责任义务、${payTerm()}与追偿、合作时限都要写明。`,
  agreement_term: (f) => `协议期限超过一般年限${told(f)}，要写明理由。`,
  party_missing: (f) => `这笔贷款缺少参与方${told(f)}。银行和担保公司都要有。`,
  npl_avg: (f) => `不良贷款率达到全市平均水平${told(f)}，提示风险。`,
  npl_over_5: (f) => `不良贷款率超过界限${told(f)}。请报送情况说明和整改计划。`,
  pause_not_allowed: (f) => `没有达到可以暂停的条件${told(f)}。`,
  resume_not_allowed: (f) => `还不能恢复${told(f)}。不良贷款率要降到界限以下，并有决定。`,
  partner_paused: (f) => `这家机构的${payTerm()}已暂停${told(f)}。`,
} satisfies Sentences;
