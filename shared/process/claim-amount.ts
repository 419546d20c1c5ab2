/** What a claim is worth on a day: the scheme's formula on the loss, never more than the loss that nobody else has paid. */
import { Decimal } from "decimal.js";
import { type Computed, compute, type Derived, type Formula } from "../fund/formula";
import type { Opined } from "../fund/second-opinion";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, split, ZERO } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { ClaimRules } from "./claim-rules";
import type { Claim, Filing } from "./claim-state";
import { formulaDays } from "./claim-sums";
import type { LoanFile } from "./loan-file";
import { outstandingOn } from "./loan-life";

/** What a scheme says of the amount. */
export interface Compensating {
  readonly compensation: Formula;
  readonly claim: ClaimRules;
}

export interface ClaimAmount extends Computed {
  /** What the amount was computed from, as the second opinion asks for it. */
  readonly basis: Pick<Opined, "base" | "ratio" | "loss" | "covered" | "formula">;
  readonly ratio: Ratio;
  /** Less than at filing because of money that came in since; written down beside the payment. */
  readonly lessThanFiled: Fen;
}

/** What each of those bears who share the loan's loss by its own record, e.g. `guarantorLoss`. */
export function lossOfEach({ loan: { tiers = [] } }: LoanFile, loss: Fen): Readonly<Record<string, Fen>> {
  if (tiers.length === 0) return {};
  const parts = split(
    loss,
    tiers.map(({ share }) => share),
  );
  return Object.fromEntries(tiers.map(({ party }, at) => [`${party}Loss`, parts[at] as Fen]));
}

/** The figures by the words of formulas: the loan's own, what the filing declares, what a guarantor paid, and the fund's sums of the day. */
const figuresOf = (file: LoanFile, { interest, compensated, figures }: Filing, principal: Fen, base: Fen, sums: Readonly<Record<string, Fen>>) => ({
  ...figures,
  ...sums,
  ...lossOfEach(file, base),
  loanAmount: file.loan.principal,
  outstandingPrincipal: principal,
  outstandingInterest: interest,
  ...(compensated ? { compensatedPrincipal: lesser(compensated.principal, principal) } : {}),
});

/** The day whose numbers an amount goes by. */
export const numbersOf = ({ claim }: Pick<Compensating, "claim">, ratedOn: LocalDate | undefined, on: LocalDate): LocalDate =>
  claim.pinned && ratedOn !== undefined ? ratedOn : on;

/**
 * Amount and derivation on a day. Money that came in since the filing lowers the base where the document is read so. `lowered` is a ratio
 * that a sanction or an agreement put below the grade's; `sums` are the running sums that the formula names. Refuses what the formula refuses.
 */
export function claimAmount(
  scheme: Compensating,
  file: LoanFile,
  claim: Claim,
  on: LocalDate,
  lowered?: Ratio,
  sums: Readonly<Record<string, Fen>> = {},
): Outcome<ClaimAmount> {
  const { filing } = claim;
  const as = numbersOf(scheme, file.tier.on, on);
  const when = valueOn(scheme.claim.baseDate, as);
  const indemnity = valueOn(scheme.claim.indemnity, as);
  const base = valueOn(scheme.claim.base, as);
  if (!when.ok) return when;
  if (!indemnity.ok) return indemnity;
  if (!base.ok) return base;
  const principal = when.value === "filing" ? filing.principal : lesser(filing.principal, outstandingOn(file.life, on));
  const loss = plus(principal, filing.interest);
  const whole = base.value === "principal" ? principal : loss;
  const days = formulaDays(scheme.claim.sums, file, claim, on);
  if (!days.ok) return days;
  const ratios = lowered === undefined ? {} : { ratios: { lowered } };
  const figures = figuresOf(file, filing, principal, whole, sums);
  const facts = { figures, choice: file.tier.choice, mode: file.loan.mode, days: days.value, ...ratios };
  const computed = compute(scheme.compensation, facts, as);
  if (!computed.ok) return computed;
  const uncovered = minus(loss, lesser(loss, filing.covered));
  const amount = indemnity.value ? lesser(computed.value.amount, uncovered) : computed.value.amount;
  const capped: Derived = { id: "indemnity", says: "不超过他人未赔付的损失", cites: scheme.claim.indemnity.cites, amount };
  const ratio = computed.value.derivation.at(-1)?.ratio ?? file.tier.ratio;
  return accept({
    amount,
    derivation: amount === computed.value.amount ? computed.value.derivation : [...computed.value.derivation, capped],
    ratio,
    basis: {
      base: whole,
      ratio,
      // Without the cap at the loss there is nothing to hold the amount against but itself.
      loss: indemnity.value ? loss : computed.value.amount,
      covered: indemnity.value ? filing.covered : ZERO,
      formula: { tree: scheme.compensation, facts, on: as },
    },
    lessThanFiled: minus(filing.principal, principal),
  });
}

/** An agreement may promise less than the document, never more. Refuses `agreement_exceeds_plan`. */
export function agreedRatio(cites: ClaimRules["agreement"], plan: Ratio, agreed: Ratio | undefined): Outcome<Ratio> {
  if (agreed === undefined) return accept(plan);
  return new Decimal(agreed).gt(plan) ? refuse("agreement_exceeds_plan", { agreed, plan }, cites) : accept(agreed);
}
