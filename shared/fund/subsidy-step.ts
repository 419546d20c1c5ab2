/** What becomes of a premium subsidy: asked for on a policy that its insurer registered, checked, paid, and given back in part when premium is refunded. */
import type { LocalDate } from "../local-date";
import { type Fen, plus, yuan, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "../process/act";
import type { LoanRecord } from "../process/event";
import type { OrgKind } from "../process/party";
import type { Chart } from "./chart";
import { entriesFor } from "./entries";
import type { Computed } from "./formula";
import type { LedgerEvent, LedgerView } from "./ledger";
import { post } from "./posting";
import { decideSubsidy, type Policy, type SubsidyRequest, type SubsidyRules, subsidyBack } from "./subsidy";

export type SubsidyStatus = "filed" | "returned" | "approved" | "paid";

/** One receipt of a policy. */
export interface Subsidy {
  readonly id: string;
  readonly policyNo: string;
  readonly receiptNo: string;
  readonly premium: Fen;
  readonly status: SubsidyStatus;
  readonly filedOn: LocalDate;
  /** What the fund has paid for it. */
  readonly paid: Fen;
  /** Premium that the insurer has given back, and what of the subsidy has come back. */
  readonly refunded: Fen;
  readonly returned: Fen;
}

export interface PolicyText {
  readonly policyNo: string;
  readonly product: string;
  readonly premium: Fen;
  readonly insuredAmount: Fen;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Why a subsidy ends for which nothing was paid yet. */
export const REFUNDED_WHOLE = "保费已全部退还";

const at = (subsidy: Pick<Subsidy, "status">, ...statuses: SubsidyStatus[]): Outcome<true> =>
  statuses.includes(subsidy.status) ? accept(true) : refuse("wrong_step", { status: subsidy.status });

const by = (kinds: readonly OrgKind[], act: Act, rules: SubsidyRules): Outcome<true> =>
  kinds.includes(act.actor.org.kind) ? accept(true) : refuse("role_forbidden", { kind: act.actor.org.kind }, rules.cites);

/** The insurer behind the loan registers what it wrote for it. Refuses `mode_invalid`, `role_forbidden` for another insurer, `amount_invalid`, `date_invalid`. */
export function registerPolicy(rules: SubsidyRules, loan: LoanRecord, insuredId: string, text: PolicyText, act: Act): Outcome<Policy> {
  if (loan.mode !== rules.mode) return refuse("mode_invalid", { given: loan.mode }, rules.cites);
  if (loan.partner?.id !== act.actor.org.id) return refuse("role_forbidden", { institution: act.actor.org.name }, rules.policy);
  for (const field of ["premium", "insuredAmount"] as const)
    if (text[field] <= ZERO) return refuse("amount_invalid", { given: yuan(text[field]) }, rules.policy, field);
  if (text.until < text.from) return refuse("date_invalid", { given: text.until, from: text.from }, rules.policy, "until");
  return accept({ policyNo: text.policyNo, loanId: loan.loanId, insuredId, from: text.from, until: text.until });
}

/** The office has looked at the papers: what is asked for is decided again, as of the day on which it was filed. Refuses what `decideSubsidy` refuses. */
export function approveSubsidy(
  rules: SubsidyRules,
  kinds: readonly OrgKind[],
  subsidy: Subsidy,
  request: SubsidyRequest,
  policy: Policy | undefined,
  act: Act,
): Outcome<Computed> {
  const role = by(kinds, act, rules);
  if (!role.ok) return role;
  const placed = at(subsidy, "filed");
  return placed.ok ? decideSubsidy(rules, request, policy, [], subsidy.filedOn) : placed;
}

export function returnSubsidy(rules: SubsidyRules, kinds: readonly OrgKind[], subsidy: Subsidy, reason: string, act: Act): Outcome<true> {
  const role = by(kinds, act, rules);
  if (!role.ok) return role;
  const placed = at(subsidy, "filed");
  if (!placed.ok) return placed;
  return reason.trim() === "" ? refuse("reason_required", {}, rules.cites, "reason") : accept(true);
}

/** Of the subsidy, what has still to come back. */
export const openBack = (rules: SubsidyRules, { premium, paid, refunded, returned }: Subsidy, on: LocalDate): Outcome<Fen> =>
  subsidyBack(rules, { premiumPaid: premium, subsidised: paid, refundedInAll: refunded, returned }, on);

/**
 * The insurer has given premium back. What was not paid yet goes by what stays, and where nothing stays it ends: `ends`. Refuses `role_forbidden` for another
 * insurer, `amount_invalid`, `date_invalid`, `refund_over_paid`.
 */
export function refundPremium(
  rules: SubsidyRules,
  subsidy: Subsidy,
  insurerId: string,
  refund: { readonly amount: Fen; readonly on: LocalDate },
  act: Act,
): Outcome<{ readonly after: Subsidy; readonly back: Fen; readonly ends: boolean }> {
  if (insurerId !== act.actor.org.id) return refuse("role_forbidden", { institution: act.actor.org.name }, rules.policy);
  const placed = at(subsidy, "filed", "approved", "paid");
  if (!placed.ok) return placed;
  if (refund.amount <= ZERO) return refuse("amount_invalid", { given: yuan(refund.amount) }, rules.cites, "refunded");
  if (refund.on > act.on) return refuse("date_invalid", { given: refund.on, on: act.on }, rules.cites, "on");
  const after = { ...subsidy, refunded: plus(subsidy.refunded, refund.amount) };
  const back = openBack(rules, after, act.on);
  return back.ok ? accept({ after, back: back.value, ends: subsidy.status !== "paid" && after.refunded === subsidy.premium }) : back;
}

/**
 * The office has seen on the account what the insurer's refund brings back: declared by the one, seen by the other. Refuses `wrong_step` before it is paid,
 * `amount_invalid`, `refund_over_paid` for more than is to come back, `same_person`.
 */
export function receiveRefund(
  rules: SubsidyRules,
  books: { readonly chart: Chart; readonly view: LedgerView },
  subsidy: Subsidy,
  seen: {
    readonly transferId: string;
    readonly of: string;
    readonly caseId: string;
    readonly amount: Fen;
    readonly documentNo: string;
    readonly declaredBy: string;
  },
  act: Act,
): Outcome<LedgerEvent[]> {
  const placed = at(subsidy, "paid");
  if (!placed.ok) return placed;
  const open = openBack(rules, subsidy, act.on);
  if (!open.ok) return open;
  const { amount, transferId: id, of, caseId, documentNo, declaredBy } = seen;
  if (amount <= ZERO) return refuse("amount_invalid", { given: yuan(amount) }, rules.cites, "amount");
  if (amount > open.value) return refuse("refund_over_paid", { amount: yuan(amount), due: yuan(open.value) }, rules.cites, "amount");
  const persons = { madeBy: declaredBy, checkedBy: act.actor.personId };
  const entries = entriesFor(books.chart, "subsidy_return", amount, of);
  return post(books.chart, books.view, { id, reason: "subsidy_return", on: act.on, entries, persons, caseId, documentNo });
}
