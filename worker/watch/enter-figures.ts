/** Figures of a month are entered where the document measures more loans than the records hold; each mark that they pass is told once a month. */
import { periodNamed } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { parseYuan } from "../../shared/money";
import { accept, type Outcome, refuse, refuseAll } from "../../shared/outcome";
import { desksQuery } from "../case/store";
import { organisationQuery } from "../identity/store";
import { toldQuery } from "../loan/flag-store";
import { type Ctx, verb } from "../verb";
import { shownFigure } from "./shown";
import { measured } from "./standing";
import { type FigureRow, figuresQuery, insertFigure } from "./store";
import { marksTold } from "./tell";

type Route = typeof api.enterFigures;

/** What was typed, as it is kept; a month that was told before needs a reason to be told again. */
function typed({ body, today }: Ctx<Route>, before: readonly FigureRow[]): Outcome<Omit<FigureRow, "org_id" | "seq" | "ratio" | "marks">> {
  const given: Body<Route> = body;
  const period = periodNamed("month", given.period);
  const bad = parseYuan(given.badBalance, "badBalance");
  const all = parseYuan(given.allBalance, "allBalance");
  if (!bad.ok || !all.ok) return refuseAll([bad, all].flatMap((one) => (one.ok ? [] : one.refusals)));
  if (!period) return refuse("field_invalid", { given: given.period }, undefined, "period");
  if (period.first > today) return refuse("date_invalid", { given: period.first, latest: today }, undefined, "period");
  if (bad.value > all.value) return refuse("field_invalid", { given: given.badBalance, most: given.allBalance }, undefined, "badBalance");
  if (given.badCount > given.allCount) return refuse("field_invalid", { given: String(given.badCount) }, undefined, "badCount");
  if (given.average !== undefined && !given.source) return refuse("field_required", {}, undefined, "source");
  if (before.some((row) => row.period === period.name) && !given.reason)
    return refuse("reason_required", { batch: period.name }, undefined, "reason");
  const last = before.at(-1);
  if (
    last &&
    !before.some((row) => row.period === period.name) &&
    Number(period.name.slice(5)) + 12 * Number(period.name.slice(0, 4)) < orderOf(last)
  )
    return refuse("date_invalid", { given: period.name, since: last.period }, undefined, "period");
  return accept({
    period: period.name,
    bad_balance: bad.value,
    all_balance: all.value,
    bad_count: given.badCount,
    all_count: given.allCount,
    average: given.average ?? null,
    source: given.source ?? "",
    reason: given.reason ?? "",
    on_day: today,
  });
}

/** Months in a row: `2026M9` comes before `2026M10`. */
const orderOf = ({ period }: Pick<FigureRow, "period">): number => Number(period.slice(5)) + 12 * Number(period.slice(0, 4));

export const enterFigures = verb(api.enterFigures, {
  load: ({ db, schemeId, params }) => ({
    org: organisationQuery(db, params.orgId, schemeId),
    before: figuresQuery(db, schemeId, params.orgId),
    desks: desksQuery(db, schemeId),
    told: toldQuery(db, schemeId, [""]),
  }),
  decide: (ctx, { org: [org], before, desks, told }) => {
    const { db, schemeId, scheme, actor, now, today } = ctx;
    const { watch } = scheme;
    if (watch?.figures.from !== "entered" || !org || !["bank", "guarantor", "insurer", "lender"].includes(org.kind)) return refuse("not_found");
    const read = typed(ctx, before);
    if (!read.ok) return read;
    const result = measured(watch, read.value, read.value.average ?? undefined, today);
    if (!result.ok) return result;
    const { ratio, marks } = result.value;
    const row: FigureRow = {
      ...read.value,
      org_id: org.orgId,
      seq: (before.at(-1)?.seq ?? 0) + 1,
      ratio,
      marks: JSON.stringify(marks.map(({ mark }) => mark.id)),
    };
    return accept({
      statements: [
        insertFigure(db, row, { schemeId, by: actor.personId, now }),
        ...marksTold(db, schemeId, { orgId: org.orgId, name: org.name, period: row.period, marks, desks, told }, now),
      ],
      reply: shownFigure(watch, row),
      status: 201,
    });
  },
});
