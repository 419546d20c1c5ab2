/** 新乡 in the middle: loans that banks and a guarantor registered, one in arrears, one whose claim waits for the platform, one that waits for the year to end. */
import { creditCode, filing, monthsOn, plus } from "./desk.mjs";

const [PLATFORM, FINANCE, FINANCE2, BANK, OTHER, GUARANTOR] = [2, 7, 8, 9, 10, 11];

/** @param {import("./desk.mjs").Desk} desk @param {number} who @param {number} n @param {string} name @param {object} more */
async function registered(desk, who, n, name, more) {
  const { caseId } = await desk.as(who, "POST", "/registrations", {
    creditCode: creditCode(n, "410700"),
    name,
    mode: "credit",
    contractNo: `卫银借字${desk.today.slice(0, 4)}-${n}号`,
    ratePercent: "4.35",
    termMonths: "12",
    disbursedOn: desk.today,
    orderNo: `ZHJR-${desk.today.replaceAll("-", "")}-${n}`,
    firm: {
      registeredDistrict: "河南省新乡市红旗区",
      industry: "industry",
      fiscalYear: String(Number(desk.today.slice(0, 4)) - 1),
      headcount: "46",
      revenue: "12000000.00",
      assets: "9000000.00",
      activity: "other",
      inDirectory: "no",
    },
    answers: { purpose: "production_operation" },
    ...more,
  });
  return caseId;
}

/** Filed, tried to revive, listed as bad, claimed with a stamped report. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} principal */
async function claimed(desk, caseId, principal) {
  await desk.does(BANK, caseId, "risk_filing", "向平台备案，本金到期未还");
  await desk.does(BANK, caseId, "revival", "订单中断，展期、重组均无还款来源", { way: "impossible" });
  await desk.does(BANK, caseId, "collection", "发出催收函，查到账户线索两条");
  await desk.turnsBad(BANK, caseId);
  await desk.paper(BANK, caseId, "compensation_application");
  await desk.on(BANK, caseId, "claim", filing(principal, 4, { creditReport: { no: `QYXY-202611-${caseId.slice(0, 4)}`, stamped: true } }));
}

/** What waits for whom once this is told, by the last two digits of the phone. */
export const WAITS = {
  1: "看本企业的贷款",
  2: "1 笔补偿申请待审，1 笔等年末汇总",
  6: "一家银行不良率超线，可作决定",
  7: "预算已入账，看资金",
  9: "1 笔逾期待备案，不良率超线待说明",
  10: "1 笔在贷",
  11: "1 笔担保贷款",
  13: "看账和全部案件",
};

/** @param {import("./desk.mjs").Desk} desk */
export async function before(desk) {
  await desk.moves([FINANCE, FINANCE2], "deposit", "8000000.00", "新财预〔2026〕12号");
  await registered(desk, BANK, 121, "新乡牧野精工有限公司", { creditCode: "91410700MADEMB003R", principal: "2000000.00" });
  const guaranteed = { mode: "reguaranteed", lenderOrgId: await desk.orgOf(OTHER), principal: "3000000.00" };
  await registered(desk, GUARANTOR, 122, "新乡卫源纺织有限公司", guaranteed);
  return {};
}

/** @param {import("./desk.mjs").Desk} desk */
export async function now(desk) {
  // due four days ago, so that the five working days for its filing still run
  const short = { termMonths: "3", disbursedOn: monthsOn(plus(desk.today, -4), -3) };
  await registered(desk, BANK, 123, "新乡凤泉铸造有限公司", { ...short, principal: "1000000.00" });
  const waits = await registered(desk, BANK, 124, "新乡潞王食品有限公司", { ...short, principal: "800000.00" });
  const checked = await registered(desk, BANK, 125, "新乡比干包装有限公司", { ...short, principal: "600000.00" });
  await registered(desk, OTHER, 126, "新乡平原环保科技有限公司", { principal: "5000000.00", mode: "patent_pledge" });
  await claimed(desk, waits, "800000.00");
  await claimed(desk, checked, "600000.00");
  await desk.on(PLATFORM, checked, "claim/check", { summary: "合同、借据、平台订单和盖章信用报告一致，符合补偿条件" });
  const month = `${desk.today.slice(0, 4)}M${Number(desk.today.slice(5, 7))}`;
  const figures = { period: month, badBalance: "5200000.00", allBalance: "100000000.00", badCount: 4, allCount: 60 };
  await desk.as(PLATFORM, "POST", `/organisations/${await desk.orgOf(BANK)}/figures`, figures);
}
