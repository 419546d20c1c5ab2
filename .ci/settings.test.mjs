/** The worker's settings, the table in docs/deploy.md, the local secrets and wrangler.toml name the same things. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LOCAL_SECRETS } from "../worker/local/secrets.mjs";

const read = (/** @type {string} */ file) => readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8");
const parsed = [...(/z\.object\(\{\n([\s\S]*?)\n\}\);/.exec(read("worker/settings.ts"))?.[1] ?? "").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
  (match) => match[1] ?? "",
);
const documented = [...read("docs/deploy.md").matchAll(/^\| `([A-Z][A-Z_]+)` \| (setting|secret)/gm)].map((match) => ({
  name: match[1] ?? "",
  kind: match[2],
}));

it("docs/deploy.md documents every setting that the worker parses, and no other", () => {
  expect(parsed.length).toBeGreaterThan(5);
  expect(documented.map(({ name }) => name).sort()).toEqual([...parsed].sort());
});

it("a local run makes up secrets that the document calls secrets", () => {
  const secrets = documented.filter(({ kind }) => kind === "secret").map(({ name }) => name);
  for (const name of LOCAL_SECRETS) expect(secrets).toContain(name);
});

it("the demo setting is off everywhere but in npm start", () => {
  const set = read("wrangler.toml")
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("#") && /\bDEMO\b/.test(line));
  expect(set).toEqual([]);
});

it("every queue consumer names its limits", () => {
  const consumers = read("wrangler.toml").split("[[queues.consumers]]").slice(1);
  expect(consumers).toHaveLength(2);
  for (const consumer of consumers)
    for (const limit of ["max_batch_size", "max_batch_timeout", "max_retries"]) expect(consumer).toContain(`${limit} = `);
});

it("the lockfile carries no download addresses", () => expect(read("package-lock.json")).not.toMatch(/"resolved": "http/));
