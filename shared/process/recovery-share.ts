/** How recovered money is shared: the fund's part by its ratio, never more than it paid; costs first where the document says so. */

import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, split, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { RecoveryRules, ReturnMethod } from "./claim-rules";

export interface Recovered {
  readonly ratio: Ratio;
  readonly paid: Fen;
  readonly returned: Fen;
  readonly recovered: Fen;
  readonly costs: Fen;
}

export interface Shared {
  readonly toPool: Fen;
  /** All that is recovered and not the fund's; its own costs come out of this. */
  readonly toInstitution: Fen;
  readonly outstandingAfter: Fen;
  /** Costs that this money could not bear. */
  readonly costsLeft: Fen;
}

/** What costs take before the ratio and after it: all before, none, or all from the fund's own part. */
const costsBy = (method: ReturnMethod, costs: Fen, recovered: Fen): { readonly before: Fen; readonly after: Fen } =>
  method === "gross"
    ? { before: ZERO, after: ZERO }
    : method === "ratio_then_cost"
      ? { before: ZERO, after: costs }
      : { before: lesser(costs, recovered), after: ZERO };

/** Largest remainder with the fund named first, so half a fen is the fund's. Refuses `amount_invalid` for anything below zero, `return_over_paid` when more came back than was paid. */
export function shareRecovered(rules: RecoveryRules["returns"], given: Recovered, on: LocalDate): Outcome<Shared> {
  const { ratio, paid, returned, recovered, costs } = given;
  if ([paid, returned, recovered, costs].some((one) => one < 0)) return refuse("amount_invalid", { given: yuan(recovered) }, rules.cites);
  if (returned > paid) return refuse("return_over_paid", { returned: yuan(returned), paid: yuan(paid) }, rules.cites);
  const method = valueOn(rules.method, on);
  const capped = valueOn(rules.capAtPaid, on);
  if (!method.ok) return method;
  if (!capped.ok) return capped;
  const { before, after } = costsBy(method.value, costs, recovered);
  const net = minus(recovered, before);
  const [byRatio = ZERO] = split(net, [ratio, new Decimal(1).minus(ratio).toFixed()]);
  const part = method.value === "fund_first" ? net : minus(byRatio, lesser(after, byRatio));
  const most = minus(paid, returned);
  const toPool = capped.value || method.value === "fund_first" ? lesser(part, most) : part;
  return accept({
    toPool,
    toInstitution: minus(recovered, toPool),
    outstandingAfter: minus(paid, lesser(paid, plus(returned, toPool))),
    costsLeft: method.value === "gross" ? ZERO : minus(costs, plus(before, lesser(after, byRatio))),
  });
}

/** One cost that comes off what was recovered, with its voucher. */
export interface Cost {
  readonly kind: string;
  readonly amount: Fen;
  readonly voucherNo: string;
}

/** Do the vouchers bear out the costs? Refuses `costs_without_voucher`, `cost_type` for a kind that the document does not let come off, `amount_mismatch`. */
export function vouched(rules: RecoveryRules["returns"], costs: Fen, items: readonly Cost[], on: LocalDate): Outcome<true> {
  if (!rules.costs || costs === ZERO) return accept(true);
  const kinds = valueOn(rules.costs, on);
  if (!kinds.ok) return kinds;
  if (items.length === 0 || items.some((item) => item.voucherNo.trim() === "")) return refuse("costs_without_voucher", {}, rules.cites, "costs");
  const strange = items.find((item) => !kinds.value.includes(item.kind));
  if (strange) return refuse("cost_type", { given: strange.kind.slice(0, 40), allowed: kinds.value.join("、") }, rules.cites, "costs");
  const sum = plus(...items.map((item) => item.amount));
  return sum === costs ? accept(true) : refuse("amount_mismatch", { given: yuan(costs), sum: yuan(sum) }, rules.cites, "costs");
}

/** Costs of earlier receipts that their own money could not bear. */
export const carriedCosts = (receipts: readonly { readonly amount: Fen; readonly costs: Fen }[]): Fen =>
  receipts.reduce<Fen>((carried, { amount, costs }) => {
    const owed = plus(carried, costs);
    return minus(owed, lesser(owed, amount));
  }, ZERO);
