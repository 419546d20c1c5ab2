/** The only file that touches payment instructions and their steps. */
import { type SQL, sql } from "drizzle-orm";
import type { InstructionStatus } from "../../shared/fund/payment";
import { type Query, rows } from "../database";

/** Where the case's payment stands that is under way or done; none before one is drawn up. */
export const instructionOfCaseQuery = (
  db: D1Database,
  caseId: string | SQL,
): Query<{ no: string; status: InstructionStatus; payable_id: string; until_day: string | null }> =>
  rows(
    db,
    sql`SELECT no, status, payable_id, until_day FROM fund_instruction WHERE case_id = ${caseId} AND status <> 'CANCELLED' ORDER BY moved_at DESC`,
  );
