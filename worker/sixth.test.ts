/** A document that the house does not know lives its life through the API: 青溪's folder from e2e/sixth, its people, and nothing else. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { qingxi } from "../e2e/sixth/scheme/scheme";
import { SCHEMES } from "../shared/schemes/registry";
import { type Place, Way } from "./application/district-story";
import { phonesFrom } from "./demo/district/district";
import { DEMO_DISTRICTS } from "./demo/people";
import { recountBooks } from "./fund/recount";
import { firmCode, today } from "./loan/registration-story";
import { must, PDF } from "./story";
import { call, env } from "./testing";

const at = phonesFrom("138000009");
const [OWNER, TOWN, OFFICE, FINANCE, GOVERNMENT, MANAGER, MANAGER2, BANK, TELLER] = [1, 2, 4, 6, 7, 8, 9, 11, 14];
const PLACE: Place = { scheme: "qingxi", stem: "138000009", registeredDistrict: "青溪县", recommender: TOWN, papers: [] };

const person = (place: number, orgKind: (typeof DEMO_DISTRICTS)[string]["people"][number]["orgKind"], orgName: string) => ({
  phone: at(place),
  name: `青溪${place}号`,
  title: "经办人",
  orgKind,
  orgName,
});

/** Beijing noon of a day; whoever goes on signs in again. */
function goesTo(day: string): void {
  vi.setSystemTime(`${day}T12:00:00+08:00`);
  const { caseId } = way;
  way = new Way(PLACE);
  way.caseId = caseId;
}

let way = new Way(PLACE);
let firm = "";
let bank = "";
let leadId = "";

const balance = async (account: string, of = ""): Promise<number> =>
  (await env.DB.prepare("SELECT balance FROM ledger_balance WHERE scheme_id = 'qingxi' AND account = ? AND of_id = ?")
    .bind(account, of)
    .first<number>("balance")) ?? 0;
/** The firm's own deposit, the mutual deposits, public money. */
const layers = async () => [await balance("own", firm), await balance("mutual"), await balance("public")];
const sound = async () => expect((await recountBooks(env.DB, qingxi, today())).findings).toEqual([]);

let papers = 0;
const draws = (who: number, reason: string, amount: string, of?: string) => {
  papers += 1;
  return way.as(who, "POST", "/fund/vouchers", { kind: "movement", reason, amount, on: today(), documentNo: `单${papers}号`, ...(of ? { of } : {}) });
};
/** Drawn up by one of the manager's people, checked by the other. */
const moves = async (reason: string, amount: string, of?: string) => {
  const { id } = must(await draws(MANAGER, reason, amount, of)).body;
  return must(await way.as(MANAGER2, "POST", `/fund/vouchers/${id}/check`, {}));
};
const lends = (more: object = {}) =>
  way.on(BANK, `leads/${leadId}/loan`, {
    contractNo: "青溪借字1号",
    principal: "2000000.00",
    ratePercent: "4.00",
    termMonths: "2",
    disbursedOn: today(),
    mode: "mutual_aid",
    answers: {},
    ...more,
  });

beforeAll(async () => {
  vi.useFakeTimers({ now: Date.parse("2025-03-03T12:00:00+08:00"), toFake: ["Date"] });
  Object.assign(SCHEMES, { qingxi });
  Object.assign(DEMO_DISTRICTS, {
    qingxi: {
      people: [
        { ...person(OWNER, "enterprise", "石桥竹器厂"), creditCode: firmCode(1, "330100") },
        person(TOWN, "township", "青溪县石桥镇人民政府"),
        person(OFFICE, "office", "青溪县工信局"),
        person(FINANCE, "finance", "青溪县财政局"),
        person(GOVERNMENT, "government", "青溪县人民政府"),
        person(MANAGER, "manager", "青溪互助资金管理中心"),
        person(MANAGER2, "manager", "青溪互助资金管理中心"),
        person(BANK, "bank", "甲银行青溪支行"),
        person(TELLER, "account_bank", "乙银行青溪支行"),
      ],
      amendments: [],
    },
  });
  must(await way.open());
  [firm, bank] = await Promise.all([way.orgOf(OWNER), way.orgOf(BANK)]);
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
});

