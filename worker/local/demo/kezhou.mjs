/** 克州 in the middle: firms on each desk up to the bank, a loan that runs, one in arrears, one whose claim waits, one paid and recovered in part. */
import { creditCode, daysBetween, filing, monthsOn, plus } from "./desk.mjs";
import { applies, checks, offers } from "./firm.mjs";

const [COUNTY, PREFECTURE, OFFICE, OFFICE2, GOVERNMENT, MANAGER, MANAGER2, BANK, GUARANTOR, TELLER] = [2, 3, 4, 5, 6, 7, 8, 11, 13, 14];
const REGULATORS = [9, 10];
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
const LOCAL = {
  district: "克孜勒苏柯尔克孜自治州阿图什市",
  address: "帕米尔路12号",
  papers: ["purchase_orders", "sales_contracts"],
  more: {
    focusField: "cotton_textile",
    attested: Object.fromEntries(VOUCHED.map((key) => [key, "yes"])),
    monthlyStaff: ["42", "42", "42", "41", "42", "42"],
    localStaffPercent: "80",
  },
};
/** @param {number} n @param {string} name @param {string} owner @param {string} need @param {string} project */
const firm = (n, name, owner, need, project) => ({ n, name, owner, need, project, code: creditCode(n, "653001"), purpose: "采购原料" });

/** @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one @param {"county" | "check" | "list" | "pushed"} upTo */
async function admitted(desk, one, upTo) {
  const caseId = await applies(desk, one, COUNTY, LOCAL);
  if (upTo === "county") return caseId;
  await desk.on(COUNTY, caseId, "adopt");
  if (upTo === "check") return caseId;
  await checks(desk, PREFECTURE, caseId, { credit: "人民银行征信", tax: "税务部门", criminal: "公安部门" }, "征信、纳税和违法犯罪情况均未见不良");
  if (upTo === "list") return caseId;
  await desk.on(OFFICE, caseId, "approve", { documentNo: `克财金名单〔${desk.today.slice(0, 4)}〕${one.n}号` });
  await desk.on(OFFICE, caseId, "publish");
  await desk.on(OFFICE, caseId, "push", {});
  return caseId;
}

/** @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one @param {string} termMonths */
async function lent(desk, one, termMonths) {
  const caseId = await admitted(desk, one, "pushed");
  const terms = { termMonths, mode: "guaranteed", ratePercent: "4.35" };
  const lead = await offers(desk, BANK, caseId, { amount: one.need, ...terms });
  await desk.on(BANK, caseId, `leads/${lead}/loan`, {
    contractNo: `KLSYH-${desk.today.slice(0, 4)}-${one.n}`,
    principal: one.need,
    disbursedOn: desk.today,
    partnerOrgId: await desk.orgOf(GUARANTOR),
    ...terms,
    answers: {
      guaranteeLetterOn: plus(desk.today, -6),
      fees: ["guarantee_fee"],
      "fees.guarantee_fee": "1.00",
      counterGuarantee: ["surety"],
      filed: ["pre_check", "investigation_report", "committee_minutes", "opinion"],
    },
  });
  return caseId;
}

/** The four steps before a claim, its papers, the claim. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} due @param {string} principal */
async function claimed(desk, caseId, due, principal) {
  await desk.turnsBad(BANK, caseId);
  await desk.does(BANK, caseId, "guarantor_prompt", "已向担保公司发出风险提示函", { on: plus(due, 25) });
  await desk.does(BANK, caseId, "collection_notice", "逾期催收通知书邮寄并签收", { on: plus(due, 3) });
  await desk.does(BANK, caseId, "cause_investigation", "下游停产，货款收不回");
  await desk.does(BANK, caseId, "legal_means", "向阿图什市人民法院起诉", { way: "litigation" });
  const ended = { way: "enforcement_terminated", documentNo: "（2026）新3001执21号" };
  await desk.does(BANK, caseId, "enforcement_shortfall", "查封存款不足清偿", ended);
  for (const kind of ["compensation_application", "loan_contract", "loss_table", "recovery_measures"]) await desk.paper(BANK, caseId, kind);
  await desk.on(BANK, caseId, "claim", filing(principal, daysBetween(due, desk.today)));
}

