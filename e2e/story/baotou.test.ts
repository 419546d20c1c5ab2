/** The story of 包头: a pool of many payers that lies with its banks, a loan that a bank, a guarantor and the pool stand behind, and a debit that pauses new business until enough came back. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, addMonths, day, shanghaiDay } from "../../shared/local-date";
import { addresses, does, fillsIn, givesBack, moves, receives, refused, surveyed } from "./baotou-walk";
import { caseIdOf, District, settle } from "./district";
import { look } from "./look";
import { choose, chooseCalled, confirm, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap } from "./people";

const PLACES = {
  owner: { phone: "13800000401" },
  area: { phone: "13800000402" },
  otherArea: { phone: "13800000403" },
  office: { phone: "13800000404" },
  office2: { phone: "13800000405" },
  finance: { phone: "13800000406" },
  finance2: { phone: "13800000407" },
  government: { phone: "13800000408" },
  trustee: { phone: "13800000409" },
  trustee2: { phone: "13800000410" },
  bank: { phone: "13800000411" },
  bank2: { phone: "13800000416" },
  guarantor: { phone: "13800000413" },
} as const;
type Part = keyof typeof PLACES;

const AREA = "青山区工信和科技局";
const OTHER_AREA = "东河区工信和科技局";
const BANK = "鹿城银行包头分行";
const GUARANTOR = "包头昆都仑融资担保有限公司";
const LENT = shanghaiDay(Date.now());
const DUE = addMonths(LENT, 12);
const CLAIMED = addDays(DUE, 26);
/** The agreement of the demo's banks ends the day before. */
const OVER = day("2028-08-22");
const EVERYBODY = ["office", "office2", "finance", "finance2", "government", "trustee", "bank", "bank2"] as const;
const REFERRAL = "包助保推〔2026〕7号";

let baotou: District<Part>;
let caseId = "";
const pageOf = (name: Part): Page => baotou.page(name);
const fund = async () => baotou.call("office", "GET", "/fund");
const balances = async () => Object.fromEntries((await fund()).accounts.map(({ id, balance }: { id: string; balance: string }) => [id, balance]));

/** The clock moves on to a day; those who go on log in again. */
const goesTo = (day: string, ...names: readonly Part[]) =>
  baotou.daysAhead(Math.round((Date.parse(day) - Date.parse(LENT)) / 86_400_000), names.length > 0 ? names : undefined);

beforeAll(async () => {
  baotou = await District.open({ scheme: "baotou", places: PLACES });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await baotou?.failed();
});
afterAll(async () => {
  await baotou?.close();
});

describe("the pool", () => {
  it("BT-002 BT-010 BT-011 region, city and area pay in; an area below the least is refused, and one in hardship says why", async () => {
    const [finance, second] = [pageOf("finance"), pageOf("finance2")];
    await home(finance);
    await look(finance, "b00-finance-home");
    await follow(finance, "door-pool");
    await look(finance, "b01-no-books");
    await moves([finance, second], { reason: "自治区引导资金到账", amount: "2000000.00", documentNo: "内财企〔2026〕3号" }, "b02");
    await moves([finance, second], { reason: "市本级注资到账", amount: "2000000.00", documentNo: "包财预〔2026〕9号" });
    await moves([finance, second], { reason: "地区注资到账", of: OTHER_AREA, amount: "8000000.00", documentNo: "东财〔2026〕5号" });
    const paid = { reason: "地区注资到账", of: AREA, amount: "4000000.00", documentNo: "青财〔2026〕2号" };
    const less = { ...paid, more: { promised: "3999999.99", hardship: "企业数量少" } };
    await refused(finance, less, ["3,999,999.99", "4,000,000.00", "第八条"], "b03-below-the-least");
    await moves([finance, second], { ...paid, more: { promised: "4000000.00", hardship: "中小企业数量少，财政困难" } }, "b04");
    expect(await balances()).toMatchObject({ pool: "16000000.00" });
  });

  it("BT-023 the office puts one million with the bank, no other sum; and two persons book it", async () => {
    const [office, second] = [pageOf("office"), pageOf("office2")];
    const placed = { reason: "存入合作银行", of: BANK, documentNo: "包助保存〔2026〕1号" };
    await refused(office, { ...placed, amount: "900000.00" }, ["900,000.00", "1,000,000.00", "第十六条"], "b05-first-deposit-refused");
    await moves([office, second], { ...placed, amount: "1000000.00" }, "b06");
    await open(office, "/fund/pool/index");
    await seesText(office, "16,000,000.00");
    await look(office, "b07-pool");
    expect(await balances()).toMatchObject({ pool: "15000000.00", deposits: "1000000.00" });
  });
});

