/** The facts that the rules ask of a loan and of those who make it, as the records show them on its day. */
import type { LedgerView } from "../../shared/fund/ledger";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { firmTotals, type LentLoan, limitBases, supportOf } from "../../shared/process/lending-totals";
import { institutionStanding } from "../../shared/process/sanction";
import type { Facts, PartnerFacts } from "../../shared/rule/facts";
import type { Scheme } from "../../shared/schemes/scheme";
import { type MeasureRow, sanctionOf } from "../sanction/store";
import type { AgreementRow, OwedRow, PartnerRow, Seen } from "./lending-store";

/** The agreement that the day falls into, else the last one before it; in force from its signing, however early it says it began. */
function agreementOf(rows: readonly AgreementRow[], orgId: string, on: LocalDate): Pick<PartnerFacts, "agreementFrom" | "agreementUntil"> {
  const own = rows
    .filter((row) => row.org_id === orgId)
    .map((row) => ({ from: row.signed_on > row.valid_from ? row.signed_on : row.valid_from, until: row.valid_until }));
  const fits = own.find(({ from, until }) => from <= on && on <= until) ?? own.at(-1);
  return fits ? { agreementFrom: fits.from as LocalDate, agreementUntil: fits.until as LocalDate } : {};
}

export interface StandingFound {
  readonly agreements: readonly AgreementRow[];
  readonly measures: readonly MeasureRow[];
}

/** A partner as the records show it on the loan's day. */
export function partnerFacts(scheme: Scheme, row: PartnerRow, on: LocalDate, { agreements, measures }: StandingFound): PartnerFacts {
  const against = measures.filter((one) => one.org_id === row.id).map(sanctionOf);
  const ended = against.find((one) => institutionStanding(scheme.sanctions, [one], on).terminated);
  return {
    kind: row.kind,
    ...(row.region ? { region: row.region } : {}),
    marks: JSON.parse(row.marks) as string[],
    ...agreementOf(agreements, row.id, on),
    ...(ended ? { terminatedOn: ended.on } : {}),
  };
}

export interface SumsFound {
  readonly lent: readonly LentLoan[];
  readonly owed: OwedRow;
  readonly view: LedgerView;
}

/** Running sums without the loan at hand, by the words of `Limit.counts`, what they are measured by, and the firm's earlier support. */
export function sumFacts(
  scheme: Scheme,
  { lent, owed, view }: SumsFound,
  loan: { readonly disbursedOn: LocalDate; readonly lenderId: string; readonly areaId?: string },
): Pick<Facts, "totals" | "support"> {
  return {
    support: supportOf(lent),
    totals: {
      ...firmTotals(lent, loan.disbursedOn),
      fundOutstanding: fen(owed.fund),
      lenderOutstanding: fen(owed.lender),
      areaOutstanding: fen(owed.area),
      ...limitBases(scheme.fund.chart, view, loan),
    },
  };
}

/** Whose sums the document limits beside the firm's. */
export const limitedOf = ({ limits = [] }: Pick<Scheme, "limits">): Seen["limited"] => [
  ...new Set(limits.flatMap(({ of }) => (of === "fund" || of === "institution" || of === "area" ? [of] : []))),
];
