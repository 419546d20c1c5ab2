/** The figures of a firm's yearly statements, what they must agree on, and which fiscal years an application asks for (二（三）3). */
import { addYears, type LocalDate, partsOf } from "../local-date";
import { type Fen, minus, plus, yuan } from "../money";
import type { Refusal } from "../outcome";

/** Balance sheet, income statement, cash-flow statement, in the order of a yearly report. */
export const STATEMENT_FIGURES = [
  "cashOpening",
  "cashClosing",
  "assetsOpening",
  "assetsClosing",
  "liabilitiesClosing",
  "equityClosing",
  "revenue",
  "netProfit",
  "cashFlowOpening",
  "cashFlowNet",
  "cashFlowClosing",
] as const;
export type StatementFigure = (typeof STATEMENT_FIGURES)[number];
/** In fen; what is absent was not stated, which is not zero. */
export type StatementFigures = { readonly [figure in StatementFigure]?: Fen };

export interface StatementYear {
  /** The fiscal year, which is the calendar year (会计法 article 11). */
  readonly year: number;
  readonly figures: StatementFigures;
}

/** A disagreement: the refusal's code and figures (yuan text, `year`, `difference` = stated − expected) and the figure to look at as `field`. */
export interface Finding extends Refusal {
  readonly year: number;
  readonly field: StatementFigure;
}

type Code = "statement_unbalanced" | "statement_opening_mismatch" | "statement_cash_mismatch";

/** A comparison is made only where both sides are stated. */
function compare(
  code: Code,
  year: number,
  field: StatementFigure,
  stated: Fen | undefined,
  expected: Fen | undefined,
  more: StatementFigures = {},
): Finding[] {
  if (stated === undefined || expected === undefined || stated === expected) return [];
  const parts = Object.entries(more).map(([name, amount]) => [name, yuan(amount)]);
  const figures = {
    year: String(year),
    stated: yuan(stated),
    expected: yuan(expected),
    difference: yuan(minus(stated, expected)),
    ...Object.fromEntries(parts),
  };
  return [{ code, year, field, figures }];
}

const sum = (a: Fen | undefined, b: Fen | undefined) => (a === undefined || b === undefined ? undefined : plus(a, b));

function withinYear({ year, figures }: StatementYear): Finding[] {
  const { assetsClosing, liabilitiesClosing, equityClosing, cashFlowOpening, cashFlowNet, cashFlowClosing, cashOpening, cashClosing } = figures;
  const owed = sum(liabilitiesClosing, equityClosing);
  const bridged = sum(cashFlowOpening, cashFlowNet);
  return [
    ...compare("statement_unbalanced", year, "assetsClosing", assetsClosing, owed, owed === undefined ? {} : { liabilitiesClosing, equityClosing }),
    ...compare(
      "statement_cash_mismatch",
      year,
      "cashFlowClosing",
      cashFlowClosing,
      bridged,
      bridged === undefined ? {} : { cashFlowOpening, cashFlowNet },
    ),
    ...compare("statement_cash_mismatch", year, "cashClosing", cashClosing, cashFlowClosing),
    ...compare("statement_cash_mismatch", year, "cashOpening", cashOpening, cashFlowOpening),
  ];
}

function acrossYears(before: StatementYear, after: StatementYear): Finding[] {
  const [last, now] = [before.figures, after.figures];
  return [
    ...compare("statement_opening_mismatch", after.year, "assetsOpening", now.assetsOpening, last.assetsClosing),
    ...compare("statement_opening_mismatch", after.year, "cashOpening", now.cashOpening, last.cashClosing),
    ...compare("statement_opening_mismatch", after.year, "cashFlowOpening", now.cashFlowOpening, last.cashFlowClosing),
  ];
}

/**
 * Every disagreement, by year: assets = liabilities + equity; each opening = the closing of the year before, where that year is given;
 * opening cash + net increase = closing cash, and both ends = cash on the balance sheet. Exact to the fen; findings inform, they do not refuse.
 */
export function checkStatements(years: readonly StatementYear[]): Finding[] {
  const inOrder = [...years].sort((a, b) => a.year - b.year);
  return inOrder.flatMap((year) => {
    const before = inOrder.find((other) => other.year === year.year - 1);
    return [...withinYear(year), ...(before ? acrossYears(before, year) : [])];
  });
}

/**
 * The latest complete fiscal years before the application, oldest first (reading YQ-A23). `young` where the firm has existed for less than
 * that many years: the years before its founding are not asked for, and the case goes to manual review (reading YQ-A24).
 */
export function fiscalYearsAsked(applicationDate: LocalDate, establishedOn?: LocalDate, years = 2): { years: number[]; young: boolean } {
  const thisYear = partsOf(applicationDate).year;
  const asked = Array.from({ length: years }, (_, at) => thisYear - years + at);
  if (establishedOn === undefined) return { years: asked, young: false };
  const founded = partsOf(establishedOn).year;
  return { years: asked.filter((year) => year >= founded), young: addYears(establishedOn, years) > applicationDate };
}
