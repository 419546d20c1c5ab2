/** Reads what was approved for payment and is not paid, in the order of approval; the books alone write it. */
import { type SQL, sql } from "drizzle-orm";
import type { InstructionStatus } from "../../shared/fund/payment";
import type { OrgKind } from "../../shared/process/party";
import type { Mine } from "../actor";
import { type Query, rows } from "../database";
import type { EventRow } from "../event";
import { type PayableRow, stillDue } from "../fund/books";

export const caseOfPayable = (schemeId: string, payableId: string): SQL =>
  sql`(SELECT case_id FROM payable WHERE scheme_id = ${schemeId} AND id = ${payableId})`;

export interface PayableFound extends PayableRow {
  case_no: string;
  enterprise: string;
  payee: string;
  premium: number | null;
  refunded: number | null;
  instruction_no: string | null;
  instruction_status: InstructionStatus | null;
  /** The first in the queue that it may not overtake. */
  ahead: string | null;
}

/** The last row of the page before. */
export interface PayableAfter {
  readonly seq: number;
  readonly at: number;
  readonly id: string;
}

/** Who looks, and the kinds that see only what is paid to themselves. */
export interface OwnOnly {
  readonly mine: Mine;
  readonly kinds: readonly OrgKind[];
}

/** Of a payable `p`: the viewer may know of it. */
export const knownTo = ({ mine, kinds }: OwnOnly): SQL =>
  sql`(${mine.orgKind} NOT IN (SELECT value FROM json_each(${JSON.stringify(kinds)})) OR p.payee_org = ${mine.orgId})`;

export interface PayablePage {
  readonly schemeId: string;
  readonly own: OwnOnly;
  readonly after: PayableAfter | undefined;
  readonly limit: number;
}

const pageOf = ({ schemeId, own, after, limit }: PayablePage): SQL =>
  sql`SELECT p.* FROM payable p WHERE p.scheme_id = ${schemeId} AND p.paid_seq IS NULL AND ${stillDue}
    AND ${knownTo(own)}
    ${after ? sql`AND (p.approved_seq, p.approved_at, p.id) > (${after.seq}, ${after.at}, ${after.id})` : sql``}
    ORDER BY p.approved_seq, p.approved_at, p.id LIMIT ${limit + 1}`;

/** The first that waits because of a pause and was approved no later than one at hand; it may be that one. */
const firstAhead = (schemeId: string, at: SQL): SQL =>
  sql`(SELECT p.id FROM payable p WHERE p.scheme_id = ${schemeId} AND p.paid_seq IS NULL AND p.queued = 1
    AND (p.approved_seq, p.approved_at, p.id) <= (${at}) AND ${stillDue} ORDER BY p.approved_seq, p.approved_at, p.id LIMIT 1)`;

/** What was approved and not paid, in the order of approval, a page at a time. */
export const payablesQuery = (db: D1Database, page: PayablePage): Query<PayableFound> =>
  rows(
    db,
    sql`SELECT page.*, f.no AS case_no, f.enterprise_name AS enterprise, o.name AS payee, s.premium, s.refunded, i.no AS instruction_no, i.status AS instruction_status,
        ${firstAhead(page.schemeId, sql`page.approved_seq, page.approved_at, page.id`)} AS ahead
      FROM (${pageOf(page)}) page JOIN case_file f ON f.id = page.case_id JOIN organisation o ON o.id = page.payee_org
      LEFT JOIN subsidy s ON s.id = page.id LEFT JOIN fund_instruction i ON i.scheme_id = page.scheme_id AND i.payable_id = page.id AND i.status <> 'CANCELLED'
      ORDER BY page.approved_seq, page.approved_at, page.id`,
  );

/** Their cases. */
export const casesOfPage = (page: PayablePage): SQL => sql`SELECT DISTINCT case_id FROM (${pageOf(page)})`;

/** Whose sub-accounts may pay a page of them. */
export const subsOfPage = (page: PayablePage): SQL => sql`SELECT j.value AS value FROM (${pageOf(page)}) page CROSS JOIN json_each(page.subs) j`;

/** The histories behind a page of payables. */
export const historiesQuery = (db: D1Database, page: PayablePage): Query<EventRow> =>
  rows(
    db,
    sql`SELECT e.* FROM (SELECT DISTINCT case_id FROM (${pageOf(page)})) page CROSS JOIN case_event e ON e.case_id = page.case_id
      ORDER BY e.case_id, e.seq`,
  );

export const aheadQuery = (db: D1Database, schemeId: string, payableId: string | SQL): Query<{ id: string | null }> =>
  rows(
    db,
    sql`SELECT ${firstAhead(schemeId, sql`first.approved_seq, first.approved_at, first.id`)} AS id FROM payable first WHERE first.scheme_id = ${schemeId} AND first.id = ${payableId}`,
  );
