/** Which documents this build carries: the folders of shared/schemes that hold a scheme.ts. Writes the two lists that bundlers and compilers need to see; everything that builds, serves or tests begins with it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./home.mjs";

const SCHEMES = inRoot("shared", "schemes");
const WRITTEN = "Written by worker/local/registry.mjs from the folders; a further document is one folder.";

/** The folders with a file of this name; a folder, its id and what its scheme.ts exports are one word. @param {string} file @param {string} [root] */
export const foldersWith = (file, root = SCHEMES) =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, entry.name, file)))
    .map(({ name }) => name)
    .sort();

/** In the order in which the formatter wants them. @param {readonly { from: string, what: string }[]} modules */
const imported = (modules) =>
  [...modules]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, what }) => `import ${what} from "${from}";\n`)
    .join("");

/** @param {readonly string[]} names */
const registry = (names) => `/** The schemes that this build carries, by id. ${WRITTEN} */
${imported([{ from: "./scheme", what: "type { Scheme }" }, ...names.map((name) => ({ from: `./${name}/scheme`, what: `{ ${name} }` }))])}
export const SCHEMES: Readonly<Record<string, Scheme>> = {
${names.map((name) => `  [${name}.id]: ${name},\n`).join("")}};

/** The scheme of a case; an id that is in the records but not in the build is a broken invariant. */
export function schemeOf(id: string): Scheme {
  const scheme = Object.hasOwn(SCHEMES, id) ? SCHEMES[id] : undefined;
  if (!scheme) throw new RangeError(\`no scheme \${id}\`);
  return scheme;
}
`;

/** What each folder tells the tests of itself. @param {string} root */
function expectations(root) {
  const [expected, lives] = [foldersWith("expected.ts", root), foldersWith("testing-life.ts", root)];
  const cases = foldersWith("cases", root).flatMap((name) =>
    readdirSync(path.join(root, name, "cases"))
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => ({ name, file, as: `${name}${file.replace(/\.json$/, "").replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}` })),
  );
  const imports = [
    ...cases.map(({ name, file, as }) => ({ from: `./${name}/cases/${file}`, what: as })),
    ...expected.map((name) => ({ from: `./${name}/expected`, what: `{ expected as ${name}Expected }` })),
    ...lives.map((name) => ({ from: `./${name}/testing-life`, what: `{ district as ${name} }` })),
    { from: "./testing-district", what: "type { District }" },
    { from: "./testing-expected", what: "type { Expected }" },
    { from: "./worked-example", what: "type { WorkedExample }" },
  ];
  const byName = foldersWith("cases", root).map(
    (name) =>
      `  ${name}: [${cases
        .filter((one) => one.name === name)
        .map(({ as }) => as)
        .join(", ")}],\n`,
  );
  return `/** What each folder tells the tests of itself: numbers it expects, worked cases, a district that lives at random. ${WRITTEN} */
${imported(imports)}
export const EXPECTED: Readonly<Record<string, Expected>> = {
${expected.map((name) => `  ${name}: ${name}Expected,\n`).join("")}};

export const DISTRICTS: readonly District[] = [${lives.join(", ")}];

export const CASES = {
${byName.join("")}} as unknown as Readonly<Record<string, readonly (readonly WorkedExample[])[]>>;
`;
}

/** The files as the folders under `root` ask for them. @param {string} [root] */
export const lists = (root = SCHEMES) => ({ "registry.ts": registry(foldersWith("scheme.ts", root)), "testing-registry.ts": expectations(root) });

/** Leaves a file alone that says this already. */
export function writeRegistry() {
  for (const [name, text] of Object.entries(lists())) {
    const file = path.join(SCHEMES, name);
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
}
