/** HTTP of loans. */
import { type App, mount } from "../mount";
import { recordLoan } from "./record-loan";

export function loanRoutes(app: App): void {
  mount(app, recordLoan);
}
