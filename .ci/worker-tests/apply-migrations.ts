/** Gives each worker test file the real schema in an empty database, and modules that remember nothing of the file before: only the runtime is shared. */
import { type D1Migration, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";

declare global {
  namespace Cloudflare {
    interface Env {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

const { DB } = env as unknown as { DB: D1Database };
vi.useRealTimers();
vi.restoreAllMocks();
vi.resetModules();
// a write of the file before that was still on its way would open the database again
const empty = async () =>
  (await DB.prepare("SELECT COUNT(*) AS n FROM sqlite_master WHERE name NOT LIKE '\\_cf\\_%' ESCAPE '\\'").first<number>("n")) === 0;
for (let tries = 0; tries === 0 || (tries < 5 && !(await empty())); tries++) await reset();
await DB.batch(env.TEST_MIGRATIONS.flatMap(({ queries }) => queries.map((query) => DB.prepare(query))));
