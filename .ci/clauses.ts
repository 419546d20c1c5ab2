/** `npm run clauses [-- --scheme ID] [-- --story]`: each document's requirements, which of them hold, and by which test of this very run. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { SCHEMES } from "../shared/schemes/registry";
import { CACHE, ROOT } from "../worker/local/home.mjs";
import { count, provenBy, totals } from "./clause-count.mjs";
import { prepare, vitest } from "./stages.mjs";

const { values } = parseArgs({ args: process.argv.slice(2), options: { scheme: { type: "string" }, story: { type: "boolean" } } });

prepare();
const files = [];
let failed = 0;
for (const project of ["shared", "worker", ...(values.story ? ["story"] : [])]) {
  const ended = await vitest(project);
  failed += ended.failed;
  console.log(`${project}: ${ended.passed} passed, ${ended.failed} failed`);
  if (ended.words) console.log(ended.words);
  files.push(...JSON.parse(readFileSync(path.join(CACHE, "reports", `${project}.json`), "utf8")).testResults);
}
const proven = provenBy(files, ROOT.replace(/\/$/, ""));

const all = [];
for (const scheme of Object.values(SCHEMES)) {
  if (values.scheme && values.scheme !== scheme.id) continue;
  const counted = count(scheme.clauses ?? [], proven);
  all.push(...counted);
  const { enforced, recorded, next, open } = totals(counted);
  console.log(`\n${scheme.name}（${scheme.id}）: ${enforced} enforced, ${recorded} recorded, ${next} next, ${open} open`);
  for (const { clause, as, by } of counted) {
    const why = clause.standing.kind === "enforced" ? (by ?? "no passing test carries the id") : clause.standing.why;
    console.log(`  ${clause.id} ${as.padEnd(8)} ${clause.article} ${clause.says}\n           ${why}`);
  }
}
const { enforced, recorded, next, open } = totals(all);
console.log(`\n${enforced} enforced, ${recorded} recorded, ${next} next, ${open} open`);
process.exitCode = failed > 0 || open > 0 || all.length === 0 ? 1 : 0;
