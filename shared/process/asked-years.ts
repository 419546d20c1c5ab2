/** Of which fiscal years a firm tells its figures: those of the papers that come by the year; where none does, of the latest complete one, by which it is sized. */
import { fiscalYearsAsked } from "../enterprise/statements";
import type { LocalDate } from "../local-date";
import { accept, type Outcome } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { AskedPaper } from "./procedure";

/** `young` where the firm has not existed for as long as the papers look back. */
export interface AskedYears {
  readonly years: readonly number[];
  readonly young: boolean;
}

export function askedYears(papers: readonly AskedPaper[], on: LocalDate, establishedOn?: LocalDate): Outcome<AskedYears> {
  const yearly = papers.find(({ years }) => years !== undefined)?.years;
  if (!yearly) return accept({ years: fiscalYearsAsked(on, establishedOn, 1).years, young: false });
  const span = valueOn(yearly, on);
  return span.ok ? accept(fiscalYearsAsked(on, establishedOn, span.value)) : span;
}
