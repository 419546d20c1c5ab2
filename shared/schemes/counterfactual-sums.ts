/**
 * Running sums of claims under another reading: what was paid on one claim leaves less room for the next, so the paid ones are taken in the order of their payment, each side with
 * its own sums.
 */
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, ZERO } from "../money";
import { accept, type Outcome } from "../outcome";
import { type ClaimAmount, claimAmount } from "../process/claim-amount";
import type { Claim } from "../process/claim-state";
import { type LentLoan, type PaidClaim, sumsFor } from "../process/claim-sums";
import type { LoanFile } from "../process/loan-file";
import type { Scheme } from "./scheme";

/** A paid claim before its payment, and what the fund really paid and still stands. */
export interface PaidBefore {
  readonly file: LoanFile;
  readonly claim: Claim;
  readonly paid: Omit<PaidClaim, "claimId" | "enterpriseId" | "lenderId" | "mode" | "disbursedOn" | "filedOn">;
}

export interface Sides {
  readonly was: Outcome<Readonly<Record<string, Fen>>>;
  readonly other: Outcome<Readonly<Record<string, Fen>>>;
}

/** The sums that a claim met, and would have met, on a day. */
export type SumsOn = (file: LoanFile, claim: Claim, on: LocalDate) => Sides;

export const NO_SUMS: SumsOn = () => ({ was: accept({}), other: accept({}) });

/** What would have been paid where really something else was: the difference of both computations, never more than there was money for where the fund was short. */
export function paidAs(really: Fen, unfunded: Fen, was: Fen, now: Fen): Fen {
  const paid = plus(minus(really, lesser(really, was)), now);
  return unfunded > ZERO ? lesser(paid, really) : paid;
}

const amountBy = (scheme: Scheme, { file, claim, paid }: PaidBefore, sums: Sides["was"]): ClaimAmount | undefined => {
  const found = sums.ok ? claimAmount(scheme, file, claim, paid.paidOn, undefined, sums.value) : undefined;
  return found?.ok ? found.value : undefined;
};

/** `paid` in the order of payment; `firm` is what the records know a firm by. */
export function sumsOtherwise(
  was: Scheme,
  other: Scheme,
  paid: readonly PaidBefore[],
  loans: readonly LentLoan[],
  firm: (file: LoanFile) => string = ({ enterprise }) => enterprise.id,
): SumsOn {
  const asked = was.claim.sums;
  if (!asked) return NO_SUMS;
  const place = new Map(paid.map(({ claim }, at) => [claim.id, at]));
  const [really, would]: [PaidClaim[], PaidClaim[]] = [[], []];
  const sumsOn: SumsOn = (file, claim, on) => {
    const before = place.get(claim.id);
    const known = { ...file, enterprise: { ...file.enterprise, id: firm(file) } };
    const lent = loans.filter(({ disbursedOn }) => disbursedOn <= on);
    const by = (scheme: Scheme, all: readonly PaidClaim[]) =>
      sumsFor(scheme.claim.sums ?? asked, { loans: lent, paid: all.slice(0, before ?? all.length) }, known, claim, on);
    return { was: by(was, really), other: by(other, would) };
  };
  for (const one of paid) {
    const { file, claim } = one;
    const sums = sumsOn(file, claim, one.paid.paidOn);
    const [before, after] = [amountBy(was, one, sums.was), amountBy(other, one, sums.other)];
    const record = {
      ...one.paid,
      claimId: claim.id,
      enterpriseId: firm(file),
      lenderId: file.loan.lender.id,
      mode: file.loan.mode,
      disbursedOn: file.loan.disbursedOn,
      filedOn: claim.receivedOn,
    };
    really.push(record);
    would.push(before && after ? { ...record, amount: paidAs(record.amount, ZERO, before.amount, after.amount) } : record);
  }
  return sumsOn;
}
