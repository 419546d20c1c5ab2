/** Whether a funded deal came before its agreement was signed, and what the government said to it (六). */
import type { SQL } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { type LoanFile, payeeOf } from "../../shared/process/loan-file";
import type { OrgRef } from "../../shared/process/party";
import { modesOf } from "../../shared/process/procedure";
import { needsConsent } from "../../shared/process/transition";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Rows } from "../database";
import { firstSignedOn, firstSignedQuery } from "../institution/store";
import { transitionQuery } from "../sanction/store";

export interface TransitionState {
  readonly needed: boolean;
  readonly consent?: { readonly documentNo: string; readonly on: LocalDate };
}

/** Merge into a verb's own `load`. */
export const transitionQueries = (db: D1Database, schemeId: string, caseId: string | SQL) => ({
  signed: firstSignedQuery(db, schemeId),
  transition: transitionQuery(db, caseId),
});
export type TransitionRows = Rows<ReturnType<typeof transitionQueries>>;

/** The institution whose agreement a deal rests on: who would be paid, or the lender where nobody is. */
export const standsBehind = (scheme: Pick<Scheme, "admission">, file: Pick<LoanFile, "loan">): OrgRef => {
  const mode = modesOf(scheme.admission).find((one) => one.id === file.loan.mode);
  return (mode && payeeOf(file, mode)) ?? file.loan.lender;
};

export function transitionOf(
  scheme: Pick<Scheme, "admission" | "transition">,
  file: Pick<LoanFile, "loan">,
  { signed, transition: [consent] }: TransitionRows,
): TransitionState {
  const needed = needsConsent(scheme, file.loan, firstSignedOn(signed, standsBehind(scheme, file).id));
  return { needed, ...(consent ? { consent: { documentNo: consent.document_no, on: consent.on_day as LocalDate } } : {}) };
}

/** Who is still to be asked; nobody where nothing is needed or all was said. */
export const asksConsent = (scheme: Pick<Scheme, "transition">, { needed, consent }: TransitionState) =>
  needed && !consent ? (scheme.transition?.by ?? []) : [];