/** What waits for whom once this is told, by the last two digits of the phone. */
export const WAITS = {
  1: "看本企业的贷款",
  2: "1 家待登记推荐",
  3: "1 家待审核",
  4: "1 家待列入名录，1 笔返还待确认",
  6: "1 笔补偿待审批",
  7: "1 笔补偿申请待提意见",
  11: "1 笔逾期有事待办，1 笔已补偿在追偿",
  12: "2 条名录推送待答复",
  13: "4 笔担保贷款",
  15: "看账和全部案件",
};

/** @param {import("./desk.mjs").Desk} desk */
export async function before(desk) {
  await desk.books([OFFICE, OFFICE2], { kind: "open", tranches: [{ amount: "100000000.00", adjustment: "克财金〔2026〕1号" }], on: desk.today });
  const own = { ...firm(221, "阿图什帕米尔食品有限公司", "艾力", "2000000.00", "果蔬速冻生产线"), place: 1 };
  return {
    due: monthsOn(desk.today, 3),
    running: await lent(desk, own, "12"),
    overdue: await lent(desk, firm(222, "阿克陶奥依塔克乳业有限公司", "热娜", "1500000.00", "乳品灌装线"), "3"),
    claimed: await lent(desk, firm(223, "乌恰玉其塔什毛纺有限公司", "巴图", "1200000.00", "羊毛洗涤分级"), "3"),
    paid: await lent(desk, firm(224, "阿合奇苏木塔什民族服饰有限公司", "阿依努尔", "800000.00", "民族服饰缝制车间"), "3"),
    consent: await lent(desk, firm(229, "阿图什哈拉峻绒毛制品有限公司", "吐尔地", "600000.00", "驼绒被生产线"), "3"),
  };
}

/** @param {import("./desk.mjs").Desk} desk @param {Record<string, string>} was */
export async function now(desk, { due = "", overdue = "", claimed: waits = "", consent = "", paid = "" }) {
  await desk.turnsBad(BANK, overdue);
  await claimed(desk, waits, due, "1200000.00");
  const heard = await Promise.all(REGULATORS.map(desk.orgOf));
  for (const [caseId, principal] of /** @type {const} */ ([
    [consent, "600000.00"],
    [paid, "800000.00"],
  ])) {
    await claimed(desk, caseId, due, principal);
    await desk.on(MANAGER, caseId, "claim/check", { summary: "合同、裁定和损失统计表一致" });
    await desk.on(OFFICE, caseId, "claim/check", { summary: "会同复审，情况属实", heard });
  }
  await desk.on(GOVERNMENT, paid, "claim/consent", { documentNo: "克政函〔2026〕15号" });
  await desk.on(OFFICE, paid, "claim/notice", { documentNo: "克财补通〔2026〕2号" });
  await desk.pays(paid, [MANAGER, MANAGER2, TELLER]);
  await desk.on(BANK, paid, "recovery/legal", { on: desk.today, court: "阿图什市人民法院", caseNo: "（2026）新3001民初8号" });
  const costItems = [{ kind: "litigation", amount: "10000.00", voucherNo: "诉讼费票据-0031" }];
  await desk.on(BANK, paid, "recovery/receipts", { receiptNo: "SK-1", receivedOn: desk.today, amount: "110000.00", costs: "10000.00", costItems });
  await desk.on(BANK, paid, "recovery/returns", { receiptNo: "SK-1", amount: "50000.00", on: desk.today, voucherNo: "回单-0031" });
  await admitted(desk, firm(225, "阿图什木纳格葡萄酒业有限公司", "沙吾提", "3000000.00", "葡萄酒灌装扩建"), "county");
  await admitted(desk, firm(226, "阿图什无花果果业有限公司", "买买提", "1000000.00", "无花果烘干车间"), "check");
  await admitted(desk, firm(227, "克州天门旅游装备有限公司", "段玉", "2600000.00", "户外装备缝制"), "list");
  await admitted(desk, firm(228, "阿克陶布伦口矿泉水有限公司", "罗成", "1800000.00", "矿泉水灌装线"), "pushed");
}
