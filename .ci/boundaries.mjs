/** The walls of the house as errors: who may import whom, and what a pure rule may not say. `node .ci/boundaries.mjs [ROOT]`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { wordRules } from "./boundary-words.mjs";

/** @typedef {{ file: string, line: number, rule: string, why: string }} Breach */
/** @typedef {{ specifier: string, typeOnly: boolean, names: string[], node: ts.Node }} Import */

const ROOMS = ["shared", "worker", "miniapp", "e2e", "bench", ".ci"];
const SHARED_PACKAGES = ["decimal.js", "zod", "chinese-days"];
/** Floors of shared/: a folder may import its own floor and those below. Files at the top of shared/ are the ground. */
const FLOORS = new Map([
  ["", 0],
  ["rule", 1],
  ["calendar", 1],
  ["enterprise", 1],
  ["process", 2],
  ["fund", 2],
  ["schemes", 3],
  ["contract", 3],
  // reads documents as a whole, so above them
  ["lint", 4],
]);
const isTest = (/** @type {string} */ file) => /\.test\.(ts|tsx|mjs)$/.test(file);

/** @param {string} root @returns {string[]} */
function sources(root) {
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!["node_modules", "dist", ".shots", ".wrangler"].includes(entry.name)) walk(file);
      } else if (/\.(ts|tsx|mts|mjs|js|jsx|cjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts")) found.push(file);
    }
  };
  for (const room of ROOMS) if (existsSync(path.join(root, room))) walk(room);
  return found;
}

/** Every way in which a module is named: import, export … from, import(), import type, require. @param {ts.SourceFile} source */
function importsOf(source) {
  /** @type {Import[]} */
  const found = [];
  const add = (/** @type {ts.Node} */ node, /** @type {ts.Node | undefined} */ specifier, typeOnly = false, /** @type {string[]} */ names = []) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, typeOnly, names, node });
    else if (specifier) found.push({ specifier: "<computed>", typeOnly, names, node });
  };
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const bound = clause?.namedBindings;
      const each = bound && ts.isNamedImports(bound) ? bound.elements : undefined;
      const inlineTypes = Boolean(each?.length) && !clause?.name && Boolean(each?.every((one) => one.isTypeOnly));
      add(node, node.moduleSpecifier, Boolean(clause?.isTypeOnly) || inlineTypes, each?.map((one) => (one.propertyName ?? one.name).text) ?? ["*"]);
    } else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require")) add(node, node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A relative import as a path from the root with its extension where the file is known; a package as it is named. @param {string} from @param {string} specifier @param {Set<string>} known */
function resolve(from, specifier, known) {
  const aliased = specifier.startsWith("@/") ? `miniapp/src/${specifier.slice(2)}` : undefined;
  if (!specifier.startsWith(".") && !aliased) return { inside: false, target: specifier };
  const plain = aliased ?? path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const tries = [plain, ...[".ts", ".tsx", ".mjs", ".js", "/index.ts", "/index.tsx"].map((ending) => plain + ending)];
  return { inside: true, target: tries.find((one) => known.has(one)) ?? plain };
}

