/** What a formula is asked with for one charged-off loan of the book, and which assumption stands in for each figure that the book lacks. */
import type { FormulaFacts } from "../../shared/fund/formula";
import { addYears, dateOf, type LocalDate, partsOf } from "../../shared/local-date";
import { type Fen, plus, splitByWeight, ZERO } from "../../shared/money";
import type { RunningSum, YearBy } from "../../shared/process/claim-sums";
import { valueOn } from "../../shared/rule/parameter";
import { type BookRow, CENTURY_TURNS } from "./rows";
import type { Variant } from "./variants";

/** Printed before any figure of the run. */
export const ASSUMPTIONS: readonly string[] = [
  "amounts are read as yuan, one to one",
  `a year of two digits is of 19xx from ${CENTURY_TURNS} on, of 20xx below`,
  "a document's numbers are those of its own time: the book is moved on by whole years until its first disbursement lies in the document's life; dates are told as the book has them",
  "outstanding principal: the charged-off principal; outstanding interest: none, the book has none",
  "loan amount: what was disbursed",
  "what a guarantor bears of a loss: the guaranteed part of what was approved; what the bank bears: the rest",
  "what a guarantor has paid first: the whole charged-off principal",
  "firm: every loan is a firm of its own, the book names none; lender: as the book names it",
  "a claim is received, decided and paid on the day of the charge-off; nothing else covered the loss, nothing comes back afterwards",
  "only the formula, the pause and the ceilings are asked, not who would have been let in",
];

export interface LostRow extends BookRow {
  readonly lost: NonNullable<BookRow["lost"]>;
}

/** In order of charge-off; on one day in the order of the book. */
export const lostRows = (rows: readonly BookRow[]): readonly LostRow[] =>
  rows.filter((row): row is LostRow => row.lost !== undefined).sort((a, b) => (a.lost.on < b.lost.on ? -1 : a.lost.on > b.lost.on ? 1 : 0));

/** How many years the book is moved so that its first disbursement is in the document's life. */
export function yearsMoved(rows: readonly BookRow[], from: LocalDate): number {
  const first = rows.reduce<LocalDate | undefined>((least, { disbursedOn }) => (least && least <= disbursedOn ? least : disbursedOn), undefined);
  if (!first) return 0;
  const years = partsOf(from).year - partsOf(first).year;
  return addYears(first, years) < from ? years + 1 : years;
}

export const moved = (on: LocalDate, years: number): LocalDate => addYears(on, years);

/** Running sums by lender and year, for formulas that are held against them. A firm of one loan has none before. */
export class LenderSums {
  readonly #lent = new Map<string, Fen>();
  readonly #paid = new Map<string, Fen>();

  constructor(
    rows: readonly BookRow[],
    readonly years: number,
  ) {
    for (const { lender, disbursedOn, principal } of rows) this.#add(this.#lent, lender, moved(disbursedOn, years), principal);
  }

  #add(sums: Map<string, Fen>, lender: string, on: LocalDate, amount: Fen): void {
    for (const key of [lender, `${lender}/${partsOf(on).year}`]) sums.set(key, plus(sums.get(key) ?? ZERO, amount));
  }

  paid(row: LostRow, on: LocalDate, amount: Fen): void {
    this.#add(this.#paid, row.lender, on, amount);
  }

  of(sum: RunningSum, lender: string, year: number | undefined): Fen {
    if (sum.of.includes("enterprise")) return ZERO;
    const key = year === undefined ? lender : `${lender}/${year}`;
    return (sum.what === "disbursed" ? this.#lent : this.#paid).get(key) ?? ZERO;
  }
}

/** A claim is received and paid on one day, so that only the loan's own year differs. */
const yearOf = (by: YearBy, on: LocalDate, disbursedOn: LocalDate): number => partsOf(by === "vintage" ? disbursedOn : on).year;

export function factsOf({ scheme, mode, choice }: Variant, row: LostRow, sums: LenderSums, on: LocalDate): FormulaFacts {
  const { principal } = row.lost;
  const disbursed = moved(row.disbursedOn, sums.years);
  const [guarantorLoss = ZERO, bankLoss = ZERO] = splitByWeight(principal, [row.guaranteed, row.unguaranteed]);
  const days: Record<string, LocalDate> = { disbursed, claimed: on, payment: on };
  const running: Record<string, Fen> = {};
  for (const sum of scheme.claim.sums ?? []) {
    const by = sum.year && valueOn(sum.year.by, on);
    const year = by?.ok ? yearOf(by.value, on, disbursed) : undefined;
    if (sum.year && year !== undefined) {
      const last = dateOf(year, 12, 31);
      days[sum.year.day] = last < on ? last : on;
    }
    running[sum.id] = sums.of(sum, row.lender, year);
  }
  const own = {
    loanAmount: row.principal,
    outstandingPrincipal: principal,
    outstandingInterest: ZERO,
    compensatedPrincipal: principal,
    guarantorLoss,
    bankLoss,
  };
  return { figures: { ...own, ...running }, days, ...(mode === undefined ? {} : { mode }), ...(choice === undefined ? {} : { choice }) };
}
