/** Who would be paid claims a bad loan: the evidence, what is owed, what others pay for it, on the papers that lie in the case. */
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import { fileClaim as decide } from "../../shared/process/claim";
import { papersFor } from "../../shared/process/claim-faults";
import type { Filing } from "../../shared/process/claim-state";
import { papersQuery } from "../case/store";
import { newId } from "../clock";
import { events, fileVerb } from "../loan/file-verb";
import { readTyped } from "../loan/read-loan";
import { standingOf, standingQueries } from "../loan/standing";

type Asked = Body<typeof api.fileClaim>;

/** What a guarantor has paid, with what cannot be read of it at its own field. */
function compensatedOf({ compensated }: Asked): Outcome<Pick<Filing, "compensated">> {
  if (!compensated) return accept({});
  const read = readTyped(compensated, ["principal"], ["on"], "compensated.");
  if (!read.ok) return read;
  const { proofNo, reviewNo } = compensated;
  const paid = { principal: read.value.amounts.principal, on: read.value.days.on, proofNo };
  return accept({ compensated: { ...paid, ...(reviewNo ? { reviewNo } : {}) } });
}

/** Everything that cannot be read is told with its field, all at once. */
function filingOf(body: Asked, papers: readonly string[]): Outcome<Filing> {
  const amounts = readTyped(body, ["principal", "interest", "covered"], []);
  const compensated = compensatedOf(body);
  const faults = [...(amounts.ok ? [] : amounts.refusals), ...(compensated.ok ? [] : compensated.refusals)];
  if (!amounts.ok || !compensated.ok) return refuseAll(faults);
  const { grade, overdueDays, letterNo, creditReport } = body;
  const evidence = { grade, overdueDays, letterNo, ...(creditReport ? { creditReport } : {}) };
  return accept({ claimId: newId(), evidence, ...amounts.value.amounts, ...compensated.value, papers });
}

export const fileClaim = fileVerb(api.fileClaim, {
  load: (ctx) => ({ ...standingQueries(ctx, ctx.params.caseId), kept: papersQuery(ctx.db, ctx.params.caseId) }),
  decide: ({ body }, now, found) => {
    const { scheme, loanFile, act } = now;
    const standing = standingOf(now, loanFile, found);
    if (!standing.ok) return standing;
    const asked = papersFor(scheme.claim, loanFile.loan.mode);
    const papers = [...new Set(found.kept.map(({ kind }) => kind))].filter((kind) => asked.some((paper) => paper.kind === kind));
    const filing = filingOf(body, papers);
    return filing.ok ? events(decide(scheme, loanFile, filing.value, standing.value, act)) : filing;
  },
  reply: (after) => ({ claimId: after.claim?.id ?? "" }),
});
