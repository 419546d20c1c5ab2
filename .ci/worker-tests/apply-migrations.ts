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

const { DB, APART } = env as unknown as { DB: D1Database; APART: D1Database };
await Promise.all([DB, APART].map((db) => applyD1Migrations(db, env.TEST_MIGRATIONS)));
