/** The account bank confirms that it has paid: the ledger is posted, a claim is paid with what was left unfunded and the agreed parts, its commitment falls away. */
import { api } from "../../shared/contract/api";
import { confirmPaid as decide } from "../../shared/fund/instruction";
import { amountOf } from "../../shared/fund/payment";
import { accept } from "../../shared/outcome";
import { recordPayment } from "../../shared/process/claim";
import { instructionVerb } from "./instruction-verb";

export const confirmPaid = instructionVerb(api.confirmPaid, ({ today }, { now, before, row, by }) => {
  const moved = decide(now.till, before, by, today);
  if (!moved.ok) return moved;
  if (now.payable.reason === "subsidy") return accept({ moved: moved.value });
  const { no, plan, parts } = before;
  // what the loss was is kept where it is shared again among all who bore it
  const loss = now.scheme.recovery.returns.shares && now.due.ok ? { loss: now.due.value.basis.base } : {};
  const paid = { instructionNo: no, ratio: row.ratio, amount: amountOf(before), unfunded: plan.unfunded, ...(parts ? { parts } : {}), ...loss };
  const events = recordPayment(now.scheme, now.loanFile, paid);
  return events.ok ? accept({ moved: moved.value, events: events.value }) : events;
});
