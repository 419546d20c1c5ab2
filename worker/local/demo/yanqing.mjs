/** 延庆 in the middle: seven invented firms, each left at another step, from the recommendation to a claim that waits for its panel. */
import { creditCode, filing, identity } from "./desk.mjs";

const FIRMS = [
  {
    name: "北京海坨低空科技有限公司",
    person: "罗清",
    field: "low_altitude",
    industry: "software_it_services",
    need: "2600000.00",
    project: "山区无人机巡检与物资投送",
    upTo: "recommend",
  },
  {
    name: "北京野鸭湖生态农业有限公司",
    person: "方禾",
    field: "urban_agriculture",
    industry: "agriculture",
    need: "1800000.00",
    project: "设施果蔬与冷链改造",
    upTo: "screening",
  },
  {
    name: "北京妫河绿能装备有限公司",
    person: "许衡",
    field: "green_energy",
    industry: "industry",
    need: "4200000.00",
    project: "光伏支架自动化产线",
    upTo: "voting",
  },
  {
    name: "北京玉渡山医药有限公司",
    person: "秦岚",
    field: "health",
    industry: "industry",
    need: "5000000.00",
    project: "中药饮片提取车间",
    upTo: "government",
  },
  {
    name: "北京松山冰雪体育有限公司",
    person: "高远",
    field: "sports_technology",
    industry: "leasing_business_services",
    need: "3000000.00",
    project: "雪具智能租赁系统",
    upTo: "pushed",
  },
  {
    name: "北京古崖居文旅有限公司",
    person: "叶舟",
    field: "services",
    industry: "lodging",
    need: "3500000.00",
    project: "民宿集群升级",
    upTo: "funded",
  },
  {
    name: "北京千家店树脂有限公司",
    person: "丁川",
    field: "green_energy",
    industry: "industry",
    need: "2000000.00",
    project: "风机叶片修补树脂",
    upTo: "claimed",
  },
];

/** @typedef {(typeof FIRMS)[number]} Firm */

/** Who acts, by the last two digits of the phone. */
const [DEPARTMENT, OFFICE, OFFICE2, FINANCE, BANK, OTHER] = [3, 4, 15, 5, 7, 8];
const PANEL = [OFFICE, FINANCE, DEPARTMENT, BANK, OTHER];

/** Registered, filled in, with its papers, handed in. @param {import("./desk.mjs").Desk} desk @param {Firm} firm @param {number} n */
async function applied(desk, firm, n) {
  const owner = `1370000${String(n).padStart(4, "0")}`;
  await desk.as(owner, "POST", "/identity/enterprises", { creditCode: creditCode(n), name: firm.name, ownerName: firm.person });
  const { caseId } = await desk.as(owner, "POST", "/applications", {});
  const lastYear = Number(desk.today.slice(0, 4)) - 1;
  const years = [lastYear - 1, lastYear].map((fiscalYear, up) => ({
    fiscalYear,
    headcount: String(36 + n + up),
    revenue: `${14 + n + up * 3}000000.00`,
    assets: `${20 + n + up}000000.00`,
  }));
  const changes = {
    registeredDistrict: "北京市延庆区",
    registeredAddress: `北京市延庆区妫水街${n}号`,
    registration: "existing",
    establishedOn: "2017-06-01",
    industry: firm.industry,
    activity: "other",
    listedProcess: "no",
    representativeName: firm.person,
    representativeId: identity(n),
    controllerName: firm.person,
    controllerId: identity(n),
    years,
    projectDescription: firm.project,
    needAmount: firm.need,
    needPurpose: "采购原料和设备",
    needTermMonths: "12",
    focusField: firm.field,
    focusProfiles: ["high_growth"],
    focusEvidence: "近两年收入持续增长",
    dishonestEnterprise: "no",
    dishonestRepresentative: "no",
    addressedTo: await desk.orgOf(DEPARTMENT),
    consentTruth: true,
    consentPrivacy: true,
    consentBanks: true,
  };
  const { revision } = await desk.as(owner, "PUT", `/applications/${caseId}/draft`, { revision: 0, changes });
  for (const kind of ["business_licence", "social_insurance", "tax_filings"]) await desk.paper(owner, caseId, kind);
  for (const { fiscalYear } of years)
    for (const kind of ["balance_sheet", "income_statement", "cash_flow"]) await desk.paper(owner, caseId, kind, String(fiscalYear));
  await desk.as(owner, "POST", `/applications/${caseId}/submit`, { revision });
  return caseId;
}

