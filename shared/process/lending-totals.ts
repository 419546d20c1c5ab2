/** What the records of a district add up beside a loan at hand, by the words of `Limit.counts`: of the firm, of its lender, its area and the whole fund. */
import { fundsOf } from "../fund/balances";
import { accountOf, type Chart, reasonOf } from "../fund/chart";
import type { LedgerView } from "../fund/ledger";
import { addYears, type LocalDate } from "../local-date";
import { type Fen, plus } from "../money";
import type { Facts } from "../rule/facts";

/** A loan that the firm was lent under the document. */
export interface LentLoan {
  readonly principal: Fen;
  readonly disbursedOn: LocalDate;
  readonly maturesOn: LocalDate;
  /** Neither repaid nor paid for by the fund. */
  readonly live: boolean;
  /** The day of the last repayment, where it is repaid. */
  readonly repaidOn?: LocalDate;
}

const principals = (loans: readonly LentLoan[]): Fen => plus(...loans.map(({ principal }) => principal));

/** The firm's own sums, without the loan at hand: live ones by original principal, all of them, and those of the year that ends with the new loan's day. */
export function firmTotals(loans: readonly LentLoan[], disbursedOn: LocalDate) {
  const since = addYears(disbursedOn, -1);
  return {
    enterpriseLive: principals(loans.filter(({ live }) => live)),
    enterpriseLifetime: principals(loans),
    enterpriseYear: principals(loans.filter((loan) => loan.disbursedOn > since && loan.disbursedOn <= disbursedOn)),
  };
}

/** From each disbursement to its end: the last repayment where it is repaid, its day of maturity where it is not. */
export const supportOf = (loans: readonly LentLoan[]): NonNullable<Facts["support"]> =>
  loans.map(({ disbursedOn, maturesOn, repaidOn }) => ({ from: disbursedOn, until: repaidOn ?? maturesOn }));

export interface Parties {
  readonly lenderId: string;
  /** Whose area the firm belongs to: the department that recommended it. */
  readonly areaId?: string;
  readonly enterpriseId?: string;
}

/** What a firm itself has paid in and not got back, where the document has firms pay in. */
function paidInBy(chart: Chart, view: LedgerView, enterpriseId: string | undefined): Fen {
  const own = (reasonOf(chart, "contribution")?.credits ?? []).filter((id) => accountOf(chart, id)?.per === "enterprise");
  return enterpriseId === undefined ? plus() : plus(...own.map((id) => view.balance(id, enterpriseId)));
}

/** What limits are shares or multiples of, read off the books by what each account of the chart holds. */
export function limitBases(chart: Chart, view: LedgerView, { lenderId, areaId, enterpriseId }: Parties) {
  const { cash } = fundsOf(chart, view);
  const kept = (per: "institution" | "area", holds: "cash" | "capital", of: string | undefined): Fen =>
    plus(...chart.accounts.filter((one) => one.per === per && one.holds === holds).map(({ id }) => (of ? view.balance(id, of) : plus())));
  const placed = chart.accounts.filter(({ holds }) => holds === "placed").map(({ id }) => view.balance(id));
  return {
    fundBalance: plus(cash, ...placed),
    poolMoney: cash,
    bankDeposit: kept("institution", "cash", lenderId),
    contributed: paidInBy(chart, view, enterpriseId),
    areaContribution: kept("area", "capital", areaId),
  };
}
