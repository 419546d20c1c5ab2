/** The only file that touches what was found about who answers for a loss. */
import { type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { Exemption } from "../../shared/process/exemption";
import { newId } from "../clock";
import { type Query, rows, statement } from "../database";

export interface LiabilityRow {
  what: "exempt" | "answers";
  found: string;
  document_no: string;
  reason: string;
  on_day: string;
  by_name: string;
}

/** Of one case, oldest first. */
export const liabilityQuery = (db: D1Database, caseId: string | SQL): Query<LiabilityRow> =>
  rows(
    db,
    sql`SELECT l.what, l.found, l.document_no, l.reason, l.on_day, o.name AS by_name FROM liability l CROSS JOIN organisation o ON o.id = l.by_org
      WHERE l.case_id = ${caseId} ORDER BY l.recorded_at, l.id`,
  );

export const foundIn = (row: LiabilityRow): readonly string[] => JSON.parse(row.found) as string[];

export function exemptionOf(found: readonly LiabilityRow[]): Exemption | undefined {
  const row = found.find(({ what }) => what === "exempt");
  return row && { found: foundIn(row), documentNo: row.document_no, on: row.on_day as LocalDate };
}

/** The first finding that somebody answers for the loss. */
export function answeredOf(found: readonly LiabilityRow[]): { readonly documentNo: string; readonly on: LocalDate } | undefined {
  const row = found.find(({ what }) => what === "answers");
  return row && { documentNo: row.document_no, on: row.on_day as LocalDate };
}

export interface NewLiability extends Omit<LiabilityRow, "found" | "by_name"> {
  readonly schemeId: string;
  readonly caseId: string;
  readonly found: readonly string[];
  readonly byOrg: string;
  readonly madeBy: string;
  readonly now: number;
}

export function insertLiability(db: D1Database, row: NewLiability): { readonly id: string; readonly statement: D1PreparedStatement } {
  const id = newId();
  return {
    id,
    statement: statement(
      db,
      sql`INSERT INTO liability (id, scheme_id, case_id, what, found, document_no, reason, on_day, by_org, made_by, recorded_at)
        VALUES (${id}, ${row.schemeId}, ${row.caseId}, ${row.what}, ${JSON.stringify(row.found)}, ${row.document_no}, ${row.reason}, ${row.on_day}, ${row.byOrg},
          ${row.madeBy}, ${row.now})`,
    ),
  };
}
