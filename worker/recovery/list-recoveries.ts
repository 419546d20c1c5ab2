/** The ledger of recoveries for its reader: the district's, or an institution's own; with its totals, its quarters and when it was published. */

import { api } from "../../shared/contract/api";
import { recoveryRate } from "../../shared/fund/report";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { quartersUntil } from "../../shared/process/recovery-ledger";
import { figureDesksOf } from "../case/desk";
import { verb } from "../verb";
import { shownRecovery, shownTotals } from "./shown";
import { publishedQuery, type QuarterRow, quartersQuery, recoveriesQuery, totalsQuery } from "./store";

/** Three years in the picture. */
const QUARTERS = 12;

/** `<touched_on>.<case>` of the last row of a page. */
function readCursor(cursor: string | undefined): { on: string; id: string } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { on: match[1] ?? "", id: match[2] ?? "" } : undefined;
}

/** Every quarter since the first in which something happened: a quarter without is a gap to see. */
function filled(quarters: readonly string[], found: readonly QuarterRow[]) {
  const first = found.reduce<string>((least, { quarter }) => (quarter < least ? quarter : least), quarters.at(-1) ?? "");
  return quarters
    .filter((quarter) => quarter >= first)
    .map((quarter) => {
      const row = found.find((one) => one.quarter === quarter);
      return { quarter, paid: yuan(fen(row?.paid ?? 0)), returned: yuan(fen(row?.returned ?? 0)), writtenOff: yuan(fen(row?.written_off ?? 0)) };
    });
}

export const listRecoveries = verb(api.listRecoveries, {
  load: ({ db, schemeId, document, mine, query, today }) => {
    const filter = { open: query.open === "1", after: readCursor(query.cursor), limit: query.limit };
    const from = quartersUntil(today, QUARTERS)[0] ?? "";
    const of = (desk: readonly OrgKind[] | undefined) => ({
      rows: recoveriesQuery(db, schemeId, filter, mine, desk),
      totals: totalsQuery(db, schemeId, mine, desk),
      quarters: quartersQuery(db, schemeId, from, mine, desk),
      published: publishedQuery(db, schemeId, from, mine, desk),
    });
    const [district, own] = [of(figureDesksOf(document)), of(undefined)];
    return {
      rows: district.rows,
      totals: district.totals,
      quarters: district.quarters,
      published: district.published,
      ownRows: own.rows,
      ownTotals: own.totals,
      ownQuarters: own.quarters,
      ownPublished: own.published,
    };
  },
  decide: ({ query, scheme, actor, today }, found) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const own = !figureDesksOf(scheme).includes(actor.orgKind);
    const rows = own ? found.ownRows : found.rows;
    const [totals] = own ? found.ownTotals : found.totals;
    if (!totals) throw new RangeError("a sum without a row");
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return accept({
      reply: {
        recoveries: page.map((row) => shownRecovery(scheme, row, today)),
        next: last ? `${last.touched_on}.${last.case_id}` : null,
        totals: shownTotals(totals),
        published: (own ? found.ownPublished : found.published).map((one) => ({ ...one, returned: yuan(fen(one.returned)) })),
        quarters: filled(quartersUntil(today, QUARTERS), own ? found.ownQuarters : found.quarters),
        rate: recoveryRate(fen(totals.paid), fen(totals.returned)),
      },
    });
  },
});
