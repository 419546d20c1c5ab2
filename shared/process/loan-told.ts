/** What a lender tells of a loan: until when the loan's own record is open, and when what was told makes it a bad loan. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { ClaimRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import type { LifeEvent, LoanLife } from "./loan-life";

/** Schedule, maturity and repayments are told while the loan is the lender's own. Once the fund has paid they rest, for the payment was computed from them: refuses `loan_closed`. */
export const whileOwn = (file: Pick<LoanFile, "claim">, decided: Outcome<LifeEvent[]>): Outcome<LifeEvent[]> =>
  file.claim?.paid ? refuse("loan_closed", { paidOn: file.claim.paid.on }) : decided;

/** Has the loan become one that a claim may be filed for, by its class alone? */
export function turnedBad(rules: Pick<ClaimRules, "evidence">, before: LoanLife, after: LoanLife, on: LocalDate): Outcome<boolean> {
  const asked = valueOn(rules.evidence, on);
  if (!asked.ok) return asked;
  const { grades } = asked.value;
  return accept(!grades.includes(before.grade) && grades.includes(after.grade));
}
