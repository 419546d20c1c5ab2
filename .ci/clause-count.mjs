/** Which requirements of a document hold in this build: what the catalogue calls enforced counts only with a passing test that carries its id. */

/** @typedef {{ id: string, article: string, says: string, standing: { kind: "enforced" } | { kind: "recorded" | "next", why: string } }} Clause */
/** @typedef {{ name: string, fullName: string, status: string }} Assertion as vitest's JSON report tells it */
/** @typedef {{ clause: Clause, as: "enforced" | "recorded" | "next" | "open", by?: string }} Counted */

const ID = /\b[A-Z]{2}-\d{3}\b/g;

/**
 * The first passing test of each id, by its title. A failed test of the same id takes the proof away: half a requirement is none.
 * @param {readonly { name: string, assertionResults: readonly { fullName: string, status: string }[] }[]} files
 * @param {string} root
 */
export function provenBy(files, root) {
  /** @type {Map<string, string>} */
  const proven = new Map();
  /** @type {Set<string>} */
  const broken = new Set();
  for (const { name, assertionResults } of files)
    for (const { fullName, status } of assertionResults)
      for (const [id] of fullName.matchAll(ID)) {
        if (status !== "passed") broken.add(id);
        else if (!proven.has(id)) proven.set(id, `${name.replace(`${root}/`, "")}: ${fullName}`);
      }
  for (const id of broken) proven.delete(id);
  return proven;
}

/** @param {readonly Clause[]} clauses @param {ReadonlyMap<string, string>} proven @returns {Counted[]} */
export function count(clauses, proven) {
  return clauses.map((clause) => {
    if (clause.standing.kind !== "enforced") return { clause, as: clause.standing.kind };
    const by = proven.get(clause.id);
    return by ? { clause, as: "enforced", by } : { clause, as: "open" };
  });
}

/** @param {readonly Counted[]} counted */
export const totals = (counted) => {
  const of = (/** @type {Counted["as"]} */ as) => counted.filter((one) => one.as === as).length;
  return { enforced: of("enforced"), recorded: of("recorded"), next: of("next"), open: of("open") };
};