/** Recommended by a letter and looked at by the office. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {Firm} firm @param {number} n */
async function screened(desk, caseId, firm, n) {
  await desk.on(DEPARTMENT, caseId, "adopt", {
    letterNo: `延推函〔${desk.today.slice(0, 4)}〕${n}号`,
    profile: `${firm.name}经营稳定，项目为${firm.project}。`,
    loanNeed: `申请贷款${Number(firm.need) / 10_000}万元，用于采购原料和设备。`,
  });
  await desk.on(OFFICE, caseId, "screening", { consult: [await desk.orgOf(BANK)] });
  await desk.on(OFFICE, caseId, "screening/findings", {
    source: "external",
    sourceName: "中国执行信息公开网",
    queriedAt: desk.instant - 3600_000,
    subject: "enterprise",
    topic: "dishonest",
    result: "clear",
    detail: "未查到失信记录",
  });
}

/** On the panel's agenda, voted on by so many of it; closed where all have. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} meetingId @param {string} choice @param {readonly number[]} voters */
async function reviewed(desk, caseId, meetingId, choice, voters) {
  await desk.on(BANK, caseId, "screening/opinion", { verdict: "support", detail: "账户流水与报表相符" });
  await desk.on(OFFICE, caseId, "screening/pass", { summary: "未见重大风险，建议提交联审" });
  const seats = await Promise.all(PANEL.map(async (who) => ({ orgId: await desk.orgOf(who), personId: (await desk.person(who)).personId })));
  await desk.on(OFFICE, caseId, "review", { meetingId, seats });
  await desk.on(OFFICE, caseId, "review/open");
  for (const voter of voters) await desk.on(voter, caseId, "review/ballot", { choice, reason: "依据近两年报表和订单情况" });
  if (voters.length === PANEL.length) await desk.on(OFFICE, caseId, "review/close", { recoveryOwner: await desk.orgOf(BANK) });
}

/** Pushed to two banks; answers the lead of the first. @param {import("./desk.mjs").Desk} desk @param {string} caseId */
async function pushed(desk, caseId) {
  const institutions = await Promise.all([BANK, OTHER].map(desk.orgOf));
  const { leads } = await desk.on(OFFICE, caseId, "push", { institutions, preferenceReason: "企业的开户行" });
  return leads[0].id;
}

/** @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {string} lead @param {Firm} firm @param {number} n */
async function lent(desk, caseId, lead, firm, n) {
  const terms = { ratePercent: "3.65", termMonths: "12", mode: "bank" };
  await desk.on(BANK, caseId, `leads/${lead}/offer`, { amount: firm.need, ...terms, remark: "" });
  const loan = { contractNo: `HTYH-${desk.today.slice(0, 4)}-${n}`, principal: firm.need, disbursedOn: desk.today, ...terms };
  await desk.on(BANK, caseId, `leads/${lead}/loan`, loan);
}

/** Bad, claimed, checked by the office into its half-year. @param {import("./desk.mjs").Desk} desk @param {string} caseId @param {Firm} firm */
async function claimed(desk, caseId, firm) {
  await desk.turnsBad(BANK, caseId);
  await desk.paper(BANK, caseId, "npl_application");
  await desk.on(BANK, caseId, "claim", filing(firm.need, 95, { letterNo: `海坨银认〔${desk.today.slice(0, 4)}〕8号` }));
  await desk.on(OFFICE, caseId, "claim/check", { summary: "材料齐全，借据、流水和认定函一致" });
}

/** What waits for whom once this is told, by the last two digits of the phone. */
export const WAITS = {
  1: "可以提交第一份申请",
  3: "1 家待推荐，1 家待表决",
  4: "1 家待筛查，1 家待计票，1 笔不良待排会",
  5: "1 家待表决",
  6: "1 家高档待审定",
  7: "1 家待征求意见，1 条融资需求，1 笔在贷",
  8: "1 家待表决，1 条融资需求",
  13: "看账和全部案件",
};

/** @param {import("./desk.mjs").Desk} desk */
export async function now(desk) {
  const tranches = ["15000000.00", "15000000.00"].map((amount) => ({ amount }));
  await desk.books([OFFICE, OFFICE2], { kind: "open", tranches, on: desk.today });
  const { meetingId } = await desk.as(OFFICE, "POST", "/meetings", { title: "风险联审会", heldOn: desk.today, place: "区发展和改革委员会会议室" });
  for (const [at, firm] of FIRMS.entries()) {
    const n = at + 11;
    const caseId = await applied(desk, firm, n);
    if (firm.upTo === "recommend") continue;
    await screened(desk, caseId, firm, n);
    if (firm.upTo === "screening") continue;
    const voting = firm.upTo === "voting";
    await reviewed(desk, caseId, meetingId, firm.upTo === "government" ? "high" : "medium", voting ? [OFFICE, BANK] : PANEL);
    if (voting || firm.upTo === "government") continue;
    const lead = await pushed(desk, caseId);
    if (firm.upTo === "pushed") continue;
    await lent(desk, caseId, lead, firm, n);
    if (firm.upTo === "claimed") await claimed(desk, caseId, firm);
  }
}
