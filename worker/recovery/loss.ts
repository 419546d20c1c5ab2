/** The loss that the law left: confirmed by the institution, approved by the authorities that the document names, and booked with the last approval. */
import { api } from "../../shared/contract/api";
import { entriesFor } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { parseYuan, yuan } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { evolveFile, type LoanFile } from "../../shared/process/loan-file";
import { approvalsMissing, type RecoveryEvent } from "../../shared/process/recovery-state";
import { approveLoss as approve, confirmLoss as confirm, firstSigner, writeOff } from "../../shared/process/write-off";
import { type Decided, events, type FileNow, fileVerb } from "../loan/file-verb";

export const confirmLoss = fileVerb(api.confirmLoss, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const amount = parseYuan(body.amount, "amount");
    return amount.ok ? events(confirm(scheme.recovery, loanFile, amount.value, act)) : amount;
  },
});

/** The one who approves last signs the posting with the first who approved, or with whoever confirmed the loss where one authority alone approves. */
function booked({ scheme, books, act, head }: FileNow, approved: LoanFile, approval: readonly RecoveryEvent[]): Outcome<Decided> {
  const { chart } = scheme.fund;
  const claimId = approved.claim?.id ?? "";
  const id = `${claimId}-w${(head?.seq ?? 0) + approval.length + 1}`;
  const off = writeOff(scheme.recovery, approved, id);
  if (!off.ok) return off;
  const amount = off.value.flatMap((event) => (event.type === "written_off" ? [event.amount] : []))[0];
  const ledger = post(chart, books.view, {
    id,
    reason: "write_off",
    on: act.on,
    entries: amount === undefined ? [] : entriesFor(chart, "write_off", amount, claimId),
    persons: { madeBy: approved.recovery ? firstSigner(approved.recovery) : "", checkedBy: act.actor.personId },
    caseId: approved.caseId,
  });
  return ledger.ok ? accept({ events: [...approval, ...off.value], ledger: ledger.value }) : ledger;
}

export const approveLoss = fileVerb(api.approveLoss, {
  decide: (_, now) => {
    const { scheme, loanFile, act } = now;
    const approval = approve(scheme.recovery, loanFile, act);
    if (!approval.ok) return approval;
    const after = approval.value.reduce<LoanFile>((file, event) => evolveFile(file, { event, actor: act.actor, occurredOn: act.on }), loanFile);
    const waits = !after.recovery || approvalsMissing(scheme.recovery.writeOff, after.recovery).length > 0;
    return waits ? accept({ events: approval.value }) : booked(now, after, approval.value);
  },
  reply: ({ recovery }) => ({ writtenOff: recovery?.writtenOff ? yuan(recovery.writtenOff.amount) : null }),
});
