/** How the institution behind a loan stands on a day: its agreement, the government's consent to an earlier deal, a ratio lowered by sanction or agreement. */
import { Decimal } from "decimal.js";
import type { SQL } from "drizzle-orm";
import type { Ratio } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import type { Standing } from "../../shared/process/claim";
import { agreedRatio } from "../../shared/process/claim-amount";
import type { LoanFile } from "../../shared/process/loan-file";
import { institutionStanding } from "../../shared/process/sanction";
import { admitFile } from "../../shared/process/transition";
import { institutionBarred } from "../ban/standing";
import { institutionStandQuery } from "../ban/store";
import type { CaseNow } from "../case/case-verb";
import type { Rows } from "../database";
import { agreementsInForceQuery, firstSignedOn } from "../institution/store";
import { measuresQuery, sanctionOf } from "../sanction/store";
import type { LoadCtx } from "../verb";
import { watchQueries, watchStanding } from "../watch/standing";
import { standsBehind, transitionOf, transitionQueries } from "./transition";

/** Merge into a verb's own `load`. */
export const standingQueries = (
  { db, schemeId, document, today }: Pick<LoadCtx, "db" | "schemeId" | "document" | "today">,
  caseId: string | SQL,
) => ({
  agreementsNow: agreementsInForceQuery(db, schemeId, today),
  measuresNow: measuresQuery(db, schemeId),
  bansNow: institutionStandQuery(db, schemeId),
  ...watchQueries({ db, schemeId, document }),
  ...transitionQueries(db, schemeId, caseId),
});
export type StandingRows = Rows<ReturnType<typeof standingQueries>>;

/** An agreement's own ratio where it is below a tier's (六: the agreement goes first, never above the document). */
export const promisedBelow = (ratio: Ratio, agreed: Ratio | null | undefined): Ratio | undefined =>
  agreed && new Decimal(agreed).lt(ratio) ? agreed : undefined;

const least = (...ratios: readonly (Ratio | undefined)[]): Ratio | undefined =>
  ratios.reduce<Ratio | undefined>((low, one) => (one !== undefined && (low === undefined || new Decimal(one).lt(low)) ? one : low), undefined);

/** A ratio that an agreement or a sanction put below the tier's, the lowest of them. Refuses `agreement_exceeds_plan` where an agreement promises more. */
export function loweredOf(
  { scheme, act }: Pick<CaseNow, "scheme" | "act">,
  file: Pick<LoanFile, "loan" | "tier">,
  { agreementsNow, measuresNow }: Pick<StandingRows, "agreementsNow" | "measuresNow">,
): Outcome<Ratio | undefined> {
  const payee = standsBehind(scheme, file);
  const promised = promisedBelow(file.tier.ratio, agreementsNow.find((one) => one.orgId === payee.id)?.maxRatio);
  const agreed = agreedRatio(scheme.transition?.precedence ?? scheme.claim.agreement, file.tier.ratio, promised);
  if (!agreed.ok) return agreed;
  const against = measuresNow.filter((one) => one.org_id === payee.id || one.org_id === file.loan.lender.id).map(sanctionOf);
  const { lowered } = institutionStanding(scheme.sanctions, against, act.on);
  return accept(least(promised, lowered[file.loan.loanId]));
}

/**
 * Refuses `agreement_exceeds_plan`, and `transition_no_gov_consent` for a deal from before its agreement while the government has not consented:
 * nothing of it is claimed or paid until then.
 */
export function standingOf(now: Pick<CaseNow, "scheme" | "act">, file: LoanFile, found: StandingRows): Outcome<Standing> {
  const { scheme, act } = now;
  const low = loweredOf(now, file, found);
  if (!low.ok) return low;
  const payee = standsBehind(scheme, file);
  const transition = transitionOf(scheme, file, found);
  const papers = { governmentDocument: transition.consent?.documentNo ?? "", agreementSignedOn: firstSignedOn(found.signed, payee.id) };
  const admitted = transition.needed ? admitFile(scheme, file, papers, act) : accept(undefined);
  if (!admitted.ok) return admitted;
  const against = found.measuresNow.filter((one) => one.org_id === payee.id).map(sanctionOf);
  const { terminated } = institutionStanding(scheme.sanctions, against, act.on);
  const barred = institutionBarred(scheme, found.bansNow, payee.id, act.on);
  const watched = watchStanding(scheme, found, payee.id, act.on);
  if (!watched.ok) return watched;
  return accept({
    ...(barred.ok ? {} : { barred: barred.refusals }),
    ...(watched.value.pausedBy === undefined ? {} : { pausedBy: watched.value.pausedBy }),
    agreementInForce: !terminated && found.agreementsNow.some((one) => one.orgId === payee.id),
    ...(admitted.value?.documentNo ? { transitionConsent: admitted.value.documentNo } : {}),
    ...(low.value === undefined ? {} : { lowered: low.value }),
  });
}