it("QX-003 the county's million opens the books, drawn up by the office and checked by finance; the bank books nothing", async () => {
  expect((await draws(BANK, "deposit", "1000000.00")).body.code).toBe("role_forbidden");
  const open = { kind: "open", tranches: [{ amount: "1000000.00" }], on: today() };
  const { id } = must(await way.as(OFFICE, "POST", "/fund/vouchers", open)).body;
  must(await way.as(FINANCE, "POST", `/fund/vouchers/${id}/check`, {}));
  expect(await layers()).toEqual([0, 0, 100_000_000]);
});

it("QX-002 QX-009 a firm of the county is recommended, looked at and agreed to, and a bank with an agreement is asked", async () => {
  must(await way.draft({ needAmount: "2000000.00" }));
  must(await way.submit());
  must(await way.on(TOWN, "adopt", {}));
  must(await way.checked(MANAGER, ["dishonest"]));
  must(await way.on(OFFICE, "approve", { documentNo: "青工信1号" }));
  expect((await way.on(OFFICE, "push", { institutions: [bank] })).body.refusals).toMatchObject([{ code: "no_agreement", article: "第六条" }]);
  must(
    await way.as(OFFICE, "POST", `/organisations/${bank}/agreements`, {
      signedOn: today(),
      validFrom: today(),
      validUntil: "2026-12-31",
      selectionProcedure: "公开遴选",
      selectedOn: today(),
      selectionDocument: "遴选1号",
      duties: "受理会员企业贷款",
      compensationTerms: "按三层资金的次序补偿",
      recoveryTerms: "追偿所得按各自支付的分回",
    }),
  );
  leadId = must(await way.on(OFFICE, "push", { institutions: [bank] })).body.leads[0].id;
  must(await way.on(BANK, `leads/${leadId}/offer`, { amount: "2000000.00", ratePercent: "4.00", termMonths: "2", mode: "mutual_aid", remark: "" }));
});

it("QX-004 QX-005 five percent is paid in first, three parts its own and two parts everybody's; until then no loan is recorded", async () => {
  const early = await lends();
  expect(early.body.refusals).toMatchObject([{ code: "contribution_missing", article: "第四条", figures: { due: "100000.00", paid: "0.00" } }]);
  expect((await draws(MANAGER, "contribution", "100000.00")).body.refusals).toMatchObject([{ code: "field_required", field: "of" }]);
  expect((await draws(MANAGER, "contribution", "100000.00", bank)).body.code).toBe("account_mismatch");
  await moves("contribution", "100000.00", firm);
  expect(await layers()).toEqual([6_000_000, 4_000_000, 100_000_000]);
  must(await lends());
  expect([await balance("committed"), await balance("depositors", firm)]).toEqual([200_000_000, 6_000_000]);
});

it("QX-019 its own deposit stays while the fund stands for the loan", async () => {
  expect((await draws(MANAGER, "contribution_return", "60000.00", firm)).body.refusals).toMatchObject([
    { code: "loan_not_repaid", article: "第七条" },
  ]);
});

it("QX-010 QX-012 QX-013 a loan that is bad is collected, claimed, checked by the manager and agreed to by the county", async () => {
  goesTo("2025-04-28");
  must(await way.on(BANK, "loan/repayments", { repaymentNo: "还1", principal: "1500000.00", interest: "0", on: today() }));
  goesTo("2025-06-20");
  must(await way.on(BANK, "loan/grade", { grade: "doubtful", on: today() }));
  const filing = { grade: "doubtful", overdueDays: 48, letterNo: "", principal: "500000.00", interest: "0", covered: "0" };
  const form = new FormData();
  for (const [key, value] of Object.entries({ caseId: way.caseId, kind: "compensation_application", filename: "申请书.pdf" })) form.set(key, value);
  form.set("file", new File([PDF], "申请书.pdf", { type: "application/pdf" }));
  must(await call("POST", "/statements", form, { token: await way.token(BANK), scheme: "qingxi" }));
  expect((await way.on(BANK, "claim", filing)).body.refusals).toMatchObject([{ code: "collection_required", article: "第八条" }]);
  must(await way.on(BANK, "obligations", { obligation: "collection", on: today(), detail: "上门催收" }));
  must(await way.on(BANK, "claim", filing));
  must(await way.on(MANAGER, "claim/check", { summary: "材料齐全" }));
  must(await way.on(GOVERNMENT, "claim/consent", { documentNo: "青政1号" }));
});

