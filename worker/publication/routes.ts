/** HTTP of the list of firms. */
import { type App, mount } from "../mount";
import { listListed } from "./list-listed";
import { exportPublished, listPublished } from "./list-published";
import { publishList } from "./publish-list";
import { giveFeedback, reviewPlace } from "./review-place";

export function publicationRoutes(app: App): void {
  mount(app, publishList);
  mount(app, listPublished);
  mount(app, exportPublished);
  mount(app, listListed);
  mount(app, giveFeedback);
  mount(app, reviewPlace);
}
