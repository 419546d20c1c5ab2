/** The only file that touches push rounds and leads. */
import { type SQL, sql } from "drizzle-orm";
import type { PushRecord } from "../../shared/process/push-history";
import { type Query, rows, statement } from "../database";

/** All rounds of the firm behind a case, over every case of the scheme. */
export const pushHistoryQuery = (db: D1Database, caseId: string, schemeId: string): Query<PushRecord> =>
  rows(
    db,
    sql`SELECT r.pushed_on AS "on", r.result FROM case_file f JOIN push_round r ON r.scheme_id = ${schemeId} AND r.credit_code = f.credit_code WHERE f.id = ${caseId} ORDER BY r.pushed_on, r.round`,
  );

export const insertRound = (
  db: D1Database,
  round: { caseId: string; round: number; schemeId: string; creditCode: string; on: string },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO push_round (case_id, round, scheme_id, credit_code, pushed_on) VALUES (${round.caseId}, ${round.round}, ${round.schemeId}, ${round.creditCode}, ${round.on})`,
  );

export const closeRound = (db: D1Database, caseId: string, round: number, result: "FAILED" | "FUNDED"): D1PreparedStatement =>
  statement(db, sql`UPDATE push_round SET result = ${result} WHERE case_id = ${caseId} AND round = ${round}`);

export const insertLead = (
  db: D1Database,
  lead: { id: string; caseId: string; round: number; orgId: string; on: string; now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO lead (id, case_id, round, org_id, pushed_on, pushed_at) VALUES (${lead.id}, ${lead.caseId}, ${lead.round}, ${lead.orgId}, ${lead.on}, ${lead.now})`,
  );

export const markLead = (db: D1Database, leadId: string, status: string): D1PreparedStatement =>
  statement(db, sql`UPDATE lead SET status = ${status} WHERE id = ${leadId}`);

export const closeOtherLeads = (db: D1Database, caseId: string, leadId: string): D1PreparedStatement =>
  statement(db, sql`UPDATE lead SET status = 'closed' WHERE case_id = ${caseId} AND id <> ${leadId} AND status IN ('open', 'offered')`);

export interface LeadRow {
  id: string;
  case_id: string;
  status: "open" | "declined" | "offered" | "funded" | "closed";
  round: number;
  pushed_on: string;
  pushed_at: number;
}

/** An institution's inbox, newest first. */
export const inboxQuery = (
  db: D1Database,
  orgId: SQL,
  filter: { status?: string | undefined; after?: { at: number; id: string } | undefined; limit: number },
): Query<LeadRow> =>
  rows(
    db,
    sql`SELECT id, case_id, status, round, pushed_on, pushed_at FROM lead WHERE org_id = ${orgId}
      ${filter.status ? sql`AND status = ${filter.status}` : sql``} ${filter.after ? sql`AND (pushed_at, id) < (${filter.after.at}, ${filter.after.id})` : sql``}
      ORDER BY pushed_at DESC, id DESC LIMIT ${filter.limit + 1}`,
  );

export const inboxCountsQuery = (db: D1Database, orgId: SQL): Query<{ status: LeadRow["status"]; count: number }> =>
  rows(db, sql`SELECT status, COUNT(*) AS count FROM lead WHERE org_id = ${orgId} GROUP BY status`);

/** The events behind an inbox page, in one statement. */
export const inboxCasesQuery = (
  db: D1Database,
  orgId: SQL,
  filter: { status?: string | undefined; after?: { at: number; id: string } | undefined; limit: number },
): Query<{
  id: string;
  no: string;
  enterprise_name: string;
  need: number | null;
  tier: string | null;
  ratio: string | null;
  rated_on: string | null;
}> =>
  rows(
    db,
    sql`SELECT f.id, f.no, f.enterprise_name, f.need, f.tier,
        (SELECT e.data ->> '$.ratio' FROM case_event e WHERE e.case_id = f.id AND e.type = 'review_decided' ORDER BY e.seq DESC LIMIT 1) AS ratio,
        (SELECT e.occurred_on FROM case_event e WHERE e.case_id = f.id AND e.type = 'review_decided' ORDER BY e.seq DESC LIMIT 1) AS rated_on
      FROM (SELECT DISTINCT case_id FROM (SELECT case_id FROM lead WHERE org_id = ${orgId}
        ${filter.status ? sql`AND status = ${filter.status}` : sql``} ${filter.after ? sql`AND (pushed_at, id) < (${filter.after.at}, ${filter.after.id})` : sql``}
        ORDER BY pushed_at DESC, id DESC LIMIT ${filter.limit + 1})) page JOIN case_file f ON f.id = page.case_id`,
  );
