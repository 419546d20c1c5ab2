/** How the institution behind a loan stands on a day: its agreement, the government's consent to an earlier deal, a ratio lowered by sanction or agreement. */
import { Decimal } from "decimal.js";
import type { Ratio } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import type { Standing } from "../../shared/process/claim";
import { agreedRatio } from "../../shared/process/claim-amount";
import { type LoanFile, payeeOf } from "../../shared/process/loan-file";
import { stepOf } from "../../shared/process/procedure";
import { institutionStanding } from "../../shared/process/sanction";
import type { CaseNow } from "../case/case-verb";
import type { Rows } from "../database";
import { agreementsInForceQuery } from "../institution/store";
import { measuresQuery, sanctionOf, transitionQuery } from "../sanction/store";
import type { LoadCtx } from "../verb";

/** Merge into a verb's own `load`. */
export const standingQueries = ({ db, schemeId, today }: Pick<LoadCtx, "db" | "schemeId" | "today">, caseId: string) => ({
  agreementsNow: agreementsInForceQuery(db, schemeId, today),
  measuresNow: measuresQuery(db, schemeId),
  transition: transitionQuery(db, caseId),
});
export type StandingRows = Rows<ReturnType<typeof standingQueries>>;

const least = (...ratios: readonly (Ratio | undefined)[]): Ratio | undefined =>
  ratios.reduce<Ratio | undefined>((low, one) => (one !== undefined && (low === undefined || new Decimal(one).lt(low)) ? one : low), undefined);

/** Refuses `agreement_exceeds_plan` where an agreement promises more than the tier's own ratio. */
export function standingOf(now: Pick<CaseNow, "scheme" | "act">, file: LoanFile, found: StandingRows): Outcome<Standing> {
  const mode = stepOf(now.scheme.admission, "loan")?.modes.find((one) => one.id === file.loan.mode);
  const payee = (mode && payeeOf(file, mode)) ?? file.loan.lender;
  const agreement = found.agreementsNow.find((one) => one.orgId === payee.id);
  const promised = agreement?.maxRatio && new Decimal(agreement.maxRatio).lt(file.tier.ratio) ? agreement.maxRatio : undefined;
  const agreed = agreedRatio(now.scheme.transition?.precedence ?? now.scheme.claim.agreement, file.tier.ratio, promised);
  if (!agreed.ok) return agreed;
  const against = found.measuresNow.filter((one) => one.org_id === payee.id || one.org_id === file.loan.lender.id).map(sanctionOf);
  const { lowered } = institutionStanding(now.scheme.sanctions, against, now.act.on);
  const low = least(promised, lowered[file.loan.loanId]);
  return accept({
    agreementInForce: agreement !== undefined,
    ...(found.transition[0] ? { transitionConsent: found.transition[0].document_no } : {}),
    ...(low === undefined ? {} : { lowered: low }),
  });
}
