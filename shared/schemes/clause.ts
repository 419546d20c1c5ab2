/** The catalogue of a document: every requirement under its id, in our own words, and how it stands in this build. */

/** How a requirement stands. `enforced` counts only where a test that carries the id has passed. */
export type ClauseStanding =
  /** A rule, a step, a limit or a clock carries it: the system refuses or marks what goes against it. */
  | { readonly kind: "enforced" }
  /** Kept as data and shown; nothing can be refused by it, and this says why. */
  | { readonly kind: "recorded"; readonly why: string }
  /** A periodic report, a reminder or the supervision of others, still to come. */
  | { readonly kind: "next"; readonly why: string };

export interface Clause {
  /** Of the catalogue, e.g. `YQ-020`. */
  readonly id: string;
  /** The article as printed. */
  readonly article: string;
  /** What it asks, in one plain sentence of our own. */
  readonly says: string;
  readonly standing: ClauseStanding;
}

export const enforced = (id: string, article: string, says: string): Clause => ({ id, article, says, standing: { kind: "enforced" } });
export const recorded = (id: string, article: string, says: string, why: string): Clause => ({
  id,
  article,
  says,
  standing: { kind: "recorded", why },
});
export const next = (id: string, article: string, says: string, why: string): Clause => ({ id, article, says, standing: { kind: "next", why } });

/** Counts by standing, for the foot of a list. */
export function standings(clauses: readonly Clause[]): Readonly<Record<ClauseStanding["kind"], number>> {
  const count = (kind: ClauseStanding["kind"]) => clauses.filter((clause) => clause.standing.kind === kind).length;
  return { enforced: count("enforced"), recorded: count("recorded"), next: count("next") };
}
