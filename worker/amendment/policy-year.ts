/** What each requirement has brought about this year: on how many cases it turned something away, and what was paid under it. No case is named. */
import { sql } from "drizzle-orm";
import { api } from "../../shared/contract/api";
import { partsOf } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import { rows } from "../database";
import { reply, verb } from "../verb";

export const policyYear = verb(api.policyYear, {
  load: ({ db, schemeId, today }) => {
    const { year } = partsOf(today);
    return {
      refused: rows<{ clause: string; cases: number; others: number }>(
        db,
        sql`SELECT clause, COUNT(DISTINCT NULLIF(case_id, '')) AS cases, SUM(CASE WHEN case_id = '' THEN times ELSE 0 END) AS others
          FROM refused_decision WHERE scheme_id = ${schemeId} AND year = ${year} GROUP BY clause`,
      ),
      paid: rows<{ clause: string; count: number; amount: number }>(
        db,
        sql`SELECT clause, count, amount FROM paid_by_clause WHERE scheme_id = ${schemeId} AND year = ${year}`,
      ),
    };
  },
  decide: ({ today }, { refused, paid }) => {
    const names = [...new Set([...refused, ...paid].map(({ clause }) => clause))].sort();
    return reply({
      year: partsOf(today).year,
      clauses: names.map((clause) => {
        const [turned, out] = [refused.find((one) => one.clause === clause), paid.find((one) => one.clause === clause)];
        return { clause, cases: turned?.cases ?? 0, others: turned?.others ?? 0, payments: out?.count ?? 0, paid: yuan(fen(out?.amount ?? 0)) };
      }),
    });
  },
});
