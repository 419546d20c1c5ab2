/** Funded loans: the district's for its desks, their own for institutions and those who recommended the firm. */
import { api } from "../../shared/contract/api";
import type { LoanRow } from "../../shared/contract/loan-life";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { claimSays } from "../../shared/process/claim-way";
import type { OrgKind } from "../../shared/process/party";
import { schemeOf } from "../../shared/schemes/registry";
import type { Scheme } from "../../shared/schemes/scheme";
import { readCursor } from "../case/list-cases";
import { verb } from "../verb";
import { type LoanListRow, loansQuery, stagesQuery } from "./list-store";

const DESKS: readonly OrgKind[] = ["office", "finance", "government", "auditor"];

const shown = ({ claim }: Scheme, row: LoanListRow): LoanRow => ({
  caseId: row.case_id,
  caseNo: row.no,
  loanId: row.loan_id,
  enterprise: row.enterprise,
  creditCode: row.credit_code,
  contractNo: row.contract_no,
  lender: row.lender,
  principal: yuan(fen(row.principal)),
  outstanding: yuan(fen(row.outstanding)),
  maturesOn: row.matures_on,
  grade: row.grade,
  stage: row.stage,
  claimSays: row.claim_step === null ? "" : claimSays(claim, row.claim_step),
  batch: row.batch,
  dueOn: row.due_on,
});

export const listLoans = verb(api.listLoans, {
  load: ({ db, schemeId, mine, query }) => {
    const filter = { ...query, schemeId, after: readCursor(query.cursor) };
    return {
      district: loansQuery(db, filter, mine, true),
      own: loansQuery(db, filter, mine, false),
      districtStages: stagesQuery(db, schemeId, mine, true),
      ownStages: stagesQuery(db, schemeId, mine, false),
    };
  },
  decide: ({ query, schemeId, actor }, found) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const scope = DESKS.includes(actor.orgKind) ? "district" : "own";
    const page = found[scope].slice(0, query.limit);
    const last = found[scope].length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        loans: page.map((row) => shown(schemeOf(schemeId), row)),
        next: last ? `${last.moved_at}.${last.case_id}` : null,
        counts: Object.fromEntries(found[`${scope}Stages`].map(({ stage, count }) => [stage, count])),
      },
    });
  },
});
