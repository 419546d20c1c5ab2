/** The recovery of what a fund paid, as its events tell it: opened by the claim, ended by the last fen or the write-off, and open to later money even then. */

import type { Part } from "../fund/sharing";
import type { LocalDate } from "../local-date";
import { type Fen, minus, plus, ZERO } from "../money";
import type { ClaimEvent } from "./claim-state";
import type { Instalment } from "./loan-life";
import type { OrgKind } from "./party";
import type { Cost } from "./recovery-share";

export type RecoveryEvent =
  | {
      readonly type: "coordinated";
      readonly outcome: "PLAN";
      readonly on: LocalDate;
      readonly plan: readonly Instalment[];
      readonly attended: readonly string[];
    }
  | { readonly type: "coordinated"; readonly outcome: "NO_RESULT"; readonly on: LocalDate; readonly attended: readonly string[] }
  | { readonly type: "legal_forced"; readonly reason: string }
  | { readonly type: "legal_started"; readonly on: LocalDate; readonly court: string; readonly caseNo: string }
  | { readonly type: "money_recovered"; readonly receipt: Omit<Receipt, "declared" | "returned"> }
  /** The institution says that it has sent the fund's part; it counts as returned once the office has seen it on the account. */
  | {
      readonly type: "return_declared";
      readonly receiptId: string;
      readonly amount: Fen;
      readonly on: LocalDate;
      readonly voucherNo: string;
      readonly personId: string;
    }
  | { readonly type: "money_returned"; readonly receiptId: string; readonly amount: Fen; readonly transferId: string }
  | { readonly type: "claw_back_ordered"; readonly amount: Fen; readonly documentNo: string }
  | { readonly type: "claw_back_received"; readonly amount: Fen; readonly transferId: string }
  | { readonly type: "legal_ended"; readonly on: LocalDate; readonly proof: string; readonly documentNo: string }
  /** `personId`: who confirmed it, the first of two where one authority alone approves. */
  | { readonly type: "loss_confirmed"; readonly amount: Fen; readonly personId?: string }
  | { readonly type: "loss_approved"; readonly kind: OrgKind; readonly personId: string }
  | { readonly type: "written_off"; readonly amount: Fen; readonly transferId: string };

/** Money that the institution got from the debtor, and the part that is the fund's. */
export interface Receipt {
  readonly id: string;
  readonly receivedOn: LocalDate;
  readonly amount: Fen;
  readonly costs: Fen;
  readonly due: Fen;
  /** Every party's part of the net, where the document shares it among all who bore the loss. */
  readonly parts?: readonly Part[];
  readonly source?: string;
  /** Each cost with its voucher, where the document asks for them. */
  readonly costItems?: readonly Cost[];
  readonly declared?: { readonly amount: Fen; readonly on: LocalDate; readonly voucherNo: string; readonly personId: string };
  readonly returned?: { readonly on: LocalDate; readonly amount: Fen; readonly transferId: string };
}

export interface Recovery {
  /** The day on which the claim first came in: the clock of the coordination. */
  readonly openedOn: LocalDate;
  readonly coordination?: { readonly outcome: "PLAN" | "NO_RESULT"; readonly on: LocalDate; readonly plan: readonly Instalment[] };
  readonly forced?: { readonly on: LocalDate; readonly reason: string };
  readonly legal?: { readonly on: LocalDate; readonly court: string; readonly caseNo: string };
  readonly receipts: readonly Receipt[];
  /** The last day on which anything was entered here. */
  readonly touchedOn: LocalDate;
  readonly clawback?: { readonly ordered: Fen; readonly received: Fen; readonly on: LocalDate };
  readonly ended?: { readonly on: LocalDate; readonly proof: string; readonly documentNo: string };
  readonly confirmed?: { readonly amount: Fen; readonly on: LocalDate; readonly personId?: string };
  readonly approvals: readonly { readonly kind: OrgKind; readonly personId: string; readonly on: LocalDate }[];
  readonly writtenOff?: { readonly amount: Fen; readonly on: LocalDate };
}

export const returnedSoFar = (recovery: Recovery): Fen =>
  plus(...recovery.receipts.map((receipt) => receipt.returned?.amount ?? ZERO), recovery.clawback?.received ?? ZERO);

/** What of one receipt is not back yet: its part, or what was declared as sent, which is no less. */
export const onTheWay = (receipt: Receipt): Fen => (receipt.returned ? ZERO : (receipt.declared?.amount ?? receipt.due));

