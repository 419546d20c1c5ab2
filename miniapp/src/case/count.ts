/** A closed round of a ballot in words: what each choice got, and why that decides or does not. */

import type { CaseView } from "../../../shared/contract/case";
import { type Carried, carried } from "../../../shared/process/ballot";
import { type BallotStep, stepOf } from "../../../shared/process/procedure";
import { valueOn } from "../../../shared/rule/parameter";
import { schemeOf } from "../scheme";
import { panelTerm } from "../term";
import { today } from "./due";

export type Review = CaseView["reviews"][number];
export type Round = Review["past"][number];

export const ballotStepOf = (schemeId: string): BallotStep | undefined => stepOf(schemeOf(schemeId).admission, "ballot");

export const choiceSays = (schemeId: string, choice: string): string =>
  ballotStepOf(schemeId)?.choices.find((each) => each.id === choice)?.says ?? choice;

export const unitSays = (review: Review, unit: string): string =>
  review.seats.find((seat) => seat.unit.id === unit)?.unit.name ?? `${panelTerm()}单位`;

/** In the order of the document's choices, those without a vote too. */
export const countsOf = (schemeId: string, round: Round): { id: string; says: string; votes: number }[] =>
  (ballotStepOf(schemeId)?.choices ?? [])
    .filter((choice) => choice.id in round.counts)
    .map((choice) => ({ id: choice.id, says: choice.says, votes: round.counts[choice.id] ?? 0 }));

export interface CountWords {
  kind: Carried["kind"] | "unknown";
  units: number;
  /** `中风险 3 票，3 > 5 ÷ 2，超过半数，形成结果。` */
  says: string;
  article: string;
}

/** The majority rule with this round's numbers; asked of the same function that the worker counts with. */
export function countWords(schemeId: string, round: Round): CountWords {
  const step = ballotStepOf(schemeId);
  const counts = countsOf(schemeId, round);
  const units = counts.reduce((sum, each) => sum + each.votes, 0);
  const top = [...counts].sort((a, b) => b.votes - a.votes)[0];
  const result = step ? carried(step, round.counts, units, round.round, today()) : undefined;
  const article = step?.majority.cites.article ?? "";
  if (!step || !top || !result?.ok) return { kind: "unknown", units, says: "", article };
  const rule = valueOn(step.majority, today());
  const half = rule.ok && rule.value === "absolute_majority";
  const { kind } = result.value;
  if (kind === "decided") {
    const why = half ? `${top.votes} 票 > ${units} ÷ 2，超过参加表决单位的半数` : "得票最多";
    return { kind, units, says: `“${top.says}”得 ${top.votes} 票，${why}，形成${panelTerm()}结果。`, article };
  }
  const short = `得票最多的也只有 ${top.votes} 票，${top.votes} 票没有超过 ${units} ÷ 2`;
  const next = kind === "revote" ? "在得票最多的几项之间重新表决，系统不代选。" : "本次会议不再重投，转下次会议，系统不代选。";
  return { kind, units, says: `${short}，${next}`, article };
}

/** The review that is asked for, else the last one with a closed round. */
export const reviewShown = (view: CaseView, id: string | undefined): Review | undefined =>
  view.reviews.find((review) => review.id === id) ?? [...view.reviews].reverse().find((review) => review.past.length > 0);

/** What won the last round of a decided review. */
export function winnerOf(review: Review): string | undefined {
  const final = review.past[review.past.length - 1];
  return review.result === "decided" && final ? Object.entries(final.counts).sort((a, b) => b[1] - a[1])[0]?.[0] : undefined;
}
