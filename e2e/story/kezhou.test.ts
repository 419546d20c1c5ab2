/** The story of 克州: from the county's register over the list, a guaranteed loan, arrears and what comes before a claim, to the shares of what came back and a loss confirmed a year later. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, addMonths, shanghaiDay } from "../../shared/local-date";
import { caseIdOf, District, settle, upload } from "./district";
import { does, fillIn, finds, pays } from "./kezhou-walk";
import { look } from "./look";
import { choose, chooseCalled, confirm, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap } from "./people";

const PLACES = {
  owner: { phone: "13800000201" },
  county: { phone: "13800000202" },
  prefecture: { phone: "13800000203" },
  finance: { phone: "13800000204" },
  finance2: { phone: "13800000205" },
  government: { phone: "13800000206" },
  manager: { phone: "13800000207" },
  manager2: { phone: "13800000208" },
  regulator: { phone: "13800000209" },
  bank: { phone: "13800000211" },
  other: { phone: "13800000212" },
  guarantor: { phone: "13800000213" },
  teller: { phone: "13800000214" },
} as const;
type Part = keyof typeof PLACES;

const FIRM = "阿图什帕米尔食品有限公司";
const COUNTY = "阿图什市工业和信息化局";
const BANKS = ["昆仑山银行克州分行", "天山南银行克州分行"] as const;
const GUARANTOR = "新疆公格尔融资担保有限公司";
const REGULATORS = ["人民银行克州分行", "金融监管克州监管分局"] as const;

const LENT = shanghaiDay(Date.now());
const DUE = addMonths(LENT, 3);
/** Within the twenty working days before the loan is due; well after it; and more than a year after the compensation. */
const [BEFORE_DUE, UNPAID, A_YEAR_LATER] = [78, 200, 572] as const;
const OVERDUE_30 = addDays(DUE, 25);

let kezhou: District<Part>;
let caseId = "";
const pageOf = (name: Part): Page => kezhou.page(name);
const fileOf = async (name: Part) => (await kezhou.call(name, "GET", `/cases/${caseId}`)).file;
const balances = async () => {
  const { accounts } = await kezhou.call("finance", "GET", "/fund");
  return Object.fromEntries(accounts.map(({ id, balance }: { id: string; balance: string }) => [id, balance]));
};

beforeAll(async () => {
  kezhou = await District.open({ scheme: "kezhou", places: PLACES });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await kezhou?.failed();
});
afterAll(async () => {
  await kezhou?.close();
});

describe("onto the list", () => {
  it("KZ-007 the finance bureau enters the fund that it raised, and a second person books it", async () => {
    const [finance, second] = [pageOf("finance"), pageOf("finance2")];
    await home(finance);
    await look(finance, "k00-finance-home");
    await follow(finance, "door-pool");
    await look(finance, "k01-no-books");
    await follow(finance, "open-books");
    await fill(finance, "amount.deposit", "100000000.00");
    await tap(finance, "open-check");
    await confirm(finance);
    await part(finance, "opened").waitFor();
    await open(second, "/fund/vouchers/index");
    await second.locator('[id^="check-"]').filter({ visible: true }).first().click();
    await confirm(second);
    await seesText(second, "已入账");
    expect(await balances()).toMatchObject({ account: "100000000.00" });
    await open(finance, "/fund/pool/index");
    await look(finance, "k02-pool");
  });

  it("KZ-021 KZ-022 a firm with four people, 49.99 % of them from Xinjiang, is told so with the article; with enough of the place it hands in", async () => {
    const owner = pageOf("owner");
    await fillIn(owner);
    await sees(owner, "preview", "可以提交");
    await look(owner, "k10-tasks");
    await tap(owner, "task-submit");
    await chooseCalled(owner, "radio", COUNTY);
    for (const consent of ["consentTruth", "consentPrivacy", "consentBanks"]) await choose(owner, consent);
    await look(owner, "k11-check");
    await tap(owner, "submit");
    await part(owner, "receipt").waitFor();
    await look(owner, "k12-receipt");
    caseId = caseIdOf(owner);
    expect(caseId).not.toBe("");
  });

  it("KZ-023 the county's department registers it and sends it up", async () => {
    const county = pageOf("county");
    await take(county, caseId);
    await look(county, "k13-county");
    await tap(county, "to-check");
    await part(county, "letter-check").waitFor();
    await look(county, "k14-county-check");
    await tap(county, "adopt");
    await part(county, "recommended").waitFor();
    await look(county, "k15-county-done");
  });

  it("KZ-070 KZ-024 the prefecture's department passes it only once credit, tax and crime have been asked", async () => {
    const prefecture = pageOf("prefecture");
    await take(prefecture, caseId);
    await look(prefecture, "k16-prefecture-case");
    await open(prefecture, `/office/screening/index?id=${caseId}`);
    await tap(prefecture, "open-screening");
    await settle(prefecture);
    await finds(prefecture, "credit", "人民银行征信");
    await fill(prefecture, "summary", "征信、纳税和违法犯罪情况均未见不良，同意纳入拟支持名录。");
    await tap(prefecture, "pass-screening");
    await confirm(prefecture);
    await sees(prefecture, "error-summary", "第二十三条（三）");
    await look(prefecture, "k17-not-asked-yet");
    await finds(prefecture, "tax", "税务部门");
    await finds(prefecture, "criminal", "公安部门");
    await look(prefecture, "k18-all-asked");
    await tap(prefecture, "pass-screening");
    await settle(prefecture);
    await part(prefecture, "pass-screening").waitFor({ state: "hidden" });
  });

  it("KZ-025 KZ-026 the finance bureau lists it; the public list shows its name and the day, and every bank gets it", async () => {
    const [finance, owner] = [pageOf("finance"), pageOf("owner")];
    await take(finance, caseId);
    await look(finance, "k19-whitelist");
    await fill(finance, "documentNo", "克财金名单〔2026〕3号");
    await tap(finance, "decide-check");
    await part(finance, "confirm").waitFor();
    await look(finance, "k20-whitelist-check", false);
    await confirm(finance);
    await part(finance, "approved").waitFor();
    await look(finance, "k21-listed");
    await take(finance, caseId);
    await part(finance, "publish").waitFor();
    await look(finance, "k22-publish");
    await tap(finance, "publish");
    await settle(finance);
    await part(finance, "to-push").waitFor();
    await follow(finance, "to-push");
    await sees(finance, "everyone", BANKS[0]);
    await sees(finance, "everyone", BANKS[1]);
    await look(finance, "k23-everyone");
    await tap(finance, "push");
    await settle(finance);
    await seesText(finance, "已推送给 2 家机构");
    await open(owner, "/pages/list/index");
    await sees(owner, "published", FIRM);
    await look(owner, "k24-public-list");
  });
});

