/** The office has seen a declared return on the account: it is booked by the two who declared and saw it, first against what is carried, then against what was written off. */
import { api } from "../../shared/contract/api";
import { entriesInOrder } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { yuan, ZERO } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { receiveReturn as decide } from "../../shared/process/recovery-return";
import { fileVerb } from "../loan/file-verb";

export const receiveReturn = fileVerb(api.receiveReturn, {
  decide: ({ body }, { scheme, loanFile, books, act, head }) => {
    const { chart } = scheme.fund;
    const claimId = loanFile.claim?.id ?? "";
    const id = `${claimId}-r${(head?.seq ?? 0) + 1}`;
    const came = decide(scheme.recovery, loanFile, { receiptId: body.receiptNo, transferId: id }, act);
    if (!came.ok) return came;
    const declared = loanFile.recovery?.receipts.find((receipt) => receipt.id === body.receiptNo)?.declared;
    const ledger = post(chart, books.view, {
      id,
      reason: "recovery_return",
      on: act.on,
      entries: entriesInOrder(chart, books.view, "recovery_return", declared?.amount ?? ZERO, claimId),
      persons: { madeBy: declared?.personId ?? "", checkedBy: act.actor.personId },
      caseId: loanFile.caseId,
      documentNo: declared?.voucherNo ?? "",
    });
    return ledger.ok ? accept({ events: came.value, ledger: ledger.value }) : ledger;
  },
  reply: (_, { events }) => {
    const [event] = events;
    return { returned: yuan(event?.type === "money_returned" ? event.amount : ZERO) };
  },
});
