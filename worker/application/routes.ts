/** HTTP of the enterprise's application. */
import { type App, mount } from "../mount";
import { getApplication } from "./get-application";
import { removeStatement } from "./remove-statement";
import { saveDraft } from "./save-draft";
import { startApplication } from "./start-application";
import { submitApplication } from "./submit-application";
import { withdrawApplication } from "./withdraw-application";

export function applicationRoutes(app: App): void {
  mount(app, startApplication);
  mount(app, getApplication);
  mount(app, saveDraft);
  mount(app, removeStatement);
  mount(app, submitApplication);
  mount(app, withdrawApplication);
}
