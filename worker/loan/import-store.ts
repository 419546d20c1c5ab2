/** What an import of repayments reads: a lender's loans by their contract numbers, each with its history, in as many statements as there are kinds of rows. */
import { type SQL, sql } from "drizzle-orm";
import { reasonOf } from "../../shared/fund/chart";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Mine } from "../actor";
import { type Query, type Rows, rows } from "../database";
import { historiesQuery } from "../event";
import { booksQueries, committedQuery } from "../fund/books";
import { openInstructionsQuery } from "../payment/store";

export interface NamedLoan {
  case_id: string;
  loan_id: string;
  contract_no: string;
  no: string;
  enterprise: string;
}

/** Each loan once, however many rows name it. */
const named = (schemeId: string, { orgId }: Mine, contracts: readonly string[]): SQL =>
  sql`SELECT l.case_id, l.id AS loan_id, l.contract_no FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(contracts)})) j
    CROSS JOIN loan l ON l.lender_org = ${orgId} AND l.contract_no = j.value WHERE l.scheme_id = ${schemeId}`;

const loansQuery = (db: D1Database, loans: SQL): Query<NamedLoan> =>
  rows(
    db,
    sql`SELECT page.case_id, page.loan_id, page.contract_no, c.no, c.enterprise_name AS enterprise FROM (${loans}) page JOIN case_file c ON c.id = page.case_id`,
  );

export function importQueries(db: D1Database, scheme: Scheme, mine: Mine, contracts: readonly string[]) {
  const loans = named(scheme.id, mine, contracts);
  return {
    ...booksQueries(db, scheme.id),
    loans: loansQuery(db, loans),
    histories: historiesQuery(db, loans),
    committed: committedQuery(db, scheme.id, reasonOf(scheme.fund.chart, "commit")?.debits[0] ?? "", loans),
    underWay: openInstructionsQuery(db, loans),
  };
}
export type ImportRows = Rows<ReturnType<typeof importQueries>>;
