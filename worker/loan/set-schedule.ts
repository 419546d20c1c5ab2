/** The lender enters the repayment plan. */
import { api } from "../../shared/contract/api";
import { accept, type Outcome, type Refusal, refuseAll } from "../../shared/outcome";
import { setSchedule as decide, type Instalment } from "../../shared/process/loan-life";
import { whileOwn } from "../../shared/process/loan-told";
import { events, fileVerb } from "./file-verb";
import { readTyped } from "./read-loan";

function readInstalments(given: readonly { readonly dueOn: string; readonly principal: string; readonly interest: string }[]): Outcome<Instalment[]> {
  const faults: Refusal[] = [];
  const instalments = given.flatMap((text, at): Instalment[] => {
    const read = readTyped(text, ["principal", "interest"], ["dueOn"], `instalments.${at}.`);
    if (read.ok) return [{ ...read.value.amounts, ...read.value.days }];
    faults.push(...read.refusals);
    return [];
  });
  return faults.length > 0 ? refuseAll(faults.slice(0, 20)) : accept(instalments);
}

export const setSchedule = fileVerb(api.setSchedule, {
  decide: ({ body }, { loanFile, act }) => {
    const instalments = readInstalments(body.instalments);
    return instalments.ok ? events(whileOwn(loanFile, decide(loanFile.life, instalments.value, act))) : instalments;
  },
});
