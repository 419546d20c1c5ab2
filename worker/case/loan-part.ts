/** The loan of a case as its viewers see it: its terms, what the fund would pay of it at most, and whether it waits for the government's consent. */
import type { CaseView } from "../../shared/contract/case";
import { commitmentOf } from "../../shared/fund/exposure";
import { yuan } from "../../shared/money";
import { numbersOf } from "../../shared/process/claim-amount";
import { loweredOf, type StandingRows } from "../loan/standing";
import { transitionOf } from "../loan/transition";
import type { CaseNow } from "./case-verb";
import type { Sight } from "./file-sight";
import { coveredBy } from "./view-parts";

/** Told to those who decide on the loan and to its institutions; under an agreement there is nothing to tell. */
function transitionPart({ scheme, loanFile }: CaseNow, sight: Sight | undefined, found: StandingRows) {
  if (!loanFile || !sight || sight === "firm") return {};
  const { needed, consent } = transitionOf(scheme, loanFile, found);
  return needed || consent ? { transition: { needed, ...(consent ? { consent: { ...consent } } : {}) } } : {};
}

export function loanPart(now: CaseNow, sight: Sight | undefined, found: StandingRows): Pick<CaseView, "loan"> {
  const { loan, tier } = now.state;
  if (!loan) return {};
  const lowered = now.loanFile ? loweredOf(now, now.loanFile, found) : undefined;
  const { loanId: id, contractNo, principal, rate, termMonths, disbursedOn, mode, lender, partner } = loan;
  return {
    loan: {
      id,
      contractNo,
      principal: yuan(principal),
      rate,
      termMonths,
      disbursedOn,
      mode,
      lender: { ...lender },
      ...(partner ? { partner: { ...partner } } : {}),
      ...(loan.stands ? { stands: { ...loan.stands } } : {}),
      covered: loan.stands
        ? yuan(commitmentOf({ ratio: loan.stands.ratio, outstanding: loan.principal }))
        : coveredBy(now.scheme, tier?.choice, loan.principal, numbersOf(now.scheme, tier?.on, now.act.on), lowered?.ok ? lowered.value : undefined),
      ...transitionPart(now, sight, found),
    },
  };
}
