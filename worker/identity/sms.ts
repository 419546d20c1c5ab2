/** The port that sends a code: an HTTP gateway outside the demo, nothing in it (the code is in the reply then). */
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Settings } from "../settings";

/** POST `{phone, code}` with the token as bearer; refuses `upstream_failed` on anything but 2xx within 10 s. The code is never logged. */
export async function sendCode(settings: Settings, phone: string, code: string): Promise<Outcome<null>> {
  if (settings.DEMO) return accept(null);
  try {
    const answer = await fetch(settings.SMS_URL as string, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${settings.SMS_TOKEN ?? ""}` },
      body: JSON.stringify({ phone, code }),
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    return answer.ok ? accept(null) : refuse("upstream_failed", { service: "sms", status: String(answer.status) });
  } catch {
    return refuse("upstream_failed", { service: "sms" });
  }
}
