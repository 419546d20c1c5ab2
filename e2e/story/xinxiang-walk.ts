/** Steps of 新乡's story that a person takes on several pages: a loan entered, what is done around it, a claim, money out and money back. */
import type { Page } from "playwright-core";
import { checkCharacter } from "../../shared/enterprise/credit-code";
import { caseIdOf, settle, upload } from "./district";
import { look } from "./look";
import { choose, confirm, fill, fillAll, follow, home, open, part, pick, sees, take, tap } from "./people";

export const codeOf = (n: number): string => {
  const first17 = `91410700MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
};

/** What the form asks of a firm that never applied itself. */
export async function firmOf(page: Page, firm: { creditCode: string; name: string }, mode: string, fiscalYear: string): Promise<void> {
  await fillAll(page, { creditCode: firm.creditCode, name: firm.name });
  await choose(page, "mode", mode);
  await fill(page, "registeredDistrict", "河南省新乡市凤泉区");
  await choose(page, "inDirectory", "no");
  await pick(page, "industry", "工业");
  await fillAll(page, { fiscalYear, headcount: "46", revenue: "12000000", assets: "9000000" });
  await choose(page, "activity", "other");
}

/** From the check to the case of the loan that was entered. */
export async function registered(page: Page, covers: string, name: string): Promise<string> {
  await tap(page, "register-check");
  await part(page, "confirm").waitFor();
  await look(page, `${name}-check`, false);
  await confirm(page);
  await sees(page, "registered", covers);
  await look(page, name);
  await follow(page, "to-case");
  return caseIdOf(page);
}

interface Done {
  readonly detail: string;
  readonly way?: string;
  readonly documentNo?: string;
}
/** Enters what was done around the loan. */
export async function does(page: Page, id: string, { detail, way, documentNo }: Done, name = ""): Promise<void> {
  await tap(page, `enter-${id}`);
  if (way) await pick(page, "way", way);
  await fill(page, "detail", detail);
  if (documentNo) await fill(page, "documentNo", documentNo);
  if (name) await look(page, name, false);
  await settle(page);
  await sees(page, `obligation-${id}`, detail);
}

/** The paper, then the check, then the claim itself. */
export async function claims(page: Page, name: string): Promise<void> {
  await tap(page, "to-check");
  await part(page, "claim-check").waitFor();
  await look(page, `${name}-check`);
  await tap(page, "file-claim");
  await part(page, "claim-receipt").waitFor();
  await look(page, name);
}
export const application = (page: Page) => upload(page, "compensation_application");

/** The platform's opinion on a claim, from its list of what waits. */
export async function opines(page: Page, caseId: string, name: string): Promise<void> {
  await take(page, caseId);
  await part(page, "check-claim").waitFor();
  await look(page, `${name}-claim`);
  await fill(page, "summary", "合同、借据、平台订单和凭证一致，符合补偿条件。");
  await tap(page, "check-claim-go");
  await part(page, "confirm").waitFor();
  await look(page, name, false);
  await confirm(page);
  await part(page, "report-claim").waitFor();
}

/** The year's claims go to the office, each under the platform's list. */
export async function consolidates(page: Page, caseId: string): Promise<void> {
  await fill(page, "report-claim.documentNo", "新融平汇总第1号");
  await tap(page, "report-claim-check");
  await confirm(page);
  await part(page, "confirm").waitFor({ state: "hidden" });
  if (caseId) await part(page, "report-claim").waitFor({ state: "hidden" });
}

/** Drawn up by one of finance, checked by another, carried out by the account bank. */
export async function pays(caseId: string, [maker, checker, teller]: readonly [Page, Page, Page], name: string): Promise<void> {
  await open(maker, `/fund/payable/index?id=${caseId}`);
  await tap(maker, "draw-up-check");
  await confirm(maker);
  await part(maker, "drawn-up").waitFor();
  if (name) await look(maker, `${name}-drawn-up`);
  await tap(maker, "to-instruction");
  await part(maker, "instruction").waitFor();
  if ((await part(maker, "forward").count()) > 0) throw new Error("one person is not two");
  const no = (await part(maker, "instruction").locator(".num").first().innerText()).trim();
  for (const [page, where] of [
    [checker, "/fund/instruction/index"],
    [teller, "/teller/order/index"],
  ] as const) {
    await open(page, `${where}?no=${encodeURIComponent(no)}`);
    await part(page, "forward").waitFor();
    if (name) await look(page, `${name}-${where.slice(1, 5)}`);
    await tap(page, "forward");
    await confirm(page);
    await part(page, "forward").waitFor({ state: "hidden" });
  }
}

/** The bank says that the treasury's part has gone, and the office sees it there. */
export async function returns(
  [bank, office]: readonly [Page, Page],
  { caseId, receiptNo, on, voucherNo }: { caseId: string; receiptNo: string; on: string; voucherNo: string },
  name = "",
): Promise<void> {
  await tap(bank, "tab-declareReturn");
  await part(bank, "return-form").waitFor();
  await fillAll(bank, { on, voucherNo });
  if (name) await look(bank, name);
  await tap(bank, "return-check");
  await settle(bank);
  await open(office, `/fund/recovery/index?id=${caseId}`);
  await part(office, `receive-${receiptNo}`).waitFor();
  if (name) await look(office, `${name}-office`);
  await tap(office, `receive-${receiptNo}`);
  await settle(office);
  await part(office, `receive-${receiptNo}`).waitFor({ state: "hidden" });
}

/** From 工作台 to the form of a new loan. */
export async function toRegister(page: Page, name: string): Promise<void> {
  await home(page);
  await look(page, name);
  await follow(page, "door-registrations");
  await follow(page, "to-register");
}
