/** A loss that arose although everything was done as it should be: found so once, by a paper, and then nobody is called to account for it. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { OrgKind } from "./party";

export interface ExemptionRules {
  /** Everything that has to be found, by the document's words. */
  readonly grounds: readonly string[];
  readonly by: readonly OrgKind[];
  readonly cites: Citation;
  /** What is dealt with where it was otherwise. */
  readonly misconduct: { readonly types: readonly string[]; readonly cites: Citation };
}

export interface Exemption {
  readonly found: readonly string[];
  readonly documentNo: string;
  readonly on: LocalDate;
}

/** Refuses `role_forbidden`, `finding_unproven` while one of the grounds is not found or no paper says so, `violation_case` where somebody was found to answer for the loss. */
export function exempt(
  rules: ExemptionRules,
  given: Exemption,
  by: OrgKind,
  answered?: { readonly documentNo: string; readonly on: LocalDate },
): Outcome<Exemption> {
  if (!rules.by.includes(by)) return refuse("role_forbidden", { kind: by }, rules.cites);
  const open = rules.grounds.filter((ground) => !given.found.includes(ground));
  if (open.length > 0 || given.documentNo.trim() === "") return refuse("finding_unproven", { missing: open.join("、") || "documentNo" }, rules.cites);
  return answered ? refuse("violation_case", { documentNo: answered.documentNo, on: answered.on }, rules.misconduct.cites) : accept(given);
}

/** May somebody be called to account for the loss? Refuses `liability_exempt` where it was found otherwise, `field_invalid` for a type that the document does not name, `document_no_required`. */
export function answersFor(
  rules: ExemptionRules,
  exemption: Exemption | undefined,
  finding: { readonly type: string; readonly documentNo: string },
): Outcome<{ readonly code: "violation_case"; readonly type: string; readonly cites: Citation }> {
  if (!rules.misconduct.types.includes(finding.type))
    return refuse("field_invalid", { given: finding.type.slice(0, 40) }, rules.misconduct.cites, "type");
  if (finding.documentNo.trim() === "") return refuse("document_no_required", {}, rules.misconduct.cites, "documentNo");
  if (exemption) return refuse("liability_exempt", { documentNo: exemption.documentNo, on: exemption.on }, rules.cites);
  return accept({ code: "violation_case", type: finding.type, cites: rules.misconduct.cites });
}
