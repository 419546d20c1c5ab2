/**
 * What a document obliges somebody to do around a loan: file it when it falls into arrears, remind before maturity, prompt the guarantor, notify the
 * office. Each is data: who, counted from what, in which window, how often, and what is refused while it has not been done.
 */
import { type Deadline, dueOn } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Figures, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Act } from "./act";
import type { OrgKind } from "./party";

/** What cannot go on without it. */
export type Gate = "claim" | "payment" | "write_off";

export interface Obligation {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly by: readonly OrgKind[];
  /** The modes of lending in which it is owed; all where absent. */
  readonly modes?: readonly string[];
  /** The event of the loan's life that it hangs on, by one of the words of `Anchors`; it is asked only where that day is known. */
  readonly anchor: string;
  /** The window: its first day and its last; absent on a side where the document sets none. */
  readonly opens?: Deadline;
  readonly within?: Deadline;
  /** Counted back beyond this anchor, it is due on the anchor's own day instead. */
  readonly notBefore?: string;
  /** At least so often, and in at least so many different ways of `ways`. */
  readonly times?: Parameter<number>;
  readonly ways?: readonly string[] | Parameter<readonly string[]>;
  /** Only after this other one has been done, e.g. collection after the attempts to revive the loan. */
  readonly after?: string;
  /** The anchor whose coming is itself the doing, e.g. `disbursed`. */
  readonly satisfiedBy?: string;
  /** A paper with a number goes with it. */
  readonly paper?: boolean;
  readonly gates: readonly Gate[];
  /** The words for not done at all, where it gates something, and for done or still undone too late. */
  readonly missing: RefusalCode;
  readonly late: RefusalCode;
}

/** Days of the loan's life by name, e.g. `disbursed`, `matures`, `overdue`, `guarantee_letter`, `paid`; what has not happened is absent. */
export type Anchors = Readonly<Record<string, LocalDate | undefined>>;

export interface Fulfilled {
  readonly obligation: string;
  readonly on: LocalDate;
  readonly way?: string;
  readonly detail: string;
  readonly documentNo?: string;
  /** The day of the anchor that it answers to: a loan that fails again owes it again. */
  readonly anchoredOn?: LocalDate;
}

export type ObligationEvent = { readonly type: "obligation_fulfilled"; readonly fulfilled: Fulfilled };

/** Those that are owed on a loan of a mode. */
export const owedFor = (obligations: readonly Obligation[] | undefined, mode: string): readonly Obligation[] =>
  (obligations ?? []).filter(({ modes }) => !modes || modes.includes(mode));

/** What was done for the anchor's present day; an entry without that day counts for every one. */
export function doneFor({ id, anchor, satisfiedBy }: Obligation, anchors: Anchors, done: readonly Fulfilled[]): readonly Fulfilled[] {
  const itself = satisfiedBy === undefined ? undefined : anchors[satisfiedBy];
  const told = done.filter((one) => one.obligation === id && (one.anchoredOn === undefined || one.anchoredOn === anchors[anchor]));
  return itself === undefined ? told : [...told, { obligation: id, on: itself, detail: "" }];
}

/** Whether it has been done often enough, and in enough different ways. */
export function isEnough(obligation: Obligation, entries: readonly Fulfilled[], on: LocalDate): Outcome<boolean> {
  const times = obligation.times ? valueOn(obligation.times, on) : accept(1);
  if (!times.ok) return times;
  const ways = obligation.ways && obligation.times ? new Set(entries.map((one) => one.way)).size : entries.length;
  return accept(entries.length >= times.value && ways >= times.value);
}

/** Enters that it was done. Refuses `role_forbidden`, `date_invalid` ahead of today or before its anchor, `field_invalid` for an unknown way, `document_no_required`, `obligation_order`. */
export function fulfil(
  obligation: Obligation,
  given: Omit<Fulfilled, "obligation" | "anchoredOn">,
  anchors: Anchors,
  done: readonly Fulfilled[],
  act: Act,
): Outcome<ObligationEvent[]> {
  const { id, cites, by, ways } = obligation;
  if (!by.includes(act.actor.org.kind)) return refuse("role_forbidden", { step: obligation.says }, cites);
  const anchoredOn = anchors[obligation.anchor];
  if (anchoredOn === undefined) return refuse("wrong_step", { wanted: obligation.anchor }, cites);
  const before = obligation.within?.direction === "before" || obligation.opens?.direction === "before";
  if (given.on > act.on || (!before && given.on < anchoredOn))
    return refuse("date_invalid", { given: given.on, from: anchoredOn, on: act.on }, cites, "on");
  const known = ways && "versions" in ways ? valueOn(ways, act.on) : accept(ways);
  if (!known.ok) return known;
  if (known.value && !(given.way !== undefined && known.value.includes(given.way)))
    return refuse("field_invalid", { given: given.way ?? "—", allowed: known.value.join("、") }, cites, "way");
  if (given.detail.trim() === "") return refuse("reason_required", {}, cites, "detail");
  if (obligation.paper && !given.documentNo?.trim()) return refuse("document_no_required", {}, cites, "documentNo");
  if (obligation.after && !done.some((one) => one.obligation === obligation.after && one.on <= given.on))
    return refuse("obligation_order", { wanted: obligation.after, given: id }, cites);
  return accept([{ type: "obligation_fulfilled", fulfilled: { obligation: id, anchoredOn, ...given } }]);
}

