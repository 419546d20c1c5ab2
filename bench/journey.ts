/** Brings a district to where the bench begins, through the API alone: one firm's case from draft to loan, and many drafts ready to hand in. */
import { checkCharacter } from "../shared/enterprise/credit-code";

export interface Seat {
  readonly orgId: string;
  readonly personId: string;
  readonly token: string;
}

export interface People {
  readonly firm: string;
  readonly department: string;
  readonly departmentOrg: string;
  readonly office: string;
  readonly seats: readonly Seat[];
  /** Of the office, so that two persons draw up and check. */
  readonly second: string;
  readonly government: string;
  readonly teller: string;
}

export interface Draft {
  readonly caseId: string;
  readonly token: string;
  readonly revision: number;
}

// biome-ignore lint/suspicious/noExplicitAny: replies are looked at freely here
type Reply = any;

export async function call(origin: string, method: string, path: string, token?: string, body?: unknown): Promise<Reply> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(method === "GET" ? {} : { "idempotency-key": crypto.randomUUID() }),
    ...(form || method === "GET" ? {} : { "content-type": "application/json" }),
  };
  const sent = method === "GET" ? null : form ? body : JSON.stringify(body ?? {});
  const reply = await fetch(`${origin}/api${path}`, { method, headers, body: sent });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

async function signedIn(origin: string, phone: string): Promise<string> {
  const { demoCode } = await call(origin, "POST", "/identity/codes", undefined, { phone });
  return (await call(origin, "POST", "/identity/sessions", undefined, { phone, code: demoCode })).token;
}

/** The demo district, everybody signed in; the panel is office, finance, department and two banks. */
export async function seeded(origin: string): Promise<People> {
  await call(origin, "POST", "/demo/seed");
  const { people } = await call(origin, "GET", "/demo/people");
  const phones = (kind: string): string[] => people.filter((one: Reply) => one.orgKind === kind).map((one: Reply) => one.phone);
  const enter = async (phone: string | undefined) => {
    const token = await signedIn(origin, phone ?? "");
    const me = await call(origin, "GET", "/identity/me", token);
    return { token, orgId: me.memberships[0].orgId as string, personId: me.person.personId as string };
  };
  const [firm] = phones("enterprise");
  const [first, other] = phones("bank");
  const department = await enter(phones("department")[0]);
  const office = await enter(phones("office")[0]);
  const finance = await enter(phones("finance")[0]);
  const seats = [office, finance, department, await enter(first), await enter(other)];
  const [second, government, teller] = await Promise.all([phones("office")[1], phones("government")[0], phones("account_bank")[0]].map(enter));
  return {
    firm: (await enter(firm)).token,
    department: department.token,
    departmentOrg: department.orgId,
    office: office.token,
    seats,
    second: second?.token ?? "",
    government: government?.token ?? "",
    teller: teller?.token ?? "",
  };
}

/** The last two complete years in Shanghai. */
const lastTwoYears = (): [number, number] => {
  const last = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;
  return [last - 1, last];
};

