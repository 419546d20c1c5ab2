/** What a document lets its fund pay in a year and in all: read for a decision, and kept beside the ledger, whose wall holds orders against it that are checked at the same moment. */
import { sql } from "drizzle-orm";
import type { FundLimit } from "../../shared/fund/allocation";
import { type Chart, reasonOf } from "../../shared/fund/chart";
import type { LedgerEvent, Transfer } from "../../shared/fund/ledger";
import type { Till } from "../../shared/fund/payment";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { fen, plus, ZERO } from "../../shared/money";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, rows, statement } from "../database";

/** Paid and set aside in a year; year 0 is what was paid before the books were opened here. */
export interface SpentRow {
  year: number;
  amount: number;
}

export const spentQuery = (db: D1Database, schemeId: string): Query<SpentRow> =>
  rows(db, sql`SELECT year, amount FROM fund_spent WHERE scheme_id = ${schemeId} ORDER BY year`);

/** Gross: what came back gives no new room. */
export const spentOf = (found: readonly SpentRow[], on: LocalDate): Readonly<Record<FundLimit["per"], ReturnType<typeof fen>>> => ({
  year: fen(found.find(({ year }) => year === partsOf(on).year)?.amount ?? ZERO),
  life: plus(...found.map(({ amount }) => fen(amount))),
});

/** The ceilings as a till meets them; nothing where the document has none. */
export const limitsOf = ({ fund }: Pick<Scheme, "fund">, found: readonly SpentRow[], on: LocalDate): Pick<Till, "limits"> =>
  fund.limits ? { limits: { rules: fund.limits, paid: spentOf(found, on) } } : {};

/** The same counted again from the ledger's events, by rules of its own: for the nightly check. */
export function spending(chart: Chart) {
  const years = new Map<number, number>();
  const orders = new Map<string, { readonly year: number; readonly amount: number }>();
  const add = (year: number, amount: number) => years.set(year, (years.get(year) ?? 0) + amount);
  const opens = (transfer: Transfer) => {
    const reason = reasonOf(chart, transfer.reason);
    if (reason?.payable !== "settles" && (reason?.payable !== undefined || reason?.counts !== "paid")) return;
    const year = reason.payable === "settles" ? partsOf(transfer.on).year : 0;
    const amount = transfer.entries.reduce((sum, { side, amount }) => sum + (side === "debit" ? amount : 0), 0);
    orders.set(transfer.id, { year, amount });
    add(year, amount);
  };
  const ends = (id: string) => {
    const order = orders.get(id);
    if (order) add(order.year, -order.amount);
  };
  return {
    fold(event: LedgerEvent): void {
      if (event.type === "voided" || event.type === "expired") ends(event.id);
      else if (event.type === "payable_approved" || (event.type === "posted" && event.held)) return;
      else if (event.transfer.reverses !== undefined) ends(event.transfer.reverses);
      else opens(event.transfer);
    },
    rows: (): SpentRow[] => [...years].map(([year, amount]) => ({ year, amount })),
  };
}

/** The days on which these events set money aside, or pay it at once. */
function spendingDays({ fund: { chart } }: Pick<Scheme, "fund">, events: readonly LedgerEvent[]): LocalDate[] {
  return events.flatMap((event) => {
    const spends = (event.type === "reserved" || (event.type === "posted" && !event.held)) && !event.transfer.reverses;
    return spends && reasonOf(chart, event.transfer.reason)?.payable === "settles" ? [event.transfer.on] : [];
  });
}

/** The ceilings by the document as it stands today, written ahead of the postings that they bound. */
export function ceilingRows(db: D1Database, scheme: Pick<Scheme, "id" | "fund">, events: readonly LedgerEvent[]): D1PreparedStatement[] {
  const { limits = [] } = scheme.fund;
  return [...new Set(limits.length > 0 ? spendingDays(scheme, events) : [])].flatMap((on) =>
    limits.flatMap(({ id, per, at }) => {
      const amount = valueOn(at, on);
      if (!amount.ok) return [];
      return [
        statement(
          db,
          sql`INSERT INTO fund_ceiling (scheme_id, id, per, year, amount) VALUES (${scheme.id}, ${id}, ${per}, ${per === "life" ? 0 : partsOf(on).year}, ${amount.value})
            ON CONFLICT (scheme_id, id, year) DO UPDATE SET amount = excluded.amount`,
        ),
      ];
    }),
  );
}