it("QX-011 it is paid from the firm's own deposit, then the mutual deposits, then public money, to the fen", async () => {
  const [{ id }] = must(await way.as(MANAGER, "GET", "/payables")).body.payables;
  const { no } = must(await way.as(MANAGER, "POST", `/payables/${id}/instruction`, {})).body;
  expect((await way.as(MANAGER, "POST", `/instructions/${no}/countersign`, {})).body.code).toBe("same_person");
  must(await way.as(MANAGER2, "POST", `/instructions/${no}/countersign`, {}));
  must(await way.as(TELLER, "POST", `/instructions/${no}/paid`, {}));
  expect(await layers()).toEqual([0, 0, 60_000_000]);
  expect(await balance("compensation", id)).toBe(50_000_000);
  await sound();
});

const recovery = (who: number, path: string, body: object) => way.on(who, `recovery${path}`, body);
/** What the bank got from the firm, and the fund's part of it sent on and seen on the account. */
async function comesBack(receiptNo: string, amount: string, due: string): Promise<void> {
  const told = must(await recovery(BANK, "/receipts", { receiptNo, amount, receivedOn: today(), costs: "0" })).body;
  expect(told.due).toBe(due);
  must(await recovery(BANK, "/returns", { receiptNo, amount: due, on: today(), voucherNo: `回单${receiptNo}` }));
  must(await recovery(MANAGER, "/returns/receive", { receiptNo }));
}

it("QX-015 QX-016 what comes back goes to the three by what each gave", async () => {
  must(await recovery(BANK, "/legal", { on: today(), court: "青溪县人民法院", caseNo: "（2025）民初1号" }));
  await comesBack("1", "250000.00", "250000.00");
  expect(await layers()).toEqual([3_000_000, 2_000_000, 80_000_000]);
  await sound();
});

it("QX-017 more than a year after the payment the rest is written off by office and finance; what comes later still goes back", async () => {
  must(await recovery(BANK, "/legal/end", { on: today(), proof: "termination_ruling", documentNo: "执1号" }));
  expect((await recovery(BANK, "/loss", { amount: "250000.00" })).body.refusals).toMatchObject([{ code: "writeoff_early", article: "第十三条" }]);
  goesTo("2026-06-22");
  must(await recovery(BANK, "/loss", { amount: "250000.00" }));
  must(await recovery(OFFICE, "/loss/approve", {}));
  must(await recovery(FINANCE, "/loss/approve", {}));
  expect([await balance("compensation"), await balance("written_off")]).toEqual([0, 25_000_000]);
  expect((await draws(MANAGER, "contribution_return", "30000.00", firm)).body.refusals).toMatchObject([
    { code: "loan_not_repaid", figures: { outstanding: "250000.00" } },
  ]);
  await comesBack("2", "250000.00", "250000.00");
  expect([await layers(), await balance("written_off")]).toEqual([[6_000_000, 4_000_000, 100_000_000], 0]);
  await sound();
});

it("QX-019 then the firm gets its own deposit back, and not a fen of anybody else's", async () => {
  await moves("contribution_return", "60000.00", firm);
  expect([await layers(), await balance("depositors", firm)]).toEqual([[0, 4_000_000, 100_000_000], 0]);
  expect((await draws(MANAGER, "contribution_return", "0.01", firm)).body.code).toBe("fund_insufficient");
  await sound();
});
