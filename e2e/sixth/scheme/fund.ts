/** 青溪's money in three layers: each firm's own deposit, the mutual deposits of all, public money; paid from in this order, given back by what each gave. */
import { cite } from "../../../shared/citation";
import { type Chart, soundChart } from "../../../shared/fund/chart";
import type { FundRules } from "../../../shared/fund/fund";
import type { Shares } from "../../../shared/fund/sharing";
import {
  contributionParts,
  fundSize,
  pauseBasis,
  pauseCrossing,
  pauseOf,
  pauseOverride,
  pauseRatio,
  pauseScope,
  pauseSubsidy,
  yearMost,
} from "./parameters";

const PUBLIC = cite("第三条", "QX-003");
const PAY_IN = cite("第四条", "QX-004");
const PARTS = cite("第四条", "QX-005");
const LAYERS = cite("第九条", "QX-011");
const RETURN = cite("第十二条", "QX-015");
const WRITE_OFF = cite("第十三条", "QX-017");
const REFUND = cite("第七条", "QX-019", "QX-023");
const TWO = { needsCase: true, persons: 2 } as const;
const ONE = { needsCase: true, persons: 1 } as const;
const WHOLE = { needsCase: false, persons: 2 } as const;

/** What a firm pays in: the part that stays its own, and the part that is everybody's. The parties are the chart's accounts. */
export const paidIn: Shares = { kind: "shares", id: "paid_in", says: "企业保证金和互助金", among: contributionParts, cites: PARTS };

const accounts: Chart["accounts"] = [
  { id: "own", says: "企业保证金", cites: PARTS, grows: "debit", per: "enterprise", short: "fund_insufficient", holds: "cash" },
  { id: "mutual", says: "互助金", cites: PARTS, grows: "debit", short: "fund_insufficient", holds: "cash" },
  { id: "public", says: "县财政资金", cites: PUBLIC, grows: "debit", short: "fund_insufficient", holds: "cash" },
  { id: "compensation", says: "已支付待追偿", cites: LAYERS, grows: "debit", per: "claim", short: "return_over_paid" },
  { id: "written_off", says: "已核销", cites: WRITE_OFF, grows: "debit", per: "claim", short: "return_over_paid" },
  { id: "committed", says: "在保承诺", cites: LAYERS, grows: "debit", per: "loan", short: "balance_below_zero" },
  { id: "commitment", says: "承诺对应", cites: LAYERS, grows: "credit" },
  { id: "depositors", says: "企业缴存的保证金", cites: PARTS, grows: "credit", per: "enterprise" },
  { id: "members", says: "企业缴入的互助金", cites: PARTS, grows: "credit", per: "enterprise" },
  { id: "treasury", says: "县财政出资", cites: PUBLIC, grows: "credit", holds: "capital" },
  { id: "income", says: "利息收益", cites: PARTS, grows: "credit" },
];

const reasons: Chart["reasons"] = [
  { id: "deposit", says: "县财政出资到账", cites: PUBLIC, debits: ["public"], credits: ["treasury"], ...WHOLE },
  {
    id: "contribution",
    says: "企业缴款",
    cites: PAY_IN,
    debits: ["own", "mutual"],
    credits: ["depositors", "members"],
    parts: paidIn,
    by: ["manager"],
    ...WHOLE,
  },
  {
    id: "contribution_return",
    says: "退还企业保证金",
    cites: REFUND,
    debits: ["depositors"],
    credits: ["own"],
    by: ["manager"],
    ...WHOLE,
  },
  { id: "interest", says: "利息转入互助金", cites: PARTS, debits: ["mutual"], credits: ["income"], by: ["manager"], ...WHOLE },
  {
    id: "compensation",
    says: "补偿支付",
    cites: LAYERS,
    debits: ["compensation"],
    credits: ["own", "mutual", "public"],
    ...TWO,
    payable: "settles",
    counts: "paid",
  },
  {
    id: "recovery_return",
    says: "追偿分回",
    cites: RETURN,
    debits: ["own", "mutual", "public"],
    credits: ["compensation", "written_off"],
    spread: "as_paid",
    ...TWO,
    counts: "returned",
  },
  { id: "write_off", says: "核销", cites: WRITE_OFF, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
  { id: "commit", says: "承诺增加", cites: LAYERS, debits: ["committed"], credits: ["commitment"], ...ONE },
  { id: "release", says: "承诺减少", cites: LAYERS, debits: ["commitment"], credits: ["committed"], ...ONE },
];

export const fund: FundRules = {
  size: fundSize,
  tranches: [{ says: "县财政出资", initial: fundSize, reason: "deposit" }],
  chart: soundChart({ cites: cite("第三条", "QX-003"), accounts, reasons }),
  payment: {
    direct: LAYERS,
    limited: LAYERS,
    instructedBy: ["manager"],
    paidBy: { kinds: ["account_bank"], cites: PUBLIC },
  },
  limits: [
    {
      id: "year",
      says: "一年内支付的上限",
      per: "year",
      at: yearMost,
      code: "annual_cap",
      cites: cite("第十一条", "QX-014"),
    },
  ],
  breaker: {
    size: fundSize,
    pause: {
      share: { ratio: pauseRatio, of: pauseOf },
      basis: pauseBasis,
      includesSubsidy: pauseSubsidy,
      scope: pauseScope,
      stops: ["check", "loan"],
      override: pauseOverride,
      crossing: pauseCrossing,
      cites: cite("第十四条", "QX-018"),
    },
    restart: { cites: cite("第十四条", "QX-018") },
  },
  exposure: LAYERS,
};