const shanghaiToday = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** An invented identity number whose check character holds. */
function identityOf(n: number): string {
  const first17 = `110229198${n % 10}01${String((n % 28) + 1).padStart(2, "0")}${String(n).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return first17 + "10X98765432"[sum % 11];
}

const draftOf = (n: number, addressedTo: string) => ({
  registeredDistrict: "北京市延庆区",
  registeredAddress: "北京市延庆区康庄镇一号",
  registration: "existing",
  establishedOn: "2018-03-01",
  industry: "industry",
  activity: "other",
  listedProcess: "no",
  representativeName: "陈一川",
  representativeId: identityOf(n),
  controllerName: "陈一川",
  controllerId: identityOf(n),
  years: lastTwoYears().map((fiscalYear) => ({ fiscalYear, headcount: "42", revenue: "18000000.00", assets: "25000000.00" })),
  projectDescription: "储能电池壳体生产线",
  needAmount: "3000000.00",
  needPurpose: "采购原料",
  needTermMonths: "12",
  focusField: "green_energy",
  focusProfiles: ["high_growth"],
  focusEvidence: "近两年营收增长",
  dishonestEnterprise: "no",
  dishonestRepresentative: "no",
  addressedTo,
  consentTruth: true,
  consentPrivacy: true,
  consentBanks: true,
});

const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

async function upload(origin: string, token: string, caseId: string, kind: string, fiscalYear?: number): Promise<void> {
  const form = new FormData();
  form.set("caseId", caseId);
  form.set("kind", kind);
  if (fiscalYear) form.set("fiscalYear", String(fiscalYear));
  form.set("filename", `${kind}.pdf`);
  form.set("file", new File([`${PDF}% ${kind} ${fiscalYear ?? ""} ${caseId}`], `${kind}.pdf`, { type: "application/pdf" }));
  await call(origin, "POST", "/statements", token, form);
}

async function readyDraft(origin: string, token: string, n: number, addressedTo: string): Promise<Draft> {
  const { caseId } = await call(origin, "POST", "/applications", token);
  await call(origin, "PUT", `/applications/${caseId}/draft`, token, { revision: 0, changes: draftOf(n, addressedTo) });
  for (const kind of ["business_licence", "social_insurance", "tax_filings"]) await upload(origin, token, caseId, kind);
  for (const year of lastTwoYears())
    for (const kind of ["balance_sheet", "income_statement", "cash_flow"]) await upload(origin, token, caseId, kind, year);
  const { revision } = await call(origin, "GET", `/applications/${caseId}`, token);
  return { caseId, token, revision };
}

/** Drafts of as many firms, each with its own owner; four are prepared at a time. */
export async function readyDrafts(origin: string, people: People, count: number): Promise<Draft[]> {
  const drafts: Draft[] = [];
  const numbers = Array.from({ length: count }, (_, at) => at + 2);
  const prepare = async (n: number) => {
    const token = await signedIn(origin, `139${String(n).padStart(8, "0")}`);
    const first17 = `91110119MA${String(n).padStart(7, "0")}`;
    await call(origin, "POST", "/identity/enterprises", token, {
      creditCode: first17 + checkCharacter(first17),
      name: `北京试算第${n}号科技有限公司`,
    });
    drafts.push(await readyDraft(origin, token, n, people.departmentOrg));
  };
  const worker = async () => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) await prepare(n);
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  return drafts;
}

const TOPICS = ["registration", "dishonest", "conduct", "operations"];

/** From draft to loan: recommended, screened with several findings, voted medium by five units, pushed to two banks, one declines, one offers and lends. */
export async function fundedCase(origin: string, people: People): Promise<{ caseId: string }> {
  const { office, department, seats } = people;
  const [bankA, bankB] = seats.slice(3) as [People["seats"][number], People["seats"][number]];
  const { caseId, revision } = await readyDraft(origin, people.firm, 1, people.departmentOrg);
  const at = (path: string) => `/cases/${caseId}${path}`;
  const post = (path: string, token: string, body?: unknown) => call(origin, "POST", path, token, body);
  await post(`/applications/${caseId}/submit`, people.firm, { revision });
  await post(at("/adopt"), department, { letterNo: "延科推〔2026〕1号", profile: "成立八年的电池壳体企业", loanNeed: "流动资金" });
  await post(at("/screening"), office, { consult: [bankA.orgId] });
  for (const subject of ["enterprise", "representative"]) {
    for (const topic of TOPICS) {
      const finding = {
        source: "external",
        sourceName: "中国执行信息公开网",
        queriedAt: Date.now() - 60_000,
        subject,
        topic,
        result: "clear",
        detail: "未查到",
      };
      await post(at("/screening/findings"), office, finding);
    }
  }
  await post(at("/screening/opinion"), bankA.token, { verdict: "support", detail: "现金流稳定" });
  await post(at("/screening/pass"), office, { summary: "未见重大风险" });
  const { meetingId } = await post("/meetings", office, { title: "第四季度联审会", heldOn: shanghaiToday(), place: "三楼会议室" });
  await post(at("/review"), office, { meetingId, seats: seats.map(({ orgId, personId }) => ({ orgId, personId })) });
  await post(at("/review/open"), office);
  for (const seat of seats) await post(at("/review/ballot"), seat.token, { choice: "medium", reason: "依据经营状况" });
  await post(at("/review/close"), office, { recoveryOwner: seats[0]?.orgId });
  const { leads } = await post(at("/push"), office, { institutions: [bankA.orgId, bankB.orgId], preferenceReason: "按企业意向" });
  await post(at(`/leads/${leads[1].id}/decline`), bankB.token, { reasonCode: "collateral", reason: "抵押不足" });
  const offer = { amount: "3000000.00", ratePercent: "3.85", termMonths: "12", mode: "bank", remark: "" };
  await post(at(`/leads/${leads[0].id}/offer`), bankA.token, offer);
  const loan = { contractNo: "HT-1", principal: "3000000.00", ratePercent: "3.85", termMonths: "12", disbursedOn: shanghaiToday(), mode: "bank" };
  await post(at(`/leads/${leads[0].id}/loan`), bankA.token, loan);
  return { caseId };
}
