/** `npm start`: from a fresh clone to a running demo district. Plain JavaScript that begins on Node 20 with nothing installed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildH5, h5Fresh } from "./build-h5.mjs";
import { DAYS_BEFORE, waitsAtFirst, walkBefore, walkNow } from "./demo-cases.mjs";
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
  const begins = startAfresh();
  const schema = waiting("检查数据库结构", "migrations", () => applyMigrations(STATE));
  await Promise.all([pages, schema]);
  const was = begins ? await tellBefore() : undefined;
  const worker = await waiting("启动服务", "starting the worker", () => serve({ port, state: STATE, settings: settings() }));
  worker.child.once("exit", () =>
    finish(stopping ? 0 : 1, `服务已退出，日志：${path.relative(process.cwd(), worker.logFile)}`, "the worker ended by itself"),
  );
  if (was) {
    await waiting("让演示案件走到今天", "walking the demo cases up to today", async () => walkNow(port, await districtIds(), was));
    writeFileSync(TOLD, "");
  }
  setInterval(() => fireCron(port).catch(() => undefined), 60_000).unref();
  await welcome(worker.origin);
}

const settings = () => ({ DEMO: "on", PUBLIC_URL: `http://localhost:${port}`, ...localSecrets(SECRETS_FILE) });

/** Stands beside the data once the demo's cases have been told to their end. */
const TOLD = path.join(STATE, "seeded");
const TELLING = path.join(STATE, "telling");

/** Whether the demo has to be told. What a first run that was cut off has left is removed: half a story would never be gone on with. */
function startAfresh() {
  if (existsSync(TOLD)) return false;
  if (existsSync(TELLING)) rmSync(STATE, { recursive: true, force: true });
  mkdirSync(STATE, { recursive: true });
  writeFileSync(TELLING, "");
  return true;
}

/** The usual one first. @returns {Promise<{ id: string, district: string }[]>} */
async function districtsOf() {
  const known = await fetch(`http://127.0.0.1:${port}/api/districts`);
  if (!known.ok) throw new Error(`the list of districts answered ${known.status}`);
  /** @type {{ usual: string, districts: { id: string, district: string }[] }} */
  const { usual, districts } = JSON.parse(await known.text());
  return districts.sort((a, b) => Number(b.id === usual) - Number(a.id === usual));
}
const districtIds = async () => (await districtsOf()).map(({ id }) => id);

/** The people of every district and what happened months ago, by the same worker with its clock put back; only on the first run over this data. */
async function tellBefore() {
  const early = await waiting("以半年前的日期启动", "starting with the clock put back", () =>
    serve({ port, state: STATE, settings: settings(), ahead: -DAYS_BEFORE * 86_400_000 }),
  );
  const ids = await districtIds();
  await waiting("写入演示区人员", "seeding the demo districts", () => seed(ids));
  const was = await waiting("让演示企业借到贷款", "walking the demo firms to their loans", () => walkBefore(port, ids));
  await early.stop();
  return was;
}

/** @param {readonly string[]} ids */
async function seed(ids) {
  for (const id of ids) {
    const reply = await fetch(`http://127.0.0.1:${port}/api/demo/seed`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `npm-start-first-run-${id}`, "x-scheme": id },
      body: "{}",
    });
    if (!reply.ok) throw new Error(`seeding ${id} answered ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
  }
}

/** One district's people: an organisation a line, its people with their phones, and what waited there when the demo was told. @param {{ id: string, district: string }} one */
async function peopleOf({ id, district }) {
  const reply = await fetch(`http://127.0.0.1:${port}/api/demo/people`, { headers: { "x-scheme": id } });
  if (!reply.ok) throw new Error(`the list of demo people answered ${reply.status}`);
  /** @type {{ people: { phone: string, name: string, orgKind: string, orgName: string }[] }} */
  const { people } = JSON.parse(await reply.text());
  const units = [...new Set(people.map(({ orgName }) => orgName))].map((orgName) => people.filter((person) => person.orgName === orgName));
  const rows = units.map((unit) => [
    `${unit[0]?.orgName}（${unit[0]?.orgKind}）`,
    unit.map(({ name, phone }) => `${name} ${phone}`).join("、"),
    unit.map(({ phone }) => waitsAtFirst(id, phone)).find(Boolean) ?? "",
  ]);
  return `${district}\n${table(["机构 organisation", "人员 people", "起初等他办 waits at first"], rows)}`;
}

/** @param {string} origin */
async function welcome(origin) {
  const lists = await Promise.all((await districtsOf()).map(peopleOf));
  say("就绪", "ready");
  console.log(`
${lists.join("\n\n")}

  打开 / open     ${origin}
  接口 / API      ${origin}/api/docs
  登录 / sign in  在登录页选地区，点一个人，再用手机号 + 验证码（演示中验证码直接显示）
                  choose a district and a person on the sign-in page; the demo shows the code there
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
