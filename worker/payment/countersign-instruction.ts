/** A second person of the office checks an instruction: what it comes to today has to be what stands on it; its money is set aside. */
import { api } from "../../shared/contract/api";
import { countersign, heldUntil } from "../../shared/fund/instruction";
import { accept } from "../../shared/outcome";
import { instructionVerb } from "./instruction-verb";

export const countersignInstruction = instructionVerb(api.countersignInstruction, ({ today }, { now, before, by }) => {
  if (!now.unpaused.ok) return now.unpaused;
  if (!now.due.ok) return now.due;
  const until = heldUntil(today);
  const moved = countersign(now.till, before, by, until, today, now.due.value.amount);
  return moved.ok ? accept({ moved: moved.value, until }) : moved;
});
