/** The subsidy on an insured enterprise's premium: by ratio of what was really paid, once a receipt, and back in proportion when the insurer refunds. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, minus, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import { type Computed, compute, type Formula } from "./formula";

export interface SubsidyRules {
  readonly formula: Formula;
  /** The mode of lending that it goes with; a loan has one mode. */
  readonly mode: string;
  readonly papers: readonly { readonly kind: string; readonly says: string; readonly cites: Citation }[];
  readonly once: Citation;
  readonly payee: Citation;
  readonly policy: Citation;
  readonly cites: Citation;
}

/** A policy as a partner insurer registered it. */
export interface Policy {
  readonly policyNo: string;
  readonly loanId: string;
  readonly insuredId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export interface SubsidyRequest {
  readonly receiptNo: string;
  readonly policyNo: string;
  readonly premiumPaid: Fen;
  readonly papers: readonly string[];
  /** The enterprise that asks, and its loan. */
  readonly enterpriseId: string;
  readonly loan: { readonly loanId: string; readonly mode: string; readonly disbursedOn: LocalDate };
}

/** Sub-account of the ledger: one a receipt of a policy. */
export const receiptOf = ({ policyNo, receiptNo }: Pick<SubsidyRequest, "policyNo" | "receiptNo">): string => `${policyNo}#${receiptNo}`;

/** Refuses with every fault: `mode_invalid`, `doc_missing`, `policy_unknown`, `policy_not_in_force`, `premium_payee`, `subsidy_duplicate`, `amount_invalid`. */
export function decideSubsidy(
  rules: SubsidyRules,
  request: SubsidyRequest,
  policy: Policy | undefined,
  paidReceipts: readonly string[],
  on: LocalDate,
): Outcome<Computed> {
  const faults: Refusal[] = [];
  const { loan } = request;
  if (loan.mode !== rules.mode) faults.push({ code: "mode_invalid", figures: { given: loan.mode }, cites: rules.cites });
  const missing = rules.papers.filter((paper) => !request.papers.includes(paper.kind));
  if (missing.length > 0)
    faults.push({
      code: "doc_missing",
      figures: { missing: missing.map((paper) => paper.says).join("、") },
      cites: rules.papers[0]?.cites ?? rules.cites,
    });
  if (!policy || policy.policyNo !== request.policyNo || policy.loanId !== loan.loanId)
    faults.push({ code: "policy_unknown", figures: { policyNo: request.policyNo }, cites: rules.policy });
  else {
    if (on < policy.from || on > policy.until)
      faults.push({
        code: "policy_not_in_force",
        figures: { policyNo: policy.policyNo, from: policy.from, until: policy.until, on },
        cites: rules.cites,
      });
    if (policy.insuredId !== request.enterpriseId) faults.push({ code: "premium_payee", figures: { policyNo: policy.policyNo }, cites: rules.payee });
  }
  if (paidReceipts.includes(receiptOf(request)))
    faults.push({ code: "subsidy_duplicate", figures: { receiptNo: request.receiptNo, policyNo: request.policyNo }, cites: rules.once });
  if (request.premiumPaid <= ZERO) faults.push({ code: "amount_invalid", figures: { given: yuan(request.premiumPaid) }, field: "premiumPaid" });
  return faults.length > 0 ? refuseAll(faults) : compute(rules.formula, { figures: { premiumPaid: request.premiumPaid } }, on);
}

/**
 * What is to come back when premium is refunded: what was subsidised less the subsidy on the premium that stays paid, less what has come back already.
 * Counted on the whole, so that refunds in parts give the same fen as one. Refuses `refund_over_paid`.
 */
export function subsidyBack(
  rules: SubsidyRules,
  receipt: { readonly premiumPaid: Fen; readonly subsidised: Fen; readonly refundedInAll: Fen; readonly returned: Fen },
  on: LocalDate,
): Outcome<Fen> {
  if (receipt.refundedInAll > receipt.premiumPaid || receipt.refundedInAll < ZERO)
    return refuse("refund_over_paid", { refunded: yuan(receipt.refundedInAll), paid: yuan(receipt.premiumPaid) }, rules.cites);
  const stays = compute(rules.formula, { figures: { premiumPaid: minus(receipt.premiumPaid, receipt.refundedInAll) } }, on);
  if (!stays.ok) return stays;
  const kept = stays.value.amount > receipt.subsidised ? receipt.subsidised : stays.value.amount;
  return accept(minus(minus(receipt.subsidised, kept), receipt.returned));
}
