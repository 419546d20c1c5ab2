/** HTTP of yearly evaluations and rewards. */
import { type App, mount } from "../mount";
import { evaluate } from "./evaluate";
import { listEvaluations } from "./list-evaluations";

export function rewardRoutes(app: App): void {
  mount(app, listEvaluations);
  mount(app, evaluate);
}
