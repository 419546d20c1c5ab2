/** The demo's routes: outside the demo they are answered as any unknown path. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import { constraintOf } from "../database";
import { type App, mountRaw } from "../mount";
import { problemResponse } from "../problem";
import { baseOf, documentOf } from "../request";
import { settingsOf } from "../settings";
import type { HonoEnv } from "../verb";
import { DEMO_DISTRICTS } from "./people";
import { seedDemo } from "./seed";

const inDemo = (act: (c: Context<HonoEnv>) => Promise<Response> | Response) => (c: Context<HonoEnv>) =>
  settingsOf(c.env).DEMO ? act(c) : problemResponse([{ code: "not_found", figures: {} }], c.get("requestId"));

export function demoRoutes(app: App): void {
  mountRaw(
    app,
    api.demoPeople,
    inDemo((c) => {
      const { people = [] } = DEMO_DISTRICTS[documentOf(c.req.raw, settingsOf(c.env)).id] ?? {};
      return c.json({ people: people.map(({ phone, name, title, orgKind, orgName }) => ({ phone, name, title, orgKind, orgName })) });
    }),
  );
  mountRaw(
    app,
    api.seedDemo,
    inDemo(async (c) => {
      const { base } = await baseOf(c);
      try {
        return c.json({ seeded: await seedDemo(base.db, base.schemeId, base.now) });
      } catch (error) {
        // somebody else built it in the same moment
        if (constraintOf(error) !== null) return c.json({ seeded: false });
        throw error;
      }
    }),
  );
}
