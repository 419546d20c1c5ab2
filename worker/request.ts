/** Reads a request once, for every try of its verb: who claims to act, in which scheme, and the parsed command. */
import type { Context } from "hono";
import type { Params, Route } from "../shared/contract/contract";
import { accept, type Outcome } from "../shared/outcome";
import { SCHEMES } from "../shared/schemes/registry";
import type { Scheme } from "../shared/schemes/scheme";
import { mineOf } from "./actor";
import { now, today } from "./clock";
import { databaseFor } from "./database";
import { sha256 } from "./digest";
import { parseJson, parseWith, readJsonText } from "./incoming";
import { type Settings, settingsOf } from "./settings";
import type { HonoEnv, LoadCtx } from "./verb";

/** A request once read: the same for every try. */
export interface Incoming<R extends Route> {
  readonly route: R;
  readonly base: Omit<LoadCtx<R>, "body" | "query">;
  readonly tokenHash: string | null;
  readonly actingAs: string | null;
  readonly key: string | null;
  readonly bodyHash: string;
  readonly parsed: Outcome<{ body: unknown; query: unknown }>;
}

export const bearerOf = (request: Request): string | null =>
  /^Bearer ([!-~]{16,512})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
/** The document of a request. A name that no document has is told, never taken for another district. */
export function documentOf(request: Request, settings: Settings): Scheme {
  const named = request.headers.get("x-scheme") ?? settings.SCHEME;
  const scheme = Object.hasOwn(SCHEMES, named) ? SCHEMES[named] : undefined;
  if (!scheme) throw new SchemeUnknown(named.slice(0, 40));
  return scheme;
}

/** Thrown where a request names a document that this build does not carry. */
export class SchemeUnknown extends Error {
  constructor(readonly named: string) {
    super(`no scheme ${named}`);
  }
}

/** Everything about a request that needs no database. `text` is the JSON body, or a digest of the form for uploads. */
export async function baseOf<R extends Route>(c: Context<HonoEnv>): Promise<Omit<Incoming<R>, "route" | "bodyHash" | "parsed">> {
  const settings = settingsOf(c.env);
  const document = documentOf(c.req.raw, settings);
  const schemeId = document.id;
  const token = bearerOf(c.req.raw);
  const tokenHash = token ? await sha256(token) : null;
  const actingAs = c.req.header("x-acting-as")?.slice(0, 64) ?? null;
  const instant = now();
  const key = c.req.header("idempotency-key") ?? null;
  return {
    tokenHash,
    actingAs,
    key,
    base: {
      env: c.env,
      settings,
      db: databaseFor(c.env, schemeId),
      schemeId,
      document,
      requestId: c.get("requestId"),
      now: instant,
      today: today(instant),
      params: c.req.param() as unknown as Params<R>,
      mine: mineOf(tokenHash ?? "", actingAs, schemeId),
    },
  };
}

/** What an upload read from its form: the fields, and a digest of fields and bytes for idempotency. */
export type FormRead = Outcome<{ readonly fields: Readonly<Record<string, string>>; readonly digest: string }>;

export async function readIncoming<R extends Route>(c: Context<HonoEnv>, route: R, form: FormRead | undefined): Promise<Incoming<R>> {
  const about = await baseOf<R>(c);
  if (form) {
    const body = form.ok ? parseWith(route.body, form.value.fields) : form;
    const bodyHash = form.ok ? await sha256(`${route.name}\n${about.base.schemeId}\n${about.actingAs ?? ""}\n${form.value.digest}`) : "";
    return { route, ...about, bodyHash, parsed: body.ok ? accept({ body: body.value, query: undefined }) : body };
  }
  const text = route.method === "GET" ? accept("") : await readJsonText(c.req.raw);
  const bodyHash = text.ok ? await sha256(`${route.name}\n${c.req.path}\n${about.base.schemeId}\n${about.actingAs ?? ""}\n${text.value}`) : "";
  return { route, ...about, bodyHash, parsed: parseParts(route, text, c.req.query()) };
}

function parseParts(route: Route, text: Outcome<string>, query: Record<string, string>): Incoming<Route>["parsed"] {
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return json;
  const body = parseWith(route.body, json.value);
  if (!body.ok) return body;
  const asked = parseWith(route.query, query);
  return asked.ok ? accept({ body: body.value, query: asked.value }) : asked;
}
