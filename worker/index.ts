/** The worker's three ways in: a request, a queued letter, the clock. */
import { app } from "./app";
import type { Bindings, OutboxMessage } from "./settings";
import { consume } from "./webhook/consume";
import { sweep } from "./webhook/sweep";

export default {
  fetch: app.fetch,
  queue: (batch, env) => consume(batch, env),
  scheduled: (_, env) => sweep(env),
} satisfies ExportedHandler<Bindings, OutboxMessage>;
