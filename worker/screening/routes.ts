/** HTTP of screening. */
import { type App, mount } from "../mount";
import { passScreening, returnScreening } from "./conclude-screening";
import { giveOpinion } from "./give-opinion";
import { openScreening } from "./open-screening";
import { recordFinding } from "./record-finding";

export function screeningRoutes(app: App): void {
  mount(app, openScreening);
  mount(app, recordFinding);
  mount(app, giveOpinion);
  mount(app, passScreening);
  mount(app, returnScreening);
}
