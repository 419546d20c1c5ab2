/** HTTP of organisations and agreements. */
import { type App, mount } from "../mount";
import { listAgreements, listOrganisations, registerInstitution } from "./register";
import { signAgreement } from "./sign-agreement";

export function institutionRoutes(app: App): void {
  mount(app, listOrganisations);
  mount(app, registerInstitution);
  mount(app, listAgreements);
  mount(app, signAgreement);
}
