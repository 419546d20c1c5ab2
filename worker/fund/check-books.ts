/** The check of the books, asked for by a person or by the clock once a day; what it finds is kept, told to those who watch, and is a major matter. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { accept } from "../../shared/outcome";
import type { Scheme } from "../../shared/schemes/scheme";
import { newId } from "../clock";
import { load, type Rows } from "../database";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { type Recounted, recountBooks } from "./recount";
import { checkedOnQuery, insertCheck, insertMatter, openMatterQuery, watchersQuery } from "./report-store";

const DIFFER = "books_differ";

const queries = (db: D1Database, schemeId: string) => ({ watchers: watchersQuery(db, schemeId), open: openMatterQuery(db, schemeId, DIFFER) });

interface At {
  readonly db: D1Database;
  readonly scheme: Scheme;
  readonly now: number;
  readonly today: LocalDate;
  readonly by: string | null;
}

function written({ db, scheme, now, today, by }: At, found: Recounted, { watchers, open }: Rows<ReturnType<typeof queries>>): D1PreparedStatement[] {
  const figures = { count: String(found.findings.length), detail: found.findings[0]?.detail ?? "" };
  const matter = { id: newId(), schemeId: scheme.id, what: DIFFER, on: today, figures, article: scheme.fund.chart.cites.article, now };
  return [
    insertCheck(db, { ...found, schemeId: scheme.id, at: now, id: newId(), on: today, by }),
    ...(found.findings.length > 0 ? watchers.map(({ id }) => insertNotice(db, { toOrg: id, code: DIFFER, figures }, now)) : []),
    ...(found.findings.length > 0 && open.length === 0 ? [insertMatter(db, matter)] : []),
  ];
}

export const checkBooks = verb(api.checkBooks, {
  load: ({ db, schemeId }) => queries(db, schemeId),
  decide: async ({ db, scheme, now, today, actor }, found) => {
    const again = await recountBooks(db, scheme, today);
    return accept({
      statements: written({ db, scheme, now, today, by: actor.personId }, again, found),
      reply: { ok: again.findings.length === 0, events: again.events, findings: again.findings.map((one) => ({ ...one })) },
    });
  },
});

/** By the clock, once a day: nothing where it has been done. */
export async function nightlyCheck(db: D1Database, scheme: Scheme, now: number, today: LocalDate): Promise<Recounted | undefined> {
  const { done, ...found } = await load(db, { done: checkedOnQuery(db, scheme.id, today), ...queries(db, scheme.id) });
  if (done.length > 0) return undefined;
  const again = await recountBooks(db, scheme, today);
  await db.batch(written({ db, scheme, now, today, by: null }, again, found));
  return again;
}
