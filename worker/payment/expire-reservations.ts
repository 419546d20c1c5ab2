/** What the clock does to payments: money that was set aside past its last day is free again, and its instruction ends. */
import { lapse } from "../../shared/fund/instruction";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Actor, mineOf } from "../actor";
import { today } from "../clock";
import { constraintOf, load } from "../database";
import { SYSTEM } from "../event";
import { log } from "../log";
import type { LoadCtx } from "../verb";
import { payNow, payQueries, writeStep } from "./paying";
import { caseOfInstruction, instructionOf, lapsedQuery, payableOfInstruction } from "./store";

/** One instruction, in a batch of its own; false where somebody was faster, and then the next night finds what is left. */
async function expire(db: D1Database, scheme: Scheme, no: string, now: number): Promise<boolean> {
  const [schemeId, on] = [scheme.id, today(now)];
  const [orgKind] = scheme.fund.payment.instructedBy;
  if (!orgKind) return false;
  const nobody = { sessionId: "", personName: "", membershipId: "", orgName: "", title: "" };
  const actor: Actor = { personId: SYSTEM.personId, orgId: SYSTEM.orgId, orgKind, schemeId, ...nobody };
  const ctx = { db, schemeId, document: scheme, today: on, now, mine: mineOf("", null, schemeId) } as LoadCtx;
  const found = await load(db, payQueries(ctx, caseOfInstruction(schemeId, no), payableOfInstruction(schemeId, no)));
  const row = found.instructions.find((one) => one.no === no);
  if (!row) return false;
  const paying = payNow({ actor, today: on, schemeId, scheme }, found, row.payable_id);
  if (!paying.ok) return false;
  const before = instructionOf(row);
  const moved = lapse(paying.value.till, before, on);
  const written = moved.ok ? await writeStep({ db, now, actor }, paying.value, { before, moved: moved.value, lapsed: true }, undefined) : moved;
  if (!written.ok) return false;
  try {
    await db.batch([...(written.value.statements ?? [])]);
    return true;
  } catch (error) {
    if (constraintOf(error) === null) throw error;
    return false;
  }
}

/** Ends every instruction whose last day is over; answers how many. */
export async function expireReservations(db: D1Database, scheme: Scheme, now: number): Promise<number> {
  const { lapsed } = await load(db, { lapsed: lapsedQuery(db, scheme.id, today(now)) });
  let ended = 0;
  for (const { no } of lapsed) if (await expire(db, scheme, no, now)) ended += 1;
  if (lapsed.length > 0) log("reservations_expired", { scheme: scheme.id, found: lapsed.length, ended });
  return ended;
}
