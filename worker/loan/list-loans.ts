/** Funded loans: the district's for its desks, their own for institutions and those who recommended the firm. */

import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import type { LoanRow } from "../../shared/contract/loan-life";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { claimSays } from "../../shared/process/claim-way";
import type { OrgKind } from "../../shared/process/party";
import { paidFirmsOf } from "../../shared/process/sanction";
import type { Scheme } from "../../shared/schemes/scheme";
import { figureDesksOf } from "../case/desk";
import { readCursor } from "../case/list-cases";
import { verb } from "../verb";
import { type LoanListRow, loansQuery, paidForQuery, stagesQuery } from "./list-store";

const RECOMMENDERS: readonly OrgKind[] = ["township", "department"];

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

type PaidFirms = Reply<typeof api.listLoans>["paidFirms"];

/** Told to those who recommend; the number for all of them, the mark for those whom the article names (reading YQ-A33). */
function paidFor({ sanctions }: Scheme, kind: OrgKind, paid: readonly { credit_code: string; paid_on: string }[], on: LocalDate): Outcome<PaidFirms> {
  if (!RECOMMENDERS.includes(kind)) return accept(null);
  const { year } = partsOf(on);
  const firms = paid.map((one) => ({ creditCode: one.credit_code, paidOn: one.paid_on as LocalDate }));
  const counted = paidFirmsOf(sanctions.departments, kind, firms, year, on);
  return counted.ok ? accept({ year, count: counted.value.count, flagged: counted.value.flag !== null }) : counted;
}

export const listLoans = verb(api.listLoans, {
  load: ({ db, schemeId, mine, query, today }) => {
    const filter = { ...query, schemeId, after: readCursor(query.cursor) };
    return {
      district: loansQuery(db, filter, mine, true),
      own: loansQuery(db, filter, mine, false),
      districtStages: stagesQuery(db, schemeId, mine, true),
      ownStages: stagesQuery(db, schemeId, mine, false),
      paid: paidForQuery(db, schemeId, mine, partsOf(today).year),
    };
  },
  decide: ({ query, scheme, actor, today }, found) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const scope = figureDesksOf(scheme).includes(actor.orgKind) ? "district" : "own";
    const page = found[scope].slice(0, query.limit);
    const last = found[scope].length > query.limit ? page.at(-1) : undefined;
    const paidFirms = paidFor(scheme, actor.orgKind, found.paid, today);
    if (!paidFirms.ok) return paidFirms;
    return accept({
      reply: {
        loans: page.map((row) => shown(scheme, row)),
        next: last ? `${last.moved_at}.${last.case_id}` : null,
        counts: Object.fromEntries(found[`${scope}Stages`].map(({ stage, count }) => [stage, count])),
        paidFirms: paidFirms.value,
      },
    });
  },
});
