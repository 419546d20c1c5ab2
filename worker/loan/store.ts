/** The only file that touches loans, whom each loan uses up, and the ties by which firms hang together. */
import { type SQL, sql } from "drizzle-orm";
import type { Tie } from "../../shared/enterprise/affiliates";
import type { Fen, Ratio } from "../../shared/money";
import type { UsedLoan } from "../../shared/process/group";
import { addGrams } from "../case/store";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

/** The web of ties around firms and people, over any number of links, by index at both ends. */
const aroundIds = (ids: readonly string[], schemeId: string) => sql`WITH RECURSIVE node (id) AS (
    SELECT value FROM json_each(${JSON.stringify(ids)})
    UNION SELECT t.to_id FROM node JOIN tie t ON t.scheme_id = ${schemeId} AND t.from_id = node.id
    UNION SELECT t.from_id FROM node JOIN tie t ON t.scheme_id = ${schemeId} AND t.to_id = node.id
    LIMIT 20000)`;

/** The web of ties around a case: from the firm and everyone its draft names, over any number of links, by index at both ends. */
const around = (caseId: string | SQL, schemeId: string) => sql`WITH RECURSIVE node (id) AS (
    SELECT credit_code FROM case_file WHERE id = ${caseId}
    UNION SELECT j.value FROM case_file f, json_each(f.draft_parties) j WHERE f.id = ${caseId}
    UNION SELECT t.to_id FROM node JOIN tie t ON t.scheme_id = ${schemeId} AND t.from_id = node.id
    UNION SELECT t.from_id FROM node JOIN tie t ON t.scheme_id = ${schemeId} AND t.to_id = node.id
    LIMIT 20000)`;

export interface TieRow {
  kind: Tie["kind"];
  from_kind: "firm" | "person";
  from_id: string;
  from_name: string;
  to_id: string;
  to_name: string;
  share: string | null;
  basis: Tie["basis"];
}

export const tiesQuery = (db: D1Database, caseId: string | SQL, schemeId: string): Query<TieRow> =>
  rows(
    db,
    sql`${around(caseId, schemeId)}
      SELECT DISTINCT t.kind, t.from_kind, t.from_id, t.from_name, t.to_id, t.to_name, t.share, t.basis
      FROM node CROSS JOIN tie t ON t.scheme_id = ${schemeId} AND t.from_id = node.id`,
  );

export const tieOf = (row: TieRow): Tie =>
  ({
    kind: row.kind,
    from: { kind: row.from_kind, id: row.from_id, name: row.from_name },
    to: { kind: "firm", id: row.to_id, name: row.to_name },
    basis: row.basis,
    ...(row.share === null ? {} : { share: row.share }),
  }) as Tie;

/** Loans of anyone in the web around a case; a loan counts for each firm that it used up only through the ties, so the borrower's code is enough. */
export const loansAroundQuery = (db: D1Database, caseId: string | SQL, schemeId: string): Query<UsedLoan> =>
  rows(
    db,
    sql`${around(caseId, schemeId)}
      SELECT l.credit_code AS creditCode, l.name, l.disbursed_on AS disbursedOn
      FROM node CROSS JOIN loan l ON l.scheme_id = ${schemeId} AND l.credit_code = node.id AND l.undone_by IS NULL`,
  );

export const tiesAroundQuery = (db: D1Database, schemeId: string, ids: readonly string[]): Query<TieRow> =>
  rows(
    db,
    sql`${aroundIds(ids, schemeId)}
      SELECT DISTINCT t.kind, t.from_kind, t.from_id, t.from_name, t.to_id, t.to_name, t.share, t.basis
      FROM node CROSS JOIN tie t ON t.scheme_id = ${schemeId} AND t.from_id = node.id`,
  );

/** Loans of anyone in the web around firms and people, and of whoever has used up the loan of one of these firms. */
export const loansUsedQuery = (db: D1Database, schemeId: string, ids: readonly string[]): Query<UsedLoan> =>
  rows(
    db,
    sql`${aroundIds(ids, schemeId)}
      SELECT l.credit_code AS creditCode, l.name, l.disbursed_on AS disbursedOn
      FROM node CROSS JOIN loan l ON l.scheme_id = ${schemeId} AND l.credit_code = node.id AND l.undone_by IS NULL
      UNION SELECT u.credit_code, l.name, l.disbursed_on FROM json_each(${JSON.stringify(ids)}) j
        CROSS JOIN loan_use u ON u.scheme_id = ${schemeId} AND u.credit_code = j.value CROSS JOIN loan l ON l.id = u.loan_id`,
  );

/** Replaces what a case declared, and adds nothing twice. */
export const declareTies = (db: D1Database, schemeId: string, caseId: string, ties: readonly Tie[], now: number): D1PreparedStatement[] => [
  statement(db, sql`DELETE FROM tie WHERE case_id = ${caseId} AND basis = 'declared'`),
  ...ties.map((tie) => insertTie(db, schemeId, caseId, tie, now)),
];

