/** HTTP of the numbers and readings that the district sets, and of what the articles bring about. */
import { type App, mount } from "../mount";
import { approveAmendment, declineAmendment } from "./decide-amendment";
import { listAmendments } from "./list-amendments";
import { policyYear } from "./policy-year";
import { previewAmendment } from "./preview-amendment";
import { proposeAmendment } from "./propose-amendment";
import { withdrawAmendment } from "./withdraw-amendment";

export function amendmentRoutes(app: App): void {
  mount(app, listAmendments);
  mount(app, proposeAmendment);
  mount(app, previewAmendment);
  mount(app, approveAmendment);
  mount(app, declineAmendment);
  mount(app, withdrawAmendment);
  mount(app, policyYear);
}
