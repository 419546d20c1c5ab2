/** Joint review: seats are set, units may stand aside, the ballot opens only for a complete odd panel, and closing counts what the units said. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { type Act, after, mustBeEligible, openForBusiness, performedBy, standsAt } from "./act";
import { type Ballot, ballotFits, carried, panelReady, type Seat, tally, voting } from "./ballot";
import { type CaseState, openReview, type ReviewState } from "./case";
import type { CaseEvent } from "./event";
import type { OrgRef } from "./party";
import { type BallotStep, type SchemeProcess, stepById } from "./procedure";

function ballotStep(scheme: SchemeProcess, state: CaseState): Outcome<BallotStep> {
  const step = stepById(scheme.admission, state.step);
  if (step?.kind === "ballot") return accept(step);
  const screened = state.checks.some((check) => check.passed);
  return refuse(
    screened ? "wrong_step" : "not_screened",
    { status: state.status },
    scheme.admission.steps.find((candidate) => candidate.kind === "check")?.cites,
  );
}

/** What stands in the way of opening this panel's ballot now; empty when nothing does. */
export function panelObstacles(scheme: SchemeProcess, state: CaseState, seats: readonly Seat[], on: LocalDate) {
  const step = stepById(scheme.admission, state.step);
  if (step?.kind !== "ballot") return [];
  const ready = panelReady(step, seats, state.recommendation?.by.id, on);
  return ready.ok ? [] : ready.refusals;
}

/** Puts a case on a meeting's agenda with its units; may be repeated until the ballot opens. A recusal stays with the delegate who declared it. */
export function schedule(
  scheme: SchemeProcess,
  state: CaseState,
  plan: { reviewId: string; meetingId: string; heldOn: LocalDate; seats: readonly Seat[] },
  act: Act,
): Outcome<CaseEvent[]> {
  const step = ballotStep(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "ballot", "ballot_scheduled");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const allowed = [...step.value.panel.fixed.flatMap((place) => place.kinds), ...step.value.panel.optional];
  const stranger = plan.seats.find((seat) => !allowed.includes(seat.unit.kind));
  if (stranger) return refuse("partner_type_mismatch", { given: stranger.unit.name }, step.value.panel.cites, "seats");
  const ready = panelReady(step.value, plan.seats, state.recommendation?.by.id, act.on);
  const faults = ready.ok ? [] : ready.refusals.filter((refusal) => refusal.code === "delegate_invalid" || refusal.code === "delegate_duplicate");
  if (faults.length > 0) return { ok: false, refusals: faults };
  const before = openReview(state)?.seats ?? [];
  const seats = plan.seats.map((seat): Seat => {
    const stoodAside = before.find((old) => old.unit.id === seat.unit.id && old.delegate.personId === seat.delegate.personId)?.recused;
    return stoodAside === undefined ? seat : { ...seat, recused: stoodAside };
  });
  return accept([{ type: "review_scheduled", ...plan, seats }]);
}

function seatOf(state: CaseState, act: Act): Outcome<{ review: ReviewState; seat: Seat }> {
  const review = openReview(state);
  const seat = review?.seats.find((candidate) => candidate.unit.id === act.actor.org.id);
  if (!review || !seat) return refuse("unit_not_on_panel", { unit: act.actor.org.name });
  if (seat.delegate.personId !== act.actor.personId)
    return refuse("delegate_invalid", { unit: seat.unit.name, title: act.actor.name, allowed: seat.delegate.name });
  return accept({ review, seat });
}

export function recuse(scheme: SchemeProcess, state: CaseState, reason: string, act: Act): Outcome<CaseEvent[]> {
  const step = ballotStep(scheme, state);
  if (!step.ok) return step;
  if (state.status === "ballot_open") return refuse("review_already_open", {}, step.value.panel.cites);
  const placed = standsAt(state, "ballot_scheduled");
  if (!placed.ok) return placed;
  const mine = seatOf(state, act);
  if (!mine.ok) return mine;
  if (mine.value.seat.recused !== undefined) return refuse("unit_recused", { unit: mine.value.seat.unit.name });
  return accept([{ type: "seat_recused", reviewId: mine.value.review.id, unit: act.actor.org, reason }]);
}

/** Opens the ballot: the electorate is frozen here. Refuses an incomplete or even panel, and a meeting that lies ahead. */
export function openBallot(scheme: SchemeProcess, state: CaseState, facts: Facts, act: Act): Outcome<CaseEvent[]> {
  const step = ballotStep(scheme, state);
  if (!step.ok) return step;
  if (state.status === "ballot_open") return refuse("review_already_open", {}, step.value.cites);
  const placed = standsAt(state, "ballot_scheduled");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const review = openReview(state);
  if (!review) return refuse("meeting_missing", {}, step.value.cites);
  if (review.heldOn > act.on) return refuse("meeting_not_today", { heldOn: review.heldOn, on: act.on }, step.value.cites);
  const ready = panelReady(step.value, review.seats, state.recommendation?.by.id, act.on);
  if (!ready.ok) return ready;
  const decision = mustBeEligible(scheme, facts, "review", act.on);
  if (!decision.ok) return decision;
  const electorate = ready.value.map((seat) => seat.unit.id);
  return accept([{ type: "review_opened", reviewId: review.id, electorate, choices: step.value.choices.map((choice) => choice.id) }]);
}

