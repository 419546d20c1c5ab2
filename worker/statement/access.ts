/** Whether somebody may see a case's papers, and which of them they may add. */
import { sql } from "drizzle-orm";
import type { STATEMENT_KINDS } from "../../shared/contract/statement";
import type { OrgKind } from "../../shared/process/party";
import type { Actor, Mine } from "../actor";
import { type Query, rows } from "../database";

type Kind = (typeof STATEMENT_KINDS)[number];

export interface AccessRow {
  caseId: string;
  enterpriseOrg: string;
  /** 1 once submitted: until then it is nobody's but the enterprise's. */
  submitted: number;
  /** The part that the acting organisation has in the case, if any. */
  part: string | null;
}

/** No row: there is no such case in this scheme. */
export const accessQuery = (db: D1Database, caseId: string, schemeId: string, mine: Mine): Query<AccessRow> =>
  rows(
    db,
    sql`SELECT f.id AS caseId, f.enterprise_org AS enterpriseOrg, f.submitted_on IS NOT NULL AS submitted,
      (SELECT part FROM case_party WHERE case_id = f.id AND org_id = ${mine.orgId} LIMIT 1) AS part
      FROM case_file f WHERE f.id = ${caseId} AND f.scheme_id = ${schemeId}`,
  );

const WHOLE_DISTRICT: readonly OrgKind[] = ["office", "finance", "auditor"];
/** The papers that are not the enterprise's own. */
const THEIRS: Partial<Record<OrgKind, readonly Kind[]>> = {
  township: ["profile", "loan_need", "other"],
  department: ["profile", "loan_need", "other"],
  office: ["agreement", "gov_document", "other"],
};
const NOT_THE_FIRMS: readonly Kind[] = ["agreement", "gov_document"];

export interface Access {
  readonly see: boolean;
  readonly add: (kind: Kind) => boolean;
}

const NONE: Access = { see: false, add: () => false };

/** `caseAccess(actor, found.access[0])`: neither for a case that is not theirs, exactly as for one that does not exist. */
export function caseAccess(actor: Actor, row: AccessRow | undefined): Access {
  if (!row) return NONE;
  if (row.enterpriseOrg === actor.orgId) return { see: true, add: (kind) => !NOT_THE_FIRMS.includes(kind) };
  if (row.part === null && !(row.submitted === 1 && WHOLE_DISTRICT.includes(actor.orgKind))) return NONE;
  return { see: true, add: (kind) => THEIRS[actor.orgKind]?.includes(kind) ?? false };
}
