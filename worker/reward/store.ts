/** The only file that touches how institutions were judged for a year; with the business of the year that rewards go by. */
import { type SQL, sql } from "drizzle-orm";
import { type BatchLoan, newBatchVolume, type Reward, rewardOf } from "../../shared/fund/reward";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, fen } from "../../shared/money";
import type { Outcome } from "../../shared/outcome";
import type { Evaluation } from "../../shared/process/evaluation";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import { type Query, rows, statement } from "../database";

export interface EvaluationRow {
  org_id: string;
  year: number;
  points: string;
  leverage: string;
  score: string;
  document_no: string;
  on_day: string;
  by_kind: OrgKind;
}

export const evaluationsQuery = (db: D1Database, schemeId: string, orgId?: string | SQL): Query<EvaluationRow & { name: string; kind: OrgKind }> =>
  rows(
    db,
    sql`SELECT e.org_id, e.year, e.points, e.leverage, e.score, e.document_no, e.on_day, e.by_kind, o.name, o.kind FROM evaluation e
      CROSS JOIN organisation o ON o.id = e.org_id WHERE e.scheme_id = ${schemeId} ${orgId === undefined ? sql`` : sql`AND e.org_id = ${orgId}`}
      ORDER BY e.year DESC, e.org_id LIMIT 500`,
  );

export const insertEvaluation = (
  db: D1Database,
  row: EvaluationRow & { readonly scheme_id: string; readonly by_org: string; readonly made_by: string; readonly recorded_at: number },
): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO evaluation (scheme_id, org_id, year, points, leverage, score, document_no, on_day, by_kind, by_org, made_by, recorded_at)
      VALUES (${row.scheme_id}, ${row.org_id}, ${row.year}, ${row.points}, ${row.leverage}, ${row.score}, ${row.document_no}, ${row.on_day}, ${row.by_kind},
        ${row.by_org}, ${row.made_by}, ${row.recorded_at})`,
  );

interface BatchRow {
  lender: string;
  partner: string | null;
  disbursed_on: string;
  principal: number;
}

/** Loans that were filed as guaranteed in a batch, of one institution or of all that were ever judged. */
export const batchLoansQuery = (db: D1Database, schemeId: string, orgId: string | SQL): Query<BatchRow> =>
  rows(
    db,
    sql`SELECT l.lender_org AS lender, l.partner_org AS partner, l.disbursed_on, l.principal FROM loan l
      WHERE l.scheme_id = ${schemeId} AND l.undone_by IS NULL AND (l.lender_org IN (${orgId}) OR l.partner_org IN (${orgId}))
        AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = l.case_id AND e.data ->> '$.loan.loanId' = l.id AND e.data ->> '$.loan.batch' = 1)`,
  );

export interface RewardRows {
  readonly evaluated: readonly EvaluationRow[];
  readonly batches: readonly BatchRow[];
}

export const volumeOf = (batches: readonly BatchRow[], orgId: string, year: number): Fen => newBatchVolume(batches.map(loanOf), orgId, year);

const loanOf = ({ lender, partner, disbursed_on, principal }: BatchRow): BatchLoan => ({
  lenderId: lender,
  ...(partner === null ? {} : { partnerId: partner }),
  principal: fen(principal),
  disbursedOn: disbursed_on as LocalDate,
  batch: true,
});

const evaluationOf = (row: EvaluationRow): Evaluation => ({
  institutionId: row.org_id,
  year: row.year,
  points: JSON.parse(row.points) as Evaluation["points"],
  by: row.by_kind,
  documentNo: row.document_no,
});

/** What the reward of a year comes to by the records; undefined where the document gives none. */
export function rewardBy(
  { reward }: Pick<Scheme, "reward">,
  { evaluated, batches }: RewardRows,
  who: { readonly id: string; readonly kind: OrgKind },
  year: number,
  on: LocalDate,
): Outcome<Reward> | undefined {
  if (!reward) return undefined;
  const row = evaluated.find((one) => one.org_id === who.id && one.year === year);
  const judged = row ? { leverage: row.leverage, evaluation: evaluationOf(row) } : { leverage: "0" };
  return rewardOf(reward, who, { year, volume: volumeOf(batches, who.id, year), ...judged }, on);
}

/** What was paid under a reward's approval. */
export const paidRewardsQuery = (db: D1Database, schemeId: string): Query<{ id: string; amount: number }> =>
  rows(db, sql`SELECT id, amount FROM payable WHERE scheme_id = ${schemeId} AND reason = 'reward' AND case_id = '' AND paid_seq IS NOT NULL`);
