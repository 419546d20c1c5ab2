/** The loan's own part of its file: what is owed, what was paid of which instalment, what was noted about the firm. */
import type { CaseView } from "../../shared/contract/case";
import type { LocalDate } from "../../shared/local-date";
import { yuan } from "../../shared/money";
import { instalmentsOn } from "../../shared/process/instalment";
import { arrearsOn, type LoanLife, outstandingOn } from "../../shared/process/loan-life";
import type { FollowUpRow } from "../loan/follow-up-store";
import type { Sight } from "./file-sight";

type View = NonNullable<CaseView["file"]>["life"];

/** What a unit notes about a firm is not the firm's to read. */
export function lifeView(life: LoanLife, on: LocalDate, notes: readonly FollowUpRow[], sight: Sight): View {
  const { principal, interest, since, days } = arrearsOn(life, on);
  return {
    maturesOn: life.maturesOn,
    outstanding: yuan(outstandingOn(life, on)),
    grade: life.grade,
    gradedOn: life.gradedOn,
    arrears: { principal: yuan(principal), interest: yuan(interest), ...(since ? { since } : {}), days },
    schedule: instalmentsOn(life, on).map((due) => ({ ...due, principal: yuan(due.principal), interest: yuan(due.interest) })),
    repayments: life.repayments.map((paid) => ({ id: paid.id, on: paid.on, principal: yuan(paid.principal), interest: yuan(paid.interest) })),
    followUps:
      sight === "firm"
        ? []
        : notes.map(({ on_day, by, text, abnormal, recorded_at }) => ({ on: on_day, by, text, abnormal: abnormal === 1, at: recorded_at })),
  };
}
