/** A district's document as its approved amendments make it: their rows come with every command's own batch, for they are few. */
import { sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { type Amendment, asAmended } from "../../shared/schemes/amendment";
import { schemeOf } from "../../shared/schemes/registry";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, rows } from "../database";

export interface AmendmentRow {
  id: string;
  key: string;
  value: string;
  from_day: string;
  document_no: string;
}

/** The approved ones in the order of their approval. */
export const inForceQuery = (db: D1Database, schemeId: string): Query<AmendmentRow> =>
  rows(
    db,
    sql`SELECT a.id, a.key, a.value, a.from_day, a.document_no FROM amendment_decision d CROSS JOIN amendment a ON a.id = d.amendment_id
      WHERE d.scheme_id = ${schemeId} AND d.approved = 1 ORDER BY d.decided_at, d.amendment_id`,
  );

export const amendmentOf = ({ key, value, from_day, document_no }: AmendmentRow): Amendment => ({
  key,
  value: JSON.parse(value) as unknown,
  from: from_day as LocalDate,
  ...(document_no ? { documentNo: document_no } : {}),
});

/** The last one made of each document: a document is copied once for each approval, not once for each request. */
const made = new Map<string, { readonly mark: string; readonly scheme: Scheme }>();

export function schemeWith(schemeId: string, found: readonly AmendmentRow[]): Scheme {
  const mark = found.map(({ id }) => id).join();
  const known = made.get(schemeId);
  if (known?.mark === mark) return known.scheme;
  const scheme = asAmended(schemeOf(schemeId), found.map(amendmentOf));
  made.set(schemeId, { mark, scheme });
  return scheme;
}
