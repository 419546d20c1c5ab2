/** Plants each breach in a small house of its own and sees it refused, and sees the plain house pass. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { breaches } from "./boundaries.mjs";

const root = path.resolve(import.meta.dirname, "..");
/** @type {string[]} */
const houses = [];
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true, force: true });
});

const SOUND = {
  "shared/money.ts": 'import { Decimal } from "decimal.js";\nexport const half = (fen: number) => new Decimal(fen / 2).toFixed(2);\n',
  "shared/outcome.ts": 'import type { z } from "zod";\nexport type Shape = z.ZodType;\n',
  "shared/rule/rule.ts": 'import type { Shape } from "../outcome";\nexport type Rule = Shape;\n',
  "shared/process/push.ts":
    'import type { Rule } from "../rule/rule";\nexport const round = (id: string, rules: Rule[]) => `${id}${rules.length}`;\n',
  "shared/contract/push.ts": 'import { round } from "../process/push";\nexport const path = round;\n',
  "shared/schemes/yanqing/scheme.ts": 'import { round } from "../../process/push";\nexport const yanqing = round("yanqing", []);\n',
  "shared/schemes/baotou/scheme.ts": 'export const baotou = "baotou";\n',
  "shared/rule/rule.test.ts": 'import { expect } from "vitest";\nexpect(new Date()).toBeDefined();\n',
  "worker/push/tables.ts": 'import { sqliteTable } from "drizzle-orm/sqlite-core";\nexport const push = sqliteTable("push", {});\n',
  "worker/push/store.ts": 'import { push } from "./tables";\nexport const pushes = () => push;\n',
  "worker/push/open.ts": 'import { pushes } from "./store";\nexport const open = () => pushes();\n',
  "miniapp/src/api.ts": 'import type { App } from "../../worker/push/open";\nexport type Api = App;\n',
};

