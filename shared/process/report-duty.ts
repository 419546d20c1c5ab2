/** Duties to tell: the half-yearly report to the government, major matters at once, the quarterly follow-up of a funded firm. All are marks, none a bar. */
import { type Deadline, dueOn, type Every, halfYearOf, type Period, periodBefore, periodNamed, quarterOf } from "../calendar/deadline";
import type { WorkCalendar } from "../calendar/working-day";
import type { Citation } from "../citation";
import { addDays, type LocalDate } from "../local-date";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { OrgKind } from "./party";

/** A report that somebody owes to somebody else again and again. */
export interface PeriodicReport {
  readonly id: string;
  readonly says: string;
  readonly by: readonly OrgKind[];
  readonly to: readonly OrgKind[];
  readonly every: Every;
  /** Its figures come from the day book of the fund. */
  readonly draws?: true;
  readonly cites: Citation;
}

export interface ReportRules {
  /** What the half-year's report is about, and under which article; absent where the document asks for none. */
  readonly regular?: { readonly every: "half_year"; readonly cites: Citation };
  readonly major?: { readonly within: Deadline; readonly cites: Citation };
  readonly followUp?: { readonly every: "quarter"; readonly cites: Citation };
  readonly periodic?: readonly PeriodicReport[];
}

/** A matter that has to be reported at once, such as a pause. */
export interface MajorMatter {
  readonly id: string;
  readonly on: LocalDate;
  readonly reportedOn?: LocalDate;
}

/** The last day on which a matter is told in time, where the document sets one and it was not told yet. */
export const matterDue = (rules: ReportRules, matter: MajorMatter, calendar: WorkCalendar): LocalDate | undefined =>
  rules.major && matter.reportedOn === undefined ? dueOn(rules.major.within, matter.on, calendar).date : undefined;

/** A half-year is told once, and only when it is over: its figures still move until then. Refuses `already_exists`, `date_invalid`. */
export function mayTellHalf(rules: ReportRules, half: Period, told: readonly string[], on: LocalDate): Outcome<true> {
  const cites = rules.regular?.cites;
  if (told.includes(half.name)) return refuse("already_exists", { batch: half.name }, cites);
  return on > half.last ? accept(true) : refuse("date_invalid", { given: on, since: half.last }, cites);
}

/** `report_overdue` for the last half-year that is over and not reported, `major_event_unreported` for each matter whose time has passed. */
export function reportFlags(
  rules: ReportRules,
  told: { readonly since: LocalDate; readonly halves: readonly string[]; readonly major: readonly MajorMatter[] },
  on: LocalDate,
  calendar: WorkCalendar,
): Refusal[] {
  const flags: Refusal[] = [];
  const last = halfYearOf(addDays(halfYearOf(on).first, -1));
  if (rules.regular && last.last >= told.since && !told.halves.includes(last.name))
    flags.push({ code: "report_overdue", figures: { batch: last.name }, cites: rules.regular.cites });
  const { major } = rules;
  if (!major) return flags;
  for (const matter of told.major) {
    const due = matterDue(rules, matter, calendar);
    if (due !== undefined && on > due) flags.push({ code: "major_event_unreported", figures: { matter: matter.id, due }, cites: major.cites });
  }
  return flags;
}

/** Who owes a report, tells it once a period, and only when the period is over. Refuses `not_found`, `role_forbidden`, `date_invalid`, `already_exists`, `document_no_required`. */
export function mayTellPeriod(
  report: PeriodicReport | undefined,
  given: { readonly period: string; readonly documentNo: string; readonly by: OrgKind; readonly told: readonly string[] },
  on: LocalDate,
): Outcome<Period> {
  const period = report && periodNamed(report.every, given.period);
  if (!report || !period) return refuse("not_found");
  const { cites } = report;
  if (!report.by.includes(given.by)) return refuse("role_forbidden", { kind: given.by }, cites);
  if (on <= period.last) return refuse("date_invalid", { given: on, since: period.last }, cites);
  if (given.told.includes(period.name)) return refuse("already_exists", { batch: period.name }, cites);
  return given.documentNo.trim() === "" ? refuse("document_no_required", {}, cites, "documentNo") : accept(period);
}

/** `report_overdue` for each periodic report whose last whole period is over and not told; `told` are names of periods by the report's id. */
export function periodicFlags(
  reports: readonly PeriodicReport[],
  told: Readonly<Record<string, readonly string[]>>,
  since: LocalDate,
  on: LocalDate,
): Refusal[] {
  return reports.flatMap((report) => {
    const last = periodBefore(report.every, on);
    if (last.last < since || told[report.id]?.includes(last.name)) return [];
    return [{ code: "report_overdue" as const, figures: { report: report.says, batch: last.name }, cites: report.cites }];
  });
}

/** `no_followup` when a whole quarter since the loan is over without an entry of the recommending unit. */
export function followUpFlag(rules: ReportRules["followUp"], fundedOn: LocalDate, entries: readonly LocalDate[], on: LocalDate): Refusal | undefined {
  if (!rules) return undefined;
  const quarter = quarterOf(addDays(quarterOf(on).first, -1));
  const told = entries.some((entry) => entry >= quarter.first);
  return fundedOn < quarter.first && !told ? { code: "no_followup", figures: { quarter: quarter.name }, cites: rules.cites } : undefined;
}
