/** A loan that an institution entered is covered: its row, its file and what it commits of the fund, at once or when its filing was looked at. */
import { accept, type Outcome } from "../../shared/outcome";
import type { CaseState } from "../../shared/process/case";
import type { CaseNow } from "../case/case-verb";
import type { BooksRows } from "../fund/books";
import type { Ctx } from "../verb";
import { openLoanFile } from "./open-file";
import { markRegistration } from "./registration-store";
import { insertLoan } from "./store";
import type { TransitionRows } from "./transition";

/** What is written once the case is funded by a loan that was entered; nothing before. Refuses what opening a file refuses. */
export async function coverLoan(
  ctx: Ctx,
  now: CaseNow,
  after: CaseState,
  found: BooksRows & TransitionRows,
): Promise<Outcome<readonly D1PreparedStatement[]>> {
  const { loan, registered } = after;
  if (!loan || !registered || after.status !== "funded") return accept([]);
  const opened = await openLoanFile(ctx, now, after, found);
  if (!opened.ok) return opened;
  const { file } = now;
  return accept([
    ...insertLoan(ctx.db, {
      id: loan.loanId,
      schemeId: file.scheme_id,
      caseId: file.id,
      creditCode: file.credit_code,
      name: file.enterprise_name,
      lenderOrg: loan.lender.id,
      partnerOrg: loan.partner?.id ?? null,
      mode: loan.mode,
      contractNo: loan.contractNo,
      principal: loan.principal,
      rate: loan.rate,
      termMonths: loan.termMonths,
      disbursedOn: loan.disbursedOn,
      tier: loan.stands?.choice ?? "",
      ratio: loan.stands?.ratio ?? "0",
      now: ctx.now,
      uses: [],
    }),
    markRegistration(ctx.db, file.id, "covered"),
    ...opened.value,
  ]);
}
