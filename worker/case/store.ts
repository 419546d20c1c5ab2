/** The only file that writes case files, their parties, what waits for whom, and the search index over names and numbers. */
import { type SQL, sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import type { CaseStatus } from "../../shared/process/status";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";

export interface CaseFileRow {
  id: string;
  no: string;
  scheme_id: string;
  enterprise_org: string;
  enterprise_name: string;
  credit_code: string;
  status: CaseStatus;
  step: string;
  draft: string;
  draft_fields: string;
  draft_revision: number;
  draft_saved_at: number | null;
  /** Comma list of the parts that the viewer's organisation plays; empty for the district's own desks. */
  parts: string;
  visible: number;
}

/** Kinds outside the administration see what they are a party to, whatever waits for their kind. */
const OUTSIDE = sql.raw(["enterprise", "bank", "guarantor", "insurer", "lender", "account_bank"].map((kind) => `'${kind}'`).join(", "));

/** The case file with what the viewer is in it: a party, one of the `desks` that see all, or an authority that it waits for. Any other has `visible` 0 and is answered as one that does not exist. */
export const fileQuery = (db: D1Database, caseId: string | SQL, mine: Mine, desks: readonly OrgKind[]): Query<CaseFileRow> =>
  rows(
    db,
    sql`SELECT f.id, f.no, f.scheme_id, f.enterprise_org, f.enterprise_name, f.credit_code, f.status, f.step,
        f.draft, f.draft_fields, f.draft_revision, f.draft_saved_at, COALESCE(played.parts, '') AS parts,
        (played.parts IS NOT NULL OR (f.submitted_on IS NOT NULL AND (${mine.orgKind} IN (SELECT value FROM json_each(${JSON.stringify(desks)}))
          OR EXISTS (SELECT 1 FROM case_wait w WHERE w.case_id = f.id AND w.org_kind = ${mine.orgKind} AND w.org_id = '*' AND w.org_kind NOT IN (${OUTSIDE}))))) AS visible
      FROM case_file f
      LEFT JOIN (SELECT case_id, group_concat(part) AS parts FROM case_party WHERE case_id = ${caseId} AND org_id = ${mine.orgId}) played ON played.case_id = f.id
      WHERE f.id = ${caseId}`,
  );

export interface Desk {
  id: string;
  kind: OrgKind;
  name: string;
}
/** The organisations that act by their kind alone: whom a notice to "the office" reaches. */
export const desksQuery = (db: D1Database, schemeId: string): Query<Desk> =>
  rows(
    db,
    sql`SELECT id, kind, name FROM organisation WHERE scheme_id = ${schemeId} AND kind IN ('office', 'finance', 'government', 'department', 'manager', 'regulator') AND status = 'active'`,
  );

/** The next free number of the year; the UNIQUE index decides a race. */
export const nextSerialQuery = (db: D1Database, schemeId: string, year: number): Query<{ serial: number }> =>
  rows(db, sql`SELECT COALESCE(MAX(serial), 0) + 1 AS serial FROM case_file WHERE scheme_id = ${schemeId} AND year = ${year}`);

export const openCaseOfQuery = (db: D1Database, schemeId: string, orgId: SQL): Query<{ id: string; no: string }> =>
  rows(
    db,
    sql`SELECT id, no FROM case_file WHERE scheme_id = ${schemeId} AND enterprise_org = ${orgId}
      AND registered = 0 AND status NOT IN ('cooling', 'funded', 'not_supported', 'withdrawn')`,
  );

/** The name and credit code of the acting enterprise. */
export const firmQuery = (db: D1Database, orgId: SQL): Query<{ id: string; name: string; creditCode: string | null }> =>
  rows(db, sql`SELECT id, name, credit_code AS creditCode FROM organisation WHERE id = ${orgId}`);

export interface NewCase {
  readonly id: string;
  readonly schemeId: string;
  readonly year: number;
  readonly serial: number;
  readonly no: string;
  readonly orgId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly on: string;
  readonly now: number;
  /** Opened by an institution with a loan that it made, beside whatever the firm applies for. */
  readonly registered?: true;
}

export const openCaseFile = (db: D1Database, row: NewCase): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, since, registered, moved_at)
      VALUES (${row.id}, ${row.schemeId}, ${row.year}, ${row.serial}, ${row.no}, ${row.orgId}, ${row.name}, ${row.creditCode}, ${row.on}, ${row.registered ? 1 : 0},
        ${row.now})`,
  ),
  addParty(db, row.id, row.orgId, "enterprise"),
  statement(
    db,
    sql`INSERT INTO case_wait (case_id, scheme_id, org_kind, org_id, what) VALUES (${row.id}, ${row.schemeId}, 'enterprise', ${row.orgId}, 'draft')`,
  ),
  addGrams(db, row.schemeId, row.id, [row.name, row.no, row.creditCode]),
];

/** Texts by which a search finds a case. */
export const addGrams = (db: D1Database, schemeId: string, caseId: string, texts: readonly string[]): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO case_gram (scheme_id, gram, case_id) SELECT ${schemeId}, value, ${caseId}
      FROM json_each(${JSON.stringify(gramsOf(texts))}) WHERE 1 ON CONFLICT DO NOTHING`,
  );

