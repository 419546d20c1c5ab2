/** HTTP of loans. */
import { api } from "../../shared/contract/api";
import { type App, mount, mountRaw } from "../mount";
import { admitTransition } from "./admit-transition";
import { extendLoan } from "./extend-loan";
import { getExposure } from "./get-exposure";
import { gradeLoan } from "./grade-loan";
import { importRepayments } from "./import-repayments";
import { listLoans } from "./list-loans";
import { listRegistrations } from "./list-registrations";
import { recordFollowUp } from "./record-follow-up";
import { recordLoan } from "./record-loan";
import { recordRepayment } from "./record-repayment";
import { registerAgain, registerLoan, tryRegistration } from "./register-loan";
import { repaymentTemplate } from "./repayment-template";
import { setSchedule } from "./set-schedule";
import { undoRepayment } from "./undo-repayment";

export function loanRoutes(app: App): void {
  mount(app, recordLoan);
  mount(app, tryRegistration);
  mount(app, registerLoan);
  mount(app, registerAgain);
  mount(app, listRegistrations);
  mount(app, listLoans);
  mount(app, repaymentTemplate);
  mountRaw(app, api.importRepayments, importRepayments);
  mount(app, setSchedule);
  mount(app, recordRepayment);
  mount(app, undoRepayment);
  mount(app, extendLoan);
  mount(app, gradeLoan);
  mount(app, recordFollowUp);
  mount(app, admitTransition);
  mount(app, getExposure);
}
