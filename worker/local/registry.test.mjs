import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { inRoot } from "./home.mjs";
import { lists } from "./registry.mjs";

const root = mkdtempSync(path.join(tmpdir(), "gongdan-folders-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** @param {string} file */
const puts = (file) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), "");
};

it.each(Object.entries(lists()))("what is committed as %s is what the folders say", (name, text) => {
  expect(readFileSync(inRoot("shared/schemes", name), "utf8")).toBe(text);
});

it("a further document is one folder: carried by its scheme.ts alone, tested by what else it brings", () => {
  puts("qingxi/scheme.ts");
  puts("notes/readme.md");
  puts("testing.ts");
  expect(lists(root)["registry.ts"]).toContain('import { qingxi } from "./qingxi/scheme";');
  expect(lists(root)["registry.ts"]).toContain("  [qingxi.id]: qingxi,\n");
  expect(lists(root)["registry.ts"]).not.toContain("notes");
  expect(lists(root)["testing-registry.ts"]).not.toContain("qingxi");
  for (const file of ["expected.ts", "testing-life.ts", "cases/money.json"]) puts(`qingxi/${file}`);
  const told = lists(root)["testing-registry.ts"];
  for (const line of ["  qingxi: qingxiExpected,\n", "readonly District[] = [qingxi];", "  qingxi: [qingxiMoney],\n"]) expect(told).toContain(line);
});
