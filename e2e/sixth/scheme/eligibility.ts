/** Whom 青溪 lets in and which loans it stands behind: one rule for each requirement. */
import { cite } from "../../../shared/citation";
import { registeredIn, sizeAmong } from "../../../shared/rule/checks";
import { everyOf } from "../../../shared/rule/combine";
import { type Limit, loanWithin } from "../../../shared/rule/limit";
import { paidInFirst, termWithin, underAgreement } from "../../../shared/rule/loan-checks";
import type { Checkpoint, Rule } from "../../../shared/rule/rule";
import { contributionRatio, county, FROM, fundTimes, singleMax, sizeClasses, termMost } from "./parameters";

const ENTRY: readonly Checkpoint[] = ["application", "recommendation", "screening"];
const LOAN: readonly Checkpoint[] = ["disbursement"];

const rule = (id: string, article: string, says: string, at: readonly Checkpoint[], test: Rule["test"]): Rule => ({
  id,
  version: "1.0",
  cites: cite(article, id),
  from: FROM,
  says,
  at,
  test,
});

const single: Limit = {
  id: "single",
  says: "单户在保贷款",
  cites: cite("第五条", "QX-006"),
  of: "enterprise",
  counts: "enterpriseLive",
  at: { amount: singleMax },
  mode: "hard",
  code: "loan_cap",
};
const leverage: Limit = {
  id: "leverage",
  says: "在保贷款总额与资金的倍数",
  cites: cite("第五条", "QX-007"),
  of: "fund",
  counts: "fundOutstanding",
  at: { times: fundTimes, base: "poolMoney" },
  mode: "hard",
  code: "leverage",
};
export const LIMITS: readonly Limit[] = [single, leverage];

export const RULES: readonly Rule[] = [
  rule("QX-002", "第二条", "在青溪县登记注册的小微企业", ENTRY, everyOf(registeredIn(county), sizeAmong(sizeClasses))),
  rule("QX-004", "第四条", "放款前已按比例缴款", LOAN, paidInFirst(contributionRatio, "contributed", "contribution_missing")),
  rule("QX-006", "第五条", "单户在保贷款不超过上限", LOAN, loanWithin(single)),
  rule("QX-007", "第五条", "在保贷款总额不超过资金的倍数", LOAN, loanWithin(leverage)),
  rule("QX-008", "第五条", "期限不超过上限", LOAN, termWithin("term", termMost, termMost, { over: "term", relaxed: "term" })),
  rule("QX-009", "第六条", "合作银行已签协议", LOAN, underAgreement("lender")),
];
