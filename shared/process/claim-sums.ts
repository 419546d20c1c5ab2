/** Running sums that a compensation is held against: what was paid before and what was lent, of one firm or one lender, in a year or in the whole life. */
import type { Citation } from "../citation";
import { dateOf, type LocalDate, partsOf } from "../local-date";
import { type Fen, plus } from "../money";
import { accept, type Outcome } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Claim } from "./claim-state";
import type { LoanFile } from "./loan-file";

/** Which calendar year a claim belongs to: that in which it was filed, is paid, or in which its loan was made. */
export type YearBy = "claim" | "payment" | "vintage";

export interface RunningSum {
  /** The word of the formula's figure. */
  readonly id: string;
  readonly says: string;
  /** Paid on other claims, or principal that was lent. */
  readonly what: "compensated" | "disbursed";
  /** Of the same firm, of the same lender, or of the two together. */
  readonly of: readonly ("enterprise" | "lender")[];
  /** Absent for the whole life; `day` is the name under which the formula asks for the day by which that year's numbers are read. */
  readonly year?: { readonly by: Parameter<YearBy>; readonly day: string };
  /** Loans of these modes; all where absent. */
  readonly modes?: readonly string[];
  readonly cites: Citation;
}

interface Parties {
  readonly enterpriseId: string;
  readonly lenderId: string;
  readonly mode: string;
  readonly disbursedOn: LocalDate;
}

export interface LentLoan extends Parties {
  readonly principal: Fen;
}

/** A claim that the fund has paid, without what was paid by mistake and taken back (reading G-21). */
export interface PaidClaim extends Parties {
  readonly claimId: string;
  readonly amount: Fen;
  readonly filedOn: LocalDate;
  readonly paidOn: LocalDate;
}

export interface Records {
  readonly loans: readonly LentLoan[];
  readonly paid: readonly PaidClaim[];
}

const yearOf = (by: YearBy, days: { readonly filedOn: LocalDate; readonly paidOn: LocalDate; readonly disbursedOn: LocalDate }): number =>
  partsOf({ claim: days.filedOn, payment: days.paidOn, vintage: days.disbursedOn }[by]).year;

const daysOf = (file: LoanFile, claim: Claim, on: LocalDate) => ({ filedOn: claim.receivedOn, paidOn: on, disbursedOn: file.loan.disbursedOn });

/** What the records say for this claim on a day, by the words of the formula. */
export function sumsFor(
  sums: readonly RunningSum[],
  records: Records,
  file: LoanFile,
  claim: Claim,
  on: LocalDate,
): Outcome<Readonly<Record<string, Fen>>> {
  const found: Record<string, Fen> = {};
  for (const { id, what, of, year, modes } of sums) {
    const by = year ? valueOn(year.by, on) : accept(undefined);
    if (!by.ok) return by;
    const wanted = by.value && yearOf(by.value, daysOf(file, claim, on));
    const same = (one: Parties) =>
      (!of.includes("enterprise") || one.enterpriseId === file.enterprise.id) &&
      (!of.includes("lender") || one.lenderId === file.loan.lender.id) &&
      (!modes || modes.includes(one.mode));
    const lent = records.loans.filter((one) => same(one) && (wanted === undefined || partsOf(one.disbursedOn).year === wanted));
    const paid = records.paid.filter((one) => same(one) && one.claimId !== claim.id && (by.value === undefined || yearOf(by.value, one) === wanted));
    found[id] = what === "disbursed" ? plus(...lent.map(({ principal }) => principal)) : plus(...paid.map(({ amount }) => amount));
  }
  return accept(found);
}

/**
 * Days by which a formula may read its numbers: `disbursed`, `claimed`, `payment` (the day itself), and for each yearly sum the last day of its year, or the day itself while that
 * year still runs.
 */
export function formulaDays(
  sums: readonly RunningSum[] | undefined,
  file: LoanFile,
  claim: Claim,
  on: LocalDate,
): Outcome<Readonly<Record<string, LocalDate>>> {
  const days: Record<string, LocalDate> = { disbursed: file.loan.disbursedOn, claimed: claim.receivedOn, payment: on };
  for (const { year } of sums ?? []) {
    if (!year) continue;
    const by = valueOn(year.by, on);
    if (!by.ok) return by;
    const last = dateOf(yearOf(by.value, daysOf(file, claim, on)), 12, 31);
    days[year.day] = last < on ? last : on;
  }
  return accept(days);
}
