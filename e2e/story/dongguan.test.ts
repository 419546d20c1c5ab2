/** The story of 东莞: a firm that the conference lists and a bank lends to, a loan that the city's guarantor stands behind, and what comes back of both to the treasury. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkCharacter } from "../../shared/enterprise/credit-code";
import { caseIdOf, District, settle } from "./district";
import { applies, givesBack, papers, pays, reviewed, turnsBad } from "./dongguan-walk";
import { look } from "./look";
import { choose, chooseCalled, confirm, fill, fillAll, follow, home, open, part, pick, sees, seesText, take, tap } from "./people";
import { lastYear, today } from "./walk";

const PLACES = {
  owner: { phone: "13800000301" },
  department: { phone: "13800000302" },
  office: { phone: "13800000304" },
  office2: { phone: "13800000305" },
  trustee: { phone: "13800000308" },
  trustee2: { phone: "13800000309" },
  bank: { phone: "13800000311" },
  guarantor: { phone: "13800000313" },
  teller: { phone: "13800000314" },
} as const;
type Part = keyof typeof PLACES;

const FIRM = { creditCode: "91441900MADEMB003W", name: "东莞莞香智造有限公司" };
const BANK = "松湖银行东莞分行";
const DEPARTMENT = "市科技局";
const LAST_MEMBER = "国家金融监督管理总局东莞监管分局";
const DECISION = "东联席〔2026〕5号";

const codeOf = (n: number): string => {
  const first17 = `91441900MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
};

let dongguan: District<Part>;
/** The listed firm's own loan, and the guaranteed one. */
let listed = "";
let backed = "";
const pageOf = (name: Part): Page => dongguan.page(name);
const fileOf = async (name: Part, id: string) => (await dongguan.call(name, "GET", `/cases/${id}`)).file;
const balances = async () => {
  const { accounts } = await dongguan.call("office", "GET", "/fund");
  return Object.fromEntries(accounts.map(({ id, balance }: { id: string; balance: string }) => [id, balance]));
};

beforeAll(async () => {
  dongguan = await District.open({ scheme: "dongguan", places: PLACES });
}, 240_000);
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await dongguan?.failed();
});
afterAll(async () => {
  await dongguan?.close();
});

