/** `npm run reset`: empties the data of `npm start` and says what it removed. Refuses while the data is being served. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT, RUNNING_FILE, SECRETS_FILE, STATE } from "./home.mjs";
import { portFree } from "./serve.mjs";

/** @param {string} target @returns {{ files: number, bytes: number }} */
function sizeOf(target) {
  const here = statSync(target);
  if (!here.isDirectory()) return { files: 1, bytes: here.size };
  return readdirSync(target)
    .map((name) => sizeOf(path.join(target, name)))
    .reduce((sum, part) => ({ files: sum.files + part.files, bytes: sum.bytes + part.bytes }), { files: 0, bytes: 0 });
}

/** The process that serves the data, if it is still there. A start that is still building holds no port yet. */
async function running() {
  if (!existsSync(RUNNING_FILE)) return undefined;
  const { pid, port } = JSON.parse(readFileSync(RUNNING_FILE, "utf8"));
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  const young = Date.now() - statSync(RUNNING_FILE).mtimeMs < 5 * 60_000;
  return young || !(await portFree(port)) ? { pid, port } : undefined;
}

const busy = await running();
if (busy) {
  console.error(
    `\n  服务正在运行（进程 ${busy.pid}，端口 ${busy.port}）。请先按 Ctrl-C 停止，再清空。\n  The service is running (process ${busy.pid}, port ${busy.port}); stop it first.\n`,
  );
  process.exit(1);
}
const targets = [STATE, SECRETS_FILE, RUNNING_FILE].filter((target) => existsSync(target));
if (targets.length === 0) console.log("没有可清空的数据。 Nothing to empty.");
for (const target of targets) {
  const { files, bytes } = sizeOf(target);
  rmSync(target, { recursive: true, force: true });
  console.log(`已删除 removed  ${path.relative(ROOT, target)}  (${files} 个文件 files, ${(bytes / 1024).toFixed(0)} KB)`);
}