const folderOf = (/** @type {string} */ file) => (file.split("/").length > 2 ? (file.split("/")[1] ?? "") : "");
const schemeOf = (/** @type {string} */ file) => /^shared\/schemes\/([^/]+)\//.exec(file)?.[1];
const packageOf = (/** @type {string} */ specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** @param {string} from @param {{ inside: boolean, target: string }} to @returns {[string, string] | undefined} */
function sharedImport(from, to) {
  if (!to.inside) {
    if (SHARED_PACKAGES.includes(packageOf(to.target))) return undefined;
    if (isTest(from) && (/^(vitest|fast-check)$/.test(to.target) || to.target.startsWith("node:"))) return undefined;
    return ["shared-packages", `shared/ imports ${SHARED_PACKAGES.join(", ")} and itself, not ${to.target}`];
  }
  if (!to.target.startsWith("shared/")) return ["shared-looks-down", `shared/ knows no other room: ${to.target}`];
  if (isTest(from)) return undefined;
  const mine = FLOORS.get(folderOf(from));
  const theirs = FLOORS.get(folderOf(to.target));
  if (mine === undefined || theirs === undefined)
    return ["shared-floor", `no floor is named for ${mine === undefined ? from : to.target}; add it in .ci/boundaries.mjs`];
  if (theirs > mine) return ["shared-floor", `${from} stands below ${to.target}: nothing imports upwards`];
  if (mine === 3 && folderOf(from) !== folderOf(to.target) && theirs === 3)
    return ["shared-floor", "schemes and the contract do not know each other"];
  const scheme = schemeOf(from);
  const other = schemeOf(to.target);
  if (scheme && other && scheme !== other) return ["scheme-apart", `scheme ${scheme} imports from scheme ${other}: each document stands by itself`];
  return undefined;
}

/** @param {string} from @param {Import} one @param {{ inside: boolean, target: string }} to @returns {[string, string] | undefined} */
function miniappImport(from, one, to) {
  if (to.inside && to.target.startsWith("worker/") && !one.typeOnly)
    return ["miniapp-types-only", `take types only: import type … from ${one.specifier}`];
  if (to.inside && /^(e2e|bench|\.ci)\//.test(to.target) && !isTest(from)) return ["miniapp-looks-down", `the faces do not import ${to.target}`];
  if (!to.inside && packageOf(to.target) === "decimal.js") return ["miniapp-money", "money is calculated in shared/, the faces only show it"];
  if (!to.inside && /^(drizzle-orm|hono|better-auth)$/.test(packageOf(to.target)) && !one.typeOnly)
    return ["miniapp-types-only", `${to.target} belongs to the worker`];
  return undefined;
}

/** @param {string} from @param {Import} one @param {{ inside: boolean, target: string }} to @param {Set<string>} tables @param {Map<string, Set<string>>} tableNames @returns {[string, string] | undefined} */
function workerImport(from, one, to, tables, tableNames) {
  if (!to.inside) return undefined;
  if (/^(miniapp|e2e|bench)\//.test(to.target) && !isTest(from)) return ["worker-looks-down", `the worker does not import ${to.target}`];
  if (!tables.has(to.target) || isTest(from)) return undefined;
  const own = path.posix.dirname(from) === path.posix.dirname(to.target);
  if (to.target.endsWith("/store.ts")) {
    const named = one.names.filter((name) => name === "*" || tableNames.get(to.target)?.has(name));
    return named.length > 0 && !one.typeOnly ? ["own-tables", `only ${to.target} touches its tables (${named.join(", ")})`] : undefined;
  }
  return own && from.endsWith("/store.ts") ? undefined : ["own-tables", `only ${path.posix.dirname(to.target)}/store.ts imports ${to.target}`];
}

/** The tables a file declares: `const x = sqliteTable(…)`. @param {ts.SourceFile} source */
function tablesIn(source) {
  const names = new Set();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const one of statement.declarationList.declarations)
      if (one.initializer && /^sqliteTable(Creator)?\(/.test(one.initializer.getText(source)) && ts.isIdentifier(one.name)) names.add(one.name.text);
  }
  return names;
}

/** @param {string} root @returns {Breach[]} */
export function breaches(root) {
  const files = sources(root);
  const known = new Set(files);
  const parsed = files.map((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return { file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : undefined) };
  });
  const tableNames = new Map(parsed.map(({ file, source }) => [file, tablesIn(source)]));
  const tables = new Set([...tableNames].filter(([, names]) => names.size > 0).map(([file]) => file));
  const schemes = schemeIds(root);
  /** @type {Breach[]} */
  const found = [];
  for (const { file, source } of parsed) {
    const report = (/** @type {ts.Node} */ node, /** @type {string} */ rule, /** @type {string} */ why) =>
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, rule, why });
    for (const one of importsOf(source)) {
      const to = resolve(file, one.specifier, known);
      const breach = file.startsWith("shared/")
        ? sharedImport(file, to)
        : file.startsWith("miniapp/src/")
          ? miniappImport(file, one, to)
          : file.startsWith("worker/")
            ? workerImport(file, one, to, tables, tableNames)
            : undefined;
      if (breach) report(one.node, ...breach);
    }
    if (tables.has(file) && !isTest(file) && !/^worker\/[^/]+\/(store|tables)\.ts$/.test(file))
      report(source, "own-tables", "tables are declared in a noun's store.ts or tables.ts");
    wordRules(file, source, schemes, report);
  }
  return found;
}

/** The ids of the documents: the folders under shared/schemes. @param {string} root */
function schemeIds(root) {
  const folder = path.join(root, "shared/schemes");
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const found = breaches(path.resolve(process.argv[2] ?? path.join(import.meta.dirname, "..")));
  for (const { file, line, rule, why } of found) console.log(`${file}:${line}  ${rule}  ${why}`);
  console.log(found.length === 0 ? "boundaries hold" : `${found.length} breaches`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
