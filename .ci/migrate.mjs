/** Applies what is new under migrations/ to every database that wrangler.toml binds: a district may have its own beside the first. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { databasesOf } from "../worker/local/databases.mjs";
import { nodeToUse, WRANGLER } from "../worker/local/home.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const where = process.argv.slice(2);
for (const binding of databasesOf(readFileSync(path.join(root, "wrangler.toml"), "utf8"))) {
  console.log(`${binding}:`);
  const args = [WRANGLER, "d1", "migrations", "apply", binding, ...(where.length > 0 ? where : ["--remote"])];
  const { status } = spawnSync(nodeToUse(), args, { cwd: root, stdio: "inherit" });
  // what comes next must not go live on an old schema
  if (status !== 0) process.exit(status ?? 1);
}
