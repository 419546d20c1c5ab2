/** 包头 in the middle: a pool of several payers that lies with two banks, firms on each desk, loans that run, fail, are claimed and debited. */
import { creditCode, daysBetween, filing, monthsOn } from "./desk.mjs";
import { applies, checks, offers } from "./firm.mjs";

const [AREA, OFFICE, OFFICE2, FINANCE, FINANCE2, MANAGER, BANK, OTHER, GUARANTOR, BANK2] = [2, 4, 5, 6, 7, 9, 11, 12, 13, 16];
const LOCAL = { district: "包头市青山区", address: "装备制造园区兵工路3号" };
/** @param {number} n @param {string} name @param {string} owner @param {string} need @param {string} project */
const firm = (n, name, owner, need, project) => ({ n, name, owner, need, project, code: creditCode(n, "150204"), purpose: "采购钢坯和支付电费" });

/** @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one @param {"area" | "survey" | "referral" | "pushed"} upTo */
async function admitted(desk, one, upTo) {
  const caseId = await applies(desk, one, AREA, LOCAL);
  if (upTo === "area") return caseId;
  await desk.on(AREA, caseId, "adopt");
  if (upTo === "survey") return caseId;
  await checks(desk, OFFICE, caseId, { operations: "实地调查记录" }, "到厂查看，产线满负荷，订单与申报一致");
  if (upTo === "referral") return caseId;
  await desk.on(OFFICE, caseId, "approve", { documentNo: `包助保推〔${desk.today.slice(0, 4)}〕${one.n}号` });
  await desk.on(OFFICE, caseId, "push", { institutions: [await desk.orgOf(BANK)] });
  return caseId;
}

/** @param {import("./desk.mjs").Desk} desk @param {import("./firm.mjs").Firm} one @param {string} termMonths */
async function lent(desk, one, termMonths) {
  const caseId = await admitted(desk, one, "pushed");
  const terms = { termMonths, mode: "helped", ratePercent: "3.85" };
  const lead = await offers(desk, BANK, caseId, { amount: one.need, ...terms });
  await desk.on(BANK, caseId, `leads/${lead}/loan`, {
    contractNo: `鹿银借字${desk.today.slice(0, 4)}-${one.n}号`,
    principal: one.need,
    disbursedOn: desk.today,
    partnerOrgId: await desk.orgOf(GUARANTOR),
    ...terms,
    answers: {
      purpose: "working_capital",
      repayment: "bullet",
      "steps.due_diligence": desk.today,
      "steps.filed_with_office": desk.today,
      "steps.approved": desk.today,
      collateral: [],
      counterGuarantee: ["receivable"],
      fees: [],
      "attested.ratePolicy": "yes",
    },
  });
  await desk.does(BANK, caseId, "disbursement_notice", "已放款，凭证随函报送", { documentNo: `鹿银函〔${desk.today.slice(0, 4)}〕${one.n}号` });
  return caseId;
}

/** Measures, two collections in two ways, the claim. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} principal @param {number} overdueDays */
async function claimed(desk, caseId, principal, overdueDays) {
  await desk.turnsBad(BANK, caseId);
  await desk.does(BANK, caseId, "measures", "约见企业和担保机构，订单回款专户监管");
  await desk.does(BANK, caseId, "collection", "电话催收，企业称货款未到", { way: "phone" });
  await desk.does(BANK, caseId, "collection", "到厂催收，法定代表人签收催收函", { way: "onsite" });
  await desk.on(BANK, caseId, "claim", filing(principal, overdueDays));
}

/** What waits for whom once this is told, by the last two digits of the phone. */
export const WAITS = {
  1: "看本企业的贷款",
  2: "1 家待推荐",
  4: "1 家待调查，1 家待推荐给银行",
  6: "注资已入账，看资金池",
  9: "1 笔代偿申请待审",
  11: "1 条融资需求，1 笔逾期有事待办，1 笔在追偿",
  13: "4 笔担保贷款",
  15: "看账和全部案件",
};

/** @param {import("./desk.mjs").Desk} desk */
export async function before(desk) {
  await desk.moves([FINANCE, FINANCE2], "grant", "6000000.00", "内财企〔2026〕3号");
  await desk.moves([FINANCE, FINANCE2], "deposit", "6000000.00", "包财预〔2026〕9号");
  const promised = { of: await desk.orgOf(AREA), promised: "8000000.00" };
  await desk.moves([FINANCE, FINANCE2], "contribution", "8000000.00", "青财〔2026〕2号", promised);
  for (const [nth, bank] of [BANK, OTHER].entries())
    await desk.moves([OFFICE, OFFICE2], "placement", "1000000.00", `包助保存〔2026〕${nth + 1}号`, { of: await desk.orgOf(bank) });
  const own = { ...firm(421, "包头青山机械有限公司", "岑参", "3000000.00", "风电塔筒法兰锻件"), place: 1 };
  return {
    due: monthsOn(desk.today, 3),
    running: await lent(desk, own, "12"),
    overdue: await lent(desk, firm(422, "包头石拐耐火材料有限公司", "石坚", "1500000.00", "镁碳砖压制线"), "3"),
    waits: await lent(desk, firm(423, "包头九原稀土磁材有限公司", "乔木", "2000000.00", "钕铁硼磁体烧结"), "3"),
    paid: await lent(desk, firm(424, "包头青山铸造有限公司", "铁山", "1000000.00", "球墨铸件生产线"), "3"),
  };
}

/** @param {import("./desk.mjs").Desk} desk @param {Record<string, string>} was */
export async function now(desk, { due = "", overdue = "", waits = "", paid = "" }) {
  await desk.turnsBad(BANK, overdue);
  const days = daysBetween(due, desk.today);
  await claimed(desk, waits, "2000000.00", days);
  await claimed(desk, paid, "1000000.00", days);
  await desk.on(MANAGER, paid, "claim/check", { summary: "合同、放款凭证、两次催收记录齐全" });
  await desk.on(OFFICE, paid, "claim/consent", { documentNo: `包助保扣〔${desk.today.slice(0, 4)}〕1号` });
  // what its own deposit covers whole the bank takes itself
  await desk.pays(paid, [BANK, BANK2, BANK]);
  await desk.on(BANK, paid, "recovery/legal", { on: desk.today, court: "包头市青山区人民法院", caseNo: "（2026）内0204民初66号" });
  const costItems = [{ kind: "litigation", amount: "10000.00", voucherNo: "诉讼费票据-0066" }];
  await desk.on(BANK, paid, "recovery/receipts", { receiptNo: "SK-1", receivedOn: desk.today, amount: "110000.00", costs: "10000.00", costItems });
  await admitted(desk, firm(425, "包头青山焊材有限公司", "田野", "1200000.00", "药芯焊丝生产线"), "area");
  await admitted(desk, firm(426, "包头白音席勒农机有限公司", "牧仁", "900000.00", "打捆机总装线"), "survey");
  await admitted(desk, firm(427, "包头兴胜铝业有限公司", "卢生", "2400000.00", "铝型材挤压线"), "referral");
  await admitted(desk, firm(428, "包头奥宇新材料有限公司", "郝静", "1600000.00", "碳纤维预浸料"), "pushed");
}
