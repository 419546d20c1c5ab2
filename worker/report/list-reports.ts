/** Reports that come round: what the viewer owes, what is late, and what was told to it. */
import { type Period, periodBefore } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { type LocalDate, shanghaiDay } from "../../shared/local-date";
import { accept } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { type PeriodicReport, periodicFlags } from "../../shared/process/report-duty";
import { figureDesksOf } from "../case/desk";
import { verb } from "../verb";
import { shownTold } from "./shown";
import { owingQuery, toldReportsQuery } from "./store";

type One = Reply<typeof api.listReports>["reports"][number];
/** How many whole periods back may still be told. */
const BACK = 6;

function lastPeriods({ every }: PeriodicReport, on: LocalDate): Period[] {
  const periods: Period[] = [];
  for (let day = on; periods.length < BACK; ) {
    const period = periodBefore(every, day);
    periods.push(period);
    day = period.first;
  }
  return periods;
}

export const owingKinds = (reports: readonly PeriodicReport[]): readonly OrgKind[] => [...new Set(reports.flatMap(({ by }) => by))];

export const listReports = verb(api.listReports, {
  load: ({ db, schemeId, document }) => ({
    told: toldReportsQuery(db, schemeId),
    owing: owingQuery(db, schemeId, owingKinds(document.reports.periodic ?? [])),
  }),
  decide: ({ scheme, actor, today }, { told, owing }) => {
    const supervises = figureDesksOf(scheme).includes(actor.orgKind);
    const reports = (scheme.reports.periodic ?? []).flatMap((report): One[] => {
      const mine = report.by.includes(actor.orgKind);
      const reads = supervises || report.to.includes(actor.orgKind);
      if (!mine && !reads) return [];
      const seen = told.filter((row) => row.report === report.id && (reads || row.by_org === actor.orgId));
      const toldBy = (orgId: string) => told.filter((row) => row.report === report.id && row.by_org === orgId).map(({ period }) => period);
      const late = owing
        .filter(({ id, kind }) => report.by.includes(kind) && (reads || id === actor.orgId))
        .flatMap((org) =>
          periodicFlags([report], { [report.id]: toldBy(org.id) }, shanghaiDay(org.since), today).map(({ figures }) => ({
            orgId: org.id,
            by: org.name,
            period: figures.batch ?? "",
          })),
        );
      const own = toldBy(actor.orgId);
      return [
        {
          id: report.id,
          says: report.says,
          every: report.every,
          article: report.cites.article,
          by: [...report.by],
          to: [...report.to],
          mine,
          draws: report.draws === true,
          due: mine ? lastPeriods(report, today).flatMap(({ name }) => (own.includes(name) ? [] : [name])) : [],
          overdue: late,
          told: seen.map(shownTold),
        },
      ];
    });
    return accept({ reply: { reports } });
  },
});
