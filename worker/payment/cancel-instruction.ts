/** The office takes an unpaid instruction back, or finance declines the draw, with a reason; what was set aside is free again. */
import { api } from "../../shared/contract/api";
import { cancel } from "../../shared/fund/instruction";
import { accept } from "../../shared/outcome";
import { instructionVerb } from "./instruction-verb";

export const cancelInstruction = instructionVerb(api.cancelInstruction, ({ body, today }, { now, before, by }) => {
  const moved = cancel(now.till, before, body.why, by, today);
  return moved.ok ? accept({ moved: moved.value, why: body.why }) : moved;
});
