/** HTTP of the inbox. */
import { type App, mount } from "../mount";
import { listNotices, readNotice } from "./inbox";

export function noticeRoutes(app: App): void {
  mount(app, listNotices);
  mount(app, readNotice);
}
