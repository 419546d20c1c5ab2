/** The only file that touches loan files: a funded loan as lists need it. */
import { sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import type { LoanFile } from "../../shared/process/loan-file";
import { payeeOf } from "../../shared/process/loan-file";
import { outstandingOn } from "../../shared/process/loan-life";
import { loanStageOf } from "../../shared/process/loan-stage";
import type { LoanMode } from "../../shared/process/procedure";
import { recoveryFigures, stageOf } from "../../shared/process/recovery";
import { statement } from "../database";

export interface FileAt {
  readonly file: LoanFile;
  readonly mode: LoanMode;
  readonly schemeId: string;
  readonly on: LocalDate;
  readonly dueOn: string | null;
  readonly now: number;
}

/** The row as the file stands. */
function columnsOf({ file, on }: FileAt) {
  const { claim, recovery, life } = file;
  const figures = recoveryFigures(file);
  const claimed = claim && claim.step !== "withdrawn" ? claim : undefined;
  return {
    stage: loanStageOf(file),
    grade: life.grade,
    outstanding: outstandingOn(life, on),
    matures_on: life.maturesOn,
    claim_id: claimed?.id ?? null,
    claim_step: claimed?.step ?? null,
    claim_since: claimed?.since ?? null,
    claim_received_on: claimed?.receivedOn ?? null,
    claim_principal: claimed?.filing.principal ?? null,
    batch: claimed?.batch ?? null,
    claim_amount: claimed?.paid?.amount ?? claimed?.consent?.amount ?? null,
    paid_on: claimed?.paid?.on ?? null,
    paid: figures?.paid ?? 0,
    recovered: figures?.recovered ?? 0,
    returned: figures?.returned ?? 0,
    pending: figures?.pending ?? 0,
    out: figures?.out ?? 0,
    written_off: recovery?.writtenOff?.amount ?? 0,
    recovery_stage: claimed && recovery ? stageOf(recovery) : null,
    touched_on: recovery?.touchedOn ?? null,
  };
}

export function insertLoanFile(db: D1Database, at: FileAt): D1PreparedStatement {
  const { file, mode, schemeId, dueOn, now } = at;
  const row = columnsOf(at);
  return statement(
    db,
    sql`INSERT INTO loan_file (case_id, scheme_id, loan_id, lender_org, payee_org, recommender_org, stage, grade, outstanding, matures_on, due_on, moved_at)
      VALUES (${file.caseId}, ${schemeId}, ${file.loan.loanId}, ${file.loan.lender.id}, ${payeeOf(file, mode)?.id ?? null}, ${file.recommender.id},
        ${row.stage}, ${row.grade}, ${row.outstanding}, ${row.matures_on}, ${dueOn}, ${now})`,
  );
}

/** Files that begin with what came before, in one statement. */
export const insertLoanFiles = (db: D1Database, files: readonly FileAt[]): D1PreparedStatement =>
  statement(
    db,
    sql`INSERT INTO loan_file (case_id, scheme_id, loan_id, lender_org, payee_org, recommender_org, stage, grade, outstanding, matures_on, due_on, claim_id, claim_step,
        claim_since, claim_received_on, claim_principal, batch, claim_amount, paid_on, paid, recovered, returned, pending, out, written_off, recovery_stage, touched_on, moved_at)
      SELECT value ->> 'case_id', value ->> 'scheme_id', value ->> 'loan_id', value ->> 'lender_org', value ->> 'payee_org', value ->> 'recommender_org', value ->> 'stage',
        value ->> 'grade', value ->> 'outstanding', value ->> 'matures_on', value ->> 'due_on', value ->> 'claim_id', value ->> 'claim_step', value ->> 'claim_since',
        value ->> 'claim_received_on', value ->> 'claim_principal', value ->> 'batch', value ->> 'claim_amount', value ->> 'paid_on', value ->> 'paid', value ->> 'recovered',
        value ->> 'returned', value ->> 'pending', value ->> 'out', value ->> 'written_off', value ->> 'recovery_stage', value ->> 'touched_on', value ->> 'moved_at'
      FROM json_each(${JSON.stringify(
        files.map((at) => ({
          ...columnsOf(at),
          case_id: at.file.caseId,
          scheme_id: at.schemeId,
          loan_id: at.file.loan.loanId,
          lender_org: at.file.loan.lender.id,
          payee_org: payeeOf(at.file, at.mode)?.id ?? null,
          recommender_org: at.file.recommender.id,
          due_on: at.dueOn,
          moved_at: at.now,
        })),
      )})`,
  );

export interface Life {
  readonly file: LoanFile;
  readonly on: LocalDate;
}

/** Follows what lenders told of many loans into their rows, in one statement; a claim, a recovery and their clocks stay as they are. */
export const moveLives = (db: D1Database, lives: readonly Life[], now: number): D1PreparedStatement[] => [
  statement(
    db,
    sql`UPDATE loan_file SET stage = j.value ->> 'stage', grade = j.value ->> 'grade', outstanding = j.value ->> 'outstanding', moved_at = ${now}
      FROM json_each(${JSON.stringify(
        lives.map(({ file, on }) => ({
          caseId: file.caseId,
          stage: loanStageOf(file),
          grade: file.life.grade,
          outstanding: outstandingOn(file.life, on),
        })),
      )}) j WHERE loan_file.case_id = j.value ->> 'caseId'`,
  ),
  statement(db, sql`INSERT INTO must SELECT changes() = ${lives.length}`),
];

/** Follows the events of a file into its row; in the same batch as the events. */
export function moveLoanFile(db: D1Database, at: FileAt): D1PreparedStatement {
  const row = columnsOf(at);
  return statement(
    db,
    sql`UPDATE loan_file SET stage = ${row.stage}, grade = ${row.grade}, outstanding = ${row.outstanding}, matures_on = ${row.matures_on}, due_on = ${at.dueOn},
      claim_id = ${row.claim_id}, claim_step = ${row.claim_step}, claim_since = ${row.claim_since}, claim_received_on = ${row.claim_received_on},
      claim_principal = ${row.claim_principal}, batch = ${row.batch}, claim_amount = ${row.claim_amount}, paid_on = ${row.paid_on}, paid = ${row.paid},
      recovered = ${row.recovered}, returned = ${row.returned}, pending = ${row.pending}, out = ${row.out}, written_off = ${row.written_off},
      recovery_stage = ${row.recovery_stage}, touched_on = ${row.touched_on}, moved_at = ${at.now} WHERE case_id = ${at.file.caseId}`,
  );
}
