/** The pages after a loan in the built mini-program: the rules that the phone asks run there too, without Intl, eval or a browser. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { bankSession, firmSession, loanReply } from "./sample-loan.mjs";
import { boot } from "./wxrun.mjs";

const DIST = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../dist/weapp");

function phone(session) {
  const sent = [];
  const request = (options) => {
    sent.push(options);
    const [status, body] = loanReply(options.method ?? "GET", new URL(options.url).pathname.replace(/^\/api/, ""));
    setTimeout(() => options.success({ statusCode: status, header: {}, data: JSON.stringify(body) }), 2);
    return { abort() {} };
  };
  return { ...boot(DIST, { wx: { request }, storage: { "gongdan.session": JSON.stringify(session) } }), sent };
}

test("the lender's list leads to a loan's desk; more than is owed is refused there, with the figures compared", async () => {
  const app = phone(bankSession);
  const list = app.open("bank/loans/index");
  await app.until(() => list.has("loan-c9"));
  assert.match(list.text("loan-c9"), /未还 2,400,000\.00 元/);
  await list.tap("loan-c9");
  await app.until(() => app.current().page.route === "bank/file/index" && app.current().has("repayment"));
  const desk = app.current();
  await desk.input("f-repaymentNo", "HK-2");
  await desk.input("f-interest", "0");
  await desk.input("f-principal", "2400000.01");
  await app.until(() => /超过未还本金/.test(desk.text("repayment")));
  assert.match(desk.text("repayment"), /2,400,000\.01 元，未还本金 2,400,000\.00 元/);
  await desk.input("f-principal", "100000");
  await app.until(() => /登记后未还本金 2,300,000\.00 元/.test(desk.text("repayment")));
  await desk.tap("repayment-check");
  await app.until(() => desk.has("confirm"));
  await desk.tap("confirm");
  await app.until(() => app.sent.some((each) => each.method === "POST"));
  assert.equal(JSON.parse(app.sent.find((each) => each.method === "POST").data).principal, "100000");
  assert.deepEqual(app.errors, []);
});

test("a claim says what the fund would pay before it is filed, and what is missing all at once", async () => {
  const app = phone(bankSession);
  const page = app.open("bank/claim/index?id=c9");
  await app.until(() => page.has("worth"));
  assert.match(page.text("worth"), /1,200,000\.00 元/);
  await page.tap("to-check");
  await app.until(() => page.has("error-summary"));
  for (const missing of [/逾期天数/, /认定函编号/, /未还利息/, /其他赔付/, /不良贷款认定申请/]) assert.match(page.text("error-summary"), missing);
  assert.deepEqual(app.errors, []);
});

test("money that comes back shows the fund's part and its day before it is recorded", async () => {
  const app = phone(bankSession);
  const page = app.open("bank/recovery/index?id=c10");
  await app.until(() => page.has("receipt-form"));
  await page.input("f-amount", "600000");
  await page.input("f-costs", "0");
  await app.until(() => page.has("fund-part"));
  assert.match(page.text("fund-part"), /其中返还资金 300,000\.00 元/);
  assert.match(page.text("fund-part"), /返还期限/);
  assert.deepEqual(app.errors, []);
});

test("the firm sees what is due next", async () => {
  const app = phone(firmSession);
  const page = app.open("enterprise/loan/index?id=c9");
  await app.until(() => page.has("next-due"));
  assert.match(page.text("next-due"), /2,443,800\.00 元/);
  assert.deepEqual(app.errors, []);
});
