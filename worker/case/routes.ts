/** HTTP of what everybody shares about cases. */
import { type App, mount } from "../mount";
import { exportCases } from "./export-cases";
import { getCase } from "./get-case";
import { listCases } from "./list-cases";

export function caseRoutes(app: App): void {
  mount(app, listCases);
  // before the case itself, whose path would take the word for an id
  mount(app, exportCases);
  mount(app, getCase);
}
