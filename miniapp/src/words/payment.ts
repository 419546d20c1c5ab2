/** What is paid for, by which way, and how far an order or a subsidy is. */

import type { INSTRUCTION_STATUSES } from "../../../shared/contract/payment";
import type { SUBSIDY_STATUSES } from "../../../shared/contract/subsidy";
import { payTerm } from "../term";
import type { Tone } from "../ui/tag";

interface Shown {
  readonly says: string;
  readonly tone: Tone;
}

/** What a unit may say of a claim. */
export const CLAIM_CHOICE_WORDS: Record<string, string> = {
  get agreed() {
    return `符合${payTerm()}条件`;
  },
  get not_agreed() {
    return `不符合${payTerm()}条件`;
  },
};

/** For what an approved amount is paid. */
export const PAYS_WORDS: Record<string, string> = {
  get compensation() {
    return payTerm();
  },
  subsidy: "保费补贴",
};

export const PATH_WORDS = { DIRECT: "直接支付", QUOTA: "先申请额度" } as const;

export const INSTRUCTION_WORDS: Record<(typeof INSTRUCTION_STATUSES)[number], Shown> = {
  DRAWN_UP: { says: "已制单，等第二人复核", tone: "todo" },
  INSTRUCTED: { says: "已复核，等开户银行付款", tone: "todo" },
  APPLIED: { says: "已申请额度，等财政部门同意", tone: "todo" },
  FIN_APPROVED: { says: "财政部门已同意，等额度到账", tone: "todo" },
  TRANSFERRED: { says: "额度已到账，等开户银行付款", tone: "todo" },
  PAID: { says: "已付款", tone: "done" },
  CANCELLED: { says: "已撤回", tone: "plain" },
};

export const SUBSIDY_WORDS: Record<(typeof SUBSIDY_STATUSES)[number], Shown> = {
  filed: { says: "等主管部门核对", tone: "todo" },
  returned: { says: "已退回", tone: "bad" },
  approved: { says: "已同意，等支付", tone: "warn" },
  paid: { says: "已支付", tone: "done" },
};
