/** Places in a yearly quota: reserved at approval, consumed at disbursement, released on final failure. */
import { addYears, type LocalDate, partsOf } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { ApproveStep } from "./procedure";

export type SlotRule = NonNullable<ApproveStep["slot"]>;

/** How many places of the day's year are held, of how many. `taken` are the days on which the places still held were reserved. */
export function slotsHeld(slot: SlotRule, taken: readonly LocalDate[], on: LocalDate): Outcome<{ used: number; max: number }> {
  const max = valueOn(slot.perYear, on);
  const year = valueOn(slot.year, on);
  if (!max.ok) return max;
  if (!year.ok) return year;
  const since = addYears(on, -1);
  const counted = taken.filter((day) => (year.value === "calendar" ? partsOf(day).year === partsOf(on).year : day > since && day <= on));
  return accept({ used: counted.length, max: max.value });
}

/** Is a place free on this day? Refuses `high_quota_used`; 二（四）in 延庆. */
export function slotFree(slot: SlotRule, taken: readonly LocalDate[], on: LocalDate): Outcome<{ usedAfter: number; max: number }> {
  const held = slotsHeld(slot, taken, on);
  if (!held.ok) return held;
  const { used, max } = held.value;
  if (used >= max) return refuse("high_quota_used", { used: String(used), max: String(max), year: String(partsOf(on).year) }, slot.cites);
  return accept({ usedAfter: used + 1, max });
}
