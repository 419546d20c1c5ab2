/** The only file that touches figures of bad loans, explanations and what was decided about an institution. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface FigureRow {
  org_id: string;
  seq: number;
  period: string;
  bad_balance: number;
  all_balance: number;
  bad_count: number;
  all_count: number;
  ratio: string;
  average: string | null;
  source: string;
  marks: string;
  reason: string;
  on_day: string;
}

/** Every figure that was told, each institution's oldest first: one a month for each. */
export const figuresQuery = (db: D1Database, schemeId: string, orgId?: string | SQL): Query<FigureRow> =>
  rows(
    db,
    sql`SELECT org_id, seq, period, bad_balance, all_balance, bad_count, all_count, ratio, average, source, marks, reason, on_day FROM npl_figure
      WHERE scheme_id = ${schemeId} ${orgId === undefined ? sql`` : sql`AND org_id = ${orgId}`} ORDER BY org_id, seq LIMIT 2000`,
  );

export interface BookRow {
  org_id: string;
  bad_balance: number;
  all_balance: number;
  bad_count: number;
  all_count: number;
}

/** What is owed under the document by lender, and how much of it is bad by its grade; what was repaid or paid for is no loan of today. */
export const livingBooksQuery = (db: D1Database, schemeId: string): Query<BookRow> =>
  rows(
    db,
    sql`SELECT lender_org AS org_id, COALESCE(SUM(CASE WHEN grade IN ('normal', 'special_mention') THEN 0 ELSE outstanding END), 0) AS bad_balance,
        SUM(outstanding) AS all_balance, SUM(grade NOT IN ('normal', 'special_mention')) AS bad_count, COUNT(*) AS all_count
      FROM loan_file INDEXED BY loan_file_live WHERE scheme_id = ${schemeId} AND outstanding > 0 AND paid_on IS NULL GROUP BY lender_org`,
  );

export interface DecisionRow {
  org_id: string;
  seq: number;
  what: "pause" | "resume" | "end";
  ratio: string;
  document_no: string;
  reason: string;
  on_day: string;
  by_name: string;
}

export const decisionsQuery = (db: D1Database, schemeId: string): Query<DecisionRow> =>
  rows(
    db,
    sql`SELECT d.org_id, d.seq, d.what, d.ratio, d.document_no, d.reason, d.on_day, o.name AS by_name FROM watch_decision d
      CROSS JOIN organisation o ON o.id = d.by_org WHERE d.scheme_id = ${schemeId} ORDER BY d.org_id, d.seq LIMIT 2000`,
  );

export interface ExplanationRow {
  org_id: string;
  period: string;
  text: string;
  plan: string;
  document_no: string;
  on_day: string;
}
export const explanationsQuery = (db: D1Database, schemeId: string): Query<ExplanationRow> =>
  rows(
    db,
    sql`SELECT org_id, period, text, plan, document_no, on_day FROM npl_explanation WHERE scheme_id = ${schemeId} ORDER BY recorded_at DESC, id DESC LIMIT 500`,
  );

interface By {
  readonly schemeId: string;
  readonly by: string;
  readonly now: number;
}

export const insertFigure = (db: D1Database, row: FigureRow, { schemeId, by, now }: By): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO npl_figure (scheme_id, org_id, seq, period, bad_balance, all_balance, bad_count, all_count, ratio, average, source, marks, reason, on_day, made_by, recorded_at)
      VALUES (${schemeId}, ${row.org_id}, ${row.seq}, ${row.period}, ${row.bad_balance}, ${row.all_balance}, ${row.bad_count}, ${row.all_count}, ${row.ratio},
        ${row.average}, ${row.source}, ${row.marks}, ${row.reason}, ${row.on_day}, ${by}, ${now})`,
  );

export const insertExplanation = (db: D1Database, id: string, row: ExplanationRow, { schemeId, by, now }: By): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO npl_explanation (id, scheme_id, org_id, period, text, plan, document_no, on_day, made_by, recorded_at)
      VALUES (${id}, ${schemeId}, ${row.org_id}, ${row.period}, ${row.text}, ${row.plan}, ${row.document_no}, ${row.on_day}, ${by}, ${now})`,
  );

export const insertWatchDecision = (
  db: D1Database,
  row: Omit<DecisionRow, "by_name"> & { readonly by_org: string },
  { schemeId, by, now }: By,
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO watch_decision (scheme_id, org_id, seq, what, ratio, document_no, reason, on_day, by_org, made_by, recorded_at)
      VALUES (${schemeId}, ${row.org_id}, ${row.seq}, ${row.what}, ${row.ratio}, ${row.document_no}, ${row.reason}, ${row.on_day}, ${row.by_org}, ${by}, ${now})`,
  );
