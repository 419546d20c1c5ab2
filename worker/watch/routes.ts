/** HTTP of institutions watched by their bad loans. */
import { type App, mount } from "../mount";
import { decideWatch } from "./decide-watch";
import { enterFigures } from "./enter-figures";
import { explainFigures } from "./explain-figures";
import { listWatch } from "./list-watch";

export function watchRoutes(app: App): void {
  mount(app, listWatch);
  mount(app, enterFigures);
  mount(app, explainFigures);
  mount(app, decideWatch);
}