export interface FundedCase extends NewCase {
  readonly step: string;
  readonly tier: string;
  readonly recommenderOrg: string;
  /** People by key and firms by code, where the search for a group begins. */
  readonly parties: readonly string[];
  readonly roles: readonly { readonly orgId: string; readonly part: Part }[];
  readonly waits: readonly Wait[];
  /** What it is found by beside name, number and code. */
  readonly found: readonly string[];
}

/** Cases that begin with their loan, in few statements. */
export const openFundedCases = (db: D1Database, schemeId: string, cases: readonly FundedCase[]): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, tier, recommender_org, submitted_on,
        draft_parties, moved_at)
      SELECT value ->> 'id', ${schemeId}, value ->> 'year', value ->> 'serial', value ->> 'no', value ->> 'orgId', value ->> 'name', value ->> 'creditCode', 'funded',
        value ->> 'step', value ->> 'on', value ->> 'tier', value ->> 'recommenderOrg', value ->> 'on', value ->> 'parties', value ->> 'now'
      FROM json_each(${JSON.stringify(cases.map(({ waits: _, roles: __, found: ___, ...row }) => row))})`,
  ),
  statement(
    db,
    sql`INSERT INTO case_party (case_id, org_id, part) SELECT value ->> 'caseId', value ->> 'orgId', value ->> 'part'
      FROM json_each(${JSON.stringify(cases.flatMap(({ id, roles }) => roles.map((role) => ({ caseId: id, ...role }))))}) WHERE 1 ON CONFLICT DO NOTHING`,
  ),
  statement(
    db,
    sql`INSERT INTO case_wait (case_id, scheme_id, org_kind, org_id, what, due_on)
      SELECT value ->> 'caseId', ${schemeId}, value ->> 'orgKind', value ->> 'orgId', value ->> 'what', MIN(value ->> 'dueOn')
      FROM json_each(${JSON.stringify(cases.flatMap(({ id, waits }) => waits.map((wait) => ({ caseId: id, ...wait }))))}) GROUP BY 1, 3, 4, 5`,
  ),
  statement(
    db,
    sql`INSERT INTO case_gram (scheme_id, gram, case_id) SELECT ${schemeId}, gram.value, one.value ->> 'caseId'
      FROM json_each(${JSON.stringify(cases.map(({ id, name, no, creditCode, found }) => ({ caseId: id, grams: gramsOf([name, no, creditCode, ...found]) })))}) one
      CROSS JOIN json_each(one.value ->> 'grams') gram`,
  ),
];

/** Cases that are taken back with the import that brought them: they wait for nobody. */
export const withdrawCases = (db: D1Database, caseIds: readonly string[], on: string, now: number): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE case_file SET status = 'withdrawn', since = ${on}, due_on = NULL, moved_at = ${now} FROM json_each(${JSON.stringify(caseIds)}) j WHERE case_file.id = j.value`,
  ),
  statement(db, sql`DELETE FROM case_wait WHERE case_id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)}))`),
];

export type Part = "enterprise" | "recommender" | "consulted" | "panel" | "approver" | "lead" | "reviewer";

export const addParty = (db: D1Database, caseId: string, orgId: string, part: Part): D1PreparedStatement =>
  statement(db, sql`INSERT INTO case_party (case_id, org_id, part) VALUES (${caseId}, ${orgId}, ${part}) ON CONFLICT DO NOTHING`);

/** Pairs of neighbouring characters, upper case; the search's index terms. */
export const gramsOf = (texts: readonly string[]): string[] => {
  const grams = new Set<string>();
  for (const text of texts) {
    const letters = [...text.normalize("NFKC").toUpperCase()];
    letters.forEach((letter, at) => {
      grams.add(letter + (letters[at + 1] ?? ""));
    });
  }
  return [...grams];
};

