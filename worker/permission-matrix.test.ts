/** Every route × every kind of organisation × {own, another's, none}: the permits are walked, not trusted. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PATHS, type RouteName } from "../shared/contract/paths";
import { shanghaiDay } from "../shared/local-date";
import { ORG_KINDS, type OrgKind } from "../shared/process/party";
import { schemeOf } from "../shared/schemes/registry";
import { app } from "./app";
import { drawsUp, due, ordered } from "./payment/pay-story";
import { PERMITS, permits } from "./permission";
import {
  applied,
  type Cast,
  cast,
  idOf,
  loanBody,
  meeting,
  must,
  newFirm,
  openedFund,
  pushed,
  screened,
  seatsOf,
  sheetFile,
  upload,
  voted,
} from "./story";
import { covered, files } from "./subsidy/subsidy-story";
import { type Answer, call, env, phoneOf, tokenOf } from "./testing";

const PLACES: Record<OrgKind, number> = {
  enterprise: 1,
  township: 2,
  department: 3,
  office: 4,
  finance: 5,
  government: 6,
  bank: 7,
  guarantor: 9,
  insurer: 10,
  lender: 11,
  account_bank: 12,
  auditor: 13,
  // the demo's document has neither
  manager: 0,
  regulator: 0,
};
const KINDS = ORG_KINDS.filter((kind) => PLACES[kind] > 0);
/** Kinds that see every case of the district that was handed in. */
const DESKS: readonly OrgKind[] = ["office", "finance", "auditor"];
/** What the parameters of a path point at. */
const PARAMS = [
  "caseId",
  "leadId",
  "meetingId",
  "statementId",
  "noticeId",
  "membershipId",
  "outboxId",
  "orgId",
  "sessionId",
  "payableId",
  "no",
  "voucherId",
  "half",
  "matterId",
  "subsidyId",
  "listingId",
  "amendmentId",
  "banId",
  "reportId",
  "period",
  "consentId",
  "candidacyId",
  "allocationId",
] as const;
type Ids = Record<(typeof PARAMS)[number], string>;

const tokens = {} as Record<OrgKind, string>;
const own = {} as Record<OrgKind, Ids>;
/** Ids that exist and are somebody else's: of a draft, of another recommender's case, of another district. */
const others = {} as Record<OrgKind, Ids[]>;
let who: Cast;

const NONE = "00000000-0000-4000-8000-000000000000";
const none = Object.fromEntries(PARAMS.map((param) => [param, NONE])) as Ids;
const one = async (text: string, ...values: unknown[]): Promise<string> =>
  (await env.DB.prepare(text)
    .bind(...values)
    .first<string>("id")) ?? NONE;

