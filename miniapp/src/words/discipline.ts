/** Misconduct, what is found of it, what is done about it, and how an institution is watched. */

import { payTerm } from "../term";

/** What is done about an institution that is watched. */
export const WATCH_WORDS: Record<string, string> = {
  figures: "录入数字",
  explain: "报送情况说明和整改计划",
  get pause() {
    return `暂停${payTerm()}`;
  },
  get resume() {
    return `恢复${payTerm()}`;
  },
  end: "终止合作",
};

export const RUNG_WORDS: Record<string, string> = { interview: "约谈", notice: "通报", suspend: "暂停合作" };

export const MEASURE_WORDS: Record<string, string> = {
  get lower_ratio() {
    return `降低${payTerm()}比例`;
  },
  get full_clawback() {
    return `全额收回${payTerm()}`;
  },
  terminate: "终止合作",
};

export const BREACH_WORDS: Record<string, string> = {
  get raise_conditions() {
    return `无故增加${payTerm()}条件`;
  },
  get raise_standard() {
    return `无故提高${payTerm()}标准`;
  },
  raise_rate: "无故提高贷款利率",
  collusion: "与企业串通骗取贷款或保险",
  other: "其他违反协议的行为",
};

export const MISCONDUCT_WORDS: Record<string, string> = {
  not_recommended: "应推荐没有推荐",
  poor_vetting: "审核把关不严",
  no_followup: "贷后跟踪不到位",
  late_feedback: "发现问题没有及时反馈",
};

/** What a finding is about, by the documents' words. */
export const CONDUCT_WORDS: Record<string, string> = {
  falsified: "弄虚作假",
  colluded: "与企业合谋套取",
  defrauded: "骗取贷款",
  diverted: "挪用贷款",
  evaded: "恶意逃废债务",
};

/** What has to be found before nobody answers for a loss. */
export const GROUND_WORDS: Record<string, string> = {
  procedure: "程序合规",
  due_diligence: "调查尽职",
  proper_operation: "操作规范",
};

/** What somebody may answer for. */
export const LIABLE_WORDS: Record<string, string> = {
  violation: "违反规定",
  dereliction: "失职渎职",
  fraud: "弄虚作假",
};
