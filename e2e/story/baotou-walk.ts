/** Steps of 包头's story that take several pages: the pool is paid in, a firm applies, the office looks at it on the spot. */
import type { Page } from "playwright-core";
import { settle } from "./district";
import { look } from "./look";
import { choose, confirm, fill, fillAll, follow, home, open, part, pick, sees, seesText, tap } from "./people";
import { identityOf } from "./walk";

export interface Movement {
  readonly reason: string;
  readonly of?: string;
  readonly amount: string;
  readonly documentNo: string;
  readonly more?: Readonly<Record<string, string>>;
  /** A sentence that is ticked, as that an area fills up what was paid for its firms. */
  readonly ticks?: string;
}

/** One movement of the pool as it is typed; nothing is sent yet. */
export async function types(page: Page, { reason, of, amount, documentNo, more, ticks }: Movement): Promise<void> {
  await open(page, "/fund/move/index");
  await pick(page, "reason", reason);
  if (of) await pick(page, "of", of);
  if (ticks && (await part(page, `f-${ticks}`).getAttribute("aria-checked")) !== "true") await choose(page, ticks);
  await fillAll(page, { amount, documentNo, ...more });
}

/** Drawn up by one person, checked by another. */
export async function moves([maker, checker]: readonly [Page, Page], movement: Movement, shown = ""): Promise<void> {
  await types(maker, movement);
  if (shown) await look(maker, `${shown}-move`);
  await tap(maker, "move-check");
  await confirm(maker);
  await part(maker, "moved").waitFor();
  await open(checker, "/fund/vouchers/index");
  if (shown) await look(checker, `${shown}-voucher`);
  await checker.locator('[id^="check-"]').filter({ visible: true }).first().click();
  await settle(checker);
  await seesText(checker, "已入账");
}

/** A movement that is typed, sent and refused with what the document asks. */
export async function refused(page: Page, movement: Movement, words: readonly string[], shown: string): Promise<void> {
  await types(page, movement);
  await tap(page, "move-check");
  await confirm(page);
  for (const each of words) await sees(page, "error-summary", each);
  await look(page, shown);
}

const saved = (page: Page) => part(page, "tasks").waitFor();
const task = async (page: Page, name: string, answers: () => Promise<void>): Promise<void> => {
  await tap(page, `task-${name}`);
  await answers();
  await look(page, `b-form-${name}`);
  await tap(page, "save-task");
  await saved(page);
};

/** What the measures have a firm say of itself; leaves it at the last page, not handed in. */
export async function fillsIn(page: Page, need: { readonly amount: string; readonly months: string }): Promise<void> {
  await home(page);
  await follow(page, "door-tasks");
  await tap(page, "start");
  await saved(page);
  await task(page, "enterprise", async () => {
    await fillAll(page, { registeredDistrict: "包头市青山区", registeredAddress: "包头市青山区装备制造园区兵工路3号", establishedOn: "2016-04-01" });
    await choose(page, "registration", "existing");
    await pick(page, "industry", "工业");
    await choose(page, "activity", "other");
    await choose(page, "listedProcess", "no");
  });
  await task(page, "people", async () => {
    await fillAll(page, { representativeName: "岑参", representativeId: identityOf(4) });
    await choose(page, "sameController");
  });
  await task(page, "figures", async () => {
    await fillAll(page, { "years.0.headcount": "150", "years.0.revenue": "46000000", "years.0.assets": "39000000" });
    await sees(page, "size-class");
  });
  await task(page, "project", async () => {
    await fillAll(page, {
      projectDescription: "风电塔筒法兰锻件，订单排到明年三季度。",
      needAmount: need.amount,
      needPurpose: "采购钢坯和支付电费",
      needTermMonths: need.months,
    });
  });
  await task(page, "conduct", async () => {
    await choose(page, "dishonestEnterprise", "no");
    await choose(page, "dishonestRepresentative", "no");
  });
}

