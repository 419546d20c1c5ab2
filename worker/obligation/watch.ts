/** The nightly look at what is owed around loans: told once when its time comes and once when it is over, and on the list of whoever has to do it. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { LocalDate } from "../../shared/local-date";
import type { Figures } from "../../shared/outcome";
import { anchorsOf } from "../../shared/process/anchors";
import { dutiesOf } from "../../shared/process/file-duty";
import type { LoanFile } from "../../shared/process/loan-file";
import { type Obligation, obligationFlags, owedFor } from "../../shared/process/obligation";
import { dueObligations } from "../../shared/process/obligation-view";
import type { Scheme } from "../../shared/schemes/scheme";
import { tellOf } from "../case/case-verb";
import { type Desk, desksQuery } from "../case/store";
import { now } from "../clock";
import { load } from "../database";
import { historiesQuery } from "../event";
import { toldQuery, writeAllTold } from "../loan/flag-store";
import { casesIn } from "../loan/watch-store";
import { insertNotices } from "../notice/store";
import { addWaits, type LiveRow, livesQuery, type NewWait } from "./store";

/** Histories that are read at once. */
const PAGE = 50;

interface Telling {
  readonly caseId: string;
  readonly code: string;
  readonly period: string;
  readonly figures: Figures;
  readonly to: readonly string[];
}

/** The institutions of the loan that owe it, and every desk of the other kinds. */
function owersOf({ by }: Obligation, { loan: { lender, partner } }: LoanFile, desks: readonly Desk[]): string[] {
  const own = [lender, ...(partner ? [partner] : [])].filter(({ kind }) => by.includes(kind)).map(({ id }) => id);
  return [...own, ...desks.filter(({ kind }) => by.includes(kind)).map(({ id }) => id)];
}

/** What is to be told of one loan today: what is due to those who owe it, what is late to the office too. */
function tellingsOf(scheme: Scheme, row: LiveRow, file: LoanFile, desks: readonly Desk[], on: LocalDate): Telling[] {
  const owed = owedFor(scheme.obligations, file.loan.mode);
  const anchors = anchorsOf(file, on);
  const about = { no: row.no, enterprise: row.enterprise };
  const office = desks.filter(({ kind }) => kind === "office").map(({ id }) => id);
  const due = dueObligations(scheme.obligations, file, on, stateCouncil());
  const late = obligationFlags(owed, anchors, file.fulfilled ?? [], on, stateCouncil());
  const open = (due.ok ? due.value : []).map(({ obligation, due: last }): Telling => {
    const figures = { ...about, says: obligation.says, ...(last ? { due: last } : {}) };
    const period = `${obligation.id}/${anchors[obligation.anchor] ?? ""}`;
    return { caseId: row.case_id, code: "obligation_due", period, figures, to: owersOf(obligation, file, desks) };
  });
  const over = (late.ok ? late.value : []).flatMap((flag): Telling[] => {
    const obligation = owed.find(({ id }) => id === flag.obligation);
    if (!obligation) return [];
    const figures = { ...about, ...flag.figures, says: obligation.says };
    return [
      {
        caseId: row.case_id,
        code: flag.code,
        period: `${flag.obligation}/${flag.due}`,
        figures,
        to: [...office, ...owersOf(obligation, file, desks)],
      },
    ];
  });
  return [...open, ...over];
}

const waitsOf = (scheme: Scheme, file: LoanFile, on: LocalDate): NewWait[] =>
  dutiesOf(scheme, file, stateCouncil(), { quotaBy: [], on }).flatMap((duty): NewWait[] => {
    if (duty.task !== "obligation") return [];
    const base = { caseId: file.caseId, dueOn: duty.due?.on ?? null };
    return "org" in duty
      ? [{ ...base, orgKind: duty.org.kind, orgId: duty.org.id }]
      : duty.kinds.map((orgKind) => ({ ...base, orgKind, orgId: "*" }));
  });

/** One page of loans; what was told of one for the same day before is not told again. */
async function pageOf(db: D1Database, scheme: Scheme, on: LocalDate, after: string) {
  const { found, desks } = await load(db, { found: livesQuery(db, scheme.id, after, PAGE), desks: desksQuery(db, scheme.id) });
  const ids = found.map(({ case_id }) => case_id);
  const { told, histories } = await load(db, { told: toldQuery(db, scheme.id, ids), histories: historiesQuery(db, casesIn(ids)) });
  const known = new Set(told.map(({ case_id, code, period }) => `${case_id}/${code}/${period}`));
  const byCase = Map.groupBy(histories, ({ case_id }) => case_id);
  const tellings: Telling[] = [];
  const waits: NewWait[] = [];
  for (const row of found) {
    const { loanFile } = tellOf(row.case_id, byCase.get(row.case_id) ?? [], new Map());
    if (!loanFile) continue;
    const fresh = tellingsOf(scheme, row, loanFile, desks, on).filter(({ caseId, code, period }) => !known.has(`${caseId}/${code}/${period}`));
    tellings.push(...fresh);
    if (fresh.length > 0) waits.push(...waitsOf(scheme, loanFile, on));
  }
  return { tellings, waits, last: ids.length < PAGE ? undefined : ids.at(-1) };
}

/** What the night writes of it. */
export async function obligationsTold(db: D1Database, scheme: Scheme, today: LocalDate, at: number = now()): Promise<D1PreparedStatement[]> {
  if (!scheme.obligations) return [];
  const tellings: Telling[] = [];
  const waits: NewWait[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page = await pageOf(db, scheme, today, after);
    tellings.push(...page.tellings);
    waits.push(...page.waits);
    after = page.last;
  }
  if (tellings.length === 0) return [];
  return [
    writeAllTold(
      db,
      tellings.map(({ caseId, code, period }) => ({ schemeId: scheme.id, caseId, code, period, at })),
    ),
    addWaits(db, scheme.id, waits),
    ...insertNotices(
      db,
      tellings.flatMap(({ to, caseId, code, figures }) => [...new Set(to)].map((toOrg) => ({ toOrg, caseId, code, figures }))),
      at,
    ),
  ];
}
