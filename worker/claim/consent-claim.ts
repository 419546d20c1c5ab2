/** The government agrees to a claim: what may be paid at most is written as payable; while the fund is paused it waits in its turn. */
import { api } from "../../shared/contract/api";
import { yuan, ZERO } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { consentClaim as decide, payableOf } from "../../shared/process/claim";
import { evolveFile } from "../../shared/process/loan-file";
import { fileVerb } from "../loan/file-verb";
import { standingOf, standingQueries } from "../loan/standing";

export const consentClaim = fileVerb(api.consentClaim, {
  load: (ctx) => standingQueries(ctx, ctx.params.caseId),
  decide: ({ body }, now, found) => {
    const { scheme, loanFile, act } = now;
    const standing = standingOf(now, loanFile, found);
    if (!standing.ok) return standing;
    const consented = decide(scheme, loanFile, body.documentNo, standing.value, act);
    if (!consented.ok) return consented;
    const after = consented.value.reduce((file, event) => evolveFile(file, { event, actor: act.actor, occurredOn: act.on }), loanFile);
    const payable = payableOf(scheme, after);
    return payable.ok ? accept({ events: consented.value, ledger: [{ type: "payable_approved", payable: payable.value }] }) : payable;
  },
  reply: (after, _, { books }) => ({ amount: yuan(after.claim?.consent?.amount ?? ZERO), queued: books.state.state === "PAUSED" }),
});