/** @param {Record<string, string>} [planted] */
function house(planted = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "gongdan-house-"));
  houses.push(folder);
  for (const [file, text] of Object.entries({ ...SOUND, ...planted })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const planted = (/** @type {string} */ file, /** @type {string} */ text) =>
  breaches(house({ [file]: text }))
    .filter((one) => one.file === file)
    .map((one) => one.rule);

describe("imports", () => {
  it("a sound house has no breach", () => expect(breaches(house())).toEqual([]));

  it.each([
    ["a package in shared/", "shared/rule/a.ts", 'import { eq } from "drizzle-orm";', "shared-packages"],
    ["Node in shared/", "shared/rule/a.ts", 'import { readFileSync } from "node:fs";', "shared-packages"],
    ["a package by import()", "shared/rule/a.ts", 'export const h = import("hono");', "shared-packages"],
    ["a package re-exported", "shared/rule/a.ts", 'export { Hono } from "hono";', "shared-packages"],
    ["the test runner outside a test", "shared/rule/a.ts", 'import { it } from "vitest";', "shared-packages"],
    ["the worker in shared/", "shared/rule/a.ts", 'import type { x } from "../../worker/push/open";', "shared-looks-down"],
    ["rule importing process", "shared/rule/a.ts", 'import { round } from "../process/push";', "shared-floor"],
    ["the ground importing rule, types too", "shared/a.ts", 'import type { Rule } from "./rule/rule";', "shared-floor"],
    ["a mechanism importing a scheme", "shared/process/a.ts", 'import { yanqing } from "../schemes/yanqing/scheme";', "shared-floor"],
    ["a mechanism typed by a scheme", "shared/fund/a.ts", 'export type T = import("../schemes/yanqing/scheme").yanqing;', "shared-floor"],
    ["the contract importing a scheme", "shared/contract/a.ts", 'import { yanqing } from "../schemes/yanqing/scheme";', "shared-floor"],
    ["a scheme importing another", "shared/schemes/baotou/a.ts", 'import { yanqing } from "../yanqing/scheme";', "scheme-apart"],
    ["a folder without a floor", "shared/utils/a.ts", 'import { half } from "../money";', "shared-floor"],
    ["the phone taking a value from the worker", "miniapp/src/a.ts", 'import { open } from "../../worker/push/open";', "miniapp-types-only"],
    ["a value beside a type", "miniapp/src/a.ts", 'import { type App, open } from "../../worker/push/open";', "miniapp-types-only"],
    ["the worker by require", "miniapp/src/a.ts", 'const x = require("../../worker/push/open");', "miniapp-types-only"],
    ["drizzle on the phone", "miniapp/src/a.ts", 'import { eq } from "drizzle-orm";', "miniapp-types-only"],
    ["decimals on the phone", "miniapp/src/a.ts", 'import { Decimal } from "decimal.js";', "miniapp-money"],
    ["another noun's tables", "worker/loan/store.ts", 'import { push } from "../push/tables";', "own-tables"],
    ["a verb reading its own tables", "worker/push/close.ts", 'import { push } from "./tables";', "own-tables"],
    [
      "tables declared in a verb",
      "worker/push/close.ts",
      'import { sqliteTable } from "drizzle-orm/sqlite-core";\nconst t = sqliteTable("t", {});',
      "own-tables",
    ],
  ])("refuses %s", (_, file, text, rule) => expect(planted(file, `${text}\n`)).toContain(rule));

  it("refuses a table that a store declares and another file takes", () => {
    const store =
      'import { sqliteTable } from "drizzle-orm/sqlite-core";\nexport const loan = sqliteTable("loan", {});\nexport const loans = () => loan;\n';
    const found = breaches(
      house({
        "worker/loan/store.ts": store,
        "worker/loan/a.ts": 'import { loan } from "./store";\n',
        "worker/loan/b.ts": 'import { loans } from "./store";\n',
      }),
    );
    expect(found.map(({ file, rule }) => [file, rule])).toEqual([["worker/loan/a.ts", "own-tables"]]);
  });
});

describe("words", () => {
  it.each([
    ["a clock", "shared/rule/a.ts", "export const now = () => new Date();", "pure-clock"],
    ["Date.now passed on", "shared/rule/a.ts", "export const now = Date.now;", "pure-clock"],
    ["performance", "shared/rule/a.ts", "export const t = performance.now();", "pure-clock"],
    ["a timer", "shared/rule/a.ts", "setTimeout(() => undefined, 1);", "pure-clock"],
    ["chance", "shared/rule/a.ts", "export const r = Math.random();", "pure-chance"],
    ["crypto", "shared/rule/a.ts", "export const r = crypto.randomUUID();", "pure-world"],
    ["fetch", "shared/rule/a.ts", 'export const r = fetch("x");', "pure-world"],
    ["the environment", "shared/rule/a.ts", "export const r = process.env.X;", "pure-world"],
    ["console", "shared/rule/a.ts", 'console.log("x");', "pure-world"],
    ["globalThis", "shared/rule/a.ts", "export const r = globalThis;", "pure-world"],
    ["parseFloat", "shared/rule/a.ts", 'export const r = parseFloat("1");', "float-money"],
    ["Number.parseFloat", "shared/rule/a.ts", 'export const r = Number.parseFloat("1");', "float-money"],
    ["Number() on an amount", "shared/fund/a.ts", "export const r = (amount: string) => Number(amount);", "float-money"],
    ["unary + on an amount", "shared/fund/a.ts", "export const r = (f: { amount: string }) => +f.amount;", "float-money"],
    ["toFixed on a number", "shared/fund/a.ts", "export const r = (x: number) => x.toFixed(2);", "float-money"],
    ["a product of money", "shared/fund/a.ts", "export const r = (lossFen: number) => lossFen * 0.5;", "float-money"],
    ["a sum of money on the phone", "miniapp/src/a.tsx", "export const r = (a: { amount: number }, b: number) => a.amount + b;", "float-money"],
    [
      "a refusal without its article",
      "miniapp/src/a.tsx",
      "declare const refusalSentence: (one: object) => string;\nexport const A = (one: { code: string }) => <b>{refusalSentence(one)}</b>;",
      "refusal-linked",
    ],
    [
      "an error kept as its sentence",
      "miniapp/src/a.tsx",
      "declare const failureWords: (one: unknown) => { advice: string };\nexport const a = (setFailed: (text: string) => void, e: unknown) => setFailed(failureWords(e).advice);",
      "refusal-linked",
    ],
    ["parseFloat on the phone", "miniapp/src/a.tsx", 'export const r = parseFloat("1");', "float-money"],
    ["a scheme's name in a mechanism", "shared/process/a.ts", 'export const r = (id: string) => id === "yanqing";', "no-scheme-name"],
    ["a scheme's name in a template", "shared/fund/a.ts", "export const r = (n: number) => `yanqing-${n}`;", "no-scheme-name"],
  ])("refuses %s", (_, file, text, rule) => expect(planted(file, `${text}\n`)).toContain(rule));

  it("lets a word be a property, a type's key or a text", () => {
    expect(planted("shared/rule/a.ts", 'export const r = (x: { process: string; Date: string }) => [x.process, x.Date, "fetch"];\n')).toEqual([]);
  });
});

describe("biome's own share", () => {
  it.each([
    ["a clock in shared/", "shared/rule/a.ts", "export const now = () => new Date();\n", "noRestrictedGlobals"],
    ["a focused test", "shared/rule/a.test.ts", 'import { it } from "vitest";\n\nit.only("x", () => undefined);\n', "noFocusedTests"],
    ["a barrel", "shared/rule/a.ts", 'export * from "./rule";\n', "noReExportAll"],
    ["any", "worker/a.ts", "export const x = (y: any) => y;\n", "noExplicitAny"],
    ["console in the worker", "worker/a.ts", 'console.log("x");\n', "noConsole"],
    ["a crooked format", "worker/a.ts", "export const x   = 1\n", "format"],
  ])("refuses %s", (_, file, text, rule) => {
    const folder = house({ [file]: text, ".gitignore": "dist/\n" });
    cpSync(path.join(root, ".biome.json"), path.join(folder, ".biome.json"));
    const run = spawnSync(process.execPath, [path.join(root, "node_modules/@biomejs/biome/bin/biome"), "check", "--colors=off", file], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.stdout + run.stderr).toContain(rule);
    expect(run.status).not.toBe(0);
  });
});
