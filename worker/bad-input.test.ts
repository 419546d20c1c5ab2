/** What nobody should send and somebody will: refused in plain words, and nothing of what stood is lost. */
import { read, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { api } from "../shared/contract/api";
import { PATHS, type RouteName } from "../shared/contract/paths";
import { ORG_KINDS, type OrgKind } from "../shared/process/party";
import { schemeOf } from "../shared/schemes/registry";
import { app } from "./app";
import { DEMO_DISTRICTS } from "./demo/people";
import { type EventRow, verifyChain } from "./event";
import { everything } from "./observed";
import { PERMITS, permits } from "./permission";
import {
  applied,
  type Cast,
  cast,
  codeOf,
  draftOf,
  idOf,
  loanBody,
  meeting,
  must,
  newFirm,
  offered,
  openedFund,
  pushed,
  screened,
  upload,
  uploadAll,
  voted,
} from "./story";
import { type Answer, call, env, phoneOf, tokenOf } from "./testing";

let who: Cast;
let department: string;
let pushedCase: string;
let leads: Record<string, string>;
let pushedFirm: string;
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  department = (await idOf(who.department)).orgId;
  pushedFirm = await newFirm(701, '=HYPERLINK("http://x.invalid","北京")');
  pushedCase = await applied(pushedFirm, 701, department);
  await screened(who, pushedCase);
  await voted(who, pushedCase, await meeting(who), { office: "low", finance: "low", department: "low" });
  leads = await pushed(who, pushedCase, ["bankA", "bankB"]);
  await offered(who.bankA, pushedCase, leads.bankA ?? "");
}, 60_000);

/** A refusal in plain words: never a 5xx, always problem+json with a code and the number of the request. */
function plainly(answer: Answer, code?: string): { code: string; figures: Record<string, string>; field?: string; article?: string }[] {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body).toMatchObject({ status: answer.status, requestId: answer.headers.get("x-request-id") });
  if (code) expect(answer.body.code).toBe(code);
  return answer.body.refusals;
}
/** Refused, and every table as it was. */
async function nothingLost(send: () => Promise<Answer>, code?: string) {
  const before = await everything(env.DB);
  const refusals = plainly(await send(), code);
  expect(await everything(env.DB)).toEqual(before);
  return refusals;
}
const post = (path: string, body: unknown, token: string) => call("POST", path, body, { token });

