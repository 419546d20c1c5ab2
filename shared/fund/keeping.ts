/** Keeping a fund until it is needed: where its money may be placed, and what the keeper may charge against what it earns. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";

export interface PlacementRules {
  /** Kinds that are safe, and kinds that the document forbids by name. What is on neither list is not allowed either. */
  readonly allowed: Parameter<readonly string[]>;
  readonly forbidden: Parameter<readonly string[]>;
  readonly cites: Citation;
  readonly forbiddenCites: Citation;
}

/** Refuses `invest_forbidden` by name, `invest_type` for what is on no list, `fund_insufficient` where too little would stay for what is owed. */
export function mayPlace(
  rules: PlacementRules,
  placement: { readonly kind: string; readonly amount: Fen },
  cash: Fen,
  owed: Fen,
  on: LocalDate,
): Outcome<true> {
  const allowed = valueOn(rules.allowed, on);
  const forbidden = valueOn(rules.forbidden, on);
  if (!allowed.ok) return allowed;
  if (!forbidden.ok) return forbidden;
  const { kind, amount } = placement;
  if (forbidden.value.includes(kind)) return refuse("invest_forbidden", { given: kind }, rules.forbiddenCites, "product");
  if (!allowed.value.includes(kind)) return refuse("invest_type", { given: kind.slice(0, 40) }, rules.cites, "product");
  if (amount <= ZERO) return refuse("amount_invalid", { given: yuan(amount) }, rules.cites, "amount");
  const free = minus(cash, lesser(cash, owed));
  return amount > free ? refuse("fund_insufficient", { asked: yuan(amount), available: yuan(free) }, rules.cites, "amount") : accept(true);
}

export interface KeepingFeeRules {
  /** Share of a year's whole income. */
  readonly ratio: Parameter<Ratio>;
  /** `ceiling`: costs as they arose, up to it; `flat`: the whole share. */
  readonly mode: Parameter<"ceiling" | "flat">;
  /** Costs that the share has to carry besides, by our words, e.g. `audit`. */
  readonly carries: readonly string[];
  readonly cites: Citation;
  readonly carriesCites: Citation;
}

export interface KeepingFee {
  /** The most that may be charged for the year, costs of all kinds together. */
  readonly cap: Fen;
  /** What is left of it for other costs beside those that it has to carry. */
  readonly otherCap: Fen;
}

/** A year without income, or with a loss, carries nothing; a cap rounds down. Refuses `audit_cost_outside` where the costs to carry are already above it. */
export function keepingFee(rules: KeepingFeeRules, income: Fen, carried: Fen, on: LocalDate): Outcome<KeepingFee> {
  const ratio = valueOn(rules.ratio, on);
  if (!ratio.ok) return ratio;
  if (carried < 0) return refuse("amount_invalid", { given: yuan(carried) }, rules.carriesCites);
  const cap = income > ZERO ? timesRatio(income, ratio.value, "floor") : ZERO;
  return carried > cap
    ? refuse("audit_cost_outside", { costs: yuan(carried), limit: yuan(cap) }, rules.carriesCites)
    : accept({ cap, otherCap: minus(cap, carried) });
}

/** What is charged for a year. Refuses `mgmt_fee_over` above the cap; where the share is flat, it is the share. */
export function chargeFee(rules: KeepingFeeRules, income: Fen, costs: { readonly carried: Fen; readonly other: Fen }, on: LocalDate): Outcome<Fen> {
  const mode = valueOn(rules.mode, on);
  const fee = keepingFee(rules, income, costs.carried, on);
  if (!mode.ok) return mode;
  if (!fee.ok) return fee;
  if (mode.value === "flat") return accept(fee.value.cap);
  return costs.other > fee.value.otherCap
    ? refuse("mgmt_fee_over", { costs: yuan(plus(costs.carried, costs.other)), limit: yuan(fee.value.cap) }, rules.cites)
    : accept(plus(costs.carried, costs.other));
}
