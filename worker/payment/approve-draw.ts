/** Finance agrees to draw on the quota for an instruction. */
import { api } from "../../shared/contract/api";
import { approveDraw as decide } from "../../shared/fund/instruction";
import { accept } from "../../shared/outcome";
import { instructionVerb } from "./instruction-verb";

export const approveDraw = instructionVerb(api.approveDraw, ({ today }, { now, before, by }) => {
  const moved = decide(now.till, before, by, today);
  return moved.ok ? accept({ moved: moved.value }) : moved;
});