describe("amounts", () => {
  let token: string;
  let caseId: string;
  let revision = 0;
  beforeAll(async () => {
    token = await newFirm(702, "北京金额有限公司");
    ({ caseId } = must(await post("/applications", {}, token)).body);
    ({ revision } = must(await call("PUT", `/applications/${caseId}/draft`, { revision, changes: draftOf(702, department) }, { token })).body);
    await uploadAll(token, caseId);
  });
  it.each([
    ["YQ-020 5,000,000.01", "5000000.01", "need_over_cap"],
    ["YQ-020 5,000,000.01 in full-width digits", "５００００００．０１", "need_over_cap"],
    ["YQ-020 9007199254740993", "9007199254740993", "need_invalid"],
    ["YQ-020 90071992547409.91, the most that fen can say", "90071992547409.91", "need_over_cap"],
    ["YQ-020 90071992547409.92", "90071992547409.92", "need_invalid"],
    ["YQ-020 1e21", "1e21", "need_invalid"],
    ["−0", "-0", "need_invalid"],
    ["-1", "-1", "need_invalid"],
    ["nothing at all", "", "field_required"],
    ["blank", "   ", "field_required"],
    ["three decimals", "1.001", "need_invalid"],
    ["NaN", "NaN", "need_invalid"],
    ["hexadecimal", "0x10", "need_invalid"],
    ["other digits", "٣٠٠٠٠٠٠", "need_invalid"],
  ])("%s is refused with its field, and the draft stays", async (_, given, code) => {
    ({ revision } = must(await call("PUT", `/applications/${caseId}/draft`, { revision, changes: { needAmount: given } }, { token })).body);
    const refusals = await nothingLost(() => post(`/applications/${caseId}/submit`, { revision }, token));
    expect(refusals).toContainEqual(expect.objectContaining({ code, field: "needAmount" }));
    if (code === "need_over_cap") expect(refusals[0]).toMatchObject({ article: "二（一）", figures: { limit: "5000000.00" } });
    const desk = must(await call("GET", `/applications/${caseId}`, undefined, { token })).body;
    expect([desk.status, desk.draft.needAmount]).toEqual(["draft", given]);
  });
  it("YQ-020 5,000,000.00 in full-width digits with commas is what it says", async () => {
    ({ revision } = must(
      await call("PUT", `/applications/${caseId}/draft`, { revision, changes: { needAmount: "５，０００，０００．００" } }, { token }),
    ).body);
    must(await post(`/applications/${caseId}/submit`, { revision }, token));
    expect((await call("GET", `/cases/${caseId}`, undefined, { token })).body.need.amount).toBe("5000000.00");
  });
  it.each(["5000000.01", "3000000.01", "1e21", "-0", "0", "0.001", "９９９９９９９９", "9007199254740993", " ", "Infinity"])(
    "a loan of %s is refused with its field",
    async (principal) => {
      const refusals = await nothingLost(() => post(`/cases/${pushedCase}/leads/${leads.bankA}/loan`, loanBody("HT-BAD", principal), who.bankA));
      expect(refusals.some((refusal) => refusal.field === "principal")).toBe(true);
    },
  );
  it.each([
    ["rate", { ratePercent: "1e2" }, "ratePercent"],
    ["rate of nothing", { ratePercent: "0" }, "ratePercent"],
    ["term", { termMonths: "12.5" }, "termMonths"],
    ["term of 10¹⁰", { termMonths: "9999999999" }, "termMonths"],
    ["day that does not exist", { disbursedOn: "2026-02-30" }, "disbursedOn"],
    ["day to come", { disbursedOn: "2027-01-01" }, "disbursedOn"],
    ["way of lending", { mode: "constructor" }, "mode"],
    ["contract number", { contractNo: "\u202e1-TH" }, "contractNo"],
  ])("a loan with a bad %s is refused with its field", async (_, change, field) => {
    const refusals = await nothingLost(() => post(`/cases/${pushedCase}/leads/${leads.bankA}/loan`, { ...loanBody("HT-BAD"), ...change }, who.bankA));
    expect(refusals[0]).toMatchObject({ field });
  });
});

