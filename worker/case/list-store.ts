/** Lists of cases as each desk reads them: what waits for it, what a text finds, an agenda, and how many wait for what. */
import { type SQL, sql } from "drizzle-orm";
import type { CaseStatus } from "../../shared/process/status";
import type { Mine } from "../actor";
import { type Query, rows } from "../database";

export interface CaseListRow {
  id: string;
  no: string;
  enterprise_name: string;
  credit_code: string;
  need: number | null;
  status: CaseStatus;
  step: string;
  since: string | null;
  due_on: string | null;
  recommender: string | null;
  tier: string | null;
  focus_field: string | null;
  submitted_on: string | null;
  moved_at: number;
  mine: number;
  /** Comma list of what waits for the viewer, in a list of that. */
  todo: string | null;
}

export interface CaseFilter {
  readonly schemeId: string;
  readonly waiting: boolean;
  readonly status?: string | undefined;
  readonly q?: string | undefined;
  readonly recommender?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: { readonly movedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}

const waitsForMe = (schemeId: string, mine: Mine): SQL =>
  sql`EXISTS (SELECT 1 FROM case_wait w WHERE w.case_id = f.id AND w.scheme_id = ${schemeId} AND w.org_kind = ${mine.orgKind} AND w.org_id IN ('*', ${mine.orgId}))`;

const COLUMNS = sql`f.id, f.no, f.enterprise_name, f.credit_code, f.need, f.status, f.step, f.since, r.name AS recommender, f.tier, f.focus_field, f.submitted_on, f.moved_at`;

/** Cases of which a name or number may hold a text, by its first two letters; the text is folded as `gramsOf` folds. */
export function grammed(schemeId: string, text: string): SQL {
  const letters = [...text];
  const gram = letters.slice(0, 2).join("");
  const match = letters.length === 1 ? sql`g.gram >= ${gram} AND g.gram < ${`${gram}\u{10FFFF}`}` : sql`g.gram = ${gram}`;
  return sql`SELECT DISTINCT g.case_id FROM case_gram g WHERE g.scheme_id = ${schemeId} AND ${match}`;
}

/** Where the rows come from decides the index: what waits, a search, a recommender's, or everything in order of movement. */
function source(filter: CaseFilter, mine: Mine, desk: boolean): SQL {
  if (filter.waiting)
    return sql`(SELECT case_id, group_concat(what) AS todo, MIN(due_on) AS due_on FROM case_wait
        WHERE scheme_id = ${filter.schemeId} AND org_kind = ${mine.orgKind} AND org_id IN ('*', ${mine.orgId}) GROUP BY case_id) w0 JOIN case_file f ON f.id = w0.case_id`;
  if (filter.q) {
    const text = filter.q.normalize("NFKC").toUpperCase();
    return sql`(${grammed(filter.schemeId, text)}) hit JOIN case_file f ON f.id = hit.case_id`;
  }
  return desk
    ? sql`case_file f`
    : sql`(SELECT DISTINCT case_id FROM case_party WHERE org_id = ${mine.orgId}) own JOIN case_file f ON f.id = own.case_id`;
}

/** `desk` viewers see what was handed in; others what they are a party to. Newest movement first, or by due day when it is their own work. */
export function listQuery(db: D1Database, filter: CaseFilter, mine: Mine, desk: boolean): Query<CaseListRow> {
  const q = filter.q?.normalize("NFKC").toUpperCase();
  const conditions = [
    sql`f.scheme_id = ${filter.schemeId}`,
    ...(desk ? [sql`f.submitted_on IS NOT NULL`] : []),
    ...(!desk && filter.q ? [sql`EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = f.id AND p.org_id = ${mine.orgId})`] : []),
    ...(filter.status ? [sql`f.status = ${filter.status}`] : []),
    ...(filter.recommender ? [sql`f.recommender_org = ${filter.recommender}`] : []),
    ...(filter.from ? [sql`f.submitted_on >= ${filter.from}`] : []),
    ...(filter.until ? [sql`f.submitted_on <= ${filter.until}`] : []),
    ...(q ? [sql`(instr(upper(f.enterprise_name), ${q}) > 0 OR instr(f.no, ${q}) > 0 OR instr(f.credit_code, ${q}) > 0)`] : []),
    ...(filter.after ? [sql`(f.moved_at, f.id) < (${filter.after.movedAt}, ${filter.after.id})`] : []),
  ];
  return rows(
    db,
    sql`SELECT ${COLUMNS}, ${filter.waiting ? sql`1 AS mine, w0.todo, COALESCE(w0.due_on, f.due_on)` : sql`${waitsForMe(filter.schemeId, mine)} AS mine, NULL AS todo, f.due_on`} AS due_on
      FROM ${source(filter, mine, desk)} LEFT JOIN organisation r ON r.id = f.recommender_org
      WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY f.moved_at DESC, f.id DESC LIMIT ${filter.limit + 1}`,
  );
}

/** Cases whose claim waits for its panel, of those that wait for the viewer's desk; a claim that is on an agenda and not opened yet is among them. */
export const claimsForPanelQuery = (db: D1Database, schemeId: string, mine: Mine, limit: number): Query<CaseListRow> =>
  rows(
    db,
    sql`SELECT ${COLUMNS}, 1 AS mine, w.what AS todo, w.due_on AS due_on
      FROM case_wait w CROSS JOIN case_file f ON f.id = w.case_id LEFT JOIN organisation r ON r.id = f.recommender_org
      WHERE w.scheme_id = ${schemeId} AND w.org_kind = ${mine.orgKind} AND w.org_id = '*' AND w.what = 'claim_panel'
      ORDER BY w.due_on, w.case_id LIMIT ${limit}`,
  );

/** How many cases wait for the viewer, by what is to be done. */
export const waitingCountsQuery = (db: D1Database, schemeId: string, mine: Mine): Query<{ what: string; count: number }> =>
  rows(
    db,
    sql`SELECT what, COUNT(*) AS count FROM case_wait WHERE scheme_id = ${schemeId} AND org_kind = ${mine.orgKind} AND org_id IN ('*', ${mine.orgId}) GROUP BY what`,
  );

/** The cases on a meeting's agenda. */
export const agendaCasesQuery = (db: D1Database, schemeId: string, meetingId: string, mine: Mine): Query<CaseListRow> =>
  rows(
    db,
    sql`SELECT DISTINCT ${COLUMNS}, ${waitsForMe(schemeId, mine)} AS mine, NULL AS todo, f.due_on
      FROM review v JOIN case_file f ON f.id = v.case_id LEFT JOIN organisation r ON r.id = f.recommender_org
      WHERE v.meeting_id = ${meetingId} AND f.scheme_id = ${schemeId} ORDER BY f.no`,
  );
