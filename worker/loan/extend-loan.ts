/** The lender extends the loan under the same contract. */
import { api } from "../../shared/contract/api";
import { extend } from "../../shared/process/loan-life";
import { whileOwn } from "../../shared/process/loan-told";
import { events, fileVerb } from "./file-verb";
import { readTyped } from "./read-loan";

export const extendLoan = fileVerb(api.extendLoan, {
  decide: ({ body }, { loanFile, act }) => {
    const read = readTyped(body, [], ["maturesOn"]);
    return read.ok ? events(whileOwn(loanFile, extend(loanFile.life, read.value.days.maturesOn, body.reason, act))) : read;
  },
});
