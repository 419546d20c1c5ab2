/** The only file that touches people, sessions, organisations and memberships. */
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { type SQL, sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import type { SignedIn } from "../actor";
import { orm, type Query, rows, statement } from "../database";
import { credential, membership, organisation, person, session, verification } from "./tables";

export interface MembershipRow {
  membershipId: string;
  orgId: string;
  orgKind: OrgKind;
  orgName: string;
  title: string;
  schemeId: string;
}

const MEMBERSHIP = sql`m.id AS membershipId, o.id AS orgId, o.kind AS orgKind, o.name AS orgName, m.title, o.scheme_id AS schemeId`;

/** All that a person stands for in this database, whichever district it is of: those of the district asked for come first. */
export const membershipsQuery = (db: D1Database, personId: SQL | string, schemeId: string): Query<MembershipRow> =>
  rows(
    db,
    sql`SELECT ${MEMBERSHIP} FROM membership m JOIN organisation o ON o.id = m.org_id
      WHERE m.person_id = ${personId} AND m.status = 'active' ORDER BY o.scheme_id <> ${schemeId}, m.registered_at, m.id`,
  );

export interface PersonRow {
  personId: string;
  name: string;
  phone: string;
  status: "active" | "disabled";
}

const PERSON = sql`id AS personId, name, COALESCE(phone, '') AS phone, status`;
export const personQuery = (db: D1Database, personId: SQL | string): Query<PersonRow> =>
  rows(db, sql`SELECT ${PERSON} FROM person WHERE id = ${personId}`);
export const personByPhoneQuery = (db: D1Database, phone: string): Query<PersonRow> =>
  rows(db, sql`SELECT ${PERSON} FROM person WHERE phone = ${phone}`);

export const insertPerson = (db: D1Database, row: { id: string; name: string; phone: string; at: number }): D1PreparedStatement =>
  statement(
    db,
    orm(db)
      .insert(person)
      .values({
        id: row.id,
        name: row.name,
        phoneNumber: row.phone,
        email: inventedEmail(row.id),
        createdAt: new Date(row.at),
        updatedAt: new Date(row.at),
      }),
  );

/** The session library wants an address for each person; this one leads nowhere. */
export const inventedEmail = (id: string): string => `${id}@person.invalid`;

export const namePerson = (db: D1Database, personId: string, name: string): D1PreparedStatement =>
  statement(db, sql`UPDATE person SET name = ${name} WHERE id = ${personId}`);

export const reinstatePerson = (db: D1Database, personId: string, name: string): D1PreparedStatement =>
  statement(db, sql`UPDATE person SET status = 'active', name = ${name} WHERE id = ${personId}`);

export interface OrganisationRow {
  orgId: string;
  kind: OrgKind;
  name: string;
  status: "active" | "suspended";
}

const ORGANISATION = sql`id AS orgId, kind, name, status`;
export const organisationQuery = (db: D1Database, orgId: string, schemeId: string): Query<OrganisationRow> =>
  rows(db, sql`SELECT ${ORGANISATION} FROM organisation WHERE id = ${orgId} AND scheme_id = ${schemeId}`);
export const organisationByCodeQuery = (db: D1Database, creditCode: string, schemeId: string): Query<OrganisationRow> =>
  rows(db, sql`SELECT ${ORGANISATION} FROM organisation WHERE scheme_id = ${schemeId} AND credit_code = ${creditCode}`);
export const organisationByNameQuery = (db: D1Database, kind: OrgKind, name: string, schemeId: string): Query<OrganisationRow> =>
  rows(db, sql`SELECT ${ORGANISATION} FROM organisation WHERE scheme_id = ${schemeId} AND kind = ${kind} AND name = ${name}`);
/** Those of a kind; enterprises are never listed without naming the kind. */
export const organisationsQuery = (db: D1Database, schemeId: string, kind: OrgKind | undefined): Query<OrganisationRow> =>
  rows(
    db,
    sql`SELECT ${ORGANISATION} FROM organisation WHERE scheme_id = ${schemeId}
      AND ${kind ? sql`kind = ${kind}` : sql`kind <> 'enterprise'`} ORDER BY kind, name LIMIT 500`,
  );

/** One row where the scheme already has an organisation. */
export const someOrganisationQuery = (db: D1Database, schemeId: string): Query<{ orgId: string }> =>
  rows(db, sql`SELECT id AS orgId FROM organisation WHERE scheme_id = ${schemeId} LIMIT 1`);
/** Stops the batch where the scheme already has an organisation. */
export const mustBeEmpty = (db: D1Database, schemeId: string): D1PreparedStatement =>
  statement(db, sql`INSERT INTO must SELECT NOT EXISTS (SELECT 1 FROM organisation WHERE scheme_id = ${schemeId})`);

export const insertOrganisation = (
  db: D1Database,
  row: {
    id: string;
    schemeId: string;
    kind: OrgKind;
    name: string;
    creditCode?: string | undefined;
    region?: string | undefined;
    marks?: readonly string[] | undefined;
    at: number;
  },
): D1PreparedStatement =>
  statement(
    db,
    orm(db)
      .insert(organisation)
      .values({
        id: row.id,
        schemeId: row.schemeId,
        kind: row.kind,
        name: row.name,
        creditCode: row.creditCode ?? null,
        region: row.region ?? "",
        marks: JSON.stringify(row.marks ?? []),
        registeredAt: row.at,
      }),
  );

/** Firms of these codes, and firms of these names, for a code and a name are one firm's each. */
export const firmsQuery = (
  db: D1Database,
  schemeId: string,
  codes: readonly string[],
  names: readonly string[],
): Query<{ id: string; name: string; creditCode: string }> =>
  rows(
    db,
    sql`SELECT o.id, o.name, o.credit_code AS creditCode FROM json_each(${JSON.stringify(codes)}) j CROSS JOIN organisation o ON o.scheme_id = ${schemeId} AND o.credit_code = j.value
      UNION SELECT o.id, o.name, o.credit_code FROM json_each(${JSON.stringify(names)}) j
        CROSS JOIN organisation o ON o.scheme_id = ${schemeId} AND o.kind = 'enterprise' AND o.name = j.value`,
  );

/** Firms that nobody has registered yet. */
export const insertFirms = (
  db: D1Database,
  schemeId: string,
  firms: readonly { readonly id: string; readonly name: string; readonly creditCode: string }[],
  at: number,
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO organisation (id, scheme_id, kind, name, credit_code, registered_at)
      SELECT value ->> 'id', ${schemeId}, 'enterprise', value ->> 'name', value ->> 'creditCode', ${at} FROM json_each(${JSON.stringify(firms)})`,
  );

export const insertMembership = (
  db: D1Database,
  row: { id: string; personId: string; orgId: string; title: string; at: number },
): D1PreparedStatement =>
  statement(db, orm(db).insert(membership).values({ id: row.id, personId: row.personId, orgId: row.orgId, title: row.title, registeredAt: row.at }));

export interface StaffRow extends MembershipRow {
  personId: string;
  name: string;
  phone: string;
  status: "active" | "disabled";
}

const STAFF = sql`${MEMBERSHIP}, p.id AS personId, p.name, COALESCE(p.phone, '') AS phone, m.status
  FROM membership m JOIN organisation o ON o.id = m.org_id JOIN person p ON p.id = m.person_id`;
export const staffQuery = (db: D1Database, schemeId: string, orgId: string | undefined): Query<StaffRow> =>
  rows(
    db,
    sql`SELECT ${STAFF} WHERE o.scheme_id = ${schemeId} AND o.kind <> 'enterprise' ${orgId ? sql`AND o.id = ${orgId}` : sql``}
      ORDER BY o.kind, o.name, m.registered_at LIMIT 500`,
  );
export const staffMemberQuery = (db: D1Database, schemeId: string, membershipId: string): Query<StaffRow> =>
  rows(db, sql`SELECT ${STAFF} WHERE m.id = ${membershipId} AND o.scheme_id = ${schemeId} AND o.kind <> 'enterprise'`);
export const membershipAtQuery = (db: D1Database, phone: string, orgId: string): Query<StaffRow> =>
  rows(db, sql`SELECT ${STAFF} WHERE p.phone = ${phone} AND m.org_id = ${orgId}`);

export const reinstateMembership = (db: D1Database, membershipId: string, title: string): D1PreparedStatement =>
  statement(db, sql`UPDATE membership SET status = 'active', title = ${title} WHERE id = ${membershipId}`);

/** Out at once: the membership, every session of the person, and the person where no other membership is left. */
export const disableMembership = (db: D1Database, membershipId: string, personId: string): D1PreparedStatement[] => [
  statement(db, sql`UPDATE membership SET status = 'disabled' WHERE id = ${membershipId}`),
  statement(
    db,
    sql`UPDATE person SET status = 'disabled' WHERE id = ${personId}
      AND NOT EXISTS (SELECT 1 FROM membership WHERE person_id = ${personId} AND status = 'active')`,
  ),
  statement(db, sql`DELETE FROM session WHERE person_id = ${personId}`),
];

export interface SessionListRow {
  sessionId: string;
  startedAt: number;
  seenAt: number;
  device: string;
}
export const sessionsQuery = (db: D1Database, personId: SQL | string, now: number): Query<SessionListRow> =>
  rows(
    db,
    sql`SELECT id AS sessionId, started_at AS startedAt, MAX(seen_at, started_at) AS seenAt, COALESCE(user_agent, '') AS device
      FROM session WHERE person_id = ${personId} AND expires_at > ${now} ORDER BY started_at DESC LIMIT 100`,
  );
export const deleteSession = (db: D1Database, person: SignedIn, sessionId: string): D1PreparedStatement =>
  statement(db, sql`DELETE FROM session WHERE id = ${sessionId} AND person_id = ${person.personId}`);

/** Takes the phone's turn: changes one row, or none when it asked less than a minute ago or ten times today. */
export const takeCodeTurn = (db: D1Database, phoneHash: string, day: string, now: number): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO code_request (phone_hash, requested_at, day, count) VALUES (${phoneHash}, ${now}, ${day}, 1)
      ON CONFLICT (phone_hash) DO UPDATE SET requested_at = excluded.requested_at, day = excluded.day,
        count = CASE WHEN code_request.day = excluded.day THEN code_request.count + 1 ELSE 1 END
      WHERE code_request.requested_at <= excluded.requested_at - 60000 AND (code_request.day <> excluded.day OR code_request.count < 10)`,
  );

/** What has outlived its use: sessions, codes, yesterday's turns. */
export const forgetExpired = (db: D1Database, now: number, day: string): D1PreparedStatement[] => [
  statement(db, sql`DELETE FROM session WHERE expires_at < ${now}`),
  statement(db, sql`DELETE FROM verification WHERE expires_at < ${now}`),
  statement(db, sql`DELETE FROM code_request WHERE day < ${day}`),
];

/** The person to whom a WeChat account was bound. */
export const boundPersonQuery = (db: D1Database, openidHash: string): Query<{ personId: string }> =>
  rows(db, sql`SELECT person_id AS personId FROM wechat_binding WHERE openid_hash = ${openidHash}`);

export const bindAccount = (db: D1Database, row: { openidHash: string; personId: string; now: number }): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO wechat_binding (openid_hash, person_id, bound_at) VALUES (${row.openidHash}, ${row.personId}, ${row.now})
      ON CONFLICT (openid_hash) DO UPDATE SET person_id = excluded.person_id, bound_at = excluded.bound_at`,
  );

/** Our tables under the names that the session library gives them. */
export const sessionLibraryTables = (db: D1Database) =>
  drizzleAdapter(orm(db), { provider: "sqlite", schema: { user: person, session, account: credential, verification } });
