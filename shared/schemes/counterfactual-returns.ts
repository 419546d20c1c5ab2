/** What would have come back of a payment under another reading: receipt after receipt, by the fund's ratio or among all who bore the loss. */
import { bearLoss, type LossRules, partOf, shareBack } from "../fund/sharing";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, ZERO } from "../money";
import type { FileRecorded } from "../process/loan-file";
import { carriedCosts, shareRecovered } from "../process/recovery-share";
import { valueOn } from "../rule/parameter";
import type { Scheme } from "./scheme";

/** A payment by one of the two readings. */
export interface Side {
  readonly scheme: Scheme;
  readonly paid: Fen;
  readonly paidOn: LocalDate;
  readonly ratio: Ratio;
  /** The whole loss on the day of payment. */
  readonly loss: Fen;
}

type Money = { readonly amount: Fen; readonly costs: Fen };

function partOfFund({ scheme, ratio, paid, paidOn, loss }: Side, shares: LossRules | undefined, money: Money, before: readonly Money[], due: Fen) {
  const { returns } = scheme.recovery;
  return (on: LocalDate): Fen | undefined => {
    const out = minus(paid, lesser(paid, due));
    if (!shares) {
      const shared = shareRecovered(returns, { ratio, paid: out, returned: ZERO, recovered: money.amount, costs: money.costs }, on);
      return shared.ok ? shared.value.toPool : undefined;
    }
    const capped = valueOn(returns.capAtPaid, on);
    const borne = bearLoss(shares, loss, paid, paidOn, { paid });
    if (!capped.ok || !borne.ok) return undefined;
    const given = { recovered: money.amount, costs: money.costs, carried: carriedCosts(before), borne: borne.value.borne };
    const shared = shareBack(shares.bearing, given, on);
    if (!shared.ok) return undefined;
    const part = partOf(shared.value.parts, shares.fund);
    return capped.value ? lesser(part, out) : part;
  };
}

/** The fund's part of all that came in; undefined where the records do not suffice. */
export function returned(side: Side, events: readonly FileRecorded[]): Fen | undefined {
  const { returns } = side.scheme.recovery;
  let due = ZERO;
  const before: Money[] = [];
  for (const { event, occurredOn } of events) {
    if (event.type !== "money_recovered") continue;
    const comesBack = returns.enabled ? valueOn(returns.enabled, occurredOn) : undefined;
    if (comesBack && !comesBack.ok) return undefined;
    if (comesBack?.value !== false) {
      const part = partOfFund(side, returns.shares, event.receipt, before, due)(occurredOn);
      if (part === undefined) return undefined;
      due = plus(due, part);
    }
    before.push(event.receipt);
  }
  return due;
}
