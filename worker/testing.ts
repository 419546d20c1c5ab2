/** What the worker's tests share: requests as somebody of the demo district. Imported by tests only. */

import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env as bindings } from "cloudflare:workers";
import { app } from "./app";
import type { Bindings } from "./settings";

export const env = bindings as unknown as Bindings;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at replies freely
  readonly body: any;
}

export interface Ask {
  readonly token?: string;
  readonly key?: string;
  readonly actingAs?: string;
  /** Another document than the default one. */
  readonly scheme?: string;
  readonly settings?: Partial<Record<string, unknown>>;
}

/** One request through the whole app, its background work included. */
export async function call(method: string, path: string, body?: unknown, { token, key, actingAs, scheme, settings }: Ask = {}): Promise<Answer> {
  const headers = new Headers();
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (method !== "GET") headers.set("idempotency-key", key ?? crypto.randomUUID());
  if (actingAs) headers.set("x-acting-as", actingAs);
  if (scheme) headers.set("x-scheme", scheme);
  const form = body instanceof FormData;
  if (!form) headers.set("content-type", "application/json");
  const context = createExecutionContext();
  const sent = method === "GET" ? null : form || typeof body === "string" ? (body as BodyInit) : JSON.stringify(body ?? {});
  const request = new Request(`http://test/api${path}`, { method, headers, body: sent });
  const answer = await app.fetch(request, settings ? ({ ...env, ...settings } as Bindings) : env, context);
  await waitOnExecutionContext(context);
  const text = await answer.text();
  const json = /json/.test(answer.headers.get("content-type") ?? "");
  return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
}

/** Logs a phone in by the code that the demo returns. */
export async function tokenOf(phone: string): Promise<string> {
  const asked = await call("POST", "/identity/codes", { phone });
  const entered = await call("POST", "/identity/sessions", { phone, code: asked.body.demoCode });
  if (entered.status !== 200) throw new Error(`login failed: ${JSON.stringify(entered.body)}`);
  return entered.body.token as string;
}

export const phoneOf = (place: number): string => `138000000${String(place).padStart(2, "0")}`;