/** Everything that a gate waits for. Refuses with each obligation's own word. One whose anchor never came is not owed. */
export function gateOpen(obligations: readonly Obligation[], gate: Gate, anchors: Anchors, done: readonly Fulfilled[], on: LocalDate): Outcome<true> {
  const faults: Refusal[] = [];
  for (const obligation of obligations) {
    if (!obligation.gates.includes(gate) || anchors[obligation.anchor] === undefined) continue;
    const fulfilled = isEnough(obligation, doneFor(obligation, anchors, done), on);
    if (!fulfilled.ok) return fulfilled;
    if (!fulfilled.value)
      faults.push({
        code: obligation.missing,
        figures: { obligation: obligation.id, done: String(doneFor(obligation, anchors, done).length) },
        cites: obligation.cites,
      });
  }
  return faults.length > 0 ? refuseAll(faults) : accept(true);
}

/** First and last day of an obligation's window on the present anchor. */
export function windowOf(
  obligation: Obligation,
  anchors: Anchors,
  calendar: WorkCalendar,
): { readonly opensOn?: LocalDate; readonly closesOn?: LocalDate; readonly provisional: boolean } {
  const anchor = anchors[obligation.anchor];
  if (anchor === undefined) return { provisional: false };
  const opens = obligation.opens && dueOn(obligation.opens, anchor, calendar);
  const closes = obligation.within && dueOn(obligation.within, anchor, calendar);
  const first = obligation.notBefore === undefined ? undefined : anchors[obligation.notBefore];
  return {
    ...(opens ? { opensOn: opens.date } : {}),
    ...(closes ? { closesOn: first !== undefined && closes.date < first ? first : closes.date } : {}),
    provisional: opens?.provisional === true || closes?.provisional === true,
  };
}

export interface ObligationFlag {
  readonly code: RefusalCode;
  readonly obligation: string;
  /** The last day on which it was still in time. */
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly figures: Figures;
  readonly cites: Citation;
}

/** What was done too late or has not been done in time: told, and shown beside a decision, never a bar by itself (reading G-11). */
export function obligationFlags(
  obligations: readonly Obligation[],
  anchors: Anchors,
  done: readonly Fulfilled[],
  on: LocalDate,
  calendar: WorkCalendar,
): Outcome<ObligationFlag[]> {
  const flags: ObligationFlag[] = [];
  for (const obligation of obligations) {
    const { closesOn, provisional } = windowOf(obligation, anchors, calendar);
    if (closesOn === undefined) continue;
    const intime = doneFor(obligation, anchors, done).filter((one) => one.on <= closesOn);
    const fulfilled = isEnough(obligation, intime, on);
    if (!fulfilled.ok) return fulfilled;
    if (on > closesOn && !fulfilled.value)
      flags.push({
        code: obligation.late,
        obligation: obligation.id,
        due: closesOn,
        provisional,
        figures: { due: closesOn },
        cites: obligation.cites,
      });
  }
  return accept(flags);
}

/** Whose window is open and who have not done it yet: the reminders of the day. */
export function openObligations(
  obligations: readonly Obligation[],
  anchors: Anchors,
  done: readonly Fulfilled[],
  on: LocalDate,
  calendar: WorkCalendar,
): Outcome<readonly { readonly obligation: Obligation; readonly due?: LocalDate }[]> {
  const open: { obligation: Obligation; due?: LocalDate }[] = [];
  for (const obligation of obligations) {
    if (anchors[obligation.anchor] === undefined) continue;
    const fulfilled = isEnough(obligation, doneFor(obligation, anchors, done), on);
    if (!fulfilled.ok) return fulfilled;
    const { opensOn, closesOn } = windowOf(obligation, anchors, calendar);
    if (!fulfilled.value && (opensOn === undefined || opensOn <= on)) open.push({ obligation, ...(closesOn ? { due: closesOn } : {}) });
  }
  return accept(open);
}
