/** What every form on a loan's desk is given. */
import type { CaseView } from "../../../shared/contract/case";
import type { Act } from "../../../shared/process/act";
import type { LoanFile } from "../../../shared/process/loan-file";

export interface OnDesk {
  view: CaseView;
  /** The loan as the rules know it. */
  file: LoanFile;
  /** This person acting today. */
  by: Act;
  onDone: (what: string) => unknown;
}
