/** A running loan of a district that starts in the middle: its row held against the document's rules and the records, with every fault, or the case that it becomes. */
import type { Tie } from "../enterprise/affiliates";
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import { accept, type Outcome, refuse } from "../outcome";
import type { LoanRecord } from "./event";
import { payeeOf } from "./loan-file";
import type { LoanGrade } from "./loan-life";
import type { OpeningKnown, OpeningScheme } from "./opening-known";
import { amounts, consentOf, groupOfRow, INSTITUTIONS, loanOf, Row, reviewOf, tiesOf } from "./opening-rules";
import type { ClaimCells, LoanRow } from "./opening-sheet";
import type { OrgRef } from "./party";
import { stepOf } from "./procedure";

export interface OpeningClaim extends ClaimCells {
  readonly payee: OrgRef;
}

/** A row that may enter. */
export interface OpeningCase {
  readonly firm: string;
  readonly creditCode: string;
  readonly representative: LoanRow["representative"];
  readonly recommender: OrgRef;
  readonly recoveryOwner: OrgRef;
  readonly reviewedOn: LocalDate;
  readonly units: readonly OrgRef[];
  readonly tier: { readonly choice: string; readonly ratio: Ratio };
  readonly consentNo?: string;
  /** The deal came before its agreement and rests on the government's paper alone. */
  readonly transition: boolean;
  readonly slot?: { readonly id: string; readonly year: number; readonly max: number };
  readonly loan: Omit<LoanRecord, "loanId" | "leadId">;
  readonly outstanding: Fen;
  readonly grade: LoanGrade;
  readonly claim?: OpeningClaim;
  readonly ties: readonly Tie[];
  /** Whom the loan uses up: the firm and its group. */
  readonly uses: readonly string[];
}

/** Refuses with every fault of the row, each with its column, its figures and the article. */
export function openingCase(scheme: OpeningScheme, row: LoanRow, known: OpeningKnown, on: LocalDate): Outcome<OpeningCase> {
  const read = new Row(row, known);
  const registered = known.firms.get(row.firm);
  if (registered !== undefined && registered !== row.creditCode) read.take(refuse("already_exists", { name: row.firm }, undefined, "firm"));
  const by = stepOf(scheme.admission, "recommend")?.by ?? [];
  const recommender = read.org(row.recommender, by, "recommender");
  const recoveryOwner =
    row.recoveryOwner === undefined ? recommender : read.org(row.recoveryOwner, [...by, ...INSTITUTIONS, "office", "finance"], "recoveryOwner");
  const review = reviewOf(scheme, read, recommender);
  const lent = loanOf(scheme, read, on);
  const uses = lent ? groupOfRow(scheme, read, lent.loan.disbursedOn) : undefined;
  const owed = lent ? amounts(scheme, read, lent, review?.ratio, on) : undefined;
  const payee = lent ? (payeeOf(lent, lent.mode) ?? lent.loan.lender) : undefined;
  const consent = lent && review && payee ? consentOf(scheme, read, review.choice, lent.loan, payee) : undefined;
  if (read.faults.length > 0 || !recommender || !recoveryOwner || !review || !lent || !uses || !owed || !consent)
    return { ok: false, refusals: read.faults };
  const { loanId: _, leadId: __, ...loan } = lent.loan;
  return accept({
    firm: row.firm,
    creditCode: row.creditCode,
    representative: row.representative,
    recommender,
    recoveryOwner,
    reviewedOn: row.reviewedOn,
    units: review.units,
    tier: { choice: review.choice, ratio: review.ratio },
    ...(row.consentNo ? { consentNo: row.consentNo } : {}),
    ...consent,
    loan,
    outstanding: row.outstanding,
    grade: row.grade,
    ...owed,
    ties: tiesOf(row),
    uses,
  });
}

/** What the next row meets beside what stands: the loan, the ties, the contract and the place of the one before. */
export const withCase = (known: OpeningKnown, one: OpeningCase): OpeningKnown => ({
  ...known,
  ties: [...known.ties, ...one.ties],
  loans: [...known.loans, { creditCode: one.creditCode, name: one.firm, disbursedOn: one.loan.disbursedOn }],
  contracts: new Set([...known.contracts, `${one.loan.lender.id}/${one.loan.contractNo}`]),
  firms: new Map([...known.firms, [one.firm, one.creditCode]]),
  taken: one.slot ? [...known.taken, one.reviewedOn] : known.taken,
});
