/** What is owed around one loan as people read it: each with its window, what was done and by whom it may be done, and what it holds up. */
import type { WorkCalendar } from "../calendar/working-day";
import { addDays, type LocalDate } from "../local-date";
import { accept, type Outcome } from "../outcome";
import { valueOn } from "../rule/parameter";
import { anchorsOf } from "./anchors";
import type { LoanFile } from "./loan-file";
import { doneFor, type Fulfilled, isEnough, type Obligation, openObligations, owedFor, windowOf } from "./obligation";
import type { OrgRef } from "./party";

export interface Owed {
  readonly obligation: Obligation;
  readonly state: "done" | "open" | "late" | "ahead";
  /** Done, but after its last day. */
  readonly tooLate: boolean;
  readonly opensOn?: LocalDate;
  readonly closesOn?: LocalDate;
  readonly provisional: boolean;
  readonly needed: number;
  readonly ways: readonly string[];
  readonly done: readonly Fulfilled[];
}

/** An institution answers for its own loan; an authority of the kind for every one. */
export function mayFulfil({ by }: Obligation, { loan }: LoanFile, org: OrgRef): boolean {
  if (!by.includes(org.kind)) return false;
  if (org.kind === "guarantor" || org.kind === "insurer") return org.id === loan.partner?.id;
  return org.kind === "bank" || org.kind === "lender" ? org.id === loan.lender.id : true;
}

/** All of a loan whose day is known, in the document's order. */
export function owedOn(obligations: readonly Obligation[] | undefined, file: LoanFile, on: LocalDate, calendar: WorkCalendar): Outcome<Owed[]> {
  const anchors = anchorsOf(file, on);
  const owed: Owed[] = [];
  for (const obligation of owedFor(obligations, file.loan.mode)) {
    if (anchors[obligation.anchor] === undefined) continue;
    const done = doneFor(obligation, anchors, file.fulfilled ?? []);
    const { opensOn, closesOn, provisional } = windowOf(obligation, anchors, calendar);
    const intime = closesOn === undefined ? done : done.filter((one) => one.on <= closesOn);
    const [whole, punctual] = [isEnough(obligation, done, on), isEnough(obligation, intime, on)];
    const times = obligation.times ? valueOn(obligation.times, on) : accept(1);
    const ways = obligation.ways && "versions" in obligation.ways ? valueOn(obligation.ways, on) : accept(obligation.ways ?? []);
    if (!whole.ok) return whole;
    if (!punctual.ok) return punctual;
    if (!times.ok) return times;
    if (!ways.ok) return ways;
    const past = closesOn !== undefined && on > closesOn;
    const state = whole.value ? "done" : past ? "late" : opensOn !== undefined && opensOn > on ? "ahead" : "open";
    owed.push({
      obligation,
      state,
      tooLate: whole.value && !punctual.value,
      ...(opensOn ? { opensOn } : {}),
      ...(closesOn ? { closesOn } : {}),
      provisional,
      needed: times.value,
      ways: ways.value,
      done,
    });
  }
  return accept(owed);
}

/** So many days before its last day somebody's list begins to show what hangs on a day that is still ahead. */
const AHEAD = 30;

/** What belongs on somebody's list today: its window is open, its day is near or past, or something waits for it. */
export function dueObligations(
  obligations: readonly Obligation[] | undefined,
  file: LoanFile,
  on: LocalDate,
  calendar: WorkCalendar,
): Outcome<{ readonly obligation: Obligation; readonly due?: LocalDate }[]> {
  const anchors = anchorsOf(file, on);
  const open = openObligations(owedFor(obligations, file.loan.mode), anchors, file.fulfilled ?? [], on, calendar);
  if (!open.ok) return open;
  const near = (due: LocalDate) => due <= addDays(on, AHEAD);
  return accept(
    open.value.filter(({ obligation, due }) => {
      const come = (anchors[obligation.anchor] ?? "") <= on;
      // a reminder that was to come before a day helps nobody after it: that it is missing stays told as late
      if (come && obligation.within?.direction === "before") return false;
      return due === undefined ? obligation.gates.length > 0 : come || obligation.opens !== undefined || near(due);
    }),
  );
}