/** The same things in another district that shares the database. */
async function elsewhere(): Promise<Ids> {
  const now = Date.now();
  const rows: [string, ...unknown[]][] = [
    ["INSERT INTO person (id, name, phone, email, created_at, updated_at) VALUES ('e-p', '外人', '13300000000', 'e@person.invalid', ?, ?)", now, now],
    ["INSERT INTO person (id, name, phone, email, created_at, updated_at) VALUES ('e-q', '外人', '13300000001', 'q@person.invalid', ?, ?)", now, now],
    ["INSERT INTO organisation (id, scheme_id, kind, name, registered_at) VALUES ('e-o', 'elsewhere', 'bank', '外区银行', ?)", now],
    [
      "INSERT INTO organisation (id, scheme_id, kind, name, credit_code, registered_at) VALUES ('e-f', 'elsewhere', 'enterprise', '外区企业', '91350100M000100Y43', ?)",
      now,
    ],
    ["INSERT INTO membership (id, person_id, org_id, title, registered_at) VALUES ('e-m', 'e-p', 'e-o', '业务主管', ?)", now],
    [
      "INSERT INTO meeting (id, scheme_id, title, held_on, place, convoked_by, recorded_at) VALUES ('e-g', 'elsewhere', '会', '2026-11-21', '外区', 'e-p', ?)",
      now,
    ],
    [
      "INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, submitted_on, moved_at) VALUES ('e-c', 'elsewhere', 2026, 1, 'WQ-1', 'e-f', '外区企业', '91350100M000100Y43', 'check', 'screening', '2026-11-01', '2026-11-01', ?)",
      now,
    ],
    [
      "INSERT INTO statement (id, case_id, kind, filename, media_type, bytes, sha256, object_key, uploaded_by, uploaded_org, uploaded_at) VALUES ('e-s', 'e-c', 'other', 'a.pdf', 'application/pdf', 1, 'x', 'elsewhere/x', 'e-p', 'e-f', ?)",
      now,
    ],
    [
      "INSERT INTO webhook_endpoint (id, org_id, scheme_id, url, secret, set_at) VALUES ('e-w', 'e-o', 'elsewhere', 'https://x.invalid', 's', ?)",
      now,
    ],
    [
      "INSERT INTO outbox (id, kind, endpoint_id, scheme_id, payload, status, next_at, recorded_at) VALUES ('e-l', 'webhook', 'e-w', 'elsewhere', '{}', 'dead', 1, ?)",
      now,
    ],
    ["INSERT INTO notice (id, to_org, code, figures, recorded_at) VALUES ('e-n', 'e-o', 'pushed', '{}', ?)", now],
    ["INSERT INTO session (id, token, person_id, expires_at, started_at, updated_at) VALUES ('e-t', 'hash', 'e-p', ?, ?, ?)", now * 2, now, now],
    [
      "INSERT INTO payable (scheme_id, id, reason, of_id, case_id, payee_org, amount, approved_on) VALUES ('elsewhere', 'e-k', 'compensation', 'e-k', 'e-c', 'e-o', 1, '2026-11-01')",
    ],
    [
      "INSERT INTO fund_instruction (scheme_id, no, year, serial, payable_id, case_id, on_day, plan, ratio, status, made_by, checked_by, moved_at) VALUES ('elsewhere', 'WQF-1', 2026, 1, 'e-k', 'e-c', '2026-11-01', '{\"path\":\"DIRECT\",\"account\":1,\"quota\":0,\"unfunded\":0,\"flag\":null}', '0.50', 'INSTRUCTED', 'e-p', 'e-q', ?)",
      now,
    ],
    [
      "INSERT INTO voucher (id, scheme_id, kind, on_day, body, lines, why, made_by, made_org, recorded_at) VALUES ('e-v', 'elsewhere', 'movement', '2026-11-01', '{}', '[]', 'x', 'e-p', 'e-o', ?)",
      now,
    ],
    [
      "INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('e-a', 'elsewhere', 'fund_paused', '2026-11-01', '{}', '一', ?)",
      now,
    ],
    [
      "INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at) VALUES ('e-d', 'elsewhere', 'e-c', '91350100M000100Y43', '外区企业', 'e-o', 'insurance', 'WQ-1', 1, '0.03', 12, '2026-11-01', 'low', '0.30', ?)",
      now,
    ],
    [
      "INSERT INTO policy (scheme_id, policy_no, case_id, loan_id, insurer_org, insured_org, product, premium, insured_amount, from_day, until_day, recorded_by, recorded_at) VALUES ('elsewhere', 'WQ-B', 'e-c', 'e-d', 'e-o', 'e-f', '险', 1, 1, '2026-11-01', '2026-11-02', 'e-p', ?)",
      now,
    ],
    [
      "INSERT INTO subsidy (id, scheme_id, case_id, firm_org, insurer_org, policy_no, receipt_no, premium, filed_on, filed_by, moved_at) VALUES ('e-y', 'elsewhere', 'e-c', 'e-f', 'e-o', 'WQ-B', '1', 1, '2026-11-01', 'e-p', ?)",
      now,
    ],
    [
      "INSERT INTO listing (id, scheme_id, credit_code, name, reason, platform, listed_on, made_by, recorded_at) VALUES ('e-i', 'elsewhere', '91350100M000100Y43', '外区企业', '失信', '平台', '2026-11-01', 'e-p', ?)",
      now,
    ],
  ];
  rows.push([
    "INSERT INTO amendment (id, scheme_id, key, value, from_day, reason, proposed_by, proposed_org, proposed_on, proposed_at) VALUES ('e-h', 'elsewhere', 'need.max', '1', '2027-01-01', 'x', 'e-p', 'e-o', '2026-11-01', ?)",
    now,
  ]);
  await env.DB.batch(rows.map(([text, ...values]) => env.DB.prepare(text).bind(...values)));
  return {
    ...none,
    caseId: "e-c",
    meetingId: "e-g",
    statementId: "e-s",
    noticeId: "e-n",
    membershipId: "e-m",
    outboxId: "e-l",
    orgId: "e-o",
    sessionId: "e-t",
    payableId: "e-k",
    no: "WQF-1",
    voucherId: "e-v",
    matterId: "e-a",
    subsidyId: "e-y",
    listingId: "e-i",
    amendmentId: "e-h",
  };
}