/** One unit, one ballot a round, by its delegate in person, with a reason; `sealed` is the ballot as the worker closed it. */
export function castBallot(
  scheme: SchemeProcess,
  state: CaseState,
  ballot: { choice: string; reason: string; sealed: string },
  act: Act,
): Outcome<CaseEvent[]> {
  const step = ballotStep(scheme, state);
  if (!step.ok) return step;
  const mine = seatOf(state, act);
  if (!mine.ok) return mine;
  const { review, seat } = mine.value;
  if (state.status !== "ballot_open") return refuse("review_not_open", { status: state.status }, step.value.cites);
  if (seat.recused !== undefined || !review.electorate.includes(seat.unit.id)) return refuse("unit_recused", { unit: seat.unit.name });
  if (review.cast.some((cast) => cast.unit === seat.unit.id))
    return refuse("unit_already_voted", { unit: seat.unit.name }, step.value.delegate.cites);
  const fits = ballotFits(step.value, review.choices, ballot);
  if (!fits.ok) return fits;
  return accept([{ type: "ballot_cast", reviewId: review.id, round: review.round, unit: act.actor.org, sealed: ballot.sealed }]);
}

/** Closing fixes who is supported, at what ratio, and who carries recovery; without any of them it refuses `review_incomplete`. */
export function closeBallot(
  scheme: SchemeProcess,
  state: CaseState,
  command: { readonly ballots: readonly Ballot[]; readonly recoveryOwner: OrgRef | undefined },
  facts: Facts,
  act: Act,
): Outcome<CaseEvent[]> {
  const step = ballotStep(scheme, state);
  if (!step.ok) return step;
  if (state.status !== "ballot_open") return refuse("review_not_open", { status: state.status }, step.value.cites);
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const review = openReview(state);
  if (!review) return refuse("review_not_open", { status: state.status }, step.value.cites);
  const silent = voting(review.seats).filter(
    (seat) => review.electorate.includes(seat.unit.id) && !review.cast.some((cast) => cast.unit === seat.unit.id),
  );
  if (silent.length > 0)
    return refuse(
      "ballots_missing",
      { missing: silent.map((seat) => seat.unit.name).join("、"), units: String(review.electorate.length) },
      step.value.cites,
    );
  const ready = panelReady(step.value, review.seats, state.recommendation?.by.id, act.on);
  if (!ready.ok) return ready;
  const { ballots } = command;
  const strayed = review.electorate.filter((unit) => ballots.filter((ballot) => ballot.unit === unit).length !== 1);
  if (strayed.length > 0 || ballots.length !== review.electorate.length)
    return refuse("ballots_missing", { missing: strayed.join("、"), units: String(review.electorate.length) }, step.value.cites);
  const counts = tally(review.choices, ballots);
  const result = carried(step.value, counts, review.electorate.length, review.round, act.on);
  if (!result.ok) return result;
  const base = { reviewId: review.id, counts, ballots };
  if (result.value.kind === "revote") return accept([{ type: "revote_opened", ...base, round: review.round + 1, choices: result.value.between }]);
  if (result.value.kind === "deferred") return accept([{ type: "review_deferred", ...base }]);
  const { choice: chosen } = result.value;
  const choice = step.value.choices.find((candidate) => candidate.id === chosen);
  if (!choice) return refuse("tier_invalid", { given: chosen }, step.value.cites);
  const released = state.holdsSlot && !needsApproval(scheme, chosen) ? { slotReleased: true as const } : {};
  return decided(scheme, step.value, { ...base, ...released, choice: chosen }, command.recoveryOwner, facts, act);
}

/** Whether a result goes to a higher authority, whose approval holds a place of the year's quota. */
const needsApproval = (scheme: SchemeProcess, choice: string) =>
  scheme.admission.steps.some((step) => step.kind === "approve" && step.slot && (!step.when || step.when.choices.includes(choice)));

function decided(
  scheme: SchemeProcess,
  step: BallotStep,
  base: { reviewId: string; counts: Readonly<Record<string, number>>; ballots: readonly Ballot[]; choice: string; slotReleased?: true },
  recoveryOwner: OrgRef | undefined,
  facts: Facts,
  act: Act,
): Outcome<CaseEvent[]> {
  const choice = step.choices.find((candidate) => candidate.id === base.choice);
  const decision = mustBeEligible(scheme, facts, "review", act.on);
  if (!decision.ok) return decision;
  if (!choice?.supports || !choice.ratio)
    return accept([{ type: "review_decided", ...base, next: { step: step.id, status: "not_supported" }, decision: decision.value }]);
  if (!recoveryOwner) return refuse("review_incomplete", {}, step.record ?? step.cites, "recoveryOwner");
  const ratio = valueOn(choice.ratio, act.on);
  if (!ratio.ok) return ratio;
  return accept([
    {
      type: "review_decided",
      ...base,
      ratio: ratio.value,
      recoveryOwner,
      next: after(scheme.admission, step.id, base.choice),
      decision: decision.value,
    },
  ]);
}
