/** What is owed around a loan, and who bears its loss, as one viewer of its case reads it. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { CaseView } from "../../shared/contract/case";
import { type LossRules, type Part, shareOut } from "../../shared/fund/sharing";
import { type Fen, yuan } from "../../shared/money";
import { claimAmount, lossOfEach } from "../../shared/process/claim-amount";
import type { Claim } from "../../shared/process/claim-state";
import { type LoanFile, payeeOf } from "../../shared/process/loan-file";
import { outstandingOn } from "../../shared/process/loan-life";
import { mayFulfil, owedOn } from "../../shared/process/obligation-view";
import { modesOf } from "../../shared/process/procedure";
import { valueOn } from "../../shared/rule/parameter";
import type { CaseNow } from "./case-verb";
import type { Viewer } from "./timeline";

type View = NonNullable<CaseView["file"]>;

export function obligationsView({ scheme, act }: CaseNow, file: LoanFile, viewer: Viewer): View["obligations"] {
  const owed = owedOn(scheme.obligations, file, act.on, stateCouncil());
  if (!owed.ok) return [];
  const org = { id: viewer.orgId, kind: viewer.orgKind, name: "" };
  return owed.value.map(({ obligation, done, ways, ...one }) => ({
    ...one,
    id: obligation.id,
    says: obligation.says,
    article: obligation.cites.article,
    by: [...obligation.by],
    ways: [...ways],
    paper: obligation.paper ?? false,
    gates: [...obligation.gates],
    ...(obligation.after ? { after: obligation.after } : {}),
    done: done.map(({ obligation: _, ...entry }) => ({ ...entry })),
    mine: obligation.satisfiedBy === undefined && mayFulfil(obligation, file, org),
  }));
}

/** The loss that is shared: what the claim is computed from today, or what is owed of the loan while nothing is claimed. */
function lossOf({ scheme, act }: CaseNow, file: LoanFile, claim: Claim | undefined, sums: Readonly<Record<string, Fen>>): Fen {
  if (claim?.paid?.loss !== undefined) return claim.paid.loss;
  const worth = claim && claimAmount(scheme, file, claim, act.on, undefined, sums);
  return worth?.ok ? worth.value.basis.base : outstandingOn(file.life, act.on);
}

type Shown = View["parts"][number];

function partsBy(bearing: LossRules["bearing"], parts: readonly Part[], on: CaseNow["act"]["on"]): Shown[] {
  const among = bearing.kind === "shares" ? valueOn(bearing.among, on) : undefined;
  return parts.map(({ party, amount, inner }): Shown => {
    const share = among?.ok ? among.value.find((one) => one.party === party)?.share : undefined;
    const several = bearing.kind === "shares" ? bearing.inner?.[party] : undefined;
    return {
      party,
      amount: yuan(amount),
      article: bearing.cites.article,
      ...(share ? { share } : {}),
      ...(inner && several ? { inner: partsBy(several, inner, on) } : {}),
    };
  });
}

/** By the document's shares, or by those of the loan's own record. */
export function partsView(now: CaseNow, file: LoanFile, sums: Readonly<Record<string, Fen>>): View["parts"] {
  const { scheme, act } = now;
  const claim = file.claim?.step === "withdrawn" ? undefined : file.claim;
  const loss = lossOf(now, file, claim, sums);
  const { tiers = [] } = file.loan;
  if (tiers.length > 0) {
    const each = lossOfEach(file, loss);
    const { article } = scheme.claim.guarantor?.cites ?? scheme.claim.cites;
    return tiers.map(({ party, share }) => ({ party, share, amount: yuan(each[`${party}Loss`] ?? loss), article }));
  }
  if (!scheme.loss) return [];
  const shared = shareOut(scheme.loss.bearing, loss, {}, act.on);
  return shared.ok ? partsBy(scheme.loss.bearing, shared.value, act.on) : [];
}

/** A claim as it would be filed today, for the sums that it would be held against. */
export function claimToday({ scheme, act }: CaseNow, file: LoanFile): Claim | undefined {
  const mode = modesOf(scheme.admission).find(({ id }) => id === file.loan.mode);
  const payee = mode && payeeOf(file, mode);
  if (!payee) return undefined;
  const evidence = { grade: file.life.grade, overdueDays: 0, letterNo: "" };
  const none = 0 as Fen;
  const filing = { claimId: "", evidence, principal: outstandingOn(file.life, act.on), interest: none, covered: none, papers: [] };
  return { id: "", step: "file", since: act.on, receivedOn: act.on, filing, payee, filedBy: "", ratio: file.tier.ratio };
}
