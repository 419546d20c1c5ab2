/** The verification of a claim by the very units that rated the loan: the same seats or their recorded successors, odd, by sealed ballots. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import { type Ballot, ballotFits, carried, panelReady, type Seat, tally } from "./ballot";
import { actsAt, type ClaimScheme, claimOf, claimStep, nextStep } from "./claim";
import type { ClaimStep } from "./claim-rules";
import type { Claim, ClaimEvent, Successor, Verification } from "./claim-state";
import type { LoanFile } from "./loan-file";

export interface PanelDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Which units lack and which are too many, when successors stand for the units that they follow. Empty on both sides is the same panel. */
export function panelDifference(
  rated: readonly string[],
  verifying: readonly string[],
  successors: readonly Pick<Successor, "from" | "to">[] = [],
): PanelDifference {
  const stands = (unit: string) => successors.find((one) => one.from === unit)?.to ?? unit;
  const wanted = new Set(rated.map(stands));
  return { missing: [...wanted].filter((unit) => !verifying.includes(unit)), extra: verifying.filter((unit) => !wanted.has(unit)) };
}

type VerifyStep = Extract<ClaimStep, { kind: "ballot" }>;

function placed(scheme: ClaimScheme, file: LoanFile): Outcome<{ claim: Claim; step: VerifyStep }> {
  const claim = claimOf(file);
  if (!claim.ok) return claim;
  const step = claimStep(scheme.claim, claim.value, "ballot");
  return step.ok ? accept({ claim: claim.value, step: step.value }) : step;
}

function ready(step: VerifyStep, file: LoanFile, seats: readonly Seat[], successors: readonly Successor[], on: LocalDate) {
  const recommender = successors.find((one) => one.from === file.recommender.id)?.to ?? file.recommender.id;
  return panelReady(step, seats, recommender, on);
}

/** Units by name; a successor that is not seated is told by the name of the unit that it follows. */
const namesIn =
  (seats: readonly Seat[], successors: readonly Successor[]) =>
  (units: readonly string[]): string =>
    units
      .map((id) => {
        const known = [id, successors.find((one) => one.to === id)?.from].map((one) => seats.find((seat) => seat.unit.id === one)?.unit.name);
        return known[0] ?? known[1] ?? id;
      })
      .join("、");

export interface PanelPlan {
  readonly id: string;
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly seats: readonly Seat[];
  readonly successors: readonly Successor[];
}

/** Refuses `claim_panel_mismatch` with the units that lack or are too many, `document_no_required` for a successor without its paper, and what any panel is refused with. */
export function setPanel(scheme: ClaimScheme, file: LoanFile, plan: PanelPlan, act: Act): Outcome<ClaimEvent[]> {
  const at = placed(scheme, file);
  if (!at.ok) return at;
  const { claim, step } = at.value;
  const role = actsAt(step, act);
  if (!role.ok) return role;
  if (claim.verification && claim.verification.round > 0 && !claim.verification.result) return refuse("review_already_open", {}, step.cites);
  if (plan.successors.some((one) => one.documentNo.trim() === "")) return refuse("document_no_required", {}, scheme.claim.sameUnits, "successors");
  const seated = plan.seats.map((seat) => seat.unit.id);
  const rated = file.raters.map((seat) => seat.unit.id);
  const { missing, extra } = panelDifference(rated, seated, plan.successors);
  if (missing.length > 0 || extra.length > 0) {
    const names = namesIn([...file.raters, ...plan.seats], plan.successors);
    return refuse("claim_panel_mismatch", { missing: names(missing), extra: names(extra) }, scheme.claim.sameUnits, "seats");
  }
  const strangers = plan.successors.filter((one) => !rated.includes(one.from)).map((one) => one.from);
  if (strangers.length > 0)
    return refuse("claim_panel_mismatch", { missing: "", extra: namesIn(file.raters, [])(strangers) }, scheme.claim.sameUnits, "successors");
  const panel = ready(step, file, plan.seats, plan.successors, act.on);
  if (!panel.ok) return panel;
  const interested = seated.filter((unit) => unit === claim.payee.id || unit === file.loan.lender.id);
  return accept([{ type: "claim_panel_set", panel: { ...plan, interested } }]);
}

const openPanel = (claim: Claim): Verification | undefined => (claim.verification?.result ? undefined : claim.verification);

