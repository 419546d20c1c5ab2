/** What the rules found, and at which moment they were asked. */

import { panelTerm, payTerm } from "../term";

export const VERDICT_WORDS = { met: "符合", unmet: "不符合", missing: "还缺资料", warning: "请留意" } as const;

export const OUTCOME_WORDS = { eligible: "符合条件", ineligible: "不符合条件", incomplete: "资料还不全" } as const;

export const CHECKPOINT_WORDS: Record<string, string> = {
  application: "提交申请时",
  recommendation: "推荐时",
  screening: "核查时",
  get review() {
    return `${panelTerm()}时`;
  },
  push: "推送时",
  disbursement: "放款时",
  registration: "备案时",
  get claim() {
    return `申请${payTerm()}时`;
  },
};
