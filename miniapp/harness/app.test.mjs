/** The built mini-program, run: home lists what waits, a tap opens the case, the login survives, packages stay small. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { cases, reply, session } from "./sample.mjs";
import { boot } from "./wxrun.mjs";

const DIST = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../dist/weapp");

/** A phone whose requests are answered by the sample district; `sent` records them. */
function phone({ loggedIn = true, fn = "throw", answer = reply } = {}) {
  const sent = [];
  const request = (options) => {
    sent.push(options);
    const [status, body] = answer(options.method ?? "GET", new URL(options.url).pathname.replace(/^\/api/, ""));
    setTimeout(() => options.success({ statusCode: status, header: {}, data: JSON.stringify(body) }), 2);
    return { abort() {} };
  };
  const storage = loggedIn ? { "gongdan.session": JSON.stringify(session) } : {};
  return { ...boot(DIST, { wx: { request }, storage, fn }), sent, storage };
}

for (const fn of ["throw", "noop"])
  test(`home lists what waits and a tap opens the case (Function: ${fn})`, async () => {
    const app = phone({ fn });
    const home = app.open("pages/home/index");
    await app.until(() => home.has("case-c1"));
    for (const each of cases) assert.ok(home.text("waiting").includes(each.enterprise), each.enterprise);
    assert.match(home.text("case-c1"), /300 万元/);
    assert.match(home.text("case-c3"), /已逾期/);
    assert.equal(app.sent[0].header.Authorization, "Bearer t1");
    assert.equal(app.sent[0].header["X-Acting-As"], "m1");
    await home.tap("case-c1");
    await app.until(() => app.current().page.route === "pages/case/index" && app.current().has("case-timeline"));
    assert.match(app.current().text("case-head"), /北京农商银行延庆支行/);
    assert.match(app.current().text("case-figures"), /1,500,000\.00 元/);
    assert.deepEqual(app.errors, []);
  });

test("aria labels reach the WXML", async () => {
  const app = phone();
  const home = app.open("pages/home/index");
  await app.until(() => home.has("case-c1"));
  assert.match(String(home.get("case-c1").at["aria-label"]), /北京妫水民宿管理有限公司，待核查/);
});

test("without a session home leads to login; consent comes before the code, then the code opens home", async () => {
  const app = phone({ loggedIn: false });
  app.open("pages/home/index");
  await app.until(() => app.current().page.route === "pages/login/index" && app.current().has("f-phone"));
  const login = app.current();
  await login.input("f-phone", "13800000005");
  await login.tap("send-code");
  assert.equal(app.sent.filter((each) => each.method === "POST").length, 0);
  await login.tap("f-agree");
  await login.tap("send-code");
  await app.until(() => /135790/.test(login.text()));
  await login.input("f-code", "135790");
  await login.tap("login");
  await app.until(() => app.current().page.route === "pages/home/index" && app.current().has("case-c1"));
  assert.equal(JSON.parse(app.storage["gongdan.session"]).token, "t1");
  assert.deepEqual(app.errors, []);
});

test("a write keeps its idempotency key while no answer comes; the next write has another", async () => {
  const keys = [];
  const request = (options) => {
    const path = new URL(options.url).pathname.replace(/^\/api/, "");
    if (options.method === "POST") keys.push(options.header["Idempotency-Key"]);
    const lost = options.method === "POST" && keys.length < 3;
    const [status, body] = reply(options.method ?? "GET", path);
    setTimeout(
      () => (lost ? options.fail({ errMsg: "request:fail" }) : options.success({ statusCode: status, header: {}, data: JSON.stringify(body) })),
      1,
    );
  };
  const app = boot(DIST, { wx: { request } });
  const login = app.open("pages/login/index");
  await app.until(() => login.has("f-phone"));
  await login.tap("f-agree");
  await login.input("f-phone", "13800000005");
  await login.tap("send-code");
  await app.until(() => /135790/.test(login.text()), 5000);
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  await login.input("f-code", "135790");
  await login.tap("login");
  await app.until(() => keys.length === 4);
  assert.notEqual(keys[3], keys[0]);
});

