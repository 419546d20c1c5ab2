/** The institution tells what it got from the debtor, with its costs and their vouchers: everybody's part and the fund's day are fixed at once, after a second opinion. */
import { stateCouncil } from "../../shared/calendar/working-day";
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { parseDate } from "../../shared/local-date";
import { parseYuan, yuan, ZERO } from "../../shared/money";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import { recoveryDuties } from "../../shared/process/file-duty";
import { recover } from "../../shared/process/recovery";
import { returnOpinion } from "../../shared/process/recovery-opinion";
import type { Cost } from "../../shared/process/recovery-share";
import { events, fileVerb } from "../loan/file-verb";

/** Every amount that cannot be read is told with its place, all at once. */
function costsOf({ costItems = [] }: Body<typeof api.recordRecovery>): Outcome<Cost[]> {
  const read = costItems.map((item, at) => ({ item, amount: parseYuan(item.amount, `costItems.${at}.amount`) }));
  const faults = read.flatMap(({ amount }) => (amount.ok ? [] : amount.refusals));
  return faults.length > 0 ? refuseAll(faults) : accept(read.flatMap(({ item, amount }) => (amount.ok ? [{ ...item, amount: amount.value }] : [])));
}

export const recordRecovery = fileVerb(api.recordRecovery, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const receivedOn = parseDate(body.receivedOn, "receivedOn");
    const amount = parseYuan(body.amount, "amount");
    const costs = parseYuan(body.costs, "costs");
    const items = costsOf(body);
    if (!receivedOn.ok || !amount.ok || !costs.ok || !items.ok)
      return refuseAll([receivedOn, amount, costs, items].flatMap((one) => (one.ok ? [] : one.refusals)));
    const money = {
      id: body.receiptNo,
      receivedOn: receivedOn.value,
      amount: amount.value,
      costs: costs.value,
      costItems: items.value,
      ...(body.source ? { source: body.source } : {}),
    };
    const told = recover(scheme.recovery, loanFile, money, act);
    const [event] = told.ok ? told.value : [];
    const opinion = event?.type === "money_recovered" ? returnOpinion(scheme.recovery, loanFile, event.receipt, act.on) : accept(true as const);
    return opinion.ok ? events(told) : opinion;
  },
  reply: (after, _, { scheme }) => {
    const receipt = after.recovery?.receipts.at(-1);
    const duty = recoveryDuties(scheme.recovery, after, stateCouncil()).find((one) => one.receipt?.id === receipt?.id);
    return { due: yuan(receipt?.due ?? ZERO), dueOn: duty?.due?.on ?? "" };
  },
});
