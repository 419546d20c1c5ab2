/** The only file that touches meetings, reviews of firms and of claims, their seats and sealed ballots. */
import { sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface MeetingRow {
  id: string;
  title: string;
  held_on: string;
  place: string;
  agenda: number;
  open: number;
}

const COUNTED = sql`m.id, m.title, m.held_on, m.place,
  (SELECT COUNT(*) FROM review r WHERE r.meeting_id = m.id) AS agenda,
  (SELECT COUNT(*) FROM review r WHERE r.meeting_id = m.id AND r.status IN ('scheduled', 'open')) AS open`;

/** Meetings, the latest first. */
export const meetingsQuery = (db: D1Database, schemeId: string, after: { on: string; id: string } | undefined, limit: number): Query<MeetingRow> =>
  rows(
    db,
    sql`SELECT ${COUNTED} FROM meeting m WHERE m.scheme_id = ${schemeId} ${after ? sql`AND (m.held_on, m.id) < (${after.on}, ${after.id})` : sql``}
      ORDER BY m.held_on DESC, m.id DESC LIMIT ${limit + 1}`,
  );

export const meetingQuery = (db: D1Database, schemeId: string, meetingId: string): Query<MeetingRow> =>
  rows(db, sql`SELECT ${COUNTED} FROM meeting m WHERE m.id = ${meetingId} AND m.scheme_id = ${schemeId}`);

/** Cases that wait for a meeting, and whether one was held or called this quarter. */
export const waitingForReviewQuery = (db: D1Database, schemeId: string, from: string, until: string): Query<{ waiting: number; held: number }> =>
  rows(
    db,
    sql`SELECT (SELECT COUNT(*) FROM case_file WHERE scheme_id = ${schemeId} AND status = 'ballot' AND submitted_on IS NOT NULL) AS waiting,
      EXISTS (SELECT 1 FROM meeting WHERE scheme_id = ${schemeId} AND held_on BETWEEN ${from} AND ${until}) AS held`,
  );

/** What a panel meets about. */
export type About = "rating" | "claim";

export interface AgendaRow {
  case_id: string;
  review_id: string;
  about: About;
  round: number;
  status: "scheduled" | "open" | "decided" | "deferred";
  dropped: number;
}
export const agendaQuery = (db: D1Database, meetingId: string): Query<AgendaRow> =>
  rows(db, sql`SELECT case_id, id AS review_id, about, round, status, dropped FROM review WHERE meeting_id = ${meetingId} ORDER BY about DESC, id`);

/** Of every case on a meeting's agenda what tells its seats and its progress; the sealed ballots themselves stay where they are. */
export const agendaEventsQuery = (db: D1Database, meetingId: string): Query<{ case_id: string; type: string; data: string }> =>
  rows(
    db,
    sql`SELECT e.case_id, e.type, json_remove(e.data, '$.sealed', '$.ballots') AS data
      FROM (SELECT DISTINCT case_id FROM review WHERE meeting_id = ${meetingId}) touched CROSS JOIN case_event e ON e.case_id = touched.case_id
      WHERE e.type IN ('review_scheduled', 'seat_recused', 'ballot_cast', 'revote_opened', 'claim_panel_set', 'claim_ballot_cast', 'claim_revote_opened')
      ORDER BY e.case_id, e.seq`,
  );

export const insertMeeting = (
  db: D1Database,
  meeting: { id: string; schemeId: string; title: string; heldOn: string; place: string; by: string; now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO meeting (id, scheme_id, title, held_on, place, convoked_by, recorded_at)
      VALUES (${meeting.id}, ${meeting.schemeId}, ${meeting.title}, ${meeting.heldOn}, ${meeting.place}, ${meeting.by}, ${meeting.now})`,
  );

/** Puts a review on an agenda anew: an earlier one of the case that was never opened gives way. */
export const scheduleReviewRows = (
  db: D1Database,
  review: { id: string; caseId: string; meetingId: string; about: About; units: readonly string[]; replaces: string | undefined },
): D1PreparedStatement[] => [
  ...(review.replaces ? unschedule(db, review.replaces) : []),
  statement(
    db,
    sql`INSERT INTO review (id, case_id, meeting_id, about) VALUES (${review.id}, ${review.caseId}, ${review.meetingId}, ${review.about})`,
  ),
  statement(db, sql`INSERT INTO review_seat (review_id, org_id) SELECT ${review.id}, value FROM json_each(${JSON.stringify(review.units)})`),
];

/** Takes a review that was never opened off its agenda. */
const unschedule = (db: D1Database, reviewId: string): D1PreparedStatement[] => [
  statement(db, sql`DELETE FROM review_seat WHERE review_id = ${reviewId}`),
  statement(db, sql`DELETE FROM review WHERE id = ${reviewId} AND status = 'scheduled'`),
];

/** What was to be reviewed has gone: a scheduled review leaves the agenda, an open one takes no more ballots and its own stay sealed. */
export const dropReview = (db: D1Database, reviewId: string, round: number): D1PreparedStatement[] =>
  round === 0
    ? unschedule(db, reviewId)
    : [statement(db, sql`UPDATE review SET status = 'deferred', round = 0, dropped = 1 WHERE id = ${reviewId} AND status = 'open'`)];

export const moveReview = (db: D1Database, reviewId: string, status: "open" | "decided" | "deferred", round: number): D1PreparedStatement =>
  statement(db, sql`UPDATE review SET status = ${status}, round = ${round} WHERE id = ${reviewId}`);

export const insertBallot = (db: D1Database, ballot: { reviewId: string; round: number; orgId: string; sealed: string }): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO ballot (review_id, round, org_id, sealed) VALUES (${ballot.reviewId}, ${ballot.round}, ${ballot.orgId}, ${ballot.sealed})`,
  );

/** People who may be sent to a panel, with their organisations. */
export const delegatesQuery = (
  db: D1Database,
  schemeId: string,
): Query<{ personId: string; name: string; title: string; orgId: string; orgKind: string; orgName: string }> =>
  rows(
    db,
    sql`SELECT p.id AS personId, p.name, m.title, o.id AS orgId, o.kind AS orgKind, o.name AS orgName
      FROM organisation o JOIN membership m ON m.org_id = o.id AND m.status = 'active' JOIN person p ON p.id = m.person_id AND p.status = 'active'
      WHERE o.scheme_id = ${schemeId} AND o.status = 'active' AND o.kind IN ('office', 'finance', 'department', 'township', 'bank', 'guarantor', 'insurer', 'lender')
      ORDER BY o.kind, o.name, p.name`,
  );
