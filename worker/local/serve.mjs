/** Serves the real worker with the H5 pages on one local origin: migrations, `wrangler dev`, health. For npm start and for the story's harness. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { databasesOf } from "./databases.mjs";
import { hashOf, inRoot, runTool, startTool, stopTool, tail, WRANGLER } from "./home.mjs";
import { writeSettings } from "./secrets.mjs";

/** @param {number} port */
export const portFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** Applies what is new under migrations/ to the embedded databases of `state`, one for each that wrangler.toml binds. @param {string} state */
export async function applyMigrations(state) {
  const stamp = path.join(state, "migrations.sha256");
  const databases = databasesOf(readFileSync(inRoot("wrangler.toml"), "utf8"));
  const hash = `${hashOf(["migrations"])} ${databases.join()}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  mkdirSync(state, { recursive: true });
  const logFile = path.join(state, "migrations.log");
  for (const binding of databases)
    await runTool([WRANGLER, "d1", "migrations", "apply", binding, "--local", "--persist-to", state], { logFile, env: { CI: "1" } });
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Starts the worker on `port` over the data in `state` and answers when /api/health does.
 * `ahead` builds it with a clock that runs so many milliseconds ahead.
 * @param {{ port: number, state: string, settings: Record<string, string>, seconds?: number, ahead?: number }} options
 */
export async function serve({ port, state, settings, seconds = 40, ahead = 0 }) {
  const settingsFile = path.join(state, "settings.env");
  writeSettings(settingsFile, settings);
  // The assets folder must exist even where only the API is wanted.
  mkdirSync(inRoot("miniapp/dist/h5"), { recursive: true });
  const logFile = path.join(state, "worker.log");
  const args = ["dev", "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0", "--persist-to", state, "--env-file", settingsFile];
  if (ahead !== 0) args.push("--define", `CLOCK_AHEAD:${ahead}`);
  const child = startTool([WRANGLER, ...args, "--log-level", "log", "--show-interactive-dev-session=false"], { logFile });
  const origin = `http://localhost:${port}`;
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  const until = Date.now() + seconds * 1000;
  while (!(await healthy(port))) {
    if (ended || Date.now() > until) {
      await stopTool(child);
      throw new Error(`the worker did not come up on port ${port}\n${tail(logFile)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, logFile, child, stop: () => stopTool(child) };
}

/** @param {number} port */
async function healthy(port) {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) });
    return reply.ok;
  } catch {
    return false;
  }
}

/** What Cloudflare's cron would do every five minutes: nothing fires it by itself here. @param {number} port */
export async function fireCron(port) {
  const reply = await fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*`, { signal: AbortSignal.timeout(20_000) });
  return reply.ok;
}
