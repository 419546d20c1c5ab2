/** When a fund would have paused and restarted if the document had been read in another way: its ledger replayed under both, page by page. */
import { RunningFund } from "../../shared/fund/replay";
import type { Scheme } from "../../shared/schemes/scheme";
import { load } from "../database";
import { payableOfRow } from "../fund/books";
import { keptQueries, ledgerPageQuery } from "../fund/check-store";
import { eventOf } from "../fund/recount";

const PAGE = 1000;

const holds = (node: unknown, key: string): boolean =>
  typeof node === "object" && node !== null && (("key" in node && node.key === key) || Object.values(node).some((part) => holds(part, key)));

/** Does the pause of the document turn on this number? */
export const turnsOn = (scheme: Scheme, key: string): boolean => holds(scheme.fund.breaker, key);

/** What else of the fund turns on this number, and is no decision on a case: it is told as not counted. */
export function beyondOf({ fund, watch, limits }: Scheme, key: string): ("allocation" | "limit" | "watch")[] {
  const parts = { allocation: fund.allocation, limit: [fund.limits, limits], watch } as const;
  return (["allocation", "limit", "watch"] as const).filter((part) => holds(parts[part], key));
}

/** A fund at its line may pause and restart with every posting. */
const TOLD_MOST = 10;
const told = (fund: RunningFund) => ({ count: fund.changes.length, first: fund.changes.slice(0, TOLD_MOST).map(({ to, on }) => ({ to, on })) });

export async function pausesOtherwise(db: D1Database, was: Scheme, other: Scheme) {
  const { head, payables } = await load(db, (({ head, payables }) => ({ head, payables }))(keptQueries(db, was.id)));
  const funds = [new RunningFund(was.fund), new RunningFund(other.fund)] as const;
  const last = head[0]?.seq ?? 0;
  const approved = [...payables];
  for (let from = 0; from < last; from += PAGE) {
    const { page } = await load(db, { page: ledgerPageQuery(db, was.id, from, Math.min(last, from + PAGE)) });
    for (const row of page) {
      while (approved[0] && approved[0].approved_seq < row.seq) {
        const payable = payableOfRow(approved.shift() as (typeof payables)[number]);
        for (const fund of funds) fund.fold({ type: "payable_approved", payable });
      }
      for (const fund of funds) fund.fold(eventOf(row));
    }
  }
  return { before: told(funds[0]), after: told(funds[1]) };
}
