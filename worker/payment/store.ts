/** The only file that writes payment instructions and their steps. */
import { type SQL, sql } from "drizzle-orm";
import { type Instruction, type InstructionStatus, isOpen, type PaymentPlan } from "../../shared/fund/payment";
import type { LocalDate } from "../../shared/local-date";
import type { Fen, Ratio } from "../../shared/money";
import type { OrgKind } from "../../shared/process/party";
import type { Mine } from "../actor";
import { type Query, rows, statement } from "../database";
import { knownTo } from "./payable-store";

/** An instruction as it stands in the records. */
export interface InstructionRow {
  no: string;
  payable_id: string;
  case_id: string;
  on_day: string;
  plan: string;
  parts: string | null;
  ratio: Ratio;
  government_document: string | null;
  until_day: string | null;
  status: InstructionStatus;
  made_by: string;
  checked_by: string | null;
}

export const instructionOf = (row: InstructionRow): Instruction => ({
  no: row.no,
  on: row.on_day as LocalDate,
  payableId: row.payable_id,
  plan: JSON.parse(row.plan) as PaymentPlan,
  ...(row.parts === null ? {} : { parts: JSON.parse(row.parts) as Fen[] }),
  status: row.status,
  madeBy: row.made_by,
  ...(row.checked_by === null ? {} : { checkedBy: row.checked_by }),
  ...(row.government_document === null ? {} : { governmentDocument: row.government_document }),
});

const COLUMNS = sql`i.no, i.payable_id, i.case_id, i.on_day, i.plan, i.parts, i.ratio, i.government_document, i.until_day, i.status, i.made_by, i.checked_by`;
/** Under way, in the words of the index that keeps one open instruction a payable. */
const OPEN = sql`i.status <> 'CANCELLED' AND i.status <> 'PAID'`;

/** Those of a case that are under way or paid, the newest first. */
export const instructionOfCaseQuery = (db: D1Database, caseId: string | SQL): Query<InstructionRow> =>
  rows(db, sql`SELECT ${COLUMNS} FROM fund_instruction i WHERE i.case_id = ${caseId} AND i.status <> 'CANCELLED' ORDER BY i.moved_at DESC`);

/** The one for a payable that is under way or paid. */
export const instructionOfPayableQuery = (db: D1Database, schemeId: string, payableId: string): Query<{ no: string; status: InstructionStatus }> =>
  rows(
    db,
    sql`SELECT i.no, i.status FROM fund_instruction i WHERE i.scheme_id = ${schemeId} AND i.payable_id = ${payableId} AND i.status <> 'CANCELLED'`,
  );

/** Of several cases those whose payment is under way. */
export const openInstructionsQuery = (db: D1Database, cases: SQL): Query<{ case_id: string; status: InstructionStatus }> =>
  rows(db, sql`SELECT i.case_id, i.status FROM (${cases}) page CROSS JOIN fund_instruction i ON i.case_id = page.case_id WHERE ${OPEN}`);

