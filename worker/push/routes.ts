/** HTTP of push rounds and leads. */
import { type App, mount } from "../mount";
import { answerLead, askLead, declineLead, offerLead } from "./answer-lead";
import { listLeads } from "./list-leads";
import { pushToBanks } from "./push-to-banks";

export function pushRoutes(app: App): void {
  mount(app, pushToBanks);
  mount(app, listLeads);
  mount(app, askLead);
  mount(app, answerLead);
  mount(app, declineLead);
  mount(app, offerLead);
}
