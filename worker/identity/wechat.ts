/** The port to WeChat: a login code proves the person at the phone, a phone code gives the number (both single use there). */
import { z } from "zod";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Settings } from "../settings";

const sessionAnswer = z.object({ openid: z.string().min(1) });
const tokenAnswer = z.object({ access_token: z.string().min(1) });
const phoneAnswer = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }) });

async function ask<T>(url: URL, shape: z.ZodType<T>, body?: unknown): Promise<Outcome<T>> {
  try {
    const answer = await fetch(url, {
      ...(body ? { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    const value: unknown = await answer.json();
    const errcode = (value as { errcode?: unknown } | null)?.errcode;
    if (typeof errcode === "number" && errcode !== 0)
      return [40029, 40163, 40226].includes(errcode)
        ? refuse("code_wrong")
        : refuse("upstream_failed", { service: "wechat", errcode: String(errcode) });
    const read = shape.safeParse(value);
    return answer.ok && read.success ? accept(read.data) : refuse("upstream_failed", { service: "wechat", status: String(answer.status) });
  } catch {
    return refuse("upstream_failed", { service: "wechat" });
  }
}

type Account = { readonly base: string; readonly appid: string; readonly secret: string };

function accountOf(settings: Settings): Outcome<Account> {
  const { WECHAT_BASE_URL: base, WECHAT_APP_ID: appid, WECHAT_SECRET: secret } = settings;
  return appid && secret ? accept({ base, appid, secret }) : refuse("setting_missing", { names: "WECHAT_APP_ID, WECHAT_SECRET" });
}

function at(account: Account, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(path, account.base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** The WeChat account at the phone. Refuses `setting_missing`, `code_wrong`, `upstream_failed`. */
export async function wechatAccount(settings: Settings, loginCode: string): Promise<Outcome<string>> {
  const account = accountOf(settings);
  if (!account.ok) return account;
  const { appid, secret } = account.value;
  const url = at(account.value, "/sns/jscode2session", { appid, secret, js_code: loginCode, grant_type: "authorization_code" });
  const proven = await ask(url, sessionAnswer);
  return proven.ok ? accept(proven.value.openid) : proven;
}

/** The mainland number of who holds the phone. Refuses `setting_missing`, `code_wrong`, `phone_invalid`, `upstream_failed`. */
export async function wechatPhone(settings: Settings, phoneCode: string): Promise<Outcome<string>> {
  const account = accountOf(settings);
  if (!account.ok) return account;
  const { appid, secret } = account.value;
  const token = await ask(at(account.value, "/cgi-bin/stable_token"), tokenAnswer, { grant_type: "client_credential", appid, secret });
  if (!token.ok) return token;
  const url = at(account.value, "/wxa/business/getuserphonenumber", { access_token: token.value.access_token });
  const phone = await ask(url, phoneAnswer, { code: phoneCode });
  if (!phone.ok) return phone;
  const { purePhoneNumber, countryCode } = phone.value.phone_info;
  return countryCode === "86" && /^1[3-9]\d{9}$/.test(purePhoneNumber) ? accept(purePhoneNumber) : refuse("phone_invalid");
}