/** The fund and what is done with its money: a payable, an order to the account bank and one that is none yet, a voucher, a subsidy, a matter, a listing. */
async function money(): Promise<
  Pick<Ids, "payableId" | "no" | "voucherId" | "half" | "matterId" | "subsidyId" | "listingId" | "amendmentId"> & { readonly drawn: string }
> {
  await openedFund(who);
  const [claimed, waiting] = [await due(who, 504), await due(who, 505)];
  const insured = await covered(who, 506);
  const on = shanghaiDay(Date.now());
  const interest = { kind: "movement", reason: "interest", amount: "1.00", on, documentNo: "1号" };
  const amendment = { key: "push.remindDays", value: "50", from: "2027-06-01", reason: "理由" };
  const subsidy = must(await files(insured, "SJ-1", "100.00")).body;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('own-matter', 'yanqing', 'fund_paused', '2026-11-01', '{}', '一', 1)",
    ),
    env.DB.prepare(
      "INSERT INTO listing (id, scheme_id, credit_code, name, reason, platform, listed_on, made_by, recorded_at) SELECT 'own-listing', 'yanqing', '91350100M000100Y43', '外区企业', '失信', '平台', '2026-11-01', id, 1 FROM person WHERE phone = ?",
    ).bind(phoneOf(15)),
  ]);
  return {
    payableId: claimed.claimId,
    no: await ordered(who, claimed.claimId),
    drawn: must(await drawsUp(who.office, waiting.claimId)).body.no,
    voucherId: must(await call("POST", "/fund/vouchers", interest, { token: who.office })).body.id,
    half: `${on.slice(0, 4)}H${on.slice(5, 7) <= "06" ? 1 : 2}`,
    matterId: "own-matter",
    subsidyId: subsidy.id,
    listingId: "own-listing",
    amendmentId: must(await call("POST", "/amendments", amendment, { token: who.office })).body.id,
  };
}

async function fileOf(token: string, caseId: string): Promise<string> {
  return must(await upload(token, caseId, "other")).body.statementId;
}

beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  for (const kind of KINDS) tokens[kind] = await tokenOf(phoneOf(PLACES[kind]));
  const orgs = Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, (await idOf(tokens[kind])).orgId]))) as Record<OrgKind, string>;
  const whole = await applied(who.firm, 1, orgs.department);
  await screened(who, whole);
  const meetingId = await meeting(who);
  await voted(who, whole, meetingId, { office: "high", finance: "high", department: "high" });
  must(await call("POST", `/cases/${whole}/approve`, { documentNo: "延政函〔2026〕1号" }, { token: who.government }));
  await pushed({ ...who, bankB: tokens.insurer, firm: tokens.lender }, whole, ["bankA", "guarantor", "bankB", "firm"]);
  const statementId = await one("SELECT id FROM statement WHERE case_id = ? LIMIT 1", whole);
  const towns = await applied(await newFirm(501, "北京乡镇企业有限公司"), 501, orgs.township);
  await screened({ ...who, department: tokens.township }, towns);
  const townsMeeting = await meeting(who);
  const panel = await seatsOf({ ...who, department: tokens.township, firm: tokens.insurer, bankB: tokens.lender }, [
    "office",
    "finance",
    "department",
    "bankA",
    "guarantor",
    "firm",
    "bankB",
  ]);
  must(await call("POST", `/cases/${towns}/review`, { meetingId: townsMeeting, seats: panel }, { token: who.office }));
  const townsFile = await one("SELECT id FROM statement WHERE case_id = ? LIMIT 1", towns);
  const stranger = await newFirm(502, "北京他人企业有限公司");
  const handedIn = await applied(stranger, 502, (await idOf(await tokenOf(phoneOf(14)))).orgId);
  const strangersFile = await one("SELECT id FROM statement WHERE case_id = ? LIMIT 1", handedIn);
  const drafter = await newFirm(503, "北京草稿企业有限公司");
  const draft = must(await call("POST", "/applications", {}, { token: drafter })).body.caseId as string;
  const draftsFile = await fileOf(drafter, draft);
  const closedMeeting = await meeting(who);
  const abroad = await elsewhere();
  const { drawn, ...moneys } = await money();
  const endpoint = must(await call("PUT", "/webhook", { url: "https://x.invalid/" }, { token: who.bankB }));
  expect(endpoint.status).toBe(200);
  for (const kind of KINDS) {
    const colleague = await call(
      "POST",
      "/identity/staff",
      { phone: `1351000${String(PLACES[kind]).padStart(4, "0")}`, name: "同事", orgId: orgs.bank, title: `${kind}` },
      { token: who.office },
    );
    await env.DB.prepare(
      "INSERT INTO outbox (id, kind, endpoint_id, scheme_id, payload, status, next_at, recorded_at) SELECT ?, 'webhook', id, scheme_id, '{}', 'dead', 1, 1 FROM webhook_endpoint WHERE scheme_id = 'yanqing' LIMIT 1",
    )
      .bind(`dead-${kind}`)
      .run();
    await env.DB.prepare("INSERT INTO notice (id, to_org, code, figures, recorded_at) VALUES (?, ?, 'pushed', '{}', 1)")
      .bind(`notice-${kind}`, orgs[kind])
      .run();
    await tokenOf(phoneOf(PLACES[kind]));
    own[kind] = {
      // the demo's document has neither bans nor reports nor consents nor candidacies nor plans of a year's money
      ...none,
      ...moneys,
      caseId: kind === "township" ? towns : whole,
      leadId: await one(
        "SELECT id FROM lead WHERE case_id = ? AND org_id = ?",
        whole,
        kind === "office" || kind === "enterprise" ? orgs.bank : orgs[kind],
      ),
      meetingId: kind === "department" ? meetingId : townsMeeting,
      statementId: kind === "township" ? townsFile : statementId,
      noticeId: `notice-${kind}`,
      membershipId: colleague.body.membershipId ?? NONE,
      outboxId: `dead-${kind}`,
      orgId: orgs.bank,
      sessionId: await one(
        "SELECT s.id FROM session s JOIN membership m ON m.person_id = s.person_id WHERE m.org_id = ? ORDER BY s.started_at DESC LIMIT 1",
        orgs[kind],
      ),
    };
    const otherKind: OrgKind = kind === "bank" ? "guarantor" : "bank";
    const theirs = {
      leadId: await one("SELECT id FROM lead WHERE case_id = ? AND org_id = ?", whole, orgs[otherKind]),
      noticeId: await one("SELECT id FROM notice WHERE to_org = ? LIMIT 1", orgs[otherKind]),
      sessionId: await one("SELECT s.id FROM session s JOIN membership m ON m.person_id = s.person_id WHERE m.org_id = ? LIMIT 1", orgs[otherKind]),
    };
    others[kind] = [
      // an order that is none yet is nothing to the account bank
      { ...abroad, ...theirs, caseId: draft, statementId: draftsFile, ...(kind === "account_bank" ? { no: drawn } : {}) },
      { ...abroad, ...theirs },
      ...(DESKS.includes(kind) ? [] : [{ ...abroad, ...theirs, caseId: handedIn, statementId: strangersFile, meetingId: closedMeeting }]),
      ...(kind === "township" ? [{ ...abroad, ...theirs, caseId: whole, statementId }] : []),
    ];
  }
}, 60_000);