describe("a guaranteed loan", () => {
  it("KZ-038 KZ-076 one bank declines with its reason, the other offers", async () => {
    const [bank, other] = [pageOf("bank"), pageOf("other")];
    await take(other, caseId);
    await tap(other, "tab-decline");
    await choose(other, "reasonCode", "collateral");
    await fill(other, "reason", "反担保物不足");
    await tap(other, "decline-check");
    await confirm(other);
    await part(other, "declined").waitFor();
    await take(bank, caseId);
    await part(bank, "offer").waitFor();
    await fillAll(bank, { amount: "2000000.00", ratePercent: "4.35", termMonths: "3" });
    await choose(bank, "mode", "guaranteed");
    await look(bank, "k25-offer");
    await tap(bank, "offer-check");
    await confirm(bank);
    await part(bank, "offered").waitFor();
  });

  it("KZ-031 KZ-032 KZ-036 a fee above one per cent, another fee and a file with gaps are refused; as the document has it the loan is recorded with half behind it", async () => {
    const [bank, owner] = [pageOf("bank"), pageOf("owner")];
    await follow(bank, "record-loan");
    await fillAll(bank, { contractNo: "KLSYH-2026-0071", disbursedOn: LENT });
    await pick(bank, "partnerOrgId", GUARANTOR);
    await fill(bank, "guaranteeLetterOn", addDays(LENT, -6));
    await chooseCalled(bank, "checkbox", "担保费");
    await chooseCalled(bank, "checkbox", "咨询、顾问费");
    await fill(bank, "fees.guarantee_fee.rate", "1.01");
    await chooseCalled(bank, "checkbox", "保证");
    await chooseCalled(bank, "checkbox", "贷前初审");
    await tap(bank, "loan-check");
    await confirm(bank);
    await sees(bank, "error-summary", "1.01%");
    await sees(bank, "error-summary", "第八条（二）");
    await sees(bank, "error-summary", "第十条");
    await look(bank, "k26-loan-refused");
    await chooseCalled(bank, "checkbox", "咨询、顾问费");
    await fill(bank, "fees.guarantee_fee.rate", "1.00");
    for (const filed of ["调查报告", "贷审会纪要", "审核意见"]) await chooseCalled(bank, "checkbox", filed);
    await look(bank, "k27-loan");
    await tap(bank, "loan-check");
    await part(bank, "confirm").waitFor();
    await look(bank, "k28-loan-check", false);
    await confirm(bank);
    await sees(bank, "loan-recorded", "1,000,000.00");
    await look(bank, "k29-loan-recorded");
    expect(await balances()).toMatchObject({ committed: "1000000.00" });
    await open(owner, `/pages/case/index?id=${caseId}`);
    await look(owner, "k30-owner-case");
  });

  it("KZ-039 before it is due the bank serves the notice of repayment", async () => {
    await kezhou.daysAhead(BEFORE_DUE, ["bank"]);
    const bank = pageOf("bank");
    await open(bank, `/bank/file/index?id=${caseId}`);
    await sees(bank, "obligation-repayment_notice", "待办");
    await look(bank, "k31-before-due");
    await does(bank, "repayment_notice", { detail: "还款通知书当面送达，企业签收" });
    await sees(bank, "obligation-repayment_notice", "已办");
  });
});

