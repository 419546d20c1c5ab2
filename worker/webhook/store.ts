/** The only file that touches webhook endpoints and the outbox. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface EndpointRow {
  id: string;
  url: string;
  secret: string;
  old_secret: string | null;
  old_until: number | null;
  status: "active" | "disabled";
  set_at: number;
}

export const endpointQuery = (db: D1Database, orgId: SQL): Query<EndpointRow> =>
  rows(db, sql`SELECT id, url, secret, old_secret, old_until, status, set_at FROM webhook_endpoint WHERE org_id = ${orgId}`);

export const setEndpoint = (
  db: D1Database,
  row: { id: string; orgId: string; schemeId: string; url: string; secret: string; now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO webhook_endpoint (id, org_id, scheme_id, url, secret, set_at) VALUES (${row.id}, ${row.orgId}, ${row.schemeId}, ${row.url}, ${row.secret}, ${row.now})
      ON CONFLICT (org_id) DO UPDATE SET url = excluded.url, secret = excluded.secret, old_secret = NULL, old_until = NULL, status = 'active', set_at = excluded.set_at`,
  );
export const rotateSecret = (db: D1Database, endpointId: string, secret: string, oldUntil: number): D1PreparedStatement =>
  statement(db, sql`UPDATE webhook_endpoint SET old_secret = secret, old_until = ${oldUntil}, secret = ${secret} WHERE id = ${endpointId}`);
export const disableEndpoint = (db: D1Database, endpointId: string): D1PreparedStatement =>
  statement(db, sql`UPDATE webhook_endpoint SET status = 'disabled' WHERE id = ${endpointId}`);

/** How long a row waits for the queue before the clock takes it up again. */
const GRACE = 60_000;

/** A letter to an organisation's endpoint, where it has one: else nothing is written and nothing sent. `id` goes into `Write.outbox` too. */
export const insertLetter = (
  db: D1Database,
  letter: { id: string; toOrg: string; schemeId: string; caseId: string; type: string; data: Readonly<Record<string, string>>; now: number },
): D1PreparedStatement => {
  const payload = JSON.stringify({ type: letter.type, timestamp: new Date(letter.now).toISOString(), data: letter.data });
  return statement(
    db,
    sql`INSERT INTO outbox (id, kind, endpoint_id, scheme_id, case_id, payload, next_at, recorded_at)
      SELECT ${letter.id}, 'webhook', id, ${letter.schemeId}, ${letter.caseId}, ${payload}, ${letter.now + GRACE}, ${letter.now}
      FROM webhook_endpoint WHERE org_id = ${letter.toOrg} AND status = 'active'`,
  );
};

export interface LetterRow {
  id: string;
  payload: string;
  status: "pending" | "sent" | "failed" | "dead";
  attempts: number;
  endpoint_id: string;
  url: string;
  secret: string;
  old_secret: string | null;
  old_until: number | null;
  endpoint_status: "active" | "disabled";
}

export const letterQuery = (db: D1Database, outboxId: string): Query<LetterRow> =>
  rows(
    db,
    sql`SELECT o.id, o.payload, o.status, o.attempts, o.endpoint_id, e.url, e.secret, e.old_secret, e.old_until, e.status AS endpoint_status
      FROM outbox o JOIN webhook_endpoint e ON e.id = o.endpoint_id WHERE o.id = ${outboxId}`,
  );
export const markSent = (db: D1Database, outboxId: string, now: number): D1PreparedStatement =>
  statement(db, sql`UPDATE outbox SET status = 'sent', attempts = attempts + 1, sent_at = ${now}, last_error = NULL WHERE id = ${outboxId}`);
export const markFailed = (db: D1Database, outboxId: string, error: string, nextAt: number): D1PreparedStatement =>
  statement(
    db,
    sql`UPDATE outbox SET status = 'failed', attempts = attempts + 1, last_error = ${error}, next_at = ${nextAt} WHERE id = ${outboxId} AND status IN ('pending', 'failed')`,
  );
export const markDead = (db: D1Database, outboxId: string, error: string | null): D1PreparedStatement =>
  statement(
    db,
    sql`UPDATE outbox SET status = 'dead', last_error = COALESCE(${error}, last_error, 'undelivered') WHERE id = ${outboxId} AND status IN ('pending', 'failed')`,
  );
/** The office sends a dead letter once more. */
export const revive = (db: D1Database, outboxId: string, now: number): D1PreparedStatement =>
  statement(db, sql`UPDATE outbox SET status = 'pending', attempts = 0, next_at = ${now + GRACE} WHERE id = ${outboxId} AND status = 'dead'`);

export interface DeadRow {
  outboxId: string;
  orgName: string;
  caseId: string | null;
  attempts: number;
  lastError: string;
  recordedAt: number;
}
export const deadQuery = (db: D1Database, schemeId: string, outboxId?: string): Query<DeadRow> =>
  rows(
    db,
    sql`SELECT o.id AS outboxId, g.name AS orgName, o.case_id AS caseId, o.attempts, COALESCE(o.last_error, '') AS lastError, o.recorded_at AS recordedAt
      FROM outbox o JOIN webhook_endpoint e ON e.id = o.endpoint_id JOIN organisation g ON g.id = e.org_id
      WHERE o.status = 'dead' AND o.scheme_id = ${schemeId} ${outboxId ? sql`AND o.id = ${outboxId}` : sql``} ORDER BY o.recorded_at LIMIT 100`,
  );

/** Rows that the queue has not settled in time; each is put off so that the next sweep does not send it again at once. */
export const dueQuery = (db: D1Database, now: number): Query<{ outboxId: string; schemeId: string }> =>
  rows(
    db,
    sql`UPDATE outbox SET next_at = ${now + 10 * GRACE} WHERE id IN
      (SELECT id FROM outbox WHERE status IN ('pending', 'failed') AND next_at <= ${now} ORDER BY next_at LIMIT 100) RETURNING id AS outboxId, scheme_id AS schemeId`,
  );
