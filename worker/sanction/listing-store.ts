/** The only file that touches listings of firms and of those who represent them. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { Listing } from "../../shared/process/sanction";
import { type Query, rows, statement } from "../database";

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

/** Newest first, those that were lifted among them. */
export const listingsQuery = (db: D1Database, schemeId: string): Query<ListingRow> =>
  rows(db, sql`SELECT * FROM listing WHERE scheme_id = ${schemeId} ORDER BY recorded_at DESC, id DESC LIMIT 500`);

export const listingQuery = (db: D1Database, schemeId: string, listingId: string): Query<ListingRow> =>
  rows(db, sql`SELECT * FROM listing WHERE id = ${listingId} AND scheme_id = ${schemeId}`);

/** Entries of one firm that stand. */
export const listingsOfQuery = (db: D1Database, schemeId: string, creditCode: string): Query<ListingRow> =>
  rows(db, sql`SELECT * FROM listing WHERE scheme_id = ${schemeId} AND credit_code = ${creditCode} AND lifted_on IS NULL`);

export const insertListing = (db: D1Database, schemeId: string, row: Omit<ListingRow, "lifted_on" | "lifted_reason">): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO listing (id, scheme_id, credit_code, name, representative_key, representative_name, reason, platform, listed_on, evidence, made_by, recorded_at)
      VALUES (${row.id}, ${schemeId}, ${row.credit_code}, ${row.name}, ${row.representative_key}, ${row.representative_name}, ${row.reason}, ${row.platform},
        ${row.listed_on}, ${row.evidence}, ${row.made_by}, ${row.recorded_at})`,
  );

/** Once: the second of two who lift it at the same time changes nothing. */
export const liftListingRow = (
  db: D1Database,
  row: { readonly id: string; readonly on: string; readonly reason: string; readonly documentNo: string; readonly by: string },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE listing SET lifted_on = ${row.on}, lifted_reason = ${row.reason}, lifted_document = ${row.documentNo}, lifted_by = ${row.by}
      WHERE id = ${row.id} AND lifted_on IS NULL`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

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

/** The one case of a firm that came to a loan, for queries that load it in the same batch. */
export const fundedCaseOf = (schemeId: string, creditCode: string): SQL =>
  sql`(SELECT c.id FROM organisation o CROSS JOIN case_file c ON c.enterprise_org = o.id
    WHERE o.scheme_id = ${schemeId} AND o.credit_code = ${creditCode} AND c.status = 'funded' ORDER BY c.moved_at DESC LIMIT 1)`;

/** Who represented a firm by its own applications, newest first: the records hold no numbers to type again. */
export const representativeOfQuery = (db: D1Database, schemeId: string, creditCode: string): Query<{ key: string; name: string }> =>
  rows(
    db,
    sql`SELECT c.draft ->> '$.representativeKey' AS key, c.draft ->> '$.representativeName' AS name
      FROM organisation o CROSS JOIN case_file c ON c.enterprise_org = o.id
      WHERE o.scheme_id = ${schemeId} AND o.credit_code = ${creditCode} AND c.submitted_on IS NOT NULL AND c.draft ->> '$.representativeKey' <> ''
      ORDER BY c.moved_at DESC LIMIT 20`,
  );
