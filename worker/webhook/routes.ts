/** HTTP of webhooks and dead letters. */
import { type App, mount } from "../mount";
import { listDeadLetters, replayDeadLetter } from "./dead-letters";
import { disableWebhook, getWebhook, rotateWebhook, setWebhook } from "./endpoint";

export function webhookRoutes(app: App): void {
  mount(app, getWebhook);
  mount(app, setWebhook);
  mount(app, rotateWebhook);
  mount(app, disableWebhook);
  mount(app, listDeadLetters);
  mount(app, replayDeadLetter);
}
