/** Leads at an institution, and why one is declined. */

import type { DECLINE_REASONS } from "../../../shared/contract/push";
import type { Tone } from "../ui/tag";

export const LEAD_WORDS: Record<"open" | "declined" | "offered" | "funded" | "closed", { says: string; tone: Tone }> = {
  open: { says: "待答复", tone: "todo" },
  declined: { says: "已婉拒", tone: "bad" },
  offered: { says: "已报价", tone: "warn" },
  funded: { says: "已放款", tone: "done" },
  closed: { says: "已结束", tone: "plain" },
};

export const DECLINE_WORDS: Record<(typeof DECLINE_REASONS)[number], string> = {
  risk_policy: "不符合本机构风险政策",
  collateral: "缺少抵质押或担保",
  cash_flow: "现金流不足以还款",
  credit_record: "信用记录有问题",
  existing_debt: "已有负债过高",
  out_of_scope: "不在本机构业务范围",
  enterprise_withdrew: "企业不再需要",
  other: "其他原因",
};
