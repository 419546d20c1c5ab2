/** HTTP of a firm's data, looked at with its consent. */
import { type App, mount } from "../mount";
import { giveConsent, listConsents, withdrawConsent } from "./consents";
import { lookAtFirm } from "./look-at-firm";

export function consentRoutes(app: App): void {
  mount(app, listConsents);
  mount(app, giveConsent);
  mount(app, withdrawConsent);
  mount(app, lookAtFirm);
}
