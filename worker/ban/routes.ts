/** HTTP of what misconduct bars. */
import { type App, mount } from "../mount";
import { liftBan, withdrawBan } from "./end-ban";
import { listBans } from "./list-bans";
import { recordBan } from "./record-ban";

export function banRoutes(app: App): void {
  mount(app, listBans);
  mount(app, recordBan);
  mount(app, liftBan);
  mount(app, withdrawBan);
}
