/** The only file that touches consents to look at a firm's data, and the record of each look. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export interface ConsentRow {
  id: string;
  enterprise_org: string;
  enterprise: string;
  institution_org: string;
  institution: string;
  from_day: string;
  until_day: string;
  withdrawn_on: string | null;
}

const NAMED = sql`SELECT c.id, c.enterprise_org, e.name AS enterprise, c.institution_org, i.name AS institution, c.from_day, c.until_day, w.on_day AS withdrawn_on
  FROM data_consent c CROSS JOIN organisation e ON e.id = c.enterprise_org CROSS JOIN organisation i ON i.id = c.institution_org
  LEFT JOIN consent_withdrawal w ON w.consent_id = c.id`;

export const consentsQuery = (db: D1Database, schemeId: string): Query<ConsentRow> =>
  rows(db, sql`${NAMED} WHERE c.scheme_id = ${schemeId} ORDER BY c.recorded_at DESC, c.id DESC LIMIT 500`);

export const consentQuery = (db: D1Database, schemeId: string, id: string): Query<ConsentRow> =>
  rows(db, sql`${NAMED} WHERE c.id = ${id} AND c.scheme_id = ${schemeId}`);

/** Consents of a firm, by its code, to one institution. */
export const consentsOfQuery = (db: D1Database, schemeId: string, creditCode: string, institution: SQL): Query<ConsentRow> =>
  rows(
    db,
    sql`${NAMED} WHERE c.enterprise_org = (SELECT id FROM organisation WHERE scheme_id = ${schemeId} AND credit_code = ${creditCode} AND kind = 'enterprise')
      AND c.institution_org = ${institution}`,
  );

export interface LookRow {
  enterprise_org: string;
  enterprise: string;
  institution_org: string;
  institution: string;
  purpose: string;
  on_day: string;
  recorded_at: number;
}
export const looksQuery = (db: D1Database, schemeId: string): Query<LookRow> =>
  rows(
    db,
    sql`SELECT l.enterprise_org, e.name AS enterprise, l.institution_org, i.name AS institution, l.purpose, l.on_day, l.recorded_at FROM data_look l
      CROSS JOIN organisation e ON e.id = l.enterprise_org CROSS JOIN organisation i ON i.id = l.institution_org
      WHERE l.scheme_id = ${schemeId} ORDER BY l.recorded_at DESC, l.id DESC LIMIT 500`,
  );

/** The firm with what its latest application says of it. */
export const toldByFirmQuery = (
  db: D1Database,
  schemeId: string,
  creditCode: string,
): Query<{ id: string; name: string; credit_code: string; draft: string | null }> =>
  rows(
    db,
    sql`SELECT o.id, o.name, o.credit_code, (SELECT c.draft FROM case_file c WHERE c.enterprise_org = o.id AND c.submitted_on IS NOT NULL AND c.registered = 0
        ORDER BY c.moved_at DESC LIMIT 1) AS draft
      FROM organisation o WHERE o.scheme_id = ${schemeId} AND o.credit_code = ${creditCode} AND o.kind = 'enterprise'`,
  );

interface By {
  readonly id: string;
  readonly schemeId: string;
  readonly by: string;
  readonly now: number;
}

export const insertConsent = (
  db: D1Database,
  row: Pick<ConsentRow, "enterprise_org" | "institution_org" | "from_day" | "until_day">,
  { id, schemeId, by, now }: By,
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO data_consent (id, scheme_id, enterprise_org, institution_org, from_day, until_day, made_by, recorded_at)
      VALUES (${id}, ${schemeId}, ${row.enterprise_org}, ${row.institution_org}, ${row.from_day}, ${row.until_day}, ${by}, ${now})`,
  );

export const insertConsentWithdrawal = (db: D1Database, on: string, { id, by, now }: By): D1PreparedStatement =>
  statement(db, sql`INSERT INTO consent_withdrawal (consent_id, on_day, made_by, recorded_at) VALUES (${id}, ${on}, ${by}, ${now})`);

export const insertLook = (
  db: D1Database,
  row: Pick<LookRow, "enterprise_org" | "institution_org" | "purpose" | "on_day">,
  { id, schemeId, by, now }: By,
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO data_look (id, scheme_id, enterprise_org, institution_org, purpose, on_day, person_id, recorded_at)
      VALUES (${id}, ${schemeId}, ${row.enterprise_org}, ${row.institution_org}, ${row.purpose}, ${row.on_day}, ${by}, ${now})`,
  );