/** A command that the contract takes, for each route that has a body with something in it. */
const bodies = (ids: Ids): Partial<Record<RouteName, unknown>> => ({
  registerEnterprise: { creditCode: "91350100M000100Y43", name: "甲企业" },
  registerStaff: { phone: "13512345678", name: "甲", orgId: ids.orgId, title: "业务主管" },
  registerInstitution: { kind: "bank", name: `甲银行${crypto.randomUUID().slice(0, 8)}` },
  signAgreement: {
    signedOn: "2026-01-05",
    validFrom: "2026-02-01",
    validUntil: "2027-02-01",
    selectionProcedure: "公开",
    selectedOn: "2026-01-02",
    selectionDocument: "1号",
    duties: "甲",
    compensationTerms: "乙",
    recoveryTerms: "丙",
  },
  saveDraft: { revision: 0, changes: {} },
  submitApplication: { revision: 0 },
  withdrawApplication: { reason: "理由" },
  adoptApplication: { letterNo: `甲〔2026〕${crypto.randomUUID().slice(0, 8)}号`, profile: "概况", loanNeed: "需求" },
  returnApplication: { reason: "理由" },
  openScreening: { consult: [own.bank.orgId] },
  recordFinding: { source: "external", sourceName: "甲网", queriedAt: 1, subject: "enterprise", topic: "dishonest", result: "clear", detail: "无" },
  giveOpinion: { verdict: "support", detail: "可" },
  passScreening: { summary: "可" },
  returnScreening: { reason: "理由" },
  convokeMeeting: { title: "会", heldOn: "2026-12-01", place: "楼" },
  scheduleReview: { meetingId: own.office.meetingId, seats: [{ orgId: own.bank.orgId, personId: NONE }] },
  recuse: { reason: "理由" },
  castBallot: { choice: "low", reason: "理由" },
  closeBallot: { recoveryOwner: own.bank.orgId },
  approveCase: { documentNo: "1号" },
  refuseApproval: { documentNo: "1号", reason: "理由" },
  pushToBanks: { institutions: [own.bank.orgId] },
  askLead: { question: "问" },
  answerLead: { answer: "答" },
  declineLead: { reasonCode: "other", reason: "理由" },
  offerLead: { amount: "3000000.00", ratePercent: "3.85", termMonths: "12", mode: "bank" },
  recordLoan: loanBody("HT-M"),
  fileClaim: { grade: "loss", overdueDays: 30, letterNo: "1号", principal: "1.00", interest: "0", covered: "0" },
  withdrawClaim: { reason: "理由" },
  checkClaim: { summary: "齐全" },
  returnClaim: { reason: "理由", documentNo: "1号" },
  setClaimPanel: { meetingId: own.office.meetingId, seats: [{ orgId: own.bank.orgId, personId: NONE }], successors: [] },
  castClaimBallot: { choice: "agreed", reason: "理由" },
  closeClaimBallot: { opinion: "意见" },
  reportClaim: { documentNo: "1号" },
  consentClaim: { documentNo: "1号" },
  setWebhook: { url: "https://receiver.invalid/" },
  setSchedule: { instalments: [{ dueOn: "2027-01-01", principal: "1.00", interest: "0" }] },
  recordRepayment: { repaymentNo: "HK-M", on: "2026-01-05", principal: "1.00", interest: "0" },
  undoRepayment: { repaymentNo: "HK-M", reason: "理由" },
  extendLoan: { maturesOn: "2028-01-01", reason: "理由" },
  gradeLoan: { grade: "normal", on: "2026-01-05" },
  recordFollowUp: { on: "2026-01-05", text: "走访", abnormal: false },
  admitTransition: { documentNo: "1号" },
  publishRecoveries: { quarter: "2026Q1" },
  coordinate: { outcome: "NO_RESULT", on: "2026-01-05", attended: ["甲"], plan: [] },
  forceLegal: { reason: "理由" },
  startLegal: { on: "2026-01-05", court: "法院", caseNo: "1号" },
  recordRecovery: { receiptNo: "SK-M", receivedOn: "2026-01-05", amount: "1.00", costs: "0" },
  declareReturn: { receiptNo: "SK-M", amount: "1.00", on: "2026-01-05", voucherNo: "1号" },
  receiveReturn: { receiptNo: "SK-M" },
  endLegal: { on: "2026-01-05", proof: "enforcement_ended", documentNo: "1号" },
  confirmLoss: { amount: "1.00" },
  cancelInstruction: { why: "理由" },
  drawUpVoucher: { kind: "movement", reason: "interest", amount: "1.00", on: "2026-01-05", documentNo: crypto.randomUUID() },
  declineVoucher: { why: "理由" },
  reportHalf: { documentNo: "1号" },
  acknowledgeMajor: { documentNo: "1号" },
  registerPolicy: { policyNo: "BD-M", product: "险", premium: "1.00", insuredAmount: "1.00", from: "2026-01-01", until: "2027-01-01" },
  fileSubsidy: { policyNo: "BD-M", receiptNo: "SJ-M", premium: "1.00" },
  returnSubsidy: { reason: "理由" },
  refundPremium: { refunded: "1.00", on: "2026-01-05" },
  receiveRefund: { amount: "1.00", documentNo: "1号" },
  listFirm: { name: "甲企业", creditCode: "91350100M000100Y43", reason: "失信", platform: "平台", listedOn: "2026-01-05" },
  liftListing: { reason: "理由", documentNo: "1号" },
  recordMisconduct: { orgId: ids.orgId, type: "collusion", detail: "详情" },
  determineBreach: { type: "fraud", documentNo: "1号", detail: "详情" },
  sanctionBreach: { type: "fraud", measure: "terminate", reason: "理由" },
  climbLadder: { rung: "interview", reason: "理由" },
  proposeAmendment: { key: "push.remindDays", value: "50", from: "2027-06-01", reason: "理由" },
  declineAmendment: { reason: "理由" },
});

