/** The only file that writes amendments and what was decided on them. */
import { sql } from "drizzle-orm";
import { statement } from "../database";

export interface NewAmendment {
  readonly id: string;
  readonly schemeId: string;
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
  readonly documentNo: string;
  readonly reason: string;
  readonly by: string;
  readonly org: string;
  readonly on: string;
  readonly at: number;
}

export const insertAmendment = (db: D1Database, row: NewAmendment): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO amendment (id, scheme_id, key, value, from_day, document_no, reason, proposed_by, proposed_org, proposed_on, proposed_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.key}, ${JSON.stringify(row.value)}, ${row.from}, ${row.documentNo}, ${row.reason}, ${row.by}, ${row.org}, ${row.on}, ${row.at})`,
  );

export interface AmendmentDecided {
  readonly id: string;
  readonly schemeId: string;
  readonly approved: boolean;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly at: number;
}

export const insertDecision = (db: D1Database, row: AmendmentDecided): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO amendment_decision (amendment_id, scheme_id, approved, reason, decided_by, decided_on, decided_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.approved ? 1 : 0}, ${row.reason}, ${row.by}, ${row.on}, ${row.at})`,
  );
