/** Who would be paid claims a bad loan: the evidence, what is owed, what others pay for it, on the papers that lie in the case. */
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { type Fen, parseYuan } from "../../shared/money";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import { fileClaim as decide } from "../../shared/process/claim";
import { papersQuery } from "../case/store";
import { newId } from "../clock";
import { events, fileVerb } from "../loan/file-verb";
import { standingOf, standingQueries } from "../loan/standing";

const AMOUNTS = ["principal", "interest", "covered"] as const;

/** Each amount that cannot be read is told with its field, all at once. */
function amountsOf(body: Body<typeof api.fileClaim>): Outcome<Record<(typeof AMOUNTS)[number], Fen>> {
  const read = AMOUNTS.map((field) => [field, parseYuan(body[field], field)] as const);
  const faults = read.flatMap(([, amount]) => (amount.ok ? [] : amount.refusals));
  if (faults.length > 0) return refuseAll(faults);
  return accept(Object.fromEntries(read.flatMap(([field, amount]) => (amount.ok ? [[field, amount.value]] : []))) as never);
}

export const fileClaim = fileVerb(api.fileClaim, {
  load: (ctx) => ({ ...standingQueries(ctx, ctx.params.caseId), kept: papersQuery(ctx.db, ctx.params.caseId) }),
  decide: ({ body }, now, found) => {
    const { scheme, loanFile, act } = now;
    const standing = standingOf(now, loanFile, found);
    if (!standing.ok) return standing;
    const amounts = amountsOf(body);
    if (!amounts.ok) return amounts;
    const { grade, overdueDays, letterNo } = body;
    const papers = [...new Set(found.kept.map(({ kind }) => kind))].filter((kind) => scheme.claim.papers.some((paper) => paper.kind === kind));
    const filing = { claimId: newId(), evidence: { grade, overdueDays, letterNo }, ...amounts.value, papers };
    return events(decide(scheme, loanFile, filing, standing.value, act));
  },
  reply: (after) => ({ claimId: after.claim?.id ?? "" }),
});
