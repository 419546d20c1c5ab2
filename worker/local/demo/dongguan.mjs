/** 东莞 in the middle: firms on their way to the list, filings that wait, loans of both tracks that run, fail, are claimed and paid. */
import { creditCode, daysBetween, filing, monthsOn } from "./desk.mjs";
import { applies, checks } from "./firm.mjs";

const [DEPARTMENT, OFFICE, OFFICE2, MANAGER, MANAGER2, BANK, GUARANTOR, TELLER] = [2, 4, 5, 8, 9, 11, 13, 14];
const MEMBERS = [4, 6, 2, 3, 17, 18, 19, 20, 21];
const LOCAL = { district: "东莞市", address: "松山湖园区工业西路8号", more: { focusField: "specialised" } };
const TIERS = [
  { party: "national", percent: "20" },
  { party: "provincial", percent: "10" },
  { party: "guarantor", percent: "50" },
  { party: "bank", percent: "20" },
];
/** @param {number} n @param {string} name @param {string} owner @param {string} need @param {string} project */
const firm = (n, name, owner, need, project) => ({ n, name, owner, need, project, code: creditCode(n, "441900"), purpose: "采购设备和原料" });

/** Recommended, and put on the list by a decision of the conference. @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one */
async function listed(desk, one) {
  const caseId = await applies(desk, one, DEPARTMENT, LOCAL);
  await desk.on(DEPARTMENT, caseId, "adopt", { justification: "“专精特新”中小企业评审综合得分前五名" });
  const documentNo = `东联席〔${desk.today.slice(0, 4)}〕${one.n}号`;
  const roster = await Promise.all(MEMBERS.map(desk.orgOf));
  const says = `同意${one.name}列入优质企业名单。`;
  const decision = { topic: "whitelist", documentNo, decidedOn: desk.today, from: desk.today, subject: one.name, says, roster };
  await desk.as(OFFICE, "POST", "/conference/decisions", decision);
  await desk.on(OFFICE, caseId, "approve", { documentNo });
  return caseId;
}

/** @param {import("./desk.mjs").Desk} desk @param {number} n @param {string} name @param {string} principal @param {string} termMonths */
async function guaranteed(desk, n, name, principal, termMonths) {
  const { caseId } = await desk.as(GUARANTOR, "POST", "/registrations", {
    creditCode: creditCode(n, "441900"),
    name,
    mode: "guaranteed",
    contractNo: `KYYH-${desk.today.slice(0, 4)}-${n}`,
    principal,
    ratePercent: "4.20",
    termMonths,
    disbursedOn: desk.today,
    lenderOrgId: await desk.orgOf(BANK),
    tiers: TIERS,
    batch: true,
    firm: {
      industry: "industry",
      fiscalYear: String(Number(desk.today.slice(0, 4)) - 1),
      headcount: "60",
      revenue: "12000000.00",
      assets: "9000000.00",
      profiles: [],
    },
    answers: { "papers.national_fund": `国担备〔${desk.today.slice(0, 4)}〕${n}号` },
  });
  return caseId;
}

/** @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one */
async function direct(desk, one) {
  await listed(desk, one);
  const { caseId } = await desk.as(BANK, "POST", "/registrations", {
    creditCode: one.code,
    name: one.name,
    mode: "bank",
    contractNo: `SHYH-${desk.today.slice(0, 4)}-${one.n}`,
    principal: one.need,
    ratePercent: "4.35",
    termMonths: "24",
    disbursedOn: desk.today,
    answers: { type: "credit", collateral: [], contractOn: desk.today },
  });
  return caseId;
}

/** The trustee has looked at the filing. @param {import("./desk.mjs").Desk} desk @param {string} caseId */
const covered = (desk, caseId) => checks(desk, MANAGER, caseId, { other: "备案材料" }, "符合备案条件，纳入风险补偿范围");

/** @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} principal @param {string} own @param {number} overdueDays */
async function claimed(desk, caseId, principal, own, overdueDays) {
  await desk.turnsBad(BANK, caseId);
  for (const kind of ["compensation_application", "loan_contract", "loss_table", "sharing_proof"]) await desk.paper(GUARANTOR, caseId, kind);
  const compensated = { principal: own, on: desk.today, proofNo: `代偿-${caseId.slice(0, 4)}` };
  await desk.on(GUARANTOR, caseId, "claim", filing(principal, overdueDays, { compensated }));
}

