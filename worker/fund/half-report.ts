/** The half-year's report to the government (三（七）末段, 五): its figures come from the ledger and the files of the loans, and stay with it as they were told. */
import { halfYearOf, type Period } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { reportOf } from "../../shared/fund/report";
import { dateOf, type LocalDate } from "../../shared/local-date";
import { type Fen, yuan } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { mayTellHalf } from "../../shared/process/report-duty";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksQuery } from "../case/store";
import type { Rows } from "../database";
import { insertNotice } from "../notice/store";
import { type LoadCtx, verb } from "../verb";
import { changesQuery, claimCountsQuery, dayOf, daysQuery } from "./ledger-store";
import { insertReport, reportsQuery } from "./report-store";

/** `2026H1`; one that has not begun does not exist yet. */
function halfNamed(name: string, today: LocalDate): Period | undefined {
  const match = /^(20\d{2})H([12])$/.exec(name);
  const half = match ? halfYearOf(dateOf(Number(match[1]), match[2] === "1" ? 1 : 7, 1)) : undefined;
  return half && half.first <= today ? half : undefined;
}

const NEVER: Period = { name: "", first: "9999-01-01" as LocalDate, last: "9999-01-01" as LocalDate };

const queries = ({ db, schemeId, today }: Pick<LoadCtx, "db" | "schemeId" | "today">, name: string) => {
  const { first, last } = halfNamed(name, today) ?? NEVER;
  return {
    days: daysQuery(db, schemeId),
    changes: changesQuery(db, schemeId),
    claims: claimCountsQuery(db, schemeId, first, last),
    reports: reportsQuery(db, schemeId),
  };
};
type Found = Rows<ReturnType<typeof queries>>;
type Told = Reply<typeof api.getReport>;

const inYuan = (counts: Readonly<Record<string, Fen>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, amount]) => [name, yuan(amount)]));

function toldOf(scheme: Scheme, half: Period, { days, changes, claims, reports }: Found): Told {
  const report = reportOf(scheme.fund.chart, days.map(dayOf), half);
  const told = reports.find((one) => one.half === half.name);
  const { filed = 0, paid = 0, open = 0 } = claims[0] ?? {};
  return {
    half: half.name,
    from: half.first,
    until: half.last,
    moved: report.moved.filter(({ count, amount }) => count !== 0 || amount !== 0).map((one) => ({ ...one, amount: yuan(one.amount) })),
    inPeriod: inYuan(report.inPeriod),
    toDate: inYuan(report.toDate),
    rate: report.recoveryRate,
    cash: yuan(report.cash),
    quota: yuan(report.quota),
    claims: { filed, paid, open },
    changes: changes
      .filter(({ on_day }) => on_day >= half.first && on_day <= half.last)
      .map(({ to_state, on_day }) => ({ to: to_state, on: on_day }))
      .reverse(),
    reported: told ? { documentNo: told.document_no, on: told.on_day } : null,
    article: scheme.reports.regular?.cites.article ?? "",
  };
}

export const getReport = verb(api.getReport, {
  load: (ctx) => queries(ctx, ctx.params.half),
  decide: ({ scheme, params, today }, found): Outcome<{ reply: Told }> => {
    const half = halfNamed(params.half, today);
    return half ? accept({ reply: toldOf(scheme, half, found) }) : refuse("not_found");
  },
});

export const reportHalf = verb(api.reportHalf, {
  load: (ctx) => ({ ...queries(ctx, ctx.params.half), desks: desksQuery(ctx.db, ctx.schemeId) }),
  decide: ({ db, schemeId, scheme, params, body, actor, now, today }, { desks, ...found }) => {
    const half = halfNamed(params.half, today);
    if (!half) return refuse("not_found");
    const may = mayTellHalf(
      scheme.reports,
      half,
      found.reports.map((one) => one.half),
      today,
    );
    if (!may.ok) return may;
    const { documentNo } = body;
    const figures = { batch: half.name, documentNo };
    return accept({
      statements: [
        insertReport(db, {
          schemeId,
          half: half.name,
          until: half.last,
          documentNo,
          on: today,
          figures: toldOf(scheme, half, found),
          by: actor.personId,
          now,
        }),
        ...desks.filter(({ kind }) => kind !== "office").map((desk) => insertNotice(db, { toOrg: desk.id, code: "half_reported", figures }, now)),
      ],
      reply: { half: half.name },
    });
  },
});