describe("the way to a loan", () => {
  it("BT-009 BT-038 the firm applies; the department of another area may not recommend it, its own does", async () => {
    const [owner, area, other] = [pageOf("owner"), pageOf("area"), pageOf("otherArea")];
    await fillsIn(owner, { amount: "12000000.00", months: "12" });
    await addresses(owner, OTHER_AREA);
    await look(owner, "b08-to-another-area");
    await tap(owner, "submit");
    await part(owner, "receipt").waitFor();
    caseId = caseIdOf(owner);
    await take(other, caseId);
    await seesText(other, "本单位不能推荐这家企业");
    await tap(other, "to-check");
    await sees(other, "error-summary", "第七条");
    await look(other, "b09-another-area-refused");
    await open(other, `/recommender/adopt/index?id=${caseId}`);
    await tap(other, "return-application");
    await fill(other, "reason", "企业登记在青山区，请由青山区部门推荐。");
    await settle(other);
    await take(owner, caseId);
    await look(owner, "b10-returned");
    await open(owner, "/enterprise/tasks/index");
    await addresses(owner, AREA);
    await tap(owner, "submit");
    await part(owner, "receipt").waitFor();
    await take(area, caseId);
    await look(area, "b11-recommend");
    await tap(area, "to-check");
    await tap(area, "adopt");
    await part(area, "recommended").waitFor();
    await look(area, "b12-recommended");
  });

  it("BT-040 the office looks at the firm on the spot, refers it by a numbered form and pushes it to the bank", async () => {
    const office = pageOf("office");
    await home(office);
    await look(office, "b13-office-home");
    await surveyed(office, caseId);
    await take(office, caseId);
    await fill(office, "documentNo", REFERRAL);
    await look(office, "b16-referral");
    await tap(office, "decide-check");
    await confirm(office);
    await part(office, "approved").waitFor();
    await look(office, "b17-referred");
    await open(office, `/office/pushes/index?id=${caseId}`);
    await office
      .getByRole("checkbox", { name: new RegExp(BANK) })
      .filter({ visible: true })
      .click();
    await look(office, "b18-push");
    await tap(office, "push");
    await settle(office);
  });

  it("BT-025 BT-026 BT-032 BT-033 a loan one fen over ten times the deposit, over a year and with a fee is refused by figures and articles", async () => {
    const bank = pageOf("bank");
    await home(bank);
    await follow(bank, "door-leads");
    await bank.locator("[id^=lead-]").filter({ visible: true, hasText: "包头青山机械有限公司" }).click();
    await part(bank, "offer").waitFor();
    await fillAll(bank, { amount: "10000000.00", ratePercent: "3.85", termMonths: "12" });
    await choose(bank, "mode", "helped");
    await look(bank, "b19-offer");
    await tap(bank, "offer-check");
    await confirm(bank);
    await part(bank, "offered").waitFor();
    await follow(bank, "record-loan");
    await fillAll(bank, { contractNo: "鹿银借字2026-88号", principal: "10000000.01", ratePercent: "3.85", termMonths: "13", disbursedOn: LENT });
    await pick(bank, "partnerOrgId", GUARANTOR);
    await choose(bank, "purpose", "working_capital");
    await choose(bank, "repayment", "bullet");
    await fillAll(bank, { "steps.due_diligence": LENT, "steps.filed_with_office": LENT, "steps.approved": LENT });
    await choose(bank, "collateral", "none");
    await choose(bank, "counterGuarantee", "receivable");
    await choose(bank, "fees", "consulting");
    await choose(bank, "attested.ratePolicy", "yes");
    await choose(bank, "consents", "none");
    await tap(bank, "loan-check");
    await confirm(bank);
    await part(bank, "error-summary").waitFor();
    for (const words of ["第十六条", "10,000,000.01 元", "10,000,000.00 元", "咨询费", "第十七条", "第二十二条（一）", "第二十二条（二）"])
      await sees(bank, "error-summary", words);
    await look(bank, "b20-loan-refused");
    await fillAll(bank, { principal: "10000000.00", termMonths: "12" });
    await choose(bank, "fees", "none");
    await look(bank, "b21-loan");
    await tap(bank, "loan-check");
    await settle(bank);
    await sees(bank, "loan-recorded", "10,000,000.00");
    await look(bank, "b22-loan-recorded");
    expect(await balances()).toMatchObject({ committed: "4000000.00" });
  });
});

