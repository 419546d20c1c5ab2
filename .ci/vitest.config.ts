/** Four kinds of test: pure rules in Node, the worker in workerd, the house's own checks, the story in a browser. `--project` picks one. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { writeRegistry } from "../worker/local/registry.mjs";
import { LOCAL_SECRETS } from "../worker/local/secrets.mjs";

const root = path.resolve(import.meta.dirname, "..");
// The assets folder is named in wrangler.toml and must exist, built or not.
mkdirSync(path.join(root, "miniapp/dist/h5"), { recursive: true });
writeRegistry();

const settings = Object.fromEntries(LOCAL_SECRETS.map((name) => [name, `${name.toLowerCase()}-for-tests-0123456789abcdef`]));

export default defineConfig({
  root,
  test: {
    projects: [
      // pure rules leave nothing behind in a module, so their files share one
      { test: { name: "shared", environment: "node", isolate: false, include: ["shared/**/*.test.ts"] } },
      { test: { name: "house", environment: "node", include: [".ci/**/*.test.mjs", "worker/local/**/*.test.mjs"], testTimeout: 60_000 } },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: path.join(root, "wrangler.toml") },
            miniflare: {
              // a second database, which a test may bind to a scheme as its own
              d1Databases: ["DB", "APART"],
              bindings: { DEMO: "on", ...settings, TEST_MIGRATIONS: await readD1Migrations(path.join(root, "migrations")) },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["worker/**/*.test.ts"],
          setupFiles: [".ci/worker-tests/apply-migrations.ts"],
          testTimeout: 20_000,
          // starting workerd for each file took longer than most files run; what a file must not inherit is thrown away in the setup file
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "story",
          environment: "node",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // each story has a worker, a database and a browser of its own: two at a time fill two cores
          maxWorkers: 2,
        },
      },
    ],
  },
});
