/** Policies as insurers registered them: of the district, of one's own writing, or of one's own firm. */
import { api } from "../../shared/contract/api";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { verb } from "../verb";
import { PAGE, readPolicyCursor, whoseOf } from "./paging";
import { policiesQuery } from "./policy-store";

export const listPolicies = verb(api.listPolicies, {
  load: ({ db, schemeId, query, mine }) => {
    const filter = { schemeId, caseId: query.caseId, after: readPolicyCursor(query.cursor), limit: PAGE };
    return {
      district: policiesQuery(db, filter, mine, "district"),
      insurer: policiesQuery(db, filter, mine, "insurer"),
      firm: policiesQuery(db, filter, mine, "firm"),
    };
  },
  decide: ({ query, actor }, found) => {
    if (query.cursor && !readPolicyCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const rows = found[whoseOf(actor.orgKind)];
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return accept({
      reply: {
        policies: page.map((row) => ({
          policyNo: row.policy_no,
          product: row.product,
          caseId: row.case_id,
          caseNo: row.case_no,
          insured: row.insured_name,
          insurer: row.insurer_name,
          premium: yuan(fen(row.premium)),
          insuredAmount: yuan(fen(row.insured_amount)),
          from: row.from_day,
          until: row.until_day,
        })),
        next: last ? `${last.recorded_at}.${last.policy_no}` : null,
      },
    });
  },
});
