/** A limit on loans that are added up: of one loan, one firm, one institution, one area or the whole fund; hard, or departed from with a paper. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, fen, plus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { RefusalCode } from "../refusal-code";
import { type Parameter, valueOn } from "./parameter";
import type { Answer, Rule } from "./rule";

/** `hard` refuses; `exception` warns and asks for the paper that allows it; `warn` only tells (reading G-07). */
export type LimitMode = "hard" | "exception" | "warn";

export interface Limit {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  /** Whose loans are added up. */
  readonly of: "loan" | "enterprise" | "institution" | "area" | "fund";
  /** The running sum in `Facts.totals` to which the loan is added; absent for a limit on the single loan. */
  readonly counts?: string | Parameter<string>;
  /** An amount in fen, or so many times a base, e.g. the fund's size; the base's amount comes with the question. */
  readonly at:
    | { readonly amount: Parameter<number> }
    | { readonly times: Parameter<Ratio>; readonly base: string | Parameter<string>; readonly size?: Parameter<number> };
  readonly mode: LimitMode | Parameter<LimitMode>;
  /** The word of the refusal or the warning. */
  readonly code: RefusalCode;
}

export interface WithinLimit {
  readonly limit: Fen;
  readonly totalAfter: Fen;
  /** Over what holds as a rule; `needsPaper` where it may only go on with one. */
  readonly warning?: Refusal;
  readonly needsPaper: boolean;
}

/** How a sum stands to its limit. Inclusive, as everywhere (reading G-06). */
const standsTo = (top: Fen, totalAfter: Fen, mode: LimitMode, paper: string | undefined): "within" | "over" | "needs_paper" | "allowed" => {
  if (totalAfter <= top) return "within";
  if (mode === "hard") return "over";
  return mode === "exception" && !paper?.trim() ? "needs_paper" : "allowed";
};

const figuresOf = (top: Fen, totalAfter: Fen) => ({ totalAfter: yuan(totalAfter), limit: yuan(top) });

/** The limit in fen on a day; a share of a base is a cap and rounds down. Refuses `fact_missing` where nobody knows the base. */
export function limitOn(limit: Limit, bases: Readonly<Record<string, Fen>>, on: LocalDate): Outcome<Fen> {
  const { at } = limit;
  if ("amount" in at) {
    const amount = valueOn(at.amount, on);
    return amount.ok ? accept(fen(amount.value)) : amount;
  }
  const times = valueOn(at.times, on);
  const base: Outcome<string> = typeof at.base === "string" ? accept(at.base) : valueOn(at.base, on);
  if (!times.ok) return times;
  if (!base.ok) return base;
  const given = bases[base.value];
  const size: Outcome<number | undefined> = given === undefined && at.size ? valueOn(at.size, on) : accept(given);
  if (!size.ok) return size;
  return size.value === undefined
    ? refuse("fact_missing", { figure: base.value }, limit.cites)
    : accept(timesRatio(fen(size.value), times.value, "floor"));
}

/** Does one more loan stay within it? `bases` are the amounts that a share is taken of; the parameter's own where not given. Refuses the limit's code. */
export function withinLimit(
  limit: Limit,
  already: Fen,
  more: Fen,
  bases: Readonly<Record<string, Fen>>,
  on: LocalDate,
  paper?: string,
): Outcome<WithinLimit> {
  const top = limitOn(limit, bases, on);
  const mode: Outcome<LimitMode> = typeof limit.mode === "string" ? accept(limit.mode) : valueOn(limit.mode, on);
  if (!top.ok) return top;
  if (!mode.ok) return mode;
  if (already < 0 || more < 0) return refuse("amount_invalid", { given: yuan(more) }, limit.cites);
  const totalAfter = plus(already, more);
  const stands = standsTo(top.value, totalAfter, mode.value, paper);
  const figures = figuresOf(top.value, totalAfter);
  if (stands === "over") return refuse(limit.code, figures, limit.cites);
  const base = { limit: top.value, totalAfter, needsPaper: stands === "needs_paper" };
  return accept(stands === "within" ? base : { ...base, warning: { code: limit.code, figures, cites: limit.cites } });
}

const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });

/** The limit as a question of the rules: asked of a loan with the running sums of the day. A departure without its paper is `exception_missing`. */
export const loanWithin =
  (limit: Limit): Rule["test"] =>
  ({ loan, totals }, value) => {
    if (!loan) return missing("loan");
    const counts = typeof limit.counts === "object" ? value(limit.counts) : limit.counts;
    const already = counts === undefined ? ZERO : totals?.[counts];
    if (already === undefined) return missing(`totals.${counts}`);
    const { at } = limit;
    const named = "amount" in at ? "" : typeof at.base === "string" ? at.base : value(at.base);
    const base = "amount" in at ? ZERO : (totals?.[named] ?? (at.size ? fen(value(at.size)) : undefined));
    if (base === undefined) return missing(`totals.${named}`);
    const top = "amount" in at ? fen(value(at.amount)) : timesRatio(base, value(at.times), "floor");
    const totalAfter = plus(already, loan.principal);
    const figures = figuresOf(top, totalAfter);
    switch (standsTo(top, totalAfter, typeof limit.mode === "string" ? limit.mode : value(limit.mode), loan.exceptions?.[limit.id])) {
      case "within":
        return { verdict: "met", figures };
      case "over":
        return { verdict: "unmet", code: limit.code, figures, field: "principal" };
      case "needs_paper":
        return { verdict: "missing", code: "exception_missing", figures: { ...figures, limitId: limit.id }, field: `exceptions.${limit.id}` };
      case "allowed":
        return { verdict: "warning", code: limit.code, figures, field: "principal" };
    }
  };
