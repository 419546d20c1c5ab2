/** Writing off what the law could not get back: only after its end, confirmed by the institution, checked by two authorities. It waives nothing. */
import { barredThrough } from "../calendar/deadline";
import type { LocalDate } from "../local-date";
import { type Fen, minus, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { Act } from "./act";
import type { RecoveryRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import type { OrgKind } from "./party";
import { paidClaim } from "./recovery";
import { clawbackOpen, pendingOf, type Recovery, type RecoveryEvent, returnedSoFar, stillOut } from "./recovery-state";

type Rules = RecoveryRules["writeOff"];

export interface LossFacts {
  readonly paid: Fen;
  readonly returned: Fen;
  readonly legalEnded: boolean;
  readonly institutionConfirmed: boolean;
  /** Authorities that have approved. */
  readonly approvals: readonly OrgKind[];
}

/** May this loss be written off, and how much is it? Refuses `writeoff_not_final`, `writeoff_approval_missing` with who lacks, `return_over_paid`. */
export function netLoss(rules: Rules, facts: LossFacts): Outcome<Fen> {
  if (facts.returned > facts.paid) return refuse("return_over_paid", { returned: yuan(facts.returned), paid: yuan(facts.paid) }, rules.cites);
  const loss = minus(facts.paid, facts.returned);
  if (!facts.legalEnded || !facts.institutionConfirmed || loss === ZERO)
    return refuse(
      "writeoff_not_final",
      { legalEnded: String(facts.legalEnded), institutionConfirmed: String(facts.institutionConfirmed), loss: yuan(loss) },
      rules.cites,
    );
  const missing = rules.approvals.filter((kind) => !facts.approvals.includes(kind));
  return missing.length > 0 ? refuse("writeoff_approval_missing", { missing: missing.join("、") }, rules.approvalCites) : accept(loss);
}

/** Has the loss been out for longer than the document asks? The anniversary itself is not longer. Refuses `writeoff_early` with the first day. */
export function oldEnough(rules: Rules, paidOn: LocalDate, on: LocalDate): Outcome<true> {
  if (!rules.after) return accept(true);
  const years = valueOn(rules.after, on);
  if (!years.ok) return years;
  const { firstAllowedOn } = barredThrough(paidOn, years.value);
  return on >= firstAllowedOn ? accept(true) : refuse("writeoff_early", { paidOn, firstAllowedOn, on }, rules.cites);
}

/** The law has come to its end, by one of the proofs that the document is read to accept. */
export function endLegal(
  rules: RecoveryRules,
  file: LoanFile,
  end: { readonly on: LocalDate; readonly proof: string; readonly documentNo: string },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { claim, recovery } = at.value;
  if (claim.payee.id !== act.actor.org.id) return refuse("payee_wrong", { payee: claim.payee.name, given: act.actor.org.name }, rules.writeOff.cites);
  if (!recovery.legal) return refuse("recovery_order", { wanted: "LEGAL", given: "WRITEOFF" }, rules.order);
  if (end.on < recovery.legal.on || end.on > act.on)
    return refuse("date_invalid", { given: end.on, from: recovery.legal.on, on: act.on }, undefined, "on");
  const proofs = valueOn(rules.writeOff.proofs, act.on);
  if (!proofs.ok) return proofs;
  if (!proofs.value.includes(end.proof) || end.documentNo.trim() === "")
    return refuse(
      rules.writeOff.proofCode ?? "writeoff_not_final",
      { proof: end.proof, allowed: proofs.value.join("、") },
      rules.writeOff.cites,
      "proof",
    );
  return accept([{ type: "legal_ended", ...end }]);
}

/** The institution confirms the loss to the fen. Refuses `writeoff_not_final` before the law's end or while money is still due, `amount_mismatch` for another figure. */
export function confirmLoss(rules: RecoveryRules, file: LoanFile, amount: Fen, act: Act): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { claim, recovery, paid } = at.value;
  if (claim.payee.id !== act.actor.org.id) return refuse("payee_wrong", { payee: claim.payee.name, given: act.actor.org.name }, rules.writeOff.cites);
  if (recovery.writtenOff) return refuse("already_exists", { writtenOff: yuan(recovery.writtenOff.amount) });
  const pending = plus(pendingOf(recovery), clawbackOpen(recovery));
  if (!recovery.ended || pending > ZERO)
    return refuse("writeoff_not_final", { legalEnded: String(recovery.ended !== undefined), pending: yuan(pending) }, rules.writeOff.cites);
  const old = oldEnough(rules.writeOff, paid.on, act.on);
  if (!old.ok) return old;
  const loss = stillOut(paid.amount, recovery);
  if (loss === ZERO) return refuse("writeoff_not_final", { loss: yuan(loss) }, rules.writeOff.cites);
  if (amount !== loss) return refuse("amount_mismatch", { given: yuan(amount), loss: yuan(loss) }, rules.writeOff.cites, "amount");
  return accept([{ type: "loss_confirmed", amount, personId: act.actor.personId }]);
}

/** Who signs a write-off beside the last who approves it: the first who approved, or whoever confirmed the loss where one authority alone does. */
export const firstSigner = ({ approvals, confirmed }: Recovery): string =>
  (approvals.length > 1 ? approvals[0]?.personId : confirmed?.personId) ?? approvals[0]?.personId ?? "";

/** One authority after the other, each by its own person. Refuses `role_forbidden`, `same_person`, `already_exists`. */
export function approveLoss(rules: RecoveryRules, file: LoanFile, act: Act): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { recovery } = at.value;
  const { kind } = act.actor.org;
  if (!rules.writeOff.approvals.includes(kind)) return refuse("role_forbidden", { kind }, rules.writeOff.approvalCites);
  if (!recovery.confirmed || recovery.writtenOff) return refuse("writeoff_not_final", { institutionConfirmed: "false" }, rules.writeOff.cites);
  if (recovery.approvals.some((one) => one.kind === kind)) return refuse("already_exists", { kind });
  if ([recovery.confirmed, ...recovery.approvals].some((one) => one.personId === act.actor.personId))
    return refuse("same_person", { person: act.actor.name }, rules.writeOff.approvalCites);
  return accept([{ type: "loss_approved", kind, personId: act.actor.personId }]);
}

/** Books the loss. Money that came in since the confirmation makes it wrong: then it is confirmed again. */
export function writeOff(rules: RecoveryRules, file: LoanFile, transferId: string): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { recovery, paid } = at.value;
  if (recovery.writtenOff) return refuse("already_exists", { writtenOff: yuan(recovery.writtenOff.amount) });
  const loss = netLoss(rules.writeOff, {
    paid: paid.amount,
    returned: returnedSoFar(recovery),
    legalEnded: recovery.ended !== undefined,
    institutionConfirmed: recovery.confirmed !== undefined,
    approvals: recovery.approvals.map((one) => one.kind),
  });
  if (!loss.ok) return loss;
  if (loss.value !== recovery.confirmed?.amount)
    return refuse("amount_mismatch", { given: yuan(recovery.confirmed?.amount ?? ZERO), loss: yuan(loss.value) }, rules.writeOff.cites);
  return accept([{ type: "written_off", amount: loss.value, transferId }]);
}
