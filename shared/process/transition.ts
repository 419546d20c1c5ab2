/** Deals financed after the document came out and before the agreement was signed: they enter only with review, disbursement and the government's consent. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { type Act, openForBusiness } from "./act";
import type { TransitionRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import type { SchemeProcess } from "./procedure";

export interface TransitionDeal {
  readonly reviewed: boolean;
  readonly disbursedOn: LocalDate | undefined;
  readonly governmentDocument: string;
  /** When the agreement with this institution was signed, if it was. */
  readonly agreementSignedOn: LocalDate | undefined;
}

export interface Admitted {
  /** `agreement`: the agreement's own terms hold; `transition`: the deal came before it. */
  readonly by: "agreement" | "transition";
  readonly documentNo?: string;
}

/** Refuses `transition_no_gov_consent` with what lacks, `scheme_not_in_force` for a disbursement outside the scheme's life. */
export function admitDeal(
  scheme: Pick<SchemeProcess, "validity"> & { readonly transition?: TransitionRules },
  deal: TransitionDeal,
): Outcome<Admitted> {
  const { reviewed, disbursedOn, governmentDocument, agreementSignedOn } = deal;
  const cites = scheme.transition?.cites ?? scheme.validity.cites;
  if (disbursedOn === undefined) return refuse("transition_no_gov_consent", { missing: "disbursement" }, cites);
  const inLife = openForBusiness(scheme, disbursedOn);
  if (!inLife.ok) return inLife;
  if (agreementSignedOn !== undefined && agreementSignedOn <= disbursedOn) return accept({ by: "agreement" });
  if (!scheme.transition) return refuse("no_agreement", { on: disbursedOn }, cites);
  const missing = [...(reviewed ? [] : ["review"]), ...(governmentDocument.trim() === "" ? ["government_document"] : [])];
  return missing.length > 0
    ? refuse("transition_no_gov_consent", { missing: missing.join("、") }, cites)
    : accept({ by: "transition", documentNo: governmentDocument });
}

/** Does a funded deal wait for the government's consent, because no agreement was signed by its disbursement? */
export const needsConsent = (
  scheme: { readonly transition?: TransitionRules },
  loan: { readonly disbursedOn: LocalDate },
  agreementSignedOn: LocalDate | undefined,
): boolean => scheme.transition !== undefined && (agreementSignedOn === undefined || agreementSignedOn > loan.disbursedOn);

/** The same of a file that already stands in the system. */
export const admitFile = (
  scheme: Parameters<typeof admitDeal>[0],
  file: LoanFile,
  papers: { readonly governmentDocument: string; readonly agreementSignedOn: LocalDate | undefined },
  act: Act,
): Outcome<Admitted> => {
  const { disbursedOn } = file.loan;
  return admitDeal(scheme, { ...papers, reviewed: file.raters.length > 0, disbursedOn: disbursedOn <= act.on ? disbursedOn : undefined });
};
