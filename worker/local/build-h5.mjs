/** Builds the H5 pages when a source that they are made of has changed since the last build. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CACHE, hashOf, inRoot, runTool, TARO } from "./home.mjs";
import { writeRegistry } from "./registry.mjs";

const unbuilt = (/** @type {string} */ file) => /(^|\/)(dist|harness|\.taro-cache|node_modules)(\/|$)|\.test\.tsx?$/.test(file);
const STAMP = path.join(CACHE, "h5.sha256");
export const sourcesHash = () => hashOf(["miniapp", "shared"], unbuilt);

export const h5Fresh = () => existsSync(inRoot("miniapp/dist/h5/index.html")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash();

export async function buildH5() {
  writeRegistry();
  const hash = sourcesHash();
  const logFile = path.join(CACHE, "h5.log");
  await runTool([TARO, "build", "--type", "h5"], { logFile, cwd: inRoot("miniapp"), env: { NODE_ENV: "production" } });
  if (!existsSync(inRoot("miniapp/dist/h5/index.html"))) throw new Error(`the H5 build left no page\n${readFileSync(logFile, "utf8").slice(-3000)}`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, hash);
}
