/** Pushing ahead of an agreement: where the document lets a case go to an institution that has signed none yet, for a reason and flagged as such. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { TransitionRules } from "./claim-rules";
import type { SchemeProcess } from "./procedure";
import type { Institution } from "./push";

/** What pushing asks of a scheme. */
export type PushScheme = SchemeProcess & { readonly transition?: TransitionRules };

/** Never under an agreement so far, though not kept out for another reason: the one to which a case may go ahead of the agreement. */
export const isBeforeAgreement = (institution: Pick<Institution, "agreementInForce" | "agreementSignedOn">, on: LocalDate): boolean =>
  !institution.agreementInForce && (institution.agreementSignedOn === undefined || institution.agreementSignedOn > on);

/** Refuses `no_agreement` where the document lets nothing go ahead of an agreement, `reason_required`. */
export function mayGoAhead(scheme: PushScheme, reason: string, on: LocalDate): Outcome<true> {
  if (!scheme.transition) return refuse("no_agreement", {}, scheme.validity.cites, "transition");
  const { enabled, cites } = scheme.transition;
  const allowed = valueOn(enabled, on);
  if (!allowed.ok) return allowed;
  if (!allowed.value) return refuse("no_agreement", {}, cites, "transition");
  return reason.trim() === "" ? refuse("reason_required", {}, cites, "transitionReason") : accept(true);
}
