/** The history of a case: what is appended, and how each row carries the hash of the one before it. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../shared/local-date";
import type { OrgKind } from "../shared/process/party";
import { type Query, rows, statement } from "./database";
import { sha256 } from "./digest";

/** What a verb adds to a case. `data` is JSON; `ruleSet` names the scheme and version that decided, or is empty. */
export interface NewEvent {
  readonly type: string;
  readonly data: unknown;
  readonly occurredOn: LocalDate;
  readonly ruleSet?: string;
}

/** The last event seen of a case. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Events for one case. `head: null` opens a new case. */
export interface Append {
  readonly caseId: string;
  readonly head: Head | null;
  readonly events: readonly NewEvent[];
}

export interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly data: string;
  readonly actor_person: string;
  readonly actor_org: string;
  readonly actor_kind: string;
  readonly occurred_on: string;
  readonly recorded_at: number;
  readonly rule_set: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Who is written into the event: an actor, or the system for what time itself brings about. */
export interface Author {
  readonly personId: string;
  readonly orgId: string;
  readonly orgKind: OrgKind | "system";
}

export const SYSTEM: Author = { personId: "system", orgId: "system", orgKind: "system" };

/** JSON with sorted keys, so that the same facts always hash the same; `undefined` members are left out as JSON does. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

const genesis = (caseId: string): Promise<string> => sha256(`gongdan:${caseId}`);

const hashOf = (row: Omit<EventRow, "hash">): Promise<string> =>
  sha256(
    `${row.prev_hash}${canonical([row.case_id, row.seq, row.type, row.data, row.actor_person, row.actor_org, row.actor_kind, row.occurred_on, row.recorded_at, row.rule_set])}`,
  );

/** Load with the rest of a verb's statements: at most one row, none for a case that does not exist. */
export const headQuery = (db: D1Database, caseId: string | SQL): Query<Head> =>
  rows(db, sql`SELECT seq, hash FROM case_event WHERE case_id = ${caseId} ORDER BY seq DESC LIMIT 1`);

/** All events of a case in order. */
export const eventsQuery = (db: D1Database, caseId: string | SQL): Query<EventRow> =>
  rows(db, sql`SELECT * FROM case_event WHERE case_id = ${caseId} ORDER BY seq`);

/** Histories of several cases, each in order, without what decided and what was applied for: enough to fold them and to go on from their heads. */
export const historiesQuery = (db: D1Database, cases: SQL): Query<EventRow> =>
  rows(
    db,
    sql`SELECT e.case_id, e.seq, e.type, json_remove(e.data, '$.decision', '$.application') AS data, e.actor_person, e.actor_org, e.actor_kind, e.occurred_on,
        e.recorded_at, e.rule_set, e.prev_hash, e.hash
      FROM (${cases}) page CROSS JOIN case_event e ON e.case_id = page.case_id ORDER BY e.case_id, e.seq`,
  );

/** The rows that an append writes; they go first in the batch, for they are the lock. */
export async function eventRows(append: Append, author: Author, recordedAt: number): Promise<EventRow[]> {
  const written: EventRow[] = [];
  let seq = append.head?.seq ?? 0;
  let prev = append.head?.hash ?? (await genesis(append.caseId));
  for (const event of append.events) {
    seq += 1;
    const row = {
      case_id: append.caseId,
      seq,
      type: event.type,
      data: canonical(event.data),
      actor_person: author.personId,
      actor_org: author.orgId,
      actor_kind: author.orgKind,
      occurred_on: event.occurredOn,
      recorded_at: recordedAt,
      rule_set: event.ruleSet ?? "",
      prev_hash: prev,
    };
    prev = await hashOf(row);
    written.push({ ...row, hash: prev });
  }
  return written;
}

export const insertEvent = (db: D1Database, row: EventRow): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO case_event (case_id, seq, type, data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, prev_hash, hash)
      VALUES (${row.case_id}, ${row.seq}, ${row.type}, ${row.data}, ${row.actor_person}, ${row.actor_org}, ${row.actor_kind},
        ${row.occurred_on}, ${row.recorded_at}, ${row.rule_set}, ${row.prev_hash}, ${row.hash})`,
  );

/** How many rows one statement takes: far below what a bound text may hold. */
const ROWS_MOST = 400;

/** Many rows in few statements, in their order. */
export const insertEvents = (db: D1Database, events: readonly EventRow[]): D1PreparedStatement[] =>
  Array.from({ length: Math.ceil(events.length / ROWS_MOST) }, (_, at) => events.slice(at * ROWS_MOST, (at + 1) * ROWS_MOST)).map((part) =>
    statement(
      db,
      sql`INSERT INTO case_event (case_id, seq, type, data, actor_person, actor_org, actor_kind, occurred_on, recorded_at, rule_set, prev_hash, hash)
        SELECT value ->> 'case_id', value ->> 'seq', value ->> 'type', value ->> 'data', value ->> 'actor_person', value ->> 'actor_org', value ->> 'actor_kind',
          value ->> 'occurred_on', value ->> 'recorded_at', value ->> 'rule_set', value ->> 'prev_hash', value ->> 'hash' FROM json_each(${JSON.stringify(part)})`,
    ),
  );

/** Checks all events of one case, in order: null when whole, else the seq at which the chain first breaks. */
export async function verifyChain(events: readonly EventRow[]): Promise<number | null> {
  const first = events[0];
  if (!first) return null;
  let prev = await genesis(first.case_id);
  for (const [at, row] of events.entries()) {
    const sound = row.case_id === first.case_id && row.seq === at + 1 && row.prev_hash === prev && row.hash === (await hashOf(row));
    if (!sound) return at + 1;
    prev = row.hash;
  }
  return null;
}
