/** Builds one face of the mini-program: `node .ci/build.mjs weapp|h5`. Fails when the builder only says that it succeeded. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildH5 } from "../worker/local/build-h5.mjs";
import { CACHE, inRoot, runTool, TARO } from "../worker/local/home.mjs";
import { writeRegistry } from "../worker/local/registry.mjs";

/** Compiles the WeChat side from nothing, so that no page of an earlier build passes for one of this. */
export async function buildWeapp() {
  const dist = inRoot("miniapp/dist/weapp");
  const logFile = path.join(CACHE, "weapp.log");
  rmSync(dist, { recursive: true, force: true });
  writeRegistry();
  await runTool([TARO, "build", "--type", "weapp"], { logFile, cwd: inRoot("miniapp"), env: { NODE_ENV: "production" } });
  if (!existsSync(path.join(dist, "app.json"))) throw new Error(`the weapp build left no app.json\n${readFileSync(logFile, "utf8").slice(-3000)}`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const target = process.argv[2];
  if (target !== "weapp" && target !== "h5") throw new Error("usage: node .ci/build.mjs weapp|h5");
  await (target === "h5" ? buildH5() : buildWeapp());
  console.log(`miniapp/dist/${target}`);
}
