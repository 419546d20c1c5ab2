/** The fund's part on its way back: the institution says that it has sent it, the office that it is on the account; only then has it come back. */
import type { LocalDate } from "../local-date";
import { type Fen, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { RecoveryRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import type { OrgKind } from "./party";
import { byPayee, notAhead, paidClaim } from "./recovery";
import { onTheWay, type Receipt, type RecoveryEvent, stillOut } from "./recovery-state";

/** Who keeps the recoveries for the fund and sees what comes in. */
export const deskOf = (rules: RecoveryRules): readonly OrgKind[] => rules.desk?.by ?? rules.coordination?.by ?? rules.writeOff.approvals;

type Waiting = { readonly receipt: Receipt; readonly most: Fen };

/** The receipt and the most that may still come back for it: what is out, and what it is itself on its way with. Refuses `not_found`, `already_exists`. */
function waitingFor(rules: RecoveryRules, file: LoanFile, receiptId: string): Outcome<Waiting> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { recovery, paid } = at.value;
  const receipt = recovery.receipts.find((one) => one.id === receiptId);
  if (!receipt) return refuse("not_found", { receipt: receiptId });
  if (receipt.returned) return refuse("already_exists", { receipt: receiptId });
  return accept({ receipt, most: plus(stillOut(paid.amount, recovery), onTheWay(receipt)) });
}

/**
 * The institution declares what it sent; until the office has seen it a wrong declaration is made again. Refuses `return_amount` for less than is due,
 * `return_over_paid` for more than the fund still has out.
 */
export function declareReturn(
  rules: RecoveryRules,
  file: LoanFile,
  sent: { readonly receiptId: string; readonly amount: Fen; readonly on: LocalDate; readonly voucherNo: string },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { cites } = rules.returns;
  const payee = byPayee(at.value.claim, act, cites);
  if (!payee.ok) return payee;
  const waiting = waitingFor(rules, file, sent.receiptId);
  if (!waiting.ok) return waiting;
  const { receipt, most } = waiting.value;
  const day = notAhead(sent.on, receipt.receivedOn, act, "on");
  if (!day.ok) return day;
  if (sent.voucherNo.trim() === "") return refuse("field_required", {}, cites, "voucherNo");
  if (sent.amount < receipt.due || sent.amount <= ZERO)
    return refuse("return_amount", { given: yuan(sent.amount), due: yuan(receipt.due) }, cites, "amount");
  if (sent.amount > most) return refuse("return_over_paid", { given: yuan(sent.amount), most: yuan(most) }, cites, "amount");
  return accept([{ type: "return_declared", ...sent, personId: act.actor.personId }]);
}

/** What was declared has reached the account. Refuses `wrong_step` before a declaration, `same_person` to the one who declared it. */
export function receiveReturn(
  rules: RecoveryRules,
  file: LoanFile,
  came: { readonly receiptId: string; readonly transferId: string },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const waiting = waitingFor(rules, file, came.receiptId);
  if (!waiting.ok) return waiting;
  const { cites } = rules.returns;
  if (!deskOf(rules).includes(act.actor.org.kind)) return refuse("role_forbidden", { kind: act.actor.org.kind }, cites);
  const { declared } = waiting.value.receipt;
  if (!declared) return refuse("wrong_step", { receipt: came.receiptId, wanted: "return_declared" }, cites, "receiptNo");
  if (declared.personId === act.actor.personId) return refuse("same_person", { person: act.actor.name }, cites);
  return accept([{ type: "money_returned", ...came, amount: declared.amount }]);
}
