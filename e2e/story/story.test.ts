/** The story: from an empty database to a loan, each person at their own phone, through the screens. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { walkNow } from "../../worker/local/demo-cases.mjs";
import { launch, type Person, shot } from "../harness/browser";
import { type Receiver, startReceiver } from "../harness/receiver";
import { type Server, startServer } from "../harness/server";
import { check, look, settled } from "./look";
import { confirmed, fillIn, handIn, register } from "./owner";
import { choose, chooseCalled, confirm, enter, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap, tokenOf } from "./people";
import { codeOf, type Desk, desk, deskOf, drafted, identityOf, pushed, type Staff, screened, today, voted } from "./walk";

const PLACES = {
  department: "13800000003",
  office: "13800000004",
  finance: "13800000005",
  government: "13800000006",
  bankA: "13800000007",
  bankB: "13800000008",
  guarantor: "13800000009",
} as const;
type Part = "owner" | keyof typeof PLACES;
const [BANK_A, BANK_B, GUARANTOR] = ["海坨银行延庆支行", "松山银行延庆支行", "永宁融资担保有限公司"] as const;
const DEPARTMENT = "区经济和信息化局";
const FIRM = { creditCode: codeOf(1), name: "北京永宁储能科技有限公司", representative: "顾一舟", identity: identityOf(1) };

let server: Server;
let browser: Browser;
let receiver: Receiver;
let who: Record<Part, Person>;
let caseId = "";
const others: Person[] = [];
const pageOf = (name: Part) => who[name].page;

async function staff(): Promise<Staff> {
  const at = async (name: Part): Promise<Desk> => deskOf(server.origin, await tokenOf(pageOf(name)));
  const [department, office, finance, bankA] = await Promise.all([at("department"), at("office"), at("finance"), at("bankA")]);
  return { department, office, finance, bankA };
}

beforeAll(async () => {
  [server, browser, receiver] = await Promise.all([startServer(), launch(), startReceiver()]);
});

// What each saw when a step failed says more than the step's own words.
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const [name, { page }] of Object.entries(who ?? {})) await shot(page, `failed-${name}`, true).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([receiver?.stop(), server?.stop()]);
});

describe("from phone to bank", () => {
  it("everybody logs in by phone and code on a phone of their own", async () => {
    const owner = await enter(browser, server.origin, "13911110001");
    await look(owner.page, "01-no-firm-yet");
    const entered: [string, Person][] = [];
    // Two at a time: the machine of a test run has few cores.
    const names = Object.keys(PLACES) as (keyof typeof PLACES)[];
    for (let at = 0; at < names.length; at += 2)
      entered.push(
        ...(await Promise.all(
          names.slice(at, at + 2).map(async (name): Promise<[string, Person]> => [name, await enter(browser, server.origin, PLACES[name])]),
        )),
      );
    who = Object.fromEntries([["owner", owner], ...entered]) as Record<Part, Person>;
    await look(pageOf("department"), "01-nothing-waits");
  });

  it("YQ-020 the owner registers the firm, fills in every task, uploads spreadsheets and PDFs, and hands in", async () => {
    const page = pageOf("owner");
    await register(page, FIRM);
    await fillIn(page, FIRM);
    caseId = await handIn(page, DEPARTMENT);
    expect(caseId).not.toBe("");
  });

  it("YQ-056 the department adopts it with a numbered letter", async () => {
    const page = pageOf("department");
    await take(page, caseId);
    await part(page, "letter-form").waitFor();
    await look(page, "17-adopt");
    await tap(page, "fill-letter");
    await fill(page, "letterNo", "延经信函〔2026〕12号");
    await tap(page, "to-check");
    await part(page, "letter-check").waitFor();
    await look(page, "18-letter-check");
    await tap(page, "adopt");
    await part(page, "recommended").waitFor();
    await look(page, "19-recommended");
    await follow(page, "open-letter");
    await seesText(page, "关于推荐");
    await look(page, "20-letter");
  });

  it("YQ-058 the office screens it with bank A's opinion and the source of each finding", async () => {
    const [office, bankA] = [pageOf("office"), pageOf("bankA")];
    await take(office, caseId);
    await look(office, "21-case-office");
    await follow(office, "action-0");
    await chooseCalled(office, "checkbox", BANK_A);
    await tap(office, "open-screening");
    await confirmed(office, "22-open-screening");
    await tap(office, "add-finding");
    await choose(office, "source", "external");
    await fillAll(office, { sourceName: "中国执行信息公开网", detail: "企业和法定代表人均未查到失信记录" });
    await pick(office, "subject", "企业");
    await part(office, "f-topic").selectOption("dishonest");
    await choose(office, "result", "clear");
    await look(office, "23-finding");
    await tap(office, "record-finding");
    await sees(office, "findings", "中国执行信息公开网");

    await take(bankA, caseId);
    await choose(bankA, "verdict", "support");
    await fill(bankA, "detail", "近一年账户流水与报表相符，无逾期");
    await look(bankA, "24-opinion");
    await tap(bankA, "opinion-check");
    await confirm(bankA);
    await part(bankA, "opinion-given").waitFor();

    await open(office, `/office/screening/index?id=${caseId}`);
    await sees(office, "opinions", "账户流水");
    await fill(office, "summary", "主体存续，未见失信和重大违法记录，银行支持，建议提交联审。");
    await look(office, "25-screening");
    await tap(office, "pass-screening");
    await confirm(office);
    await part(office, "to-panel").waitFor();
  });

  it("YQ-062 bank B's recusal leaves an even panel, which cannot open until the guarantor joins", async () => {
    const [office, bankB] = [pageOf("office"), pageOf("bankB")];
    await home(office);
    await follow(office, "door-meetings");
    await look(office, "26-no-meeting-yet");
    await tap(office, "convoke");
    await fill(office, "place", "区发展和改革委员会三楼会议室");
    await look(office, "27-convoke", false);
    await tap(office, "convoke-send");
    await follow(office, `schedule-${caseId}`);
    await chooseCalled(office, "checkbox", BANK_A);
    await chooseCalled(office, "checkbox", BANK_B);
    await sees(office, "panel-verdict", "共 5 家");
    await look(office, "28-panel");
    await tap(office, "schedule");
    await part(office, "open-ballot").waitFor();

    await home(bankB);
    await follow(bankB, "door-agenda");
    await look(bankB, "29-agenda-ahead");
    await follow(bankB, `agenda-${caseId}`);
    await tap(bankB, "recuse-open");
    await fill(bankB, "reason", "本行与企业实际控制人有存续授信关系");
    await tap(bankB, "recuse-check");
    await confirmed(bankB, "30-recuse");
    await sees(bankB, "stand", "本单位已回避");

    await open(office, `/office/panel/index?id=${caseId}`);
    await seesText(office, "有单位回避，要调整后才能表决");
    await look(office, "31-even-panel");
    expect(await part(office, "open-ballot").isDisabled()).toBe(true);
    await tap(office, "change-panel");
    await chooseCalled(office, "checkbox", GUARANTOR);
    await sees(office, "panel-verdict", "共 5 家");
    await tap(office, "schedule");
    await tap(office, "open-ballot");
    await confirmed(office, "32-open-ballot");
    await part(office, "refresh-votes").waitFor();
  });

  it("YQ-065 five units vote medium 3:2, and the office closes with the unit that carries recovery", async () => {
    const votes: [Part, string, string][] = [
      ["department", "medium", "主营业务稳定，订单增长，但客户集中"],
      ["finance", "medium", "资产负债率适中，财政资金按半数代偿较稳妥"],
      ["bankA", "low", "流水与报表相符，抵押充足"],
      ["guarantor", "high", "下游单一客户占比高，风险偏大"],
      ["office", "medium", "综合各单位意见，按中风险支持"],
    ];
    for (const [name, choice, reason] of votes) {
      const page = pageOf(name);
      await home(page);
      await follow(page, "door-agenda");
      await follow(page, `agenda-${caseId}`);
      await part(page, "ballot").waitFor();
      await choose(page, "choice", choice);
      await fill(page, "reason", reason);
      if (name === "department") {
        await look(page, "33-ballot");
        await part(page, "ballot").evaluate((card) => card.scrollIntoView({ block: "end" }));
        await shot(page, "picture-ballot");
      }
      await tap(page, "ballot-check");
      if (name === "department") await confirmed(page, "34-ballot-check");
      else await confirm(page);
      await part(page, "sealed").waitFor();
      if (name === "department") await look(page, "35-sealed");
    }
    const office = pageOf("office");
    await open(office, `/office/panel/index?id=${caseId}`);
    await chooseCalled(office, "radio", BANK_A);
    await look(office, "36-all-voted");
    await tap(office, "close-ballot");
    await confirmed(office, "37-close");
    await sees(office, "ballot-result", "中风险");
    await sees(office, "count-1", "3");
    await look(office, "38-result");
    await open(pageOf("finance"), `/reviewer/result/index?id=${caseId}`);
    await sees(pageOf("finance"), "outcome", "中风险");
    await look(pageOf("finance"), "39-result-of-a-member");
    await follow(pageOf("finance"), "minutes");
    await seesText(pageOf("finance"), "参加单位和委派人");
    await look(pageOf("finance"), "40-minutes");
  });

  it("YQ-067 the push reaches bank A's own system once, signed, and both banks' inboxes", async () => {
    const [office, bankA] = [pageOf("office"), pageOf("bankA")];
    await home(bankA);
    await follow(bankA, "door-webhook");
    await seesText(bankA, "还没有设置接收地址");
    await fill(bankA, "url", receiver.url);
    await tap(bankA, "webhook-set");
    receiver.secrets = [await part(bankA, "secret-value").innerText()];
    await look(bankA, "41-webhook");

    await open(office, `/office/panel/index?id=${caseId}`);
    await follow(office, "to-push");
    await chooseCalled(office, "checkbox", BANK_A);
    await chooseCalled(office, "checkbox", BANK_B);
    await look(office, "42-push");
    await tap(office, "push");
    await confirmed(office, "43-push-check");
    await seesText(office, "已推送给 2 家机构");
    await look(office, "44-pushed");
    const [delivery] = await receiver.waitFor(1);
    expect(delivery?.payload).toMatchObject({ data: { tier: "medium" } });
    expect([receiver.accepted.length, receiver.duplicates, receiver.refused, receiver.attempts]).toEqual([1, 0, 0, 1]);
    expect(JSON.stringify(delivery?.payload)).not.toContain(FIRM.name);
  });

  it("YQ-046 bank B declines with a reason, bank A offers and records the loan, the owner sees it and that half of it is covered", async () => {
    const [owner, bankA, bankB] = [pageOf("owner"), pageOf("bankA"), pageOf("bankB")];
    await home(bankB);
    await follow(bankB, "door-leads");
    await look(bankB, "45-leads");
    await bankB.locator("[id^=lead-]").filter({ visible: true, hasText: FIRM.name }).click();
    await part(bankB, "to-answer").waitFor();
    await shot(bankB, "picture-lead");
    await tap(bankB, "tab-decline");
    await choose(bankB, "reasonCode", "collateral");
    await fill(bankB, "reason", "可抵押资产不足，暂不符合本行授信要求");
    await look(bankB, "46-decline");
    await tap(bankB, "decline-check");
    await confirm(bankB);
    await part(bankB, "declined").waitFor();

    await take(bankA, caseId);
    await part(bankA, "offer").waitFor();
    await fillAll(bankA, { amount: "3000000.00", ratePercent: "3.85", termMonths: "12" });
    await choose(bankA, "mode", "bank");
    await look(bankA, "47-lead");
    await tap(bankA, "offer-check");
    await confirmed(bankA, "48-offer-check");
    await part(bankA, "offered").waitFor();
    await open(owner, `/pages/case/index?id=${caseId}`);
    await sees(owner, "offers", BANK_A);
    await look(owner, "49-case-with-offer");

    await follow(bankA, "record-loan");
    await fillAll(bankA, { contractNo: "HTYH-2026-0319", disbursedOn: today() });
    await sees(bankA, "differences", "与报价一致");
    await look(bankA, "50-loan");
    await tap(bankA, "loan-check");
    await confirm(bankA);
    await sees(bankA, "loan-recorded", "3,000,000.00");
    await look(bankA, "51-loan-recorded");

    await home(owner);
    await follow(owner, "door-tasks");
    await follow(owner, `case-${caseId}`);
    await sees(owner, "case-ending", "3,000,000.00 元");
    await sees(owner, "case-ending", "最多代偿 1,500,000.00 元");
    await look(owner, "52-case");
    await shot(owner, "picture-case");
    await open(owner, "/pages/notices/index");
    await seesText(owner, "放款");
    await look(owner, "53-notices");
  });
});

describe("the other ways it can go", () => {
  it("YQ-022 a second firm of the same representative is refused with the path that links the two", async () => {
    const second = await enter(browser, server.origin, "13911110002");
    others.push(second);
    const owner = await deskOf(server.origin, await tokenOf(second.page));
    const name = "北京九里储能材料有限公司";
    await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(2), name });
    const { department } = await staff();
    const firm = { n: 2, name, representative: FIRM.representative, identity: 1, need: "1200000.00", project: "储能材料涂布线" };
    const draft = await drafted(await deskOf(server.origin, owner.token), firm, department.orgId);
    await open(second.page, "/pages/me/index");
    await seesText(second.page, name);
    await open(second.page, `/enterprise/tasks/index?id=${draft.caseId}`);
    await tap(second.page, "task-submit");
    await tap(second.page, "submit");
    await sees(second.page, "error-summary", FIRM.name);
    await sees(second.page, "error-summary", "法定代表人");
    await look(second.page, "54-same-group-refused");
  });

  it("YQ-066 YQ-045 a high tier goes through the government, which takes one of the year's two places", async () => {
    const team = await staff();
    const owner = await desk(server.origin, "13911110003");
    const firm = { n: 3, name: "北京八峰岭医药有限公司", representative: "秦岚", identity: 3, need: "5000000.00", project: "中药饮片提取车间" };
    await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(3), name: firm.name });
    const high = await screened(team, await deskOf(server.origin, owner.token), firm);
    await voted(team, high, "high");
    const government = pageOf("government");
    await home(government);
    await look(government, "55-government-home");
    await follow(government, `case-${high}`);
    await sees(government, "stakes", "0/2");
    await look(government, "56-approval");
    await tap(government, "to-decide");
    await tap(government, "decide-check");
    await part(government, "error-summary").waitFor();
    await fill(government, "documentNo", "延政函〔2026〕8号");
    await tap(government, "decide-check");
    await confirmed(government, "57-approve-check");
    await sees(government, "approved", "延政函〔2026〕8号");
    await sees(government, "approved", "最多 2 家");
    await look(government, "58-approved");
    const office = pageOf("office");
    await open(office, "/office/approvals/index");
    await tap(office, "tab-push");
    await part(office, "approvals").waitFor();
    await look(office, "59-office-approvals");
  });

  it("YQ-068 YQ-069 a case that failed twice is barred and shows its first allowed date", async () => {
    const team = await staff();
    const fourth = await enter(browser, server.origin, "13911110004");
    others.push(fourth);
    const owner = await deskOf(server.origin, await tokenOf(fourth.page));
    const firm = { n: 4, name: "北京水头生态农业有限公司", representative: "方禾", identity: 4, need: "1800000.00", project: "设施果蔬与冷链改造" };
    await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(4), name: firm.name });
    const failed = await screened(team, await deskOf(server.origin, owner.token), firm);
    await voted(team, failed, "low");
    const [lead] = await pushed(team, failed, [team.bankA.orgId]);
    await team.bankA.call("POST", `/cases/${failed}/leads/${lead}/decline`, { reasonCode: "cash_flow", reason: "现金流不足" });
    await voted(team, failed, "low");
    await pushed(team, failed, [team.bankA.orgId]);

    const bankA = pageOf("bankA");
    await take(bankA, failed);
    await tap(bankA, "tab-decline");
    await choose(bankA, "reasonCode", "cash_flow");
    await fill(bankA, "reason", "季节性收入波动大，现金流不能覆盖还款");
    await tap(bankA, "decline-check");
    await confirmed(bankA, "60-last-decline");
    await part(bankA, "declined").waitFor();

    const nextYear = String(Number(today().slice(0, 4)) + 1);
    await open(fourth.page, `/pages/case/index?id=${failed}`);
    await sees(fourth.page, "case-ending", `最早可以再推送的日子是 ${nextYear}年`);
    await look(fourth.page, "61-barred");
    await open(pageOf("office"), `/office/pushes/index?id=${failed}`);
    await sees(pageOf("office"), "case-ending", `${nextYear}年`);
    await look(pageOf("office"), "62-barred-office");
  });

  const MAIN: readonly (readonly [Part, string, string])[] = [
    ["owner", "home", "/pages/home/index"],
    ["owner", "me", "/pages/me/index"],
    ["owner", "case", "/pages/case/index?id="],
    ["owner", "receipt", "/enterprise/receipt/index?id="],
    ["department", "candidates", "/recommender/candidates/index"],
    ["office", "home", "/pages/home/index"],
    ["office", "cases", "/office/cases/index"],
    ["office", "panel", "/office/panel/index?id="],
    ["office", "staff", "/office/staff/index"],
    ["office", "institutions", "/office/institutions/index"],
    ["office", "scores", "/office/scores/index"],
    ["finance", "agenda", "/reviewer/agenda/index"],
    ["finance", "minutes", "/reviewer/minutes/index?id="],
    ["government", "approvals", "/government/approvals/index"],
    ["bankA", "leads", "/bank/leads/index"],
    ["bankA", "lead", "/bank/lead/index?id="],
  ];

  it("every main page also holds in the dark, at twice the text, and in the elder mode", async () => {
    for (const [name, title, path] of MAIN) {
      const page = pageOf(name);
      await open(page, path.endsWith("=") ? path + caseId : path);
      await settled(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await look(page, `dark-${name}-${title}`, false);
      await page.emulateMedia({ colorScheme: "light" });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await look(page, `large-${name}-${title}`, false);
    }
    const page = pageOf("owner");
    await open(page, "/pages/me/index");
    await choose(page, "elder");
    await look(page, "elder-owner-me", false);
    await open(page, `/pages/case/index?id=${caseId}`);
    await look(page, "elder-owner-case", false);
  });

  it("the office's lists use the width of a desk", async () => {
    await walkNow(Number(new URL(server.origin).port), ["yanqing"], {});
    const wide = await enter(browser, server.origin, PLACES.office, { wide: true });
    others.push(wide);
    await look(wide.page, "63-office-wide-home", false);
    await open(wide.page, "/office/cases/index");
    await seesText(wide.page, FIRM.name);
    await look(wide.page, "64-office-wide-cases", false);
    await open(wide.page, `/pages/case/index?id=${caseId}`);
    await check(wide.page, "wide case");
    await look(wide.page, "65-office-wide-case", false);
  });

  it("nobody met a fault of a page or of the worker", () => {
    const met = [...Object.entries(who), ...others.map((each, at) => [`other ${at}`, each] as const)].map(([name, { faults }]) => [name, faults]);
    expect(met.filter(([, faults]) => faults?.length)).toEqual([]);
  });
});
