/** The lender takes back a repayment that was entered wrongly. */
import { api } from "../../shared/contract/api";
import { undoRepayment as decide } from "../../shared/process/loan-life";
import { whileOwn } from "../../shared/process/loan-told";
import { events, fileVerb } from "./file-verb";

export const undoRepayment = fileVerb(api.undoRepayment, {
  decide: ({ body }, { loanFile, act }) => events(whileOwn(loanFile, decide(loanFile.life, body.repaymentNo, body.reason, act))),
});
