/** The story goes on where the loan began: it fails, is claimed, verified, consented, paid, partly recovered and written off; then a payment that brings the pause. */
import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch, type Person, shot } from "../harness/browser";
import { type Server, startServer } from "../harness/server";
import { pdf } from "./files";
import { look } from "./look";
import { choose, confirm, enter, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap, tokenOf } from "./people";
import { codeOf, type Desk, desk, deskOf, pushed, screened, today, voted } from "./walk";

const PLACES = {
  department: "13800000003",
  office: "13800000004",
  office2: "13800000015",
  finance: "13800000005",
  government: "13800000006",
  bank: "13800000007",
  teller: "13800000012",
} as const;
type Part = keyof typeof PLACES;

let server: Server;
let browser: Browser;
let who: Record<Part, Person>;
let caseId = "";
const pageOf = (name: Part): Page => who[name].page;
const at = async (name: Part): Promise<Desk> => deskOf(server.origin, await tokenOf(pageOf(name)));

/** A firm's loan by the API, for its admission has been shown on screen: medium tier, bank A lends. */
async function lent(n: number, name: string, principal: string, contractNo: string, choice: "high" | "medium" = "medium"): Promise<string> {
  const owner = await desk(server.origin, `1392222${String(n).padStart(4, "0")}`);
  await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(n), name });
  const fresh = await desk(server.origin, `1392222${String(n).padStart(4, "0")}`);
  const [department, office, finance, bankA] = await Promise.all([at("department"), at("office"), at("finance"), at("bank")]);
  const staff = { department, office, finance, bankA };
  const firm = { n, name, representative: "顾一舟", identity: n, need: principal, project: "储能电池壳体生产线" };
  const id = await screened(staff, fresh, firm);
  await voted(staff, id, choice);
  if (choice === "high") await (await at("government")).call("POST", `/cases/${id}/approve`, { documentNo: `延政函〔2026〕${n}号` });
  const [lead] = await pushed(staff, id, [bankA.orgId]);
  await bankA.call("POST", `/cases/${id}/leads/${lead}/offer`, {
    amount: principal,
    ratePercent: "3.85",
    termMonths: "12",
    mode: "bank",
    remark: "",
  });
  await bankA.call("POST", `/cases/${id}/leads/${lead}/loan`, {
    contractNo,
    principal,
    ratePercent: "3.85",
    termMonths: "12",
    disbursedOn: today(),
    mode: "bank",
  });
  return id;
}

/** A loan that failed whole, up to the government's consent, by the API: each step has been shown on screen. */
async function consented(id: string, principal: string): Promise<string> {
  const [bank, office, finance, department, government] = await Promise.all(
    (["bank", "office", "finance", "department", "government"] as const).map((name) => at(name)),
  );
  if (!bank || !office || !finance || !department || !government) throw new Error("nobody is there");
  await bank.call("POST", `/cases/${id}/loan/grade`, { grade: "loss", on: today() });
  const paper = pdf(`npl-${id}`);
  const form = new FormData();
  form.set("caseId", id);
  form.set("kind", "npl_application");
  form.set("filename", paper.name);
  form.set("file", new Blob([new Uint8Array(paper.buffer)]), paper.name);
  await bank.call("POST", "/statements", form);
  const claim = { grade: "loss", overdueDays: 95, letterNo: `海坨银认〔2026〕${id.slice(0, 4)}号`, principal, interest: "0", covered: "0" };
  await bank.call("POST", `/cases/${id}/claim`, claim);
  await office.call("POST", `/cases/${id}/claim/check`, { summary: "材料齐全" });
  const { meetingId } = await office.call("POST", "/meetings", { title: "集中核查会", heldOn: today(), place: "会议室" });
  const panel = [office, finance, department];
  const seats = panel.map(({ orgId, personId }) => ({ orgId, personId }));
  await office.call("POST", `/cases/${id}/claim/panel`, { meetingId, seats, successors: [] });
  await office.call("POST", `/cases/${id}/claim/ballot/open`, {});
  for (const member of panel) await member.call("POST", `/cases/${id}/claim/ballot`, { choice: "agreed", reason: "认定依据充分" });
  await office.call("POST", `/cases/${id}/claim/ballot/close`, { opinion: "同意代偿" });
  await office.call("POST", `/cases/${id}/claim/report`, { documentNo: `延发改报〔2026〕${id.slice(0, 4)}号` });
  await government.call("POST", `/cases/${id}/claim/consent`, { documentNo: `延政函〔2026〕${id.slice(0, 4)}号` });
  const { payables } = await office.call("GET", "/payables");
  return payables.find((one: { caseId: string }) => one.caseId === id).id;
}

