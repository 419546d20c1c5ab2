/** HTTP of who answers for a loss. */
import { type App, mount } from "../mount";
import { getLiability } from "./get-liability";
import { exemptCase, findLiable } from "./record-liability";

export function liabilityRoutes(app: App): void {
  mount(app, getLiability);
  mount(app, exemptCase);
  mount(app, findLiable);
}
