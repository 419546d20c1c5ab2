/** By when the present holder should act: the step's own clock, the panel's cadence, the reminder after a push. Where the document sets no time there is none. */
import { dueOn, quarterOf } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Citation } from "../citation";
import { addDays, type LocalDate } from "../local-date";
import { valueOn } from "../rule/parameter";
import type { CaseState } from "./case";
import { type SchemeProcess, stepById } from "./procedure";

export interface Due {
  readonly on: LocalDate;
  readonly says: string;
  readonly cites: Citation;
  readonly provisional: boolean;
  readonly explained: readonly { readonly date: LocalDate; readonly why: string }[];
}

export function dueOf(scheme: SchemeProcess, state: CaseState, calendar: WorkCalendar): Due | undefined {
  const step = stepById(scheme.admission, state.step);
  if (!step || !state.since) return undefined;
  if (step.within) {
    const { date, provisional, explained } = dueOn(step.within, state.since, calendar);
    return { on: date, says: step.within.says, cites: step.within.cites, provisional, explained };
  }
  if (step.kind === "ballot" && step.cadence && state.status === "ballot")
    return { on: quarterOf(state.since).last, says: "原则上每季度开一次会", cites: step.cadence.cites, provisional: false, explained: [] };
  if (step.kind === "push" && step.remindAfterDays && state.status === "push_open") {
    const days = valueOn(step.remindAfterDays, state.since);
    if (!days.ok) return undefined;
    return {
      on: addDays(state.since, days.value),
      says: `推送后${days.value}天提醒答复，不自动失败`,
      cites: step.remindAfterDays.cites,
      provisional: false,
      explained: [],
    };
  }
  return undefined;
}
