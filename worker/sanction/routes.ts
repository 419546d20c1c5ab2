/** HTTP of answering for misconduct. */
import { type App, mount } from "../mount";
import { climbLadder } from "./climb-ladder";
import { determineBreach } from "./determine-breach";
import { liftListing } from "./lift-listing";
import { listFirm } from "./list-firm";
import { listSanctions } from "./list-sanctions";
import { recordMisconduct } from "./record-misconduct";
import { sanctionBreach } from "./sanction-breach";

export function sanctionRoutes(app: App): void {
  mount(app, listSanctions);
  mount(app, listFirm);
  mount(app, liftListing);
  mount(app, recordMisconduct);
  mount(app, determineBreach);
  mount(app, sanctionBreach);
  mount(app, climbLadder);
}
