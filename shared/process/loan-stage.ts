/** Where a funded loan is between disbursement and its last fen, in one word for lists. */
import { ZERO } from "../money";
import type { LoanFile } from "./loan-file";
import { outstandingOn } from "./loan-life";
import { stillOut } from "./recovery-state";

/** `live` owes and is not claimed; `claim` waits for a decision or payment; `recovery` was paid and is owed back; `recovered` came back whole. */
export const LOAN_STAGES = ["live", "repaid", "claim", "recovery", "recovered", "written_off"] as const;
export type LoanStage = (typeof LOAN_STAGES)[number];

/** Every repayment ever told counts, so the stage needs no day. */
export function loanStageOf(file: LoanFile): LoanStage {
  const { claim, recovery, life } = file;
  if (recovery?.writtenOff) return "written_off";
  if (claim?.paid && recovery) return stillOut(claim.paid.amount, recovery) > ZERO ? "recovery" : "recovered";
  if (claim && claim.step !== "withdrawn") return "claim";
  const lastDay = life.repayments.reduce((last, { on }) => (on > last ? on : last), life.loan.disbursedOn);
  return outstandingOn(life, lastDay) === ZERO ? "repaid" : "live";
}
