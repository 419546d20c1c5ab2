/** What the fund may still have to pay: each live loan commits its ratio of the outstanding principal; told before a vote and before a push. */
import type { Citation } from "../citation";
import { type Fen, lesser, minus, plus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import type { Refusal } from "../outcome";
import type { Chart, ReasonId } from "./chart";
import { entriesFor } from "./entries";
import type { Entry } from "./ledger";

export interface LiveLoan {
  readonly loanId: string;
  readonly ratio: Ratio;
  readonly outstanding: Fen;
}

/** The part of a loan that the fund would pay if it failed today, half up to the fen. */
export const commitmentOf = ({ ratio, outstanding }: Pick<LiveLoan, "ratio" | "outstanding">): Fen => timesRatio(outstanding, ratio, "half_up");

export interface Exposure {
  readonly worst: Fen;
  readonly available: Fen;
  /** What is left if everything failed; nothing where the worst case is more than the fund has. */
  readonly room: Fen;
  readonly over: Fen;
  /** `exposure_over`: told, never a bar; the document pauses on what was paid, which is too late to steer by. */
  readonly warning?: Refusal;
}

/** Worst case against what is available, with one more loan where one is about to be voted on or pushed. */
export function exposureOf(
  committed: Fen,
  available: Fen,
  cites: Citation,
  another?: { readonly ratio: Ratio; readonly outstanding: Fen },
): Exposure {
  const worst = plus(committed, another ? commitmentOf(another) : ZERO);
  const met = lesser(worst, available);
  const over = minus(worst, met);
  const base = { worst, available, room: minus(available, met), over };
  if (worst <= available) return base;
  return { ...base, warning: { code: "exposure_over", figures: { worst: yuan(worst), available: yuan(available), over: yuan(over) }, cites } };
}

/** How a loan's commitment is booked when it changes: more is committed, less is released, the same is nothing. */
export function commitmentChange(
  chart: Chart,
  loanId: string,
  booked: Fen,
  now: Fen,
): { readonly reason: ReasonId; readonly entries: readonly Entry[] } | undefined {
  if (booked === now) return undefined;
  const reason = now > booked ? "commit" : "release";
  return { reason, entries: entriesFor(chart, reason, now > booked ? minus(now, booked) : minus(booked, now), loanId) };
}
