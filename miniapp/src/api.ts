/** The one way to the worker: typed by the shared contract, with token, acting organisation, idempotency key, retries and plain failures. */
import type { Api } from "../../shared/contract/api";
import type { BodyInput, Params, QueryInput, Reply } from "../../shared/contract/contract";
import { PATHS, type RouteName } from "../../shared/contract/paths";
import { districtOf } from "./district";
import { type HttpReply, type HttpRequest, http, NetworkFailure } from "./http";
import { type Problem, problemOf } from "./problem";
import { closeSession, session, toLogin } from "./session";

type Need<K extends string, V> = undefined extends V ? { [P in K]?: never } : { [P in K]: V };
type MaybeQuery<Q> = undefined extends Q ? { query?: never } : { query?: Q };
type NeedParams<P> = [keyof P] extends [never] ? { params?: never } : { params: P };
/** What a call of the route needs: `params` where its path names them, `body` and `query` where its contract has them. */
export type Ask<N extends RouteName> = NeedParams<Params<Api[N]>> & Need<"body", BodyInput<Api[N]>> & MaybeQuery<QueryInput<Api[N]>>;
export type Answer<N extends RouteName> = Reply<Api[N]>;
type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };

/** The whole address of a route. */
export function addressOf(name: RouteName, ask: Loose = {}): string {
  const path = PATHS[name][1].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(ask.params?.[key] ?? ""));
  const query = Object.entries(ask.query ?? {})
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join("&");
  return `${__API__}${path}${query ? `?${query}` : ""}`;
}

/** Who asks, for whom and in which district; where none was chosen the server has its usual one. */
export function authHeader(): Record<string, string> {
  const now = session();
  const district = districtOf(now);
  return {
    ...(now ? { Authorization: `Bearer ${now.token}` } : {}),
    ...(now?.actingAs ? { "X-Acting-As": now.actingAs } : {}),
    ...(district ? { "X-Scheme": district } : {}),
  };
}

/** Keys of intents that have had no definite answer: the same tap again, or after a lost reply, goes out under the same key. */
const unanswered = new Map<string, string>();
/** An uuid-like key; the mini-program has no crypto, and a key only has to be unique for its person. */
const freshKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}${Math.random().toString(36).slice(2, 12)}`;

export function keyFor(intent: string): string {
  const key = unanswered.get(intent) ?? freshKey();
  unanswered.set(intent, key);
  return key;
}
export const answered = (intent: string): void => void unanswered.delete(intent);

const PAUSES = [400, 1200];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends up to three times while no answer comes; a read or a keyed write may be repeated safely. */
async function persist(request: HttpRequest): Promise<HttpReply> {
  for (const wait of PAUSES) {
    try {
      return await http(request);
    } catch (failure) {
      if (!(failure instanceof NetworkFailure)) throw failure;
      await pause(wait);
    }
  }
  return http(request);
}

/** 401 on anything but the login itself ends the session on this device. */
export function refuse(name: RouteName, status: number, text: string): Problem {
  const problem = problemOf(status, text);
  if (status === 401 && name !== "login" && name !== "loginWithWechat") {
    closeSession();
    toLogin();
  }
  return problem;
}

/** `call("castBallot", { params: { caseId }, body: { choice, reason } })`. Throws `Problem` (refused) or `NetworkFailure` (no answer). */
export async function call<N extends RouteName>(
  name: N,
  ...[ask]: Record<never, never> extends Ask<N> ? [ask?: Ask<N>] : [ask: Ask<N>]
): Promise<Answer<N>> {
  const loose = (ask ?? {}) as Loose;
  const method = PATHS[name][0];
  const url = addressOf(name, loose);
  const body = method === "GET" ? undefined : JSON.stringify(loose.body ?? {});
  const intent = `${districtOf() ?? ""} ${session()?.actingAs ?? ""} ${method} ${url} ${body}`;
  const header: Record<string, string> = { Accept: "application/json", ...authHeader() };
  if (method !== "GET") {
    header["Content-Type"] = "application/json";
    header["Idempotency-Key"] = keyFor(intent);
  }
  const reply = await persist({ method, url, header, body });
  // After a 5xx it is not known whether the command took effect, so its key stays.
  if (reply.status < 500) answered(intent);
  if (reply.status < 200 || reply.status >= 300) throw refuse(name, reply.status, reply.text);
  return JSON.parse(reply.text || "null") as Answer<N>;
}
