/** 新乡's money: appropriated each year in the city's budget, paid by finance, returned to the treasury and not to the fund. */
import { cite } from "../../citation";
import { soundChart } from "../../fund/chart";
import type { FundRules } from "../../fund/fund";
import { allocationMethod, annualCap, carriesOver, fundTotal, yearBy } from "./fund-parameters";

const BUDGET = cite("第二条", "XX-004");
const SIZE = cite("第二条", "XX-002");
const PAY = cite("第九条", "XX-031", "XX-037");
const REMIT = cite("第十二条", "XX-046", "XX-047");
const WRITE_OFF = cite("第十三条", "XX-050");
const CLAWBACK = cite("第十六条", "XX-059");
const SHARED = cite("第一条", "XX-001");
const TWO = { needsCase: true, persons: 2 } as const;
const OPENING = { needsCase: false, persons: 2 } as const;

const chart = soundChart({
  cites: BUDGET,
  accounts: [
    { id: "budget", says: "已安排预算", cites: BUDGET, grows: "debit", short: "no_budget", holds: "cash" },
    { id: "treasury", says: "已缴市国库", cites: REMIT, grows: "debit", short: "balance_below_zero" },
    { id: "compensation", says: "已补偿待追偿", cites: PAY, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "written_off", says: "已核销", cites: WRITE_OFF, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "clawback_due", says: "应收回的补偿", cites: CLAWBACK, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "committed", says: "在贷承诺", cites: SHARED, grows: "debit", per: "loan", short: "balance_below_zero" },
    { id: "commitment", says: "承诺对应", cites: SHARED, grows: "credit" },
    { id: "source", says: "市财政筹措", cites: BUDGET, grows: "credit" },
  ],
  reasons: [
    { id: "deposit", says: "安排年度预算", cites: BUDGET, debits: ["budget"], credits: ["source"], ...OPENING, by: ["finance"] },
    {
      id: "compensation",
      says: "风险补偿",
      cites: PAY,
      debits: ["compensation"],
      credits: ["budget"],
      ...TWO,
      payable: "settles",
      counts: "paid",
    },
    {
      id: "recovery_return",
      says: "追偿上缴国库",
      cites: REMIT,
      debits: ["treasury"],
      credits: ["compensation", "written_off"],
      ...TWO,
      counts: "returned",
    },
    { id: "clawback", says: "决定收回补偿", cites: CLAWBACK, debits: ["clawback_due"], credits: ["compensation", "written_off"], ...TWO },
    { id: "clawback_received", says: "收到收回的补偿", cites: CLAWBACK, debits: ["treasury"], credits: ["clawback_due"], ...TWO, counts: "returned" },
    { id: "write_off", says: "核销", cites: WRITE_OFF, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
    { id: "commit", says: "承诺增加", cites: SHARED, debits: ["committed"], credits: ["commitment"], needsCase: true, persons: 1 },
    { id: "release", says: "承诺减少", cites: SHARED, debits: ["commitment"], credits: ["committed"], needsCase: true, persons: 1 },
    { id: "opening_cash", says: "期初已安排预算", cites: BUDGET, debits: ["budget"], credits: ["source"], ...OPENING },
    { id: "opening_paid", says: "期初已补偿", cites: PAY, debits: ["compensation"], credits: ["source"], ...TWO, counts: "paid" },
    { id: "opening_returned", says: "期初已上缴", cites: REMIT, debits: ["source"], credits: ["compensation"], ...TWO, counts: "returned" },
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
  tranches: [],
  chart,
  payment: {
    direct: PAY,
    limited: SIZE,
    empty: "no_budget",
    instructedBy: ["finance"],
    paidBy: { kinds: ["account_bank"], cites: PAY },
  },
  limits: [
    { id: "annual_cap", says: "每年支付上限", per: "year", at: annualCap, code: "annual_cap", cites: cite("第二条", "XX-003") },
    { id: "fund_total", says: "资金总规模", per: "life", at: fundTotal, code: "fund_total_exceeded", cites: SIZE },
  ],
  allocation: { method: allocationMethod, yearBy, carriesOver, cites: cite("第九条", "XX-031", "XX-037") },
  exposure: SHARED,
};
