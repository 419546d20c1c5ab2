/** Taking back what was paid, for a breach that the rating units determined: ordered once, received in one or more parts. */
import { type Fen, minus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { BanRule } from "./ban";
import type { RecoveryRules, SanctionRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import { paidClaim } from "./recovery";
import { type RecoveryEvent, returnedSoFar } from "./recovery-state";

/** Who takes back, by which article, and what has to be determined first: a breach of the agreement, or misconduct that a ban names. */
export type ClawbackRules = Pick<NonNullable<SanctionRules["breach"]>, "by" | "determined" | "cites">;

/** The same of a ban that takes back what was paid; absent where it leaves it. */
export const clawbackByBan = ({ by, clawback, cites }: BanRule): ClawbackRules | undefined =>
  clawback && { by, determined: cites, cites: clawback.cites };

/** The whole of what has not come back; what was on its way is part of it from then on. Refuses `sanction_invalid` for another amount, `already_exists`. */
export function orderClawback(
  rules: RecoveryRules,
  breach: ClawbackRules | undefined,
  file: LoanFile,
  order: { readonly amount: Fen; readonly documentNo: string },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { recovery, paid } = at.value;
  if (!breach) return refuse("sanction_invalid", { given: yuan(order.amount) }, rules.returns.cites, "amount");
  if (!breach.by.includes(act.actor.org.kind)) return refuse("role_forbidden", { kind: act.actor.org.kind }, breach.cites);
  if (recovery.clawback) return refuse("already_exists", { ordered: yuan(recovery.clawback.ordered) }, breach.cites);
  const out = minus(paid.amount, returnedSoFar(recovery));
  if (order.amount !== out || out === ZERO) return refuse("sanction_invalid", { given: yuan(order.amount), out: yuan(out) }, breach.cites, "amount");
  if (order.documentNo.trim() === "") return refuse("document_no_required", {}, breach.determined, "documentNo");
  return accept([{ type: "claw_back_ordered", ...order }]);
}

/** Refuses `return_over_paid` for more than is still ordered back. */
export function receiveClawback(
  rules: RecoveryRules,
  file: LoanFile,
  back: { readonly amount: Fen; readonly transferId: string },
): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { ordered, received } = at.value.recovery.clawback ?? { ordered: ZERO, received: ZERO };
  const open = minus(ordered, received);
  if (back.amount <= ZERO || back.amount > open)
    return refuse("return_over_paid", { given: yuan(back.amount), most: yuan(open) }, rules.returns.cites, "amount");
  return accept([{ type: "claw_back_received", ...back }]);
}
