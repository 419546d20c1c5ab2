/** Who decides on a claim agrees to it: what may be paid at most is written as payable; while the fund is paused it waits in its turn. */
import { api } from "../../shared/contract/api";
import { yuan, ZERO } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { consentClaim as decide, payableOf } from "../../shared/process/claim";
import { evolveFile } from "../../shared/process/loan-file";
import { fileVerb } from "../loan/file-verb";
import { standingOf, standingQueries } from "../loan/standing";
import { staysParty } from "./store";
import { caseAlone, sumsOf, sumsQueries } from "./sums-store";

export const consentClaim = fileVerb(api.consentClaim, {
  load: (ctx) => ({ ...standingQueries(ctx, ctx.params.caseId), ...sumsQueries(ctx, caseAlone(ctx.params.caseId)) }),
  decide: ({ body, db }, now, found) => {
    const { scheme, loanFile, file, act } = now;
    const standing = standingOf(now, loanFile, found);
    if (!standing.ok) return standing;
    const sums = sumsOf(scheme, loanFile, found, act.on);
    if (!sums.ok) return sums;
    const consented = decide(scheme, loanFile, body.documentNo, standing.value, act, { sums: sums.value });
    if (!consented.ok) return consented;
    const after = consented.value.reduce((so, event) => evolveFile(so, { event, actor: act.actor, occurredOn: act.on }), loanFile);
    const payable = payableOf(scheme, after);
    if (!payable.ok) return payable;
    const statements = staysParty(db, file.id, act);
    return accept({ events: consented.value, ledger: [{ type: "payable_approved", payable: payable.value }], statements });
  },
  reply: (after, _, { books }) => ({ amount: yuan(after.claim?.consent?.amount ?? ZERO), queued: books.state.state === "PAUSED" }),
});
