/** Runs a TypeScript file of this repository: bundled by esbuild (imports here carry no extension), kept under node_modules/.cache. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeRegistry } from "../worker/local/registry.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** A module of the house that is plain already is left where it lies: what it says of its own place, and so of the repository's root, stays true. */
const asTheyLie = {
  name: "as-they-lie",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.mjs$/ }, ({ path: given, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, given)).href,
      external: true,
    }));
  },
};

/**
 * Bundles `entry` (relative to the repository) and answers the path of the bundle; packages stay outside it.
 * @param {string} entry
 */
export async function bundle(entry) {
  writeRegistry();
  const outfile = path.join(root, "node_modules/.cache/gongdan/run", `${entry.replace(/[\\/]/g, "-").replace(/^\.+/, "")}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.resolve(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [asTheyLie],
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const [entry, ...rest] = process.argv.slice(2);
  if (!entry) {
    console.error("usage: node .ci/run-ts.mjs FILE [arguments]");
    process.exit(2);
  }
  process.argv = [process.argv[0] ?? "node", entry, ...rest];
  await import(pathToFileURL(await bundle(entry)).href);
}
