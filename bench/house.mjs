/** Workers on Miniflare's direct socket, without the entry worker in between: the production bundle, the same one with its statements recorded, the bare route. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { CACHE, inRoot, QUIET, runTool, WRANGLER } from "../worker/local/home.mjs";
import { LOCAL_SECRETS } from "../worker/local/secrets.mjs";
import { applyMigrations } from "../worker/local/serve.mjs";

const FOLDER = path.join(CACHE, "bench");
const secrets = Object.fromEntries(LOCAL_SECRETS.map((name) => [name, `${name.toLowerCase()}-for-the-bench-0123456789abcdef`]));

/** The bundle that a deployment would upload. */
async function productionBundle() {
  const outdir = path.join(FOLDER, "bundle");
  // The assets folder is named in wrangler.toml and must exist, built or not.
  mkdirSync(inRoot("miniapp/dist/h5"), { recursive: true });
  await runTool([WRANGLER, "deploy", "--dry-run", "--outdir", outdir], { logFile: path.join(FOLDER, "bundle.log") });
  return readFileSync(path.join(outdir, "index.js"), "utf8");
}

async function bareBundle() {
  const entryPoints = [inRoot("bench/bare.mjs")];
  const built = await build({ entryPoints, bundle: true, format: "esm", conditions: ["worker"], write: false, logLevel: "error" });
  return built.outputFiles[0]?.text ?? "";
}

async function make() {
  const [index, bare] = await Promise.all([productionBundle(), bareBundle()]);
  const entry = `import worker from "./index.js";\nimport { recording } from "./recorder.js";\nexport default recording(worker);\n`;
  return {
    ours: { "index.js": index },
    recorded: { "entry.js": entry, "index.js": index, "recorder.js": readFileSync(inRoot("bench/recorder.mjs"), "utf8") },
    bare: { "index.js": bare },
  };
}

/** @type {Promise<Record<"ours" | "recorded" | "bare", Record<string, string>>> | undefined} */
let made;
/** The modules of each worker, entry first; built once a run. */
export const builds = () => {
  made ??= make();
  return made;
};

/** An empty folder of data with the real migrations applied. */
export async function newData() {
  const data = mkdtempSync(path.join(tmpdir(), "gongdan-bench-"));
  await applyMigrations(path.join(data, "first"));
  return data;
}

/** The same data once more. @param {string} data @param {string} from @param {string} to */
export const copyData = (data, from, to) => cpSync(path.join(data, from), path.join(data, to), { recursive: true });

const tomlText = readFileSync(inRoot("wrangler.toml"), "utf8");
const fromToml = (/** @type {string} */ name) => new RegExp(`^${name} = "(.+)"$`, "m").exec(tomlText)?.[1] ?? "";

/**
 * Serves the modules over one folder of data.
 * @param {Record<string, string>} modules
 * @param {string} state
 */
export async function serveBundle(modules, state) {
  Object.assign(process.env, QUIET);
  const worker = {
    name: "bench",
    modules: Object.entries(modules).map(([name, contents]) => ({ type: "ESModule", path: name, contents })),
    compatibilityDate: fromToml("compatibility_date"),
    d1Databases: { DB: fromToml("database_id") },
    r2Buckets: { FILES: fromToml("bucket_name") },
    queueProducers: { OUTBOX: { queueName: fromToml("queue") } },
    bindings: { DEMO: "on", ...secrets },
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  };
  const server = new Miniflare(
    convertV4MiniflareOptions(
      /** @type {any} */ ({
        host: "127.0.0.1",
        port: 0,
        cf: false,
        logRequests: false,
        telemetry: { enabled: false },
        log: new Log(LogLevel.ERROR),
        handleStructuredLogs: () => undefined,
        resourcePersistencePath: path.join(state, "v3"),
        workers: [worker],
      }),
    ),
  );
  await server.ready;
  const origin = String(await server.unsafeGetDirectURL()).replace(/\/$/, "");
  return { origin, stop: () => server.dispose() };
}
