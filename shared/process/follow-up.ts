/** What is noted about a funded firm: its recommending unit looks after it and reports what is abnormal, its insurer notes claims on the policy. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import type { Act } from "./act";
import type { LoanFile } from "./loan-file";
import type { OrgRef } from "./party";

export interface FollowUp {
  readonly on: LocalDate;
  readonly by: OrgRef;
  readonly text: string;
  /** To be told to the lead office without delay. */
  readonly abnormal: boolean;
}

/** Refuses `recommender_mismatch` for anybody but the unit that recommended the firm and the loan's own insurer, `date_invalid` for a day to come or before the loan, `reason_required`. */
export function noteOnFile(
  cites: Citation | undefined,
  file: Pick<LoanFile, "loan" | "recommender">,
  note: Omit<FollowUp, "by">,
  act: Act,
): Outcome<FollowUp> {
  const { org } = act.actor;
  const { loan, recommender } = file;
  const insures = org.kind === "insurer" && (loan.partner?.id === org.id || loan.lender.id === org.id);
  if (org.id !== recommender.id && !insures) return refuse("recommender_mismatch", { given: org.name, recommender: recommender.name }, cites);
  if (note.on > act.on) return refuse("date_invalid", { given: note.on, on: act.on }, cites, "on");
  if (note.on < loan.disbursedOn) return refuse("date_invalid", { given: note.on, disbursedOn: loan.disbursedOn }, cites, "on");
  return note.text.trim() === "" ? refuse("reason_required", {}, cites, "text") : accept({ ...note, by: org });
}