export function openClaimBallot(scheme: ClaimScheme, file: LoanFile, act: Act): Outcome<ClaimEvent[]> {
  const at = placed(scheme, file);
  if (!at.ok) return at;
  const { claim, step } = at.value;
  const role = actsAt(step, act);
  if (!role.ok) return role;
  const panel = openPanel(claim);
  if (!panel) return refuse("meeting_missing", {}, step.cites);
  if (panel.round > 0) return refuse("review_already_open", {}, step.cites);
  if (panel.heldOn > act.on) return refuse("meeting_not_today", { heldOn: panel.heldOn, on: act.on }, step.cites);
  const seats = ready(step, file, panel.seats, panel.successors, act.on);
  if (!seats.ok) return seats;
  return accept([
    { type: "claim_ballot_opened", electorate: seats.value.map((seat) => seat.unit.id), choices: step.choices.map((choice) => choice.id) },
  ]);
}

/** One unit, one ballot a round, by its delegate, sealed. */
export function castClaimBallot(
  scheme: ClaimScheme,
  file: LoanFile,
  ballot: { readonly choice: string; readonly reason: string; readonly sealed: string },
  act: Act,
): Outcome<ClaimEvent[]> {
  const at = placed(scheme, file);
  if (!at.ok) return at;
  const { claim, step } = at.value;
  const panel = openPanel(claim);
  if (!panel || panel.round === 0) return refuse("review_not_open", { status: step.says }, step.cites);
  const seat = panel.seats.find((one) => one.unit.id === act.actor.org.id);
  if (!seat || !panel.electorate.includes(seat.unit.id)) return refuse("unit_not_on_panel", { unit: act.actor.org.name });
  if (seat.delegate.personId !== act.actor.personId)
    return refuse("delegate_invalid", { unit: seat.unit.name, title: act.actor.name, allowed: seat.delegate.name });
  if (panel.cast.some((cast) => cast.unit === seat.unit.id)) return refuse("unit_already_voted", { unit: seat.unit.name }, step.delegate.cites);
  const fits = ballotFits(step, panel.choices, ballot);
  if (!fits.ok) return fits;
  return accept([{ type: "claim_ballot_cast", round: panel.round, unit: act.actor.org, sealed: ballot.sealed }]);
}

/** Counts what the units said; their opinion goes on in words, and a refusal sends the claim back with it. Refuses `ballots_missing`, `reason_required` without an opinion. */
export function closeClaimBallot(
  scheme: ClaimScheme,
  file: LoanFile,
  command: { readonly ballots: readonly Ballot[]; readonly opinion: string },
  act: Act,
): Outcome<ClaimEvent[]> {
  const at = placed(scheme, file);
  if (!at.ok) return at;
  const { claim, step } = at.value;
  const role = actsAt(step, act);
  if (!role.ok) return role;
  const panel = openPanel(claim);
  if (!panel || panel.round === 0) return refuse("review_not_open", { status: step.says }, step.cites);
  const { ballots, opinion } = command;
  const silent = panel.electorate.filter(
    (unit) => !panel.cast.some((cast) => cast.unit === unit) || ballots.filter((ballot) => ballot.unit === unit).length !== 1,
  );
  if (silent.length > 0 || ballots.length !== panel.electorate.length)
    return refuse("ballots_missing", { missing: namesIn(panel.seats, [])(silent), units: String(panel.electorate.length) }, step.cites);
  const counts = tally(panel.choices, ballots);
  const result = carried(step, counts, panel.electorate.length, panel.round, act.on);
  if (!result.ok) return result;
  if (result.value.kind === "revote")
    return accept([{ type: "claim_revote_opened", round: panel.round + 1, choices: result.value.between, counts, ballots }]);
  if (result.value.kind === "deferred") return accept([{ type: "claim_deferred", counts, ballots }]);
  if (opinion.trim() === "") return refuse("reason_required", {}, step.record ?? step.cites, "opinion");
  const { choice } = result.value;
  const supports = step.choices.find((one) => one.id === choice)?.supports === true;
  const next = supports ? nextStep(scheme.claim, step.id) : step.onReturn;
  const given: ClaimEvent = { type: "claim_opinion_given", choice, opinion, counts, ballots, next };
  return accept(supports ? [given] : [given, { type: "claim_returned", step: step.id, next, reason: opinion }]);
}
