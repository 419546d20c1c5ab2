/** The only file that touches the plans of a period's money, their lines and what was decided on them. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";
import { stillDue } from "../fund/books";

export interface AllocationRow {
  id: string;
  period: string;
  round: number;
  document_no: string;
  drawn_name: string;
  drawn_org: string;
  drawn_on: string;
  asked: number;
  available: number;
  allocated: number;
  bound: string | null;
  article: string;
  claims: number;
  agreed: number | null;
  decision_no: string | null;
  reason: string | null;
  decided_name: string | null;
  decided_on: string | null;
}

const allocations = (db: D1Database, where: SQL): Query<AllocationRow> =>
  rows(
    db,
    sql`SELECT a.id, a.period, a.round, a.document_no, o.name AS drawn_name, a.drawn_org, a.drawn_on, a.asked, a.available, a.allocated, a.bound, a.article,
        (SELECT COUNT(*) FROM allocation_line l WHERE l.allocation_id = a.id) AS claims, d.agreed, d.document_no AS decision_no, d.reason, p.name AS decided_name,
        d.decided_on
      FROM allocation a LEFT JOIN organisation o ON o.id = a.drawn_org LEFT JOIN allocation_decision d ON d.allocation_id = a.id
      LEFT JOIN organisation p ON p.id = d.decided_org WHERE ${where} ORDER BY a.period DESC, a.round DESC LIMIT 100`,
  );

export const allocationsQuery = (db: D1Database, schemeId: string): Query<AllocationRow> => allocations(db, sql`a.scheme_id = ${schemeId}`);
export const allocationQuery = (db: D1Database, schemeId: string, id: string): Query<AllocationRow> =>
  allocations(db, sql`a.id = ${id} AND a.scheme_id = ${schemeId}`);

export interface LineRow {
  claim_id: string;
  case_id: string;
  case_no: string;
  enterprise: string;
  payee: string | null;
  asked: number;
  allocated: number;
  derivation: string;
}

export const linesQuery = (db: D1Database, schemeId: string, id: string): Query<LineRow> =>
  rows(
    db,
    sql`SELECT l.claim_id, l.case_id, c.no AS case_no, c.enterprise_name AS enterprise, o.name AS payee, l.asked, l.allocated, l.derivation
      FROM allocation a CROSS JOIN allocation_line l ON l.allocation_id = a.id CROSS JOIN case_file c ON c.id = l.case_id
      LEFT JOIN loan_file f ON f.case_id = l.case_id LEFT JOIN organisation o ON o.id = f.payee_org
      WHERE a.id = ${id} AND a.scheme_id = ${schemeId} ORDER BY l.place`,
  );

export interface NewRoom {
  readonly says: string;
  readonly at: number;
  readonly used: number;
  readonly room: number;
  readonly article: string;
}
export const roomsQuery = (db: D1Database, schemeId: string, id: string): Query<NewRoom> =>
  rows(
    db,
    sql`SELECT r.says, r.amount AS at, r.used, r.room, r.article FROM allocation a CROSS JOIN allocation_room r ON r.allocation_id = a.id
      WHERE a.id = ${id} AND a.scheme_id = ${schemeId} ORDER BY r.place`,
  );

/** The line of a case in the newest plan that has its claim. */
export interface CaseLineRow {
  id: string;
  period: string;
  document_no: string;
  drawn_on: string;
  article: string;
  claim_id: string;
  asked: number;
  allocated: number;
  agreed: number | null;
  decision_no: string | null;
  reason: string | null;
  decided_on: string | null;
}
export const lineOfCaseQuery = (db: D1Database, caseId: string): Query<CaseLineRow> =>
  rows(
    db,
    sql`SELECT a.id, a.period, a.document_no, a.drawn_on, a.article, l.claim_id, l.asked, l.allocated, d.agreed, d.document_no AS decision_no, d.reason, d.decided_on
      FROM allocation_line l CROSS JOIN allocation a ON a.id = l.allocation_id LEFT JOIN allocation_decision d ON d.allocation_id = a.id
      WHERE l.case_id = ${caseId} ORDER BY a.recorded_at DESC, a.round DESC LIMIT 1`,
  );

/** Periods whose claims gather at these steps. */
export const waitingQuery = (db: D1Database, schemeId: string, steps: readonly string[]): Query<{ period: string; claims: number }> =>
  rows(
    db,
    sql`SELECT batch AS period, COUNT(*) AS claims FROM loan_file WHERE scheme_id = ${schemeId} AND claim_id IS NOT NULL AND batch IS NOT NULL
      AND claim_step IN (SELECT value FROM json_each(${JSON.stringify(steps)})) GROUP BY batch ORDER BY batch`,
  );

/** Cases whose claims were put forward by a plan. */
export const casesOfPlan = (id: string): SQL => sql`SELECT case_id FROM allocation_line WHERE allocation_id = ${id} AND allocated > 0`;

