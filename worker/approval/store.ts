/** The only file that touches places in a yearly quota. */
import { sql } from "drizzle-orm";
import { type Query, rows, statement } from "../database";

/** Days on which the places still held were reserved, in the years that a rolling or a calendar count can reach. */
export const takenQuery = (db: D1Database, schemeId: string, slotId: string, year: number): Query<{ on: string; year: number; caseId: string }> =>
  rows(
    db,
    sql`SELECT reserved_on AS "on", year, case_id AS caseId FROM slot WHERE scheme_id = ${schemeId} AND slot_id = ${slotId} AND year IN (${year - 1}, ${year}) AND status <> 'released'`,
  );

/** Takes a place while exactly as many are held as were `seen`: so the number that the event tells is the number that it became. */
export const reserveSlot = (
  db: D1Database,
  slot: { schemeId: string; slotId: string; year: number; caseId: string; on: string; most: number; seen: number },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO must SELECT COUNT(*) = ${slot.seen} FROM slot
      WHERE scheme_id = ${slot.schemeId} AND slot_id = ${slot.slotId} AND year IN (${slot.year - 1}, ${slot.year}) AND status <> 'released'`,
  ),
  statement(
    db,
    sql`INSERT INTO slot (scheme_id, slot_id, year, case_id, reserved_on, most) VALUES (${slot.schemeId}, ${slot.slotId}, ${slot.year}, ${slot.caseId}, ${slot.on}, ${slot.most})`,
  ),
];

/** A reserved place is used at disbursement and released on final failure; a case without one is untouched. */
export const settleSlot = (db: D1Database, caseId: string, status: "used" | "released"): D1PreparedStatement =>
  statement(db, sql`UPDATE slot SET status = ${status} WHERE case_id = ${caseId} AND status = 'reserved'`);

/** Every place that is held, whatever the year: what an import of many years is held against. */
export const heldSlotsQuery = (db: D1Database, schemeId: string): Query<{ on: string }> =>
  rows(db, sql`SELECT reserved_on AS "on" FROM slot WHERE scheme_id = ${schemeId} AND status <> 'released'`);

/** Places that were used before the district began here. */
export const insertUsedSlots = (
  db: D1Database,
  schemeId: string,
  slots: readonly { readonly slotId: string; readonly year: number; readonly caseId: string; readonly on: string; readonly most: number }[],
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO slot (scheme_id, slot_id, year, case_id, reserved_on, most, status)
      SELECT ${schemeId}, value ->> 'slotId', value ->> 'year', value ->> 'caseId', value ->> 'on', value ->> 'most', 'used' FROM json_each(${JSON.stringify(slots)})`,
  );

/** Places of cases whose import was taken back. */
export const releaseSlots = (db: D1Database, caseIds: readonly string[]): D1PreparedStatement =>
  statement(
    db,
    sql`UPDATE slot SET status = 'released' WHERE status <> 'released' AND case_id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`,
  );
