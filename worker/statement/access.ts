/** Which of a case's papers somebody may see, and which they may add. */
import { type SQL, sql } from "drizzle-orm";
import type { STATEMENT_KINDS } from "../../shared/contract/statement";
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";
import type { Actor, Mine } from "../actor";
import { desksOf } from "../case/desk";
import { type Query, rows } from "../database";

type Kind = (typeof STATEMENT_KINDS)[number];

export interface AccessRow {
  caseId: string;
  enterpriseOrg: string;
  /** 1 once submitted: until then it is nobody's but the enterprise's. */
  submitted: number;
  /** Comma list of the parts that the acting organisation has in the case; null where it has none. */
  parts: string | null;
  /** 1 for the institutions of the loan: who lent, and who stands behind it. */
  lent: number;
}

/** What the acting organisation is in the case `f`; an authority that it waits for looks at it. */
export const partIn = (mine: Mine): SQL =>
  sql`COALESCE((SELECT group_concat(part) FROM case_party WHERE case_id = f.id AND org_id = ${mine.orgId}),
        CASE WHEN EXISTS (SELECT 1 FROM case_wait w WHERE w.case_id = f.id AND w.org_kind = ${mine.orgKind} AND w.org_id = '*'
          AND w.org_kind IN ('government', 'department', 'manager', 'regulator')) THEN 'reviewer' END) AS parts,
      EXISTS (SELECT 1 FROM loan n WHERE n.case_id = f.id AND ${mine.orgId} IN (n.lender_org, n.partner_org)) AS lent`;

/** No row: there is no such case in this scheme. */
export const accessQuery = (db: D1Database, caseId: string, schemeId: string, mine: Mine): Query<AccessRow> =>
  rows(
    db,
    sql`SELECT f.id AS caseId, f.enterprise_org AS enterpriseOrg, f.submitted_on IS NOT NULL AS submitted,
      ${partIn(mine)}
      FROM case_file f WHERE f.id = ${caseId} AND f.scheme_id = ${schemeId}`,
  );

/** The papers that are not the enterprise's own. */
const THEIRS: Partial<Record<OrgKind, readonly Kind[]>> = {
  township: ["profile", "loan_need", "other"],
  department: ["profile", "loan_need", "other"],
  office: ["agreement", "gov_document", "other"],
};
const NOT_THE_FIRMS: readonly Kind[] = ["agreement", "gov_document"];
const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

/** The papers of a claim and of the law that follows it: between the institutions of the loan and those who decide. */
export const claimSide = ({ claim }: Pick<Scheme, "claim">): readonly string[] => [...claim.papers.map((paper) => paper.kind), "legal_proof"];

export interface Access {
  readonly see: boolean;
  readonly sees: (kind: string) => boolean;
  readonly add: (kind: Kind) => boolean;
}

const NONE: Access = { see: false, sees: () => false, add: () => false };

/** `caseAccess(scheme, actor, found.access[0])`: nothing of a case that is not theirs, exactly as of one that does not exist. */
export function caseAccess(scheme: Pick<Scheme, "claim" | "disclosure">, actor: Actor, row: AccessRow | undefined): Access {
  if (!row) return NONE;
  const inside = claimSide(scheme);
  if (row.enterpriseOrg === actor.orgId)
    return { see: true, sees: (kind) => !inside.includes(kind), add: (kind) => !NOT_THE_FIRMS.includes(kind) && !inside.includes(kind) };
  const desk = row.submitted === 1 && desksOf(scheme).includes(actor.orgKind);
  if (row.parts === null && !desk) return NONE;
  const lent = row.lent === 1 && INSTITUTIONS.includes(actor.orgKind);
  const decides = desk || ["panel", "approver", "recommender", "reviewer"].some((part) => row.parts?.split(",").includes(part));
  const theirs = lent ? [...inside, ...(actor.orgKind === "insurer" ? ["policy"] : [])] : (THEIRS[actor.orgKind] ?? []);
  return { see: true, sees: (kind) => decides || lent || !inside.includes(kind), add: (kind) => (theirs as readonly string[]).includes(kind) };
}
