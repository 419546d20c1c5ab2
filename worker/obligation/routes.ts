/** HTTP of what is owed around a loan. */
import { type App, mount } from "../mount";
import { fulfilObligation } from "./fulfil-obligation";

export function obligationRoutes(app: App): void {
  mount(app, fulfilObligation);
}
