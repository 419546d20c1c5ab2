/** The nightly look at the fund: what is owed to the government, and what is to be told of its own money; each told once to the office. */
import { stateCouncil } from "../../shared/calendar/working-day";
import { ownFlags } from "../../shared/fund/own-flags";
import type { LocalDate } from "../../shared/local-date";
import type { Refusal } from "../../shared/outcome";
import { reportFlags } from "../../shared/process/report-duty";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksQuery } from "../case/store";
import { load } from "../database";
import { toldQuery, writeTold } from "../loan/flag-store";
import { insertNotice } from "../notice/store";
import { matterOf } from "./major-matters";
import { ownMoneyOf, ownQueries } from "./own-money";
import { mattersQuery, reportsQuery } from "./report-store";
import { openedOnQuery } from "./store";

/** What a flag is told once for: the half-year, or the matter. */
const periodOf = ({ figures }: Refusal): string => figures.batch ?? figures.matter ?? "";

/** What the night writes: a notice to the office, and that it was told. */
export async function fundFlagsTold(db: D1Database, scheme: Scheme, on: LocalDate, at: number): Promise<D1PreparedStatement[]> {
  const { opened, reports, matters, desks, told, ...money } = await load(db, {
    opened: openedOnQuery(db, scheme.id),
    reports: reportsQuery(db, scheme.id),
    matters: mattersQuery(db, scheme.id),
    desks: desksQuery(db, scheme.id),
    told: toldQuery(db, scheme.id, [""]),
    ...ownQueries(db, scheme, on),
  });
  const since = opened[0]?.on_day as LocalDate | undefined;
  if (since === undefined) return [];
  const owed = reportFlags(scheme.reports, { since, halves: reports.map(({ half }) => half), major: matters.map(matterOf) }, on, stateCouncil());
  const own = ownFlags(scheme.fund, ownMoneyOf(money, on), on, stateCouncil());
  const flags = [...owed.map((flag) => ({ flag, period: periodOf(flag) })), ...(own.ok ? own.value : [])];
  const office = desks.filter(({ kind }) => kind === "office");
  return flags
    .filter(({ flag, period: now }) => !told.some(({ code, period }) => code === flag.code && period === now))
    .flatMap(({ flag: { code, figures }, period }) => [
      ...office.map(({ id }) => insertNotice(db, { toOrg: id, code, figures }, at)),
      writeTold(db, { schemeId: scheme.id, caseId: "", code, period, at }),
    ]);
}
