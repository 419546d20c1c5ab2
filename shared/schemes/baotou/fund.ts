/** 包头's pool: paid in by region, city and areas, kept by a trustee, lying in part with each bank as security; it pauses by what was not recovered. */
import { cite } from "../../citation";
import { soundChart } from "../../fund/chart";
import type { FundRules } from "../../fund/fund";
import { limit } from "../dated";
import { insidePool } from "./claim";
import {
  debitSource,
  firstDeposit,
  injectionFloor,
  injectionLeast,
  injectionYears,
  pauseBasis,
  pauseCrossing,
  pauseMeasure,
  pauseOverride,
  pauseRatio,
  pauseScope,
  pauseSubsidy,
  poolSize,
  replenishRatio,
  sources,
} from "./fund-parameters";
import { depositTimes } from "./parameters";

const SOURCES = cite("第三条", "BT-002", "BT-003");
const CLOSED = cite("第十一条", "BT-015", "BT-016");
const INTEREST = cite("第十二条", "BT-017");
const PLACED = cite("第十六条", "BT-023");
const BACK = cite("第十八条", "BT-027");
const DEBIT = cite("第三十二条", "BT-049");
const SHARED = cite("第二十条", "BT-029");
// the document has no rule for it: a city that adds one by its own paper finds the accounts for it
const LOST = cite("第三十八条（二）", "BT-059");
const RETURN = cite("第三十四条", "BT-052");
const TWO = { needsCase: true, persons: 2 } as const;
const OPENING = { needsCase: false, persons: 2 } as const;

