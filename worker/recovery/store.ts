/** The only file that touches the published ledger of recoveries; reads recoveries from the rows of their loan files, never from their events. */
import { type SQL, sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import type { Stage } from "../../shared/process/recovery";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";

export interface RecoveryRow {
  case_id: string;
  no: string;
  enterprise_name: string;
  payee: string;
  stage: Stage;
  paid_on: string | null;
  paid: number;
  recovered: number;
  returned: number;
  pending: number;
  out: number;
  written_off: number;
  opened_on: string;
  touched_on: string;
  due_on: string | null;
  /** JSON list of what it waits for with a day: `[{task, dueOn}]`. */
  waiting: string;
  /** The last day on which those who recommended the firm looked after it. */
  followed_on: string | null;
}

export interface RecoveryFilter {
  readonly open: boolean;
  readonly after?: { readonly on: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Who is paid by the fund answers for what comes back: an institution's own are those. */
const ownOf = (mine: Mine): SQL => sql`payee_org = ${mine.orgId}`;

/** Nothing at all for whoever is none of the kinds that read the whole district's ledger. */
const reads = (mine: Mine, desk: readonly OrgKind[]): SQL => sql`${mine.orgKind} IN (SELECT value FROM json_each(${JSON.stringify(desk)}))`;

/** Not back yet, and not given up; or given up, and more has come in since. */
const OPEN = sql`(paid_on IS NULL OR returned < paid) AND (written_off = 0 OR pending > 0)`;

/** One entry's last touch before the other's; `desk` viewers see the district, others what is theirs. */
export function recoveriesQuery(
  db: D1Database,
  schemeId: string,
  { open, after, limit }: RecoveryFilter,
  mine: Mine,
  desk: readonly OrgKind[] | undefined,
): Query<RecoveryRow> {
  const conditions = [
    sql`scheme_id = ${schemeId}`,
    sql`claim_id IS NOT NULL`,
    ...(desk ? [sql`${reads(mine, desk)}`] : [ownOf(mine)]),
    ...(open ? [OPEN] : []),
    ...(after ? [sql`(touched_on, case_id) < (${after.on}, ${after.id})`] : []),
  ];
  return rows(
    db,
    sql`SELECT page.case_id, c.no, c.enterprise_name, p.name AS payee, page.recovery_stage AS stage, page.paid_on, page.paid, page.recovered, page.returned, page.pending, page.out,
        page.written_off, page.claim_received_on AS opened_on, page.touched_on, page.due_on,
        (SELECT json_group_array(json_object('task', what, 'dueOn', due_on)) FROM case_wait
          WHERE case_id = page.case_id AND what IN ('coordinate', 'legal_start', 'give_back', 'receive_return')) AS waiting,
        (SELECT MAX(on_day) FROM follow_up WHERE case_id = page.case_id AND org_id = page.recommender_org) AS followed_on
      FROM (SELECT * FROM loan_file WHERE ${sql.join(conditions, sql` AND `)} ORDER BY touched_on DESC, case_id DESC LIMIT ${limit + 1}) page
      CROSS JOIN case_file c ON c.id = page.case_id CROSS JOIN organisation p ON p.id = page.payee_org
      ORDER BY page.touched_on DESC, page.case_id DESC`,
  );
}

export interface Totals {
  paid: number;
  recovered: number;
  returned: number;
  pending: number;
  out: number;
  written_off: number;
}

const SUMS = sql.raw(
  ["paid", "recovered", "returned", "pending", "out", "written_off"].map((name) => `COALESCE(SUM(${name}), 0) AS ${name}`).join(", "),
);

export const totalsQuery = (db: D1Database, schemeId: string, mine: Mine, desk: readonly OrgKind[] | undefined): Query<Totals> =>
  rows(
    db,
    sql`SELECT ${SUMS} FROM loan_file WHERE scheme_id = ${schemeId} AND claim_id IS NOT NULL AND ${desk ? sql`${reads(mine, desk)}` : ownOf(mine)}`,
  );

export interface QuarterRow {
  quarter: string;
  paid: number;
  returned: number;
  written_off: number;
}

/** From a quarter on. */
export const quartersQuery = (db: D1Database, schemeId: string, from: string, mine: Mine, desk: readonly OrgKind[] | undefined): Query<QuarterRow> =>
  rows(
    db,
    sql`SELECT quarter, SUM(paid) AS paid, SUM(returned) AS returned, SUM(written_off) AS written_off FROM recovery_quarter
      WHERE scheme_id = ${schemeId} AND quarter >= ${from} AND ${desk ? sql`${reads(mine, desk)}` : ownOf(mine)} GROUP BY quarter`,
  );

export interface PublishedRow {
  quarter: string;
  at: number;
  rows: number;
  returned: number;
}

/** What was published from a quarter on, newest first; an institution is told of its own part. */
export const publishedQuery = (
  db: D1Database,
  schemeId: string,
  from: string,
  mine: Mine,
  desk: readonly OrgKind[] | undefined,
): Query<PublishedRow> =>
  rows(
    db,
    sql`SELECT p.quarter, p.recorded_at AS at, COUNT(r.case_id) AS rows, COALESCE(SUM(r.returned), 0) AS returned FROM recovery_publication p
      LEFT JOIN recovery_published r ON r.scheme_id = p.scheme_id AND r.quarter = p.quarter AND ${desk ? sql`1` : sql`r.payee_org = ${mine.orgId}`}
      WHERE p.scheme_id = ${schemeId} AND p.quarter >= ${from} AND ${desk ? sql`${reads(mine, desk)}` : sql`1`} GROUP BY p.quarter ORDER BY p.quarter DESC`,
  );

export const publishedQuartersQuery = (db: D1Database, schemeId: string, from: string): Query<{ quarter: string }> =>
  rows(db, sql`SELECT quarter FROM recovery_publication WHERE scheme_id = ${schemeId} AND quarter >= ${from}`);

/** How many recoveries there are and what came back, by who was paid. */
export const byPayeeQuery = (db: D1Database, schemeId: string): Query<{ payee_org: string; count: number; returned: number }> =>
  rows(
    db,
    sql`SELECT payee_org, COUNT(*) AS count, SUM(returned) AS returned FROM loan_file WHERE scheme_id = ${schemeId} AND claim_id IS NOT NULL GROUP BY payee_org`,
  );

export interface Publication {
  readonly schemeId: string;
  readonly quarter: string;
  readonly on: string;
  readonly by: string;
  readonly now: number;
  /** As counted before; another row in the meantime makes the verb begin again. */
  readonly rows: number;
}

/** Freezes the ledger as it stands. */
export const publish = (db: D1Database, { schemeId, quarter, on, by, now, rows: counted }: Publication): D1PreparedStatement[] => [
  statement(
    db,
    sql`INSERT INTO recovery_publication (scheme_id, quarter, on_day, published_by, recorded_at) VALUES (${schemeId}, ${quarter}, ${on}, ${by}, ${now})`,
  ),
  statement(
    db,
    sql`INSERT INTO recovery_published (scheme_id, quarter, case_id, payee_org, stage, paid, recovered, returned, pending, out, written_off, touched_on)
      SELECT scheme_id, ${quarter}, case_id, payee_org, recovery_stage, paid, recovered, returned, pending, out, written_off, touched_on
      FROM loan_file WHERE scheme_id = ${schemeId} AND claim_id IS NOT NULL`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = ${counted}`),
];
