/** A funded loan: its stage, its class, its instalments, what is done around it. */

import type { LoanGrade } from "../../../shared/process/loan-life";
import type { LoanStage } from "../../../shared/process/loan-stage";
import { payTerm } from "../term";
import type { Tone } from "../ui/tag";

interface Shown {
  readonly says: string;
  readonly tone: Tone;
}

/** Where a funded loan is. */
export const STAGE_WORDS: Record<LoanStage, Shown> = {
  live: { says: "还款中", tone: "todo" },
  repaid: { says: "已结清", tone: "done" },
  claim: {
    get says() {
      return `${payTerm()}办理中`;
    },
    tone: "warn",
  },
  recovery: { says: "追偿中", tone: "warn" },
  recovered: { says: "已全部收回", tone: "done" },
  written_off: { says: "已核销", tone: "bad" },
};

/** The five classes; the last three are bad. */
export const GRADE_WORDS: Record<LoanGrade, Shown> = {
  normal: { says: "正常", tone: "done" },
  special_mention: { says: "关注", tone: "warn" },
  substandard: { says: "次级", tone: "bad" },
  doubtful: { says: "可疑", tone: "bad" },
  loss: { says: "损失", tone: "bad" },
};

export const INSTALMENT_WORDS: Record<"paid" | "part" | "due" | "ahead", Shown> = {
  paid: { says: "已还清", tone: "done" },
  part: { says: "还了一部分", tone: "warn" },
  due: { says: "到期未还", tone: "bad" },
  ahead: { says: "未到期", tone: "plain" },
};

/** Ways in which something around a loan is done. */
export const WAY_WORDS: Readonly<Record<string, string>> = {
  phone: "电话",
  onsite: "上门",
  restructure: "重组",
  extend: "展期",
  renew: "续贷",
  impossible: "不能盘活，写明原因",
  arbitration: "仲裁",
  litigation: "诉讼",
  enforcement_terminated: "终结执行的裁定",
  enforcement_closed: "终结本次执行的裁定",
  bankruptcy: "破产文书",
  other: "其他",
};
