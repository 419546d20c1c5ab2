/** The nightly look at recoveries: what is late is found by its day, and told once a quarter to those who have to act. */
import { quarterOf } from "../../shared/calendar/deadline";
import { stateCouncil } from "../../shared/calendar/working-day";
import type { LocalDate } from "../../shared/local-date";
import { flagsAt, type RecoveryFlag } from "../../shared/process/recovery-flag";
import { deskOf } from "../../shared/process/recovery-return";
import type { Scheme } from "../../shared/schemes/scheme";
import { desksQuery } from "../case/store";
import { now } from "../clock";
import { load } from "../database";
import { toldQuery, writeTold } from "../loan/flag-store";
import { insertNotice } from "../notice/store";
import { type LateRow, overdueQuery, staleQuery } from "./late-store";

interface Late {
  readonly row: LateRow;
  readonly flag: RecoveryFlag;
  /** Told once for this. */
  readonly period: string;
}

/** One duty's or one ledger's flag by the rules; what is not late by them is not told. */
function lateBy(scheme: Scheme, row: LateRow, today: LocalDate): Late[] {
  const at = {
    openedOn: today,
    touchedOn: (row.touched_on ?? today) as LocalDate,
    carried: true,
    waiting: [{ task: row.what, dueOn: row.due_on as LocalDate | null }],
    followUps: [today],
    ...(row.what === "legal_start" && row.due_on === null ? { forced: { on: today } } : {}),
  };
  const quarter = quarterOf(today).name;
  return flagsAt(scheme.recovery, at, today, stateCouncil()).map((flag) => ({
    row,
    flag,
    period: row.due_on === null ? quarter : `${quarter} ${row.due_on}`,
  }));
}

/** Whoever has to act, and the office that watches. */
const actsAlone = (what: string): boolean => what === "coordinate" || what === "receive_return";

/** What the night writes: a notice to each reader, and that it was told. */
export async function recoveryFlagsTold(db: D1Database, scheme: Scheme, today: LocalDate, at: number = now()): Promise<D1PreparedStatement[]> {
  const { overdue, stale, desks } = await load(db, {
    overdue: overdueQuery(db, scheme.id, today),
    stale: staleQuery(db, scheme.id, quarterOf(today).first),
    desks: desksQuery(db, scheme.id),
  });
  const late = [...overdue, ...stale].flatMap((row) => lateBy(scheme, row, today));
  const { told } = await load(db, { told: toldQuery(db, scheme.id, [...new Set(late.map(({ row }) => row.case_id))]) });
  const known = new Set(told.map(({ case_id, code, period }) => `${case_id}/${code}/${period}`));
  const office = desks.filter(({ kind }) => deskOf(scheme.recovery).includes(kind)).map(({ id }) => id);
  return late
    .filter(({ row, flag, period }) => !known.has(`${row.case_id}/${flag.code}/${period}`))
    .flatMap(({ row, flag, period }) => [
      ...[...office, ...(actsAlone(row.what) ? [] : [row.payee_org])].map((toOrg) =>
        insertNotice(
          db,
          { toOrg, caseId: row.case_id, code: flag.code, figures: { no: row.no, enterprise: row.enterprise_name, ...flag.figures } },
          at,
        ),
      ),
      writeTold(db, { schemeId: scheme.id, caseId: row.case_id, code: flag.code, period, at }),
    ]);
}
