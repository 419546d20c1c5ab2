/** Routes before there is a person: parsed by the same contract, answered in the same shapes, nothing of their reply is kept. */
import type { Context } from "hono";
import type { Body, Reply, Route } from "../shared/contract/contract";
import type { Outcome } from "../shared/outcome";
import { parseJson, parseWith, readJsonText } from "./incoming";
import { problemResponse } from "./problem";
import { baseOf } from "./request";
import type { HonoEnv, LoadCtx } from "./verb";

/** The idempotency key is asked for as everywhere, but a repeated login is simply another one: codes are single use. */
export async function answerAnyone<R extends Route>(
  c: Context<HonoEnv>,
  route: R,
  act: (base: Omit<LoadCtx<R>, "body" | "query">, body: Body<R>) => Promise<Outcome<Reply<R>>>,
): Promise<Response> {
  const { base, key } = await baseOf<R>(c);
  const outcome =
    key === null || key.length > 200 ? ({ ok: false, refusals: [{ code: "idempotency_key_required", figures: {} }] } as const) : await parsed();
  if (outcome.ok) return Response.json(outcome.value);
  c.set("refusal", outcome.refusals[0]?.code ?? "");
  return problemResponse(outcome.refusals, base.requestId);

  async function parsed(): Promise<Outcome<Reply<R>>> {
    const text = await readJsonText(c.req.raw);
    if (!text.ok) return text;
    const value = parseJson(text.value);
    if (!value.ok) return value;
    const body = parseWith(route.body, value.value);
    return body.ok ? act(base, body.value as Body<R>) : body;
  }
}
