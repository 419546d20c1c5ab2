/** Refusals: joint review, the vote and the approval. */

import { approver } from "../../doer";
import { panelTerm, payTerm } from "../../term";
import { given, mark, one, type Sentences, told } from "../told";

export const REVIEW = {
  panel_incomplete: (f) => `${panelTerm()}单位不全${mark(f, ["missing"], "，还缺：", "")}。请补上再开始。`,
  panel_even: (f) => `${panelTerm()}单位是${mark(f, ["units"], " ", " 家，")}双数，不能表决。参加单位必须是单数，请增加或减少一家。`,
  delegate_invalid: (f) =>
    `${one(f, ["unit"], "这家单位")}的委派人不合要求${mark(f, ["title"], "（职务：", "）")}。请委派一名${one(f, ["allowed"], "业务主管或业务科室负责人")}。`,
  delegate_duplicate: (f) => `${one(f, ["unit"], "同一家单位")}只能委派一人。请去掉重复的。`,
  unit_not_on_panel: () => `您的单位不在这件案件的${panelTerm()}名单里，不能投票。`,
  unit_recused: () => "您的单位已经回避，不能投票。",
  unit_already_voted: () => "您的单位已经投过票。一个单位一票，投出后不能更改。",
  ballot_incomplete: () => "选票还没有填完整。请选择一个等级，并写明理由。",
  ballot_choice_invalid: (f) => `这个选项不在本轮选项里${told(f)}。请从列出的选项中选择。`,
  ballots_missing: (f) => `还有单位没有投票${mark(f, ["units", "missing"], "：", "")}。全部投票后才能结束表决。`,
  no_majority: (f) => `没有哪个选项超过半数${told(f)}。请在票数最多的两项之间再投一次，系统不会代选。`,
  review_incomplete: (f) => `${panelTerm()}记录还不完整${told(f)}。支持谁、${payTerm()}比例、由谁负责追偿三项都要写明。`,
  review_not_open: () => "表决还没有开始，或已经结束。",
  review_already_open: () => `表决已经开始，不能再改动${panelTerm()}单位。`,
  review_overdue: (f) => `本季度有待审案件还没有开会${told(f)}。原则上每季度开一次${panelTerm()}会议。`,
  tier_invalid: (f) => `风险等级只有高、中、低三等${given(f)}。请重新选择。`,
  ratio_mismatch: (f) => `${payTerm()}比例与风险等级不一致${told(f)}。请按等级填写。`,
  meeting_missing: () => "没有找到这次会议。请先召集会议。",
  meeting_not_today: (f) => `会议不在今天${mark(f, ["heldOn", "on"], "，定在 ", "")}。请在会议当天开始表决。`,
  gov_approval_required: () => `这件案件要先经${approver()}同意，才能推送。`,
  high_quota_used: (f) =>
    `${mark(f, ["year"], "", " 年")}企业名额已用完${f.used && f.max ? `（已用 ${f.used} 家，最多 ${f.max} 家）` : told(f)}。请等名额释放或下一年度再办理。`,
  document_no_required: () => `还没有填文号。请填写文件上的文号。`,
} satisfies Sentences;