describe("from arrears to compensation", () => {
  it("KZ-042 KZ-043 KZ-045 a claim is refused until guarantor, firm, cause, court and enforcement have had their step, each with its article", async () => {
    await kezhou.daysAhead(UNPAID);
    const bank = pageOf("bank");
    await home(bank);
    await look(bank, "k32-bank-home");
    await open(bank, `/bank/file/index?id=${caseId}`);
    await tap(bank, "tab-gradeLoan");
    await choose(bank, "grade", "doubtful");
    await tap(bank, "grade-check");
    await confirm(bank);
    await part(bank, "file-done").waitFor();
    await look(bank, "k33-owed");
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await part(bank, "amounts").waitFor();
    await fillAll(bank, { principal: "2000000.00", interest: "31000.00", covered: "0" });
    for (const kind of ["compensation_application", "loan_contract", "loss_table", "recovery_measures"]) await upload(bank, kind);
    await tap(bank, "to-check");
    await sees(bank, "error-summary", "第十三条（一）");
    await sees(bank, "error-summary", "第十三条（四）");
    await look(bank, "k34-claim-refused");
    await open(bank, `/bank/file/index?id=${caseId}`);
    await does(bank, "guarantor_prompt", { on: OVERDUE_30, detail: "已向担保公司发出风险提示函" });
    await does(bank, "collection_notice", { on: addDays(DUE, 3), detail: "逾期催收通知书邮寄并签收" });
    await does(bank, "cause_investigation", { detail: "下游停产，货款收不回" });
    await does(bank, "legal_means", { detail: "向阿图什市人民法院起诉", way: "诉讼" });
    await does(bank, "enforcement_shortfall", { detail: "查封存款不足清偿", way: "终结执行的裁定", documentNo: "（2027）新3001执21号" });
    await look(bank, "k35-all-done");
  });

  it("KZ-044 what was taken from the firm's account comes off the loss; with its four papers the claim goes to the manager", async () => {
    const bank = pageOf("bank");
    await tap(bank, "tab-recordRepayment");
    await look(bank, "k36-repayment-form", false);
    await fillAll(bank, { repaymentNo: "KS-1", on: addDays(LENT, UNPAID), principal: "199999.99", interest: "0" });
    await tap(bank, "repayment-check");
    await settle(bank);
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await fill(bank, "principal", "1800000.01");
    await sees(bank, "worth", "900,000.01");
    await look(bank, "k37-claim");
    await tap(bank, "to-check");
    await part(bank, "claim-check").waitFor();
    await look(bank, "k38-claim-check");
    await tap(bank, "file-claim");
    await part(bank, "claim-receipt").waitFor();
    await look(bank, "k39-claim-filed");
    expect((await fileOf("bank")).parts.map(({ amount }: { amount: string }) => amount)).toEqual(["900000.01", "540000.00", "360000.00"]);
  });

  it("KZ-047 KZ-048 the manager gives its opinion, the finance bureau with both regulators or not at all", async () => {
    const [manager, finance] = [pageOf("manager"), pageOf("finance")];
    await take(manager, caseId);
    await part(manager, "check-claim").waitFor();
    await look(manager, "k40-manager");
    await fill(manager, "summary", "合同、执行裁定和损失统计表一致，担保公司已被提示，建议补偿。");
    await tap(manager, "check-claim-go");
    await settle(manager);
    await take(finance, caseId);
    await fill(finance, "summary", "会同人民银行、监管分局复审，情况属实。");
    await chooseCalled(finance, "checkbox", REGULATORS[0]);
    await look(finance, "k41-finance");
    await tap(finance, "check-claim-go");
    await confirm(finance);
    await sees(finance, "error-summary", "第十四条");
    await look(finance, "k42-one-regulator-missing");
    await chooseCalled(finance, "checkbox", REGULATORS[1]);
    await tap(finance, "check-claim-go");
    await settle(finance);
    await home(pageOf("regulator"));
    await look(pageOf("regulator"), "k43-regulator-home");
  });

  it("KZ-049 KZ-052 the government approves by a paper, and the finance bureau gives its notice", async () => {
    const [government, finance] = [pageOf("government"), pageOf("finance")];
    await take(government, caseId);
    await part(government, "consent").waitFor();
    await fill(government, "documentNo", "克政函〔2027〕15号");
    await look(government, "k44-government");
    await tap(government, "consent-check");
    await confirm(government);
    await part(government, "consented").waitFor();
    await look(government, "k45-approved");
    await take(finance, caseId);
    await part(finance, "notify-claim").waitFor();
    await look(finance, "k46-notice");
    await fill(finance, "notify-claim.documentNo", "克财补通〔2027〕2号");
    await tap(finance, "notify-claim-check");
    await confirm(finance);
    await part(finance, "notify-claim").waitFor({ state: "hidden" });
    await look(finance, "k47-notified");
  });

  it("KZ-053 KZ-008 two persons of the manager order 900,000.01, and the account bank pays it", async () => {
    await pays(caseId, [pageOf("manager"), pageOf("manager2"), pageOf("teller")]);
    expect(await balances()).toMatchObject({ account: "99099999.99", compensation: "900000.01", committed: "0.00" });
    await open(pageOf("bank"), `/pages/case/index?id=${caseId}`);
    await look(pageOf("bank"), "k52-paid");
    await open(pageOf("finance"), "/fund/pool/index");
    await look(pageOf("finance"), "k53-pool");
  });
});

