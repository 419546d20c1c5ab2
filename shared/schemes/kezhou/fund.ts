/** 克州's fund: one separate account with its manager, safe placements, an income that is the fund's own, a fee with the audit inside it. */
import { cite } from "../../citation";
import { soundChart } from "../../fund/chart";
import type { FundRules } from "../../fund/fund";
import { feeMode, feeRatio, forbiddenPlacements, placements } from "./fund-parameters";
import { fundTotal } from "./parameters";

const RAISED = cite("第三条", "KZ-007");
const SEPARATE = cite("第十九条", "KZ-058", "KZ-059");
const INCOME = cite("第十九条", "KZ-060");
const PLACED = cite("第二十条", "KZ-061");
const FEE = cite("第二十一条", "KZ-063");
const PAY = cite("第十六条", "KZ-053", "KZ-008");
const RETURN = cite("第十七条", "KZ-056");
const LOSS = cite("第十八条", "KZ-057");
const LIMITED = cite("第十五条", "KZ-051");
const TWO = { needsCase: true, persons: 2 } as const;
const OPENING = { needsCase: false, persons: 2 } as const;

const chart = soundChart({
  cites: SEPARATE,
  accounts: [
    { id: "account", says: "专账存款", cites: SEPARATE, grows: "debit", short: "fund_insufficient", holds: "cash" },
    { id: "placed", says: "存放的产品", cites: PLACED, grows: "debit", short: "balance_below_zero", holds: "placed" },
    { id: "compensation", says: "已补偿待追偿", cites: PAY, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "written_off", says: "已确认损失", cites: LOSS, grows: "debit", per: "claim", short: "return_over_paid" },
    { id: "fees", says: "管理费", cites: FEE, grows: "debit", short: "balance_below_zero" },
    { id: "committed", says: "在贷承诺", cites: LIMITED, grows: "debit", per: "loan", short: "balance_below_zero" },
    { id: "commitment", says: "承诺对应", cites: LIMITED, grows: "credit" },
    { id: "source", says: "财政筹集", cites: RAISED, grows: "credit" },
    { id: "income", says: "资金收益", cites: INCOME, grows: "credit" },
  ],
  reasons: [
    { id: "deposit", says: "筹集到账", cites: RAISED, debits: ["account"], credits: ["source"], ...OPENING, by: ["office"] },
    { id: "placement", says: "存放产品", cites: PLACED, debits: ["placed"], credits: ["account"], ...OPENING, by: ["manager"] },
    { id: "placement_back", says: "产品到期收回", cites: PLACED, debits: ["account"], credits: ["placed"], ...OPENING, by: ["manager"] },
    { id: "income", says: "收益到账", cites: INCOME, debits: ["account"], credits: ["income"], ...OPENING, by: ["manager"] },
    { id: "management_fee", says: "列支管理费", cites: FEE, debits: ["fees"], credits: ["account"], ...OPENING, by: ["manager"] },
    { id: "compensation", says: "风险补偿", cites: PAY, debits: ["compensation"], credits: ["account"], ...TWO, payable: "settles", counts: "paid" },
    {
      id: "recovery_return",
      says: "追偿返还",
      cites: RETURN,
      debits: ["account"],
      credits: ["compensation", "written_off"],
      ...TWO,
      counts: "returned",
    },
    { id: "write_off", says: "确认损失", cites: LOSS, debits: ["written_off"], credits: ["compensation"], ...TWO, counts: "written_off" },
    { id: "commit", says: "承诺增加", cites: LIMITED, debits: ["committed"], credits: ["commitment"], needsCase: true, persons: 1 },
    { id: "release", says: "承诺减少", cites: LIMITED, debits: ["commitment"], credits: ["committed"], needsCase: true, persons: 1 },
    { id: "opening_cash", says: "期初专账存款", cites: RAISED, debits: ["account"], credits: ["source"], ...OPENING },
    { id: "opening_paid", says: "期初已补偿", cites: PAY, debits: ["compensation"], credits: ["source"], ...TWO, counts: "paid" },
    { id: "opening_returned", says: "期初已返还", cites: RETURN, debits: ["source"], credits: ["compensation"], ...TWO, counts: "returned" },
    {
      id: "opening_written_off",
      says: "期初已确认损失",
      cites: LOSS,
      debits: ["written_off"],
      credits: ["compensation"],
      ...TWO,
      counts: "written_off",
    },
  ],
});

export const fund: FundRules = {
  size: fundTotal,
  tranches: [{ says: "自治州财政筹集", initial: fundTotal, reason: "deposit" }],
  chart,
  payment: {
    direct: PAY,
    limited: LIMITED,
    instructedBy: ["manager"],
    paidBy: { kinds: ["account_bank"], cites: cite("第二十三条（六）", "KZ-073") },
  },
  placement: { allowed: placements, forbidden: forbiddenPlacements, cites: PLACED, forbiddenCites: cite("第二十条", "KZ-062") },
  keepingFee: { ratio: feeRatio, mode: feeMode, carries: ["audit"], cites: FEE, carriesCites: cite("第二十二条", "KZ-065") },
  exposure: LIMITED,
};
