/** The institution tells what it got from the debtor; the fund's part and its day are fixed at once (三（七）2). */
import { stateCouncil } from "../../shared/calendar/working-day";
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { parseYuan, yuan, ZERO } from "../../shared/money";
import { refuseAll } from "../../shared/outcome";
import { recoveryDuties } from "../../shared/process/file-duty";
import { recover } from "../../shared/process/recovery";
import { events, fileVerb } from "../loan/file-verb";

export const recordRecovery = fileVerb(api.recordRecovery, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const receivedOn = parseDate(body.receivedOn, "receivedOn");
    const amount = parseYuan(body.amount, "amount");
    const costs = parseYuan(body.costs, "costs");
    if (!receivedOn.ok || !amount.ok || !costs.ok) return refuseAll([receivedOn, amount, costs].flatMap((one) => (one.ok ? [] : one.refusals)));
    const money = { id: body.receiptNo, receivedOn: receivedOn.value, amount: amount.value, costs: costs.value };
    return events(recover(scheme.recovery, loanFile, money, act));
  },
  reply: (after, _, { scheme }) => {
    const receipt = after.recovery?.receipts.at(-1);
    const duty = recoveryDuties(scheme.recovery, after, stateCouncil()).find((one) => one.receipt?.id === receipt?.id);
    return { due: yuan(receipt?.due ?? ZERO), dueOn: duty?.due?.on ?? "" };
  },
});