/** Has everything come back that was paid? Then nobody has to meet or sue for the fund any more. */
export const isWhole = (paid: { readonly amount: Fen } | undefined, recovery: Recovery): boolean =>
  paid !== undefined && returnedSoFar(recovery) >= paid.amount;

/** Due to the fund from money already received and not yet returned. */
export const pendingOf = (recovery: Recovery): Fen => plus(...recovery.receipts.map(onTheWay));

/** Ordered back and not yet received. */
export const clawbackOpen = ({ clawback }: Recovery): Fen => (clawback ? minus(clawback.ordered, clawback.received) : ZERO);

/** Whose approval a confirmed loss still waits for. */
export const approvalsMissing = (
  rules: { readonly approvals: readonly OrgKind[] },
  { approvals }: { readonly approvals: readonly { readonly kind: OrgKind }[] },
): OrgKind[] => rules.approvals.filter((kind) => !approvals.some((one) => one.kind === kind));

/** Of what was paid, the part that can still come back: less what came back, what is on its way and what was ordered back. */
export const stillOut = (paid: Fen, recovery: Recovery): Fen =>
  minus(paid, plus(returnedSoFar(recovery), pendingOf(recovery), clawbackOpen(recovery)));

/** What was on its way is part of a clawback from then on, whatever was declared of it. */
const swallowed = ({ declared: _, ...receipt }: Receipt): Receipt => ({ ...receipt, due: ZERO });

/** A loss that was confirmed is another one by now: it is confirmed and approved again. What was written off stays so. */
function unconfirmed({ confirmed, approvals, ...rest }: Recovery): Recovery {
  return rest.writtenOff && confirmed ? { ...rest, confirmed, approvals } : { ...rest, approvals: [] };
}

export function recoverOn(recovery: Recovery | undefined, event: { readonly type: string }, on: LocalDate): Recovery | undefined {
  const one = event as RecoveryEvent | Extract<ClaimEvent, { type: "claim_filed" }>;
  if (one.type === "claim_filed") return recovery ?? { openedOn: on, receipts: [], approvals: [], touchedOn: on };
  if (!recovery) return undefined;
  const now = { ...recovery, touchedOn: on };
  switch (one.type) {
    case "coordinated":
      return { ...now, coordination: { outcome: one.outcome, on: one.on, plan: one.outcome === "PLAN" ? one.plan : [] } };
    case "legal_forced":
      return { ...now, forced: { on, reason: one.reason } };
    case "legal_started":
      return { ...now, legal: { on: one.on, court: one.court, caseNo: one.caseNo } };
    case "money_recovered": {
      const more = { ...now, receipts: [...now.receipts, one.receipt] };
      return one.receipt.due > ZERO ? unconfirmed(more) : more;
    }
    case "return_declared": {
      const { amount, on: sentOn, voucherNo, personId } = one;
      const declared = { amount, on: sentOn, voucherNo, personId };
      return { ...now, receipts: now.receipts.map((receipt) => (receipt.id === one.receiptId ? { ...receipt, declared } : receipt)) };
    }
    case "money_returned": {
      const { amount, transferId } = one;
      return {
        ...now,
        receipts: now.receipts.map((receipt) => (receipt.id === one.receiptId ? { ...receipt, returned: { on, amount, transferId } } : receipt)),
      };
    }
    case "claw_back_ordered":
      return unconfirmed({
        ...now,
        receipts: now.receipts.map((receipt) => (receipt.returned ? receipt : swallowed(receipt))),
        clawback: { ordered: one.amount, received: ZERO, on },
      });
    case "claw_back_received":
      return now.clawback ? { ...now, clawback: { ...now.clawback, received: plus(now.clawback.received, one.amount) } } : now;
    case "legal_ended":
      return { ...now, ended: { on: one.on, proof: one.proof, documentNo: one.documentNo } };
    case "loss_confirmed":
      return { ...now, confirmed: { amount: one.amount, on, ...(one.personId ? { personId: one.personId } : {}) }, approvals: [] };
    case "loss_approved":
      return { ...now, approvals: [...now.approvals, { kind: one.kind, personId: one.personId, on }] };
    case "written_off":
      return { ...now, writtenOff: { amount: one.amount, on } };
    default:
      return recovery;
  }
}
