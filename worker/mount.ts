/** Puts a contract's route on the app: `mount(app, castBallot)` for a verb, `mountRaw(app, api.login, handler)` for what is not one JSON command. */
import type { Context, Hono } from "hono";
import type { Route } from "../shared/contract/contract";
import { SCHEMES } from "../shared/schemes/registry";
import { problemResponse } from "./problem";
import { type HonoEnv, perform, type Verb } from "./verb";

export type App = Hono<HonoEnv>;

// biome-ignore lint/suspicious/noExplicitAny: a verb of any load mounts alike
export const mount = <R extends Route>(app: App, verb: Verb<R, any>): void => mountRaw(app, verb.route, (c) => perform(c, verb));

export function mountRaw(app: App, route: Route, handler: (c: Context<HonoEnv>) => Response | Promise<Response>): void {
  app.on(route.method, `/api${route.path}`, (c) => {
    c.set("routeName", route.name);
    // a scheme that this build does not carry is nowhere: nothing is read or written in its name
    const named = c.req.header("x-scheme");
    if (named !== undefined && !Object.hasOwn(SCHEMES, named)) return problemResponse([{ code: "not_found", figures: {} }], c.get("requestId"));
    return handler(c);
  });
}
