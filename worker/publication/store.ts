/** The only file that touches the list of firms. */
import { sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

/** A case is listed once; one that was listed before keeps its first day. */
export const insertEntry = (
  db: D1Database,
  entry: { readonly caseId: string; readonly schemeId: string; readonly name: string; readonly on: string; readonly public: boolean },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO list_entry (case_id, scheme_id, name, listed_on, public) VALUES (${entry.caseId}, ${entry.schemeId}, ${entry.name}, ${entry.on}, ${entry.public ? 1 : 0})`,
  );

export const removeEntry = (db: D1Database, caseId: string, on: string): D1PreparedStatement[] => [
  statement(db, sql`UPDATE list_entry SET removed_on = ${on} WHERE case_id = ${caseId} AND removed_on IS NULL`),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

/** What everybody may see, and nothing else: name and day. `month` is `2026-11`; a firm that was taken off is named no more. */
export const publishedQuery = (db: D1Database, schemeId: string, month: string | undefined): Query<{ name: string; listedOn: string }> =>
  rows(
    db,
    sql`SELECT name, listed_on AS listedOn FROM list_entry
      WHERE scheme_id = ${schemeId} AND public = 1 AND removed_on IS NULL ${month ? sql`AND listed_on >= ${`${month}-01`} AND listed_on <= ${`${month}-31`}` : sql``}
      ORDER BY listed_on DESC, name LIMIT 5000`,
  );

export const publishedMonthsQuery = (db: D1Database, schemeId: string): Query<{ month: string; count: number }> =>
  rows(
    db,
    sql`SELECT substr(listed_on, 1, 7) AS month, COUNT(*) AS count FROM list_entry
      WHERE scheme_id = ${schemeId} AND public = 1 AND removed_on IS NULL GROUP BY 1 ORDER BY 1 DESC`,
  );

export interface ListedRow {
  case_id: string;
  no: string;
  name: string;
  credit_code: string;
  listed_on: string;
  removed_on: string | null;
}

export const listedQuery = (db: D1Database, schemeId: string): Query<ListedRow> =>
  rows(
    db,
    sql`SELECT l.case_id, f.no, l.name, f.credit_code, l.listed_on, l.removed_on FROM list_entry l JOIN case_file f ON f.id = l.case_id
      WHERE l.scheme_id = ${schemeId} ORDER BY l.removed_on IS NOT NULL, l.listed_on DESC, l.case_id LIMIT 2000`,
  );

export interface NewsRow {
  case_id: string;
  type: "feedback_given" | "list_reviewed";
  data: string;
  occurred_on: string;
  org_id: string;
  org_kind: string;
  org_name: string;
}

/** News of the listed firms and reviews of their places, in order. */
export const newsQuery = (db: D1Database, schemeId: string): Query<NewsRow> =>
  rows(
    db,
    sql`SELECT e.case_id, e.type, e.data, e.occurred_on, e.actor_org AS org_id, e.actor_kind AS org_kind, o.name AS org_name
      FROM list_entry l JOIN case_event e ON e.case_id = l.case_id AND e.type IN ('feedback_given', 'list_reviewed') JOIN organisation o ON o.id = e.actor_org
      WHERE l.scheme_id = ${schemeId} ORDER BY e.case_id, e.seq`,
  );