/** The routes that take a spreadsheet. */
const SHEETS: readonly RouteName[] = ["importRepayments", "importOpening"];
function sheetForm(): FormData {
  const made = new FormData();
  made.set("dry", "1");
  made.set("file", sheetFile());
  return made;
}

function form(caseId: string): FormData {
  const made = new FormData();
  made.set("caseId", caseId);
  made.set("kind", "other");
  made.set("file", new File(["%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"], "a.pdf"));
  return made;
}

const ask = (name: RouteName, ids: Ids, token?: string): Promise<Answer> => {
  const [method, path] = PATHS[name];
  const filled = path.replace(/:(\w+)/g, (_, param: keyof Ids) => ids[param]);
  const body = name === "uploadStatement" ? form(ids.caseId) : SHEETS.includes(name) ? sheetForm() : (bodies(ids)[name] ?? {});
  return call(method, filled, method === "GET" ? undefined : body, token ? { token } : {});
};

/** Everything a caller can see of an answer but the number of the request. */
const seen = ({ status, headers, body }: Answer): string =>
  JSON.stringify([
    status,
    [...headers].filter(([header]) => header !== "x-request-id"),
    typeof body === "string" ? body : { ...body, requestId: "" },
  ]);

const routes = Object.keys(PATHS) as RouteName[];
const guarded = routes.filter((name) => PERMITS[name].who !== "anyone");
const aboutSomething = (name: RouteName) => PATHS[name][1].includes(":") || name === "uploadStatement";
const permitted = (name: RouteName): readonly OrgKind[] => {
  const { who: allowed } = PERMITS[name];
  return typeof allowed === "string" ? KINDS : KINDS.filter((kind) => permits(PERMITS[name], kind, schemeOf("yanqing")));
};

describe("YQ-105 the permits", () => {
  it("name every route of the API and nothing else, and every kind of organisation is somewhere", () => {
    expect(Object.keys(PERMITS).sort()).toEqual([...routes].sort());
    expect(new Set(guarded.flatMap(permitted))).toEqual(new Set(KINDS));
    expect(routes.filter((name) => PERMITS[name].who === "anyone").sort()).toEqual([
      "demoPeople",
      "health",
      "listDistricts",
      "login",
      "loginWithWechat",
      "requestCode",
      "seedDemo",
    ]);
  });
});

