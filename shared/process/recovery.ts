/** Getting the money back: coordination, law, returns to the fund, write-off, in this order; money may come back in any of them and after the last. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { Act } from "./act";
import type { RecoveryRules } from "./claim-rules";
import type { Claim } from "./claim-state";
import type { LoanFile } from "./loan-file";
import type { Instalment } from "./loan-life";
import { amongAll } from "./recovery-among";
import { type Cost, shareRecovered, vouched } from "./recovery-share";
import { pendingOf, type Recovery, type RecoveryEvent, returnedSoFar, stillOut } from "./recovery-state";

export type Stage = "COORDINATION" | "LEGAL" | "RETURNING" | "WRITEOFF";

export const stageOf = (recovery: Recovery): Stage =>
  recovery.writtenOff || recovery.confirmed
    ? "WRITEOFF"
    : recovery.ended
      ? "RETURNING"
      : recovery.legal || recovery.forced
        ? "LEGAL"
        : "COORDINATION";

const open = (rules: RecoveryRules, file: LoanFile): Outcome<Recovery> =>
  file.recovery && file.claim && file.claim.step !== "withdrawn"
    ? accept(file.recovery)
    : refuse("recovery_order", { wanted: "COORDINATION" }, rules.order);

/** A claim that the fund has paid, with its recovery. Before that, money that comes in is a repayment of the loan. */
export function paidClaim(rules: RecoveryRules, file: LoanFile): Outcome<{ claim: Claim; recovery: Recovery; paid: NonNullable<Claim["paid"]> }> {
  const { claim, recovery } = file;
  return claim?.paid && recovery
    ? accept({ claim, recovery, paid: claim.paid })
    : refuse("wrong_step", { status: claim?.step ?? "—" }, rules.returns.cites);
}

/** Nothing is told ahead of its day, nor from before what it follows. */
export const notAhead = (on: LocalDate, after: LocalDate, act: Act, field: string): Outcome<true> =>
  on > act.on || on < after ? refuse("date_invalid", { given: on, from: after, on: act.on }, undefined, field) : accept(true);

/** Refuses `payee_wrong` for everybody but the one whom the fund paid, or is asked to pay. */
export const byPayee = (claim: Claim, act: Act, cites: Citation): Outcome<true> =>
  claim.payee.id === act.actor.org.id ? accept(true) : refuse("payee_wrong", { payee: claim.payee.name, given: act.actor.org.name }, cites);

export type Coordination =
  | { readonly outcome: "PLAN"; readonly on: LocalDate; readonly plan: readonly Instalment[]; readonly attended: readonly string[] }
  | { readonly outcome: "NO_RESULT"; readonly on: LocalDate; readonly attended: readonly string[] };

/** The meeting's outcome: a plan with its instalments, or no result, with its day. A plan that breaks is later recorded as no result. */
export function coordinate(rules: RecoveryRules, file: LoanFile, met: Coordination, act: Act): Outcome<RecoveryEvent[]> {
  const recovery = open(rules, file);
  if (!recovery.ok) return recovery;
  if (!rules.coordination) return refuse("wrong_step", { wanted: "COORDINATION" }, rules.order);
  const { by, cites } = rules.coordination;
  if (!by.includes(act.actor.org.kind)) return refuse("role_forbidden", { step: "coordination" }, cites);
  const day = notAhead(met.on, recovery.value.coordination?.on ?? recovery.value.openedOn, act, "on");
  if (!day.ok) return day;
  const planned = met.outcome === "NO_RESULT" || (met.plan.length > 0 && met.plan.every((due) => due.principal >= 0 && due.interest >= 0));
  if (!planned || met.attended.length === 0) return refuse("coordination_outcome_missing", { outcome: met.outcome }, cites);
  return accept([{ type: "coordinated", ...met }]);
}

/** A firm on the list of the dishonest goes to law whatever the meeting said. */
export function forceLegal(rules: RecoveryRules, file: LoanFile, reason: string, act: Act): Outcome<RecoveryEvent[]> {
  const recovery = open(rules, file);
  if (!recovery.ok) return recovery;
  if (!rules.forced || !rules.coordination?.by.includes(act.actor.org.kind)) return refuse("role_forbidden", { step: "legal" }, rules.forced);
  return reason.trim() === "" ? refuse("reason_required", {}, rules.forced, "reason") : accept([{ type: "legal_forced", reason }]);
}

