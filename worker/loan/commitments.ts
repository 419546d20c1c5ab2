/** What a loan commits of the fund: its ratio of what is outstanding while it is neither repaid nor paid for (一（一）, reading YQ-A40). */
import { Book } from "../../shared/fund/balances";
import { reasonOf } from "../../shared/fund/chart";
import { commitmentChange, commitmentOf } from "../../shared/fund/exposure";
import type { LedgerEvent, LedgerView } from "../../shared/fund/ledger";
import { post } from "../../shared/fund/posting";
import type { LocalDate } from "../../shared/local-date";
import { ZERO } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { type LoanFile, payeeOf } from "../../shared/process/loan-file";
import { outstandingOn } from "../../shared/process/loan-life";
import type { LoanMode } from "../../shared/process/procedure";
import type { Scheme } from "../../shared/schemes/scheme";

interface At {
  readonly scheme: Scheme;
  readonly mode: LoanMode;
  readonly books: { readonly view: LedgerView };
  readonly act: { readonly on: LocalDate };
}

/** The posting that follows a decision; `ledger` is what the decision itself posts before it, `seq` the case's last event after it. */
export function commitments(now: At, file: LoanFile, ledger: readonly LedgerEvent[], seq: number, madeBy: string): Outcome<LedgerEvent[]> {
  const { chart } = now.scheme.fund;
  const account = reasonOf(chart, "commit")?.debits[0];
  if (!account) return accept([]);
  const book = new Book(chart, now.books.view).fold(...ledger);
  const { loanId } = file.loan;
  const free = file.claim?.paid !== undefined || !payeeOf(file, now.mode);
  const due = free ? ZERO : commitmentOf({ ratio: file.tier.ratio, outstanding: outstandingOn(file.life, now.act.on) });
  const change = commitmentChange(chart, loanId, book.balance(account, loanId), due);
  if (!change) return accept([]);
  const { reason, entries } = change;
  return post(chart, book, { id: `${loanId}-c${seq}`, reason, on: now.act.on, entries, persons: { madeBy }, caseId: file.caseId });
}
