/** Gives each worker test file the real schema: migrations/ applied to its own empty database. */
import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";

declare global {
  namespace Cloudflare {
    interface Env {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

await applyD1Migrations((env as unknown as { DB: D1Database }).DB, env.TEST_MIGRATIONS);
