/** HTTP of how an institution becomes a partner. */
import { type App, mount } from "../mount";
import { applyPartnership, checkCandidacy, decideCandidacy, listCandidacies } from "./candidacies";

export function candidacyRoutes(app: App): void {
  mount(app, listCandidacies);
  mount(app, applyPartnership);
  mount(app, checkCandidacy);
  mount(app, decideCandidacy);
}