describe("around the loan", () => {
  it("BT-042 BT-046 the bank tells the office within three working days, and the guarantor reminds the firm sixty days before the end", async () => {
    const [bank, guarantor] = [pageOf("bank"), pageOf("guarantor")];
    await open(bank, `/bank/file/index?id=${caseId}`);
    await part(bank, "obligations").waitFor();
    await look(bank, "b23-file");
    await does(bank, "disbursement_notice", { detail: "放款一千万元，凭证随函报送", documentNo: "鹿银函〔2026〕31号" }, "b24-notice");
    await goesTo(addDays(DUE, -61), "guarantor");
    await open(guarantor, `/bank/file/index?id=${caseId}`);
    await part(guarantor, "obligations").waitFor();
    await does(guarantor, "maturity_reminder", { detail: "当面提醒企业负责人，到期日前备足资金" });
    await sees(guarantor, "obligation-maturity_reminder", "已办");
    await look(guarantor, "b25-reminded");
  });

  it("BT-047 BT-048 overdue it is met with measures and asked for twice in two ways; BT-049 a debit on the sixth day is refused with its days", async () => {
    const bank = pageOf("bank");
    await goesTo(addDays(DUE, 6), "bank");
    await open(bank, `/bank/file/index?id=${caseId}`);
    await part(bank, "obligations").waitFor();
    await look(bank, "b26-overdue");
    await does(bank, "measures", { detail: "约见企业和担保机构，订单回款专户监管" });
    await does(bank, "collection", { detail: "电话催收，企业称货款未到", way: "电话" });
    await does(bank, "collection", { detail: "到厂催收，法定代表人签收催收函", way: "上门" });
    await sees(bank, "obligation-collection", "已办");
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await part(bank, "amounts").waitFor();
    await pick(bank, "grade", "次级");
    await fillAll(bank, { overdueDays: "6", principal: "10000000.00", interest: "0", covered: "0" });
    await tap(bank, "to-check");
    await look(bank, "b27-too-early");
    await sees(bank, "error-summary", "第三十二条");
    await sees(bank, "error-summary", /25/);
  });
});

