/** A loan that an institution made under the document without a list of firms: entered by it, held against the rules, covered from then on. */
import type { Citation } from "../citation";
import { ratioOf } from "../fund/ratio";
import type { LocalDate } from "../local-date";
import { areOneWhole, type Fen } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { warnings } from "../rule/rule";
import { type Act, mustBeEligible, onward, performedBy, standsAt } from "./act";
import type { CaseState } from "./case";
import type { CaseEvent, LoanRecord } from "./event";
import type { OrgRef } from "./party";
import { type LoanMode, type RegisterStep, type SchemeProcess, stepOf } from "./procedure";

/** A loan as the institution enters it; what the fund stands behind is not its to say. */
export interface Registration {
  readonly loan: Omit<LoanRecord, "stands" | "leadId">;
  readonly enterprise: OrgRef;
}

/** The part of a principal that the fund stands behind, by the mode's own rule and the loan's own shares on its day. Refuses what the rule refuses. */
export function standsBehind(mode: LoanMode, principal: Fen, on: LocalDate, tiers: LoanRecord["tiers"] = []): Outcome<LoanRecord["stands"]> {
  if (!mode.stands) return accept(undefined);
  const ratios = Object.fromEntries(tiers.map(({ party, share }) => [party, share]));
  const ratio = ratioOf(mode.stands, { figures: { loanAmount: principal }, ratios, days: { disbursed: on } }, on);
  return ratio.ok ? accept({ choice: mode.id, ratio: ratio.value }) : ratio;
}

/** The article by which it is that part: of the bands, the shares or the part of another's share; the mode's own where it says no more. */
export function standsBy({ stands, cites }: LoanMode): Citation {
  if (stands?.kind === "by_band") return stands.bands.cites;
  if (stands?.kind === "part_of") return stands.part.cites;
  return stands?.kind === "of_shares" ? stands.among.cites : cites;
}

/** A mode that is closed is refused by its own word; `share_sum` where those who bear a loss are not all told, or not by one whole. */
function modeFits(mode: LoanMode, tiers: LoanRecord["tiers"], on: LocalDate): Outcome<true> {
  const { open, bearers } = mode;
  const opened = open ? valueOn(open.when, on) : accept(true);
  if (!opened.ok) return opened;
  if (open && !opened.value) return refuse(open.code, { mode: mode.says }, open.cites, "mode");
  if (!bearers) return accept(true);
  const parties = valueOn(bearers.parties, on);
  if (!parties.ok) return parties;
  const given = tiers ?? [];
  const fits = given.map(({ party }) => party).join() === parties.value.join() && areOneWhole(given.map(({ share }) => share));
  return fits ? accept(true) : refuse("share_sum", { given: given.map(({ share }) => share).join("+") || "—" }, bearers.cites, "tiers");
}

/**
 * May a case begin here? Where no list goes before it, for the modes that need none, and for a firm that stands on the list by another case: it was
 * listed once and may be lent to more than once.
 */
const begins = (scheme: SchemeProcess, step: RegisterStep, mode: string, facts: Facts): boolean =>
  scheme.admission.steps[0] === step || step.opensFor?.includes(mode) === true || facts.listed !== undefined;

/** A firm that was put on the list by the step that lists it stands there from that day on. */
export const listedBy = ({ admission }: SchemeProcess, { listedOn, unlistedOn, approval }: CaseState): Pick<Facts, "listed"> => {
  const on = listedOn ?? (admission.steps.some((step) => step.kind === "approve" && step.lists) ? approval?.on : undefined);
  return on ? { listed: { listedOn: on, ...(unlistedOn ? { removedOn: unlistedOn } : {}) } } : {};
};

/**
 * Refuses `wrong_step`, `role_forbidden`, `mode_invalid`, `partner_type_mismatch`, `guarantor_missing`, `share_sum`, the word of a mode that is closed, and everything that the rules refuse at `registration`.
 * The rules are those of the day of disbursement, so that a loan made in the scheme's life may still be entered after its end.
 */
export function registerLoan(scheme: SchemeProcess, state: CaseState, given: Registration, facts: Facts, act: Act): Outcome<CaseEvent[]> {
  const step = stepOf(scheme.admission, "register");
  if (!step) return refuse("wrong_step", { status: state.status });
  const { loan, enterprise } = given;
  const placed = standsAt(state, ...(begins(scheme, step, loan.mode, facts) ? (["draft", "register"] as const) : (["register"] as const)));
  // a firm that is on no list yet is told so by the rules themselves
  if (!placed.ok && state.status !== "draft") return placed;
  const role = performedBy(step, act.actor.org.kind);
  if (!role.ok) return role;
  const mode = step.modes.find((candidate) => candidate.id === loan.mode);
  if (!mode) return refuse("mode_invalid", { given: loan.mode.slice(0, 40) }, step.cites, "mode");
  const from = scheme.validity.from as LocalDate;
  const asOf = loan.disbursedOn < from ? from : loan.disbursedOn;
  const fits = modeFits(mode, loan.tiers, asOf);
  if (!fits.ok) return fits;
  if (!mode.lenders.includes(loan.lender.kind)) return refuse("partner_type_mismatch", { given: loan.lender.name }, mode.cites, "lender");
  if (mode.needs && loan.partner?.kind !== mode.needs) return refuse("guarantor_missing", {}, mode.cites, "partner");
  if (act.actor.org.id !== loan.lender.id && act.actor.org.id !== loan.partner?.id)
    return refuse("payee_wrong", { payee: loan.lender.name, given: act.actor.org.name }, step.cites);
  if (loan.disbursedOn > act.on) return refuse("disbursed_in_future", { disbursedOn: loan.disbursedOn, on: act.on }, undefined, "disbursedOn");
  const asked = { ...listedBy(scheme, state), ...facts, loan: { ...facts.loan, ...loanFacts(loan) } };
  const decision = mustBeEligible(scheme, asked, "registration", asOf);
  if (!decision.ok) return decision;
  if (!placed.ok) return placed;
  const stands = standsBehind(mode, loan.principal, asOf, loan.tiers);
  if (!stands.ok) return stands;
  return accept([
    {
      type: "loan_registered",
      next: onward(scheme.admission, step.id),
      enterprise,
      loan: { ...loan, leadId: "", ...(stands.value ? { stands: stands.value } : {}) },
      facts: asked,
      warnings: warnings(decision.value).flatMap((finding) => (finding.code ? [finding.code] : [])),
      decision: decision.value,
    },
  ]);
}

/** What the record itself says, which goes before what was told beside it. */
export const loanFacts = ({ mode, principal, disbursedOn, termMonths, rate, orderNo }: Registration["loan"]) => ({
  mode,
  principal,
  disbursedOn,
  termMonths,
  rate,
  ...(orderNo ? { orderNo } : {}),
});
