/** The stages of `npm test` and `npm run check`: what each runs, and how many tests it says passed and failed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { CACHE, inRoot, runTool, tail, toolEnv, WRANGLER } from "../worker/local/home.mjs";
import { writeRegistry } from "../worker/local/registry.mjs";

/** @typedef {{ passed: number, failed: number, words?: string }} Count */
/** @typedef {{ name: string, needs?: string[], run: () => Promise<Count> }} Stage */

const reports = path.join(CACHE, "reports");
const VITEST = inRoot("node_modules/vitest/vitest.mjs");

/** A stage without tests of its own counts as one. @param {string} log @param {(logFile: string) => Promise<unknown>} work @returns {Promise<Count>} */
async function asOne(log, work) {
  try {
    await work(path.join(reports, `${log}.log`));
    return { passed: 1, failed: 0 };
  } catch (error) {
    return { passed: 0, failed: 1, words: error instanceof Error ? error.message : String(error) };
  }
}

/** Wrangler's types of the runtime: generated once for each installation, 600 KB that nobody has to review. */
async function runtimeTypes() {
  const file = path.join(CACHE, "runtime.d.ts");
  if (existsSync(file)) return;
  await runTool([WRANGLER, "types", file, "--include-env=false"], { logFile: path.join(reports, "runtime-types.log") });
}

/** Biome is a program of its own behind a Node launcher. */
const lint = () =>
  asOne("lint", (logFile) =>
    runTool([inRoot("node_modules/@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--max-diagnostics=40", "."], { logFile }),
  );
const boundaries = () => asOne("boundaries", (logFile) => runTool([inRoot(".ci/boundaries.mjs")], { logFile }));
const types = () =>
  asOne("types", async (logFile) => {
    await runtimeTypes();
    await runTool([inRoot("node_modules/typescript/bin/tsc"), "-b", "--pretty", "false"], { logFile });
  });

/** From the first failure on: the list of what passed is of no use there. @param {string} log */
const failuresIn = (log) => log.slice(Math.max(0, log.search(/⎯+ Failed /))).slice(0, 12_000);

/** Counts from vitest's own report; a file that does not load, or a skipped test, is a failure too. @param {string} project @returns {Promise<Count>} */
export async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const logFile = path.join(reports, `${project}.log`);
  rmSync(report, { force: true });
  const args = [
    "run",
    "--config",
    ".ci/vitest.config.ts",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const ended = await asOne(project, () => runTool([VITEST, ...args], { logFile, env: { NO_COLOR: "1" } }));
  if (!existsSync(report)) return { passed: 0, failed: 1, words: tail(logFile) };
  const said = JSON.parse(readFileSync(report, "utf8"));
  const unloaded = said.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const counted = said.numFailedTests + unloaded + said.numPendingTests + said.numTodoTests;
  const failed = ended.failed > 0 ? Math.max(1, counted) : counted;
  return { passed: said.numPassedTests, failed, words: failed > 0 ? failuresIn(readFileSync(logFile, "utf8")) : undefined };
}

/** Counts from the summary lines of Node's own runner. @param {string} name @param {string} folder @returns {Promise<Count>} */
async function nodeTests(name, folder) {
  const files = existsSync(inRoot(folder)) ? readdirSync(inRoot(folder)).filter((file) => file.endsWith(".test.mjs")) : [];
  if (files.length === 0) return { passed: 0, failed: 1, words: `no *.test.mjs in ${folder}` };
  const logFile = path.join(reports, `${name}.tap`);
  const ended = await asOne(name, () => runTool(["--test", "--test-reporter=tap", ...files.map((file) => inRoot(folder, file))], { logFile }));
  const said = readFileSync(logFile, "utf8");
  const number = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(said)?.[1] ?? 0);
  const failed = number("fail") + number("cancelled") + number("skipped") + number("todo");
  return {
    passed: number("pass"),
    failed: ended.failed > 0 ? Math.max(1, failed) : failed,
    words: failed + ended.failed > 0 ? said.slice(-8000) : undefined,
  };
}

const build = (/** @type {string} */ target) => asOne(`build-${target}`, (logFile) => runTool([inRoot(".ci/build.mjs"), target], { logFile }));
const dryRun = () => asOne("deploy", (logFile) => runTool([WRANGLER, "deploy", "--dry-run", "--outdir", path.join(CACHE, "bundle")], { logFile }));

/** @type {Stage[]} */
export const QUICK = [
  { name: "format and lint", run: lint },
  { name: "boundaries", run: boundaries },
  { name: "types", run: types },
  { name: "shared tests", run: () => vitest("shared") },
];

/** In waves: the stages of one wave need nothing of each other and share two cores; the next wave waits. @type {Stage[][]} */
export const ALL = [
  QUICK,
  [{ name: "house tests", run: () => vitest("house") }],
  [{ name: "worker tests in workerd", run: () => vitest("worker") }],
  [
    { name: "build weapp", run: () => build("weapp") },
    { name: "build h5", run: () => build("h5") },
  ],
  [
    { name: "weapp harness", needs: ["build weapp"], run: () => nodeTests("weapp-harness", "miniapp/harness") },
    { name: "deploy, dry run", needs: ["build h5"], run: dryRun },
  ],
  [{ name: "story in Chromium", needs: ["build h5"], run: () => vitest("story") }],
];

export function prepare() {
  writeRegistry();
  mkdirSync(reports, { recursive: true });
  return toolEnv();
}
