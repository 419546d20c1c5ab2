/** Refusals: recommendations, lists and checks of firms. */

import { recommender } from "../../doer";
import { partyName } from "../../party-name";
import { panelTerm } from "../../term";
import { FINDING_TOPIC_WORDS } from "../screening";
import { given, mark, type Sentences, told } from "../told";

const topicsText = (topics: string): string =>
  topics
    .split("、")
    .map((topic) => FINDING_TOPIC_WORDS[topic] ?? topic)
    .join("、");

export const RECOMMENDATION = {
  not_recommended: () => `这件申请还没有推荐单位采纳。要先由${recommender()}推荐。`,
  unknown_recommender: (f) => `推荐单位不在名册里${told(f)}。请联系${partyName("office")}登记。`,
  org_unknown: (f) => `单位名录里没有这家单位${given(f)}。请按名录里的全称填写，或先登记这家单位。`,
  docs_not_collected: (f) => `企业材料还没有收齐${told(f)}，不能推荐。请先退回企业补齐。`,
  no_letter: () => "没有推荐函编号。请填写本单位的推荐函编号。",
  letter_used: (f) => `推荐函编号已经用过${mark(f, ["letterNo", "given"], "：", "")}。每份推荐函只能推荐一次，请换一个编号。`,
  recommender_mismatch: (f) => `这件申请是提交给别的推荐单位的${told(f)}。请由该单位办理，或让企业改选。`,
  kpi_shortfall: (f) => `本季度推荐家数还不够${told(f)}。只作提示，不影响办理。`,
  list_stale: (f) => `这条需求本季度还没有更新${told(f)}。请联系企业核实是否仍需融资。`,
  not_screened: () => `还没有通过核查，不能排入${panelTerm()}。请先完成核查。`,
  screening_partner_missing: () => "初筛至少要有一家合作机构的意见。请等机构出具意见，或再会同一家机构。",
  screening_source_missing: (f) => `核查结果缺少来源或查询时间${told(f)}。请补上从哪里、什么时候查的。`,
  screening_finding_adverse: (f) => `核查发现问题${told(f)}。请先处理这条发现，或退回推荐单位。`,
  reason_required: () => "还没有写理由。请用一两句话写明，企业和相关单位会看到。",
  not_whitelisted: (f) => `企业当天不在白名单里${told(f)}。`,
  medium_not_whitelisted: (f) => `中型企业要在白名单里才能纳入${told(f)}。`,
  whitelist_basis: () => "没有写明推荐的评选依据。请写清按什么标准选出这家企业。",
  whitelist_review: (f) => `主管部门反馈了企业的不利情况${told(f)}，请联席会议复核是否留在白名单。`,
  target: (f) => `企业不属于担保贷款的支持对象${told(f)}。`,
  not_national_fund: () => "没有国家融资担保基金的业务编号，不能纳入担保贷款。",
  whitelist_cancelled: (f) => `企业的白名单资格已取消${told(f)}。`,
  whitelist_not_pushed: (f) => `名单要同时推送各合作银行${mark(f, ["missing"], "，还缺：", "")}。`,
  no_expert_opinion: () => "还没有评审专家的综合意见。只作提示，不影响办理。",
  check_missing: (f) =>
    f.min ? `要会同 ${f.min} 家单位，现在有 ${f.found} 家。` : `还有核查或会同意见没有记录${f.missing ? `：${topicsText(f.missing)}` : ""}。`,
  area_scope: (f) => `企业不在本部门的辖区${told(f)}，请由属地部门推荐。`,
} satisfies Sentences;
