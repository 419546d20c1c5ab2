/** The only file that touches what is noted about funded firms. */
import { sql } from "drizzle-orm";
import type { FollowUp } from "../../shared/process/follow-up";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

export interface FollowUpRow {
  on_day: string;
  org_id: string;
  /** The name of the organisation. */
  by: string;
  text: string;
  abnormal: number;
  recorded_at: number;
}

/** Of one case, newest first. */
export const followUpsQuery = (db: D1Database, caseId: string): Query<FollowUpRow> =>
  rows(
    db,
    sql`SELECT u.on_day, u.org_id, o.name AS by, u.text, u.abnormal, u.recorded_at FROM follow_up u JOIN organisation o ON o.id = u.org_id
      WHERE u.case_id = ${caseId} ORDER BY u.recorded_at DESC, u.rowid DESC LIMIT 200`,
  );

export interface NewFollowUp {
  readonly schemeId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly note: FollowUp;
  readonly now: number;
}

export const insertFollowUp = (db: D1Database, { schemeId, caseId, personId, note, now }: NewFollowUp): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO follow_up (id, scheme_id, case_id, org_id, person_id, on_day, text, abnormal, recorded_at)
      VALUES (${newId()}, ${schemeId}, ${caseId}, ${note.by.id}, ${personId}, ${note.on}, ${note.text}, ${note.abnormal ? 1 : 0}, ${now})`,
  );
