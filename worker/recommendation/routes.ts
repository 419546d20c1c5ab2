/** HTTP of recommendation. */
import { type App, mount } from "../mount";
import { adoptApplication } from "./adopt-application";
import { recommendationScores } from "./recommendation-scores";
import { returnApplication } from "./return-application";

export function recommendationRoutes(app: App): void {
  mount(app, adoptApplication);
  mount(app, returnApplication);
  mount(app, recommendationScores);
}
