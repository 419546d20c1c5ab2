/** The batch that a verb writes, and the memory of what each command answered. */
import { sql } from "drizzle-orm";
import type { Route } from "../shared/contract/contract";
import type { Actor, Mine, SessionRow } from "./actor";
import { constraintOf, type Query, rows, statement } from "./database";
import { type EventRow, eventRows, insertEvent, insertEvents } from "./event";
import type { Incoming } from "./request";
import type { Write } from "./verb";

export interface Stored {
  route: string;
  body_hash: string;
  status: number;
  reply: string;
}

export const storedQuery = (db: D1Database, mine: Mine, key: string): Query<Stored> =>
  rows(db, sql`SELECT route, body_hash, status, reply FROM idempotency WHERE actor_key = ${mine.personId} AND key = ${key}`);

/** How long a command may be repeated without a second effect. */
const REMEMBERED = 30 * 86_400_000;

export const forgetReplies = (db: D1Database, now: number): D1PreparedStatement =>
  statement(db, sql`DELETE FROM idempotency WHERE recorded_at < ${now - REMEMBERED}`);

/** From how many events on they are written together: an import begins the histories of many cases at once. */
const EACH_MOST = 40;

/** One batch: events, the verb's own statements, the idempotency row. Answers the constraint that stopped it, or null. */
export async function commit<R extends Route>(
  incoming: Incoming<R>,
  write: Write<unknown>,
  session: SessionRow | undefined,
  actor: Actor | null,
): Promise<string | null> {
  const { db, now: instant } = incoming.base;
  const appended: EventRow[] = [];
  for (const append of write.append ?? []) {
    if (!actor) throw new Error("an event without an actor");
    appended.push(...(await eventRows(append, actor, instant)));
  }
  const events = appended.length > EACH_MOST ? insertEvents(db, appended) : appended.map((row) => insertEvent(db, row));
  const stored = JSON.stringify(write.repeated ?? write.reply);
  const remember = session
    ? [
        statement(
          db,
          sql`INSERT INTO idempotency (actor_key, key, route, body_hash, status, reply, recorded_at)
            VALUES (${session.person_id}, ${incoming.key}, ${incoming.route.name}, ${incoming.bodyHash}, ${write.status ?? 200}, ${stored}, ${instant})`,
        ),
      ]
    : [];
  const batch = [...events, ...(write.statements ?? []), ...remember];
  if (batch.length === 0) return null;
  try {
    await db.batch(batch);
    return null;
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === null) throw error;
    return constraint;
  }
}
