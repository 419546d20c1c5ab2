/** The only file that touches statement rows. */
import { sql } from "drizzle-orm";
import type { STATEMENT_KINDS } from "../../shared/contract/statement";
import type { Actor, Mine } from "../actor";
import { type Query, rows, statement } from "../database";
import { type AccessRow, partIn } from "./access";

type Kind = (typeof STATEMENT_KINDS)[number];

export interface StatementRow {
  statementId: string;
  caseId: string;
  kind: Kind;
  fiscalYear: number | null;
  filename: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  objectKey: string;
  figures: string | null;
  uploadedAt: number;
}

const COLUMNS = sql`s.id AS statementId, s.case_id AS caseId, s.kind, s.fiscal_year AS fiscalYear, s.filename, s.media_type AS mediaType,
  s.bytes, s.sha256, s.object_key AS objectKey, s.figures, s.uploaded_at AS uploadedAt`;

export const statementsQuery = (db: D1Database, caseId: string): Query<StatementRow> =>
  rows(db, sql`SELECT ${COLUMNS} FROM statement s WHERE s.case_id = ${caseId} AND s.status = 'kept' ORDER BY s.uploaded_at, s.id`);

/** One file with the case it belongs to and what the acting organisation is in it. */
export const statementQuery = (db: D1Database, statementId: string, schemeId: string, mine: Mine): Query<StatementRow & AccessRow> =>
  rows(
    db,
    sql`SELECT ${COLUMNS}, f.enterprise_org AS enterpriseOrg, f.submitted_on IS NOT NULL AS submitted,
      ${partIn(mine)}
      FROM statement s JOIN case_file f ON f.id = s.case_id
      WHERE s.id = ${statementId} AND s.status = 'kept' AND f.scheme_id = ${schemeId}`,
  );

export const insertStatement = (db: D1Database, row: Omit<StatementRow, "uploadedAt">, actor: Actor, now: number): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO statement (id, case_id, kind, fiscal_year, filename, media_type, bytes, sha256, object_key, figures, uploaded_by, uploaded_org, uploaded_at)
      VALUES (${row.statementId}, ${row.caseId}, ${row.kind}, ${row.fiscalYear}, ${row.filename}, ${row.mediaType}, ${row.bytes}, ${row.sha256},
        ${row.objectKey}, ${row.figures}, ${actor.personId}, ${actor.orgId}, ${now})`,
  );

/** Takes a file out of its case; the batch stops when there is none. */
export const withdrawStatement = (db: D1Database, caseId: string, statementId: string): D1PreparedStatement[] => [
  statement(db, sql`UPDATE statement SET status = 'withdrawn' WHERE id = ${statementId} AND case_id = ${caseId} AND status = 'kept'`),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];