/** What waits for whom once this is told, by the last two digits of the phone. */
export const WAITS = {
  1: "看本企业的贷款和数据授权",
  2: "1 家待推荐",
  4: "1 家待列入名单，1 笔返还待确认",
  8: "1 笔备案待审，1 笔补偿申请待审",
  11: "1 家名单企业可放款",
  13: "1 笔不良待申请，1 笔已补偿在追偿",
  14: "1 张付款指令待执行",
  15: "看账和全部案件",
};

/** @param {import("./desk.mjs").Desk} desk */
export async function before(desk) {
  await desk.moves([OFFICE, OFFICE2], "deposit", "50000000.00", "东财预〔2026〕18号");
  const own = { ...firm(321, "东莞莞香智造有限公司", "范成", "3000000.00", "协作机器人关节模组生产线"), place: 1, code: "91441900MADEMB003W" };
  const running = await direct(desk, own);
  const [overdue, waits, ordered, paid] = [
    await guaranteed(desk, 322, "东莞厚街鞋材有限公司", "1000000.00", "3"),
    await guaranteed(desk, 323, "东莞虎门服饰有限公司", "1200000.00", "3"),
    await guaranteed(desk, 329, "东莞长安五金有限公司", "900000.00", "3"),
    await guaranteed(desk, 324, "东莞大岭山家具有限公司", "800000.00", "3"),
  ];
  for (const caseId of [running, overdue, waits, ordered, paid]) await covered(desk, caseId);
  return { due: monthsOn(desk.today, 3), overdue, waits, ordered, paid };
}

/** @param {import("./desk.mjs").Desk} desk @param {Record<string, string>} was */
export async function now(desk, { due = "", overdue = "", waits = "", ordered = "", paid = "" }) {
  await desk.turnsBad(BANK, overdue);
  const days = daysBetween(due, desk.today);
  await claimed(desk, waits, "1200000.00", "600000.00", days);
  for (const [caseId, principal, own, nth] of /** @type {const} */ ([
    [ordered, "900000.00", "450000.00", 61],
    [paid, "800000.00", "400000.00", 62],
  ])) {
    await claimed(desk, caseId, principal, own, days);
    await desk.on(MANAGER, caseId, "claim/check", { summary: "分担证明齐全，担保机构已代偿" });
    await desk.on(OFFICE, caseId, "claim/consent", { documentNo: `东工信函〔${desk.today.slice(0, 4)}〕${nth}号` });
  }
  await desk.orders(ordered, [MANAGER, MANAGER2]);
  await desk.pays(paid, [MANAGER, MANAGER2, TELLER]);
  await desk.on(GUARANTOR, paid, "recovery/legal", { on: desk.today, court: "东莞市第一人民法院", caseNo: "（2026）粤1971民初8号" });
  await desk.on(GUARANTOR, paid, "recovery/receipts", { receiptNo: "SK-1", receivedOn: desk.today, amount: "100000.00", costs: "0" });
  await desk.on(GUARANTOR, paid, "recovery/returns", { receiptNo: "SK-1", amount: "20000.00", on: desk.today, voucherNo: "回单-0031" });
  await guaranteed(desk, 325, "东莞石排玩具有限公司", "1500000.00", "12");
  await applies(desk, firm(326, "东莞塘厦电源科技有限公司", "邓辉", "4000000.00", "储能电源组装线"), DEPARTMENT, LOCAL);
  const waiting = await applies(desk, firm(327, "东莞横沥模具有限公司", "梁栋", "2500000.00", "精密模具加工中心"), DEPARTMENT, LOCAL);
  await desk.on(DEPARTMENT, waiting, "adopt", { justification: "市级工程技术研究中心评审第二名" });
  await listed(desk, firm(328, "东莞清溪光电有限公司", "黎明", "5000000.00", "光学镜片镀膜线"));
  const until = `${Number(desk.today.slice(0, 4)) + 1}${desk.today.slice(4)}`.replace("-02-29", "-02-28");
  await desk.as(1, "POST", "/consents", { institutionId: await desk.orgOf(BANK), from: desk.today, until });
}
