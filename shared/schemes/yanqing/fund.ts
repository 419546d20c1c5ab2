/** 延庆's fund: cash in one account, a quota that finance keeps, what may be booked and why, who pays, when it pauses. */
import { cite } from "../../citation";
import { soundChart } from "../../fund/chart";
import type { FundRules } from "../../fund/fund";
import {
  accountInitial,
  fundTotal,
  pauseBasis,
  pauseCrossing,
  pauseOverride,
  pauseScope,
  pauseSubsidy,
  pauseThreshold,
  quotaCeiling,
  quotaNeed,
  restartMeasure,
  restartThreshold,
} from "./fund-parameters";

const LIMITED = cite("一（一）", "YQ-006");
const CLOSED = cite("二（二）3", "YQ-031");
const COMPENSATION = cite("三（六）", "YQ-074");
const RETURN = cite("三（七）2", "YQ-079");
const WRITE_OFF = cite("三（七）4", "YQ-082", "YQ-083");
const CLAWBACK = cite("四（二）", "YQ-093");
const TWO = { needsCase: true, persons: 2 } as const;
const OPENING = { needsCase: false, persons: 2 } as const;

const chart = soundChart({
  cites: CLOSED,
  accounts: [
    { id: "account", says: "专户存款", cites: cite("二（二）2", "YQ-028"), grows: "debit", short: "fund_insufficient", holds: "cash" },
    { id: "quota", says: "未拨额度", cites: cite("二（二）1", "YQ-027"), grows: "debit", short: "quota_exceeded", holds: "quota" },
    { id: "compensation", says: "已代偿待追偿", cites: COMPENSATION, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "written_off", says: "已核销", cites: WRITE_OFF, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "clawback_due", says: "应收回的代偿", cites: CLAWBACK, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "subsidy", says: "保费补贴", cites: cite("二（五）3", "YQ-052"), grows: "debit", per: "receipt", short: "refund_over_paid" },
    { id: "committed", says: "在贷承诺", cites: LIMITED, grows: "debit", per: "loan", short: "balance_below_zero" },
    { id: "commitment", says: "承诺对应", cites: LIMITED, grows: "credit" },
    { id: "source", says: "财政安排", cites: cite("二（二）1", "YQ-025"), grows: "credit" },
    { id: "interest", says: "专户利息", cites: CLOSED, grows: "credit" },
  ],
  reasons: [
    { id: "deposit", says: "存入实存资金", cites: cite("二（二）1", "YQ-026"), debits: ["account"], credits: ["source"], ...OPENING },
    { id: "quota_grant", says: "核定额度", cites: cite("二（二）1", "YQ-027"), debits: ["quota"], credits: ["source"], ...OPENING },
    { id: "quota_draw", says: "拨付额度", cites: cite("二（二）2", "YQ-029"), debits: ["account"], credits: ["quota"], ...TWO, payable: "draws" },
    {
      id: "compensation",
      says: "代偿",
      cites: COMPENSATION,
      debits: ["compensation"],
      credits: ["account"],
      ...TWO,
      payable: "settles",
      counts: "paid",
    },
    {
      id: "subsidy",
      says: "保费补贴",
      cites: cite("三（八）", "YQ-089"),
      debits: ["subsidy"],
      credits: ["account"],
      ...TWO,
      payable: "settles",
      counts: "subsidised",
    },
    { id: "subsidy_return", says: "退保收回补贴", cites: cite("二（五）3", "YQ-052"), debits: ["account"], credits: ["subsidy"], ...TWO },
    {
      id: "recovery_return",
      says: "追偿返还",
      cites: RETURN,
      debits: ["account"],
      credits: ["compensation", "written_off"],
      ...TWO,
      counts: "returned",
    },
    { id: "clawback", says: "决定收回代偿", cites: CLAWBACK, debits: ["clawback_due"], credits: ["compensation", "written_off"], ...TWO },
    { id: "clawback_received", says: "收到收回的代偿", cites: CLAWBACK, debits: ["account"], credits: ["clawback_due"], ...TWO, counts: "returned" },
    { id: "write_off", says: "核销", cites: WRITE_OFF, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
    { id: "interest", says: "专户利息", cites: CLOSED, debits: ["account"], credits: ["interest"], ...OPENING, by: ["office"] },
    { id: "commit", says: "承诺增加", cites: LIMITED, debits: ["committed"], credits: ["commitment"], needsCase: true, persons: 1 },
    { id: "release", says: "承诺减少", cites: LIMITED, debits: ["commitment"], credits: ["committed"], needsCase: true, persons: 1 },
    { id: "opening_cash", says: "期初专户存款", cites: cite("二（二）1", "YQ-026"), debits: ["account"], credits: ["source"], ...OPENING },
    { id: "opening_quota", says: "期初未拨额度", cites: cite("二（二）1", "YQ-027"), debits: ["quota"], credits: ["source"], ...OPENING },
    { id: "opening_paid", says: "期初已代偿", cites: COMPENSATION, debits: ["compensation"], credits: ["source"], ...TWO, counts: "paid" },
    { id: "opening_returned", says: "期初已返还", cites: RETURN, debits: ["source"], credits: ["compensation"], ...TWO, counts: "returned" },
    {
      id: "opening_written_off",
      says: "期初已核销",
      cites: WRITE_OFF,
      debits: ["written_off"],
      credits: ["compensation"],
      ...TWO,
      counts: "written_off",
    },
  ],
});

export const fund: FundRules = {
  size: fundTotal,
  tranches: [
    { says: "普惠金融示范区奖补资金", initial: accountInitial, reason: "deposit" },
    { says: "风险补偿准备金", initial: quotaCeiling, reason: "quota_grant" },
  ],
  chart,
  payment: {
    direct: cite("二（二）4", "YQ-033"),
    quota: { need: quotaNeed, cites: cite("二（二）4", "YQ-034"), by: ["finance"] },
    limited: LIMITED,
    instructedBy: ["office"],
    paidBy: { kinds: ["account_bank"], cites: cite("二（二）3", "YQ-030") },
  },
  breaker: {
    size: fundTotal,
    pause: {
      at: pauseThreshold,
      basis: pauseBasis,
      includesSubsidy: pauseSubsidy,
      scope: pauseScope,
      stops: ["check", "ballot", "push"],
      override: pauseOverride,
      crossing: pauseCrossing,
      cites: cite("三（八）", "YQ-086"),
    },
    restart: { at: restartThreshold, measure: restartMeasure, cites: cite("三（八）", "YQ-087") },
  },
  exposure: LIMITED,
};
