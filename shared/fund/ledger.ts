/** What the ledger remembers: transfers in entries of integer fen, what was approved for payment, and what became of each. Append-only. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import type { Fen } from "../money";
import type { Account, Count, ReasonId, Side } from "./chart";

export interface Entry {
  readonly account: string;
  /** The claim, loan, receipt or institution of an account that is kept apart by it. */
  readonly of?: string;
  readonly side: Side;
  /** More than nothing, in fen. */
  readonly amount: Fen;
}

/** Who entered it and who checked it; where a reason asks for two, they differ. */
export interface Persons {
  readonly madeBy: string;
  readonly checkedBy?: string;
}

export interface Transfer {
  readonly id: string;
  readonly reason: ReasonId;
  readonly on: LocalDate;
  readonly entries: readonly Entry[];
  readonly persons: Persons;
  readonly caseId?: string;
  readonly payableId?: string;
  /** The paper behind it: a consent, a notice, a voucher. */
  readonly documentNo?: string;
  /** The transfer that it undoes, and why. */
  readonly reverses?: string;
  readonly why?: string;
}

/** Which sub-account is meant, by what accounts are kept apart by. */
export type Subs = Readonly<Partial<Record<NonNullable<Account["per"]>, string>>>;

/** An amount that was approved for payment to one payee: a claim's compensation, a receipt's subsidy. */
export interface Payable {
  readonly id: string;
  readonly reason: ReasonId;
  /** The claim or the receipt: the sub-account that its payment is booked on. */
  readonly of: string;
  /** Absent for what is paid for a year's business as a whole. */
  readonly caseId?: string;
  readonly payeeId: string;
  readonly amount: Fen;
  readonly approvedOn: LocalDate;
  readonly documentNo?: string;
  /** Sub-accounts of other kinds that may pay it, e.g. the firm's own deposit, where a fund keeps money apart by them. */
  readonly subs?: Subs;
}

export type LedgerEvent =
  | { readonly type: "payable_approved"; readonly payable: Payable }
  | { readonly type: "reserved"; readonly transfer: Transfer; readonly until: LocalDate; readonly cites: Citation }
  | { readonly type: "posted"; readonly transfer: Transfer; readonly held: boolean; readonly cites: Citation }
  | { readonly type: "voided"; readonly id: string; readonly on: LocalDate; readonly why: string }
  | { readonly type: "expired"; readonly id: string; readonly on: LocalDate };

export type TransferStatus = "reserved" | "posted" | "voided" | "expired" | "reversed";

export interface Standing {
  readonly transfer: Transfer;
  readonly status: TransferStatus;
  /** Last day of a reservation. */
  readonly until?: LocalDate;
}

export interface PayableStanding {
  readonly payable: Payable;
  /** Drawn from the quota for it so far. */
  readonly drawn: Fen;
  /** The transfer that pays it, or the reservation that will. */
  readonly settledBy?: string;
}

/** What a posting asks of the books; the worker answers from the rows that it loaded, a simulation from a `Book`. */
export interface LedgerView {
  /** Without `of` the account's total. */
  balance(account: string, of?: string): Fen;
  /** Part of a balance that reservations will take. */
  held(account: string, of?: string): Fen;
  standing(transferId: string): Standing | undefined;
  payable(id: string): PayableStanding | undefined;
  count(name: Count): Fen;
}
