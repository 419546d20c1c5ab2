/** Vouchers, newest first: those that wait for a second person, and what became of the others. */
import { api } from "../../shared/contract/api";
import type { VoucherView } from "../../shared/contract/fund";
import { accept, refuse } from "../../shared/outcome";
import { verb } from "../verb";
import { vouchersQuery } from "./store";
import { voucherView } from "./voucher";

const PAGE = 30;

function readCursor(cursor: string | undefined): { at: number; id: string } | undefined {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { at: Number.parseInt(match[1] ?? "", 10), id: match[2] ?? "" } : undefined;
}

export const listVouchers = verb(api.listVouchers, {
  load: ({ db, schemeId, query }) => ({
    found: vouchersQuery(db, schemeId, { status: query.status, after: readCursor(query.cursor), limit: PAGE }),
  }),
  decide: ({ query, actor, scheme }, { found }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const page = found.slice(0, PAGE);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return accept({
      reply: {
        vouchers: page.map((row) => voucherView({ ...row, lines: JSON.parse(row.lines) as VoucherView["lines"] }, actor, scheme)),
        next: last ? `${last.recorded_at}.${last.id}` : null,
      },
    });
  },
});