/** Cases whose claims gather at these steps for a period, the oldest that waits where none is named: those of its opinions and those filed in its year, however the document is read. */
export function casesGathering(schemeId: string, steps: readonly string[], period: string | undefined, most: number): SQL {
  const gathers = sql`l.scheme_id = ${schemeId} AND l.claim_id IS NOT NULL AND l.batch IS NOT NULL
    AND l.claim_step IN (SELECT value FROM json_each(${JSON.stringify(steps)}))`;
  return sql`SELECT l.case_id FROM (SELECT COALESCE(${period ?? null}, (SELECT MIN(l.batch) FROM loan_file l WHERE ${gathers})) AS name) asked CROSS JOIN loan_file l
    WHERE ${gathers} AND (l.batch = asked.name OR substr(l.claim_received_on, 1, 4) = substr(asked.name, 1, 4))
    ORDER BY l.claim_received_on, l.case_id LIMIT ${most}`;
}

export interface NamedCase {
  case_id: string;
  no: string;
  enterprise: string;
}
export const namedQuery = (db: D1Database, cases: SQL): Query<NamedCase> =>
  rows(db, sql`SELECT c.id AS case_id, c.no, c.enterprise_name AS enterprise FROM (${cases}) page CROSS JOIN case_file c ON c.id = page.case_id`);

/** Agreed to and not set aside by an order yet. */
const unpaid = (schemeId: string): SQL =>
  sql`(SELECT COALESCE(SUM(p.amount), 0) FROM payable p WHERE p.scheme_id = ${schemeId} AND p.paid_seq IS NULL AND p.settled_by IS NULL AND ${stillDue})`;
/** In plans that nobody has decided on, but for one. */
const planned = (schemeId: string, but: string): SQL =>
  sql`(SELECT COALESCE(SUM(a.allocated), 0) FROM allocation a WHERE a.scheme_id = ${schemeId} AND a.id <> ${but}
    AND NOT EXISTS (SELECT 1 FROM allocation_decision d WHERE d.allocation_id = a.id))`;

export interface PromisedRow {
  unpaid: number;
  planned: number;
}
export const promisedQuery = (db: D1Database, schemeId: string, but = ""): Query<PromisedRow> =>
  rows(db, sql`SELECT ${unpaid(schemeId)} AS unpaid, ${planned(schemeId, but)} AS planned`);

/** Nothing was paid, agreed to or planned since it was read: plans of two periods at one moment do not share one room. */
export const promisedUnmoved = (db: D1Database, schemeId: string, seen: PromisedRow & { readonly spent: number }, but = ""): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO must SELECT ${unpaid(schemeId)} = ${seen.unpaid} AND ${planned(schemeId, but)} = ${seen.planned}
      AND (SELECT COALESCE(SUM(amount), 0) FROM fund_spent WHERE scheme_id = ${schemeId}) = ${seen.spent}`,
  );

export interface NewAllocation {
  readonly id: string;
  readonly schemeId: string;
  readonly period: string;
  readonly round: number;
  readonly drawnBy: string;
  readonly drawnOrg: string;
  readonly on: string;
  readonly documentNo: string;
  readonly asked: number;
  readonly available: number;
  readonly allocated: number;
  readonly bound: string | null;
  readonly article: string;
  readonly clauses: string;
  readonly ruleSet: string;
  readonly now: number;
}

export interface NewLine {
  readonly claimId: string;
  readonly caseId: string;
  readonly asked: number;
  readonly allocated: number;
  readonly derivation: string;
}

export const insertAllocation = (db: D1Database, row: NewAllocation, lines: readonly NewLine[], rooms: readonly NewRoom[]): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO allocation (id, scheme_id, period, round, drawn_by, drawn_org, drawn_on, document_no, asked, available, allocated, bound, article, clauses, rule_set, recorded_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.period}, ${row.round}, ${row.drawnBy}, ${row.drawnOrg}, ${row.on}, ${row.documentNo}, ${row.asked}, ${row.available},
        ${row.allocated}, ${row.bound}, ${row.article}, ${row.clauses}, ${row.ruleSet}, ${row.now})`,
  ),
  statement(
    db,
    sql`INSERT INTO allocation_line (allocation_id, place, claim_id, case_id, asked, allocated, derivation)
      SELECT ${row.id}, key, value ->> 'claimId', value ->> 'caseId', value ->> 'asked', value ->> 'allocated', value ->> 'derivation' FROM json_each(${JSON.stringify(lines)})`,
  ),
  statement(
    db,
    sql`INSERT INTO allocation_room (allocation_id, place, says, amount, used, room, article)
      SELECT ${row.id}, key, value ->> 'says', value ->> 'at', value ->> 'used', value ->> 'room', value ->> 'article' FROM json_each(${JSON.stringify(rooms)})`,
  ),
];

export const insertDecision = (
  db: D1Database,
  allocationId: string,
  said: { readonly agreed: boolean; readonly documentNo: string; readonly reason: string },
  by: { readonly personId: string; readonly orgId: string; readonly on: string; readonly now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO allocation_decision (allocation_id, agreed, document_no, reason, decided_by, decided_org, decided_on, recorded_at)
      VALUES (${allocationId}, ${said.agreed ? 1 : 0}, ${said.documentNo}, ${said.reason}, ${by.personId}, ${by.orgId}, ${by.on}, ${by.now})`,
  );
