/** Sends a one-time code to a phone, or returns it in the demo. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { answerAnyone } from "../anonymous";
import { hmac } from "../digest";
import type { HonoEnv } from "../verb";
import { authFor, CODE_SECONDS } from "./auth";
import { sendCode } from "./sms";
import { takeCodeTurn } from "./store";

export const requestCode = (c: Context<HonoEnv>): Promise<Response> =>
  answerAnyone(c, api.requestCode, async ({ db, settings, now, today }, { phone }) => {
    if (!settings.DEMO) {
      const turn = await takeCodeTurn(db, await hmac(settings.PERSON_KEY, phone), today, now).run();
      if (turn.meta.changes === 0) return refuse("rate_limited", { seconds: "60" });
    }
    let made = "";
    let sent: Outcome<null> = accept(null);
    const auth = authFor(db, settings, async (to, code) => {
      made = code;
      sent = await sendCode(settings, to, code);
    });
    // only the newest code may open the door
    await (await auth.$context).internalAdapter.deleteVerificationByIdentifier(phone);
    await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: phone } });
    if (!sent.ok) return sent;
    return accept({ sent: true as const, validSeconds: CODE_SECONDS, ...(settings.DEMO ? { demoCode: made } : {}) });
  });
