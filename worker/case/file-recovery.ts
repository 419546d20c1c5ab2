/** The recovery's part of a file. The firm sees the plan that it agreed to and what was paid and returned; that a loss was given up is not its to read, for it owes the debt all the same. */
import type { CaseView } from "../../shared/contract/case";
import type { LocalDate } from "../../shared/local-date";
import type { LoanFile } from "../../shared/process/loan-file";
import type { FollowUpRow } from "../loan/follow-up-store";
import { recoveryView } from "../recovery/view";
import type { CaseNow } from "./case-verb";
import type { Sight } from "./file-sight";

type View = NonNullable<NonNullable<CaseView["file"]>["recovery"]>;

const forFirm = ({ stage, openedOn, coordination, receipts }: View): View => ({
  stage: stage === "COORDINATION" ? stage : "LEGAL",
  openedOn,
  ...(coordination ? { coordination } : {}),
  receipts: receipts.map(({ declared: _, dueOn: __, ...receipt }) => receipt),
  approvals: [],
  dues: [],
  flags: [],
  proofs: [],
});

export function recoveryPart(now: CaseNow, file: LoanFile, notes: readonly FollowUpRow[], sight: Sight): View | undefined {
  const assisted = notes.filter((note) => note.org_id === file.recommender.id).map((note) => note.on_day as LocalDate);
  const view = recoveryView(now, assisted);
  return view && sight === "firm" ? forFirm(view) : view;
}
