/** The only file that touches notices. */
import { type SQL, sql } from "drizzle-orm";
import type { Figures } from "../../shared/outcome";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

export interface NewNotice {
  readonly toOrg: string;
  readonly toPerson?: string | null;
  readonly caseId?: string | null;
  /** What happened, as a code that the miniapp has words for. */
  readonly code: string;
  readonly figures: Figures;
}

/** A statement for the verb's own batch: a notice is told only if the act stands. */
export const insertNotice = (db: D1Database, notice: NewNotice, now: number): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO notice (id, to_org, to_person, case_id, code, figures, recorded_at)
      VALUES (${newId()}, ${notice.toOrg}, ${notice.toPerson ?? null}, ${notice.caseId ?? null}, ${notice.code}, ${JSON.stringify(notice.figures)}, ${now})`,
  );

/** Many at once, in one statement. */
export const insertNotices = (db: D1Database, notices: readonly NewNotice[], now: number): D1PreparedStatement[] =>
  notices.length === 0
    ? []
    : [
        statement(
          db,
          sql`INSERT INTO notice (id, to_org, to_person, case_id, code, figures, recorded_at)
            SELECT value ->> 'id', value ->> 'toOrg', value ->> 'toPerson', value ->> 'caseId', value ->> 'code', value ->> 'figures', ${now}
            FROM json_each(${JSON.stringify(notices.map((notice) => ({ ...notice, id: newId(), figures: JSON.stringify(notice.figures) })))})`,
        ),
      ];

export interface NoticeRow {
  noticeId: string;
  caseId: string | null;
  code: string;
  figures: string;
  recordedAt: number;
  readAt: number | null;
}

const toMe = (orgId: SQL, personId: SQL) => sql`to_org = ${orgId} AND (to_person IS NULL OR to_person = ${personId})`;

export const inboxQuery = (db: D1Database, orgId: SQL, personId: SQL, before: number): Query<NoticeRow> =>
  rows(
    db,
    sql`SELECT id AS noticeId, case_id AS caseId, code, figures, recorded_at AS recordedAt, read_at AS readAt FROM notice
      WHERE ${toMe(orgId, personId)} AND recorded_at < ${before} ORDER BY recorded_at DESC LIMIT 50`,
  );
export const unreadQuery = (db: D1Database, orgId: SQL, personId: SQL): Query<{ unread: number }> =>
  rows(db, sql`SELECT COUNT(*) AS unread FROM notice WHERE ${toMe(orgId, personId)} AND read_at IS NULL`);
export const noticeQuery = (db: D1Database, noticeId: string, orgId: SQL, personId: SQL): Query<NoticeRow> =>
  rows(
    db,
    sql`SELECT id AS noticeId, case_id AS caseId, code, figures, recorded_at AS recordedAt, read_at AS readAt FROM notice
      WHERE id = ${noticeId} AND ${toMe(orgId, personId)}`,
  );
export const markRead = (db: D1Database, noticeId: string, now: number): D1PreparedStatement =>
  statement(db, sql`UPDATE notice SET read_at = ${now} WHERE id = ${noticeId} AND read_at IS NULL`);
