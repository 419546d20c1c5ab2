/** The only file that touches measures, determinations and consents to earlier deals. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { Determined } from "../../shared/process/breach";
import type { OrgKind } from "../../shared/process/party";
import type { Sanction } from "../../shared/process/sanction";
import { type Query, rows, statement } from "../database";

export interface MeasureRow {
  id: string;
  org_id: string;
  kind: "rung" | "measure";
  what: string;
  on_day: string;
  until_day: string | null;
  reason: string;
  case_id: string | null;
  loan_id: string | null;
  ratio: string | null;
  article: string;
  recorded_at: number;
}

/** Measures against any institution of the district, oldest first; few, and each is needed to know how one stands. */
export const measuresQuery = (db: D1Database, schemeId: string): Query<MeasureRow> =>
  rows(
    db,
    sql`SELECT id, org_id, kind, what, on_day, until_day, reason, case_id, loan_id, ratio, article, recorded_at FROM measure
      WHERE scheme_id = ${schemeId} ORDER BY recorded_at, id`,
  );

/** Consents that the government gave before the district began here. */
export const insertTransitions = (
  db: D1Database,
  schemeId: string,
  consents: readonly { readonly caseId: string; readonly documentNo: string; readonly on: string }[],
  by: { readonly personId: string; readonly now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO transition (case_id, scheme_id, document_no, on_day, person_id, recorded_at)
      SELECT value ->> 'caseId', ${schemeId}, value ->> 'documentNo', value ->> 'on', ${by.personId}, ${by.now} FROM json_each(${JSON.stringify(consents)})`,
  );

export const transitionQuery = (db: D1Database, caseId: string | SQL): Query<{ document_no: string; on_day: string }> =>
  rows(db, sql`SELECT document_no, on_day FROM transition WHERE case_id = ${caseId}`);

export const insertTransition = (
  db: D1Database,
  consent: { schemeId: string; caseId: string; documentNo: string; on: LocalDate; personId: string; now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO transition (case_id, scheme_id, document_no, on_day, person_id, recorded_at)
      VALUES (${consent.caseId}, ${consent.schemeId}, ${consent.documentNo}, ${consent.on}, ${consent.personId}, ${consent.now})`,
  );

/** Stops a batch that was decided before a consent came in: whom the case waits for would be wrong. */
export const noConsentYet = (db: D1Database, caseId: string): D1PreparedStatement =>
  statement(db, sql`INSERT INTO must SELECT NOT EXISTS (SELECT 1 FROM transition WHERE case_id = ${caseId})`);

export function sanctionOf(row: MeasureRow): Sanction {
  const base = { on: row.on_day as LocalDate, reason: row.reason, ...(row.until_day === null ? {} : { until: row.until_day as LocalDate }) };
  if (row.kind === "rung") return { kind: "rung", rung: row.what, ...base };
  return {
    kind: "measure",
    measure: row.what as "lower_ratio" | "full_clawback" | "terminate",
    ...base,
    ...(row.loan_id === null ? {} : { loanId: row.loan_id }),
    ...(row.ratio === null ? {} : { ratio: row.ratio }),
  };
}

export const insertMeasure = (db: D1Database, schemeId: string, row: MeasureRow & { readonly made_by: string }): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO measure (id, scheme_id, org_id, kind, what, on_day, until_day, reason, case_id, loan_id, ratio, article, made_by, recorded_at)
      VALUES (${row.id}, ${schemeId}, ${row.org_id}, ${row.kind}, ${row.what}, ${row.on_day}, ${row.until_day}, ${row.reason}, ${row.case_id}, ${row.loan_id},
        ${row.ratio}, ${row.article}, ${row.made_by}, ${row.recorded_at})`,
  );

export interface DeterminationRow {
  type: string;
  org_id: string;
  org_kind: OrgKind;
  org_name: string;
  /** Whom it is about. */
  against_org: string;
  document_no: string;
}

/** What the units determined about one case, in the order in which they did. */
export const determinationsQuery = (db: D1Database, caseId: string): Query<DeterminationRow> =>
  rows(
    db,
    sql`SELECT d.type, d.org_id, o.kind AS org_kind, o.name AS org_name, d.against_org, d.document_no
      FROM determination d CROSS JOIN organisation o ON o.id = d.org_id WHERE d.case_id = ${caseId} ORDER BY d.recorded_at, d.org_id`,
  );

export const insertDetermination = (
  db: D1Database,
  row: {
    readonly caseId: string;
    readonly type: string;
    readonly unit: string;
    readonly against: string;
    readonly documentNo: string;
    readonly detail: string;
    readonly on: string;
    readonly by: string;
    readonly now: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO determination (case_id, type, org_id, against_org, document_no, detail, on_day, person_id, recorded_at)
      VALUES (${row.caseId}, ${row.type}, ${row.unit}, ${row.against}, ${row.documentNo}, ${row.detail}, ${row.on}, ${row.by}, ${row.now})`,
  );

export const determinedOf = ({ type, org_id, against_org }: DeterminationRow): Determined => ({ type, unit: org_id, against: against_org });

/** Measures with the names that their readers know, newest first. */
export const measuresNamedQuery = (db: D1Database, schemeId: string): Query<MeasureRow & { institution: string; case_no: string | null }> =>
  rows(
    db,
    sql`SELECT m.id, m.org_id, m.kind, m.what, m.on_day, m.until_day, m.reason, m.case_id, m.loan_id, m.ratio, m.article, m.recorded_at, o.name AS institution,
        c.no AS case_no
      FROM measure m CROSS JOIN organisation o ON o.id = m.org_id LEFT JOIN case_file c ON c.id = m.case_id
      WHERE m.scheme_id = ${schemeId} ORDER BY m.recorded_at DESC, m.id DESC LIMIT 500`,
  );
