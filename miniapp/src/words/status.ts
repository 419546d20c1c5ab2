/** How far a case is before the loan, and what tier it got. */

import type { CaseStatus } from "../../../shared/process/status";
import { approvalTerm, panelTerm } from "../term";
import type { Tone } from "../ui/tag";

/** Beside an open case to which nothing happened in this quarter (the list is kept up to date). */
export const STALE_WORDS = "本季度未更新";

/** What a case waits for, and how it looks in a list. */
export const STATUS_WORDS: Record<CaseStatus, { says: string; tone: Tone }> = {
  draft: { says: "填写中", tone: "plain" },
  recommend: { says: "待推荐", tone: "todo" },
  check: { says: "待核查", tone: "todo" },
  check_open: { says: "核查中", tone: "todo" },
  ballot: {
    get says() {
      return `待${panelTerm()}`;
    },
    tone: "todo",
  },
  ballot_scheduled: { says: "已排入会议", tone: "todo" },
  ballot_open: { says: "表决中", tone: "warn" },
  approve: {
    get says() {
      return `待${approvalTerm()}`;
    },
    tone: "todo",
  },
  publish: { says: "公示中", tone: "todo" },
  push: { says: "待推送", tone: "todo" },
  push_open: { says: "已推送，等机构答复", tone: "todo" },
  loan: { says: "待登记放款", tone: "todo" },
  register: { says: "待备案", tone: "todo" },
  cooling: { says: "暂停推送一年", tone: "bad" },
  funded: { says: "已放款", tone: "done" },
  not_supported: { says: "不予支持", tone: "bad" },
  withdrawn: { says: "已撤回", tone: "plain" },
};

export const TIER_WORDS: Record<string, string> = { high: "高风险", medium: "中风险", low: "低风险", not_supported: "不予支持" };
