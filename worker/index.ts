/** The worker's three ways in: a request, a queued letter, the clock. */
import { app } from "./app";
import type { Bindings, OutboxMessage } from "./settings";
import { sweep } from "./sweep";
import { consume } from "./webhook/consume";

export default {
  fetch: app.fetch,
  queue: (batch, env) => consume(batch, env),
  scheduled: (_, env) => sweep(env),
} satisfies ExportedHandler<Bindings, OutboxMessage>;
