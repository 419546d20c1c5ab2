/** A report as its readers see it. */
import type { ToldRow } from "./store";

export const shownTold = (row: ToldRow) => ({
  period: row.period,
  orgId: row.by_org,
  by: row.by_name,
  text: row.text,
  figures: JSON.parse(row.figures) as Record<string, string>,
  documentNo: row.document_no,
  on: row.on_day,
});
