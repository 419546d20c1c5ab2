/** An institution that has been pushed to and says nothing: told after a while, never taken for a refusal. */
import { addDays, type LocalDate } from "../local-date";
import type { Refusal } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { PushStep } from "./procedure";

/** The last day on which silence is still in time; absent where the document does not remind. */
export function answerBy(step: Pick<PushStep, "remindAfterDays">, pushedOn: LocalDate): LocalDate | undefined {
  const days = step.remindAfterDays ? valueOn(step.remindAfterDays, pushedOn) : undefined;
  return days?.ok ? addDays(pushedOn, days.value) : undefined;
}

/** `push_no_response` for a lead that is still open after that day. */
export function silenceFlag(step: Pick<PushStep, "remindAfterDays">, pushedOn: LocalDate, on: LocalDate): Refusal | undefined {
  const by = answerBy(step, pushedOn);
  if (by === undefined || on <= by) return undefined;
  const { cites } = step.remindAfterDays ?? {};
  return { code: "push_no_response", figures: { pushedOn, due: by }, ...(cites ? { cites } : {}) };
}
