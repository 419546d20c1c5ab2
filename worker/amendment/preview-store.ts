/** The district's cases in the order of their numbers, a page at a time, with all that happened on them. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows } from "../database";
import type { EventRow } from "../event";

export interface PreviewedCase {
  id: string;
  no: string;
  enterprise_name: string;
  year: number;
  serial: number;
}

interface From {
  readonly year: number;
  readonly serial: number;
}

const page = (schemeId: string, { year, serial }: From, most: number): SQL =>
  sql`SELECT id, no, enterprise_name, year, serial FROM case_file
    WHERE scheme_id = ${schemeId} AND (year, serial) > (${year}, ${serial}) AND submitted_on IS NOT NULL ORDER BY year, serial LIMIT ${most}`;

export const casesAfterQuery = (db: D1Database, schemeId: string, from: From, most: number): Query<PreviewedCase> =>
  rows(db, page(schemeId, from, most));

export const eventsAfterQuery = (db: D1Database, schemeId: string, from: From, most: number): Query<EventRow> =>
  rows(db, sql`SELECT e.* FROM (${page(schemeId, from, most)}) page CROSS JOIN case_event e ON e.case_id = page.id ORDER BY e.case_id, e.seq`);

export const casesCountQuery = (db: D1Database, schemeId: string): Query<{ count: number }> =>
  rows(db, sql`SELECT COUNT(*) AS count FROM case_file WHERE scheme_id = ${schemeId} AND submitted_on IS NOT NULL`);