/** Stops a batch that tells something of these cases where the payment of one came under way since they were read. */
export const noneUnderWay = (db: D1Database, caseIds: readonly string[]): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO must SELECT NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(caseIds)}) j CROSS JOIN fund_instruction i ON i.case_id = j.value WHERE ${OPEN})`,
  );

/** The transfers that a case's open instructions may have set aside, for whoever loads the books beside the case. */
export const heldForCase = (caseId: string | SQL): SQL =>
  sql`SELECT i.no || j.value AS value FROM fund_instruction i CROSS JOIN json_each('["-pay","-cash","-draw"]') j WHERE i.case_id = ${caseId} AND ${OPEN}`;

export const caseOfInstruction = (schemeId: string, no: string): SQL =>
  sql`(SELECT case_id FROM fund_instruction WHERE scheme_id = ${schemeId} AND no = ${no})`;
export const payableOfInstruction = (schemeId: string, no: string): SQL =>
  sql`(SELECT payable_id FROM fund_instruction WHERE scheme_id = ${schemeId} AND no = ${no})`;

/** With the names that stand on the paper. */
export interface InstructionFound extends InstructionRow {
  reason: string;
  payee_org: string;
  payee: string;
  consent_no: string | null;
  case_no: string;
  enterprise: string;
  lender: string | null;
  maker: string;
  checker: string | null;
}

export const instructionQuery = (db: D1Database, schemeId: string, no: string): Query<InstructionFound> =>
  rows(
    db,
    sql`SELECT ${COLUMNS}, p.reason, p.payee_org, o.name AS payee, p.document_no AS consent_no, f.no AS case_no, f.enterprise_name AS enterprise,
        d.name AS lender, m.name AS maker, c.name AS checker
      FROM fund_instruction i JOIN payable p ON p.scheme_id = i.scheme_id AND p.id = i.payable_id JOIN organisation o ON o.id = p.payee_org
      JOIN case_file f ON f.id = i.case_id JOIN person m ON m.id = i.made_by LEFT JOIN person c ON c.id = i.checked_by
      LEFT JOIN loan l ON l.case_id = i.case_id LEFT JOIN organisation d ON d.id = l.lender_org
      WHERE i.scheme_id = ${schemeId} AND i.no = ${no}`,
  );

export interface StepRow {
  status: string;
  person: string | null;
  org: string | null;
  at: number;
  why: string | null;
}

/** What happened to one, oldest first; the clock has no name. */
export const stepsQuery = (db: D1Database, schemeId: string, no: string): Query<StepRow> =>
  rows(
    db,
    sql`SELECT s.status, p.name AS person, o.name AS org, s.at, s.why
      FROM instruction_step s LEFT JOIN person p ON p.id = s.person_id LEFT JOIN organisation o ON o.id = s.org_id
      WHERE s.scheme_id = ${schemeId} AND s.no = ${no} ORDER BY s.place`,
  );

export interface InstructionFilter {
  readonly schemeId: string;
  readonly status?: InstructionStatus | undefined;
  /** Kinds of organisation that see only these. */
  readonly narrow: { readonly kinds: readonly string[]; readonly statuses: readonly InstructionStatus[] };
  /** Kinds of organisation that see only what is paid to themselves. */
  readonly own: readonly OrgKind[];
  readonly after?: { readonly movedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}

export interface InstructionListed {
  no: string;
  on_day: string;
  status: InstructionStatus;
  plan: string;
  moved_at: number;
  reason: string;
  payee_org: string;
  payee: string;
  case_no: string;
  enterprise: string;
}

const seenBy = (mine: Mine, { kinds, statuses }: InstructionFilter["narrow"]): SQL =>
  sql`(${mine.orgKind} NOT IN (SELECT value FROM json_each(${JSON.stringify(kinds)})) OR i.status IN (SELECT value FROM json_each(${JSON.stringify(statuses)})))`;

/** Newest movement first. */
export const instructionsQuery = (db: D1Database, filter: InstructionFilter, mine: Mine): Query<InstructionListed> => {
  const { schemeId, status, narrow, own, after, limit } = filter;
  return rows(
    db,
    sql`SELECT i.no, i.on_day, i.status, i.plan, i.moved_at, p.reason, p.payee_org, o.name AS payee, f.no AS case_no, f.enterprise_name AS enterprise
      FROM fund_instruction i JOIN payable p ON p.scheme_id = i.scheme_id AND p.id = i.payable_id
      JOIN organisation o ON o.id = p.payee_org JOIN case_file f ON f.id = i.case_id
      WHERE i.scheme_id = ${schemeId} AND ${seenBy(mine, narrow)} AND ${knownTo({ mine, kinds: own })} ${status ? sql`AND i.status = ${status}` : sql``}
        ${after ? sql`AND (i.moved_at, i.no) < (${after.movedAt}, ${after.id})` : sql``}
      ORDER BY i.moved_at DESC, i.no DESC LIMIT ${limit + 1}`,
  );
};

export const instructionCountsQuery = (
  db: D1Database,
  filter: InstructionFilter,
  mine: Mine,
): Query<{ status: InstructionStatus; count: number }> => {
  const { schemeId, narrow, own } = filter;
  return rows(
    db,
    own.length === 0
      ? sql`SELECT i.status, COUNT(*) AS count FROM fund_instruction i WHERE i.scheme_id = ${schemeId} AND ${seenBy(mine, narrow)} GROUP BY i.status`
      : sql`SELECT i.status, COUNT(*) AS count FROM fund_instruction i JOIN payable p ON p.scheme_id = i.scheme_id AND p.id = i.payable_id
          WHERE i.scheme_id = ${schemeId} AND ${seenBy(mine, narrow)} AND ${knownTo({ mine, kinds: own })} GROUP BY i.status`,
  );
};

/** Of the year; the unique index decides who gets a number that two ask for. */
export const nextNumberQuery = (db: D1Database, schemeId: string, year: number): Query<{ serial: number }> =>
  rows(db, sql`SELECT COALESCE(MAX(serial), 0) + 1 AS serial FROM fund_instruction WHERE scheme_id = ${schemeId} AND year = ${year}`);

/** Those whose last day of money set aside is over. */
export const lapsedQuery = (db: D1Database, schemeId: string, on: LocalDate): Query<{ no: string }> =>
  rows(
    db,
    sql`SELECT no FROM fund_instruction WHERE scheme_id = ${schemeId} AND status IN ('INSTRUCTED', 'APPLIED', 'FIN_APPROVED', 'TRANSFERRED') AND until_day < ${on}
      ORDER BY no LIMIT 100`,
  );

/** The banks that execute instructions. */
export const payersQuery = (db: D1Database, schemeId: string, kinds: readonly string[]): Query<{ id: string }> =>
  rows(
    db,
    sql`SELECT o.id FROM json_each(${JSON.stringify(kinds)}) j CROSS JOIN organisation o ON o.scheme_id = ${schemeId} AND o.kind = j.value WHERE o.status = 'active'`,
  );

export interface NewInstruction {
  readonly schemeId: string;
  readonly year: number;
  readonly serial: number;
  readonly caseId: string;
  readonly ratio: Ratio;
  readonly instruction: Instruction;
  readonly now: number;
}

export const insertInstruction = (
  db: D1Database,
  { schemeId, year, serial, caseId, ratio, instruction, now }: NewInstruction,
): D1PreparedStatement => {
  const { no, payableId, on, plan, parts, governmentDocument, status, madeBy } = instruction;
  return statement(
    db,
    sql`INSERT INTO fund_instruction (scheme_id, no, year, serial, payable_id, case_id, on_day, plan, parts, ratio, government_document, status, made_by, moved_at)
      VALUES (${schemeId}, ${no}, ${year}, ${serial}, ${payableId}, ${caseId}, ${on}, ${JSON.stringify(plan)}, ${parts ? JSON.stringify(parts) : null}, ${ratio},
        ${governmentDocument ?? null}, ${status}, ${madeBy}, ${now})`,
  );
};

/** Who moves it, when and why; the clock is nobody of no organisation. */
export interface Mover {
  readonly personId: string;
  readonly orgId: string;
  readonly now: number;
  readonly why?: string | undefined;
  readonly until?: LocalDate | undefined;
}

/** Where an instruction went: its row forward, and the step. Somebody faster stops the batch. */
export const moveInstruction = (
  db: D1Database,
  schemeId: string,
  from: InstructionStatus,
  { no, status, checkedBy }: Instruction,
  by: Mover,
): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE fund_instruction SET status = ${status}, checked_by = ${checkedBy ?? null}, until_day = COALESCE(${by.until ?? null}, until_day), moved_at = ${by.now}
      WHERE scheme_id = ${schemeId} AND no = ${no} AND status = ${from}`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = 1`),
  insertStep(db, schemeId, no, status, by),
];

export const insertStep = (db: D1Database, schemeId: string, no: string, status: InstructionStatus, by: Mover): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO instruction_step (scheme_id, no, place, status, person_id, org_id, at, why)
      SELECT ${schemeId}, ${no}, COALESCE(MAX(place), 0) + 1, ${status}, ${by.personId}, ${by.orgId}, ${by.now}, ${by.why ?? null}
      FROM instruction_step WHERE scheme_id = ${schemeId} AND no = ${no}`,
  );

/** Stops the batch where the instruction for a payable came or moved since it was read: what an act does to it was decided without that. */
export const instructionUnmoved = (db: D1Database, schemeId: string, payableId: string, seen: InstructionRow | undefined): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO must SELECT COALESCE((SELECT i.no || i.status FROM fund_instruction i WHERE i.scheme_id = ${schemeId} AND i.payable_id = ${payableId} AND ${OPEN}), '')
      = ${seen && isOpen(seen) ? `${seen.no}${seen.status}` : ""}`,
  );

/** Stops the batch where the case has moved on since it was read. */
export const caseUnmoved = (db: D1Database, caseId: string, seq: number): D1PreparedStatement =>
  statement(db, sql`INSERT INTO must SELECT (SELECT MAX(seq) FROM case_event WHERE case_id = ${caseId}) = ${seq}`);