/** Paid by the API, through finance where cash is short. */
async function paidOut(payableId: string): Promise<void> {
  const [office, office2, finance, teller] = await Promise.all((["office", "office2", "finance", "teller"] as const).map((name) => at(name)));
  if (!office || !office2 || !finance || !teller) throw new Error("nobody is there");
  const { no, path } = await office.call("POST", `/payables/${payableId}/instruction`, {});
  await office2.call("POST", `/instructions/${no}/countersign`, {});
  if (path === "QUOTA") {
    await finance.call("POST", `/instructions/${no}/approve`, {});
    await finance.call("POST", `/instructions/${no}/transfer`, {});
  }
  await teller.call("POST", `/instructions/${no}/paid`, {});
}

/** The books as finance reads them on screen. */
const fund = async () => (await at("finance")).call("GET", "/fund");

async function upload(page: Page, kind: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tap(page, `pick-${kind}`)]);
  await chooser.setFiles(pdf(kind));
  await sees(page, `f-${kind}-field`, "已上传 1 份");
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  const entered: [string, Person][] = [];
  for (const name of Object.keys(PLACES) as Part[])
    entered.push([name, await enter(browser, server.origin, PLACES[name], { wide: name === "finance" })]);
  who = Object.fromEntries(entered) as Record<Part, Person>;
});

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const [name, { page }] of Object.entries(who ?? {})) await shot(page, `failed-money-${name}`, true).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe("from a bad loan to the last fen", () => {
  it("YQ-026 YQ-027 the office opens the books and a second person checks them", async () => {
    const [office, second] = [pageOf("office"), pageOf("office2")];
    await home(office);
    await follow(office, "door-pool");
    await look(office, "m01-no-books");
    await follow(office, "open-books");
    await fillAll(office, { "amount.deposit": "15000000.00", "amount.quota_grant": "15000000.00" });
    await look(office, "m02-open");
    await tap(office, "open-check");
    await confirm(office);
    await part(office, "opened").waitFor();
    await open(second, "/fund/vouchers/index");
    await look(second, "m03-voucher");
    await second.locator('[id^="check-"]').filter({ visible: true }).first().click();
    await confirm(second);
    await seesText(second, "已入账");
    await open(office, "/fund/pool/index");
    await seesText(office, "30,000,000.00 元");
    await look(office, "m04-pool");
    caseId = await lent(31, "北京永宁储能科技有限公司", "3000000.00", "HTYH-2026-0319");
  });

  it("YQ-102 the bank records 600,000.00 repaid and grades the loan doubtful", async () => {
    const bank = pageOf("bank");
    await home(bank);
    await follow(bank, "door-loans");
    await look(bank, "m05-loans");
    await follow(bank, `loan-${caseId}`);
    await part(bank, "repayment").waitFor();
    await fillAll(bank, { repaymentNo: "HK-0001", principal: "600000", interest: "12000" });
    await look(bank, "m06-repayment");
    await tap(bank, "repayment-check");
    await confirm(bank);
    await sees(bank, "file-done", "2,400,000.00");
    await tap(bank, "tab-gradeLoan");
    await choose(bank, "grade", "doubtful");
    await tap(bank, "grade-check");
    await confirm(bank);
    await seesText(bank, "可疑");
    await look(bank, "m07-bad");
    expect((await fund()).exposure).toMatchObject({ committed: "1200000.00" });
  });

  it("YQ-070 it files the claim with evidence and papers, and sees what the fund would pay", async () => {
    const bank = pageOf("bank");
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await part(bank, "evidence").waitFor();
    await pick(bank, "grade", "可疑");
    await fillAll(bank, { overdueDays: "92", letterNo: "海坨银认〔2026〕8号", principal: "2400000.00", interest: "36000", covered: "0" });
    await sees(bank, "worth", "1,200,000.00");
    await upload(bank, "npl_application");
    await look(bank, "m08-claim");
    await tap(bank, "to-check");
    await part(bank, "claim-check").waitFor();
    await look(bank, "m09-claim-check");
    await tap(bank, "file-claim");
    await part(bank, "claim-receipt").waitFor();
    await look(bank, "m10-claim-filed");
  });

  it("YQ-071 YQ-076 YQ-077 the office checks it into its half-year, and records that coordination came to nothing", async () => {
    const office = pageOf("office");
    await open(office, `/office/claim/index?id=${caseId}`);
    await fill(office, "summary", "材料齐全，借据、流水和认定函一致。");
    await look(office, "m11-check-claim");
    await tap(office, "check-claim-go");
    await confirm(office);
    await seesText(office, "排入哪次会议");
    await open(office, "/office/claims/index");
    await look(office, "m12-claims");
    await open(office, `/fund/recovery/index?id=${caseId}`);
    await part(office, "coordinate").waitFor();
    await fill(office, "attended", "区经济和信息化局、海坨银行延庆支行、企业");
    await choose(office, "outcome", "NO_RESULT");
    await look(office, "m13-coordinate");
    await tap(office, "coordinate-check");
    await confirm(office);
    await part(office, "confirm").waitFor({ state: "hidden" });
    expect((await (await at("office")).call("GET", `/cases/${caseId}`)).file.recovery.coordination).toMatchObject({ outcome: "NO_RESULT" });
  });

  it("YQ-072 the very units that rated it verify it by sealed ballots", async () => {
    const office = pageOf("office");
    const { meetingId } = await (await at("office")).call("POST", "/meetings", { title: "下半年集中核查会", heldOn: today(), place: "三楼会议室" });
    await open(office, `/office/claim/index?id=${caseId}`);
    await tap(office, `choose-${meetingId}`);
    await part(office, "claim-panel-seats").waitFor();
    await look(office, "m14-claim-panel");
    await tap(office, "set-claim-panel");
    await part(office, "open-claim-ballot").waitFor();
    await tap(office, "open-claim-ballot");
    await confirm(office);
    await part(office, "refresh-claim-votes").waitFor();
    for (const name of ["finance", "department", "office"] as const) {
      const page = pageOf(name);
      await open(page, `/reviewer/claim-ballot/index?id=${caseId}`);
      await part(page, "ballot").waitFor();
      await choose(page, "choice", "agreed");
      await fill(page, "reason", "不良认定依据充分，金额与台账一致");
      if (name === "finance") await look(page, "m15-claim-ballot");
      await tap(page, "ballot-check");
      await confirm(page);
      await part(page, "sealed").waitFor();
    }
    await open(office, `/office/claim/index?id=${caseId}`);
    await part(office, "close-claim").waitFor();
    await fill(office, "opinion", "认定属实，建议按中风险比例代偿未还本金的50%。");
    await tap(office, "close-claim-ballot");
    await confirm(office);
    await part(office, "report-claim").waitFor();
    await look(office, "m16-opinion");
    await open(office, `/fund/opinion/index?id=${caseId}`);
    await part(office, "opinion-paper").waitFor();
    await look(office, "m17-opinion-paper");
  });

  it("YQ-073 nothing is paid before the district government agrees", async () => {
    const [office, government] = [pageOf("office"), pageOf("government")];
    await open(office, `/office/claim/index?id=${caseId}`);
    await fill(office, "report-claim.documentNo", "延发改报〔2026〕21号");
    await tap(office, "report-claim-check");
    await confirm(office);
    await seesText(office, "等区政府审定");
    await open(office, "/fund/payables/index");
    await look(office, "m18-nothing-to-pay");
    await take(government, caseId);
    await part(government, "consent").waitFor();
    await fill(government, "documentNo", "延政函〔2026〕77号");
    await look(government, "m19-consent");
    await tap(government, "consent-check");
    await confirm(government);
    await part(government, "consented").waitFor();
  });

  it("YQ-033 YQ-074 1,200,000.00 goes by an instruction of two persons, confirmed by the account bank", async () => {
    const [office, second, teller] = [pageOf("office"), pageOf("office2"), pageOf("teller")];
    await open(office, `/fund/payable/index?id=${caseId}`);
    await sees(office, "payable", "1,200,000.00");
    await look(office, "m20-payable");
    await tap(office, "draw-up-check");
    await confirm(office);
    await part(office, "drawn-up").waitFor();
    await look(office, "m21-drawn-up");
    await tap(office, "to-instruction");
    await part(office, "instruction").waitFor();
    expect(await part(office, "forward").count(), "one person is not two").toBe(0);
    const [instruction] = (await (await at("office")).call("GET", "/instructions")).instructions;
    await open(second, `/fund/instruction/index?no=${instruction.no}`);
    await part(second, "instruction").waitFor();
    await look(second, "m22-instruction");
    await tap(second, "forward");
    await confirm(second);
    await seesText(second, "壹佰贰拾万元整");
    await home(teller);
    await look(teller, "m23-teller");
    await open(teller, `/teller/order/index?no=${instruction.no}`);
    await part(teller, "order-paper").waitFor();
    await look(teller, "m24-order");
    await shot(teller, "picture-order");
    await tap(teller, "forward");
    await confirm(teller);
    await part(teller, "forward").waitFor({ state: "hidden" });
    expect(await fund()).toMatchObject({ cash: "13800000.00", counts: { paid: "1200000.00" }, exposure: { committed: "0.00" } });
    await open(office, "/fund/pool/index");
    await look(office, "m25-pool-paid");
  });

  it("YQ-078 YQ-079 the bank goes to court, recovers 600,000.00, and 300,000.00 comes back to the fund", async () => {
    const [bank, office] = [pageOf("bank"), pageOf("office")];
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-startLegal");
    await part(bank, "legal").waitFor();
    await fillAll(bank, { on: today(), court: "北京市延庆区人民法院", caseNo: "（2026）京0119民初2026号" });
    await tap(bank, "legal-check");
    await confirm(bank);
    await part(bank, "recovery-done").waitFor();
    await tap(bank, "tab-recordRecovery");
    await part(bank, "receipt-form").waitFor();
    await fillAll(bank, { receiptNo: "ZC-0001", amount: "600000", costs: "0" });
    await sees(bank, "fund-part", "300,000.00");
    await look(bank, "m26-receipt");
    await tap(bank, "receipt-check");
    await confirm(bank);
    await part(bank, "recovery-done").waitFor();
    await tap(bank, "tab-declareReturn");
    await part(bank, "return-form").waitFor();
    await fillAll(bank, { on: today(), voucherNo: "PZ-20261125-1" });
    await tap(bank, "return-check");
    await confirm(bank);
    await seesText(bank, "300,000.00");
    await open(office, `/fund/recovery/index?id=${caseId}`);
    await tap(office, "receive-ZC-0001");
    await confirm(office);
    await part(office, "receive-ZC-0001").waitFor({ state: "hidden" });
    expect(await fund()).toMatchObject({ cash: "14100000.00", counts: { returned: "300000.00" } });
  });

  it("YQ-082 YQ-083 after the court's end the rest is written off by office and finance", async () => {
    const [bank, office, finance] = [pageOf("bank"), pageOf("office"), pageOf("finance")];
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-endLegal");
    await part(bank, "end-form").waitFor();
    await part(bank, "end-form").getByRole("radio").first().click();
    await fillAll(bank, { on: today(), documentNo: "（2026）京0119执2027号终本裁定" });
    await look(bank, "m27-end");
    await tap(bank, "end-check");
    await confirm(bank);
    await part(bank, "recovery-done").waitFor();
    await tap(bank, "tab-confirmLoss");
    await part(bank, "loss-form").waitFor();
    await fill(bank, "amount", "900000.00");
    await tap(bank, "loss-check");
    await confirm(bank);
    await part(bank, "recovery-done").waitFor();
    for (const page of [office, finance]) {
      await open(page, `/fund/recovery/index?id=${caseId}`);
      await part(page, "approve-loss").waitFor();
      await tap(page, "approve-loss-go");
      await confirm(page);
      await part(page, "approve-loss").waitFor({ state: "hidden" });
    }
    await open(office, "/fund/recoveries/index");
    await sees(office, "totals", /90\s*万元/);
    await look(office, "m28-recoveries");
    await open(bank, `/pages/case/index?id=${caseId}`);
    await seesText(bank, "核销");
    await look(bank, "m29-case-end");
    await shot(bank, "picture-written-off");
  });

  it("YQ-032 YQ-098 finance reconciles: the exported ledger equals the screens to the fen", async () => {
    const finance = pageOf("finance");
    await open(finance, "/fund/ledger/index");
    await part(finance, "postings").waitFor();
    await look(finance, "m30-ledger");
    const [file] = await Promise.all([finance.waitForEvent("download"), tap(finance, "export-ledger")]);
    const book = read(readFileSync(await file.path()), { type: "buffer" });
    const shown = await fund();
    const balances = utils
      .sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames.at(-1) ?? ""] ?? {}, { header: 1 })
      .map((row) => row.map((cell) => (typeof cell === "number" ? (cell as number).toFixed(2) : String(cell))));
    for (const account of shown.accounts) {
      const row = balances.find((cells) => cells.includes(account.says));
      expect(row, `${account.says} is in the export`).toBeDefined();
      expect(row, account.says).toContain(account.balance);
    }
    expect(shown).toMatchObject({
      cash: "14100000.00",
      quota: "15000000.00",
      counts: { paid: "1200000.00", returned: "300000.00", writtenOff: "900000.00" },
    });
    await open(finance, "/fund/pool/index");
    await tap(finance, "check-books");
    await sees(finance, "books-check", "一致");
    await look(finance, "m31-finance-pool");
  });
});

