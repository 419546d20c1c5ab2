/** The only file that touches applications of institutions to become partners, and what was said to them. */
import { sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import { type Query, rows, statement } from "../database";

export interface CandidacyRow {
  id: string;
  org_id: string;
  name: string;
  said: string;
  on_day: string;
}
export interface ActRow {
  candidacy_id: string;
  what: "check" | "decision";
  org_id: string;
  org_kind: OrgKind;
  org_name: string;
  agreed: number;
  document_no: string;
  reason: string;
  on_day: string;
}

const NAMED = sql`SELECT c.id, c.org_id, o.name, c.said, c.on_day FROM candidacy c CROSS JOIN organisation o ON o.id = c.org_id`;
const ACTS = sql`SELECT a.candidacy_id, a.what, a.org_id, o.kind AS org_kind, o.name AS org_name, a.agreed, a.document_no, a.reason, a.on_day`;

/** Newest first. */
export const candidaciesQuery = (db: D1Database, schemeId: string): Query<CandidacyRow> =>
  rows(db, sql`${NAMED} WHERE c.scheme_id = ${schemeId} ORDER BY c.recorded_at DESC, c.id DESC LIMIT 300`);

export const candidacyQuery = (db: D1Database, schemeId: string, id: string): Query<CandidacyRow> =>
  rows(db, sql`${NAMED} WHERE c.id = ${id} AND c.scheme_id = ${schemeId}`);

/** The last one of an institution. */
export const lastCandidacyQuery = (db: D1Database, schemeId: string, orgId: string): Query<CandidacyRow> =>
  rows(db, sql`${NAMED} WHERE c.org_id = ${orgId} AND c.scheme_id = ${schemeId} ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1`);

/** What was said to all, each in the order in which it was. */
export const actsQuery = (db: D1Database, schemeId: string): Query<ActRow> =>
  rows(
    db,
    sql`${ACTS} FROM candidacy c CROSS JOIN candidacy_act a ON a.candidacy_id = c.id CROSS JOIN organisation o ON o.id = a.org_id
      WHERE c.scheme_id = ${schemeId} ORDER BY a.recorded_at LIMIT 2000`,
  );

export const insertCandidacy = (
  db: D1Database,
  schemeId: string,
  row: Omit<CandidacyRow, "name">,
  by: { readonly personId: string; readonly now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO candidacy (id, scheme_id, org_id, said, on_day, made_by, recorded_at)
      VALUES (${row.id}, ${schemeId}, ${row.org_id}, ${row.said}, ${row.on_day}, ${by.personId}, ${by.now})`,
  );

export const insertAct = (
  db: D1Database,
  row: Omit<ActRow, "org_kind" | "org_name">,
  by: { readonly personId: string; readonly now: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO candidacy_act (candidacy_id, what, org_id, agreed, document_no, reason, on_day, made_by, recorded_at)
      VALUES (${row.candidacy_id}, ${row.what}, ${row.org_id}, ${row.agreed}, ${row.document_no}, ${row.reason}, ${row.on_day}, ${by.personId}, ${by.now})`,
  );
