/** Where things are in this repository, and how its tools are started. Runs on Node 20 before anything is installed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const inRoot = (/** @type {string[]} */ ...parts) => path.join(ROOT, ...parts);
/** The data of `npm start`: embedded database, files, queues. */
export const STATE = inRoot(".wrangler", "state");
export const SECRETS_FILE = inRoot(".wrangler", "local-secrets.json");
/** Says which process serves the data, so that reset does not pull it from under it. */
export const RUNNING_FILE = inRoot(".wrangler", "running.json");
export const CACHE = inRoot("node_modules", ".cache", "gongdan");

const BUNDLED = path.join(ROOT, "node_modules", ".bin", "node");

/** The Node to run tools with: the bundled one of the lockfile where there is one, else the running one. */
export const nodeToUse = () => (process.platform === "linux" && existsSync(BUNDLED) ? BUNDLED : process.execPath);

/** No look-ups at start, no usage reports, and none of the local tracing that halves its speed. */
export const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
  NO_UPDATE_NOTIFIER: "1",
};

/** @param {Record<string, string>} [more] */
export const toolEnv = (more) => ({
  ...process.env,
  ...QUIET,
  PATH: `${path.join(ROOT, "node_modules", ".bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  ...more,
});

export const WRANGLER = inRoot("node_modules", "wrangler", "bin", "wrangler.js");
export const TARO = inRoot("node_modules", "@tarojs", "cli", "bin", "taro");

/** @type {Set<import("node:child_process").ChildProcess>} */
const started = new Set();

/**
 * Starts a Node tool in a process group of its own, its output in `logFile`, so that it and its children end together.
 * @param {string[]} args
 * @param {{ logFile: string, cwd?: string, env?: Record<string, string> }} options
 */
export function startTool(args, { logFile, cwd = ROOT, env }) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w");
  const child = spawn(nodeToUse(), args, { cwd, env: toolEnv(env), stdio: ["ignore", log, log], detached: process.platform !== "win32" });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

/**
 * Runs a Node tool to its end; on failure throws with the tail of its output.
 * @param {string[]} args
 * @param {{ logFile: string, cwd?: string, env?: Record<string, string> }} options
 */
export async function runTool(args, options) {
  const child = startTool(args, options);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${path.basename(args[0] ?? "")} ${args[1] ?? ""} ended with ${code}\n${tail(options.logFile)}`);
}

/** @param {string} logFile */
export const tail = (logFile) => (existsSync(logFile) ? readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-60).join("\n") : "");

/**
 * Ends one tool and all that it started: asked first, forced after six seconds.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stopTool(child) {
  if (!child.pid) return;
  const { pid } = child;
  signalGroup(pid, "SIGINT");
  const until = Date.now() + 6000;
  while (groupAlive(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  if (groupAlive(pid)) signalGroup(pid, "SIGKILL");
  started.delete(child);
}

export const stopAll = () => Promise.all([...started].map(stopTool));

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** @param {number} pid */
function groupAlive(pid) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * One hash over the names and bytes of all files under `folders`, except those that `skip` names.
 * @param {string[]} folders relative to the repository
 * @param {(file: string) => boolean} [skip]
 */
export function hashOf(folders, skip = () => false) {
  const hash = createHash("sha256");
  const walk = (/** @type {string} */ relative) => {
    const absolute = inRoot(relative);
    if (!existsSync(absolute) || skip(relative)) return;
    const entries = readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const child = `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(child);
      else if (!skip(child))
        hash
          .update(child)
          .update("\0")
          .update(readFileSync(inRoot(child)));
    }
  };
  for (const folder of folders) walk(folder);
  return hash.digest("hex");
}
