/** Whoever owes a report tells it once a period; where its figures come from the day book they stay with it as they were told. */
import { type Period, periodNamed } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import { reportOf } from "../../shared/fund/report";
import { yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { mayTellPeriod, type PeriodicReport } from "../../shared/process/report-duty";
import type { Scheme } from "../../shared/schemes/scheme";
import { dayOf, daysQuery } from "../fund/ledger-store";
import { insertNotices } from "../notice/store";
import { reply, verb } from "../verb";
import { shownTold } from "./shown";
import { insertPeriodicReport, owingQuery, toldReportsQuery } from "./store";

const reportNamed = ({ reports }: Pick<Scheme, "reports">, id: string): PeriodicReport | undefined => reports.periodic?.find((one) => one.id === id);

/** What the fund paid, got back and wrote off in the period, and what it had at its end, in yuan. */
function figuresOf(scheme: Scheme, report: PeriodicReport, period: Period, days: Parameters<typeof dayOf>[0][]): Record<string, string> {
  if (!report.draws) return {};
  const { inPeriod, cash, toDate } = reportOf(scheme.fund.chart, days.map(dayOf), period);
  return {
    paid: yuan(inPeriod.paid),
    returned: yuan(inPeriod.returned),
    written_off: yuan(inPeriod.written_off),
    subsidised: yuan(inPeriod.subsidised),
    paid_to_date: yuan(toDate.paid),
    returned_to_date: yuan(toDate.returned),
    cash: yuan(cash),
  };
}

export const draftReport = verb(api.draftReport, {
  load: ({ db, schemeId }) => ({ days: daysQuery(db, schemeId) }),
  decide: ({ scheme, params, actor }, { days }) => {
    const report = reportNamed(scheme, params.reportId);
    const period = report && periodNamed(report.every, params.period);
    if (!report || !period) return refuse("not_found");
    if (!report.by.includes(actor.orgKind)) return refuse("role_forbidden", { kind: actor.orgKind }, report.cites);
    return reply({ from: period.first, until: period.last, figures: figuresOf(scheme, report, period, days) });
  },
});

export const fileReport = verb(api.fileReport, {
  load: ({ db, schemeId, document, params }) => ({
    days: daysQuery(db, schemeId),
    told: toldReportsQuery(db, schemeId),
    readers: owingQuery(db, schemeId, reportNamed(document, params.reportId)?.to ?? []),
  }),
  decide: ({ db, schemeId, scheme, params, body, actor, now, today }, { days, told, readers }) => {
    const report = reportNamed(scheme, params.reportId);
    const own = told.filter((row) => row.report === params.reportId && row.by_org === actor.orgId).map(({ period }) => period);
    const { text, documentNo } = body;
    const period = mayTellPeriod(report, { period: params.period, documentNo, by: actor.orgKind, told: own }, today);
    if (!period.ok) return period;
    if (!report) return refuse("not_found");
    const row = {
      report: report.id,
      period: period.value.name,
      by_org: actor.orgId,
      text,
      figures: JSON.stringify(figuresOf(scheme, report, period.value, days)),
      document_no: documentNo,
      on_day: today,
    };
    const figures = { by: actor.orgName, says: report.says, batch: row.period, documentNo };
    return accept({
      statements: [
        insertPeriodicReport(db, schemeId, { ...row, made_by: actor.personId, recorded_at: now }),
        ...insertNotices(
          db,
          readers.filter(({ id }) => id !== actor.orgId).map(({ id }) => ({ toOrg: id, code: "periodic_reported", figures })),
          now,
        ),
      ],
      reply: shownTold({ ...row, by_name: actor.orgName }),
      status: 201,
    });
  },
});
