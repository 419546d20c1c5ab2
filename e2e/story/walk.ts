/** Steps that the story takes through the API where the screens have been shown already: one firm from nothing to a wanted point. */
import { randomUUID } from "node:crypto";
import { checkCharacter } from "../../shared/enterprise/credit-code";
import { pdf } from "./files";

// biome-ignore lint/suspicious/noExplicitAny: the story looks at replies freely
export type Reply = any;
export type Call = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<Reply>;

/** Requests of one person, in the usual district unless one is named; throws on a refusal. */
export const caller =
  (origin: string, token?: string, scheme?: string): Call =>
  async (method, path, body) => {
    const form = body instanceof FormData;
    const reply = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(scheme ? { "x-scheme": scheme } : {}),
        ...(method === "GET" ? {} : { "idempotency-key": randomUUID() }),
        ...(form || method === "GET" ? {} : { "content-type": "application/json" }),
      },
      ...(method === "GET" ? {} : { body: form ? body : JSON.stringify(body ?? {}) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text.slice(0, 600)}`);
    return JSON.parse(text);
  };

export interface Desk {
  readonly call: Call;
  readonly token: string;
  readonly orgId: string;
  readonly personId: string;
}

export async function desk(origin: string, phone: string): Promise<Desk> {
  const anonymous = caller(origin);
  const { demoCode } = await anonymous("POST", "/identity/codes", { phone });
  const { token } = await anonymous("POST", "/identity/sessions", { phone, code: demoCode });
  return deskOf(origin, token);
}

/** The desk of somebody who is logged in already, e.g. on a screen. */
export async function deskOf(origin: string, token: string): Promise<Desk> {
  const call = caller(origin, token);
  const { person, memberships } = await call("GET", "/identity/me");
  return { call, token, orgId: memberships[0]?.orgId ?? "", personId: person.personId ?? person.id };
}

/** A made-up code that holds by GB 32100 for the n-th invented firm. */
export function codeOf(n: number): string {
  const first17 = `91110119MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
}

/** A made-up identity number whose check character holds. */
export function identityOf(n: number): string {
  const first17 = `110229198${n % 10}0315${String(100 + n)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return first17 + "10X98765432"[[...first17].reduce((sum, digit, at) => sum + (weights[at] ?? 0) * Number(digit), 0) % 11];
}

export const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
export const lastYear = () => Number(today().slice(0, 4)) - 1;

export interface Firm {
  readonly n: number;
  readonly name: string;
  readonly representative: string;
  /** Whose identity number it is: the same one makes one group. */
  readonly identity: number;
  readonly need: string;
  readonly project: string;
}

const PAPERS = {
  business_licence: "营业执照",
  social_insurance: "社保缴费记录",
  tax_filings: "纳税申报记录",
  balance_sheet: "资产负债表",
  income_statement: "利润表",
  cash_flow: "现金流量表",
};
const YEARLY = new Set(["balance_sheet", "income_statement", "cash_flow"]);

/** Everything filled in and uploaded; answers what a submission needs. */
export async function drafted(owner: Desk, firm: Firm, addressedTo: string): Promise<{ caseId: string; revision: number }> {
  const { caseId } = await owner.call("POST", "/applications");
  const changes = {
    registeredDistrict: "北京市延庆区",
    registeredAddress: `北京市延庆区妫水街${firm.n}号`,
    registration: "existing",
    establishedOn: "2017-06-01",
    industry: "industry",
    activity: "other",
    listedProcess: "no",
    representativeName: firm.representative,
    representativeId: identityOf(firm.identity),
    controllerName: firm.representative,
    controllerId: identityOf(firm.identity),
    years: [lastYear() - 1, lastYear()].map((fiscalYear) => ({ fiscalYear, headcount: "46", revenue: "22000000.00", assets: "31000000.00" })),
    projectDescription: firm.project,
    needAmount: firm.need,
    needPurpose: "采购原料和设备",
    needTermMonths: "12",
    focusField: "green_energy",
    focusProfiles: ["high_growth"],
    focusEvidence: "近两年收入持续增长",
    dishonestEnterprise: "no",
    dishonestRepresentative: "no",
    addressedTo,
    consentTruth: true,
    consentPrivacy: true,
    consentBanks: true,
  };
  const { revision } = await owner.call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes });
  const years = [lastYear(), lastYear() - 1].map(String);
  const papers = Object.entries(PAPERS).flatMap(([kind, says]) =>
    YEARLY.has(kind) ? years.map((year) => ({ kind, year, name: says + year })) : [{ kind, year: "", name: says }],
  );
  for (const { kind, year, name } of papers) {
    const paper = pdf(`${name}-${firm.n}`);
    const form = new FormData();
    form.set("caseId", caseId);
    form.set("kind", kind);
    if (year) form.set("fiscalYear", year);
    form.set("filename", paper.name);
    form.set("file", new Blob([new Uint8Array(paper.buffer)]), paper.name);
    await owner.call("POST", "/statements", form);
  }
  return { caseId, revision };
}

export interface Staff {
  readonly department: Desk;
  readonly office: Desk;
  readonly finance: Desk;
  readonly bankA: Desk;
}

/** Handed in, recommended, and screened with bank A's opinion. */
export async function screened(staff: Staff, owner: Desk, firm: Firm): Promise<string> {
  const { department, office, bankA } = staff;
  const { caseId, revision } = await drafted(owner, firm, department.orgId);
  await owner.call("POST", `/applications/${caseId}/submit`, { revision });
  await department.call("POST", `/cases/${caseId}/adopt`, {
    letterNo: `延经信函〔${today().slice(0, 4)}〕${firm.n}号`,
    profile: `${firm.name}经营稳定，项目为${firm.project}。`,
    loanNeed: "流动资金贷款，用于采购原料和设备。",
  });
  await office.call("POST", `/cases/${caseId}/screening`, { consult: [bankA.orgId] });
  await office.call("POST", `/cases/${caseId}/screening/findings`, {
    source: "external",
    sourceName: "中国执行信息公开网",
    queriedAt: Date.now() - 60_000,
    subject: "enterprise",
    topic: "dishonest",
    result: "clear",
    detail: "未查到失信记录",
  });
  await bankA.call("POST", `/cases/${caseId}/screening/opinion`, { verdict: "support", detail: "账户流水与报表相符" });
  await office.call("POST", `/cases/${caseId}/screening/pass`, { summary: "未见重大风险，建议提交联审" });
  return caseId;
}

/** A panel of three gives the tier with one voice. */
export async function voted(staff: Staff, caseId: string, choice: string): Promise<void> {
  const { office, finance, department } = staff;
  const panel = [office, finance, department];
  const { meetingId } = await office.call("POST", "/meetings", { title: "风险联审会议", heldOn: today(), place: "会议室" });
  const seats = panel.map(({ orgId, personId }) => ({ orgId, personId }));
  await office.call("POST", `/cases/${caseId}/review`, { meetingId, seats });
  await office.call("POST", `/cases/${caseId}/review/open`);
  for (const member of panel) await member.call("POST", `/cases/${caseId}/review/ballot`, { choice, reason: "依据近两年报表和订单情况" });
  await office.call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: office.orgId });
}

/** Answers the lead of each institution. */
export async function pushed(staff: Staff, caseId: string, institutions: readonly string[]): Promise<string[]> {
  const body = { institutions, preferenceReason: "企业的开户行" };
  const { leads } = await staff.office.call("POST", `/cases/${caseId}/push`, body);
  return leads.map((lead: { id: string }) => lead.id);
}
