/** What a district's own records add up beside a loan at hand: live loans of a firm, a bank or all, and what was lent and paid of each. */
import type { LocalDate } from "../local-date";
import { type Fen, plus } from "../money";
import type { Records } from "../process/claim-sums";
import { outstandingOn } from "../process/loan-life";
import type { Life, Matter } from "./testing-life";

/** Principal of the loans that are not repaid, of those that fit; an order to pay that stands counts as paid. */
export function liveOf<M extends Matter>(life: Life<M>, fits: (matter: M) => boolean, how: "principal" | "outstanding" = "principal"): Fen {
  const live = life.matters.filter((one) => fits(one) && one.file && !one.file.claim?.paid && outstandingOn(one.file.life, life.on) > 0);
  return plus(...live.flatMap(({ file }) => (file ? [how === "principal" ? file.loan.principal : outstandingOn(file.life, life.on)] : [])));
}

export const lentSince = <M extends Matter>(life: Life<M>, fits: (matter: M) => boolean, from?: LocalDate): Fen =>
  plus(...life.matters.flatMap((one) => (fits(one) && one.file && (!from || one.file.loan.disbursedOn >= from) ? [one.file.loan.principal] : [])));

/** Loans and paid claims as a formula asks for them; what an order to pay has set aside counts as paid. */
export function recordsOf<M extends Matter>(life: Life<M>): Records {
  const loans: Records["loans"][number][] = [];
  const paid: Records["paid"][number][] = [];
  for (const { file, enterprise, instruction } of life.matters) {
    if (!file) continue;
    const { loan, claim } = file;
    const parties = { enterpriseId: enterprise.id, lenderId: loan.lender.id, mode: loan.mode, disbursedOn: loan.disbursedOn };
    loans.push({ ...parties, principal: loan.principal });
    const standing = instruction?.status === "INSTRUCTED" ? plus(instruction.plan.account, instruction.plan.quota) : undefined;
    const amount = claim?.paid?.amount ?? standing;
    if (claim && amount !== undefined)
      paid.push({ ...parties, claimId: claim.id, amount, filedOn: claim.receivedOn, paidOn: claim.paid?.on ?? life.on });
  }
  return { loans, paid };
}
