/** The nightly look at loans: firms that nobody looked after for a quarter, pushes that nobody answered, claims that are late; each told once for what it is about. */
import { periodBefore } from "../../shared/calendar/deadline";
import { stateCouncil } from "../../shared/calendar/working-day";
import { addDays, type LocalDate } from "../../shared/local-date";
import type { Figures } from "../../shared/outcome";
import { claimFlags } from "../../shared/process/claim";
import type { LoanFile } from "../../shared/process/loan-file";
import { stepOf } from "../../shared/process/procedure";
import { silenceFlag } from "../../shared/process/push-silence";
import { followUpFlag } from "../../shared/process/report-duty";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { tellOf } from "../case/case-verb";
import { desksQuery } from "../case/store";
import { now } from "../clock";
import { load } from "../database";
import { historiesQuery } from "../event";
import { insertNotices } from "../notice/store";
import { toldQuery, writeAllTold } from "./flag-store";
import { type ClaimableRow, casesIn, claimablesQuery, silentQuery, unvisitedQuery } from "./watch-store";

/** More wait for the next night. */
const MOST = 500;
/** Histories that are read at once. */
const PAGE = 50;

interface Flag {
  readonly caseId: string;
  readonly code: string;
  /** What it is told once for. */
  readonly period: string;
  readonly figures: Figures;
  /** Who is told besides the office. */
  readonly also: string;
}

const about = ({ no, enterprise }: { readonly no: string; readonly enterprise: string }): Figures => ({ no, enterprise });

/** YQ-100: a whole quarter without a look of the recommending unit. */
async function unvisited(db: D1Database, scheme: Scheme, on: LocalDate): Promise<Flag[]> {
  const rule = scheme.reports.followUp;
  if (!rule) return [];
  const quarter = periodBefore(rule.every, on);
  const { found } = await load(db, { found: unvisitedQuery(db, scheme.id, quarter, MOST) });
  return found.flatMap((row): Flag[] => {
    const flag = followUpFlag(rule, row.disbursed_on, [], on);
    if (!flag) return [];
    return [{ caseId: row.case_id, code: flag.code, period: quarter.name, figures: { ...about(row), ...flag.figures }, also: row.recommender_org }];
  });
}

/** YQ-102: a push that has no decision. */
async function silent(db: D1Database, scheme: Scheme, on: LocalDate): Promise<Flag[]> {
  const step = stepOf(scheme.admission, "push");
  const days = step?.remindAfterDays ? valueOn(step.remindAfterDays, on) : undefined;
  if (!step || !days?.ok) return [];
  const { found } = await load(db, { found: silentQuery(db, scheme.id, addDays(on, -days.value), MOST) });
  return found.flatMap((row): Flag[] => {
    const flag = silenceFlag(step, row.pushed_on, on);
    return flag ? [{ caseId: row.case_id, code: flag.code, period: row.lead_id, figures: { ...about(row), ...flag.figures }, also: row.org_id }] : [];
  });
}

const lateBy = (scheme: Scheme, row: ClaimableRow, file: LoanFile, on: LocalDate): Flag[] => {
  const flags = claimFlags(scheme, file, on, stateCouncil());
  if (!flags.ok) return [];
  return flags.value.map(({ code, on: due, figures }) => ({
    caseId: row.case_id,
    code,
    period: due,
    figures: { ...about(row), ...figures },
    also: row.payee_org,
  }));
};

/** YQ-103: a bad loan without a claim, a claim whose batch or step is over; asked of the rules, file by file. */
async function late(db: D1Database, scheme: Scheme, on: LocalDate): Promise<Flag[]> {
  const asked = valueOn(scheme.claim.evidence, on);
  if (!asked.ok) return [];
  const flags: Flag[] = [];
  for (let after = ""; ; ) {
    const { found } = await load(db, { found: claimablesQuery(db, scheme.id, asked.value.grades, after, PAGE) });
    const ids = found.map(({ case_id }) => case_id);
    const { told, histories } = await load(db, { told: toldQuery(db, scheme.id, ids), histories: historiesQuery(db, casesIn(ids)) });
    const known = new Set(told.map(({ case_id, code, period }) => `${case_id}/${code}/${period}`));
    const byCase = Map.groupBy(histories, ({ case_id }) => case_id);
    for (const row of found) {
      const { loanFile } = tellOf(row.case_id, byCase.get(row.case_id) ?? [], new Map());
      const its = loanFile ? lateBy(scheme, row, loanFile, on) : [];
      flags.push(...its.filter(({ caseId, code, period }) => !known.has(`${caseId}/${code}/${period}`)));
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return flags;
    after = last;
  }
}

/** What the night writes: a notice to the office and to whoever has to act, and that it was told. */
export async function loanFlagsTold(db: D1Database, scheme: Scheme, today: LocalDate, at: number = now()): Promise<D1PreparedStatement[]> {
  const found = [...(await unvisited(db, scheme, today)), ...(await silent(db, scheme, today)), ...(await late(db, scheme, today))];
  // two limits that end on one day are one thing to tell
  const flags = [...new Map(found.map((flag) => [`${flag.caseId}/${flag.code}/${flag.period}`, flag])).values()];
  if (flags.length === 0) return [];
  const { desks } = await load(db, { desks: desksQuery(db, scheme.id) });
  const office = desks.filter(({ kind }) => kind === "office").map(({ id }) => id);
  const notices = flags.flatMap(({ caseId, code, figures, also }) =>
    [...new Set([...office, also])].map((toOrg) => ({ toOrg, caseId, code, figures })),
  );
  return [
    writeAllTold(
      db,
      flags.map(({ caseId, code, period }) => ({ schemeId: scheme.id, caseId, code, period, at })),
    ),
    ...insertNotices(db, notices, at),
  ];
}
