/** Taking back what was paid, as a voucher: ordered only where a measure that the rating units' determination stands behind says so, received in one or more parts. */
import type { Fen } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "../process/act";
import type { RecoveryRules, SanctionRules } from "../process/claim-rules";
import { clawbackByBan, orderClawback, receiveClawback } from "../process/clawback";
import type { LoanFile } from "../process/loan-file";
import type { RecoveryEvent } from "../process/recovery-state";
import type { Sanction } from "../process/sanction";
import { entriesFor, entriesInOrder } from "./entries";
import type { FundRules } from "./fund";
import type { LedgerEvent, LedgerView, Persons } from "./ledger";
import { post } from "./posting";

export interface ClawbackVoucher {
  readonly kind: "clawback" | "clawback_received";
  readonly caseId: string;
  readonly amount: Fen;
  readonly documentNo: string;
}

interface Rules {
  readonly fund: FundRules;
  readonly recovery: RecoveryRules;
  readonly sanctions: SanctionRules;
}

export interface ClawbackBy {
  readonly id: string;
  readonly persons: Persons;
  /** The act of the one who drew it up: the order is theirs, the second person checks it. */
  readonly act: Act;
}

const decided = (measures: readonly Sanction[], loanId: string): boolean =>
  measures.some((one) => one.kind === "measure" && one.measure === "full_clawback" && one.loanId === loanId);

/** A determined breach, or else the ban that takes back what was paid. */
const ruleOf = ({ breach, bans = [] }: SanctionRules) => breach ?? bans.map(clawbackByBan).find((one) => one !== undefined);

/** Refuses `breach_not_determined` for an order without its measure, and what `orderClawback`, `receiveClawback` and `post` refuse. */
export function bookClawback(
  rules: Rules,
  file: LoanFile,
  view: LedgerView,
  measures: readonly Sanction[],
  voucher: ClawbackVoucher,
  by: ClawbackBy,
): Outcome<{ readonly events: readonly RecoveryEvent[]; readonly ledger: readonly LedgerEvent[] }> {
  const { recovery, sanctions, fund } = rules;
  const { kind, amount, documentNo, caseId } = voucher;
  const { id, persons, act } = by;
  const ordered = kind === "clawback";
  const rule = ruleOf(sanctions);
  if (ordered && !decided(measures, file.loan.loanId)) return refuse("breach_not_determined", {}, rule?.determined);
  const events = ordered
    ? orderClawback(recovery, rule, file, { amount, documentNo }, act)
    : receiveClawback(recovery, file, { amount, transferId: id });
  if (!events.ok) return events;
  const of = file.claim?.id ?? "";
  const entries = ordered ? entriesInOrder(fund.chart, view, kind, amount, of) : entriesFor(fund.chart, kind, amount, of);
  const ledger = post(fund.chart, view, { id, reason: kind, on: act.on, persons, entries, caseId, documentNo });
  return ledger.ok ? accept({ events: events.value, ledger: ledger.value }) : ledger;
}
