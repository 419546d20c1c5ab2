/** The only file that writes amendments and what was decided on them. */
import { sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface NewAmendment {
  readonly id: string;
  readonly schemeId: string;
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
  readonly documentNo: string;
  readonly reason: string;
  readonly by: string;
  readonly org: string;
  readonly on: string;
  readonly at: number;
}

export const insertAmendment = (db: D1Database, row: NewAmendment): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO amendment (id, scheme_id, key, value, from_day, document_no, reason, proposed_by, proposed_org, proposed_on, proposed_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.key}, ${JSON.stringify(row.value)}, ${row.from}, ${row.documentNo}, ${row.reason}, ${row.by}, ${row.org}, ${row.on}, ${row.at})`,
  );

export interface AmendmentDecided {
  readonly id: string;
  readonly schemeId: string;
  readonly approved: boolean;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly at: number;
}

export const insertDecision = (db: D1Database, row: AmendmentDecided): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO amendment_decision (amendment_id, scheme_id, approved, reason, decided_by, decided_on, decided_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.approved ? 1 : 0}, ${row.reason}, ${row.by}, ${row.on}, ${row.at})`,
  );

export const insertWithdrawal = (db: D1Database, row: Pick<AmendmentDecided, "id" | "schemeId" | "by" | "on" | "at">): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO amendment_withdrawal (amendment_id, scheme_id, withdrawn_by, withdrawn_on, withdrawn_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.by}, ${row.on}, ${row.at})`,
  );

export interface ProposalRow {
  id: string;
  key: string;
  value: string;
  from_day: string;
  document_no: string;
  reason: string;
  proposed_by: string;
  proposed_org: string;
  proposed_on: string;
  proposer: string;
  proposer_org: string;
  approved: number | null;
  withdrawn_on: string | null;
  decided_on: string | null;
  decider: string | null;
  decision_reason: string | null;
}

const PROPOSAL = sql`SELECT a.id, a.key, a.value, a.from_day, a.document_no, a.reason, a.proposed_by, a.proposed_org, a.proposed_on, p.name AS proposer, o.name AS proposer_org,
    d.approved, w.withdrawn_on, d.decided_on, q.name AS decider, d.reason AS decision_reason
  FROM amendment a JOIN person p ON p.id = a.proposed_by JOIN organisation o ON o.id = a.proposed_org
    LEFT JOIN amendment_decision d ON d.amendment_id = a.id LEFT JOIN amendment_withdrawal w ON w.amendment_id = a.id
    LEFT JOIN person q ON q.id = d.decided_by`;

export const proposalQuery = (db: D1Database, schemeId: string, id: string): Query<ProposalRow> =>
  rows(db, sql`${PROPOSAL} WHERE a.id = ${id} AND a.scheme_id = ${schemeId}`);

/** The newest first. */
export const proposalsQuery = (db: D1Database, schemeId: string, most: number): Query<ProposalRow> =>
  rows(db, sql`${PROPOSAL} WHERE a.scheme_id = ${schemeId} ORDER BY a.proposed_at DESC, a.id DESC LIMIT ${most}`);

/** Nobody else has agreed to anything since the rules were asked: each version is laid over those before it. */
export const nothingApprovedSince = (db: D1Database, schemeId: string, known: number): D1PreparedStatement =>
  statement(db, sql`INSERT INTO must SELECT (SELECT COUNT(*) FROM amendment_decision WHERE scheme_id = ${schemeId} AND approved = 1) = ${known}`);
