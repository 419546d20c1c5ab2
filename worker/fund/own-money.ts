/** A fund's own money as the records show it, for what has to be told of it: deposits by bank, promises by area, what was paid in and paid out. */
import { sql } from "drizzle-orm";
import type { Count } from "../../shared/fund/chart";
import { reasonOf } from "../../shared/fund/chart";
import type { OwnMoney } from "../../shared/fund/own-flags";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen, plus, ZERO } from "../../shared/money";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, type Rows, rows } from "../database";
import { type Moved, movedOf, movementsQuery, paidForQuery, paidInOf } from "./movement-store";
import { agreedOn, stepsQuery } from "./step-store";

interface BankRow {
  id: string;
  name: string;
  signed_on: string;
  valid_until: string;
  held: number;
  lent: number;
  last_on: string | null;
}

/** Banks that have signed, with what lies with each, what each still lends, and the day on which the last loan was paid back or paid for once the agreement is over. */
const banksQuery = (db: D1Database, schemeId: string, account: string, on: LocalDate): Query<BankRow> =>
  rows(
    db,
    sql`SELECT o.id, o.name, MIN(a.signed_on) AS signed_on, MAX(a.valid_until) AS valid_until,
        COALESCE((SELECT balance FROM ledger_balance b WHERE b.scheme_id = ${schemeId} AND b.account = ${account} AND b.of_id = o.id), 0) AS held,
        (SELECT COALESCE(SUM(outstanding), 0) FROM loan_file f WHERE f.scheme_id = ${schemeId} AND f.lender_org = o.id AND f.paid_on IS NULL) AS lent,
        CASE WHEN MAX(a.valid_until) < ${on} THEN (SELECT MAX(COALESCE(f.paid_on,
            (SELECT MAX(e.data ->> '$.repayment.on') FROM case_event e WHERE e.case_id = f.case_id AND e.type = 'repaid')))
          FROM loan_file f WHERE f.scheme_id = ${schemeId} AND f.lender_org = o.id) END AS last_on
      FROM organisation o CROSS JOIN agreement a ON a.scheme_id = ${schemeId} AND a.org_id = o.id
      WHERE o.scheme_id = ${schemeId} AND o.kind = 'bank' GROUP BY o.id`,
  );

/** The account in which money lies with banks; none where the document keeps all of it in one. */
const depositsOf = ({ fund: { chart, deposits } }: Pick<Scheme, "fund">): string => (deposits ? (reasonOf(chart, "placement")?.debits[0] ?? "") : "");

export const ownQueries = (db: D1Database, scheme: Pick<Scheme, "id" | "fund">, on: LocalDate) => ({
  banks: banksQuery(db, scheme.id, depositsOf(scheme), on),
  movements: movementsQuery(db, scheme.id),
  steps: stepsQuery(db, scheme.id),
  paidFor: paidForQuery(db, scheme.id),
  capital: rows<{ amount: number }>(
    db,
    sql`SELECT COALESCE(SUM(b.balance), 0) AS amount FROM ledger_account a
      CROSS JOIN ledger_balance b ON b.scheme_id = a.scheme_id AND b.account = a.id AND b.of_id = '' WHERE a.scheme_id = ${scheme.id} AND a.holds = 'capital'`,
  ),
  counted: rows<{ name: Count; amount: number }>(db, sql`SELECT name, amount FROM ledger_count WHERE scheme_id = ${scheme.id}`),
});
export type OwnRows = Rows<ReturnType<typeof ownQueries>>;

/** Nothing lent any more after the agreement was over: the later of its last day and the day on which the last loan was done with. */
const completedOn = ({ valid_until, lent, last_on }: BankRow, on: LocalDate): { readonly completedOn?: LocalDate } =>
  valid_until < on && lent === 0 ? { completedOn: (last_on && last_on > valid_until ? last_on : valid_until) as LocalDate } : {};

/** What each area has promised last, since when, and what it has paid in. */
function promisesOf(moved: readonly Moved[]): OwnMoney["promises"] {
  const areas = [...new Set(moved.flatMap(({ movement }) => (movement.reason === "contribution" ? (movement.of ?? []) : [])))];
  return areas.flatMap((id) => {
    const own = moved.filter(({ movement }) => movement.reason === "contribution" && movement.of === id && !movement.refill);
    const last = own.findLast(({ movement }) => movement.promised !== undefined) ?? own[0];
    const [first] = own;
    if (!first || !last) return [];
    const paidIn = plus(...own.map(({ movement }) => movement.amount));
    const { promised, hardship } = last.movement;
    return [{ id, name: first.ofName ?? "", since: first.movement.on, amount: promised ?? paidIn, paidIn, ...(hardship ? { hardship } : {}) }];
  });
}

/** What the fund paid for the firms of each area, beside what the area paid in and filled up. */
const refillsOf = (found: OwnRows["paidFor"], moved: readonly Moved[], promises: OwnMoney["promises"]): NonNullable<OwnMoney["refills"]> =>
  found.map(({ id, name, amount }) => {
    const hardship = promises.find((one) => one.id === id)?.hardship;
    return { id, name, paid: fen(amount), ...paidInOf(moved, id), ...(hardship ? { hardship } : {}) };
  });

/** Money was laid with the bank, and did not come back whole at the end of a cooperation since. */
const placedAt = (moved: readonly Moved[], id: string): boolean =>
  moved.findLast(({ movement: { reason, of, ended } }) => of === id && (reason === "placement" || ended === true))?.movement.reason === "placement";

const agreedSince = (on: LocalDate | undefined) => (on === undefined ? {} : { topUpAgreedOn: on });

export function ownMoneyOf(found: OwnRows, on: LocalDate): OwnMoney {
  const counted = (name: Count): Fen => fen(found.counted.find((row) => row.name === name)?.amount ?? ZERO);
  const moved = found.movements.map(movedOf);
  const promises = promisesOf(moved);
  return {
    banks: found.banks.map((row) => ({
      id: row.id,
      name: row.name,
      signedOn: row.signed_on as LocalDate,
      held: fen(row.held),
      placed: placedAt(moved, row.id),
      lent: fen(row.lent),
      ...completedOn(row, on),
      ...agreedSince(agreedOn(found.steps, row.id)),
    })),
    promises,
    refills: refillsOf(found.paidFor, moved, promises),
    capital: fen(found.capital[0]?.amount ?? ZERO),
    paid: counted("paid"),
    returned: counted("returned"),
  };
}
