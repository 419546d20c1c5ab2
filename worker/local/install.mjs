/** Puts node_modules in the state that the lockfile names, and finds a Node that is new enough for the tools. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inRoot, nodeToUse, ROOT } from "./home.mjs";
import { beganAt, say, waiting } from "./progress.mjs";

/** Wrangler refuses to run below this major version. */
const OLDEST_NODE = 22;
const major = (/** @type {string} */ version) => Number(version.replace(/^v/, "").split(".")[0]);
const newer = (/** @type {string} */ a, /** @type {string} */ b) => a.localeCompare(b, undefined, { numeric: true }) > 0;

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

/** True when every package of package-lock.json stands in node_modules at its version; optional ones for other machines may be absent. */
export function installed() {
  const hidden = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const present = packagesOf(hidden);
  return Object.entries(packagesOf(inRoot("package-lock.json"))).every(
    ([name, wanted]) =>
      name === "" || wanted.link || present[name]?.version === wanted.version || (!present[name] && (wanted.optional || wanted.devOptional)),
  );
}

/** `npm ci` without its notes on engines, funding and audits; throws with npm's own words when it fails. */
export async function install() {
  const total = Object.keys(packagesOf(inRoot("package-lock.json"))).length;
  const count = () => {
    const top = existsSync(inRoot("node_modules")) ? readdirSync(inRoot("node_modules")).length : 0;
    return top ? `${top} 个目录 / ${total} 个包` : `${total} 个包`;
  };
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--no-progress"];
  const npm = process.env.npm_execpath;
  await waiting(
    "按锁定文件安装依赖（首次约 1–3 分钟）",
    "installing from the lockfile (1 to 3 minutes the first time)",
    () =>
      new Promise((resolve, reject) => {
        const options = { cwd: ROOT, stdio: /** @type {["ignore", "ignore", "pipe"]} */ (["ignore", "ignore", "pipe"]) };
        const child = npm?.endsWith("js")
          ? spawn(process.execPath, [npm, ...args], options)
          : spawn("npm", args, { ...options, shell: process.platform === "win32" });
        let words = "";
        child.stderr.on("data", (chunk) => {
          words += chunk;
        });
        child.once("error", reject);
        child.once("exit", (code) => (code === 0 ? resolve(undefined) : reject(new Error(`npm ci: ${code}\n${words.slice(-2000)}`))));
      }),
    count,
  );
}

/** A newer Node comes with the dependencies on these machines only. */
const BUNDLED_HERE = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);

/** True when this Node cannot run the tools and no bundled one is hoped for (or `bundled` has been found not to run). */
export const nodeTooOld = (bundled = BUNDLED_HERE) => major(process.version) < OLDEST_NODE && !bundled;

export function explainOldNode() {
  console.error(
    `\n  当前 Node 为 ${process.version}。在这个系统上需要 Node ${OLDEST_NODE} 或更高版本（Linux x64/arm64 可用 20，会自动使用随依赖安装的版本）。` +
      `\n  This is Node ${process.version}. On this system Node ${OLDEST_NODE} or newer is needed (on Linux x64 and arm64 Node 20 will do: a newer one comes with the dependencies).\n`,
  );
}

/**
 * Runs `file` again on the bundled Node when that is newer; answers false when this Node is the one to go on with.
 * Signals reach the second process through the terminal or are passed on, and its exit code becomes ours.
 * @param {string} file @param {string[]} args
 */
export async function rerunOnNewerNode(file, args) {
  const other = nodeToUse();
  if (other === process.execPath || process.env.GONGDAN_RERUN) return false;
  const probe = spawnSync(other, ["--version"], { encoding: "utf8" });
  const version = probe.status === 0 ? probe.stdout.trim() : "";
  if (!version || !newer(version, process.version)) return false;
  const child = spawn(other, [file, ...args], { stdio: "inherit", env: { ...process.env, GONGDAN_RERUN: "1", GONGDAN_BEGAN: beganAt() } });
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill("SIGTERM"));
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  return true;
}

/** Installs when something is missing; answers false when this machine has no Node for the tools. */
export async function ready() {
  if (nodeTooOld()) {
    explainOldNode();
    return false;
  }
  if (!installed()) {
    await install();
    say("依赖已就绪", "dependencies are in place");
  }
  return true;
}

/**
 * A SIGTERM to npm ends npm and its shell, but does not reach us: under npm, ends when the parent has gone.
 * @param {() => unknown} end
 */
export function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 400);
  watch.unref();
}
