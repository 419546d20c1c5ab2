/** What the owner does on the phone: registers the firm, fills in every task, uploads the papers, hands in. */
import type { Page } from "playwright-core";
import { shot } from "../harness/browser";
import { balanceSheet, incomeStatement, type Paper, pdf } from "./files";
import { look } from "./look";
import { choose, confirm, fill, fillAll, part, pick, sees, seesText, tap } from "./people";
import { lastYear } from "./walk";

export interface OwnFirm {
  readonly creditCode: string;
  readonly name: string;
  readonly representative: string;
  readonly identity: string;
}

export async function register(page: Page, firm: OwnFirm): Promise<void> {
  await page.getByRole("button", { name: "登记企业" }).filter({ visible: true }).click();
  // One character is wrong at first: the page says which.
  await fill(page, "creditCode", `${firm.creditCode.slice(0, -1)}${firm.creditCode.endsWith("0") ? "1" : "0"}`);
  await part(page, "f-creditCode-error").waitFor();
  await look(page, "02-credit-code-wrong");
  await fillAll(page, { creditCode: firm.creditCode, name: firm.name, ownerName: firm.representative });
  await seesText(page, "代码正确");
  await look(page, "03-register");
  await tap(page, "register");
  await part(page, "door-tasks").waitFor();
}

const saved = (page: Page) => part(page, "tasks").waitFor();

async function enterprise(page: Page): Promise<void> {
  await tap(page, "task-enterprise");
  await fillAll(page, { registeredDistrict: "北京市延庆区", registeredAddress: "北京市延庆区永宁镇古城北街16号", establishedOn: "2018-03-01" });
  await choose(page, "registration", "existing");
  await pick(page, "industry", "工业");
  await choose(page, "activity", "other");
  await choose(page, "listedProcess", "no");
  await look(page, "06-form-enterprise");
  await tap(page, "save-task");
  await saved(page);
}

async function people(page: Page, firm: OwnFirm): Promise<void> {
  await tap(page, "task-people");
  await fillAll(page, { representativeName: firm.representative, representativeId: firm.identity });
  await choose(page, "sameController");
  await tap(page, "add-holder");
  await fillAll(page, { "holders.0.name": firm.representative, "holders.0.id": firm.identity, "holders.0.percent": "80" });
  await look(page, "07-form-people");
  await tap(page, "save-task");
  await saved(page);
}

async function upload(page: Page, slot: string, paper: Paper): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tap(page, `pick-${slot}`)]);
  await chooser.setFiles([paper]);
  await sees(page, `group-${slot}`, "已上传 1 份");
}

/** What one year ends with, the next begins with. */
const YEARS = (year: number) =>
  [
    [year, { assets: [25_000_000, 23_500_000], cash: [1_200_000, 900_000] }, 18_600_000],
    [year - 1, { assets: [23_500_000, 21_000_000], cash: [900_000, 650_000] }, 15_500_000],
  ] as const;

async function papers(page: Page): Promise<void> {
  const year = lastYear();
  await tap(page, "task-papers");
  await part(page, "group-business_licence").waitFor();
  await look(page, "08-papers-empty");
  await upload(page, "business_licence", pdf("营业执照"));
  await upload(page, "social_insurance", pdf("社保缴费记录"));
  await upload(page, "tax_filings", pdf("纳税申报记录"));
  for (const [fiscalYear, figures, revenue] of YEARS(year)) {
    await upload(page, `balance_sheet-${fiscalYear}`, balanceSheet(fiscalYear, figures));
    await upload(page, `income_statement-${fiscalYear}`, incomeStatement(fiscalYear, revenue));
    await upload(page, `cash_flow-${fiscalYear}`, pdf(`现金流量表${fiscalYear}`));
  }
  await look(page, "09-papers-read");
  await tap(page, `prefill-${year}`);
  await part(page, `prefill-${year}`).waitFor({ state: "hidden" });
  await tap(page, `prefill-${year - 1}`);
  await part(page, `prefill-${year - 1}`).waitFor({ state: "hidden" });
  await tap(page, "uploads-done");
  await saved(page);
}

async function figures(page: Page): Promise<void> {
  await tap(page, "task-figures");
  await part(page, "f-years-0-revenue").waitFor();
  await fillAll(page, { "years.0.headcount": "41", "years.1.headcount": "46" });
  await sees(page, "size-class");
  await look(page, "10-form-figures");
  await tap(page, "save-task");
  await saved(page);
}

async function project(page: Page): Promise<void> {
  await tap(page, "task-project");
  await fillAll(page, {
    projectDescription: "储能电池壳体精密冲压生产线，已有两条在产，扩建第三条。",
    needAmount: "5000000.01",
    needPurpose: "采购铝材和模具",
    needTermMonths: "12",
  });
  await part(page, "f-needAmount-error").waitFor();
  await look(page, "11-need-over-the-cap");
  await fill(page, "needAmount", "3000000.00");
  await part(page, "f-needAmount-error").waitFor({ state: "hidden" });
  await choose(page, "focusField", "green_energy");
  await look(page, "12-form-project");
  await tap(page, "save-task");
  await saved(page);
}

async function conduct(page: Page): Promise<void> {
  await tap(page, "task-conduct");
  await choose(page, "dishonestEnterprise", "no");
  await choose(page, "dishonestRepresentative", "no");
  await look(page, "13-form-conduct");
  await tap(page, "save-task");
  await saved(page);
}

/** From nothing to every task but the last; leaves the owner at the task list. */
export async function fillIn(page: Page, firm: OwnFirm): Promise<void> {
  await tap(page, "door-tasks");
  await part(page, "start").waitFor();
  await look(page, "04-no-application-yet");
  await tap(page, "start");
  await saved(page);
  await look(page, "05-tasks-new");
  await enterprise(page);
  await people(page, firm);
  await papers(page);
  await figures(page);
  await project(page);
  await conduct(page);
  await sees(page, "preview", "可以提交");
  await look(page, "14-tasks");
  await shot(page, "picture-tasks");
}

/** Checks the answers, says to whom, agrees and hands in; answers the case's id. */
export async function handIn(page: Page, recommender: string): Promise<string> {
  await tap(page, "task-submit");
  await page.getByRole("radio", { name: recommender, exact: true }).filter({ visible: true }).click();
  for (const consent of ["consentTruth", "consentPrivacy", "consentBanks"]) await choose(page, consent);
  await look(page, "15-check");
  await tap(page, "submit");
  await part(page, "receipt").waitFor();
  await look(page, "16-receipt");
  await shot(page, "picture-receipt");
  return /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? "";
}

/** A question of the bottom edge, looked at before it is answered. */
export async function confirmed(page: Page, name: string): Promise<void> {
  await part(page, "confirm").waitFor();
  await look(page, name, false);
  await confirm(page);
}
