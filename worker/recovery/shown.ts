/** Recoveries as lists, the spreadsheet and the published ledger show them. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import type { LocalDate } from "../../shared/local-date";
import { fen, yuan } from "../../shared/money";
import { flagsAt, type RecoveryFlag } from "../../shared/process/recovery-flag";
import type { Scheme } from "../../shared/schemes/scheme";
import type { RecoveryRow, Totals } from "./store";

type Listed = Reply<typeof api.listRecoveries>;

export const shownFlag = ({ code, figures, cites, provisional }: RecoveryFlag): Listed["recoveries"][number]["flags"][number] => ({
  code,
  figures: { ...figures },
  article: cites.article,
  ...(provisional ? { provisional } : {}),
});

/** The flags of a row: its duties are in what it waits for. A suit without a day to start by is one that was forced. */
function flagsOf({ recovery }: Scheme, row: RecoveryRow, today: LocalDate) {
  const waiting = JSON.parse(row.waiting) as { task: string; dueOn: LocalDate | null }[];
  const openedOn = row.opened_on as LocalDate;
  const forced = waiting.some(({ task, dueOn }) => task === "legal_start" && dueOn === null);
  const at = {
    openedOn,
    touchedOn: row.touched_on as LocalDate,
    carried: (row.paid_on === null || row.out > 0) && row.written_off === 0,
    waiting,
    followUps: row.followed_on === null ? [] : [row.followed_on as LocalDate],
    ...(forced ? { forced: { on: openedOn } } : {}),
  };
  return flagsAt(recovery, at, today, stateCouncil()).map(shownFlag);
}

export const shownRecovery = (scheme: Scheme, row: RecoveryRow, today: LocalDate): Listed["recoveries"][number] => ({
  caseId: row.case_id,
  caseNo: row.no,
  enterprise: row.enterprise_name,
  payee: row.payee,
  stage: row.stage,
  ...shownTotals(row),
  touchedOn: row.touched_on,
  dueOn: row.due_on,
  flags: flagsOf(scheme, row, today),
});

export const shownTotals = (row: Totals): Listed["totals"] => ({
  paid: yuan(fen(row.paid)),
  recovered: yuan(fen(row.recovered)),
  returned: yuan(fen(row.returned)),
  pending: yuan(fen(row.pending)),
  out: yuan(fen(row.out)),
  writtenOff: yuan(fen(row.written_off)),
});
