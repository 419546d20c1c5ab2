/** The only file that touches registrations: what institutions entered, beside the case that each of them is. */
import { type SQL, sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

export type RegistrationState = "review" | "returned" | "covered";

export interface NewRegistration {
  readonly caseId: string;
  readonly schemeId: string;
  readonly byOrg: string;
  readonly lenderOrg: string;
  readonly partnerOrg: string | null;
  readonly creditCode: string;
  readonly mode: string;
  readonly contractNo: string;
  readonly principal: number;
  readonly disbursedOn: string;
  readonly state: RegistrationState;
  readonly on: string;
  readonly now: number;
}

/** Entered, or entered again after it was sent back. */
export const keepRegistration = (db: D1Database, row: NewRegistration): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO registration (case_id, scheme_id, by_org, lender_org, partner_org, credit_code, mode, contract_no, principal, disbursed_on, state, registered_on, registered_at)
      VALUES (${row.caseId}, ${row.schemeId}, ${row.byOrg}, ${row.lenderOrg}, ${row.partnerOrg}, ${row.creditCode}, ${row.mode}, ${row.contractNo}, ${row.principal},
        ${row.disbursedOn}, ${row.state}, ${row.on}, ${row.now})
      ON CONFLICT (case_id) DO UPDATE SET lender_org = excluded.lender_org, partner_org = excluded.partner_org, mode = excluded.mode, contract_no = excluded.contract_no,
        principal = excluded.principal, disbursed_on = excluded.disbursed_on, state = excluded.state, registered_on = excluded.registered_on,
        registered_at = excluded.registered_at WHERE registration.state = 'returned'`,
  );

export const markRegistration = (db: D1Database, caseId: string, state: "returned" | "covered"): D1PreparedStatement =>
  statement(db, sql`UPDATE registration SET state = ${state} WHERE case_id = ${caseId} AND state = 'review'`);

/** Another loan that is entered under the same contract of the same lender, and was not sent back. */
export const contractRegisteredQuery = (db: D1Database, lenderOrg: SQL, contractNo: string): Query<{ case_id: string }> =>
  rows(db, sql`SELECT case_id FROM registration WHERE lender_org = ${lenderOrg} AND contract_no = ${contractNo} AND state <> 'returned'`);

export interface RegistrationRow {
  case_id: string;
  no: string;
  enterprise: string;
  lender_org: string;
  lender_kind: string;
  lender: string;
  partner_org: string | null;
  partner_kind: string | null;
  partner: string | null;
  mode: string;
  contract_no: string;
  principal: number;
  disbursed_on: string;
  registered_on: string;
  registered_at: number;
  state: RegistrationState;
}

/** What one organisation entered, newest first. */
export const registrationsQuery = (
  db: D1Database,
  orgId: SQL,
  filter: { state?: string | undefined; after?: { at: number; id: string } | undefined; limit: number },
): Query<RegistrationRow> =>
  rows(
    db,
    sql`SELECT r.case_id, f.no, f.enterprise_name AS enterprise, r.lender_org, l.kind AS lender_kind, l.name AS lender, r.partner_org, p.kind AS partner_kind,
        p.name AS partner, r.mode, r.contract_no, r.principal, r.disbursed_on, r.registered_on, r.registered_at, r.state
      FROM registration r JOIN case_file f ON f.id = r.case_id JOIN organisation l ON l.id = r.lender_org LEFT JOIN organisation p ON p.id = r.partner_org
      WHERE r.by_org = ${orgId} ${filter.state ? sql`AND r.state = ${filter.state}` : sql``}
        ${filter.after ? sql`AND (r.registered_at, r.case_id) < (${filter.after.at}, ${filter.after.id})` : sql``}
      ORDER BY r.registered_at DESC, r.case_id DESC LIMIT ${filter.limit + 1}`,
  );

/** The case by which a firm stands on the list: one that waits for its loan before one that has it. Empty for a code that nobody has. */
export const listedCaseOf = (schemeId: string, creditCode: string): SQL =>
  sql`(SELECT c.id FROM organisation o CROSS JOIN case_file c ON c.enterprise_org = o.id
    WHERE o.scheme_id = ${schemeId} AND o.credit_code = ${creditCode} AND c.registered = 0 AND c.status IN ('register', 'check', 'check_open', 'funded')
      AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.type IN ('approval_given', 'list_published'))
    ORDER BY c.status = 'register' AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.case_id = c.id) DESC, c.moved_at DESC LIMIT 1)`;
