/** Money that came back, shared among all who bore the loss and not with the fund alone. */
import { bearLoss, type LossRules, partOf, shareBack } from "../fund/sharing";
import type { LocalDate } from "../local-date";
import { lesser } from "../money";
import { accept, type Outcome } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { RecoveryRules } from "./claim-rules";
import type { Claim } from "./claim-state";
import { carriedCosts } from "./recovery-share";
import { type Receipt, type Recovery, type RecoveryEvent, stillOut } from "./recovery-state";

/** The money among all who bore the loss; what would bring the fund more than it paid stays with the payee. */
export function amongAll(
  rules: RecoveryRules["returns"],
  loss: LossRules,
  { claim, recovery, paid }: { readonly claim: Claim; readonly recovery: Recovery; readonly paid: NonNullable<Claim["paid"]> },
  money: Omit<Receipt, "due" | "parts" | "declared" | "returned">,
  on: LocalDate,
): Outcome<RecoveryEvent[]> {
  const capped = valueOn(rules.capAtPaid, on);
  // `paid` is what the fund has paid, for a document that leaves open who else bears what
  const borne = bearLoss(loss, paid.loss ?? claim.filing.principal, paid.amount, paid.on, { paid: paid.amount });
  if (!capped.ok) return capped;
  if (!borne.ok) return borne;
  const given = { recovered: money.amount, costs: money.costs, carried: carriedCosts(recovery.receipts), borne: borne.value.borne };
  const shared = shareBack(loss.bearing, given, on);
  if (!shared.ok) return shared;
  const part = partOf(shared.value.parts, loss.fund);
  const due = capped.value ? lesser(part, stillOut(paid.amount, recovery)) : part;
  return accept([{ type: "money_recovered", receipt: { ...money, due, parts: shared.value.parts } }]);
}