describe("the pause", () => {
  const FIRMS = [
    ["41", "high"],
    ["42", "high"],
    ["43", "medium"],
    ["44", "medium"],
    ["45", "medium"],
  ] as const;
  let last = "";

  it("YQ-006 worst case against what is there is shown before the next vote, while loans of 30,000,000.00 are out", async () => {
    for (const [n, tier] of FIRMS) await lent(Number(n), `北京第${n}号储能有限公司`, "5000000.00", `HT-${n}`, tier);
    last = await lent(46, "北京官厅储能有限公司", "5000000.00", "HT-46");
    const office = pageOf("office");
    await open(office, "/fund/pool/index");
    await seesText(office, "20,000,000.00");
    await look(office, "m32-exposure");
  });

  it("YQ-034 the payment that crosses 21,000,000.00 is paid whole, through finance, and YQ-086 the pause shows", async () => {
    const [office, second, finance, teller] = [pageOf("office"), pageOf("office2"), pageOf("finance"), pageOf("teller")];
    const { loans } = await (await at("office")).call("GET", "/loans?stage=live&limit=50");
    for (const loan of loans.filter((one: { caseId: string }) => one.caseId !== last)) await paidOut(await consented(loan.caseId, "5000000.00"));
    expect((await fund()).counts.paid).toBe("18700000.00");
    await consented(last, "5000000.00");
    await open(office, `/fund/payable/index?id=${last}`);
    await sees(office, "payable", "2,500,000.00");
    await look(office, "m33-payable-quota");
    await tap(office, "draw-up-check");
    await confirm(office);
    await part(office, "drawn-up").waitFor();
    const [instruction] = (await (await at("office")).call("GET", "/instructions?status=DRAWN_UP")).instructions;
    await open(second, `/fund/instruction/index?no=${instruction.no}`);
    await tap(second, "forward");
    await confirm(second);
    await part(second, "forward").waitFor({ state: "hidden" });
    for (const name of ["approve", "transfer"] as const) {
      await open(finance, `/fund/instruction/index?no=${instruction.no}`);
      await part(finance, "forward").waitFor();
      await look(finance, `m34-finance-${name}`);
      await tap(finance, "forward");
      await confirm(finance);
      await part(finance, "confirm").waitFor({ state: "hidden" });
    }
    await open(teller, `/teller/order/index?no=${instruction.no}`);
    await tap(teller, "forward");
    await confirm(teller);
    await part(teller, "forward").waitFor({ state: "hidden" });
    expect(await fund()).toMatchObject({ counts: { paid: "21200000.00" }, breaker: { state: "PAUSED", epoch: 1 } });
    await open(office, "/fund/pool/index");
    await seesText(office, "已暂停");
    await look(office, "m35-paused");
    await shot(office, "picture-paused");
    await open(office, "/fund/major/index");
    await part(office, "matters").waitFor();
    await look(office, "m36-major");
  });

  it("YQ-086 while paused no new case is pushed, and a claim is still taken and waits", async () => {
    const office = await at("office");
    const owner = await desk(server.origin, "13922220047");
    await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(47), name: "北京四海储能有限公司" });
    const fresh = await desk(server.origin, "13922220047");
    const [department, finance, bankA] = await Promise.all([at("department"), at("finance"), at("bank")]);
    const firm = { n: 47, name: "北京四海储能有限公司", representative: "顾一舟", identity: 47, need: "1000000.00", project: "储能" };
    await expect(screened({ department, office, finance, bankA }, fresh, firm)).rejects.toThrow(/scheme_paused/);
    const page = pageOf("office");
    await open(page, "/fund/payables/index");
    await look(page, "m37-paused-payables");
  });
});
