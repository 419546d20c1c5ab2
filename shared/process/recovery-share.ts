/** How recovered money is shared: the fund's part by its ratio, never more than it paid; costs first where the document says so. */

import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, split, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { RecoveryRules } from "./claim-rules";

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

/** Largest remainder with the fund named first, so half a fen is the fund's. Refuses `amount_invalid` for anything below zero, `return_over_paid` when more came back than was paid. */
export function shareRecovered(rules: RecoveryRules["returns"], given: Recovered, on: LocalDate): Outcome<Shared> {
  const { ratio, paid, returned, recovered, costs } = given;
  if ([paid, returned, recovered, costs].some((one) => one < 0)) return refuse("amount_invalid", { given: yuan(recovered) }, rules.cites);
  if (returned > paid) return refuse("return_over_paid", { returned: yuan(returned), paid: yuan(paid) }, rules.cites);
  const method = valueOn(rules.method, on);
  const capped = valueOn(rules.capAtPaid, on);
  if (!method.ok) return method;
  if (!capped.ok) return capped;
  const borne = method.value === "gross" ? ZERO : lesser(costs, recovered);
  const [part = ZERO] = split(minus(recovered, borne), [ratio, new Decimal(1).minus(ratio).toFixed()]);
  const toPool = capped.value ? lesser(part, minus(paid, returned)) : part;
  return accept({
    toPool,
    toInstitution: minus(recovered, toPool),
    outstandingAfter: minus(paid, lesser(paid, plus(returned, toPool))),
    costsLeft: method.value === "gross" ? ZERO : minus(costs, borne),
  });
}
