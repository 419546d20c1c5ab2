/** When an enterprise may be pushed again: failures count by round, a new joint review lies between two pushes, and the last failure allowed starts a cooling-off. */
import { barredThrough } from "../calendar/deadline";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { PushStep } from "./procedure";

export interface PushRecord {
  readonly on: LocalDate;
  readonly result: "FAILED" | "OPEN" | "FUNDED";
}

/** The cooling-off that the last failure allowed starts, counted from the day of that round's push. */
export function coolOff(step: PushStep, pushedOn: LocalDate): { blockedThrough: LocalDate; firstAllowedOn: LocalDate } {
  const { length } = step.failures?.coolOff ?? {};
  if (!length || !("years" in length)) throw new RangeError("a cooling-off is a number of years");
  return barredThrough(pushedOn, length.years);
}

export interface PushStanding {
  /** Failed rounds since the last cooling-off ended. */
  readonly failures: number;
  readonly lastFailedOn?: LocalDate;
  readonly blockedThrough?: LocalDate;
  readonly firstAllowedOn?: LocalDate;
}

/** Reads the rounds of one enterprise in order; a cooling-off that has run out resets the counter (reading YQ-A22). */
export function standingOf(step: PushStep, pushes: readonly PushRecord[], on: LocalDate): Outcome<PushStanding> {
  if (!step.failures) return accept({ failures: 0 });
  const max = valueOn(step.failures.max, on);
  if (!max.ok) return max;
  let failures = 0;
  let lastFailedOn: LocalDate | undefined;
  for (const push of [...pushes].filter((p) => p.result === "FAILED").sort((a, b) => (a.on < b.on ? -1 : 1))) {
    failures = failures === max.value ? 1 : failures + 1;
    lastFailedOn = push.on;
  }
  if (failures < max.value || !lastFailedOn) return accept({ failures, ...(lastFailedOn ? { lastFailedOn } : {}) });
  const bar = coolOff(step, lastFailedOn);
  return accept(on <= bar.blockedThrough ? { failures, lastFailedOn, ...bar } : { failures: 0, lastFailedOn });
}

/**
 * May the enterprise be pushed on this day? Refuses `push_cooldown` with the first allowed day, and `must_rereview` when no joint review
 * followed the last failure; 三（四）in 延庆. The number is the round's place since the counter last stood at zero.
 */
export function mayPush(
  step: PushStep,
  pushes: readonly PushRecord[],
  on: LocalDate,
  reviewedOn: LocalDate | undefined,
): Outcome<{ pushNo: number }> {
  if (!step.failures) return accept({ pushNo: pushes.length + 1 });
  const standing = standingOf(step, pushes, on);
  if (!standing.ok) return standing;
  const { failures, lastFailedOn, blockedThrough, firstAllowedOn } = standing.value;
  if (blockedThrough && firstAllowedOn)
    return refuse(
      "push_cooldown",
      { secondPushOn: lastFailedOn ?? "", blockedThrough, firstAllowedOn, failures: String(failures) },
      step.failures.coolOff.cites,
    );
  if (lastFailedOn && (!reviewedOn || reviewedOn < lastFailedOn)) return refuse("must_rereview", { lastFailedOn }, step.failures.rereview);
  return accept({ pushNo: failures + 1 });
}
