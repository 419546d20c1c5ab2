/** The office sees what could not be delivered and sends it again. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { reply, verb } from "../verb";
import { deadQuery, revive } from "./store";

export const listDeadLetters = verb(api.listDeadLetters, {
  load: ({ db, schemeId }) => ({ letters: deadQuery(db, schemeId) }),
  decide: (_, { letters }) => reply({ letters }),
});

export const replayDeadLetter = verb(api.replayDeadLetter, {
  load: ({ db, schemeId, params }) => ({ letters: deadQuery(db, schemeId, params.outboxId) }),
  decide: ({ db, now, params }, { letters }) => {
    if (letters.length === 0) return refuse("not_found");
    return accept({ statements: [revive(db, params.outboxId, now)], outbox: [params.outboxId], reply: { queued: true as const } });
  },
});
