/** A panel as it is being put together: which units, whom each sends, and what still stands in the way. */
import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import { panelReady, type Seat, voting } from "../../../../shared/process/ballot";
import { type BallotStep, stepOf } from "../../../../shared/process/procedure";
import type { Answer } from "../../api";
import type { ShownRefusal } from "../../failure";
import { schemeOf } from "../../scheme";

export type Unit = Answer<"getMeeting">["units"][number];
export type Review = CaseView["reviews"][number];
/** The chosen delegate of each chosen unit; empty text while none is chosen. */
export type Plan = Readonly<Record<string, string>>;

export const ballotStepOf = (view: CaseView): BallotStep => {
  const step = stepOf(schemeOf(view.scheme.id).admission, "ballot");
  if (!step) throw new RangeError("no ballot");
  return step;
};

/** The review that is planned or under way; a result closes it. */
export const currentReview = (view: CaseView): Review | undefined => view.reviews.find((review) => !review.result);

/** Those of a unit who may sit on the panel by their office. */
export const delegatesOf = (step: BallotStep, unit: Unit) => unit.people.filter((person) => step.delegate.titles.includes(person.title));

/** The units that fill a place of their own, with the place's name; the recommender's place is its own unit's alone. */
export function placesOf(step: BallotStep, units: readonly Unit[], recommenderId: string | undefined) {
  return step.panel.fixed.map((place) => ({
    seat: place.seat,
    units: units.filter((unit) => place.kinds.includes(unit.kind) && (!place.own || unit.id === recommenderId)),
  }));
}

export const partnersOf = (step: BallotStep, units: readonly Unit[]) => units.filter((unit) => step.panel.optional.includes(unit.kind));

/** What a first plan holds: the seats as they are, else one unit for each fixed place with whoever plans, where that person fits, or its first fitting delegate. */
export function firstPlan(
  step: BallotStep,
  units: readonly Unit[],
  recommenderId: string | undefined,
  review: Review | undefined,
  me?: string,
): Plan {
  if (review) return Object.fromEntries(review.seats.map((seat) => [seat.unit.id, seat.delegate.personId]));
  const fixed = placesOf(step, units, recommenderId).flatMap((place) => place.units.slice(0, 1));
  const sent = (unit: Unit) => {
    const fitting = delegatesOf(step, unit);
    return (fitting.find((person) => person.personId === me) ?? fitting[0])?.personId ?? "";
  };
  return Object.fromEntries(fixed.map((unit) => [unit.id, sent(unit)]));
}

/** The plan as seats; a recusal stays with the delegate who declared it. */
export function seatsOf(plan: Plan, units: readonly Unit[], review: Review | undefined): Seat[] {
  return Object.entries(plan).flatMap(([id, personId]): Seat[] => {
    const unit = units.find((each) => each.id === id);
    const person = unit?.people.find((each) => each.personId === personId);
    if (!unit || !person) return [];
    const recused = review?.seats.find((seat) => seat.unit.id === id && seat.delegate.personId === personId)?.recused;
    return [{ unit: { id, kind: unit.kind, name: unit.name }, delegate: person, ...(recused === undefined ? {} : { recused }) }];
  });
}

export interface Standing {
  /** Units that will vote. */
  voters: number;
  majority: number;
  faults: ShownRefusal[];
}

export function standingOf(step: BallotStep, seats: readonly Seat[], recommenderId: string | undefined, on: LocalDate): Standing {
  const ready = panelReady(step, seats, recommenderId, on);
  const voters = voting(seats).length;
  const faults = ready.ok ? [] : ready.refusals.map(({ code, figures, cites }) => ({ code, figures, ...(cites ? { article: cites.article } : {}) }));
  return { voters, majority: Math.floor(voters / 2) + 1, faults };
}
