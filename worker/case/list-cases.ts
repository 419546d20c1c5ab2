/** The viewer's list: what waits for them, or all they may see, filtered and paged. */

import { quarterOf } from "../../shared/calendar/deadline";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { type LocalDate, shanghaiDay } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { CLOSED } from "../../shared/process/status";
import type { Scheme } from "../../shared/schemes/scheme";
import { verb } from "../verb";
import { desksOf } from "./desk";
import { type CaseListRow, listQuery, waitingCountsQuery } from "./list-store";

type Row = Reply<typeof api.listCases>["cases"][number];

/** `today` tells which quarter is running: an open case without an event in it is stale (the list is kept up to date, 二（三）2). */
export function shownRow(scheme: Scheme, row: CaseListRow, today: LocalDate): Row {
  const step = scheme.admission.steps.find((candidate) => candidate.id === row.step);
  return {
    id: row.id,
    no: row.no,
    enterprise: row.enterprise_name,
    creditCode: row.credit_code,
    need: row.need === null ? null : yuan(fen(row.need)),
    status: row.status,
    step: row.step,
    stepSays: step?.says ?? "",
    since: row.since,
    dueOn: row.due_on,
    recommender: row.recommender,
    tier: row.tier,
    focusField: row.focus_field,
    mine: row.mine === 1,
    todo: row.todo === null ? [] : row.todo.split(","),
    stale: !CLOSED.includes(row.status) && shanghaiDay(row.moved_at) < quarterOf(today).first,
  };
}

/** `<moved_at>.<id>` of the last row of a page. */
export function readCursor(cursor: string | undefined): { movedAt: number; id: string } | undefined {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { movedAt: Number.parseInt(match[1] ?? "", 10), id: match[2] ?? "" } : undefined;
}

export const listCases = verb(api.listCases, {
  load: ({ db, schemeId, mine, query }) => {
    const filter = { ...query, schemeId, waiting: query.waiting === "1", after: readCursor(query.cursor) };
    return { desk: listQuery(db, filter, mine, true), party: listQuery(db, filter, mine, false), counts: waitingCountsQuery(db, schemeId, mine) };
  },
  decide: ({ query, scheme, actor, today }, { desk, party, counts }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const found = desksOf(scheme).includes(actor.orgKind) ? desk : party;
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        cases: page.map((row) => shownRow(scheme, row, today)),
        next: last ? `${last.moved_at}.${last.id}` : null,
        counts: Object.fromEntries(counts.map(({ what, count }) => [what, count])),
      },
    });
  },
});
