/** `npm test`: everything that a user would want proven, stage by stage; `npm run check` (argument `check`) is its quick part. Begins on Node 20 with nothing installed. */

import { stopAll } from "../worker/local/home.mjs";
import { ready } from "../worker/local/install.mjs";
import { ALL, prepare, QUICK } from "./stages.mjs";

const quick = process.argv[2] === "check";

/** @param {string} name @param {number} began */
const line = (name, began) => `${name.padEnd(26)} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`;

async function main() {
  if (!(await ready())) return { passed: 0, failed: 1 };
  prepare();
  const total = { passed: 0, failed: 0 };
  /** @type {Set<string>} */
  const broken = new Set();
  const run = async (/** @type {import("./stages.mjs").Stage} */ stage) => {
    const began = Date.now();
    const missing = stage.needs?.find((name) => broken.has(name));
    const count = missing ? { passed: 0, failed: 1, words: `not run: ${missing} failed` } : await stage.run();
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) broken.add(stage.name);
    console.log(`${count.failed > 0 ? "✗" : "✓"} ${line(stage.name, began)}   ${count.passed} passed, ${count.failed} failed`);
    if (count.words) console.log(count.words.replace(/^/gm, "    "));
  };
  for (const wave of quick ? [QUICK] : ALL) await Promise.all(wave.map(run));
  return total;
}

for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => stopAll().then(() => process.exit(130)));
const began = Date.now();
const { passed, failed } = await main();
console.log(line("\nall", began));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
