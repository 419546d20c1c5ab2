/** The story of a reading: the office proposes another, sees on the district's own cases who would get how much more, a second person agrees, and from its day on it holds for what is rated then; and a person of two districts. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { District } from "./district";
import { pdf } from "./files";
import { look, settled } from "./look";
import { choose, confirm, fill, home, open, part, sees, seesText, tap, tokenOf } from "./people";
import { caller, codeOf, type Desk, desk, deskOf, pushed, screened, voted } from "./walk";

const PLACES = {
  department: { phone: "13800000003" },
  office: { phone: "13800000004" },
  office2: { phone: "13800000015" },
  finance: { phone: "13800000005" },
  bank: { phone: "13800000007" },
} as const;
type Part = keyof typeof PLACES;

const KEY = "comp.base";
const FROM = addDays(shanghaiDay(Date.now()), 1);
const BEFORE = "北京妫川储能科技有限公司";
const AFTER = "北京大榆树精密铸造有限公司";

let yanqing: District<Part>;
let before = "";
let proposal = "";
/** Days by which the stage is ahead of the real one. */
let ahead = 0;
const dayNow = () => addDays(shanghaiDay(Date.now()), ahead);
const pageOf = (name: Part): Page => yanqing.page(name);
const at = async (name: Part): Promise<Desk> => deskOf(yanqing.server.origin, await tokenOf(pageOf(name)));

/** A loan of 2,000,000.00 that failed whole and is claimed with 12,345.67 of interest, by the API: each of these steps has its own story on screen. */
async function claimed(n: number, name: string): Promise<string> {
  const phone = `1392223${String(n).padStart(4, "0")}`;
  const owner = await desk(yanqing.server.origin, phone);
  await owner.call("POST", "/identity/enterprises", { creditCode: codeOf(n), name });
  const firm = { n, name, representative: "顾一舟", identity: n, need: "2000000.00", project: "储能电池壳体生产线" };
  const [department, office, finance, bankA] = await Promise.all([at("department"), at("office"), at("finance"), at("bank")]);
  const staff = { department, office, finance, bankA };
  const caseId = await screened(staff, await desk(yanqing.server.origin, phone), firm);
  await voted(staff, caseId, "medium");
  const [lead] = await pushed(staff, caseId, [bankA.orgId]);
  const terms = { ratePercent: "3.85", termMonths: "12", mode: "bank" };
  await bankA.call("POST", `/cases/${caseId}/leads/${lead}/offer`, { ...terms, amount: "2000000.00", remark: "" });
  await bankA.call("POST", `/cases/${caseId}/leads/${lead}/loan`, {
    ...terms,
    contractNo: `HT-${n}`,
    principal: "2000000.00",
    disbursedOn: dayNow(),
  });
  await bankA.call("POST", `/cases/${caseId}/loan/grade`, { grade: "loss", on: dayNow() });
  const paper = pdf(`npl-${caseId}`);
  const form = new FormData();
  form.set("caseId", caseId);
  form.set("kind", "npl_application");
  form.set("filename", paper.name);
  form.set("file", new Blob([new Uint8Array(paper.buffer)]), paper.name);
  await bankA.call("POST", "/statements", form);
  const claim = { grade: "loss", overdueDays: 95, letterNo: `海坨银认〔2026〕${n}号`, principal: "2000000.00", interest: "12345.67", covered: "0" };
  await bankA.call("POST", `/cases/${caseId}/claim`, claim);
  return caseId;
}

beforeAll(async () => {
  yanqing = await District.open({ scheme: "yanqing", places: PLACES });
  before = await claimed(751, BEFORE);
}, 240_000);
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await yanqing?.failed();
});
afterAll(async () => {
  await yanqing?.close();
});

