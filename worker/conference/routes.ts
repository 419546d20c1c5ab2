/** HTTP of the conference. */
import { type App, mount } from "../mount";
import { listDecisions } from "./list-decisions";
import { recordDecision } from "./record-decision";

export function conferenceRoutes(app: App): void {
  mount(app, listDecisions);
  mount(app, recordDecision);
}
