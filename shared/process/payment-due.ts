/** What an approved payment comes to on its day: computed again, and never more than was approved. */
import type { Citation } from "../citation";
import { type Computed, compute, type Derived } from "../fund/formula";
import type { Payable } from "../fund/ledger";
import type { PaymentOrder } from "../fund/payment";
import type { SubsidyRules } from "../fund/subsidy";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, type Ratio, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { type ClaimScheme, claimStep } from "./claim";
import { claimAmount } from "./claim-amount";
import type { LoanFile } from "./loan-file";
import { outstandingOn } from "./loan-life";

export interface PaymentDue extends Computed {
  readonly ratio: Ratio;
  /** What the second opinion is asked with. */
  readonly basis: PaymentOrder["basis"];
  /** Agreed shares, payee first, where the mode has them. */
  readonly shares?: readonly Ratio[];
}

/** An amount held against what was approved; where that binds, the derivation says so. */
function within({ amount, derivation }: Computed, payable: Payable, cites: Citation): Computed {
  const capped = lesser(amount, payable.amount);
  const bound: Derived = { id: "approved", says: "不超过已同意的数额", cites, amount: capped };
  return { amount: capped, derivation: capped === amount ? derivation : [...derivation, bound] };
}

/** Refuses `gov_consent_required` for a claim that this was not approved for, `wrong_step` and `case_closed` where it does not wait to be paid. */
export function claimDue(
  scheme: ClaimScheme,
  file: LoanFile,
  payable: Payable,
  on: LocalDate,
  lowered?: Ratio,
  sums?: Readonly<Record<string, Fen>>,
): Outcome<PaymentDue> {
  const { claim, loan } = file;
  if (claim?.id !== payable.id || !claim) return refuse("gov_consent_required", { claim: claim?.id ?? "—" }, scheme.claim.cites);
  const step = claimStep(scheme.claim, claim, "pay");
  if (!step.ok) return step;
  const computed = claimAmount(scheme, file, claim, on, lowered, sums);
  if (!computed.ok) return computed;
  const { ratio, basis } = computed.value;
  return accept({
    ...within(computed.value, payable, step.value.cites),
    ratio,
    basis: { ...basis, approved: payable.amount },
    ...(loan.shares ? { shares: [loan.shares.payee, loan.shares.lender] } : {}),
  });
}

interface Receipt {
  readonly premium: Fen;
  readonly refunded: Fen;
}

/** A subsidy goes by the premium that stays paid. */
export function premiumWorth(rules: SubsidyRules, { premium, refunded }: Receipt, on: LocalDate): Outcome<Computed & { readonly ratio: Ratio }> {
  const computed = compute(rules.formula, { figures: { premiumPaid: minus(premium, refunded) } }, on);
  return computed.ok ? accept({ ...computed.value, ratio: computed.value.derivation.at(-1)?.ratio ?? "1" }) : computed;
}

export function subsidyDue(rules: SubsidyRules, receipt: Receipt, payable: Payable, on: LocalDate): Outcome<PaymentDue> {
  const computed = premiumWorth(rules, receipt, on);
  if (!computed.ok) return computed;
  const { ratio } = computed.value;
  const stays = minus(receipt.premium, receipt.refunded);
  const formula = { tree: rules.formula, facts: { figures: { premiumPaid: stays } }, on };
  const basis = { base: stays, ratio, loss: stays, covered: ZERO, formula, approved: payable.amount };
  return accept({ ...within(computed.value, payable, rules.cites), ratio, basis });
}

/** Has an act on a loan's file changed what the payment of its claim comes to? A claim that no longer waits to be paid has nothing due. */
export function paymentChanged(scheme: ClaimScheme, before: LoanFile, after: LoanFile, on: LocalDate): boolean {
  const worth = (file: LoanFile): Fen | undefined => {
    const waits = file.claim && claimStep(scheme.claim, file.claim, "pay").ok;
    const amount = waits && file.claim ? claimAmount(scheme, file, file.claim, on) : undefined;
    // what only the records can tell the amount of has changed where the loan itself has
    return amount?.ok ? amount.value.amount : amount && outstandingOn(file.life, on);
  };
  return worth(before) !== worth(after);
}