describe("a bank's own loan to a firm on the list", () => {
  it("DG-009 the bureau enters the year's budget, and a second person books it", async () => {
    const [office, second] = [pageOf("office"), pageOf("office2")];
    await home(office);
    await look(office, "d00-office-home");
    await follow(office, "door-pool");
    await look(office, "d01-no-books");
    await follow(office, "first-money");
    await fillAll(office, { amount: "50000000.00", documentNo: "东财预〔2026〕18号" });
    await tap(office, "move-check");
    await confirm(office);
    await part(office, "moved").waitFor();
    await open(second, "/fund/vouchers/index");
    await look(second, "d02-budget-voucher");
    await second.locator('[id^="check-"]').filter({ visible: true }).first().click();
    await confirm(second);
    await seesText(second, "已入账");
    expect(await balances()).toMatchObject({ budget: "50000000.00" });
  });

  it("DG-012 DG-013 a department recommends a firm, and says by what it was chosen", async () => {
    const [owner, department] = [pageOf("owner"), pageOf("department")];
    await applies(owner, DEPARTMENT);
    listed = caseIdOf(owner);
    await take(department, listed);
    await tap(department, "to-check");
    await sees(department, "error-summary", "评选依据");
    await look(department, "d11-no-basis");
    await fill(department, "justification", "2026年度“专精特新”中小企业评审，综合得分第三名。");
    await tap(department, "to-check");
    await part(department, "letter-check").waitFor();
    await look(department, "d12-recommend-check");
    await tap(department, "adopt");
    await part(department, "recommended").waitFor();
    await look(department, "d13-recommended");
  });

  it("DG-033 DG-034 the firm is listed by a decision of the conference, with every named member there, and by nothing else", async () => {
    const office = pageOf("office");
    await take(office, listed);
    await look(office, "d14-approval");
    await seesText(office, "还没有登记这一议题的会议决定");
    await tap(office, "decide-check");
    await sees(office, "error-summary", "会议决定");
    await look(office, "d15-no-decision");
    await home(office);
    await follow(office, "door-conference");
    await pick(office, "topic", "优质企业名单");
    await fillAll(office, { documentNo: DECISION, subject: FIRM.name, says: "同意列入优质企业名单。" });
    await chooseCalled(office, "checkbox", LAST_MEMBER);
    await tap(office, "record-decision");
    await sees(office, "error-summary", LAST_MEMBER);
    await look(office, "d16-member-missing");
    await chooseCalled(office, "checkbox", LAST_MEMBER);
    await tap(office, "record-decision");
    await seesText(office, "同意列入优质企业名单。");
    await look(office, "d17-decisions");
    await take(office, listed);
    await part(office, "f-documentNo").selectOption(DECISION);
    await tap(office, "decide-check");
    await confirm(office);
    await part(office, "approved").waitFor();
    await look(office, "d18-listed");
  });

  it("DG-021 DG-024 DG-029 the bank's filing is refused above the rate and with physical collateral, by figures and article; equity is shown closed", async () => {
    const bank = pageOf("bank");
    await home(bank);
    await follow(bank, "door-registrations");
    await follow(bank, "to-register");
    await look(bank, "d19-modes");
    await seesText(bank, "股权投资（还没有开始试点）");
    expect(await part(bank, "f-mode-equity").getAttribute("aria-disabled")).toBe("true");
    await fillAll(bank, FIRM);
    await choose(bank, "mode", "bank");
    await fillAll(bank, { contractNo: "SHYH-2026-0311", principal: "3000000.00", ratePercent: "4.51", termMonths: "24", disbursedOn: today() });
    await choose(bank, "type", "credit");
    await choose(bank, "collateral", "physical");
    await fill(bank, "contractOn", today());
    await tap(bank, "register-check");
    await sees(bank, "error-summary", "4.5%");
    await sees(bank, "error-summary", "三（四）");
    await look(bank, "d20-refused");
    await fill(bank, "ratePercent", "4.50");
    await choose(bank, "collateral", "none");
    await look(bank, "d21-fits");
    await tap(bank, "register-check");
    await part(bank, "confirm").waitFor();
    await look(bank, "d22-file-check", false);
    await confirm(bank);
    await sees(bank, "registered", "2,400,000.00");
    await look(bank, "d23-filed");
    await follow(bank, "to-case");
    expect(caseIdOf(bank)).toBe(listed);
  });

  it("DG-041 the trustee looks at the filing, and from then on the loan is covered", async () => {
    const trustee = pageOf("trustee");
    await home(trustee);
    await look(trustee, "d24-trustee-home");
    await reviewed(trustee, listed, "d25-review");
    expect(await fileOf("bank", listed)).toMatchObject({ stage: "live" });
    expect(await balances()).toMatchObject({ committed: "2400000.00" });
  });

  it("DG-026 DG-028 the bank claims: four fifths of the loss, and never more than the year's part of what it lent", async () => {
    const bank = pageOf("bank");
    await turnsBad(bank, listed);
    await open(bank, `/bank/claim/index?id=${listed}`);
    await pick(bank, "grade", "可疑");
    await fillAll(bank, { overdueDays: "95", principal: "3000000.00", interest: "41000", covered: "0" });
    await sees(bank, "worth", "60,000.00");
    await papers(bank, ["compensation_application", "loan_contract", "loss_table"]);
    await look(bank, "d26-claim");
    await tap(bank, "to-check");
    await part(bank, "claim-check").waitFor();
    await look(bank, "d27-claim-check");
    await tap(bank, "file-claim");
    await part(bank, "claim-receipt").waitFor();
    await look(bank, "d28-claim-filed");
  });

  it("DG-036 DG-041 the trustee reviews it, the bureau agrees by a paper", async () => {
    const [trustee, office] = [pageOf("trustee"), pageOf("office")];
    await take(trustee, listed);
    await fill(trustee, "summary", "借据、流水和损失统计表一致，贷款在册，未见违规。");
    await look(trustee, "d29-trustee-review");
    await tap(trustee, "check-claim-go");
    await settle(trustee);
    await take(office, listed);
    await part(office, "consent").waitFor();
    await fill(office, "documentNo", "东工信函〔2026〕61号");
    await look(office, "d30-consent");
    await tap(office, "consent-check");
    await confirm(office);
    await part(office, "consented").waitFor();
    await look(office, "d31-consented");
  });

  it("DG-026 DG-041 two persons of the trustee order 60,000.00, and the account bank pays it out of the budget", async () => {
    await pays(listed, [pageOf("trustee"), pageOf("trustee2"), pageOf("teller")], "d32");
    expect(await balances()).toMatchObject({ budget: "49940000.00", compensation: "60000.00", committed: "0.00" });
    await open(pageOf("office"), "/fund/pool/index");
    await look(pageOf("office"), "d33-pool");
  });

  it("DG-018 what the bank recovers goes back to the treasury by what the fund bore, and gives the budget no new room", async () => {
    const [bank, office] = [pageOf("bank"), pageOf("office")];
    await open(bank, `/bank/recovery/index?id=${listed}`);
    await tap(bank, "tab-startLegal");
    await fillAll(bank, { on: today(), court: "东莞市第一人民法院", caseNo: "（2026）粤1971民初8号" });
    await tap(bank, "legal-check");
    await settle(bank);
    await givesBack(listed, [bank, office], { receiptNo: "SK-1", amount: "1010000.00", costs: "10000.00", due: "20,000.00" }, "d34");
    expect(await balances()).toMatchObject({ treasury: "20000.00", budget: "49940000.00", compensation: "40000.00" });
  });

  it("DG-036 what the law leaves is written off once the bureau has looked at it", async () => {
    const [bank, office] = [pageOf("bank"), pageOf("office")];
    await open(bank, `/bank/recovery/index?id=${listed}`);
    await tap(bank, "tab-endLegal");
    await part(bank, "end-form").waitFor();
    await choose(bank, "proof", "enforcement_ended");
    await fillAll(bank, { on: today(), documentNo: "（2026）粤1971执9号" });
    await tap(bank, "end-check");
    await settle(bank);
    await tap(bank, "tab-confirmLoss");
    await part(bank, "loss-form").waitFor();
    await look(bank, "d35-loss");
    await tap(bank, "loss-check");
    await settle(bank);
    await take(office, listed);
    await part(office, "approve-loss").waitFor();
    await look(office, "d36-approve-loss");
    await tap(office, "approve-loss-go");
    await settle(office);
    await part(office, "approve-loss").waitFor({ state: "hidden" });
    expect(await balances()).toMatchObject({ written_off: "40000.00", compensation: "0.00" });
    await look(office, "d37-written-off");
  });
});

