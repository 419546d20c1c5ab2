/** Whether the service answers, and which day it believes it is. */
import { api } from "../shared/contract/api";
import { reply, verb } from "./verb";

export const health = verb(api.health, {
  decide: ({ today, settings }) => reply({ ok: true as const, today, demo: settings.DEMO }),
});
