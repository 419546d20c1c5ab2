/** The ledger by pages, newest first: every reservation, posting, voiding and expiry with its entries and its two persons. */
import { api } from "../../shared/contract/api";
import type { PostingRow } from "../../shared/contract/fund";
import { accountOf, type Chart, reasonOf } from "../../shared/fund/chart";
import type { Entry } from "../../shared/fund/ledger";
import { amountOf } from "../../shared/fund/posting";
import { yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import { verb } from "../verb";
import { type PostingFound, postingsQuery } from "./ledger-store";

function readCursor(cursor: string | undefined): { on: string; seq: number } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\.(\d{1,12})$/.exec(cursor ?? "");
  return match ? { on: match[1] ?? "", seq: Number.parseInt(match[2] ?? "", 10) } : undefined;
}

/** A row of the ledger in the reader's words. */
export function shownPosting(chart: Chart, row: PostingFound): PostingRow {
  const entries = JSON.parse(row.entries) as Entry[];
  return {
    seq: row.seq,
    type: row.type,
    transferId: row.transfer_id,
    reason: row.reason,
    reasonSays: reasonOf(chart, row.reason)?.says ?? row.reason,
    on: row.on_day,
    amount: yuan(amountOf({ entries })),
    entries: entries.map(({ account, of, side, amount }) => ({
      account,
      says: accountOf(chart, account)?.says ?? account,
      side,
      amount: yuan(amount),
      ...(of === undefined ? {} : { of }),
    })),
    caseId: row.case_id,
    caseNo: row.case_no,
    documentNo: row.document_no,
    reverses: row.reverses,
    reversed: row.type === "posted" && row.undone === 1,
    why: row.why,
    madeBy: row.maker ?? row.made_by,
    checkedBy: row.checker ?? row.checked_by,
    clauses: row.clauses.split(" ").filter(Boolean),
    recordedAt: row.recorded_at,
  };
}

export const listPostings = verb(api.listPostings, {
  load: ({ db, schemeId, query: { cursor, limit, ...filter } }) => ({
    found: postingsQuery(db, schemeId, { ...filter, after: readCursor(cursor), limit: limit + 1 }),
  }),
  decide: ({ scheme, query: { cursor, limit } }, { found }) => {
    if (cursor && !readCursor(cursor)) return refuse("field_invalid", { given: cursor.slice(0, 40) }, undefined, "cursor");
    const { chart } = scheme.fund;
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return accept({ reply: { postings: page.map((row) => shownPosting(chart, row)), next: last ? `${last.on_day}.${last.seq}` : null } });
  },
});
