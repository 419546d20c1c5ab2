/** Running sums that a document holds a compensation against, answered from the records: what was lent and what was paid, of the same firm or the same lender. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import type { Claim } from "../../shared/process/claim-state";
import { type Records, sumsFor } from "../../shared/process/claim-sums";
import type { LoanFile } from "../../shared/process/loan-file";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, type Rows, rows } from "../database";
import type { LoadCtx } from "../verb";

interface Related {
  for_case: string;
  same_firm: number;
  same_lender: number;
  mode: string;
}

interface LentRow extends Related {
  year: string;
  principal: number;
}

interface PaidRow extends Related {
  claim_id: string;
  disbursed_on: string;
  filed_on: string;
  paid_on: string;
  amount: number;
}

/** The cases that ask, each with its lender and its firm. */
const asking = (cases: SQL): SQL =>
  sql`(SELECT f.case_id, f.scheme_id, f.lender_org, l.credit_code FROM (${cases}) page CROSS JOIN loan_file f ON f.case_id = page.case_id CROSS JOIN loan l ON l.id = f.loan_id)`;

const RELATED = sql`me.case_id AS for_case, l.credit_code = me.credit_code AS same_firm, l.lender_org = me.lender_org AS same_lender, l.mode`;

/** Lent by the same lender, and to the same firm by others, added up by year. */
const lentQuery = (db: D1Database, cases: SQL): Query<LentRow> =>
  rows(
    db,
    sql`SELECT for_case, same_firm, same_lender, mode, substr(disbursed_on, 1, 4) AS year, SUM(principal) AS principal FROM (
        SELECT ${RELATED}, l.disbursed_on, l.principal FROM ${asking(cases)} me
          CROSS JOIN loan l ON l.scheme_id = me.scheme_id AND l.lender_org = me.lender_org WHERE l.undone_by IS NULL
        UNION ALL SELECT ${RELATED}, l.disbursed_on, l.principal FROM ${asking(cases)} me
          CROSS JOIN loan l ON l.scheme_id = me.scheme_id AND l.credit_code = me.credit_code WHERE l.undone_by IS NULL AND l.lender_org <> me.lender_org)
      GROUP BY 1, 2, 3, 4, 5`,
  );

/** A payment by mistake that was taken back stands in the books as unpaid; what was paid before the books were opened has no approval in them. */
const STANDS = sql`NOT EXISTS (SELECT 1 FROM payable p WHERE p.scheme_id = me.scheme_id AND p.id = f.claim_id AND p.paid_seq IS NULL)`;
const PAID = sql`f.claim_id, l.disbursed_on, f.claim_received_on AS filed_on, f.paid_on, f.paid AS amount`;

/** Paid on other claims, and what orders that are under way will pay: two orders at once do not pass one limit together. */
const paidQuery = (db: D1Database, cases: SQL): Query<PaidRow> =>
  rows(
    db,
    sql`SELECT ${RELATED}, ${PAID} FROM ${asking(cases)} me
        CROSS JOIN loan_file f ON f.scheme_id = me.scheme_id AND f.lender_org = me.lender_org CROSS JOIN loan l ON l.id = f.loan_id
        WHERE f.paid_on IS NOT NULL AND f.case_id <> me.case_id AND ${STANDS}
      UNION ALL SELECT ${RELATED}, ${PAID} FROM ${asking(cases)} me
        CROSS JOIN loan l ON l.scheme_id = me.scheme_id AND l.credit_code = me.credit_code CROSS JOIN loan_file f ON f.loan_id = l.id
        WHERE f.paid_on IS NOT NULL AND f.case_id <> me.case_id AND l.lender_org <> me.lender_org AND ${STANDS}
      UNION ALL SELECT ${RELATED}, f.claim_id, l.disbursed_on, f.claim_received_on, i.on_day, (i.plan ->> 'account') + (i.plan ->> 'quota') FROM ${asking(cases)} me
        CROSS JOIN fund_instruction i INDEXED BY instruction_status ON i.scheme_id = me.scheme_id AND i.status IN ('DRAWN_UP', 'INSTRUCTED', 'APPLIED', 'FIN_APPROVED', 'TRANSFERRED')
        CROSS JOIN loan_file f ON f.case_id = i.case_id AND f.claim_id = i.payable_id CROSS JOIN loan l ON l.id = f.loan_id
        WHERE i.case_id <> me.case_id AND (l.lender_org = me.lender_org OR l.credit_code = me.credit_code)`,
  );

/** One case as a page of them. */
export const caseAlone = (caseId: string | SQL): SQL => sql`SELECT ${caseId} AS case_id`;

const NOBODY = sql`SELECT NULL AS case_id WHERE 0`;

/** Merge into a verb's own `load`; `cases` names those that ask. Nothing is read where the document holds no sums. */
export function sumsQueries({ db, document }: Pick<LoadCtx, "db" | "document">, cases: SQL) {
  const asked = document.claim.sums ? cases : NOBODY;
  return { lentSums: lentQuery(db, asked), paidSums: paidQuery(db, asked) };
}
export type SumsRows = Rows<ReturnType<typeof sumsQueries>>;

/** Years count, not days: what was lent in one stands on its first day. */
function recordsOf({ lentSums, paidSums }: SumsRows, file: LoanFile): Records {
  const parties = ({ same_firm, same_lender, mode }: Related) => ({
    enterpriseId: same_firm === 1 ? file.enterprise.id : "",
    lenderId: same_lender === 1 ? file.loan.lender.id : "",
    mode,
  });
  const own = (row: Related) => row.for_case === file.caseId;
  return {
    loans: lentSums.filter(own).map((row) => ({ ...parties(row), disbursedOn: `${row.year}-01-01` as LocalDate, principal: fen(row.principal) })),
    paid: paidSums.filter(own).map((row) => ({
      ...parties(row),
      claimId: row.claim_id,
      disbursedOn: row.disbursed_on as LocalDate,
      filedOn: row.filed_on as LocalDate,
      paidOn: row.paid_on as LocalDate,
      amount: fen(row.amount),
    })),
  };
}

/** By the words of the formula, on a day. Nothing where the document holds no sums or nothing is claimed yet. */
export function sumsOf(
  { claim: { sums } }: Pick<Scheme, "claim">,
  file: LoanFile,
  found: SumsRows,
  on: LocalDate,
  claim: Claim | undefined = file.claim,
): Outcome<Readonly<Record<string, Fen>>> {
  return sums && claim ? sumsFor(sums, recordsOf(found, file), file, claim, on) : accept({});
}