/** Chooses the department and agrees. */
export async function addresses(page: Page, department: string): Promise<void> {
  await tap(page, "task-submit");
  await page.getByRole("radio", { name: department, exact: true }).filter({ visible: true }).click();
  for (const consent of ["consentTruth", "consentPrivacy", "consentBanks"])
    if ((await part(page, `f-${consent}`).getAttribute("aria-checked")) !== "true") await choose(page, consent);
}

/** The office has been at the firm: what it found there, and that it passes. */
export async function surveyed(page: Page, caseId: string): Promise<void> {
  await open(page, `/office/screening/index?id=${caseId}`);
  await tap(page, "open-screening");
  await confirm(page);
  await tap(page, "add-finding");
  await choose(page, "source", "internal");
  await fillAll(page, { sourceName: "实地调查记录", detail: "到厂查看，两条锻造线满负荷，电费和订单与申报一致" });
  await pick(page, "subject", "企业");
  await part(page, "f-topic").selectOption("operations");
  await choose(page, "result", "clear");
  await look(page, "b14-survey-finding");
  await tap(page, "record-finding");
  await sees(page, "findings", "实地调查记录");
  await fill(page, "summary", "经营正常，缺少抵押物，拟向合作机构推荐。");
  await look(page, "b15-survey");
  await tap(page, "pass-screening");
  await confirm(page);
  await part(page, "pass-screening").waitFor({ state: "hidden" });
}

/** Enters what was done around the loan. */
export async function does(
  page: Page,
  id: string,
  { detail, way, documentNo, on }: { detail: string; way?: string; documentNo?: string; on?: string },
  shown = "",
): Promise<void> {
  await tap(page, `enter-${id}`);
  if (on) await fill(page, "on", on);
  if (way) await pick(page, "way", way);
  await fill(page, "detail", detail);
  if (documentNo) await fill(page, "documentNo", documentNo);
  if (shown) await look(page, shown, false);
  await settle(page);
  await sees(page, `obligation-${id}`, detail);
}

interface Came {
  readonly no: string;
  readonly amount: string;
  readonly costs: Readonly<Record<string, string>>;
  /** The pool's part of it. */
  readonly due: string;
}

/** What came in and what it cost, each cost by its kind and with its voucher. */
export async function receives(bank: Page, caseId: string, { no, amount, costs, due }: Came, shown: string): Promise<void> {
  await open(bank, `/bank/recovery/index?id=${caseId}`);
  await tap(bank, "tab-recordRecovery");
  await part(bank, "receipt-form").waitFor();
  await fillAll(bank, { receiptNo: no, amount });
  for (const [kind, cost] of Object.entries(costs)) {
    await fill(bank, `cost-${kind}`, cost);
    await fill(bank, `voucher-${kind}`, `票据-${no}-${kind.length}`);
  }
  await sees(bank, "fund-part", due);
  await look(bank, `${shown}-receipt`);
  await tap(bank, "receipt-check");
  await settle(bank);
  await sees(bank, "recovery-done", due);
}

/** The same, and the pool's part of it sent on by the bank and seen on the account by the trustee. */
export async function givesBack([bank, trustee]: readonly [Page, Page], caseId: string, came: Came, on: string, shown: string): Promise<void> {
  const { no, due } = came;
  await receives(bank, caseId, came, shown);
  await tap(bank, "tab-declareReturn");
  await part(bank, "return-form").waitFor();
  await fillAll(bank, { amount: due.replaceAll(",", ""), on, voucherNo: `回单-${no}` });
  await tap(bank, "return-check");
  await settle(bank);
  await open(trustee, `/fund/recovery/index?id=${caseId}`);
  await part(trustee, `return-${no}`).waitFor();
  await look(trustee, `${shown}-receive`);
  await tap(trustee, `receive-${no}`);
  await settle(trustee);
  await part(trustee, `return-${no}`).waitFor({ state: "hidden" });
}
