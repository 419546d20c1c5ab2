/** The pause and the restart of a fund as a replayable state machine, asked on every posting; with a forecast of when the pause would come. */
import { Decimal } from "decimal.js";
import type { Citation } from "../citation";
import { addDays, type LocalDate } from "../local-date";
import { type Fen, fen, minus, plus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import { accept, type Figures, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import { fundsOf } from "./balances";
import type { Chart } from "./chart";
import type { LedgerView } from "./ledger";

/** `gross_then_balance`: all that was ever paid until the first pause, afterwards what is left in the fund. */
export type PauseBasis = "gross_then_balance" | "net" | "gross";

/** Steps to a loan that a pause may stop, by their kind. */
export type NewBusiness = "check" | "ballot" | "push" | "loan";

export interface BreakerRules {
  /** The fund's whole size, in fen. */
  readonly size: Parameter<number>;
  readonly pause: {
    /** The line in fen; absent where it is a share of what the fund holds. */
    readonly at?: Parameter<number>;
    /** The line as a share of what was paid in for good, or of what there is now. */
    readonly share?: { readonly ratio: Parameter<Ratio>; readonly of: Parameter<"capital" | "balance"> };
    readonly basis: Parameter<PauseBasis>;
    readonly includesSubsidy: Parameter<boolean>;
    /** What stops: new business only, or payments as well. */
    readonly scope: Parameter<"all" | "new_business">;
    /** What new business is: the steps that nobody takes meanwhile. */
    readonly stops: readonly NewBusiness[];
    /** Whether a paper of the government lets one payment through. */
    readonly override: Parameter<boolean>;
    /** The payment that reaches the threshold: paid whole, or held back. */
    readonly crossing: Parameter<"whole" | "hold">;
    readonly cites: Citation;
  };
  /** An amount that is there again; absent `at`, as soon as the measure is below the line of the pause. */
  readonly restart: { readonly at?: Parameter<number>; readonly measure?: Parameter<"account+quota" | "account">; readonly cites: Citation };
}

/** `epoch` counts the fund's lives: 1 until its first restart. */
export interface BreakerState {
  readonly state: "ACTIVE" | "PAUSED";
  readonly epoch: number;
  /** The day of the last change, where it was read. */
  readonly since?: LocalDate;
}
export const RUNNING: BreakerState = { state: "ACTIVE", epoch: 1 };

/** What the breaker looks at after a posting. */
export interface Measures {
  readonly paid: Fen;
  readonly subsidised: Fen;
  readonly returned: Fen;
  readonly cash: Fen;
  readonly available: Fen;
  /** Paid in for good; nothing where the chart names no such account. */
  readonly capital?: Fen;
}

export interface BreakerChange {
  readonly to: BreakerState["state"];
  readonly epoch: number;
  readonly on: LocalDate;
  readonly figures: Figures;
  readonly cites: Citation;
}

export const measuresOf = (chart: Chart, view: LedgerView): Measures => {
  const { cash, available } = fundsOf(chart, view);
  const capital = plus(...chart.accounts.filter((account) => account.holds === "capital").map((account) => view.balance(account.id)));
  return { capital, paid: view.count("paid"), subsidised: view.count("subsidised"), returned: view.count("returned"), cash, available };
};

/** The line at which the fund pauses: an amount, or a share that rounds up to the first fen that reaches it. */
export function pauseLine(rules: BreakerRules, measures: Measures, on: LocalDate): Outcome<Fen> {
  const { at, share } = rules.pause;
  if (at) {
    const line = valueOn(at, on);
    return line.ok ? accept(fen(line.value)) : line;
  }
  if (!share) throw new RangeError("a pause has an amount or a share");
  const ratio = valueOn(share.ratio, on);
  const of = valueOn(share.of, on);
  if (!ratio.ok) return ratio;
  if (!of.ok) return of;
  return accept(timesRatio(of.value === "capital" ? (measures.capital ?? ZERO) : measures.available, ratio.value, "ceil"));
}

/** How far the fund is from its pause, measured as the document is read on the day and in the epoch; nothing or less means that it pauses. */
function untilPause(rules: BreakerRules, epoch: number, measures: Measures, on: LocalDate): Outcome<Fen> {
  const [size, at, basis, subsidy] = [
    valueOn(rules.size, on),
    pauseLine(rules, measures, on),
    valueOn(rules.pause.basis, on),
    valueOn(rules.pause.includesSubsidy, on),
  ];
  if (!size.ok) return size;
  if (!at.ok) return at;
  if (!basis.ok) return basis;
  if (!subsidy.ok) return subsidy;
  if (basis.value === "gross_then_balance" && epoch > 1) return accept(minus(measures.available, minus(fen(size.value), fen(at.value))));
  const gross = plus(measures.paid, subsidy.value ? measures.subsidised : ZERO);
  return accept(minus(fen(at.value), basis.value === "net" ? minus(gross, measures.returned) : gross));
}

function restarts(rules: BreakerRules, epoch: number, measures: Measures, on: LocalDate): Outcome<boolean> {
  if (!rules.restart.at || !rules.restart.measure) {
    const left = untilPause(rules, epoch, measures, on);
    return left.ok ? accept(left.value > ZERO) : left;
  }
  const at = valueOn(rules.restart.at, on);
  const measure = valueOn(rules.restart.measure, on);
  if (!at.ok) return at;
  if (!measure.ok) return measure;
  return accept((measure.value === "account" ? measures.cash : measures.available) >= at.value);
}

/** One posting later: each of pause and restart happens at most once, in the order in which the state allows them, and each is logged. */
export function stepBreaker(
  rules: BreakerRules,
  before: BreakerState,
  measures: Measures,
  on: LocalDate,
): Outcome<{ readonly state: BreakerState; readonly changes: readonly BreakerChange[] }> {
  // written out only for a change: most of a million postings bring none
  const figures = (): Figures => ({ paid: yuan(measures.paid), returned: yuan(measures.returned), available: yuan(measures.available) });
  const changes: BreakerChange[] = [];
  let state = before;
  const order = before.state === "ACTIVE" ? (["PAUSED", "ACTIVE"] as const) : (["ACTIVE", "PAUSED"] as const);
  for (const to of order) {
    if (state.state === to) continue;
    if (to === "PAUSED") {
      const left = untilPause(rules, state.epoch, measures, on);
      if (!left.ok) return left;
      if (left.value > ZERO) continue;
      state = { state: to, epoch: state.epoch };
    } else {
      const again = restarts(rules, state.epoch, measures, on);
      if (!again.ok) return again;
      if (!again.value) continue;
      state = { state: to, epoch: state.epoch + 1 };
    }
    changes.push({ to, epoch: state.epoch, on, figures: figures(), cites: to === "PAUSED" ? rules.pause.cites : rules.restart.cites });
  }
  return accept({ state, changes });
}

/** May this go on while the fund stands as it does? `on` is the day of the step; what was done before the pause is running business. Refuses `scheme_paused`; a paper of the government lets one payment through where the document is read so. */
export function mayGoOn(
  rules: BreakerRules | undefined,
  state: BreakerState,
  what: NewBusiness | "payment",
  on: LocalDate,
  governmentDocument?: string,
): Outcome<true> {
  if (!rules || state.state === "ACTIVE") return accept(true);
  const paused = refuse("scheme_paused", { epoch: String(state.epoch), ...(state.since ? { pausedOn: state.since } : {}) }, rules.pause.cites);
  if (what !== "payment") return rules.pause.stops.includes(what) && on >= (state.since ?? on) ? paused : accept(true);
  const scope = valueOn(rules.pause.scope, on);
  const override = valueOn(rules.pause.override, on);
  if (!scope.ok) return scope;
  if (!override.ok) return override;
  return scope.value === "new_business" || (override.value && governmentDocument?.trim()) ? accept(true) : paused;
}

/** Whether a payment would bring the pause by itself and is to wait for that; the default pays it whole. */
export function mayCross(rules: BreakerRules | undefined, state: BreakerState, measures: Measures, asked: Fen, on: LocalDate): Outcome<true> {
  if (!rules || state.state === "PAUSED") return accept(true);
  const crossing = valueOn(rules.pause.crossing, on);
  if (!crossing.ok) return crossing;
  if (crossing.value === "whole") return accept(true);
  const after = { ...measures, paid: plus(measures.paid, asked), available: minus(measures.available, asked) };
  const left = untilPause(rules, state.epoch, after, on);
  if (!left.ok) return left;
  return left.value > ZERO ? accept(true) : refuse("scheme_paused", { asked: yuan(asked) }, rules.pause.cites);
}

export interface Forecast {
  /** What may still be paid before the pause. */
  readonly left: Fen;
  /** Whole days until then at the pace of the days looked back over, and the day; absent where nothing is being paid. */
  readonly days?: number;
  readonly on?: LocalDate;
}

/** At this pace the pause comes in so many days. `moved` is what went out, less what came back where the basis counts it, in the last `overDays` days. */
export function forecast(
  rules: BreakerRules,
  state: BreakerState,
  measures: Measures,
  pace: { readonly paid: Fen; readonly returned: Fen; readonly overDays: number },
  on: LocalDate,
): Outcome<Forecast> {
  if (state.state === "PAUSED") return accept({ left: ZERO, days: 0, on });
  const left = untilPause(rules, state.epoch, measures, on);
  const basis = valueOn(rules.pause.basis, on);
  if (!left.ok) return left;
  if (!basis.ok) return basis;
  const counted = basis.value === "net" || (basis.value === "gross_then_balance" && state.epoch > 1);
  const moved = counted ? minus(pace.paid, pace.returned) : pace.paid;
  if (moved <= ZERO || pace.overDays <= 0) return accept({ left: left.value });
  const days = new Decimal(left.value).times(pace.overDays).div(moved).ceil().toNumber();
  return accept({ left: left.value, days, on: addDays(on, days) });
}
