/** `npm run examples -- FILE… [--scheme ID]`: worked examples against the real engine; exit 1 when one fails. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runExample } from "../shared/schemes/worked-example";

type Example = Parameters<typeof runExample>[0];

function examplesIn(file: string): Example[] {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(read)) throw new Error(`${file}: a list of examples is expected`);
  return read as Example[];
}

/** A throw inside the engine is a failure of that example, not the end of the run. */
function attempt(example: Example): ReturnType<typeof runExample> {
  try {
    return runExample(example);
  } catch (error) {
    return { status: "failed", actual: { threw: error instanceof Error ? error.message : String(error) } };
  }
}

const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: { scheme: { type: "string" } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error("usage: npm run examples -- FILE… [--scheme ID]");
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const file of positionals) {
  for (const example of examplesIn(file).filter((one) => !values.scheme || one.scheme === values.scheme)) {
    const result = attempt(example);
    if (result.status === "passed") {
      passed += 1;
      continue;
    }
    failed += 1;
    console.log(`✗ ${example.id} ${example.scheme} ${example.clause} ${example.op}`);
    console.log(`    given     ${JSON.stringify(example.given)}`);
    console.log(`    expected  ${JSON.stringify(example.expect)}`);
    console.log(`    actual    ${JSON.stringify(result.actual)}`);
  }
}
if (passed + failed === 0) console.error(values.scheme ? `no example of scheme ${values.scheme}` : "no example found");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
