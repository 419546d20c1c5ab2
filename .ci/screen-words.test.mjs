/** What only one document says is said from its data: no screen and no route carries the name of its district or bodies, its own terms, or an article. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { SCHEMES } from "../shared/schemes/registry";

const ROOT = path.resolve(import.meta.dirname, "..");
/** Verbs of everyday beside their use as a document's term. */
const EVERYDAY = new Set(["审核", "审定"]);
/** Words of the whole trade in which a document's term happens to stand. */
const COMMON = /风险补偿/g;
/** The one place that says what all documents share; the national standard by which firms are sized. */
const APART = new Set(["miniapp/src/term.ts", "miniapp/src/enterprise/form/size.tsx"]);
const ARTICLE = /第[一二三四五六七八九十百]+条|[一二三四五六七八九十]（[一二三四五六七八九十]+）/;

const schemes = Object.values(SCHEMES);
const own = [
  ...new Set(
    schemes
      .flatMap(({ district, bodies = [], terms }) => [
        district,
        ...bodies.map(({ name }) => name),
        ...[terms.payment, terms.approval, terms.panel].map((term) => term?.says ?? ""),
      ])
      .filter((word) => word !== "" && !EVERYDAY.has(word)),
  ),
];

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["demo", "local", "dist"].includes(entry.name) ? [] : filesUnder(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\.|\.d\.ts$|testing|-story\.|-walk\.|-world\.|^(story|sight)\./.test(entry.name) ? [file] : [];
  });

/** Every text that a file holds, with its line; comments are none. @param {string} file @param {string} text */
function textsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  /** @type {{ line: number, said: string }[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node))
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, said: node.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {string} file @param {string} text */
const breaches = (file, text) =>
  textsOf(file, text).flatMap(({ line, said }) => {
    const bare = said.replace(COMMON, "");
    const word = own.find((each) => bare.includes(each)) ?? ARTICLE.exec(bare)?.[0];
    return word ? [`${file}:${line} says ${word}`] : [];
  });

it("the documents have names, terms and bodies of their own", () => {
  for (const { terms } of schemes) expect(terms.payment.says).not.toBe("");
  expect(own.length).toBeGreaterThan(schemes.length * 2);
});

it("a name, a term and an article are found where they stand", () => {
  const [body = ""] = schemes.flatMap(({ bodies = [] }) => bodies.map(({ name }) => name));
  const said = (/** @type {string} */ code) => breaches("miniapp/src/one.tsx", code).length;
  expect(said(`const a = "请联系${body}";`)).toBe(1);
  expect(said(`const a = <View>申请${schemes[0]?.terms.payment.says}</View>;`)).toBe(1);
  expect(said('const a = "依据：第九条";')).toBe(1);
  expect(said(`/** ${body} */ const a = "风险补偿";`)).toBe(0);
});

it("no screen and no route says what only one document says", () => {
  const files = [...filesUnder("miniapp/src"), ...filesUnder("worker")].filter((file) => !APART.has(file));
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => breaches(file, readFileSync(path.join(ROOT, file), "utf8")))).toEqual([]);
});
