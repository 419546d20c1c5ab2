/** Sends a command once for each statement of its batch, which breaks after that statement, then whole. Imported by tests only. */
import { expect } from "vitest";
import { everything, observed } from "./observed";
import { must } from "./story";
import { type Answer, call, env } from "./testing";

/** Letters stay where they are written: delivering them is another test's business. */
export const QUIET = { OUTBOX: { sendBatch: async () => {} } };
/** Fails while it runs, not while it is prepared: after `after` statements of the batch have done their work. */
const BREAKS = "SELECT json('{')";

/** Nothing stays of a batch that broke, whichever of its statements it was, and the same command then goes through. Answers its reply, and how many statements there were. */
export async function breakEach(
  method: string,
  path: string,
  body: unknown,
  token: string,
  scheme?: string,
): Promise<{ readonly length: number; readonly answer: Answer }> {
  const before = await everything(env.DB);
  const as = { token, key: crypto.randomUUID(), ...(scheme ? { scheme } : {}) };
  let length = 1;
  for (let after = 0; after <= length; after++) {
    const { db } = observed(env.DB, {
      // the command's own batch is the one that remembers its answer
      instead: (batch, texts) => {
        if (!texts.some((text) => /INSERT INTO idempotency/i.test(text))) return batch;
        length = batch.length;
        return [...batch.slice(0, after), env.DB.prepare(BREAKS), ...batch.slice(after)];
      },
    });
    const broken = await call(method, path, body, { ...as, settings: { ...QUIET, DB: db } });
    expect([path, after, broken.status, broken.body.code]).toEqual([path, after, 500, "internal"]);
    expect(await everything(env.DB), `${path} after ${after} of ${length}`).toEqual(before);
  }
  const answer = must(await call(method, path, body, { ...as, settings: QUIET }));
  expect(await everything(env.DB)).not.toEqual(before);
  return { length, answer };
}
