/** What the articles turn away, counted for the policy page in the background of each refused command: the case, the article, the word; nobody's name. */
import { sql } from "drizzle-orm";
import type { RouteName } from "../../shared/contract/paths";
import { type LocalDate, partsOf } from "../../shared/local-date";
import type { Refusal } from "../../shared/outcome";
import { statement } from "../database";

/** Turned away there is a change of the document, not somebody's affair under it. */
const ABOUT_THE_DOCUMENT: readonly string[] = [
  "proposeAmendment",
  "approveAmendment",
  "declineAmendment",
  "withdrawAmendment",
] satisfies readonly RouteName[];

export function countRefused(
  db: D1Database,
  { schemeId, route, caseId, on }: { readonly schemeId: string; readonly route: string; readonly caseId: string; readonly on: LocalDate },
  refusals: readonly Refusal[],
): D1PreparedStatement | null {
  const found = refusals.flatMap(({ code, cites }) => (cites?.clauses ?? []).map((clause) => ({ code, clause })));
  if (found.length === 0 || ABOUT_THE_DOCUMENT.includes(route)) return null;
  return statement(
    db,
    sql`INSERT INTO refused_decision (scheme_id, year, clause, case_id, route, code, on_day)
      SELECT DISTINCT ${schemeId}, ${partsOf(on).year}, value ->> 'clause', ${caseId}, ${route}, value ->> 'code', ${on} FROM json_each(${JSON.stringify(found)}) WHERE 1
      ON CONFLICT (scheme_id, year, clause, case_id, route, code) DO UPDATE SET times = times + 1`,
  );
}