describe("a loan that the city's guarantor stands behind", () => {
  it("DG-015 DG-017 it is filed at once, with who bears what and the national fund's number", async () => {
    const guarantor = pageOf("guarantor");
    await home(guarantor);
    await look(guarantor, "d40-guarantor-home");
    await follow(guarantor, "door-registrations");
    await follow(guarantor, "to-register");
    await fillAll(guarantor, { creditCode: codeOf(21), name: "东莞厚街鞋材有限公司" });
    await choose(guarantor, "mode", "guaranteed");
    await pick(guarantor, "industry", "工业");
    await fillAll(guarantor, { fiscalYear: String(lastYear()), headcount: "60", revenue: "12000000", assets: "9000000" });
    await fillAll(guarantor, { contractNo: "KYYH-2026-0077", principal: "1000000.03", ratePercent: "4.20", termMonths: "12", disbursedOn: today() });
    await pick(guarantor, "otherOrgId", BANK);
    await fillAll(guarantor, { "tiers.national": "20", "tiers.provincial": "10", "tiers.guarantor": "50", "tiers.bank": "10" });
    await tap(guarantor, "register-check");
    await part(guarantor, "error-summary").waitFor();
    await look(guarantor, "d41-shares-refused");
    await sees(guarantor, "error-summary", "三（三）");
    await fillAll(guarantor, { "tiers.bank": "20", "papers.national_fund": "国担备〔2026〕10071号" });
    await choose(guarantor, "batch");
    await tap(guarantor, "register-check");
    await part(guarantor, "confirm").waitFor();
    await look(guarantor, "d42-file-check", false);
    await confirm(guarantor);
    await part(guarantor, "registered").waitFor();
    await look(guarantor, "d43-filed");
    await follow(guarantor, "to-case");
    backed = caseIdOf(guarantor);
    await reviewed(pageOf("trustee"), backed, "d44-review");
    expect(await fileOf("guarantor", backed)).toMatchObject({ stage: "live" });
  });

  it("DG-018 DG-019 DG-020 the guarantor gets half of its own loss and at most a fifth of the whole; the bank nothing", async () => {
    const [bank, guarantor, trustee, office] = [pageOf("bank"), pageOf("guarantor"), pageOf("trustee"), pageOf("office")];
    await turnsBad(bank, backed);
    await open(bank, `/bank/claim/index?id=${backed}`);
    await sees(bank, "no-claim", "三（三）");
    await look(bank, "d45-bank-gets-nothing");
    await open(guarantor, `/bank/claim/index?id=${backed}`);
    await pick(guarantor, "grade", "可疑");
    await fillAll(guarantor, { principal: "1000000.03", interest: "0", covered: "0" });
    await fillAll(guarantor, { paidPrincipal: "500000.02", paidOn: today(), paidProof: "代偿-2026-31" });
    await sees(guarantor, "worth", "200,000.00");
    await papers(guarantor, ["compensation_application", "loan_contract", "loss_table", "sharing_proof"]);
    await look(guarantor, "d46-claim");
    await tap(guarantor, "to-check");
    await tap(guarantor, "file-claim");
    await part(guarantor, "claim-receipt").waitFor();
    await take(trustee, backed);
    await fill(trustee, "summary", "国家、省级分担证明齐全，担保机构已代偿。");
    await look(trustee, "d47-trustee-review");
    await tap(trustee, "check-claim-go");
    await settle(trustee);
    await take(office, backed);
    await part(office, "consent").waitFor();
    await fill(office, "documentNo", "东工信函〔2026〕62号");
    await tap(office, "consent-check");
    await confirm(office);
    await part(office, "consented").waitFor();
    await pays(backed, [trustee, pageOf("trustee2"), pageOf("teller")], "d48");
    expect(await balances()).toMatchObject({ budget: "49740000.00" });
  });

  it("DG-018 the guarantor gives back a fifth of what it recovers, to the treasury", async () => {
    const [guarantor, office] = [pageOf("guarantor"), pageOf("office")];
    await givesBack(backed, [guarantor, office], { receiptNo: "SK-2", amount: "100000.00", costs: "0", due: "20,000.00" }, "d49");
    await look(office, "d50-recovery");
    expect(await balances()).toMatchObject({ treasury: "40000.00", budget: "49740000.00" });
    expect(dongguan.faults()).toEqual([]);
  });
});