export interface Wait {
  readonly orgKind: OrgKind;
  /** `*` for every organisation of the kind. */
  readonly orgId: string;
  readonly what: string;
  readonly dueOn: string | null;
}

export interface WaitRow {
  org_kind: OrgKind;
  org_id: string;
  what: string;
  due_on: string | null;
  /** Of the one organisation; null where it is every one of a kind. */
  name: string | null;
}
/** Whom one case waits for. */
export const waitsQuery = (db: D1Database, caseId: string): Query<WaitRow> =>
  rows(
    db,
    sql`SELECT w.org_kind, w.org_id, w.what, w.due_on, o.name FROM case_wait w LEFT JOIN organisation o ON o.id = w.org_id
      WHERE w.case_id = ${caseId} ORDER BY w.due_on IS NULL, w.due_on, w.what`,
  );

export interface Moved {
  readonly caseId: string;
  readonly schemeId: string;
  readonly status: CaseStatus;
  readonly step: string;
  readonly since: string | null;
  readonly dueOn: string | null;
  readonly need: number | null;
  readonly tier: string | null;
  readonly focusField: string | null;
  readonly recommenderOrg: string | null;
  readonly submittedOn: string | null;
  readonly recommendedOn: string | null;
  readonly waits: readonly Wait[];
  readonly now: number;
}

/** Follows the events of a case into its file; in the same batch as the events. */
export const moveCaseFile = (db: D1Database, row: Moved): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE case_file SET status = ${row.status}, step = ${row.step}, since = COALESCE(${row.since}, since), due_on = ${row.dueOn}, need = ${row.need}, tier = ${row.tier},
      focus_field = ${row.focusField}, recommender_org = ${row.recommenderOrg}, submitted_on = COALESCE(submitted_on, ${row.submittedOn}),
      recommended_on = ${row.recommendedOn}, moved_at = ${row.now} WHERE id = ${row.caseId}`,
  ),
  ...replaceWaits(db, row.caseId, row.schemeId, row.waits),
];

/** Whom a case waits for from now on. Of two duties of one kind the sooner counts. */
export const replaceWaits = (db: D1Database, caseId: string, schemeId: string, waits: readonly Wait[]): D1PreparedStatement[] => [
  statement(db, sql`DELETE FROM case_wait WHERE case_id = ${caseId}`),
  statement(
    db,
    sql`INSERT INTO case_wait (case_id, scheme_id, org_kind, org_id, what, due_on)
      SELECT ${caseId}, ${schemeId}, value ->> '$.orgKind', value ->> '$.orgId', value ->> '$.what', MIN(value ->> '$.dueOn')
      FROM json_each(${JSON.stringify(waits)}) GROUP BY 3, 4, 5`,
  ),
];

/** Cases that wait for one thing no more; what else they wait for stays. */
export const endWait = (db: D1Database, what: string, caseIds: readonly string[]): D1PreparedStatement =>
  statement(db, sql`DELETE FROM case_wait WHERE case_id IN (SELECT value FROM json_each(${JSON.stringify(caseIds)})) AND what = ${what}`);

export const saveDraftRow = (
  db: D1Database,
  row: { caseId: string; seen: number; draft: string; fields: string; parties: string; now: number },
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE case_file SET draft = ${row.draft}, draft_fields = ${row.fields}, draft_parties = ${row.parties}, draft_revision = ${row.seen + 1}, draft_saved_at = ${row.now}
      WHERE id = ${row.caseId} AND draft_revision = ${row.seen} AND status = 'draft'`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
];

/** Names of people and organisations in the events of a case. */
export const namesQuery = (db: D1Database, caseId: string | SQL): Query<{ id: string; name: string }> =>
  rows(
    db,
    sql`SELECT DISTINCT p.id, p.name FROM case_event e JOIN person p ON p.id = e.actor_person WHERE e.case_id = ${caseId}
      UNION SELECT DISTINCT o.id, o.name FROM case_event e JOIN organisation o ON o.id = e.actor_org WHERE e.case_id = ${caseId}`,
  );

/** The papers of a case as the rules count them. */
export const papersQuery = (db: D1Database, caseId: string | SQL): Query<{ kind: string; fiscal_year: number | null }> =>
  rows(db, sql`SELECT kind, fiscal_year FROM statement WHERE case_id = ${caseId} AND status = 'kept'`);
