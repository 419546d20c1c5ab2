/** The one way to write: permit → parse → load → decide → one batch → answer; a lost race starts again from load. */
import { sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Body, Params, Query as QueryOf, Reply, Route } from "../shared/contract/contract";
import type { LocalDate } from "../shared/local-date";
import { accept, type Outcome, type Refusal, refuse } from "../shared/outcome";
import type { Scheme } from "../shared/schemes/scheme";
import { type Actor, actorOf, type Mine, SESSION, type SessionRow, type SignedIn, sessionHolds, sessionQuery } from "./actor";
import { type AmendmentRow, inForceQuery, schemeWith } from "./amendment/in-force";
import { countRefused } from "./amendment/refused";
import { commit, type Stored, storedQuery } from "./commit";
import { load, type Query, type Rows, statement } from "./database";
import type { Append } from "./event";
import { log } from "./log";
import { PERMITS, type Permit, permits } from "./permission";
import { isRefusalCode, problemResponse } from "./problem";
import { type FormRead, type Incoming, readIncoming } from "./request";
import type { Bindings, Settings } from "./settings";

export interface Variables {
  requestId: string;
  routeName: string;
  refusal: string;
}
export type HonoEnv = { Bindings: Bindings; Variables: Variables };

/** What is known before anything is read. */
export interface LoadCtx<R extends Route = Route> {
  readonly env: Bindings;
  readonly settings: Settings;
  readonly db: D1Database;
  readonly schemeId: string;
  /** The document as built: its steps and parties, never a number. */
  readonly document: Scheme;
  readonly requestId: string;
  /** One instant and one Shanghai day for the whole command, retries included. */
  readonly now: number;
  readonly today: LocalDate;
  readonly params: Params<R>;
  readonly body: Body<R>;
  readonly query: QueryOf<R>;
  readonly mine: Mine;
}

/** What decides. `actor` throws for a person of no organisation: only `signed_in` routes meet one, and they use `person`. */
export interface Ctx<R extends Route = Route> extends LoadCtx<R> {
  /** The document with the district's approved amendments: what decides. */
  readonly scheme: Scheme;
  readonly person: SignedIn;
  readonly actor: Actor;
  readonly maybeActor: Actor | null;
}

export interface Write<T> {
  /** Events of one or more cases; they are written first. */
  readonly append?: readonly Append[];
  readonly statements?: readonly D1PreparedStatement[];
  /** Outbox rows that `statements` insert: told to the queue after the commit. */
  readonly outbox?: readonly string[];
  readonly reply: T;
  readonly status?: 200 | 201;
  /** What a repeated command answers, where the reply holds a secret that is told once. */
  readonly repeated?: T;
  /** The bytes of a `file` route, in place of the JSON reply. */
  readonly response?: Response;
}

type Loads = Record<string, Query<unknown>>;

export interface Verb<R extends Route = Route, L extends Loads = Loads> {
  readonly route: R;
  readonly load?: (ctx: LoadCtx<R>) => L;
  readonly decide: (ctx: Ctx<R>, found: Rows<L>) => Outcome<Write<Reply<R>>> | Promise<Outcome<Write<Reply<R>>>>;
}

/** `export const castBallot = verb(api.castBallot, { load: (ctx) => ({ head: headQuery(ctx.db, ctx.params.caseId) }), decide: (ctx, { head }) => … })` */
// biome-ignore lint/complexity/noBannedTypes: a verb without a load finds nothing
export const verb = <R extends Route, L extends Loads = {}>(
  route: R,
  { load, decide }: { load?: (ctx: LoadCtx<R>) => L; decide: Verb<R, L>["decide"] },
): Verb<R, L> => ({ route, ...(load ? { load } : {}), decide });

/** The answer of a verb that changes nothing. */
export const reply = <T>(value: T): Outcome<Write<T>> => accept({ reply: value });

const TRIES = 6;
const KEY = /^[\x20-\x7e]{1,200}$/;

/** 401, 403 or who acts. */
export function admit(
  permit: Permit,
  document: Scheme,
  session: SessionRow | undefined,
  actingAs: string | null,
  instant: number,
): Outcome<Actor | null> {
  if (permit.who === "anyone") return accept(null);
  if (!session || !sessionHolds(session, instant)) return refuse("session_expired");
  if (session.person_status === "disabled") return refuse("person_disabled");
  const actor = actorOf(session);
  if (actingAs !== null && !actor) return refuse(session.elsewhere ? "other_district" : "role_forbidden");
  if (permit.who === "signed_in") return accept(actor);
  if (!actor || !permits(permit, actor.orgKind, document)) return refuse("role_forbidden");
  return accept(actor);
}

/** Notes that a session is alive, at most once a minute, outside the command's own time. */
export function touch(db: D1Database, session: SessionRow | undefined, instant: number): D1PreparedStatement | null {
  if (!session || instant - session.seen_at < SESSION.seenEvery) return null;
  return statement(db, sql`UPDATE session SET seen_at = ${instant} WHERE id = ${session.session_id} AND seen_at < ${instant}`);
}