describe.each(guarded)("%s", (name) => {
  it("asks who it is, before anything else", async () => {
    for (const ids of [own.office, none]) expect(await ask(name, ids)).toMatchObject({ status: 401, body: { code: "session_expired" } });
    expect(await ask(name, own.office, "a-token-that-nobody-was-ever-given-000000000")).toMatchObject({
      status: 401,
      body: { code: "session_expired" },
    });
  });
  it("refuses every kind that it is not for, whatever the id", async () => {
    for (const kind of KINDS.filter((one) => !permitted(name).includes(one)))
      for (const ids of [own[kind], ...others[kind], none])
        expect([kind, await ask(name, ids, tokens[kind])]).toMatchObject([kind, { status: 403, body: { code: "role_forbidden" } }]);
  });
  if (aboutSomething(name))
    it("answers another's id as one that does not exist, byte for byte", async () => {
      for (const kind of permitted(name)) {
        const missing = await ask(name, none, tokens[kind]);
        expect([kind, missing.status, missing.body.code]).toEqual([kind, 404, "not_found"]);
        for (const ids of others[kind]) expect([kind, seen(await ask(name, ids, tokens[kind]))]).toEqual([kind, seen(missing)]);
      }
    });
});

/** The bank of the fund's account takes part from the first payment on: before a loan fails no case is its own. */
const IN_NO_CASE: readonly OrgKind[] = ["account_bank"];
/** An institution adds papers to a loan of its own; a case that was pushed to it has none yet. */
const BEFORE_THE_LOAN = (name: RouteName, kind: OrgKind) => name === "uploadStatement" && ["bank", "guarantor", "insurer", "lender"].includes(kind);
/** What ends a session is asked last, with sessions of its own. */
const ENDS: readonly RouteName[] = ["logout", "revokeSession"];
describe("one's own", () => {
  it.each(guarded.filter((name) => !ENDS.includes(name)))("%s is open to every kind that it is for", async (name) => {
    for (const kind of permitted(name)) {
      const { status, body } = await ask(name, own[kind], tokens[kind]);
      const shut = [401, 403, 404].includes(status) || status >= 500;
      const aboutCase = /caseId|statementId/.test(PATHS[name][1]);
      expect({ kind, status, code: body.code, shut }).toMatchObject({
        kind,
        shut: (aboutCase && IN_NO_CASE.includes(kind)) || BEFORE_THE_LOAN(name, kind),
      });
    }
  });
  it.each(ENDS)("%s", async (name) => {
    for (const kind of KINDS) {
      const token = await tokenOf(phoneOf(PLACES[kind]));
      const { sessions } = (await call("GET", "/identity/sessions", undefined, { token })).body;
      const sessionId = sessions.find((row: { current: boolean }) => row.current).sessionId;
      expect([kind, (await ask(name, { ...own[kind], sessionId }, token)).status]).toEqual([kind, 200]);
      expect((await call("GET", "/identity/me", undefined, { token })).status).toBe(401);
    }
  });
  it("a lead of another institution in a case of one's own answers as none", async () => {
    const leads = ["askLead", "declineLead", "offerLead", "recordLoan"] as const;
    for (const name of leads)
      for (const kind of permitted(name)) {
        const theirs = { ...own[kind], leadId: others[kind][0]?.leadId ?? "" };
        expect([kind, seen(await ask(name, theirs, tokens[kind]))]).toEqual([
          kind,
          seen(await ask(name, { ...own[kind], leadId: NONE }, tokens[kind])),
        ]);
      }
  });
  it("a scheme that the build does not carry is nowhere, whoever asks", async () => {
    for (const name of routes) {
      const [method, path] = PATHS[name];
      const request = new Request(`http://test/api${path}`, {
        method,
        headers: { "x-scheme": "elsewhere", authorization: `Bearer ${tokens.office}` },
      });
      const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
      expect([name, answer.status]).toEqual([name, 404]);
    }
  });
});
