/** What a document's folder expects of itself: numbers that a slip in it would change. */
import type { standings } from "./clause";

export interface Expected {
  /** The requirement that gives it its life, the last day, and how many first days of months lie between, both ends with them. */
  readonly life: readonly [clause: string, until: string, months: number];
  readonly standings: ReturnType<typeof standings>;
  /** Called enforced though no part of the folder cites it: the mechanisms do it by themselves, and tests of theirs carry its id. */
  readonly uncited?: readonly string[];
  /** How many worked cases lie in the folder, so that none is lost unseen. */
  readonly cases: number;
  /** What `npm run lint:policies` finds, by kind; a kind that is not named finds nothing. */
  readonly lint: Readonly<Record<string, number>>;
}
