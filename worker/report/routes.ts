/** HTTP of reports that come round. */
import { type App, mount } from "../mount";
import { draftReport, fileReport } from "./file-report";
import { listReports } from "./list-reports";

export function reportRoutes(app: App): void {
  mount(app, listReports);
  mount(app, draftReport);
  mount(app, fileReport);
}