test("the pool is a level that says itself: drawing, figures, the day on which it would pause", async () => {
  const app = phone();
  const pool = app.open("fund/pool/index");
  await app.until(() => pool.has("level"));
  const [tank] = pool.all((node) => /^data:image\/svg\+xml,/.test(String(node.at.src ?? "")));
  assert.match(decodeURIComponent(tank.at.src), /^data:image\/svg\+xml,<svg [^>]+>.*<\/svg>$/);
  assert.match(String(tank.at["aria-label"]), /可用 28,800,000\.00 元.*距暂停还可支付 19,800,000\.00 元/);
  assert.match(pool.text("level"), /约 2970 天后暂停/);
  assert.match(pool.text("books-check"), /账簿核对一致/);
  assert.deepEqual(app.errors, []);
});

test("an instruction shows its amount in capitals and is checked before the second person signs", async () => {
  const app = phone();
  const page = app.open("fund/instruction/index?no=YQF-2026-0002");
  await app.until(() => page.has("order-paper"));
  assert.match(page.text("order-paper"), /壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分.*尚未经第二人复核，不得付款/s);
  const signed = () => app.sent.filter((each) => each.url.endsWith("/countersign"));
  await page.tap("forward");
  assert.equal(signed().length, 0);
  await page.tap("confirm");
  await app.until(() => signed().length === 1);
  assert.deepEqual(app.errors, []);
});

const sizeOf = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(file) : /LICENSE|\.map$/.test(entry.name) ? 0 : fs.statSync(file).size);
  }, 0);

test("package budget: main below 1.5 MB, each subpackage below 2 MB", () => {
  const { subPackages } = JSON.parse(fs.readFileSync(path.join(DIST, "app.json"), "utf8"));
  const subs = subPackages.map((each) => [each.root, sizeOf(path.join(DIST, each.root))]);
  const main = sizeOf(DIST) - subs.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(main < 1.5 * 2 ** 20, `main ${main}`);
  for (const [root, size] of subs) assert.ok(size < 2 * 2 ** 20, `${root} ${size}`);
});

test("the policy page is for everybody: an article with its amount, its reading and the options not taken", async () => {
  const app = phone({ loggedIn: false });
  const page = app.open(`pages/policy/index?scheme=yanqing&article=${encodeURIComponent("三（八）")}`);
  await app.until(() => page.has("articles"));
  assert.match(page.text("document"), /征求意见稿/);
  for (const told of [/2,100 万元/, /2025年8月22日起/, /没有采用：扣除已返还的净额/]) assert.match(page.text("articles"), told);
  await page.tap("all-articles");
  await app.until(() => /二（一）/.test(page.text("articles")));
  assert.deepEqual(app.errors, []);
});

test("what a document brings about by its own words stands on its page: the figures at a mark and one fen above, or that nothing was found", async () => {
  const app = phone({ loggedIn: false });
  const page = app.open("pages/policy/index?scheme=xinxiang");
  await app.until(() => page.has("finding-cliff"));
  await page.tap("finding-cliff");
  for (const told of [/贷款 1,000,000\.00 元/, /补 300,000\.00 元/, /贷款 1,000,000\.01 元/, /补 200,000\.00 元/, /贷到 1,499,999\.98 元/])
    assert.match(page.text("findings"), told);
  const [link] = page.all((node) => /\bcite\b/.test(node.at.class ?? ""));
  await page.tap(link.at.id);
  await app.until(() => page.has("found"));
  assert.match(page.text("found"), /第十一条/);
  const none = app.open("pages/policy/index?scheme=dongguan");
  await app.until(() => /没有发现/.test(none.text("findings")));
  assert.deepEqual(app.errors, []);
});

test("an article that a case names opens in the document of the case", async () => {
  const app = phone();
  const page = app.open("pages/case/index?id=c1");
  await app.until(() => page.has("case-timeline"));
  const links = page.all((node) => /\bcite\b/.test(node.at.class ?? ""));
  assert.ok(links.length > 3, String(links.length));
  await page.tap(links[0].at.id);
  await app.until(() => app.current().page.route === "pages/policy/index" && app.current().has("articles"));
  assert.equal(app.current().page.options.scheme, "yanqing");
  assert.match(app.current().text("found"), new RegExp(app.current().page.options.article));
  assert.deepEqual(app.errors, []);
});

test("home leads everybody to the policy page of their own district", async () => {
  const app = phone();
  const home = app.open("pages/home/index");
  await app.until(() => home.has("door-policy"));
  await home.tap("door-policy");
  await app.until(() => app.current().page.route === "pages/policy/index" && app.current().has("articles"));
  assert.match(app.current().text(), /延庆区/);
  assert.deepEqual(app.errors, []);
});
