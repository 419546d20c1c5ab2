/** What the fund would pay at most on an amount, by the very formula of the worker. */
import { type Computed, compute } from "../../../shared/fund/formula";
import { parseYuan } from "../../../shared/money";
import { schemeOf } from "../scheme";
import { today } from "./due";

/** `amount` in yuan as text, taken as wholly lost; null while it is no amount, or for a choice that covers nothing. */
export function coverage(schemeId: string, choice: string, amount: string | undefined): Computed | null {
  const read = parseYuan(amount ?? "");
  if (!read.ok || read.value <= 0) return null;
  const computed = compute(schemeOf(schemeId).compensation, { figures: { outstandingPrincipal: read.value }, choice }, today());
  return computed.ok ? computed.value : null;
}