describe("credit codes", () => {
  const good = codeOf(799);
  const register = async (creditCode: string) =>
    post("/identity/enterprises", { creditCode, name: "北京代码有限公司" }, await tokenOf("13900000799"));
  it.each(["I", "O", "Z", "S", "V"])("with a %s are refused, the place named", async (letter) => {
    const answer = await register(`${good.slice(0, 9)}${letter}${good.slice(10)}`);
    expect(plainly(answer, "credit_code_invalid")[0]).toMatchObject({ field: "creditCode", figures: { at: "10", character: letter } });
  });
  it.each([
    good.slice(0, 17),
    `${good}0`,
    `${good.slice(0, 17)}${good.endsWith("1") ? "2" : "1"}`,
    "📄".repeat(18),
    "\u0000".repeat(18),
    "-".repeat(64),
  ])("%s is refused", async (code) => {
    expect(plainly(await register(code), "credit_code_invalid")[0]?.field).toBe("creditCode");
  });
  it("full-width, lower case and with zero-width characters are one firm's, registered once", async () => {
    const wide = Array.from(good, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join("");
    must(await register(`\u200b${wide.toLowerCase()}\ufeff`));
    for (const again of [good, ` ${good.slice(0, 8)}\u200d ${good.slice(8)}`]) plainly(await register(again), "already_exists");
  });
});

/** Somebody whom a route is for that nobody of the first district may call: of the first other document that knows it. */
async function elsewhere(name: RouteName): Promise<Asker> {
  for (const [scheme, { people }] of Object.entries(DEMO_DISTRICTS)) {
    const person = people.find(({ orgKind }) => permits(PERMITS[name], orgKind, schemeOf(scheme)));
    if (!person) continue;
    await call("POST", "/demo/seed", {}, { scheme });
    return { token: await tokenOf(person.phone), scheme };
  }
  return {};
}

interface Asker {
  readonly token?: string;
  readonly scheme?: string;
}

/** Somebody whom each route is for, and where its path leads. */
const asker = async (name: RouteName): Promise<Asker> => {
  const { who: allowed } = PERMITS[name];
  if (allowed === "anyone") return {};
  const kinds: Partial<Record<OrgKind, keyof Cast>> = {
    enterprise: "firm",
    department: "department",
    office: "office",
    finance: "finance",
    government: "government",
    bank: "bankA",
    insurer: "insurer",
    account_bank: "accountBank",
  };
  const kind = allowed === "signed_in" ? "office" : ORG_KINDS.find((one) => kinds[one] && permits(PERMITS[name], one, schemeOf("yanqing")));
  const token = who[kinds[kind as OrgKind] as keyof Cast];
  return token ? { token } : elsewhere(name);
};
/** What takes a form, and what takes nothing. */
const NO_JSON: readonly RouteName[] = ["uploadStatement", "importRepayments", "importOpening", "seedDemo"];
const commands = (Object.keys(PATHS) as RouteName[]).filter((name) => PATHS[name][0] !== "GET" && !NO_JSON.includes(name));

describe.each(commands)("%s", (name) => {
  const deep = `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`;
  it("takes no body that the contract does not know, and keeps nothing of it", async () => {
    const [method, path] = PATHS[name];
    const who = await asker(name);
    const send = (body: unknown) => call(method, path.replace(/:\w+/g, "x"), body, who);
    const before = await everything(env.DB);
    const bodies: [unknown, string][] = [
      [{ extra: 1 }, "field"],
      ['{"__proto__":{"admin":true}}', "body_invalid"],
      ['{"a":{"constructor":{"prototype":1}}}', "body_invalid"],
      [deep, "body_invalid"],
      [`[${deep}]`, "body_invalid"],
      ["{oops", "body_invalid"],
      ['{"a":NaN}', "body_invalid"],
      ["[]", "field"],
      ["null", "field"],
      ['"text"', "field"],
      ["12", "field"],
      [JSON.stringify({ a: "甲".repeat(100_000) }), "body_too_large"],
    ];
    for (const [body, code] of bodies) {
      const answer = await send(body);
      plainly(answer);
      expect([String(body).slice(0, 30), answer.body.code]).toEqual([
        String(body).slice(0, 30),
        code === "field" ? expect.stringMatching(/^(field|phone|code|credit)_/) : code,
      ]);
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(await everything(env.DB)).toEqual(before);
  });
});

describe("steps skipped and keys made up", () => {
  it("no step can be taken before its turn, and each refusal says where the case is", async () => {
    const token = await newFirm(703, "北京跳步有限公司");
    const caseId = await applied(token, 703, department);
    const skips: [string, unknown, string][] = [
      [`/cases/${caseId}/screening`, { consult: [(await idOf(who.bankA)).orgId] }, who.office],
      [`/cases/${caseId}/screening/pass`, { summary: "可" }, who.office],
      [`/cases/${caseId}/review/open`, {}, who.office],
      [`/cases/${caseId}/review/close`, { recoveryOwner: department }, who.office],
      [`/cases/${caseId}/review/ballot`, { choice: "low", reason: "可" }, who.department],
      [`/cases/${caseId}/push`, { institutions: [(await idOf(who.bankA)).orgId] }, who.office],
      [`/applications/${caseId}/submit`, { revision: 1 }, token],
    ];
    for (const [path, body, by] of skips) {
      const [refusal] = await nothingLost(() => post(path, body, by));
      expect(refusal?.code).toMatch(/^(wrong_step|review_not_open|push_not_ready|unit_not_on_panel|not_recommended|not_screened)$/);
    }
    await nothingLost(() => call("PUT", `/applications/${caseId}/draft`, { revision: 1, changes: { needAmount: "1" } }, { token }), "wrong_step");
  });
  it.each(["", "k".repeat(201), "ключ", "a\tb"])("an idempotency key %j is refused", async (key) => {
    const answer = await call("POST", "/meetings", { title: "会", heldOn: "2026-12-01", place: "楼" }, { token: who.office, key }).catch(
      (error: TypeError) => error,
    );
    // a key that is no header at all never leaves the phone
    if (!(answer instanceof Error)) plainly(answer, "idempotency_key_required");
  });
  it.each(["x", "%00", "..%2F..%2Fetc", "'%20OR%201=1--", "%F0%9F%93%84", "a".repeat(5000)])("an id %s is nobody's", async (id) => {
    const read = ["cases/", "statements/", "meetings/", "instructions/", "fund/reports/"].map(
      (of) => `/${of}${id}${of === "statements/" ? "/file" : ""}`,
    );
    for (const path of [...read, `/cases/${id}/statements`, `/cases/${id}/exposure`])
      plainly(await call("GET", path, undefined, { token: who.office }), "not_found");
    const commands: [string, unknown, string][] = [
      [`/payables/${id}/instruction`, {}, who.office],
      [`/instructions/${id}/countersign`, {}, who.office2],
      [`/instructions/${id}/paid`, {}, who.accountBank],
      [`/fund/vouchers/${id}/check`, {}, who.finance],
      [`/fund/major/${id}/reported`, { documentNo: "1号" }, who.office],
      [`/subsidies/${id}/approve`, {}, who.office],
      [`/sanctions/listings/${id}/lift`, { reason: "理由", documentNo: "1号" }, who.office],
    ];
    for (const [path, body, token] of commands) plainly(await call("POST", path, body, { token }), "not_found");
  });
  it.each([
    "cursor=junk",
    "cursor=1.%27",
    "limit=0",
    "limit=-1",
    "limit=1e9",
    "limit=abc",
    "status=nonsense",
    `q=${"%E5%8C%97".repeat(61)}`,
    `recommender=${"x".repeat(65)}`,
  ])("a list asked for with %s is refused with the field", async (query) => {
    expect(plainly(await call("GET", `/cases?${query}`, undefined, { token: who.office }), undefined)[0]?.field).toBe(query.split("=")[0]);
  });
  it.each([
    ["/loans", "bankA"],
    ["/claims", "office"],
    ["/recoveries", "office"],
    ["/payables", "office"],
    ["/instructions", "accountBank"],
    ["/fund/postings", "finance"],
    ["/fund/vouchers", "finance"],
    ["/policies", "insurer"],
    ["/subsidies", "firm"],
  ] as const)("the list %s says which part of its question it cannot read", async (path, as) => {
    const limited = !["/fund/vouchers", "/policies", "/subsidies"].includes(path);
    // a policy's number is whatever its insurer wrote
    const quoted = path === "/policies" ? [] : ["cursor=1.%27"];
    for (const query of ["cursor=junk", ...quoted, `cursor=${"9".repeat(300)}`, ...(limited ? ["limit=0", "limit=1e9", "limit=abc"] : [])]) {
      const [refusal] = plainly(await call("GET", `${path}?${query}`, undefined, { token: who[as] }));
      expect([path, query, refusal?.field]).toEqual([path, query, query.split("=")[0]]);
    }
    for (const query of ["", "caseId=%27%20OR%201=1--", "q=%25", "nonsense=1"]) {
      const { status } = await call("GET", `${path}?${query}`, undefined, { token: who[as] });
      expect([path, query, [200, 400].includes(status)]).toEqual([path, query, true]);
    }
  });
  it.each(["q=%25", "q=_", "q=%27%22%3B--", "q=%F0%9F%93%84", "q=%EF%BC%B9%EF%BC%B1", "q=%00", "from=junk&until=junk", "cursor=9999999999999999.z"])(
    "a list asked for with %s answers",
    async (query) => {
      for (const token of [who.office, who.department, who.bankA])
        expect((await call("GET", `/cases?${query}`, undefined, { token })).status).toBe(200);
    },
  );
  it("acting as somebody else's membership is refused", async () => {
    const { body } = await call("GET", "/identity/me", undefined, { token: who.finance });
    for (const actingAs of [body.acting.membershipId as string, "x", "'; --"])
      plainly(await call("GET", "/cases", undefined, { token: who.bankA, actingAs }), "role_forbidden");
  });
  it("the same key in another membership's name is another command", async () => {
    const { orgId } = must(await post("/organisations", { kind: "bank", name: "北京兼任银行" }, who.office)).body;
    const { personId } = await idOf(who.bankB);
    const { membershipId } = must(await post("/identity/staff", { phone: phoneOf(8), name: "郑可", orgId, title: "业务主管" }, who.office)).body;
    expect(personId).toBeTruthy();
    const url = { url: "https://receiver.invalid/" };
    must(await call("PUT", "/webhook", url, { token: who.bankB, key: "both" }));
    plainly(await call("PUT", "/webhook", url, { token: who.bankB, key: "both", actingAs: membershipId }), "idempotency_conflict");
  });
});

describe("people", () => {
  it("staff disabled with a form open are out at once, and the case stays as it was", async () => {
    const { orgId } = await idOf(who.department);
    const { membershipId } = must(await post("/identity/staff", { phone: "13600000700", name: "将离", orgId, title: "业务主管" }, who.office)).body;
    const leaving = await tokenOf("13600000700");
    const caseId = await applied(await newFirm(704, "北京停用有限公司"), 704, department);
    must(await call("GET", `/cases/${caseId}`, undefined, { token: leaving }));
    must(await post(`/identity/staff/${membershipId}/disable`, {}, who.office));
    const letter = { letterNo: "停用〔2026〕1号", profile: "概况", loanNeed: "需求" };
    await nothingLost(() => post(`/cases/${caseId}/adopt`, letter, leaving), "session_expired");
    const code = must(await call("POST", "/identity/codes", { phone: "13600000700" })).body.demoCode;
    plainly(await call("POST", "/identity/sessions", { phone: "13600000700", code }), "person_disabled");
    must(await post(`/cases/${caseId}/adopt`, letter, who.department));
  });
  it("two devices at one draft merge field by field; what one overwrote it is told", async () => {
    const token = await newFirm(705, "北京两机有限公司");
    const { caseId } = must(await post("/applications", {}, token)).body;
    const save = (revision: number, changes: unknown) => call("PUT", `/applications/${caseId}/draft`, { revision, changes }, { token });
    const [one, two] = await Promise.all([
      save(0, { needAmount: "1.00", needPurpose: "采购" }),
      save(0, { projectDescription: "项目", needAmount: "2.00" }),
    ]);
    const revisions = [must(one).body.revision, must(two).body.revision].sort();
    expect(revisions).toEqual([1, 2]);
    const later = one.body.revision === 2 ? one : two;
    expect(later.body.overwritten).toEqual(["needAmount"]);
    const { draft } = (await call("GET", `/applications/${caseId}`, undefined, { token })).body;
    expect(draft).toMatchObject({ needPurpose: "采购", projectDescription: "项目", needAmount: later === one ? "1.00" : "2.00" });
    await nothingLost(() => post(`/applications/${caseId}/submit`, { revision: 1 }, token), "stale");
  });
});

describe("amounts of the fund", () => {
  beforeAll(async () => {
    await openedFund(who);
  });
  const BAD = ["", " ", "1.001", "-1", "1e3", "NaN", "0x10", "９９９９９９９９９９９９９９９９９", "九百"];
  it.each(BAD)("a voucher of %j is refused with its field, and nothing is booked", async (amount) => {
    const body = { kind: "movement", reason: "interest", amount, on: "2026-01-05", documentNo: "利息" };
    expect(await nothingLost(() => post("/fund/vouchers", body, who.office))).toMatchObject([{ field: "amount" }]);
  });
  it("a voucher of nothing, of a day to come or of a kind that there is none is refused", async () => {
    await nothingLost(() =>
      post("/fund/vouchers", { kind: "movement", reason: "interest", amount: "0", on: "2026-01-05", documentNo: "1" }, who.office),
    );
    await nothingLost(() =>
      post("/fund/vouchers", { kind: "movement", reason: "interest", amount: "1", on: "2999-01-01", documentNo: "1" }, who.office),
    );
    for (const kind of ["constructor", "subsidy_return", ""])
      await nothingLost(() => post("/fund/vouchers", { kind, amount: "1", on: "2026-01-05", documentNo: "1" }, who.office));
  });
});

describe("names", () => {
  it.each([
    ["../../../etc/passwd", /^passwd\.pdf$/],
    ["a\r\nset-cookie: x=1.pdf", /^aset-cookie x=1\.pdf$/],
    ["\u202efdp.exe", /^fdp\.pdf$/],
    [`${"长".repeat(100)}.pdf`, /^长{100}\.pdf$/],
    [`${"a".repeat(300)}.pdf`, /^a{100}\.pdf$/],
    ["..", /^file\.pdf$/],
    ["CON.pdf.exe", /^CON\.pdf\.pdf$|^CON\.pdf$/],
  ])("a file called %j is kept under a harmless name and served as an attachment", async (given, shown) => {
    const token = await newFirm(710 + given.length, `北京文件${given.length}有限公司`);
    const { caseId } = must(await post("/applications", {}, token)).body;
    const form = new FormData();
    for (const [field, value] of Object.entries({ caseId, kind: "other", filename: given })) form.set(field, value);
    form.set(
      "file",
      new File(
        ["%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"],
        "x.pdf",
      ),
    );
    const kept = must(await call("POST", "/statements", form, { token })).body;
    expect(kept.filename).toMatch(shown);
    const served = must(await call("GET", `/statements/${kept.statementId}/file`, undefined, { token })).headers;
    expect(served.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!-]+$/);
    expect(served.get("set-cookie")).toBeNull();
  });
  it("a file for somebody else's case, of no kind, or in no form is refused", async () => {
    for (const [caseId, kind, code] of [
      ["x", "other", "not_found"],
      [pushedCase, "nonsense", "statement_kind_invalid"],
      [pushedCase, "agreement", "access_denied"],
    ] as const)
      await nothingLost(() => upload(pushedFirm, caseId, kind), code);
    await nothingLost(() => post("/statements", { caseId: pushedCase }, pushedFirm), "body_invalid");
  });
  it("a company called =HYPERLINK(…) is text in the export, in every cell", async () => {
    const request = new Request("http://test/api/cases/export", { headers: { authorization: `Bearer ${who.office}` } });
    const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
    const book = read(await answer.arrayBuffer(), { type: "array", cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!")) as [string, { t: string; f?: string; v: unknown }][];
    expect(utils.sheet_to_json<string[]>(sheet, { header: 1 }).some((row) => row[1]?.startsWith("=HYPERLINK"))).toBe(true);
    expect(cells.filter(([, cell]) => cell.t !== "s" || cell.f !== undefined || typeof cell.v !== "string")).toEqual([]);
  });
  it("half a character in a text keeps the chain whole", async () => {
    const caseId = await applied(await newFirm(706, "北京半字有限公司"), 706, department);
    const half = '{"letterNo":"半〔2026〕1号","profile":"概\\ud800况","loanNeed":"需求\\udfff"}';
    expect((await post(`/cases/${caseId}/adopt`, half, who.department)).status).toBeLessThan(500);
    const { results } = await env.DB.prepare("SELECT * FROM case_event WHERE case_id = ? ORDER BY seq").bind(caseId).all<EventRow>();
    expect(await verifyChain(results)).toBeNull();
  });
});

describe("institutions", () => {
  it("YQ-055 a push to one without an agreement, to one suspended, twice to one, to no institution or to nobody is refused", async () => {
    const caseId = await applied(await newFirm(707, "北京无约有限公司"), 707, department);
    await screened(who, caseId);
    await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" });
    const bank = must(await post("/organisations", { kind: "bank", name: "北京无约银行" }, who.office)).body.orgId as string;
    const known = (await idOf(who.bankA)).orgId;
    const push = (...institutions: string[]) =>
      nothingLost(() => post(`/cases/${caseId}/push`, { institutions, preferenceReason: "按意向" }, who.office));
    expect((await push(bank))[0]).toMatchObject({ code: "no_agreement", article: "二（六）", figures: { institution: "北京无约银行" } });
    expect((await push(known, bank))[0]).toMatchObject({ code: "no_agreement" });
    expect((await push(known, known))[0]).toMatchObject({ code: "institution_duplicate" });
    expect((await push("x"))[0]).toMatchObject({ code: "partner_type_mismatch" });
    expect((await push(department))[0]).toMatchObject({ code: "partner_type_mismatch" });
    expect((await push())[0]).toMatchObject({ field: "institutions" });
  });
  it("YQ-068 a lead declined twice is declined once", async () => {
    const decline = () => post(`/cases/${pushedCase}/leads/${leads.bankB}/decline`, { reasonCode: "collateral", reason: "抵押不足" }, who.bankB);
    const taps = await Promise.all([decline(), decline()]);
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 422]);
    await nothingLost(decline, "lead_closed");
    await nothingLost(
      () => post(`/cases/${pushedCase}/leads/${leads.bankB}/offer`, { amount: "1.00", ratePercent: "3", termMonths: "12", mode: "bank" }, who.bankB),
      "lead_closed",
    );
  });
});

it("every command of the API was walked", () => {
  expect(commands.length).toBe(Object.values(api).filter((route) => route.method !== "GET").length - NO_JSON.length);
});
