/** The people of the demo district walking a case through the API, one step a function: what the story, race and plan tests share. Imported by tests only. */
import { utils, write } from "@e965/xlsx";
import { checkCharacter } from "../shared/enterprise/credit-code";
import { type Answer, call, phoneOf, tokenOf } from "./testing";

export interface Cast {
  readonly firm: string;
  readonly department: string;
  readonly office: string;
  readonly finance: string;
  readonly government: string;
  readonly bankA: string;
  readonly bankB: string;
  readonly guarantor: string;
  readonly insurer: string;
  readonly lender: string;
  readonly accountBank: string;
  /** A second person of the office. */
  readonly office2: string;
}

const PLACES = {
  firm: 1,
  department: 3,
  office: 4,
  finance: 5,
  government: 6,
  bankA: 7,
  bankB: 8,
  guarantor: 9,
  insurer: 10,
  lender: 11,
  accountBank: 12,
  office2: 15,
} as const;

/** Logs everybody in. */
export async function cast(): Promise<Cast> {
  await call("POST", "/demo/seed", {});
  const entries = await Promise.all(Object.entries(PLACES).map(async ([who, place]) => [who, await tokenOf(phoneOf(place))] as const));
  return Object.fromEntries(entries) as unknown as Cast;
}

/** A made-up code that holds by GB 32100 for the n-th invented firm. */
export const codeOf = (n: number): string => {
  const first17 = `91110119MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
};

/** Registers a further firm with its owner; answers the owner's token. */
export async function newFirm(n: number, name: string): Promise<string> {
  const token = await tokenOf(`139${String(n).padStart(8, "0")}`);
  const made = await call("POST", "/identity/enterprises", { creditCode: codeOf(n), name }, { token });
  if (made.status >= 300) throw new Error(`firm: ${JSON.stringify(made.body)}`);
  return token;
}

/** A valid mainland identity number for the n-th invented person. */
export function identityOf(n: number): string {
  const first17 = `110229198${String(n % 10)}0101${String(n).padStart(3, "0")}`.slice(0, 17);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return first17 + "10X98765432"[sum % 11];
}

export const years = () => {
  const last = Number.parseInt(new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 4), 10) - 1;
  return [last - 1, last];
};

export const draftOf = (person: number, addressedTo: string, need = "3000000.00") => ({
  registeredDistrict: "北京市延庆区",
  registeredAddress: "北京市延庆区康庄镇一号",
  registration: "existing",
  establishedOn: "2018-03-01",
  industry: "industry",
  activity: "other",
  listedProcess: "no",
  representativeName: "陈一川",
  representativeId: identityOf(person),
  controllerName: "陈一川",
  controllerId: identityOf(person),
  years: years().map((fiscalYear) => ({ fiscalYear, headcount: "42", revenue: "18000000.00", assets: "25000000.00" })),
  projectDescription: "储能电池壳体生产线",
  needAmount: need,
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

export const PDF = new TextEncoder().encode(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

export async function upload(token: string, caseId: string, kind: string, fiscalYear?: number, salt = ""): Promise<Answer> {
  const form = new FormData();
  form.set("caseId", caseId);
  form.set("kind", kind);
  if (fiscalYear) form.set("fiscalYear", String(fiscalYear));
  form.set("filename", `${kind}.pdf`);
  form.set("file", new File([PDF, new TextEncoder().encode(`% ${kind} ${fiscalYear ?? ""} ${salt}`)], `${kind}.pdf`, { type: "application/pdf" }));
  return call("POST", "/statements", form, { token });
}

/** A balance sheet in the national layout, as a spreadsheet. */
export function sheetFile(): File {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["资产负债表"],
      ["项目", "期末余额", "年初余额"],
      ["货币资金", 1200000, 900000],
      ["资产总计", 25000000, 21000000],
      ["负债合计", 9000000, 8000000],
      ["所有者权益合计", 16000000, 13000000],
    ]),
    "资产负债表",
  );
  return new File([write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer], "资产负债表.xlsx");
}

export async function uploadAll(token: string, caseId: string): Promise<void> {
  for (const kind of ["business_licence", "social_insurance", "tax_filings"]) must(await upload(token, caseId, kind));
  for (const year of years()) for (const kind of ["balance_sheet", "income_statement", "cash_flow"]) must(await upload(token, caseId, kind, year));
}

/** The answer of a step that has to succeed. */
export function must(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer;
}

export const idOf = (token: string): Promise<{ orgId: string; personId: string }> =>
  call("GET", "/identity/me", undefined, { token }).then(({ body }) => ({
    orgId: body.memberships[0].orgId,
    personId: body.person.personId ?? body.person.id,
  }));

/** From nothing to a case that its recommender can see. */
export async function applied(token: string, person: number, recommender: string, need?: string): Promise<string> {
  const { caseId } = must(await call("POST", "/applications", {}, { token })).body;
  must(await call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes: draftOf(person, recommender, need) }, { token }));
  await uploadAll(token, caseId);
  const { revision } = must(await call("GET", `/applications/${caseId}`, undefined, { token })).body;
  must(await call("POST", `/applications/${caseId}/submit`, { revision }, { token }));
  return caseId as string;
}

let letters = 0;
/** Recommended and screened: ready for a meeting. */
export async function screened(who: Cast, caseId: string): Promise<void> {
  letters += 1;
  const bank = (await idOf(who.bankA)).orgId;
  must(
    await call(
      "POST",
      `/cases/${caseId}/adopt`,
      { letterNo: `延科推〔2026〕${letters}号`, profile: "成立八年的电池壳体企业", loanNeed: "流动资金" },
      { token: who.department },
    ),
  );
  must(await call("POST", `/cases/${caseId}/screening`, { consult: [bank] }, { token: who.office }));
  const finding = {
    source: "external",
    sourceName: "中国执行信息公开网",
    queriedAt: Date.now() - 60_000,
    subject: "enterprise",
    topic: "dishonest",
    result: "clear",
    detail: "未查到",
  };
  must(await call("POST", `/cases/${caseId}/screening/findings`, finding, { token: who.office }));
  must(await call("POST", `/cases/${caseId}/screening/opinion`, { verdict: "support", detail: "现金流稳定" }, { token: who.bankA }));
  must(await call("POST", `/cases/${caseId}/screening/pass`, { summary: "未见重大风险" }, { token: who.office }));
}

export async function meeting(who: Cast): Promise<string> {
  const heldOn = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  return must(await call("POST", "/meetings", { title: "第四季度联审会", heldOn, place: "三楼会议室" }, { token: who.office })).body.meetingId;
}

export const seatsOf = (who: Cast, names: readonly (keyof Cast)[]) => Promise.all(names.map((name) => idOf(who[name])));

/** A panel of the named units votes; answers the closing. */
export async function voted(who: Cast, caseId: string, meetingId: string, votes: Partial<Record<keyof Cast, string>>): Promise<Answer> {
  const names = Object.keys(votes) as (keyof Cast)[];
  const seats = await seatsOf(who, names);
  must(await call("POST", `/cases/${caseId}/review`, { meetingId, seats }, { token: who.office }));
  must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
  await Promise.all(
    names.map(async (name) =>
      must(await call("POST", `/cases/${caseId}/review/ballot`, { choice: votes[name], reason: "依据经营状况" }, { token: who[name] })),
    ),
  );
  return call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: seats[0]?.orgId }, { token: who.office });
}

/** Pushed; answers each institution's lead. */
export async function pushed(who: Cast, caseId: string, institutions: readonly (keyof Cast)[]): Promise<Record<string, string>> {
  const orgs = await seatsOf(who, institutions);
  const { leads } = must(
    await call(
      "POST",
      `/cases/${caseId}/push`,
      { institutions: orgs.map((org) => org.orgId), preferenceReason: "按企业意向" },
      { token: who.office },
    ),
  ).body as { leads: { id: string }[] };
  return Object.fromEntries(institutions.map((name, at) => [name, leads[at]?.id ?? ""]));
}

export const offered = async (token: string, caseId: string, leadId: string): Promise<Answer> =>
  must(
    await call(
      "POST",
      `/cases/${caseId}/leads/${leadId}/offer`,
      { amount: "3000000.00", ratePercent: "3.85", termMonths: "12", mode: "bank", remark: "" },
      { token },
    ),
  );

/** The books opened with both tranches as the document states them; answers the voucher's id. The office draws up, finance checks. */
export async function openedFund(who: Pick<Cast, "office" | "finance">): Promise<string> {
  const on = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const body = { kind: "open", tranches: [{ amount: "15000000.00" }, { amount: "15000000.00" }], on };
  const { id } = must(await call("POST", "/fund/vouchers", body, { token: who.office })).body;
  must(await call("POST", `/fund/vouchers/${id}/check`, {}, { token: who.finance }));
  return id as string;
}

export const loanBody = (contractNo: string, principal = "3000000.00") => ({
  contractNo,
  principal,
  ratePercent: "3.85",
  termMonths: "12",
  disbursedOn: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
  mode: "bank",
});
