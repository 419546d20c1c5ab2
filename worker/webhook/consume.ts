/** The queue's consumer: delivers at least once, retries with back-off, and marks what the queue gave up on as dead. */
import { now } from "../clock";
import { databaseFor, load } from "../database";
import { errorName, log, logError } from "../log";
import type { Bindings, OutboxMessage } from "../settings";
import { settingsOf } from "../settings";
import { deliver } from "./deliver";
import { disableEndpoint, letterQuery, markDead, markFailed, markSent } from "./store";

export const DEAD_LETTERS = "gongdan-outbox-dlq";
/** Seconds before the second, third and fourth attempt. */
const BACK_OFF = [5, 60, 600] as const;
/** In the demo a dead receiver shows among the dead letters within seconds instead of eleven minutes. */
const DEMO_BACK_OFF = [1, 2, 4] as const;
/** The clock takes a row up again only when the queue should long have settled it. */
const LOST_AFTER = 3_600_000;

export async function consume(batch: MessageBatch<OutboxMessage>, env: Bindings): Promise<void> {
  const handle = batch.queue === DEAD_LETTERS ? bury : send;
  await Promise.all(
    batch.messages.map((message) =>
      handle(message, env).catch((error: unknown) => {
        logError("outbox_error", { outboxId: message.body.outboxId, error: errorName(error) });
        message.retry({ delaySeconds: 30 });
      }),
    ),
  );
}

async function bury(message: Message<OutboxMessage>, env: Bindings): Promise<void> {
  const { outboxId, schemeId } = message.body;
  await markDead(databaseFor(env, schemeId), outboxId, null).run();
  log("outbox_dead", { outboxId });
  message.ack();
}

async function send(message: Message<OutboxMessage>, env: Bindings): Promise<void> {
  const { outboxId, schemeId } = message.body;
  const db = databaseFor(env, schemeId);
  const [letter] = (await load(db, { letter: letterQuery(db, outboxId) })).letter;
  if (!letter || letter.status === "sent" || letter.status === "dead") return message.ack();
  if (letter.endpoint_status === "disabled") {
    await markDead(db, outboxId, "endpoint disabled").run();
    return message.ack();
  }
  const settings = settingsOf(env);
  const result = await deliver(letter, settings, now());
  log("outbox_delivery", { outboxId, result: result.is, why: "why" in result ? result.why : "" });
  if (result.is === "sent") await markSent(db, outboxId, now()).run();
  if (result.is === "gone") await db.batch([markDead(db, outboxId, "http 410"), disableEndpoint(db, letter.endpoint_id)]);
  if (result.is === "refused") await markDead(db, outboxId, result.why).run();
  if (result.is !== "retry") return message.ack();
  await markFailed(db, outboxId, result.why, now() + LOST_AFTER).run();
  const pauses = settings.DEMO ? DEMO_BACK_OFF : BACK_OFF;
  message.retry({ delaySeconds: pauses[Math.min(message.attempts, pauses.length) - 1] ?? 600 });
}
