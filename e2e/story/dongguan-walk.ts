/** Steps of 东莞's story that a person takes on several pages: a firm's way onto the list, a filing, a claim, money out and money back. */
import type { Page } from "playwright-core";
import { upload } from "./district";
import { look } from "./look";
import { choose, confirm, fill, fillAll, follow, home, open, part, pick, sees, tap } from "./people";
import { identityOf, today } from "./walk";

const saved = (page: Page) => part(page, "tasks").waitFor();
const task = async (page: Page, name: string, shown: string, answers: () => Promise<void>): Promise<void> => {
  await tap(page, `task-${name}`);
  await answers();
  await look(page, shown);
  await tap(page, "save-task");
  await saved(page);
};

/** What the plan has a firm say of itself, in the form's own order; leaves it handed in. */
export async function applies(page: Page, department: string): Promise<void> {
  await home(page);
  await follow(page, "door-tasks");
  await tap(page, "start");
  await saved(page);
  await look(page, "d03-tasks");
  await task(page, "enterprise", "d04-enterprise", async () => {
    await fillAll(page, { registeredDistrict: "东莞市", registeredAddress: "东莞市松山湖园区工业西路8号", establishedOn: "2017-05-01" });
    await choose(page, "registration", "existing");
    await pick(page, "industry", "工业");
    await choose(page, "activity", "other");
    await choose(page, "listedProcess", "no");
  });
  await task(page, "people", "d05-people", async () => {
    await fillAll(page, { representativeName: "范成", representativeId: identityOf(7) });
    await choose(page, "sameController");
    await tap(page, "add-holder");
    await fillAll(page, { "holders.0.name": "范成", "holders.0.id": identityOf(7), "holders.0.percent": "75" });
  });
  await task(page, "figures", "d06-figures", async () => {
    await fillAll(page, { "years.0.headcount": "120", "years.0.revenue": "26000000", "years.0.assets": "31000000" });
    await sees(page, "size-class");
  });
  await task(page, "project", "d07-project", async () => {
    await fillAll(page, {
      projectDescription: "协作机器人关节模组生产线扩建",
      needAmount: "3000000.00",
      needPurpose: "采购伺服电机和减速器",
      needTermMonths: "24",
    });
    await choose(page, "focusField", "specialised");
  });
  await task(page, "conduct", "d08-conduct", async () => {
    await choose(page, "dishonestEnterprise", "no");
    await choose(page, "dishonestRepresentative", "no");
  });
  await tap(page, "task-submit");
  await page.getByRole("radio", { name: department, exact: true }).filter({ visible: true }).click();
  for (const consent of ["consentTruth", "consentPrivacy", "consentBanks"]) await choose(page, consent);
  await look(page, "d09-check");
  await tap(page, "submit");
  await part(page, "receipt").waitFor();
  await look(page, "d10-receipt");
}

/** What the trustee finds in a filing, and that it passes. */
export async function reviewed(page: Page, caseId: string, shown: string): Promise<void> {
  await open(page, `/office/screening/index?id=${caseId}`);
  await tap(page, "open-screening");
  await confirm(page);
  await tap(page, "add-finding");
  await choose(page, "source", "internal");
  await fillAll(page, { sourceName: "备案材料", detail: "合同、放款凭证与备案一致，没有实物抵押" });
  await pick(page, "subject", "企业");
  await part(page, "f-topic").selectOption("other");
  await choose(page, "result", "clear");
  await look(page, `${shown}-finding`);
  await tap(page, "record-finding");
  await sees(page, "findings", "备案材料");
  await fill(page, "summary", "符合备案条件，纳入风险补偿范围。");
  await look(page, shown);
  await tap(page, "pass-screening");
  await confirm(page);
  await part(page, "pass-screening").waitFor({ state: "hidden" });
}

/** Lists the loan as bad on its own page. */
export async function turnsBad(page: Page, caseId: string): Promise<void> {
  await open(page, `/bank/file/index?id=${caseId}`);
  await tap(page, "tab-gradeLoan");
  await choose(page, "grade", "doubtful");
  await tap(page, "grade-check");
  await confirm(page);
  await part(page, "file-done").waitFor();
}

/** From the orders of one person to those of the next: drawn up, checked by another, executed by the account bank. */
export async function pays(caseId: string, [maker, checker, teller]: readonly [Page, Page, Page], shown: string): Promise<void> {
  await open(maker, `/fund/payable/index?id=${caseId}`);
  await part(maker, "payable").waitFor();
  await look(maker, `${shown}-payable`);
  await tap(maker, "draw-up-check");
  await look(maker, `${shown}-draw-up`, false);
  await confirm(maker);
  await part(maker, "drawn-up").waitFor();
  await tap(maker, "to-instruction");
  await part(maker, "instruction").waitFor();
  const no = (await part(maker, "instruction").locator(".num").first().innerText()).trim();
  for (const [page, where] of [
    [checker, "/fund/instruction/index"],
    [teller, "/teller/order/index"],
  ] as const) {
    await open(page, `${where}?no=${encodeURIComponent(no)}`);
    await part(page, "forward").waitFor();
    await look(page, `${shown}-order-${where.slice(1, 5)}`);
    await tap(page, "forward");
    await confirm(page);
    await part(page, "forward").waitFor({ state: "hidden" });
  }
}

/** Every paper that the mode asks. */
export async function papers(page: Page, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) await upload(page, kind);
}

/** Money that came, its part sent on, and seen by whoever keeps the recoveries. */
export async function givesBack(
  caseId: string,
  [payee, desk]: readonly [Page, Page],
  money: { readonly receiptNo: string; readonly amount: string; readonly costs: string; readonly due: string },
  shown: string,
): Promise<void> {
  await open(payee, `/bank/recovery/index?id=${caseId}`);
  await tap(payee, "tab-recordRecovery");
  await part(payee, "receipt-form").waitFor();
  await fillAll(payee, { receiptNo: money.receiptNo, amount: money.amount, costs: money.costs });
  await sees(payee, "fund-part", money.due);
  await look(payee, `${shown}-receipt`);
  await tap(payee, "receipt-check");
  await confirm(payee);
  await sees(payee, "recovery-done", money.due);
  await tap(payee, "tab-declareReturn");
  await part(payee, "return-form").waitFor();
  await fillAll(payee, { amount: money.due.replaceAll(",", ""), on: today(), voucherNo: `回单-${money.receiptNo}` });
  await look(payee, `${shown}-return`);
  await tap(payee, "return-check");
  await confirm(payee);
  await sees(payee, "recovery-done", "返还已登记");
  await open(desk, `/fund/recovery/index?id=${caseId}`);
  await part(desk, `return-${money.receiptNo}`).waitFor();
  await look(desk, `${shown}-receive`);
  await tap(desk, `receive-${money.receiptNo}`);
  await confirm(desk);
  await part(desk, `return-${money.receiptNo}`).waitFor({ state: "hidden" });
}
