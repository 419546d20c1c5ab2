/** 东莞's money: each year's budget of the policy's owner, spent as losses arise and never above it, for compensation and rewards; and how rewards are worked out. */
import { cite } from "../../citation";
import { soundChart } from "../../fund/chart";
import type { FundRules } from "../../fund/fund";
import type { RewardRules } from "../../fund/reward";
import { annualBudget, evaluationWeights, rewardByLeverage, rewardByScore, rewardRate } from "./fund-parameters";

const BUDGET = cite("三（一）", "DG-009");
const USES = cite("三（一）", "DG-010");
const PAY = cite("四（二）", "DG-036");
const RETURN = cite("三（三）", "DG-018");
const REWARD = cite("三（六）", "DG-030");
const TWO = { needsCase: true, persons: 2 } as const;
const OPENING = { needsCase: false, persons: 2 } as const;

const chart = soundChart({
  cites: USES,
  accounts: [
    { id: "budget", says: "已安排预算", cites: BUDGET, grows: "debit", short: "no_budget", holds: "cash" },
    { id: "treasury", says: "已缴回财政", cites: RETURN, grows: "debit", short: "balance_below_zero" },
    { id: "compensation", says: "已补偿待追偿", cites: PAY, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "written_off", says: "已核销", cites: PAY, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "rewards", says: "业务奖励", cites: REWARD, grows: "debit", per: "institution", short: "balance_below_zero" },
    { id: "committed", says: "在贷承诺", cites: BUDGET, grows: "debit", per: "loan", short: "balance_below_zero" },
    { id: "commitment", says: "承诺对应", cites: BUDGET, grows: "credit" },
    { id: "source", says: "市财政安排", cites: BUDGET, grows: "credit" },
  ],
  reasons: [
    { id: "deposit", says: "安排年度预算", cites: BUDGET, debits: ["budget"], credits: ["source"], ...OPENING, by: ["office"] },
    { id: "compensation", says: "风险补偿", cites: USES, debits: ["compensation"], credits: ["budget"], ...TWO, payable: "settles", counts: "paid" },
    {
      id: "reward",
      says: "业务奖励",
      cites: USES,
      debits: ["rewards"],
      credits: ["budget"],
      ...OPENING,
      payable: "settles",
      by: ["office", "manager"],
    },
    {
      id: "recovery_return",
      says: "追偿缴回财政",
      cites: RETURN,
      debits: ["treasury"],
      credits: ["compensation", "written_off"],
      ...TWO,
      counts: "returned",
    },
    { id: "write_off", says: "核销", cites: PAY, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
    { id: "commit", says: "承诺增加", cites: BUDGET, debits: ["committed"], credits: ["commitment"], needsCase: true, persons: 1 },
    { id: "release", says: "承诺减少", cites: BUDGET, debits: ["commitment"], credits: ["committed"], needsCase: true, persons: 1 },
    { id: "opening_cash", says: "期初已安排预算", cites: BUDGET, debits: ["budget"], credits: ["source"], ...OPENING },
    { id: "opening_paid", says: "期初已补偿", cites: PAY, debits: ["compensation"], credits: ["source"], ...TWO, counts: "paid" },
    { id: "opening_returned", says: "期初已缴回", cites: RETURN, debits: ["source"], credits: ["compensation"], ...TWO, counts: "returned" },
    {
      id: "opening_written_off",
      says: "期初已核销",
      cites: PAY,
      debits: ["written_off"],
      credits: ["compensation"],
      ...TWO,
      counts: "written_off",
    },
  ],
});

export const fund: FundRules = {
  size: annualBudget,
  tranches: [],
  chart,
  payment: {
    direct: PAY,
    limited: BUDGET,
    empty: "no_budget",
    instructedBy: ["manager"],
    paidBy: { kinds: ["account_bank"], cites: cite("四（二）", "DG-041") },
  },
  limits: [{ id: "annual_budget", says: "当年预算总额", per: "year", at: annualBudget, code: "budget_exceeded", unset: "no_budget", cites: BUDGET }],
  exposure: BUDGET,
};

export const reward: RewardRules = {
  formula: {
    kind: "times",
    id: "reward",
    of: { kind: "figure", id: "volume", of: "newBatchVolume", says: "当年新增批量担保贷款", cites: cite("三（三）", "DG-016") },
    by: {
      kind: "product",
      of: [
        { kind: "fixed", ratio: rewardRate, unset: "reward_rate_missing" },
        { kind: "by_step", of: "leverage", steps: rewardByLeverage, unset: "reward_rate_missing" },
        { kind: "by_step", of: "score", steps: rewardByScore, unset: "reward_rate_missing" },
      ],
    },
    rounding: "half_up",
    says: "按规模、杠杆和绩效得分的业务奖励",
    cites: REWARD,
  },
  to: { kinds: ["guarantor"], cites: REWARD },
  indicator: cite("三（六）/四（三）", "DG-031"),
  evaluation: {
    by: { kinds: ["office"], cites: cite("四（二）", "DG-037") },
    metrics: [
      { id: "national_fund", says: "国家融担基金业务合作情况", cites: cite("四（三）", "DG-044") },
      { id: "in_scope_loans", says: "纳入风险补偿的贷款总额", cites: cite("四（三）", "DG-044") },
    ],
    weights: evaluationWeights,
    cites: cite("三（六）", "DG-032"),
  },
  cites: REWARD,
};
