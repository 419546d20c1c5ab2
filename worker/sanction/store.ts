/** The only file that touches listings, measures, determinations, notes on departments and consents to earlier deals. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { Listing, Sanction } from "../../shared/process/sanction";
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

export interface ListingRow {
  id: string;
  credit_code: string;
  name: string;
  representative_key: string | null;
  representative_name: string | null;
  reason: string;
  platform: string;
  listed_on: string;
  evidence: string | null;
  made_by: string;
  recorded_at: number;
  lifted_on: string | null;
  lifted_reason: string | null;
}

/** Listings that reach a case's firm: its own, and those of anyone whom its draft names as the one who represents it. */
export const listingsAroundQuery = (db: D1Database, caseId: string | SQL, schemeId: string): Query<ListingRow> =>
  rows(
    db,
    sql`SELECT l.* FROM case_file f CROSS JOIN listing l ON l.scheme_id = ${schemeId} AND l.credit_code = f.credit_code WHERE f.id = ${caseId} AND l.lifted_on IS NULL
      UNION SELECT l.* FROM case_file f CROSS JOIN json_each(f.draft_parties) j CROSS JOIN listing l ON l.scheme_id = ${schemeId} AND l.representative_key = j.value
        WHERE f.id = ${caseId} AND l.lifted_on IS NULL`,
  );

export const listingOf = (row: ListingRow): Listing => ({
  id: row.id,
  creditCode: row.credit_code,
  name: row.name,
  ...(row.representative_key === null ? {} : { representative: { key: row.representative_key, name: row.representative_name ?? "" } }),
  reason: row.reason,
  platform: row.platform,
  listedOn: row.listed_on as LocalDate,
  ...(row.evidence === null ? {} : { evidence: row.evidence }),
});

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
