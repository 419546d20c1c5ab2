/** `npm run lint:policies [-- --scheme ID]`: what each document brings about by its own words. Findings are facts and end well; only a document that cannot be read ends in 1. */
import { parseArgs } from "node:util";
import { LINT_KINDS, type LintFinding } from "../shared/lint/finding";
import { lint } from "../shared/lint/lint";
import { SCHEMES } from "../shared/schemes/registry";

const { values } = parseArgs({ args: process.argv.slice(2), options: { scheme: { type: "string" } } });

const counts = (findings: readonly LintFinding[]): string =>
  LINT_KINDS.map((kind) => `${findings.filter((one) => one.kind === kind).length} ${kind}`).join(", ");

const all: LintFinding[] = [];
let read = 0;
let unread = 0;
for (const scheme of Object.values(SCHEMES)) {
  if (values.scheme && values.scheme !== scheme.id) continue;
  try {
    const findings = lint(scheme);
    read += 1;
    all.push(...findings);
    console.log(`\n${scheme.name}（${scheme.id}）: ${counts(findings)}`);
    for (const { kind, cites, figures, says } of findings) {
      console.log(`  ${kind.padEnd(10)} ${cites.article} ${cites.clauses.join(" ")}  ${says}`);
      console.log(`             ${JSON.stringify(figures)}`);
    }
  } catch (error) {
    unread += 1;
    console.error(`\n${scheme.name}（${scheme.id}）cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (read + unread === 0) console.error(`no scheme ${values.scheme ?? ""}`);
console.log(`\n${all.length} findings in ${read} documents: ${counts(all)}`);
process.exitCode = unread > 0 || read === 0 ? 1 : 0;