const chart = soundChart({
  cites: CLOSED,
  accounts: [
    {
      id: "deposits",
      says: "存入合作银行的风险补偿金",
      cites: PLACED,
      grows: "debit",
      per: "institution",
      short: "fund_insufficient",
      holds: "cash",
    },
    { id: "pool", says: "资金池专户存款", cites: CLOSED, grows: "debit", short: "fund_insufficient", holds: "cash" },
    { id: "compensation", says: "已代偿待追偿", cites: DEBIT, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "written_off", says: "已核销", cites: LOST, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "committed", says: "在贷承诺", cites: SHARED, grows: "debit", per: "loan", short: "balance_below_zero" },
    { id: "commitment", says: "承诺对应", cites: SHARED, grows: "credit" },
    { id: "region", says: "自治区引导资金", cites: SOURCES, grows: "credit", holds: "capital" },
    { id: "city", says: "市本级注资", cites: SOURCES, grows: "credit", holds: "capital" },
    { id: "areas", says: "各地区注资", cites: SOURCES, grows: "credit", per: "area", holds: "capital" },
    { id: "income", says: "利息收益", cites: INTEREST, grows: "credit" },
  ],
  reasons: [
    { id: "grant", says: "自治区引导资金到账", cites: SOURCES, debits: ["pool"], credits: ["region"], ...OPENING, by: ["finance", "manager"] },
    { id: "deposit", says: "市本级注资到账", cites: SOURCES, debits: ["pool"], credits: ["city"], ...OPENING, by: ["finance", "manager"] },
    {
      id: "contribution",
      says: "地区注资到账",
      cites: cite("第八条", "BT-010"),
      debits: ["pool"],
      credits: ["areas"],
      ...OPENING,
      by: ["finance", "manager"],
    },
    { id: "placement", says: "存入合作银行", cites: PLACED, debits: ["deposits"], credits: ["pool"], ...OPENING, by: ["office"] },
    { id: "placement_back", says: "合作结束转回", cites: BACK, debits: ["pool"], credits: ["deposits"], ...OPENING, by: ["office", "manager"] },
    { id: "interest", says: "利息转入资金池", cites: INTEREST, debits: ["pool"], credits: ["income"], ...OPENING, by: ["manager"] },
    {
      id: "compensation",
      says: "扣划代偿",
      cites: DEBIT,
      debits: ["compensation"],
      credits: ["deposits", "pool"],
      ...TWO,
      payable: "settles",
      counts: "paid",
    },
    {
      id: "recovery_return",
      says: "追偿返还",
      cites: RETURN,
      debits: ["pool"],
      credits: ["compensation", "written_off"],
      ...TWO,
      counts: "returned",
    },
    { id: "write_off", says: "核销", cites: LOST, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
    { id: "commit", says: "承诺增加", cites: SHARED, debits: ["committed"], credits: ["commitment"], needsCase: true, persons: 1 },
    { id: "release", says: "承诺减少", cites: SHARED, debits: ["commitment"], credits: ["committed"], needsCase: true, persons: 1 },
    { id: "opening_cash", says: "期初专户存款", cites: SOURCES, debits: ["pool"], credits: ["city"], ...OPENING },
    { id: "opening_paid", says: "期初已代偿", cites: DEBIT, debits: ["compensation"], credits: ["city"], ...TWO, counts: "paid" },
    { id: "opening_returned", says: "期初已返还", cites: RETURN, debits: ["city"], credits: ["compensation"], ...TWO, counts: "returned" },
    {
      id: "opening_written_off",
      says: "期初已核销",
      cites: LOST,
      debits: ["written_off"],
      credits: ["compensation"],
      ...TWO,
      counts: "written_off",
    },
  ],
});

export const fund: FundRules = {
  size: poolSize,
  tranches: [],
  chart,
  payment: {
    direct: DEBIT,
    limited: cite("第三条", "BT-003"),
    instructedBy: ["bank"],
    own: DEBIT,
    beyond: debitSource,
    paidBy: { kinds: ["manager"], cites: cite("第十条", "BT-014") },
  },
  breaker: {
    size: poolSize,
    pause: {
      share: { ratio: pauseRatio, of: pauseMeasure },
      basis: pauseBasis,
      includesSubsidy: pauseSubsidy,
      scope: pauseScope,
      stops: ["check", "push", "loan"],
      override: pauseOverride,
      crossing: pauseCrossing,
      cites: cite("第三十七条", "BT-055"),
    },
    restart: { cites: cite("第三十七条", "BT-056") },
  },
  contributions: {
    sources,
    least: { by: "area", ordinary: injectionLeast, floor: injectionFloor, cites: cite("第八条", "BT-010") },
    within: { years: injectionYears, cites: cite("第八条", "BT-012") },
    refill: { of: insidePool, cites: cite("第十三条", "BT-020") },
    cites: cite("第三条", "BT-002"),
  },
  deposits: {
    first: { amount: firstDeposit, cites: PLACED },
    by: ["office"],
    adjusted: cite("第十六条", "BT-024"),
    topUp: {
      times: depositTimes,
      within: {
        ...limit("top_up", cite("第十六条", "BT-025"), "office_consent", { days: 30 }, "办公室同意后三十日内补存"),
        direction: "after",
        rollover: "next_working_day",
      },
      cites: cite("第十六条", "BT-025"),
    },
    beyond: debitSource,
    back: { within: limit("exit_return", BACK, "business_completed", { workdays: 10 }, "存量业务完毕后十个工作日内转回"), cites: BACK },
    cites: DEBIT,
  },
  replenishment: {
    steps: [
      { id: "evaluated", says: "绩效评价", by: ["office", "finance"], cites: cite("第三十八条（一）", "BT-057") },
      { id: "fixed", says: "研究确定补充额度", by: ["office"], cites: cite("第三十八条（一）", "BT-058") },
      { id: "reported", says: "报市政府研究", by: ["government"], cites: cite("第三十八条（一）", "BT-058") },
      { id: "replenished", says: "市财政补充到账", by: ["finance"], cites: cite("第三十八条（一）", "BT-058") },
    ],
    due: { ratio: replenishRatio, cites: cite("第三十八条（二）", "BT-059") },
    cites: cite("第三十八条（一）", "BT-058"),
  },
  exposure: SHARED,
};
