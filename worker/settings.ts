/** Every setting and secret, parsed once; a missing one is named. The bindings are those of wrangler.toml. */
import { z } from "zod";

export interface Bindings {
  /** D1; a scheme with a database of its own is bound as `DB_<SCHEME>` beside it. */
  readonly DB: D1Database;
  readonly FILES: R2Bucket;
  readonly OUTBOX: Queue<OutboxMessage>;
  readonly ASSETS?: Fetcher;
  readonly [setting: string]: unknown;
}

/** What the queue carries: where the row lies, never what it says. */
export interface OutboxMessage {
  readonly outboxId: string;
  readonly schemeId: string;
}

const flag = z
  .enum(["on", "off", "true", "false", "1", "0", ""])
  .default("off")
  .transform((text) => ["on", "true", "1"].includes(text));
const secret = z.string().min(32);
const blank = (text: unknown) => (text === "" ? undefined : text);
const optional = <T extends z.ZodType>(of: T) => z.preprocess(blank, of.optional());

/**
 * | name | what | default |
 * | --- | --- | --- |
 * | DEMO | demo district, demo logins, http webhooks | off |
 * | PUBLIC_URL | origin that links in webhooks start with | http://localhost:8787 |
 * | SCHEME | the scheme of requests that name none in `X-Scheme` | yanqing |
 * | WEBHOOK_HOSTS | hosts that may receive webhooks, by comma | none |
 * | WECHAT_BASE_URL, WECHAT_APP_ID, WECHAT_SECRET | WeChat login; without the last two it is off | https://api.weixin.qq.com |
 * | SMS_URL, SMS_TOKEN | the gateway that sends codes; needed unless DEMO | none |
 * | AUTH_SECRET, BALLOT_KEY, PERSON_KEY | secrets of at least 32 characters: sessions, sealed ballots, hashed phone numbers | required |
 */
const shape = z.object({
  DEMO: flag,
  PUBLIC_URL: z.preprocess(blank, z.url().default("http://localhost:8787")),
  SCHEME: z.preprocess(blank, z.string().default("yanqing")),
  WEBHOOK_HOSTS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  WECHAT_BASE_URL: z.preprocess(blank, z.url().default("https://api.weixin.qq.com")),
  WECHAT_APP_ID: optional(z.string()),
  WECHAT_SECRET: optional(z.string()),
  SMS_URL: optional(z.url()),
  SMS_TOKEN: optional(z.string()),
  AUTH_SECRET: secret,
  BALLOT_KEY: secret,
  PERSON_KEY: secret,
});

export type Settings = z.output<typeof shape>;

/** Thrown when a setting is missing or malformed; carries names only, never values. */
export class SettingMissing extends Error {
  constructor(readonly names: readonly string[]) {
    super(`settings missing or malformed: ${names.join(", ")}`);
  }
}

const parsed = new WeakMap<object, Settings>();

export function settingsOf(env: Bindings): Settings {
  const known = parsed.get(env);
  if (known) return known;
  const read = shape.safeParse(env);
  const names = read.success ? [] : read.error.issues.map((issue) => String(issue.path[0]));
  if (read.success && !read.data.DEMO && !read.data.SMS_URL) names.push("SMS_URL");
  if (!read.success || names.length > 0) throw new SettingMissing([...new Set(names)]);
  parsed.set(env, read.data);
  return read.data;
}
