/** The lender enters a repayment under its own number; what the fund stands behind falls with it. */
import { api } from "../../shared/contract/api";
import { repayOnFile } from "../../shared/process/loan-file";
import { events, fileVerb } from "./file-verb";
import { readTyped } from "./read-loan";

export const recordRepayment = fileVerb(api.recordRepayment, {
  decide: ({ body }, { loanFile, act }) => {
    const read = readTyped(body, ["principal", "interest"], ["on"]);
    if (!read.ok) return read;
    return events(repayOnFile(loanFile, { id: body.repaymentNo, ...read.value.amounts, ...read.value.days }, act));
  },
});
