/** Who may vote, how votes count and what carries are three separate questions, each a pure function. */
import type { LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { OrgRef } from "./party";
import type { BallotStep } from "./procedure";

/** A unit's place on a panel; one unit, one delegate, one ballot. */
export interface Seat {
  readonly unit: OrgRef;
  readonly delegate: { readonly personId: string; readonly name: string; readonly title: string };
  /** Set when the unit stood aside, with its reason. */
  readonly recused?: string;
}

export const voting = (seats: readonly Seat[]): readonly Seat[] => seats.filter((seat) => seat.recused === undefined);

/** Seats that a panel needs and that no voting unit fills; `recommenderId` is the unit that recommended the case. */
function vacant(step: BallotStep, seats: readonly Seat[], recommenderId: string | undefined): readonly string[] {
  const present = voting(seats);
  return step.panel.fixed
    .filter(
      (place) =>
        !present.some(({ unit }) => place.kinds.includes(unit.kind) && (!place.own || recommenderId === undefined || unit.id === recommenderId)),
    )
    .map((place) => place.seat);
}

function delegatesOf(step: BallotStep, seats: readonly Seat[]): Refusal[] {
  const refusals: Refusal[] = [];
  const units = new Set<string>();
  for (const { unit, delegate } of seats) {
    if (units.has(unit.id)) refusals.push({ code: "delegate_duplicate", figures: { unit: unit.name }, cites: step.delegate.cites });
    units.add(unit.id);
    if (!step.delegate.titles.includes(delegate.title))
      refusals.push({
        code: "delegate_invalid",
        figures: { unit: unit.name, title: delegate.title || "—", allowed: step.delegate.titles.join("、") },
        cites: step.delegate.cites,
      });
  }
  return refusals;
}

/** May this panel open its ballot? Refuses `panel_incomplete`, `panel_even`, `delegate_invalid`, `delegate_duplicate`; 三（三）in 延庆. */
export function panelReady(step: BallotStep, seats: readonly Seat[], recommenderId: string | undefined, on: LocalDate): Outcome<readonly Seat[]> {
  const refusals = delegatesOf(step, seats);
  const missing = vacant(step, seats, recommenderId);
  if (missing.length > 0) refusals.push({ code: "panel_incomplete", figures: { missing: missing.join("、") }, cites: step.panel.cites });
  const parity = valueOn(step.panel.parity, on);
  if (!parity.ok) return parity;
  const units = voting(seats);
  if (parity.value === "odd" && units.length % 2 === 0)
    refusals.push({ code: "panel_even", figures: { units: String(units.length) }, cites: step.panel.cites });
  return refusals.length > 0 ? refuseAll(refusals) : accept(units);
}

export interface Ballot {
  readonly unit: string;
  readonly choice: string;
  readonly reason: string;
}

/** May a ballot say this? Refuses `ballot_incomplete` without a choice or a reason, `tier_invalid` for a word that the document does not know, `ballot_choice_invalid` for one that this round no longer offers. */
export function ballotFits(step: BallotStep, offered: readonly string[], ballot: Pick<Ballot, "choice" | "reason">): Outcome<true> {
  if (ballot.choice === "") return refuse("ballot_incomplete", {}, step.cites, "choice");
  if (!step.choices.some((choice) => choice.id === ballot.choice))
    return refuse("tier_invalid", { given: ballot.choice.slice(0, 40) }, step.named ?? step.cites, "choice");
  if (!offered.includes(ballot.choice))
    return refuse("ballot_choice_invalid", { given: ballot.choice, allowed: offered.join("、") }, step.cites, "choice");
  return ballot.reason.trim() === "" ? refuse("ballot_incomplete", {}, step.cites, "reason") : accept(true);
}

/** Votes by choice, in the order of the choices. */
export const tally = (choices: readonly string[], ballots: readonly Pick<Ballot, "choice">[]): Readonly<Record<string, number>> =>
  Object.fromEntries(choices.map((choice) => [choice, ballots.filter((ballot) => ballot.choice === choice).length]));

export type Carried =
  | { readonly kind: "decided"; readonly choice: string }
  | { readonly kind: "revote"; readonly between: readonly string[] }
  | { readonly kind: "deferred" };

/**
 * What a count carries. Without a majority the next round keeps the best choices (ties at the last kept place are all kept, for the
 * system never picks); when the meeting's re-votes are used up the case waits for the next meeting (reading YQ-A13).
 */
export function carried(step: BallotStep, counts: Readonly<Record<string, number>>, units: number, round: number, on: LocalDate): Outcome<Carried> {
  const rule = valueOn(step.majority, on);
  const revote = valueOn(step.revote, on);
  if (!rule.ok) return rule;
  if (!revote.ok) return revote;
  const ranked = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || Object.values(counts).reduce((sum, n) => sum + n, 0) !== units)
    return refuse("ballots_missing", { units: String(units) }, step.cites);
  const wins = rule.value === "absolute_majority" ? first[1] * 2 > units : first[1] > (second?.[1] ?? 0);
  if (wins) return accept({ kind: "decided", choice: first[0] });
  if (round > revote.value.times) return accept({ kind: "deferred" });
  const last = ranked[Math.min(revote.value.between, ranked.length) - 1]?.[1] ?? 0;
  const between = Object.keys(counts).filter((choice) => (counts[choice] ?? 0) >= Math.max(last, 1));
  return accept({ kind: "revote", between });
}

/** The plan of a panel names its vacant seats before anybody votes, so that a screen can say what is missing. */
export const vacantSeats = vacant;
