/** The story of 包头: a pool of many payers that lies in part with its banks, and a firm that its own area recommends, the office looks at and a bank hears of. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addresses, fillsIn, moves, surveyed, types } from "./baotou-walk";
import { caseIdOf, District, settle } from "./district";
import { look } from "./look";
import { confirm, fill, follow, home, open, part, sees, seesText, take, tap } from "./people";

const PLACES = {
  owner: { phone: "13800000401" },
  area: { phone: "13800000402" },
  otherArea: { phone: "13800000403" },
  office: { phone: "13800000404" },
  office2: { phone: "13800000405" },
  finance: { phone: "13800000406" },
  finance2: { phone: "13800000407" },
} as const;
type Part = keyof typeof PLACES;

const AREA = "青山区工信和科技局";
const OTHER_AREA = "东河区工信和科技局";
const BANK = "鹿城银行包头分行";
const REFERRAL = "包助保推〔2026〕7号";

let baotou: District<Part>;
let caseId = "";
const pageOf = (name: Part): Page => baotou.page(name);
const fund = async () => baotou.call("office", "GET", "/fund");
const balances = async () => Object.fromEntries((await fund()).accounts.map(({ id, balance }: { id: string; balance: string }) => [id, balance]));

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
    await moves([finance, second], { reason: "自治区引导资金到账", amount: "6000000.00", documentNo: "内财企〔2026〕3号" }, "b02");
    await moves([finance, second], { reason: "市本级注资到账", amount: "6000000.00", documentNo: "包财预〔2026〕9号" });
    const paid = { reason: "地区注资到账", of: AREA, amount: "4000000.00", documentNo: "青财〔2026〕2号" };
    await types(finance, { ...paid, more: { promised: "3999999.99", hardship: "企业数量少" } });
    await tap(finance, "move-check");
    await confirm(finance);
    await sees(finance, "error-summary", "4,000,000.00");
    await look(finance, "b03-below-the-least");
    await moves([finance, second], { ...paid, more: { promised: "4000000.00", hardship: "中小企业数量少，财政困难" } }, "b04");
    expect(await balances()).toMatchObject({ pool: "16000000.00" });
  });

  it("BT-023 the office puts one million with the bank, no other sum, and two persons book it", async () => {
    const [office, second] = [pageOf("office"), pageOf("office2")];
    const placed = { reason: "存入合作银行", of: BANK, documentNo: "包助保存〔2026〕1号" };
    await types(office, { ...placed, amount: "900000.00" });
    await tap(office, "move-check");
    await confirm(office);
    await sees(office, "error-summary", "1,000,000.00");
    await look(office, "b05-first-deposit-refused");
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
    await fillsIn(owner, { amount: "12000000.00", months: "3" });
    await addresses(owner, OTHER_AREA);
    await look(owner, "b08-to-another-area");
    await tap(owner, "submit");
    await part(owner, "receipt").waitFor();
    caseId = caseIdOf(owner);
    await take(other, caseId);
    await tap(other, "to-check");
    await tap(other, "adopt");
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
});

it("nothing went wrong behind anybody's screen", () => expect(baotou.faults()).toEqual([]));
