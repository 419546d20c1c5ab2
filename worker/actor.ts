/** Who acts: found from the bearer token by the same batch that loads what the verb needs. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../shared/local-date";
import type { Act } from "../shared/process/act";
import type { OrgKind } from "../shared/process/party";
import { type Query, rows } from "./database";

/** A logged-in person, perhaps of no organisation yet. */
export interface SignedIn {
  readonly personId: string;
  readonly sessionId: string;
  readonly personName: string;
}

/** A person acting for one organisation. */
export interface Actor extends SignedIn {
  readonly membershipId: string;
  readonly orgId: string;
  readonly orgKind: OrgKind;
  readonly orgName: string;
  readonly title: string;
  readonly schemeId: string;
}

/** Limits of a session in milliseconds: enterprises 30 days; staff 30 minutes idle and 12 hours at most. */
export const SESSION = { enterprise: 30 * 86_400_000, staffIdle: 30 * 60_000, staffMost: 12 * 3_600_000, seenEvery: 60_000 } as const;

export interface SessionRow {
  session_id: string;
  person_id: string;
  person_name: string;
  person_status: "active" | "disabled";
  started_at: number;
  seen_at: number;
  expires_at: number;
  staff: number;
  /** 1 where `X-Acting-As` names a membership of this person that is another district's. */
  elsewhere: number;
  membership_id: string | null;
  title: string;
  org_id: string;
  org_kind: OrgKind;
  org_name: string;
  scheme_id: string;
}

/** The membership a token acts as: the one named by `X-Acting-As`, else the person's first in this scheme. Found from the person, so that it costs the same however many people there are. */
const membershipOf = (tokenHash: string, actingAs: string | null, schemeId: string): SQL => sql`
  FROM session s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN membership m ON m.id = (SELECT n.id FROM membership n CROSS JOIN organisation y ON y.id = n.org_id AND y.scheme_id = ${schemeId}
    WHERE n.person_id = s.person_id AND n.status = 'active' ${actingAs === null ? sql`` : sql`AND n.id = ${actingAs}`}
    ORDER BY n.registered_at, n.id LIMIT 1)
  LEFT JOIN organisation o ON o.id = m.org_id
  WHERE s.token = ${tokenHash}`;

export const sessionQuery = (db: D1Database, tokenHash: string, actingAs: string | null, schemeId: string): Query<SessionRow> =>
  rows(
    db,
    sql`SELECT s.id AS session_id, p.id AS person_id, p.name AS person_name, p.status AS person_status, s.started_at, s.seen_at, s.expires_at,
      EXISTS (SELECT 1 FROM membership x JOIN organisation y ON y.id = x.org_id WHERE x.person_id = p.id AND x.status = 'active' AND y.kind <> 'enterprise') AS staff,
      EXISTS (SELECT 1 FROM membership x JOIN organisation y ON y.id = x.org_id
        WHERE x.id = ${actingAs} AND x.person_id = p.id AND x.status = 'active' AND y.scheme_id <> ${schemeId}) AS elsewhere,
      m.id AS membership_id, m.title, o.id AS org_id, o.kind AS org_kind, o.name AS org_name, o.scheme_id
      ${membershipOf(tokenHash, actingAs, schemeId)}`,
  );

/** Scalar subqueries for the acting person and organisation, for statements that are built before the actor is known. */
export interface Mine {
  readonly personId: SQL;
  readonly orgId: SQL;
  readonly orgKind: SQL;
}

export const mineOf = (tokenHash: string, actingAs: string | null, schemeId: string): Mine => ({
  personId: sql`(SELECT p.id ${membershipOf(tokenHash, actingAs, schemeId)})`,
  orgId: sql`(SELECT o.id ${membershipOf(tokenHash, actingAs, schemeId)})`,
  orgKind: sql`(SELECT o.kind ${membershipOf(tokenHash, actingAs, schemeId)})`,
});

/** Whether the session still holds at this instant. */
export function sessionHolds(row: SessionRow, now: number): boolean {
  if (row.expires_at <= now) return false;
  if (row.staff === 0) return true;
  return now - row.started_at < SESSION.staffMost && now - Math.max(row.seen_at, row.started_at) < SESSION.staffIdle;
}

export const actorOf = (row: SessionRow): Actor | null =>
  row.membership_id === null
    ? null
    : {
        personId: row.person_id,
        sessionId: row.session_id,
        personName: row.person_name,
        membershipId: row.membership_id,
        orgId: row.org_id,
        orgKind: row.org_kind,
        orgName: row.org_name,
        title: row.title,
        schemeId: row.scheme_id,
      };

/** The same as the rules know whoever acts. */
export const actOf = ({ personId, personName: name, orgId: id, orgKind: kind, orgName }: Actor, on: LocalDate): Act => ({
  actor: { personId, name, org: { id, kind, name: orgName } },
  on,
});
