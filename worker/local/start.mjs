/** `npm start`: from a fresh clone to a running demo district. Plain JavaScript that begins on Node 20 with nothing installed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildH5, h5Fresh } from "./build-h5.mjs";
import { walkDemoCases } from "./demo-cases.mjs";
import { RUNNING_FILE, SECRETS_FILE, STATE, stopAll } from "./home.mjs";
import { endWithNpm, explainOldNode, nodeTooOld, ready, rerunOnNewerNode } from "./install.mjs";
import { say, table, waiting } from "./progress.mjs";
import { writeRegistry } from "./registry.mjs";
import { localSecrets } from "./secrets.mjs";
import { applyMigrations, fireCron, portFree, serve } from "./serve.mjs";

const port = Number(process.env.PORT ?? 8787);

async function start() {
  if (!Number.isInteger(port) || port < 1 || port > 65535) return fail(`PORT 不是端口号：${process.env.PORT}`, "PORT is not a port number");
  if (!(await ready())) {
    process.exitCode = 1;
    return;
  }
  if (await rerunOnNewerNode(fileURLToPath(import.meta.url), process.argv.slice(2))) return;
  if (nodeTooOld(false)) {
    explainOldNode();
    process.exitCode = 1;
    return;
  }
  if (!(await portFree(port))) {
    return fail(`端口 ${port} 已被占用。换一个端口：PORT=8788 npm start`, `port ${port} is in use; take another: PORT=8788 npm start`);
  }
  endWith("SIGINT");
  endWith("SIGTERM");
  endWith("SIGHUP");
  endWithNpm(() => finish(0, "npm 已结束，正在停止", "npm has gone, stopping"));
  mkdirSync(path.dirname(RUNNING_FILE), { recursive: true });
  writeFileSync(RUNNING_FILE, JSON.stringify({ pid: process.pid, port }));

  writeRegistry();
  const pages = h5Fresh() ? Promise.resolve() : waiting("构建网页端（首次约半分钟）", "building the H5 pages", buildH5);
  const schema = waiting("检查数据库结构", "migrations", () => applyMigrations(STATE));
  await Promise.all([pages, schema]);
  const worker = await waiting("启动服务", "starting the worker", () =>
    serve({ port, state: STATE, settings: { DEMO: "on", PUBLIC_URL: `http://localhost:${port}`, ...localSecrets(SECRETS_FILE) } }),
  );
  worker.child.once("exit", () =>
    finish(stopping ? 0 : 1, `服务已退出，日志：${path.relative(process.cwd(), worker.logFile)}`, "the worker ended by itself"),
  );
  await seedOnce();
  setInterval(() => fireCron(port).catch(() => undefined), 60_000).unref();
  await welcome(worker.origin);
}

/** Fills the demo district on the first run over this data only. */
async function seedOnce() {
  const stamp = path.join(STATE, "seeded");
  if (existsSync(stamp)) return;
  await waiting("写入演示区人员", "seeding the demo districts", async () => {
    const known = await fetch(`http://127.0.0.1:${port}/api/districts`);
    if (!known.ok) throw new Error(`the list of districts answered ${known.status}`);
    /** @type {{ districts: { id: string }[] }} */
    const { districts } = JSON.parse(await known.text());
    for (const { id } of districts) {
      const reply = await fetch(`http://127.0.0.1:${port}/api/demo/seed`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": `npm-start-first-run-${id}`, "x-scheme": id },
        body: "{}",
      });
      if (!reply.ok) throw new Error(`seeding ${id} answered ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
    }
  });
  writeFileSync(stamp, "");
  await waiting("让几家演示企业走到不同环节", "walking a few demo firms to different steps", () => walkDemoCases(port));
}

/** @param {string} origin */
async function welcome(origin) {
  const reply = await fetch(`http://127.0.0.1:${port}/api/demo/people`);
  if (!reply.ok) throw new Error(`the list of demo people answered ${reply.status}`);
  /** @type {{ people: { phone: string, name: string, title: string, orgKind: string, orgName: string }[] }} */
  const { people } = JSON.parse(await reply.text());
  say("就绪", "ready");
  console.log(`
  打开 / open     ${origin}
  接口 / API      ${origin}/api/docs
  登录 / sign in  手机号 + 验证码（演示中验证码会直接显示在登录页）
                  phone number + code (in the demo the code is shown on the sign-in page)

${table(
  ["机构 organisation", "身份 role", "姓名 name", "手机号 phone"],
  people.map((person) => [person.orgName, `${person.title} (${person.orgKind})`, person.name, person.phone]),
)}

  企业人员可用任意新手机号登录后自行登记企业。 Any new phone number may sign in and register an enterprise.
  数据保存在 .wrangler/state，重启不丢；清空：npm run reset。 Data survives a restart; npm run reset empties it.
  停止 / stop     Ctrl-C
`);
}

let stopping = false;
/** @param {number} code @param {string} [zh] @param {string} [en] */
async function finish(code, zh, en) {
  if (stopping) return;
  stopping = true;
  if (zh) say(zh, en ?? "");
  await stopAll();
  if (existsSync(RUNNING_FILE) && JSON.parse(readFileSync(RUNNING_FILE, "utf8")).pid === process.pid) rmSync(RUNNING_FILE);
  process.exit(code);
}

/** @param {NodeJS.Signals} signal */
const endWith = (signal) => process.on(signal, () => finish(0, "正在停止", "stopping"));

/** @param {string} zh @param {string} en */
function fail(zh, en) {
  console.error(`\n  ${zh}\n  ${en}\n`);
  process.exitCode = 1;
}

start().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  return finish(1, "未能启动", "could not start");
});
