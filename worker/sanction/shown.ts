/** Listings and measures as their readers see them. */
import type { z } from "zod";
import type { listingShape, measureShape } from "../../shared/contract/sanction";
import type { LocalDate } from "../../shared/local-date";
import { bar } from "../../shared/process/sanction";
import type { Scheme } from "../../shared/schemes/scheme";
import { shownRefusal } from "../case/view-parts";
import { type ListingRow, listingOf } from "./listing-store";
import type { MeasureRow } from "./store";

/** An entry was judged when it was made: a bar that no longer computes is a broken invariant. */
export function shownListing({ sanctions }: Pick<Scheme, "sanctions">, row: ListingRow, today: LocalDate): z.output<typeof listingShape> {
  const barred = bar(sanctions.bar, listingOf(row), today);
  if (!barred.ok) throw new RangeError(`a listing without its bar: ${row.id}`);
  const { blockedThrough, firstAllowedOn, pending } = barred.value;
  return {
    id: row.id,
    name: row.name,
    creditCode: row.credit_code,
    representative: row.representative_name,
    reason: row.reason,
    platform: row.platform,
    listedOn: row.listed_on,
    blockedThrough,
    firstAllowedOn,
    evidence: row.evidence,
    lifted: row.lifted_on === null ? null : { on: row.lifted_on, reason: row.lifted_reason ?? "" },
    flags: row.lifted_on === null ? pending.map(shownRefusal) : [],
    article: sanctions.bar?.cites.article ?? "",
  };
}

export const shownMeasure = (
  row: MeasureRow,
  { institution, caseNo, today }: { readonly institution: string; readonly caseNo: string | null; readonly today: LocalDate },
): z.output<typeof measureShape> => ({
  id: row.id,
  institution,
  orgId: row.org_id,
  what: row.what,
  on: row.on_day,
  until: row.until_day,
  reason: row.reason,
  caseId: row.case_id,
  caseNo,
  ratio: row.ratio,
  article: row.article,
  active: row.on_day <= today && (row.until_day === null || today <= row.until_day),
});