describe("what comes back", () => {
  it("KZ-056 net of costs it is parted 50, 30 and 20, and the fund's part goes back to its account", async () => {
    const [bank, finance] = [pageOf("bank"), pageOf("finance")];
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await look(bank, "k54-recovery");
    await tap(bank, "tab-startLegal");
    await fillAll(bank, { on: addDays(LENT, UNPAID), court: "阿图什市人民法院", caseNo: "（2027）新3001民初8号" });
    await tap(bank, "legal-check");
    await settle(bank);
    await tap(bank, "tab-recordRecovery");
    await part(bank, "receipt-form").waitFor();
    await fillAll(bank, { receiptNo: "SK-1", amount: "310000.01" });
    await fill(bank, "cost-litigation", "10000.00");
    await fill(bank, "voucher-litigation", "诉讼费票据-0031");
    await sees(bank, "fund-part", "150,000.01");
    await look(bank, "k55-receipt");
    await tap(bank, "receipt-check");
    await confirm(bank);
    await part(bank, "recovery-done").waitFor();
    await look(bank, "k56-parted");
    await tap(bank, "tab-declareReturn");
    await part(bank, "return-form").waitFor();
    await fillAll(bank, { amount: "150000.01", on: addDays(LENT, UNPAID), voucherNo: "回单-0031" });
    await tap(bank, "return-check");
    await confirm(bank);
    await sees(bank, "recovery-done", "返还已登记");
    await open(finance, `/fund/recovery/index?id=${caseId}`);
    await part(finance, "receive-SK-1").waitFor();
    await look(finance, "k57-receive");
    await tap(finance, "receive-SK-1");
    await settle(finance);
    expect(await balances()).toMatchObject({ account: "99250000.00", compensation: "750000.00" });
  });

  it("KZ-057 no loss is confirmed within a year of the compensation, figures and article on the screen", async () => {
    const bank = pageOf("bank");
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-endLegal");
    await part(bank, "end-form").waitFor();
    await choose(bank, "proof", "judgment");
    await fillAll(bank, { on: addDays(LENT, UNPAID), documentNo: "（2027）新3001民初8号判决" });
    await look(bank, "k58-end");
    await tap(bank, "end-check");
    await settle(bank);
    await tap(bank, "tab-confirmLoss");
    await part(bank, "loss-form").waitFor();
    await tap(bank, "loss-check");
    await sees(bank, "error-summary", "最早");
    await sees(bank, "error-summary", "第十八条");
    await look(bank, "k59-loss-too-early");
  });

  it("KZ-057 a year later the loss is confirmed, the finance bureau approves, and nothing is left out", async () => {
    await kezhou.daysAhead(A_YEAR_LATER, ["bank", "finance", "owner"]);
    const [bank, finance, owner] = [pageOf("bank"), pageOf("finance"), pageOf("owner")];
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-confirmLoss");
    await part(bank, "loss-form").waitFor();
    await look(bank, "k60-loss");
    await tap(bank, "loss-check");
    await settle(bank);
    await take(finance, caseId);
    await part(finance, "approve-loss").waitFor();
    await look(finance, "k61-approve-loss");
    await tap(finance, "approve-loss-go");
    await settle(finance);
    await part(finance, "approve-loss").waitFor({ state: "hidden" });
    await look(finance, "k62-ended");
    expect(await balances()).toMatchObject({ account: "99250000.00", compensation: "0.00", written_off: "750000.00" });
    await open(owner, `/pages/case/index?id=${caseId}`);
    await look(owner, "k63-owner-end");
  });

  it("nobody met a fault of a page or of the worker", () => {
    expect(kezhou.faults()).toEqual([]);
  });
});