export const insertTie = (db: D1Database, schemeId: string, caseId: string, tie: Tie, now: number): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO tie (id, scheme_id, kind, from_kind, from_id, from_name, to_id, to_name, share, basis, case_id, recorded_at)
      VALUES (${newId()}, ${schemeId}, ${tie.kind}, ${tie.from.kind}, ${tie.from.id}, ${tie.from.name}, ${tie.to.id}, ${tie.to.name},
        ${"share" in tie ? tie.share : null}, ${tie.basis}, ${caseId}, ${now})`,
  );

export interface NewLoan {
  readonly id: string;
  readonly schemeId: string;
  readonly caseId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly lenderOrg: string;
  readonly partnerOrg: string | null;
  readonly mode: string;
  readonly contractNo: string;
  readonly principal: Fen;
  readonly rate: Ratio;
  readonly termMonths: number;
  readonly disbursedOn: string;
  readonly tier: string;
  readonly ratio: Ratio;
  readonly now: number;
  /** Credit codes of the firm and its group. */
  readonly uses: readonly string[];
}

/** The loan, and a row for everyone whose one chance it uses up: two loans of one group collide there. */
export const insertLoan = (db: D1Database, loan: NewLoan): D1PreparedStatement[] => [
  addGrams(db, loan.schemeId, loan.caseId, [loan.contractNo]),
  statement(
    db,
    sql`INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, partner_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at)
      VALUES (${loan.id}, ${loan.schemeId}, ${loan.caseId}, ${loan.creditCode}, ${loan.name}, ${loan.lenderOrg}, ${loan.partnerOrg}, ${loan.mode}, ${loan.contractNo},
        ${loan.principal}, ${loan.rate}, ${loan.termMonths}, ${loan.disbursedOn}, ${loan.tier}, ${loan.ratio}, ${loan.now})`,
  ),
  statement(
    db,
    sql`INSERT INTO loan_use (scheme_id, credit_code, loan_id) SELECT ${loan.schemeId}, value, ${loan.id} FROM json_each(${JSON.stringify(loan.uses)})`,
  ),
];

export const contractUsedQuery = (db: D1Database, orgId: ReturnType<typeof sql>, contractNo: string): Query<{ id: string }> =>
  rows(db, sql`SELECT id FROM loan WHERE lender_org = ${orgId} AND contract_no = ${contractNo}`);

/** Of `lender/contract` pairs, those that a loan has. */
export const contractsQuery = (db: D1Database, pairs: readonly (readonly [string, string])[]): Query<{ pair: string }> =>
  rows(
    db,
    sql`SELECT l.lender_org || '/' || l.contract_no AS pair FROM json_each(${JSON.stringify(pairs)}) j
      CROSS JOIN loan l ON l.lender_org = j.value ->> 0 AND l.contract_no = j.value ->> 1`,
  );

/** Many loans, whom each uses up, and the ties that they bring, in few statements. */
export const insertLoans = (
  db: D1Database,
  schemeId: string,
  loans: readonly (NewLoan & { readonly ties: readonly Tie[] })[],
  now: number,
): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, partner_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at)
      SELECT value ->> 'id', ${schemeId}, value ->> 'caseId', value ->> 'creditCode', value ->> 'name', value ->> 'lenderOrg', value ->> 'partnerOrg', value ->> 'mode',
        value ->> 'contractNo', value ->> 'principal', value ->> 'rate', value ->> 'termMonths', value ->> 'disbursedOn', value ->> 'tier', value ->> 'ratio', ${now}
      FROM json_each(${JSON.stringify(loans.map(({ ties: _, uses: __, ...row }) => row))})`,
  ),
  statement(
    db,
    sql`INSERT INTO loan_use (scheme_id, credit_code, loan_id) SELECT ${schemeId}, value ->> 'code', value ->> 'loanId'
      FROM json_each(${JSON.stringify(loans.flatMap(({ id, uses }) => uses.map((code) => ({ code, loanId: id }))))})`,
  ),
  statement(
    db,
    sql`INSERT INTO tie (id, scheme_id, kind, from_kind, from_id, from_name, to_id, to_name, basis, case_id, recorded_at)
      SELECT value ->> 'id', ${schemeId}, value ->> '$.kind', value ->> '$.from.kind', value ->> '$.from.id', value ->> '$.from.name', value ->> '$.to.id', value ->> '$.to.name',
        value ->> '$.basis', value ->> '$.caseId', ${now}
      FROM json_each(${JSON.stringify(loans.flatMap(({ caseId, ties }) => ties.map((tie) => ({ ...tie, caseId, id: newId() }))))})`,
  ),
];

/** Loans whose import was taken back by a voucher that two persons made: marked, their one use free again, their ties forgotten. */
export const undoLoans = (
  db: D1Database,
  loans: readonly { readonly loanId: string; readonly caseId: string }[],
  voucherId: string,
): D1PreparedStatement[] => {
  const ids = JSON.stringify(loans.map(({ loanId }) => loanId));
  return [
    statement(
      db,
      sql`UPDATE loan SET undone_by = ${voucherId}, contract_no = contract_no || ' ' || ${voucherId} WHERE id IN (SELECT value FROM json_each(${ids}))`,
    ),
    statement(db, sql`DELETE FROM loan_use WHERE loan_id IN (SELECT value FROM json_each(${ids}))`),
    statement(db, sql`DELETE FROM loan_file WHERE loan_id IN (SELECT value FROM json_each(${ids}))`),
    statement(db, sql`DELETE FROM tie WHERE case_id IN (SELECT value FROM json_each(${JSON.stringify(loans.map(({ caseId }) => caseId))}))`),
  ];
};