describe("another reading", () => {
  it("YQ-074 the office finds the number at its article, and sees who would get how much more", async () => {
    const office = pageOf("office");
    await open(office, `/pages/policy/index?article=${encodeURIComponent("三（六）")}`);
    await office.getByRole("link", { name: "提议改变：代偿比例乘以什么" }).filter({ visible: true }).click();
    await part(office, "preview").waitFor();
    await choose(office, "value", "principal_and_interest");
    await tap(office, "preview");
    // half of 12,345.67, rounded to the fen
    await sees(office, "preview-totals", "多 6,172.84 元");
    await sees(office, "preview-totals", "1,006,172.84");
    await seesText(office, BEFORE);
    await look(office, "m01-preview");
  });

  it("YQ-001 a day that has passed is refused with the article; what is proposed waits for somebody else", async () => {
    const office = pageOf("office");
    await fill(office, "from", addDays(FROM, -2));
    await fill(office, "reason", "延庆区政府专题会议明确，利息一并计入。");
    await tap(office, "propose");
    await confirm(office);
    await sees(office, "error-summary", "三（六）");
    await look(office, "m02-past-day");
    await fill(office, "from", FROM);
    await tap(office, "propose");
    await confirm(office);
    await sees(office, "own-proposal", "三（六）");
    await part(office, "approve").waitFor({ state: "detached" });
    await look(office, "m03-own-proposal");
    proposal = /[?&]id=([^&]+)/.exec(office.url())?.[1] ?? "";
    // the button is not there, and the worker refuses as well
    await expect((await at("office")).call("POST", `/amendments/${proposal}/approve`, {})).rejects.toThrow(/same_person/);
    await tap(office, "withdraw");
    await confirm(office);
    await seesText(office, "已撤回");
    await look(office, "m04-withdrawn");
  });

  it("YQ-074 a second person hears of it, looks at the same cases and agrees; the first hears that", async () => {
    const [office, second] = [pageOf("office"), pageOf("office2")];
    await open(office, `/office/amendments/index?key=${KEY}`);
    await choose(office, "value", "principal_and_interest");
    await fill(office, "from", FROM);
    await fill(office, "reason", "延庆区政府专题会议明确，利息一并计入。");
    await tap(office, "propose");
    await confirm(office);
    await part(office, "own-proposal").waitFor();
    await home(second);
    await part(second, "to-agree").waitFor();
    await open(second, "/pages/notices/index");
    await seesText(second, "有一项数值或理解等您同意");
    await look(second, "m05-second-notices");
    await second.getByText("有一项数值或理解等您同意").filter({ visible: true }).first().click();
    await tap(second, "preview");
    await sees(second, "preview-totals", "多 6,172.84 元");
    await look(second, "m06-second-preview");
    await tap(second, "approve");
    await confirm(second);
    await seesText(second, "已同意");
    await look(second, "m07-approved");
    await open(office, "/pages/notices/index");
    await seesText(office, "您的提议已同意");
  });

  it("YQ-001 YQ-043 from its day on the policy page shows the new version; a case rated before keeps its result, one rated after gets the other", async () => {
    ahead = 2;
    await yanqing.daysAhead(ahead);
    const bank = pageOf("bank");
    await open(bank, `/pages/policy/index?article=${encodeURIComponent("三（六）")}`);
    await seesText(bank, /本地区改定：赵允提议，杨帆/);
    await look(bank, "m08-policy");
    const after = await claimed(752, AFTER);
    const worth = async (caseId: string) => (await (await at("bank")).call("GET", `/cases/${caseId}`)).file.claim.today.amount;
    expect([await worth(before), await worth(after)]).toEqual(["1000000.00", "1006172.84"]);
    await open(bank, `/pages/case/index?id=${before}`);
    await seesText(bank, "1,000,000.00");
    await look(bank, "m09-before");
    await open(bank, `/pages/case/index?id=${after}`);
    await seesText(bank, "1,006,172.84");
    await look(bank, "m10-after");
  });
});

describe("a person of two districts", () => {
  it("chooses the district, and sees that district's cases alone", async () => {
    const { origin } = yanqing.server;
    await caller(origin, undefined, "xinxiang")("POST", "/demo/seed", {});
    const anonymous = caller(origin, undefined, "xinxiang");
    const { demoCode } = await anonymous("POST", "/identity/codes", { phone: "13800000104" });
    const { token } = await anonymous("POST", "/identity/sessions", { phone: "13800000104", code: demoCode });
    const there = caller(origin, token, "xinxiang");
    const { organisations } = await there("GET", "/organisations");
    const { orgId } = organisations.find(({ kind }: { kind: string }) => kind === "bank");
    await there("POST", "/identity/staff", { phone: PLACES.bank.phone, name: "吴越", orgId, title: "客户经理" });
    const bank = pageOf("bank");
    await open(bank, "/pages/me/index");
    const other = part(bank, "f-actingAs").getByRole("radio", { name: /卫水银行|太行银行/ });
    await other.waitFor();
    await look(bank, "m11-two-districts");
    await other.click();
    await home(bank);
    await settled(bank);
    await part(bank, "door-registrations").waitFor();
    await look(bank, "m12-other-district");
    expect(await bank.getByText(BEFORE).filter({ visible: true }).count()).toBe(0);
    await open(bank, `/pages/case/index?id=${before}`);
    await settled(bank);
    expect(await bank.getByText("1,000,000.00").filter({ visible: true }).count()).toBe(0);
    await look(bank, "m13-not-here");
    expect(yanqing.faults()).toEqual([]);
  });
});
