/** Finance's money has arrived in the account: the draw is posted and the whole payment set aside for the account bank. */
import { api } from "../../shared/contract/api";
import { recordDraw as decide, heldUntil } from "../../shared/fund/instruction";
import { accept } from "../../shared/outcome";
import { instructionVerb } from "./instruction-verb";

export const recordDraw = instructionVerb(api.recordDraw, ({ today }, { now, before, by }) => {
  const until = heldUntil(today);
  const moved = decide(now.till, before, by, until, today);
  return moved.ok ? accept({ moved: moved.value, until }) : moved;
});
