/** What the clock does: letters that never reached the queue are sent to it, what has outlived its use is forgotten, and once a day each scheme's night is worked through. */
import { addDays } from "../shared/local-date";
import { now, today } from "./clock";
import { forgetReplies } from "./commit";
import { load } from "./database";
import { forgetExpired } from "./identity/store";
import { log } from "./log";
import { nightly } from "./nightly";
import type { Bindings } from "./settings";
import { dueQuery } from "./webhook/store";

/** Every database once: the default one and each that a scheme has for itself. */
const databases = (env: Bindings): D1Database[] =>
  Object.entries(env).flatMap(([name, value]) => (name === "DB" || name.startsWith("DB_") ? [value as D1Database] : []));

export async function sweep(env: Bindings): Promise<void> {
  const instant = now();
  for (const db of databases(env)) {
    const { due } = await load(db, { due: dueQuery(db, instant) });
    if (due.length > 0) await env.OUTBOX.sendBatch(due.map((body) => ({ body })));
    await db.batch([...forgetExpired(db, instant, addDays(today(instant), -1)), forgetReplies(db, instant)]);
    log("sweep", { due: due.length });
  }
  await nightly(env, instant);
}
