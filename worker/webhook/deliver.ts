/** Sends one letter by the Standard Webhooks specification and says what became of it. */
import { Webhook } from "standardwebhooks";
import type { Settings } from "../settings";
import { webhookUrl } from "./address";
import type { LetterRow } from "./store";

const TIMEOUT = 10_000;

/** `retry` may succeed later; `gone` means the receiver wants no more (410); `refused` will never be sent. */
export type Delivery = { readonly is: "sent" | "gone" } | { readonly is: "retry" | "refused"; readonly why: string };

/** Both secrets sign for a day after a rotation, so that the receiver may change over when it likes. */
function signatures(letter: LetterRow, at: Date): string {
  const secrets = [letter.secret, ...(letter.old_secret && (letter.old_until ?? 0) > at.getTime() ? [letter.old_secret] : [])];
  return secrets.map((secret) => new Webhook(secret).sign(letter.id, at, letter.payload)).join(" ");
}

export async function deliver(letter: LetterRow, settings: Settings, now: number): Promise<Delivery> {
  const url = webhookUrl(letter.url, settings);
  if (!url.ok) return { is: "refused", why: "url_not_allowed" };
  const at = new Date(now);
  try {
    const answer = await fetch(url.value, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": letter.id,
        "webhook-timestamp": String(Math.floor(now / 1000)),
        "webhook-signature": signatures(letter, at),
      },
      body: letter.payload,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await answer.body?.cancel();
    if (answer.status >= 200 && answer.status < 300) return { is: "sent" };
    return answer.status === 410 ? { is: "gone" } : { is: "retry", why: `http ${answer.status}` };
  } catch (error) {
    return { is: "retry", why: error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable" };
  }
}
