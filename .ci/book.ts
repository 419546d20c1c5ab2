/** `npm run book -- FILE [--scheme ID]`: a real loan book through each document's formula and fund, with a second opinion on every amount; exit 1 where they differ. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { yuan } from "../shared/money";
import { SCHEMES } from "../shared/schemes/registry";
import { ASSUMPTIONS } from "./book/figures";
import { type Book, readBook } from "./book/rows";
import { type Run, runOver, type Sum } from "./book/run";
import { variantsOf } from "./book/variants";

function head({ rows, unusable, read }: Book, file: string): void {
  console.log("assumptions");
  for (const line of ASSUMPTIONS) console.log(`  ${line}`);
  const out = [...unusable.values()].reduce((sum, lines) => sum + lines.length, 0);
  console.log(`\n${file}: ${read} rows, ${rows.length} usable, ${out} not`);
  for (const [reason, lines] of [...unusable].sort((a, b) => b[1].length - a[1].length)) {
    const some = lines.slice(0, 5).join(", ");
    console.log(`  ${reason.padEnd(30)} ${String(lines.length).padStart(6)}   lines ${some}${lines.length > 5 ? ", …" : ""}`);
  }
}

const sums = (title: string, words: ReadonlyMap<string, Sum>) => {
  for (const [word, { count, amount, first }] of words) console.log(`    ${title} ${word}: ${count} loans, ${yuan(amount)}, first on ${first}`);
};

function tell(run: Run): void {
  const { variant, byFormula, paid, pauses, checked, fenApart, differences } = run;
  console.log(`\n  ${variant.says}${variant.filled.map((line) => `\n    assumed: ${line}`).join("")}`);
  console.log(`    assumed: ${run.opened}; dates moved by ${run.yearsMoved} years`);
  console.log(`    rows used ${run.loans}, charged off ${run.lost}`);
  console.log(`    by the formula ${yuan(byFormula.amount)} for ${byFormula.count} loans; paid ${yuan(paid.amount)} for ${paid.count}`);
  sums("refused", run.refused);
  sums("not paid", run.unpaid);
  const knows = variant.scheme.fund.breaker ? "does not pause" : "the document knows no pause";
  console.log(`    ${pauses.map(({ on, after, paid: by }) => `pauses on ${on} after ${after} payments, ${yuan(by)}`).join("; ") || knows}`);
  console.log(`    second opinion on ${checked} amounts: ${differences.length} differ, ${fenApart} fen apart`);
  for (const one of differences.slice(0, 5)) console.log(`      ${one.where}: ${one.engine} against ${one.opinion}`);
}

const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: { scheme: { type: "string" } }, allowPositionals: true });
const [file] = positionals;
const schemes = Object.values(SCHEMES).filter(({ id }) => !values.scheme || id === values.scheme);
if (!file || positionals.length > 1 || schemes.length === 0) {
  console.error("usage: npm run book -- FILE [--scheme ID]");
  process.exit(2);
}

const book = readBook(readFileSync(file, "utf8"));
head(book, file);
let checked = 0;
let apart = 0n;
let differ = 0;
for (const scheme of schemes) {
  console.log(`\n${scheme.name}（${scheme.id}）`);
  for (const variant of variantsOf(scheme)) {
    const run = runOver(variant, book.rows);
    tell(run);
    checked += run.checked;
    differ += run.differences.length;
    apart += run.fenApart;
  }
}
console.log(`\n${checked} amounts checked, ${differ} differ, ${apart} fen apart`);
process.exitCode = differ > 0 || checked === 0 ? 1 : 0;
