/** Chinese for the desks of the money: vouchers, postings, payables, sanctions, reports, and what a check of the books found. */
import type { PostingRow, VOUCHER_KINDS, VoucherView } from "../../shared/contract/fund";
import type { Compared } from "../../shared/fund/audit";
import type { Tone } from "./ui/tag";

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
  clawback: "决定收回代偿",
  clawback_received: "收到收回的代偿",
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

/** What a unit may say of a claim. */
export const CLAIM_CHOICE_WORDS: Record<string, string> = { agreed: "符合代偿条件", not_agreed: "不符合代偿条件" };

/** For what an approved amount is paid. */
export const PAYS_WORDS: Record<string, string> = { compensation: "代偿", subsidy: "保费补贴" };

export const PATH_WORDS = { DIRECT: "直接支付", QUOTA: "先向财政部门申请额度" } as const;

/** On what the pause is measured. */
export const BASIS_WORDS = { gross: "按累计代偿计算", net: "按累计代偿减返还计算", balance: "按剩余资金计算" } as const;

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

export const COUNT_WORDS: Record<string, string> = { paid: "代偿", subsidised: "保费补贴", returned: "返还", written_off: "核销" };

export const RUNG_WORDS: Record<string, string> = { interview: "约谈", notice: "通报", suspend: "暂停合作" };
export const MEASURE_WORDS: Record<string, string> = { lower_ratio: "降低代偿比例", full_clawback: "全额收回代偿", terminate: "终止合作" };
export const BREACH_WORDS: Record<string, string> = {
  raise_conditions: "无故增加代偿条件",
  raise_standard: "无故提高代偿标准",
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

/** `2026-11` → `11月`, with the year under it where it begins. */
export const monthText = (month: string, first: boolean): string => {
  const [year = "", number = ""] = month.split("-");
  return `${Number(number)}月${first || number === "01" ? `\n${year}年` : ""}`;
};
/** `2026-11` → `2026年11月`. */
export const longMonthText = (month: string): string => {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
};
/** `2026Q4` → `四季度`, the year under it. */
export const shortQuarterText = (quarter: string): string => {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  return match ? `${"一二三四"[Number(match[2]) - 1]}季度\n${match[1]}年` : quarter;
};

/** What a finding is about, by the documents' words. */
export const CONDUCT_WORDS: Record<string, string> = {
  falsified: "弄虚作假",
  colluded: "与企业合谋套取",
  defrauded: "骗取贷款",
  diverted: "挪用贷款",
  evaded: "恶意逃废债务",
};
