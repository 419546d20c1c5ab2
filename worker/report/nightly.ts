/** The nightly look at reports that come round: each that is late is told once to who owes it and to whom it is owed. */
import { type LocalDate, shanghaiDay } from "../../shared/local-date";
import { periodicFlags } from "../../shared/process/report-duty";
import type { Scheme } from "../../shared/schemes/scheme";
import { load } from "../database";
import { toldQuery, writeTold } from "../loan/flag-store";
import { insertNotices } from "../notice/store";
import { owingKinds } from "./list-reports";
import { owingQuery, toldReportsQuery } from "./store";

export async function reportsTold(db: D1Database, scheme: Scheme, on: LocalDate, at: number): Promise<D1PreparedStatement[]> {
  const { periodic = [] } = scheme.reports;
  if (periodic.length === 0) return [];
  const { filed, owing, receiving, told } = await load(db, {
    filed: toldReportsQuery(db, scheme.id),
    owing: owingQuery(db, scheme.id, owingKinds(periodic)),
    receiving: owingQuery(db, scheme.id, [...new Set(periodic.flatMap(({ to }) => to))]),
    told: toldQuery(db, scheme.id, [""]),
  });
  return periodic.flatMap((report) =>
    owing
      .filter(({ kind }) => report.by.includes(kind))
      .flatMap((org) => {
        const periods = filed.filter((row) => row.report === report.id && row.by_org === org.id).map(({ period }) => period);
        return periodicFlags([report], { [report.id]: periods }, shanghaiDay(org.since), on).flatMap((flag) => {
          const period = `${report.id} ${org.id} ${flag.figures.batch ?? ""}`;
          if (told.some((one) => one.code === flag.code && one.period === period)) return [];
          const readers = [org.id, ...receiving.filter(({ kind, id }) => report.to.includes(kind) && id !== org.id).map(({ id }) => id)];
          const figures = { by: org.name, says: report.says, batch: flag.figures.batch ?? "" };
          return [
            ...insertNotices(
              db,
              readers.map((toOrg) => ({ toOrg, code: "periodic_overdue", figures })),
              at,
            ),
            writeTold(db, { schemeId: scheme.id, caseId: "", code: flag.code, period, at }),
          ];
        });
      }),
  );
}
