/** How a fund stands towards its pause, for its readers: the lines, what the pause is measured on in this life of the fund, and when it would come at this pace. */
import { addDays, type LocalDate } from "../local-date";
import { type Fen, fen } from "../money";
import { accept, type Outcome } from "../outcome";
import { valueOn } from "../rule/parameter";
import { type BreakerRules, type BreakerState, type Forecast, forecast, type Measures, pauseLine } from "./breaker";
import type { Chart } from "./chart";
import { type LedgerDay, paceOver } from "./report";

/** How many days a pace is looked back over. */
export const PACE_DAYS = 180;

export interface Outlook {
  readonly pauseAt: Fen;
  readonly restartAt: Fen;
  /** All that was paid, that less what came back, or what is left in the fund. */
  readonly basis: "gross" | "net" | "balance";
  readonly forecast: Forecast;
  readonly overDays: number;
}

/** Refuses `parameter_not_in_force`. */
export function outlookOf(
  rules: BreakerRules,
  state: BreakerState,
  measures: Measures,
  book: { readonly chart: Chart; readonly days: readonly LedgerDay[] },
  on: LocalDate,
): Outcome<Outlook> {
  const [pauseAt, named, subsidy] = [pauseLine(rules, measures, on), valueOn(rules.pause.basis, on), valueOn(rules.pause.includesSubsidy, on)];
  if (!pauseAt.ok) return pauseAt;
  if (!named.ok) return named;
  if (!subsidy.ok) return subsidy;
  const restart = rules.restart.at ? valueOn(rules.restart.at, on) : pauseAt;
  if (!restart.ok) return restart;
  const basis = named.value !== "gross_then_balance" ? named.value : state.epoch > 1 ? "balance" : "gross";
  // a subsidy takes from what is left, whether or not the document counts it as paid
  const pace = paceOver(book.chart, book.days, addDays(on, 1 - PACE_DAYS), subsidy.value || basis === "balance");
  const told = forecast(rules, state, measures, { ...pace, overDays: PACE_DAYS }, on);
  if (!told.ok) return told;
  return accept({ pauseAt: pauseAt.value, restartAt: fen(restart.value), basis, forecast: told.value, overDays: PACE_DAYS });
}
