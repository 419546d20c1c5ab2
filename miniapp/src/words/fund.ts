/** The books of the fund: vouchers, postings, the pause, what a check of the books compares. */

import type { PostingRow, VOUCHER_KINDS, VoucherView } from "../../../shared/contract/fund";
import type { Compared } from "../../../shared/fund/audit";
import { payTerm } from "../term";
import type { Tone } from "../ui/tag";

interface Shown {
  readonly says: string;
  readonly tone: Tone;
}

export const VOUCHER_WORDS: Record<(typeof VOUCHER_KINDS)[number], string> = {
  open: "建账",
  movement: "资金收支",
  reverse: "冲正",
  opening: "期初导入",
  undo_opening: "撤销期初导入",
  get clawback() {
    return `决定收回${payTerm()}`;
  },
  get clawback_received() {
    return `收到收回的${payTerm()}`;
  },
};

export const VOUCHER_STATUS_WORDS: Record<VoucherView["status"], Shown> = {
  drawn_up: { says: "等复核", tone: "todo" },
  done: { says: "已入账", tone: "done" },
  declined: { says: "已退回", tone: "bad" },
};

export const POSTING_WORDS: Record<PostingRow["type"], Shown> = {
  reserved: { says: "预留", tone: "todo" },
  posted: { says: "入账", tone: "done" },
  voided: { says: "预留已撤销", tone: "plain" },
  expired: { says: "预留已过期", tone: "warn" },
};

export const SIDE_WORDS = { debit: "借", credit: "贷" } as const;

/** On what the pause is measured. */
export const BASIS_WORDS = {
  get gross() {
    return `按累计${payTerm()}计算`;
  },
  get net() {
    return `按累计${payTerm()}减返还计算`;
  },
  balance: "按剩余资金计算",
} as const;

export const BREAKER_WORDS: Record<"ACTIVE" | "PAUSED", Shown> = {
  ACTIVE: { says: "正常办理", tone: "done" },
  PAUSED: { says: "已暂停", tone: "bad" },
};

export const CHANGE_WORDS: Record<string, string> = { PAUSED: "暂停", ACTIVE: "重启" };

/** What has to be told to the government at once. */
export const MAJOR_WORDS: Record<string, string> = {
  fund_paused: "风险补偿工作暂停",
  fund_restarted: "风险补偿工作重启",
  books_differ: "账簿核对发现不一致",
};

export const COUNT_WORDS: Record<string, string> = {
  get paid() {
    return payTerm();
  },
  subsidised: "保费补贴",
  returned: "返还",
  written_off: "核销",
};

/** What a check of the books compares. */
export const CHECKED_WORDS: Record<Compared | "chain" | "commitment" | "ceiling" | "case", string> = {
  balance: "账户余额",
  of_balance: "明细余额",
  held: "预留金额",
  count: "累计数",
  day: "每日合计",
  trial: "借贷平衡",
  breaker: "暂停与重启",
  queue: "排队顺序",
  payable: "应付款",
  chain: "记录链条",
  commitment: "在贷承诺",
  ceiling: "计入支付上限的数额",
  case: "案件记录",
};