describe("the debit", () => {
  it("BT-014 BT-006 BT-049 on the twenty-sixth day the claim goes to the trustee, and the office confirms it by a paper", async () => {
    const [bank, trustee, office] = [pageOf("bank"), pageOf("trustee"), pageOf("office")];
    await goesTo(CLAIMED, ...EVERYBODY);
    await open(bank, `/bank/claim/index?id=${caseId}`);
    await part(bank, "amounts").waitFor();
    await pick(bank, "grade", "次级");
    await fillAll(bank, { overdueDays: "26", principal: "10000000.00", interest: "0", covered: "0" });
    await sees(bank, "worth", "4,000,000.00");
    await look(bank, "b28-claim");
    await tap(bank, "to-check");
    await part(bank, "claim-check").waitFor();
    await tap(bank, "file-claim");
    await part(bank, "claim-receipt").waitFor();
    await take(trustee, caseId);
    await fill(trustee, "summary", "合同、放款凭证、两次催收记录齐全，逾期二十六天。");
    await look(trustee, "b30-trustee-check");
    await tap(trustee, "check-claim-go");
    await settle(trustee);
    await take(office, caseId);
    await part(office, "consent").waitFor();
    await fill(office, "documentNo", "包助保扣〔2027〕1号");
    await look(office, "b31-confirm-debit");
    await tap(office, "consent-check");
    await confirm(office);
    await part(office, "consented").waitFor();
  });

  it("BT-049 two of the bank and the trustee take its own deposit first and the rest from the pool; BT-055 the pool pauses; BT-050 the office is told", async () => {
    const [bank, second, trustee, office] = [pageOf("bank"), pageOf("bank2"), pageOf("trustee"), pageOf("office")];
    await open(bank, `/fund/payable/index?id=${caseId}`);
    await sees(bank, "payable", "4,000,000.00");
    await look(bank, "b32-payable");
    await tap(bank, "draw-up-check");
    await confirm(bank);
    await part(bank, "drawn-up").waitFor();
    await tap(bank, "to-instruction");
    await part(bank, "instruction").waitFor();
    const no = (await part(bank, "instruction").locator(".num").first().innerText()).trim();
    for (const [page, shown] of [
      [second, "b33-second"],
      [trustee, "b34-trustee"],
    ] as const) {
      await open(page, `/fund/instruction/index?no=${encodeURIComponent(no)}`);
      await part(page, "forward").waitFor();
      await look(page, shown);
      await tap(page, "forward");
      await settle(page);
      await part(page, "forward").waitFor({ state: "hidden" });
    }
    expect(await balances()).toMatchObject({ deposits: "0.00", pool: "12000000.00", compensation: "4000000.00", committed: "0.00" });
    await open(office, "/fund/pool/index");
    for (const words of ["已暂停", "第三十七条", "3,200,000.00", "第三十八条（二）", "1,600,000.00"]) await seesText(office, new RegExp(words));
    await look(office, "b35-paused");
    await open(bank, `/bank/file/index?id=${caseId}`);
    await does(bank, "debit_notice", { detail: "已扣划四百万元，凭证随函报送", documentNo: "鹿银函〔2027〕6号" });
    await sees(bank, "obligation-debit_notice", "已办");
  });

  it("BT-060 BT-061 nobody answers for the loss once procedure, diligence and operation are found in order, and not before", async () => {
    const office = pageOf("office");
    await open(office, `/pages/case/index?id=${caseId}`);
    await part(office, "liability").waitFor();
    await tap(office, "exemptCase");
    for (const [ground, found] of [
      ["procedure", "yes"],
      ["due_diligence", "no"],
      ["proper_operation", "yes"],
    ] as const)
      await choose(office, ground, found);
    await fillAll(office, { documentNo: "包助保认〔2027〕1号", reason: "贷前调查、报备和放款手续齐全" });
    await confirm(office);
    await sees(office, "error-summary", "调查尽职");
    await sees(office, "error-summary", "第三十九条");
    await look(office, "b37-not-proven", false);
    await choose(office, "due_diligence", "yes");
    await settle(office);
    await sees(office, "liability", "不再追究责任");
    await look(office, "b38-exempt");
    expect((await baotou.call("office", "GET", `/cases/${caseId}/liability`)).actions).toEqual([]);
  });
});

