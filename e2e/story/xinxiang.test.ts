/** The story of 新乡: a bank enters its own loan, files its arrears, claims by a stamped report, and the year's claims wait for the year to end. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkCharacter } from "../../shared/enterprise/credit-code";
import { addDays, addMonths, shanghaiDay } from "../../shared/local-date";
import { caseIdOf, District, settle, upload } from "./district";
import { look } from "./look";
import { confirmed } from "./owner";
import { choose, confirm, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap } from "./people";

const PLACES = {
  platform: { phone: "13800000102" },
  office: { phone: "13800000104" },
  group: { phone: "13800000106" },
  finance: { phone: "13800000107" },
  finance2: { phone: "13800000108" },
  bank: { phone: "13800000109" },
  guarantor: { phone: "13800000111" },
  teller: { phone: "13800000112" },
} as const;
type Part = keyof typeof PLACES;

const TODAY = shanghaiDay(Date.now());
/** Lent for three months that ended a few days ago: the loan is overdue since, and the window to file it is still open. */
const DUE = addDays(TODAY, -4);
const LENT = addMonths(DUE, -3);

const codeOf = (n: number): string => {
  const first17 = `91410700MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
};
const FIRM = { creditCode: codeOf(11), name: "新乡凤泉铸造有限公司" };

let xinxiang: District<Part>;
let caseId = "";
const pageOf = (name: Part): Page => xinxiang.page(name);

beforeAll(async () => {
  xinxiang = await District.open({ scheme: "xinxiang", places: PLACES });
}, 240_000);
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await xinxiang?.failed();
});
afterAll(async () => {
  await xinxiang?.close();
});

/** What the form asks of a firm that never applied itself. */
async function firmOf(page: Page, firm: typeof FIRM, mode: string): Promise<void> {
  await fillAll(page, { creditCode: firm.creditCode, name: firm.name });
  await choose(page, "mode", mode);
  await fill(page, "registeredDistrict", "河南省新乡市凤泉区");
  await choose(page, "inDirectory", "no");
  await pick(page, "industry", "工业");
  await fillAll(page, { fiscalYear: String(Number(TODAY.slice(0, 4)) - 1), headcount: "46", revenue: "12000000", assets: "9000000" });
  await choose(page, "activity", "other");
}

/** Enters what was done around the loan. */
async function does(page: Page, id: string, { detail, way }: { detail: string; way?: string }, name = ""): Promise<void> {
  await tap(page, `enter-${id}`);
  if (way) await pick(page, "way", way);
  await fill(page, "detail", detail);
  if (name) await look(page, name, false);
  await settle(page);
  await sees(page, `obligation-${id}`, detail);
}

describe("a loan without a guarantor", () => {
  it("XX-010 XX-014 XX-011 the bank enters a loan; over ten million, or for another use, it is refused with figures and article", async () => {
    const bank = pageOf("bank");
    await home(bank);
    await look(bank, "x01-bank-home");
    await follow(bank, "door-registrations");
    await follow(bank, "to-register");
    await firmOf(bank, FIRM, "credit");
    await fillAll(bank, {
      contractNo: "卫银借字2026-0711号",
      orderNo: "ZHJR-20260711-3",
      principal: "10000000.01",
      ratePercent: "4.35",
      termMonths: "3",
      disbursedOn: LENT,
    });
    await choose(bank, "purpose", "other");
    await look(bank, "x02-register");
    await tap(bank, "register-check");
    await part(bank, "error-summary").waitFor();
    await look(bank, "x03-register-refused");
    await sees(bank, "error-summary", "10,000,000.00");
    await sees(bank, "error-summary", "第四条");
    await fill(bank, "principal", "2000000.00");
    await choose(bank, "purpose", "production_operation");
    await look(bank, "x04-register-fits");
    await tap(bank, "register-check");
    await part(bank, "confirm").waitFor();
    await look(bank, "x05-register-check", false);
    await confirm(bank);
    await sees(bank, "registered", "400,000.00");
    await look(bank, "x06-registered");
    await follow(bank, "to-case");
    caseId = caseIdOf(bank);
    expect(caseId).not.toBe("");
    await look(bank, "x07-case");
  });

  it("XX-025 XX-026 the bank files the arrears within five working days and tries to revive the loan before it collects", async () => {
    const bank = pageOf("bank");
    await home(bank);
    await look(bank, "x08-bank-home-arrears");
    await follow(bank, "door-loans");
    await follow(bank, `loan-${caseId}`);
    await sees(bank, "obligations", "备案");
    await look(bank, "x09-arrears");
    // collection comes after what was tried to keep the firm alive
    await tap(bank, "enter-collection");
    await fill(bank, "detail", "上门催收");
    await tap(bank, "confirm");
    await part(bank, "error-summary").waitFor();
    await look(bank, "x10-collection-first-refused", false);
    await bank.getByRole("button", { name: "先不做" }).filter({ visible: true }).click();
    await does(bank, "risk_filing", { detail: "向平台备案，本金到期未还" }, "x11-filing");
    await does(bank, "revival", { detail: "企业订单中断，展期、重组均无还款来源", way: "不能盘活，写明原因" });
    await does(bank, "collection", { detail: "发出催收函，查封账户线索两条" });
    await sees(bank, "obligation-risk_filing", "已办");
    await look(bank, "x12-obligations-done");
    await tap(bank, "tab-gradeLoan");
    await choose(bank, "grade", "doubtful");
    await tap(bank, "grade-check");
    await confirm(bank);
    await seesText(bank, "可疑");
  });

  it("XX-027 XX-028 it claims with a stamped credit report; without the stamp it is refused", async () => {
    const bank = pageOf("bank");
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await part(bank, "evidence").waitFor();
    await pick(bank, "grade", "可疑");
    await fillAll(bank, { reportNo: "QYXY-202611-0093", principal: "2000000.00", interest: "21000", covered: "0" });
    await sees(bank, "worth", "400,000.00");
    await upload(bank, "compensation_application");
    await tap(bank, "to-check");
    await sees(bank, "error-summary", "第九条");
    await look(bank, "x13-claim-refused");
    await choose(bank, "reportStamped");
    await tap(bank, "to-check");
    await part(bank, "claim-check").waitFor();
    await look(bank, "x14-claim-check");
    await tap(bank, "file-claim");
    await part(bank, "claim-receipt").waitFor();
    await look(bank, "x15-claim-filed");
  });

  it("XX-029 XX-030 the platform gives its opinion; the year's claims are put together only when the year is over", async () => {
    const platform = pageOf("platform");
    await home(platform);
    await look(platform, "x16-platform-home");
    await take(platform, caseId);
    await part(platform, "check-claim").waitFor();
    await look(platform, "x17-platform-claim");
    await fill(platform, "summary", "合同、借据、平台订单和盖章信用报告一致，符合补偿条件。");
    await tap(platform, "check-claim-go");
    await confirmed(platform, "x18-opinion");
    await part(platform, "report-claim").waitFor();
    await look(platform, "x19-consolidation");
    await fill(platform, "report-claim.documentNo", "新融平〔2026〕1号");
    await tap(platform, "report-claim-check");
    await confirm(platform);
    await part(platform, "error-summary").waitFor();
    await look(platform, "x20-year-not-over");
    await open(platform, "/office/claims/index");
    await look(platform, "x21-claims");
  });
});
