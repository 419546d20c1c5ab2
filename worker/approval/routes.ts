/** HTTP of the higher authority. */
import { type App, mount } from "../mount";
import { approveCase, refuseApproval } from "./approve-case";

export function approvalRoutes(app: App): void {
  mount(app, approveCase);
  mount(app, refuseApproval);
}
