/** Opens a session for a phone number proven by a code of ours or by WeChat. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { answerAnyone } from "../anonymous";
import { load } from "../database";
import { hmac } from "../digest";
import type { HonoEnv, LoadCtx } from "../verb";
import { authFor, nobody, openSession, personOfPhone } from "./auth";
import { bindAccount, boundPersonQuery, membershipsQuery, personQuery } from "./store";
import { wechatAccount, wechatPhone } from "./wechat";

type Base = Omit<LoadCtx, "body" | "query">;

async function enter(
  c: Context<HonoEnv>,
  { db, schemeId }: Base,
  auth: ReturnType<typeof authFor>,
  personId: string,
): Promise<Outcome<Reply<typeof api.login>>> {
  const found = await load(db, { person: personQuery(db, personId), memberships: membershipsQuery(db, personId, schemeId) });
  const person = found.person[0];
  if (!person) throw new Error("a proven phone number without a person");
  if (person.status === "disabled") return refuse("person_disabled");
  const opened = await openSession(auth, personId, c.req.header("user-agent") ?? "");
  return accept({ ...opened, person: { personId, name: person.name, phone: person.phone }, memberships: found.memberships });
}

const codeOf = (error: unknown): string => (error as { body?: { code?: string } } | null)?.body?.code ?? "";

export const login = (c: Context<HonoEnv>): Promise<Response> =>
  answerAnyone(c, api.login, async (base, { phone, code }) => {
    const auth = authFor(base.db, base.settings, nobody);
    try {
      const { user } = await auth.api.verifyPhoneNumber({ body: { phoneNumber: phone, code, disableSession: true } });
      return await enter(c, base, auth, user.id);
    } catch (error) {
      const reason = codeOf(error);
      if (reason === "INVALID_OTP" || reason === "OTP_NOT_FOUND") return refuse("code_wrong");
      if (reason === "OTP_EXPIRED" || reason === "TOO_MANY_ATTEMPTS") return refuse("code_expired");
      throw error;
    }
  });

/** A first login proves the phone number and binds the account to its person; after that the login code alone is enough. Refuses `not_registered` for an account that is bound to nobody. */
export const loginWithWechat = (c: Context<HonoEnv>): Promise<Response> =>
  answerAnyone(c, api.loginWithWechat, async (base, { loginCode, phoneCode }) => {
    const { db, settings, now } = base;
    const account = await wechatAccount(settings, loginCode);
    if (!account.ok) return account;
    const openidHash = await hmac(settings.PERSON_KEY, `openid:${account.value}`);
    const auth = authFor(db, settings, nobody);
    if (phoneCode === undefined) {
      const { bound } = await load(db, { bound: boundPersonQuery(db, openidHash) });
      return bound[0] ? enter(c, base, auth, bound[0].personId) : refuse("not_registered");
    }
    const phone = await wechatPhone(settings, phoneCode);
    if (!phone.ok) return phone;
    const personId = await personOfPhone(auth, phone.value);
    await bindAccount(db, { openidHash, personId, now }).run();
    return enter(c, base, auth, personId);
  });
