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
  decided_at: number;
}

/** The approved ones in the order of their approval. */
export const inForceQuery = (db: D1Database, schemeId: string): Query<AmendmentRow> =>
  rows(
    db,
    sql`SELECT a.id, a.key, a.value, a.from_day, a.document_no, d.decided_at FROM amendment_decision d CROSS JOIN amendment a ON a.id = d.amendment_id
      WHERE d.scheme_id = ${schemeId} AND d.approved = 1 ORDER BY d.decided_at, d.amendment_id`,
  );

export interface AgreedRow extends AmendmentRow {
  proposer: string;
  proposed_on: string;
  agreed_by: string;
  decided_on: string;
}

/** The same with who proposed and who agreed. */
export const agreedQuery = (db: D1Database, schemeId: string): Query<AgreedRow> =>
  rows(
    db,
    sql`SELECT a.id, a.key, a.value, a.from_day, a.document_no, d.decided_at, p.name AS proposer, a.proposed_on, q.name AS agreed_by, d.decided_on
      FROM amendment_decision d CROSS JOIN amendment a ON a.id = d.amendment_id CROSS JOIN person p ON p.id = a.proposed_by CROSS JOIN person q ON q.id = d.decided_by
      WHERE d.scheme_id = ${schemeId} AND d.approved = 1 ORDER BY d.decided_at, d.amendment_id`,
  );

export const amendmentOf = ({ key, value, from_day, document_no }: Omit<AmendmentRow, "decided_at">): Amendment => ({
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

/** The document as it was known at an instant: what was decided then is computed again by it, whatever was entered later, even from an earlier day on. */
export const schemeKnownAt = (schemeId: string, found: readonly AmendmentRow[], instant: number): Scheme =>
  asAmended(schemeOf(schemeId), found.filter(({ decided_at }) => decided_at <= instant).map(amendmentOf));