describe("the pool is filled up again", () => {
  it("BT-020 the area fills up its part at once and whole, and BT-025 the bank's deposit is put back once the office agreed", async () => {
    const [finance, finance2, office, office2] = [pageOf("finance"), pageOf("finance2"), pageOf("office"), pageOf("office2")];
    const refill = { reason: "地区注资到账", of: AREA, documentNo: "青财〔2027〕1号", ticks: "refill" };
    await refused(finance, { ...refill, amount: "1599999.99" }, ["1,600,000.00", "第十三条"], "b39-refill-too-little");
    await moves([finance, finance2], { ...refill, amount: "1600000.00" });
    await open(office, "/fund/pool/index");
    await office.getByText(`同意${BANK}补存`).filter({ visible: true }).click();
    const form = await office.locator("[id^=top-up-]").filter({ visible: true }).first().getAttribute("id");
    await fill(office, `${form}.documentNo`, "包助保补〔2027〕1号");
    await tap(office, `${form}-check`);
    await settle(office);
    await moves([office, office2], { reason: "存入合作银行", of: BANK, amount: "1000000.00", documentNo: "包助保存〔2027〕2号" });
    expect(await balances()).toMatchObject({ areas: "13600000.00", deposits: "1000000.00", pool: "12600000.00" });
  });

  it("BT-057 BT-058 BT-059 a fifth is out: evaluated, fixed, reported to the government, and paid in by the city, for that amount and no other", async () => {
    const [office, government, finance, finance2] = [pageOf("office"), pageOf("government"), pageOf("finance"), pageOf("finance2")];
    const step = async (page: Page, typed: Readonly<Record<string, string>>, says: string) => {
      await open(page, "/fund/pool/index");
      await part(page, "replenish").getByText(`登记“${says}”`).first().click();
      await fillAll(page, typed);
      await tap(page, "replenish-next");
      await sees(page, "replenish", typed.documentNo ?? "");
    };
    await step(office, { documentNo: "包助保评〔2027〕1号" }, "绩效评价");
    await step(office, { amount: "1200000.00", documentNo: "包助保额〔2027〕1号" }, "研究确定补充额度");
    await step(government, { documentNo: "包府阅〔2027〕4号" }, "报市政府研究");
    await look(government, "b40-reported");
    await moves([finance, finance2], { reason: "市本级注资到账", amount: "1200000.00", documentNo: "包财预〔2027〕3号" });
    await open(finance, "/fund/pool/index");
    await part(finance, "replenish").getByText("登记“市财政补充到账”").first().click();
    await fill(finance, "documentNo", "包财预〔2027〕3号");
    await tap(finance, "replenish-next");
    await seesText(finance, "已登记");
    expect(await balances()).toMatchObject({ city: "3200000.00", pool: "13800000.00" });
    await look(finance, "b41-filled-up");
  });
});

