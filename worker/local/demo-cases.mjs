/** Walks a few invented firms through the real API, so that each demo person finds something waiting. First run only; every step is a command that a screen would send. */
import { randomUUID } from "node:crypto";

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up credit code that holds by GB 32100 for the n-th firm. @param {number} n */
function creditCode(n) {
  const body = `MAD${String(n).padStart(5, "0")}`;
  const sum = [...body].reduce((total, letter, at) => total + (ORG_WEIGHTS[at] ?? 0) * "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(letter), 0);
  const rest = 11 - (sum % 11);
  const first = `91110119${body}${rest === 10 ? "X" : rest === 11 ? "0" : rest}`;
  const check = (31 - ([...first].reduce((total, letter, at) => total + (WEIGHTS[at] ?? 0) * ALPHABET.indexOf(letter), 0) % 31)) % 31;
  return first + ALPHABET[check];
}

/** A made-up identity number whose check character holds. @param {number} n */
function identity(n) {
  const first = `110229198${n % 10}0315${String(100 + n)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return first + "10X98765432"[[...first].reduce((sum, digit, at) => sum + (weights[at] ?? 0) * Number(digit), 0) % 11];
}

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
const lastYear = () => Number(today().slice(0, 4)) - 1;

/** @param {string} text */
const pdf = (text) =>
  new Blob([
    `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ]);

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
];

/** @param {number} port */
export async function walkDemoCases(port) {
  const base = `http://127.0.0.1:${port}/api`;
  /** @param {string} method @param {string} path @param {unknown} [body] @param {string} [token] */
  const call = async (method, path, body, token) => {
    const form = body instanceof FormData;
    const reply = await fetch(base + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(method === "GET" ? {} : { "idempotency-key": randomUUID() }),
        ...(form || method === "GET" ? {} : { "content-type": "application/json" }),
      },
      ...(method === "GET" ? {} : { body: form ? body : JSON.stringify(body ?? {}) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text.slice(0, 400)}`);
    return JSON.parse(text);
  };
  /** @param {string} phone */
  const login = async (phone) => {
    const { demoCode } = await call("POST", "/identity/codes", { phone });
    const { token } = await call("POST", "/identity/sessions", { phone, code: demoCode });
    const { person, memberships } = await call("GET", "/identity/me", undefined, token);
    return { token, orgId: memberships[0]?.orgId ?? "", personId: person.personId ?? person.id };
  };
  /** @type {{ people: { orgKind: string, phone: string }[] }} */
  const { people } = await call("GET", "/demo/people");
  /** @param {string} kind @param {number} [nth] */
  const as = (kind, nth = 0) => login(people.filter((one) => one.orgKind === kind)[nth]?.phone ?? "");
  const [department, office, finance, bankA, bankB] = [
    await as("department"),
    await as("office"),
    await as("finance"),
    await as("bank"),
    await as("bank", 1),
  ];
  const { meetingId } = await call("POST", "/meetings", { title: "风险联审会", heldOn: today(), place: "区发展和改革委员会会议室" }, office.token);

  for (const [at, firm] of FIRMS.entries()) {
    const n = at + 11;
    const owner = await login(`1370000${String(n).padStart(4, "0")}`);
    await call("POST", "/identity/enterprises", { creditCode: creditCode(n), name: firm.name, ownerName: firm.person }, owner.token);
    const { caseId } = await call("POST", "/applications", {}, owner.token);
    const years = [lastYear() - 1, lastYear()].map((fiscalYear, up) => ({
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
      addressedTo: department.orgId,
      consentTruth: true,
      consentPrivacy: true,
      consentBanks: true,
    };
    const { revision } = await call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes }, owner.token);
    const papers = ["business_licence", "social_insurance", "tax_filings"].map((kind) => ({ kind, year: "" }));
    for (const { fiscalYear } of years)
      for (const kind of ["balance_sheet", "income_statement", "cash_flow"]) papers.push({ kind, year: String(fiscalYear) });
    for (const { kind, year } of papers) {
      const form = new FormData();
      form.set("caseId", caseId);
      form.set("kind", kind);
      if (year) form.set("fiscalYear", year);
      form.set("filename", `${kind}${year}.pdf`);
      form.set("file", pdf(`${firm.name} ${kind} ${year}`), `${kind}.pdf`);
      await call("POST", "/statements", form, owner.token);
    }
    await call("POST", `/applications/${caseId}/submit`, { revision }, owner.token);
    if (firm.upTo === "recommend") continue;
    await call(
      "POST",
      `/cases/${caseId}/adopt`,
      {
        letterNo: `延推函〔${today().slice(0, 4)}〕${n}号`,
        profile: `${firm.name}经营稳定，项目为${firm.project}。`,
        loanNeed: `申请贷款${Number(firm.need) / 10_000}万元，用于采购原料和设备。`,
      },
      department.token,
    );
    await call("POST", `/cases/${caseId}/screening`, { consult: [bankA.orgId] }, office.token);
    const finding = {
      source: "external",
      sourceName: "中国执行信息公开网",
      queriedAt: Date.now() - 3600_000,
      subject: "enterprise",
      topic: "dishonest",
      result: "clear",
      detail: "未查到失信记录",
    };
    await call("POST", `/cases/${caseId}/screening/findings`, finding, office.token);
    if (firm.upTo === "screening") continue;
    await call("POST", `/cases/${caseId}/screening/opinion`, { verdict: "support", detail: "账户流水与报表相符" }, bankA.token);
    await call("POST", `/cases/${caseId}/screening/pass`, { summary: "未见重大风险，建议提交联审" }, office.token);
    const panel = [office, finance, department, bankA, bankB];
    await call("POST", `/cases/${caseId}/review`, { meetingId, seats: panel.map(({ orgId, personId }) => ({ orgId, personId })) }, office.token);
    await call("POST", `/cases/${caseId}/review/open`, {}, office.token);
    const choice = firm.upTo === "government" ? "high" : "medium";
    const voters = firm.upTo === "voting" ? [office, bankA] : panel;
    for (const voter of voters) await call("POST", `/cases/${caseId}/review/ballot`, { choice, reason: "依据近两年报表和订单情况" }, voter.token);
    if (firm.upTo === "voting") continue;
    await call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: bankA.orgId }, office.token);
    if (firm.upTo === "government") continue;
    const { leads } = await call(
      "POST",
      `/cases/${caseId}/push`,
      { institutions: [bankA.orgId, bankB.orgId], preferenceReason: "企业的开户行" },
      office.token,
    );
    if (firm.upTo === "pushed") continue;
    const lead = leads[0].id;
    await call(
      "POST",
      `/cases/${caseId}/leads/${lead}/offer`,
      { amount: firm.need, ratePercent: "3.65", termMonths: "12", mode: "bank", remark: "" },
      bankA.token,
    );
    const loan = {
      contractNo: `HTYH-${today().slice(0, 4)}-${n}`,
      principal: firm.need,
      ratePercent: "3.65",
      termMonths: "12",
      disbursedOn: today(),
      mode: "bank",
    };
    await call("POST", `/cases/${caseId}/leads/${lead}/loan`, loan, bankA.token);
  }
}