type Tried = { done: Response } | { again: string };

async function attempt<R extends Route, L extends Loads>(c: Context<HonoEnv>, verb: Verb<R, L>, incoming: Incoming<R>): Promise<Tried> {
  const { base, tokenHash, actingAs, key, parsed } = incoming;
  const { db } = base;
  const writes = verb.route.method !== "GET";
  const permit: Permit = PERMITS[verb.route.name];
  const loadCtx = parsed.ok ? ({ ...base, ...parsed.value } as LoadCtx<R>) : null;
  const found = await load(db, {
    amendments$: inForceQuery(db, base.schemeId),
    ...(permit.who !== "anyone" && tokenHash ? { session$: sessionQuery(db, tokenHash, actingAs, base.schemeId) } : {}),
    ...(writes && tokenHash && key ? { stored$: storedQuery(db, base.mine, key) } : {}),
    ...((loadCtx && verb.load?.(loadCtx)) ?? {}),
  } as Loads);
  const refused = (refusals: readonly Refusal[]): Tried => {
    c.set("refusal", refusals[0]?.code ?? "");
    return { done: problemResponse(refusals, base.requestId) };
  };
  const session = (found.session$ as SessionRow[] | undefined)?.[0];
  const admitted = admit(permit, base.document, session, actingAs, base.now);
  if (!admitted.ok) return refused(admitted.refusals);
  const alive = touch(db, session, base.now);
  if (alive) c.executionCtx.waitUntil(alive.run());
  if (writes && (!key || !KEY.test(key))) return refused([{ code: "idempotency_key_required", figures: {} }]);
  const stored = (found.stored$ as Stored[] | undefined)?.[0];
  if (stored)
    return stored.body_hash === incoming.bodyHash
      ? { done: json(stored.reply, stored.status, true) }
      : refused([{ code: "idempotency_conflict", figures: {} }]);
  if (!parsed.ok || !loadCtx) return refused(parsed.ok ? [] : parsed.refusals);
  const scheme = schemeWith(base.schemeId, found.amendments$ as AmendmentRow[]);
  const decided = await verb.decide(ctxOf(loadCtx, scheme, session, admitted.value), found as unknown as Rows<L>);
  if (!decided.ok) {
    const counted = writes && countRefused(db, whatWasRefused(loadCtx as LoadCtx, verb.route), decided.refusals);
    if (counted) c.executionCtx.waitUntil(counted.run());
    return refused(decided.refusals);
  }
  const write = decided.value;
  if (!writes) return { done: write.response ?? json(JSON.stringify(write.reply), write.status ?? 200) };
  const failure = await commit(incoming, write, session, admitted.value);
  if (failure !== null) return { again: failure };
  const ids = write.outbox ?? [];
  if (ids.length > 0)
    c.executionCtx.waitUntil(
      base.env.OUTBOX.sendBatch(ids.map((outboxId) => ({ body: { outboxId, schemeId: base.schemeId } }))).catch(() =>
        log("outbox_unsent", { count: ids.length }),
      ),
    );
  return { done: json(JSON.stringify(write.reply), write.status ?? 200) };
}

const whatWasRefused = ({ schemeId, today, params }: LoadCtx, { name }: Route) => ({
  schemeId,
  on: today,
  route: name,
  caseId: (params as { readonly caseId?: string }).caseId ?? "",
});

function ctxOf<R extends Route>(base: LoadCtx<R>, scheme: Scheme, session: SessionRow | undefined, actor: Actor | null): Ctx<R> {
  return {
    ...base,
    scheme,
    maybeActor: actor,
    get person(): SignedIn {
      if (!session) throw new Error("a route open to anyone asked for a person");
      return { personId: session.person_id, sessionId: session.session_id, personName: session.person_name };
    },
    get actor(): Actor {
      if (!actor) throw new Error("a route open to people of no organisation asked for an actor");
      return actor;
    },
  };
}

const json = (text: string, status: number, repeated = false): Response =>
  new Response(text, { status, headers: { "content-type": "application/json", ...(repeated ? { "idempotency-replayed": "true" } : {}) } });

const pause = (tried: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * tried));

/** Runs a verb for a request. Uploads hand in the form that they read. */
export async function perform<R extends Route, L extends Loads>(c: Context<HonoEnv>, verb: Verb<R, L>, form?: FormRead): Promise<Response> {
  const incoming = await readIncoming(c, verb.route, form);
  let constraint = "";
  for (let tried = 1; tried <= TRIES; tried++) {
    const result = await attempt(c, verb, incoming);
    if ("done" in result) return result.done;
    constraint = result.again;
    await pause(tried);
  }
  const code = isRefusalCode(constraint) ? constraint : "stale";
  log("constraint", { route: verb.route.name, constraint: constraint.slice(0, 120), requestId: incoming.base.requestId });
  c.set("refusal", code);
  return problemResponse([{ code, figures: {} }], incoming.base.requestId);
}