/** Refuses `recovery_order` before the meeting's outcome is on file, unless the firm was listed. */
export function startLegal(
  rules: RecoveryRules,
  file: LoanFile,
  suit: { readonly on: LocalDate; readonly court: string; readonly caseNo: string },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const recovery = open(rules, file);
  if (!recovery.ok || !file.claim) return recovery.ok ? refuse("recovery_order", {}, rules.order) : recovery;
  const payee = byPayee(file.claim, act, rules.legal.cites);
  if (!payee.ok) return payee;
  const { coordination, forced, legal } = recovery.value;
  if (legal) return refuse("already_exists", { caseNo: legal.caseNo });
  if (rules.coordination && !coordination && !forced) return refuse("recovery_order", { wanted: "COORDINATION", given: "LEGAL" }, rules.order);
  const day = notAhead(suit.on, recovery.value.openedOn, act, "on");
  if (!day.ok) return day;
  if (suit.caseNo.trim() === "" || suit.court.trim() === "") return refuse("field_required", {}, rules.legal.cites, "caseNo");
  return accept([{ type: "legal_started", ...suit }]);
}

/** Money from the debtor: the fund's part is fixed here and is due within the document's time. */
export function recover(
  rules: RecoveryRules,
  file: LoanFile,
  money: {
    readonly id: string;
    readonly receivedOn: LocalDate;
    readonly amount: Fen;
    readonly costs: Fen;
    readonly costItems?: readonly Cost[];
    readonly source?: string;
  },
  act: Act,
): Outcome<RecoveryEvent[]> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { claim, recovery, paid } = at.value;
  const payee = byPayee(claim, act, rules.returns.cites);
  if (!payee.ok) return payee;
  const day = notAhead(money.receivedOn, paid.on, act, "receivedOn");
  if (!day.ok) return day;
  if (money.amount <= ZERO) return refuse("amount_invalid", { given: yuan(money.amount) }, rules.returns.cites, "amount");
  if (recovery.receipts.some((receipt) => receipt.id === money.id)) return refuse("already_exists", { receipt: money.id });
  const { costItems = [], ...plain } = money;
  const received = costItems.length > 0 ? { ...plain, costItems } : plain;
  const { sources } = rules.returns;
  if (sources && money.source !== undefined && !sources.some(({ id }) => id === money.source))
    return refuse("field_invalid", { given: money.source.slice(0, 40) }, rules.returns.cites, "source");
  const vouchers = vouched(rules.returns, money.costs, costItems, act.on);
  if (!vouchers.ok) return vouchers;
  const { enabled } = rules.returns;
  const comesBack = enabled ? valueOn(enabled, act.on) : accept(true);
  if (!comesBack.ok) return comesBack;
  if (!comesBack.value) return accept([{ type: "money_recovered", receipt: { ...received, due: ZERO } }]);
  const out = stillOut(paid.amount, recovery);
  if (rules.returns.shares) return amongAll(rules.returns, rules.returns.shares, { claim, recovery, paid }, received, act.on);
  const shared = shareRecovered(
    rules.returns,
    { ratio: claim.ratio, paid: out, returned: ZERO, recovered: money.amount, costs: money.costs },
    act.on,
  );
  return shared.ok ? accept([{ type: "money_recovered", receipt: { ...received, due: shared.value.toPool } }]) : shared;
}

/** Figures of one recovery for the published ledger. */
export function recoveryFigures(
  file: LoanFile,
): { readonly paid: Fen; readonly recovered: Fen; readonly returned: Fen; readonly pending: Fen; readonly out: Fen } | undefined {
  const { claim, recovery } = file;
  if (!claim?.paid || !recovery) return undefined;
  return {
    paid: claim.paid.amount,
    recovered: plus(...recovery.receipts.map((receipt) => receipt.amount)),
    returned: returnedSoFar(recovery),
    pending: pendingOf(recovery),
    out: stillOut(claim.paid.amount, recovery),
  };
}
