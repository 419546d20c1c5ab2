/** What is late or still to be done in a recovery; told to the office, never a bar, for no text lets a right lapse by lateness. */
import { quarterOf } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Citation } from "../citation";
import { type LocalDate, partsOf } from "../local-date";
import { yuan, ZERO } from "../money";
import type { Figures } from "../outcome";
import type { RecoveryRules } from "./claim-rules";
import { recoveryDuties } from "./file-duty";
import type { LoanFile } from "./loan-file";
import { stillOut } from "./recovery-state";

export interface RecoveryFlag {
  readonly code: "coordination_overdue" | "legal_start_overdue" | "legal_required" | "return_overdue" | "ledger_stale" | "dept_assist_open";
  /** The last day on which it was still in time; for what is only open, the day since when. */
  readonly due: LocalDate;
  /** The year's holidays are not published: the day may move. */
  readonly provisional: boolean;
  readonly figures: Figures;
  readonly cites: Citation;
}

/** A recovery as a list holds it, without its history. */
export interface RecoveryAt {
  readonly openedOn: LocalDate;
  readonly touchedOn: LocalDate;
  /** Something may still come back, or is not paid yet. */
  readonly carried: boolean;
  readonly waiting: readonly { readonly task: string; readonly dueOn: LocalDate | null; readonly figures?: Figures }[];
  /** That it goes to law whatever the meeting said; only while no suit is on file. */
  readonly forced?: { readonly on: LocalDate; readonly reason?: string };
  /** Days on which those who recommended the firm looked after it. */
  readonly followUps: readonly LocalDate[];
}

/** Which lateness each duty has, and under which article. */
function lateIn(rules: RecoveryRules, task: string): Pick<RecoveryFlag, "code" | "cites"> | undefined {
  switch (task) {
    case "coordinate":
      return rules.coordination && { code: "coordination_overdue", cites: rules.coordination.cites };
    case "legal_start":
      return { code: "legal_start_overdue", cites: rules.legal.cites };
    case "give_back":
    case "receive_return":
      return { code: "return_overdue", cites: rules.returns.cites };
    default:
      return undefined;
  }
}

/** A due day in a year without a published calendar was counted by Monday to Friday, and may move. */
export function flagsAt(rules: RecoveryRules, at: RecoveryAt, on: LocalDate, calendar: WorkCalendar): RecoveryFlag[] {
  const flags = at.waiting.flatMap(({ task, dueOn, figures }): RecoveryFlag[] => {
    const late = lateIn(rules, task);
    if (!late || dueOn === null || on <= dueOn) return [];
    return [{ ...late, due: dueOn, provisional: !calendar.knows(partsOf(dueOn).year), figures: { due: dueOn, ...figures } }];
  });
  if (!at.carried) return flags;
  const firm = { provisional: false } as const;
  if (at.forced && rules.forced) {
    const { on: since, reason } = at.forced;
    flags.push({ code: "legal_required", due: since, ...firm, figures: reason ? { reason } : {}, cites: rules.forced });
  }
  const quarter = quarterOf(on);
  if (rules.ledger && at.touchedOn < quarter.first) {
    const figures = { quarter: quarter.name, touchedOn: at.touchedOn };
    flags.push({ code: "ledger_stale", due: quarter.first, ...firm, figures, cites: rules.ledger.cites });
  }
  if (rules.assist && !at.followUps.some((day) => day >= at.openedOn))
    flags.push({ code: "dept_assist_open", due: at.openedOn, ...firm, figures: { since: at.openedOn }, cites: rules.assist });
  return flags;
}

/** The same of a file with its history; `listedOn` is when its firm was listed, where it stands on the list. */
export function recoveryFlags(
  rules: RecoveryRules,
  file: LoanFile,
  on: LocalDate,
  calendar: WorkCalendar,
  { followUps = [], listedOn }: { readonly followUps?: readonly LocalDate[]; readonly listedOn?: LocalDate } = {},
): RecoveryFlag[] {
  const { recovery, claim } = file;
  if (!recovery || !claim || claim.step === "withdrawn") return [];
  const { openedOn, touchedOn, forced, legal, writtenOff } = recovery;
  const waiting = recoveryDuties(rules, file, calendar).map(({ task, due, receipt }) => ({
    task,
    dueOn: due?.on ?? null,
    ...(receipt ? { figures: { receipt: receipt.id, amount: yuan(receipt.due) } } : {}),
  }));
  const carried = claim.paid ? stillOut(claim.paid.amount, recovery) > ZERO && !writtenOff : true;
  const law = forced ?? (listedOn ? { on: listedOn } : undefined);
  const at = { openedOn, touchedOn, carried, waiting, followUps, ...(law && !legal ? { forced: law } : {}) };
  return flagsAt(rules, at, on, calendar);
}
