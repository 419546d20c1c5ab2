/** Steps of 克州's story that a person takes on several pages: a firm's way onto the list, what is done around a loan, money out and money back. */
import type { Page } from "playwright-core";
import { pdf } from "./files";
import { look } from "./look";
import { choose, confirm, fill, fillAll, follow, home, open, part, pick, sees, tap } from "./people";
import { identityOf } from "./walk";

const VOUCHED = [
  "cleanRecord",
  "stableCashflow",
  "taxNormal",
  "mainBusiness",
  "tradeGenuine",
  "contractsMatch",
  "noRiskEvent",
  "equityClear",
  "repaymentSource",
];

const saved = (page: Page) => part(page, "tasks").waitFor();
const task = async (page: Page, name: string, shown: string, answers: () => Promise<void>): Promise<void> => {
  await tap(page, `task-${name}`);
  await answers();
  await look(page, shown);
  await tap(page, "save-task");
  await saved(page);
};

/** So many on the payroll in each of six months, and so many in a hundred of them from Xinjiang. */
async function employs(page: Page, people: string, percent: string): Promise<void> {
  for (let month = 0; month < 6; month++) await fill(page, `monthlyStaff.${month}`, people);
  await fill(page, "localStaffPercent", percent);
}

/** Every task but the last; at first with too few people and too few of the place, which is told with figures and article. */
export async function fillIn(page: Page): Promise<void> {
  await home(page);
  await follow(page, "door-tasks");
  await tap(page, "start");
  await saved(page);
  await look(page, "k03-tasks");
  await task(page, "enterprise", "k04-enterprise", async () => {
    await fillAll(page, {
      registeredDistrict: "克孜勒苏柯尔克孜自治州阿图什市",
      registeredAddress: "阿图什市帕米尔路12号",
      establishedOn: "2018-03-01",
    });
    await choose(page, "registration", "existing");
    await pick(page, "industry", "工业");
    await choose(page, "activity", "other");
    await choose(page, "listedProcess", "no");
  });
  await task(page, "people", "k05-people", async () => {
    await fillAll(page, { representativeName: "艾力", representativeId: identityOf(3) });
    await choose(page, "sameController");
    await tap(page, "add-holder");
    await fillAll(page, { "holders.0.name": "艾力", "holders.0.id": identityOf(3), "holders.0.percent": "70" });
  });
  await tap(page, "task-papers");
  for (const kind of ["purchase_orders", "sales_contracts"]) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tap(page, `pick-${kind}`)]);
    await chooser.setFiles(pdf(kind));
    await sees(page, `group-${kind}`, "已上传 1 份");
  }
  await look(page, "k06-papers");
  await tap(page, "uploads-done");
  await saved(page);
  await task(page, "figures", "k07-figures", async () => {
    await fillAll(page, { "years.0.headcount": "6", "years.0.revenue": "8600000", "years.0.assets": "5200000" });
    await sees(page, "size-class");
  });
  await task(page, "project", "k08-project", async () => {
    await fillAll(page, {
      projectDescription: "棉籽加工生产线，已投产，扩建榨油车间。",
      needAmount: "2000000.00",
      needPurpose: "采购棉籽",
      needTermMonths: "3",
    });
    await choose(page, "focusField", "cotton_textile");
  });
  await tap(page, "task-conduct");
  await choose(page, "dishonestEnterprise", "no");
  await choose(page, "dishonestRepresentative", "no");
  for (const key of VOUCHED) await choose(page, `attested.${key}`, "yes");
  await employs(page, "4", "49.99");
  await tap(page, "save-task");
  await sees(page, "error-summary", "49.99%");
  await sees(page, "error-summary", "第六条（三）");
  await look(page, "k09-too-few-people");
  await employs(page, "4", "75");
  await tap(page, "save-task");
  await saved(page);
}

/** One finding of the prefecture's department on what it was asked about. */
export async function finds(page: Page, topic: string, source: string): Promise<void> {
  await tap(page, "add-finding");
  await choose(page, "source", "external");
  await fillAll(page, { sourceName: source, detail: "没有不良记录" });
  await pick(page, "subject", "企业");
  await part(page, "f-topic").selectOption(topic);
  await choose(page, "result", "clear");
  await tap(page, "record-finding");
  await sees(page, "findings", source);
}

/** Enters what was done around the loan. */
export async function does(page: Page, id: string, told: { detail: string; on?: string; way?: string; documentNo?: string }): Promise<void> {
  const { detail, on, way, documentNo } = told;
  await tap(page, `enter-${id}`);
  if (on) await fill(page, "obligation.on", on);
  if (way) await pick(page, "way", way);
  await fill(page, "detail", detail);
  if (documentNo) await fill(page, "documentNo", documentNo);
  await confirm(page);
  await sees(page, `obligation-${id}`, detail);
}

/** From the notice to the money: drawn up by one of the manager, checked by another, executed by the account bank. */
export async function pays(caseId: string, [maker, checker, teller]: readonly [Page, Page, Page]): Promise<void> {
  await open(maker, `/fund/payable/index?id=${caseId}`);
  await part(maker, "payable").waitFor();
  await look(maker, "k50-payable");
  await tap(maker, "draw-up-check");
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
    await look(page, `k51-order-${where.slice(1, 5)}`);
    await tap(page, "forward");
    await confirm(page);
    await part(page, "forward").waitFor({ state: "hidden" });
  }
}