describe("what comes back", () => {
  it("BT-051 BT-052 BT-056 net of four kinds of cost it goes by 40:20:40 and inside the pool by 30:30:40, and new business goes on", async () => {
    const [bank, trustee] = [pageOf("bank"), pageOf("trustee")];
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-startLegal");
    await fillAll(bank, { on: CLAIMED, court: "包头市青山区人民法院", caseNo: "（2027）内0204民初66号" });
    await tap(bank, "legal-check");
    await settle(bank);
    // what the first money does not bear comes off the next
    await receives(bank, caseId, { no: "SK-1", amount: "10000.00", costs: { litigation: "40000.00" }, due: "0.00" }, "b42");
    const costs = { enforcement: "20000.00", appraisal: "15000.00", agency: "25000.00" };
    const first = { no: "SK-2", amount: "5090000.00", costs, due: "2,000,000.00" };
    await givesBack([bank, trustee], caseId, first, CLAIMED, "b43");
    expect(await balances()).toMatchObject({ compensation: "2000000.00", pool: "15800000.00" });
    expect(await fund()).toMatchObject({ breaker: { state: "ACTIVE" } });
    await givesBack([bank, trustee], caseId, { no: "SK-3", amount: "1250000.03", costs: {}, due: "500,000.01" }, CLAIMED, "b44");
    const parts = (await baotou.call("bank", "GET", `/cases/${caseId}`)).file.recovery.receipts.at(-1).parts;
    expect(parts).toMatchObject([
      { party: "pool", amount: "500000.01", inner: [{ amount: "150000.00" }, { amount: "150000.00" }, { amount: "200000.01" }] },
      { party: "bank", amount: "250000.01" },
      { party: "guarantor", amount: "500000.01" },
    ]);
    await open(pageOf("office"), "/fund/recoveries/index");
    await look(pageOf("office"), "b45-recoveries");
  });

  it("BT-059 the measures know no writing off; the city's own paper says what proves a loss, and the government agrees to the last fen", async () => {
    const [bank, government] = [pageOf("bank"), pageOf("government")];
    expect((await baotou.call("bank", "GET", `/cases/${caseId}`)).actions).not.toContain("endLegal");
    // how a number is changed has a story of its own
    const proofs = { key: "writeoff.proofs", value: ["终结执行的裁定"], from: CLAIMED, reason: "补充核销的依据", documentNo: "包府办发〔2027〕12号" };
    const { id } = await baotou.call("office", "POST", "/amendments", proofs);
    await baotou.call("office2", "POST", `/amendments/${id}/approve`, {});
    await open(bank, `/bank/recovery/index?id=${caseId}`);
    await tap(bank, "tab-endLegal");
    await part(bank, "end-form").waitFor();
    await chooseCalled(bank, "radio", "终结执行的裁定");
    await fillAll(bank, { on: CLAIMED, documentNo: "（2027）内0204执31号" });
    await tap(bank, "end-check");
    await settle(bank);
    await tap(bank, "tab-confirmLoss");
    await part(bank, "loss-form").waitFor();
    await fill(bank, "amount", "1500000.00");
    await tap(bank, "loss-check");
    await sees(bank, "error-summary", "1,499,999.99");
    await look(bank, "b46-loss-not-exact");
    await fill(bank, "amount", "1499999.99");
    await tap(bank, "loss-check");
    await settle(bank);
    await take(government, caseId);
    await part(government, "approve-loss").waitFor();
    await look(government, "b47-approve-loss");
    await tap(government, "approve-loss-go");
    await settle(government);
    await part(government, "approve-loss").waitFor({ state: "hidden" });
    expect(await balances()).toMatchObject({ compensation: "0.00", written_off: "1499999.99", pool: "16300000.01", deposits: "1000000.00" });
    await look(government, "b48-written-off");
  });
});

describe("the end of a bank's part", () => {
  it("BT-027 once the agreement is over the deposit and what it earned comes back within ten working days, whole", async () => {
    await goesTo(addDays(OVER, 20), "office", "trustee", "trustee2", "area");
    const [office, trustee, second, area] = [pageOf("office"), pageOf("trustee"), pageOf("trustee2"), pageOf("area")];
    await open(office, "/fund/pool/index");
    await seesText(office, /风险补偿金没有按时转回/);
    await look(office, "b49-not-back");
    const back = { reason: "合作结束转回", of: BANK, documentNo: "鹿银函〔2028〕9号", ticks: "ended" };
    const short = { ...back, amount: "1000000.00", more: { earned: "2345.67" } };
    await refused(trustee, short, ["1,000,000.00", "2,345.67", "第十八条"], "b50-without-interest");
    await moves([trustee, second], { ...back, amount: "1002345.67", more: { earned: "2345.67" } });
    expect(await balances()).toMatchObject({ deposits: "0.00", pool: "17302345.68", income: "2345.67" });
    await open(office, "/fund/pool/index");
    await part(office, "level").waitFor();
    await look(office, "b51-pool-at-the-end");
    await open(area, `/pages/case/index?id=${caseId}`);
    await look(area, "b52-case-end");
  });

  it("nothing went wrong behind anybody's screen", () => expect(baotou.faults()).toEqual([]));
});
