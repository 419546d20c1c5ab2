/** Refusals: pushes to institutions and their leads. */

import { panelTerm, payTerm } from "../../term";
import { mark, one, type Sentences, told } from "../told";

export const PUSH = {
  push_not_ready: (f) => `还不能推送：要先有${panelTerm()}确定的风险等级和${payTerm()}比例${told(f)}。`,
  push_cooldown: (f) =>
    `两次融资没有成功，第二次推送之日起一年内不再推送${mark(f, ["blockedThrough"], "（至 ", "）")}${mark(f, ["firstAllowedOn", "firstAllowedDate"], "，最早可再推送的日子是 ", "")}。`,
  must_rereview: (f) => `上一轮融资没有成功${mark(f, ["lastFailedOn"], "（", "）")}，要先重新${panelTerm()}，才能再次推送。`,
  no_agreement: (f) =>
    `${one(f, ["institution", "name", "org"], "这家机构")}没有有效的合作协议${mark(f, ["on"], "（", "）")}。请先签订协议或换一家机构。`,
  partner_not_selected: (f) => `${one(f, ["institution", "name", "org"], "这家机构")}还没有登记选定程序、日期和文件。请先补上合法选定的依据。`,
  partner_type_mismatch: (f) => `机构类型与合作方式不符${told(f)}。请改选机构或合作方式。`,
  partner_suspended: (f) => `${one(f, ["institution", "name", "org"], "这家机构")}已被暂停合作，不能推送。`,
  preference_ignored: (f) => `有门槛更低、利率更低或有专门产品的机构没有选${told(f)}。可以继续，请写明理由。`,
  no_institution: () => "还没有选机构。请至少选择一家。",
  institution_duplicate: (f) => `同一家机构选了两次${told(f)}。请去掉重复的。`,
  lead_closed: () => "这条线索已经结束，不能再办理。",
  lead_not_yours: () => "这条线索不是推送给贵机构的。",
  push_no_response: (f) => `机构还没有答复${told(f)}。请联系机构，或按未成功处理。`,
  consent_missing: () => "还没有同意这一条。请阅读后勾选同意。",
} satisfies Sentences;
