/** Claims as lists need them, read from the rows of loan files and moved by nobody here. */
import { type SQL, sql } from "drizzle-orm";
import type { Act } from "../../shared/process/act";
import type { OrgKind } from "../../shared/process/party";
import type { Mine } from "../actor";
import { addParty } from "../case/store";
import { type Query, rows } from "../database";

/** Desks that see every case need no part in one. */
const EVERYWHERE: readonly OrgKind[] = ["office", "finance", "auditor"];

/** Who has acted on a claim goes on seeing its case when it waits for others. */
export const staysParty = (db: D1Database, caseId: string, { actor: { org } }: Act): D1PreparedStatement[] =>
  EVERYWHERE.includes(org.kind) ? [] : [addParty(db, caseId, org.id, org.kind === "government" ? "approver" : "reviewer")];

export interface ClaimListRow {
  case_id: string;
  no: string;
  enterprise: string;
  payee: string | null;
  claim_id: string;
  claim_step: string;
  claim_since: string;
  batch: string | null;
  claim_principal: number;
  claim_amount: number | null;
  paid_on: string | null;
}

export interface ClaimFilter {
  readonly schemeId: string;
  readonly batch?: string | undefined;
  readonly step?: string | undefined;
  readonly after?: { readonly on: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** `district`: all; `payee`: those that the viewer's institution filed; `party`: those of cases in which it takes part. */
export type ClaimScope = "district" | "payee" | "party";

const source = (scope: ClaimScope, mine: Mine): SQL =>
  scope === "party"
    ? sql`(SELECT DISTINCT case_id FROM case_party WHERE org_id = ${mine.orgId}) own CROSS JOIN loan_file l ON l.case_id = own.case_id`
    : sql`loan_file l`;

function conditions(scope: ClaimScope, schemeId: string, mine: Mine): SQL[] {
  const own = scope === "payee" ? [sql`l.payee_org = ${mine.orgId}`] : [];
  return [sql`l.scheme_id = ${schemeId}`, sql`l.claim_id IS NOT NULL`, ...own];
}

/** The latest movement first. */
export function claimsQuery(
  db: D1Database,
  { schemeId, batch, step, after, limit }: ClaimFilter,
  scope: ClaimScope,
  mine: Mine,
): Query<ClaimListRow> {
  const wanted = [
    ...conditions(scope, schemeId, mine),
    ...(batch ? [sql`l.batch = ${batch}`] : []),
    ...(step ? [sql`l.claim_step = ${step}`] : []),
    ...(after ? [sql`(l.claim_since, l.case_id) < (${after.on}, ${after.id})`] : []),
  ];
  return rows(
    db,
    sql`SELECT l.case_id, f.no, f.enterprise_name AS enterprise, p.name AS payee, l.claim_id, l.claim_step, l.claim_since, l.batch, l.claim_principal,
        l.claim_amount, l.paid_on
      FROM ${source(scope, mine)} CROSS JOIN case_file f ON f.id = l.case_id LEFT JOIN organisation p ON p.id = l.payee_org
      WHERE ${sql.join(wanted, sql` AND `)} ORDER BY l.claim_since DESC, l.case_id DESC LIMIT ${limit + 1}`,
  );
}

/** Most half-years that the summary goes back. */
const BATCHES = 12;

export interface BatchRow {
  batch: string;
  claims: number;
  principal: number;
  open: number;
}
export const batchesQuery = (db: D1Database, schemeId: string, scope: ClaimScope, mine: Mine): Query<BatchRow> =>
  rows(
    db,
    sql`SELECT l.batch, COUNT(*) AS claims, SUM(l.claim_principal) AS principal, SUM(l.paid_on IS NULL) AS open
      FROM ${source(scope, mine)} WHERE ${sql.join([...conditions(scope, schemeId, mine), sql`l.batch IS NOT NULL`], sql` AND `)}
      GROUP BY l.batch ORDER BY l.batch DESC LIMIT ${BATCHES}`,
  );
