/** The sums that a district's claims are held against, for both readings: every loan by its day, every paid claim in the order of payment. Nothing is read where the document holds no sums. */
import { sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { refuse } from "../../shared/outcome";
import { evolveFile, type LoanFile } from "../../shared/process/loan-file";
import { NO_SUMS, type PaidBefore, type SumsOn, sumsOtherwise } from "../../shared/schemes/counterfactual-sums";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, type Rows, rows } from "../database";
import type { EventRow } from "../event";
import type { LoadCtx } from "../verb";
import { toldOf } from "./preview-told";

/** More are not told in one answer; their amounts are left out and said to be. */
const PAID_MOST = 500;

interface LentRow {
  credit_code: string;
  lender_org: string;
  mode: string;
  disbursed_on: string;
  principal: number;
}
interface ClaimedRow {
  case_id: string;
  claim_id: string;
  credit_code: string;
  paid_on: string | null;
  paid: number;
}

const lentQuery = (db: D1Database, schemeId: string | null): Query<LentRow> =>
  rows(
    db,
    sql`SELECT credit_code, lender_org, mode, disbursed_on, SUM(principal) AS principal FROM loan
      WHERE scheme_id = ${schemeId} AND undone_by IS NULL GROUP BY 1, 2, 3, 4`,
  );

/** A payment by mistake that was taken back stands in the books as unpaid. */
const claimedQuery = (db: D1Database, schemeId: string | null): Query<ClaimedRow> =>
  rows(
    db,
    sql`SELECT f.case_id, f.claim_id, l.credit_code, CASE WHEN p.id IS NOT NULL AND p.paid_seq IS NULL THEN NULL ELSE f.paid_on END AS paid_on, f.paid
      FROM loan_file f CROSS JOIN loan l ON l.id = f.loan_id LEFT JOIN payable p ON p.scheme_id = f.scheme_id AND p.id = f.claim_id
      WHERE f.scheme_id = ${schemeId} AND f.claim_id IS NOT NULL ORDER BY f.paid_on, p.paid_seq, f.case_id`,
  );

const paidEventsQuery = (db: D1Database, schemeId: string | null): Query<EventRow> =>
  rows(
    db,
    sql`SELECT e.* FROM (SELECT case_id FROM loan_file WHERE scheme_id = ${schemeId} AND paid_on IS NOT NULL LIMIT ${PAID_MOST + 1}) page
      CROSS JOIN case_event e ON e.case_id = page.case_id ORDER BY e.case_id, e.seq`,
  );

export function previewSumsQueries({ db, schemeId, document }: Pick<LoadCtx, "db" | "schemeId" | "document">) {
  const asked = document.claim.sums ? schemeId : null;
  return { lent: lentQuery(db, asked), claimed: claimedQuery(db, asked), paidEvents: paidEventsQuery(db, asked) };
}

/** The claim as it stood before it was paid. */
function paidBefore(row: ClaimedRow, events: readonly EventRow[]): PaidBefore | undefined {
  const { opened, fileEvents } = toldOf(row.case_id, events);
  const at = fileEvents.findIndex(({ event }) => event.type === "claim_paid");
  const file = opened && fileEvents.slice(0, at).reduce<LoanFile>(evolveFile, opened);
  if (!file?.claim || at < 0) return undefined;
  return { file, claim: file.claim, paid: { amount: fen(row.paid), paidOn: row.paid_on as LocalDate } };
}

export function previewSums(was: Scheme, other: Scheme, { lent, claimed, paidEvents }: Rows<ReturnType<typeof previewSumsQueries>>): SumsOn {
  if (!was.claim.sums) return NO_SUMS;
  const paid = claimed.filter(({ paid_on }) => paid_on !== null);
  const missing = refuse("fact_missing");
  if (paid.length > PAID_MOST) return () => ({ was: missing, other: missing });
  const codes = new Map(claimed.map(({ case_id, credit_code }) => [case_id, credit_code]));
  const loans = lent.map((row) => ({
    enterpriseId: row.credit_code,
    lenderId: row.lender_org,
    mode: row.mode,
    disbursedOn: row.disbursed_on as LocalDate,
    principal: fen(row.principal),
  }));
  const before = paid.flatMap((row) => paidBefore(row, paidEvents) ?? []);
  return sumsOtherwise(was, other, before, loans, ({ caseId }) => codes.get(caseId) ?? caseId);
}
