/** The nightly look at institutions whose loans are all on record: a mark that is newly passed, or no longer, is written down with its day, and told once a month. */
import { periodOf } from "../../shared/calendar/deadline";
import type { LocalDate } from "../../shared/local-date";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksQuery } from "../case/store";
import { load } from "../database";
import { SYSTEM } from "../event";
import { organisationsQuery } from "../identity/store";
import { toldQuery } from "../loan/flag-store";
import { measured } from "./standing";
import { figuresQuery, insertFigure, livingBooksQuery } from "./store";
import { marksTold } from "./tell";

export async function watchTold(db: D1Database, scheme: Scheme, on: LocalDate, at: number): Promise<D1PreparedStatement[]> {
  const { watch, id: schemeId } = scheme;
  if (watch?.figures.from !== "records") return [];
  const { figures, books, desks, told, organisations } = await load(db, {
    figures: figuresQuery(db, schemeId),
    books: livingBooksQuery(db, schemeId),
    desks: desksQuery(db, schemeId),
    told: toldQuery(db, schemeId, [""]),
    organisations: organisationsQuery(db, schemeId, undefined),
  });
  const period = periodOf("month", on).name;
  return books.flatMap((book) => {
    const result = measured(watch, book, undefined, on);
    if (!result.ok) return [];
    const { ratio, marks } = result.value;
    const last = figures.filter((row) => row.org_id === book.org_id).at(-1);
    const passed = JSON.stringify(marks.map(({ mark }) => mark.id));
    if ((last?.marks ?? "[]") === passed) return [];
    const row = { ...book, seq: (last?.seq ?? 0) + 1, period, ratio, average: null, source: "", marks: passed, reason: "", on_day: on };
    const name = organisations.find(({ orgId }) => orgId === book.org_id)?.name ?? "";
    return [
      insertFigure(db, row, { schemeId, by: SYSTEM.personId, now: at }),
      ...marksTold(db, schemeId, { orgId: book.org_id, name, period, marks, desks, told }, at),
    ];
  });
}
