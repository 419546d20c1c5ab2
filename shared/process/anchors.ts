/** The days of a loan's life on which obligations hang, as the file tells them; a document's own words name these. */
import type { LocalDate } from "../local-date";
import type { LoanFile } from "./loan-file";
import { arrearsOn, type LoanGrade, outstandingOn } from "./loan-life";
import type { Anchors } from "./obligation";

const BAD: readonly LoanGrade[] = ["substandard", "doubtful", "loss"];

/**
 * `guarantee_letter`, `disbursed`, `matures`; `overdue` the due day of the oldest instalment unpaid, while there is one; `matured_unpaid` the day of
 * maturity once it has passed with principal owed; `bad` the day of a bad grade; `claimed`, `approved`, `notified`, `paid` of the claim; `written_off`;
 * `done.<id>` the last day on which another obligation was fulfilled.
 */
export function anchorsOf(file: LoanFile, on: LocalDate): Anchors {
  const { loan, life, claim, recovery } = file;
  const { since } = arrearsOn(life, on);
  const unpaid = life.maturesOn < on && outstandingOn(life, on) > 0;
  const done: Record<string, LocalDate> = {};
  for (const one of file.fulfilled ?? []) {
    const before = done[`done.${one.obligation}`];
    if (before === undefined || one.on > before) done[`done.${one.obligation}`] = one.on;
  }
  return {
    ...done,
    guarantee_letter: loan.guaranteeLetterOn,
    disbursed: loan.disbursedOn,
    matures: life.maturesOn,
    overdue: since,
    matured_unpaid: unpaid ? life.maturesOn : undefined,
    bad: BAD.includes(life.grade) ? life.gradedOn : undefined,
    claimed: claim?.receivedOn,
    approved: claim?.consent?.on,
    notified: claim?.notified?.on,
    paid: claim?.paid?.on,
    written_off: recovery?.writtenOff?.on,
  };
}
