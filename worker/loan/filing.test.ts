/** 东莞 through the API: a guaranteed loan is filed at once, a bank's own for a listed firm; a trustee looks at every filing, and what is closed or missing refuses. */
import { beforeAll, describe, expect, it } from "vitest";
import { decideEligibility } from "../../shared/rule/rule";
import { dongguan as document } from "../../shared/schemes/dongguan/scheme";
import { APPLICATION } from "../../shared/schemes/dongguan/testing";
import { type Author, eventRows, insertEvent } from "../event";
import { env } from "../testing";
import { at, codesOf, District, daysAgo, firmCode, today } from "./registration-story";

const dongguan = new District("dongguan", "138000003");
const [OFFICE, TRUSTEE, BANK_A, BANK_B, GUARANTOR] = [4, 8, 11, 12, 13];
const file = (body: unknown, place = GUARANTOR) => dongguan.as(place, "POST", "/registrations", body);
let bankA: string;
let contracts = 0;

const TIERS = [
  { party: "national", percent: "20" },
  { party: "provincial", percent: "20" },
  { party: "guarantor", percent: "40" },
  { party: "bank", percent: "20" },
];
const base = (n: number) => {
  contracts += 1;
  return {
    creditCode: firmCode(n, "441900"),
    name: `东莞试验${n}号有限公司`,
    contractNo: `莞备${contracts}号`,
    principal: "2000000.00",
    ratePercent: "4.35",
    termMonths: "24",
    disbursedOn: daysAgo(5),
  };
};
const guaranteed = (n: number, more: Record<string, unknown> = {}) => ({
  ...base(n),
  mode: "guaranteed",
  lenderOrgId: bankA,
  tiers: TIERS,
  batch: true,
  firm: {
    industry: "industry",
    fiscalYear: String(Number(today().slice(0, 4)) - 1),
    headcount: "120",
    revenue: "10000000.00",
    assets: "9000000.00",
    profiles: [],
  },
  answers: { "papers.national_fund": "国担2026-0001" },
  ...more,
});
const direct = (n: number, more: Record<string, unknown> = {}) => ({
  ...base(n),
  mode: "bank",
  answers: { type: "credit", collateral: [], contractOn: daysAgo(8) },
  ...more,
});

async function looks(caseId: string, ends: "pass" | "return") {
  await dongguan.as(TRUSTEE, "POST", `/cases/${caseId}/screening`, { consult: [] });
  const finding = {
    source: "internal",
    sourceName: "备案台账",
    queriedAt: Date.now() - 1000,
    subject: "enterprise",
    topic: "other",
    result: "clear",
    detail: "材料齐全",
  };
  await dongguan.as(TRUSTEE, "POST", `/cases/${caseId}/screening/findings`, finding);
  const body = ends === "pass" ? { summary: "符合备案条件" } : { reason: "合同页不清楚" };
  return dongguan.as(TRUSTEE, "POST", `/cases/${caseId}/screening/${ends}`, body);
}

/** A firm that was recommended and that the conference has put on the list: its case, as these acts leave it. */
async function listed(n: number, on = daysAgo(20), years = APPLICATION.years): Promise<string> {
  const [caseId, orgId] = [crypto.randomUUID(), crypto.randomUUID()];
  const { creditCode, name } = base(n);
  const [department, office] = await Promise.all([dongguan.orgOf(2), dongguan.orgOf(OFFICE)]);
  const enterprise = { id: orgId, kind: "enterprise" as const, name };
  const by = { id: department, kind: "department" as const, name: "市科技局" };
  const decision = decideEligibility([], { appliedOn: on }, "application", on, document.ruleSet);
  const application = { ...APPLICATION, creditCode, name, years };
  const events = [
    {
      type: "application_submitted",
      data: { application, papers: [], decision, addressedTo: by, enterprise, next: { step: "recommendation", status: "recommend" } },
    },
    { type: "recommended", data: { by, letterNo: "", profile: "", loanNeed: "", decision, next: { step: "whitelist", status: "approve" } } },
    { type: "approval_given", data: { step: "whitelist", documentNo: "联席2号", next: { step: "filing", status: "register" } } },
  ];
  const author: Author = { personId: "p", orgId: office, orgKind: "office" };
  const rows = await eventRows({ caseId, head: null, events: events.map((event) => ({ ...event, occurredOn: on })) }, author, Date.now());
  const { DB } = env;
  await DB.batch([
    DB.prepare("INSERT INTO organisation (id, scheme_id, kind, name, credit_code, registered_at) VALUES (?, 'dongguan', 'enterprise', ?, ?, 1)").bind(
      orgId,
      name,
      creditCode,
    ),
    ...rows.map((row) => insertEvent(DB, row)),
    DB.prepare(
      `INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, submitted_on, recommender_org, moved_at)
        SELECT ?, 'dongguan', 2026, COALESCE(MAX(serial), 0) + 1, ?, ?, ?, ?, 'register', 'filing', ?, ?, ?, 1 FROM case_file WHERE scheme_id = 'dongguan' AND year = 2026`,
    ).bind(caseId, `L-${n}`, orgId, name, creditCode, on, on, department),
  ]);
  return caseId;
}

const committedOf = (loanId: string) =>
  env.DB.prepare("SELECT balance FROM ledger_balance WHERE scheme_id = 'dongguan' AND account = 'committed' AND of_id = ?")
    .bind(loanId)
    .first("balance");

beforeAll(async () => {
  await dongguan.open();
  bankA = await dongguan.orgOf(BANK_A);
}, 60_000);

describe("a guaranteed loan in 东莞", () => {
  it("DG-015 DG-017 DG-041 is filed at once and covered once the trustee has looked at it", async () => {
    const filed = await file(guaranteed(1));
    expect(filed.body).toMatchObject({ status: "check", step: "filing_review", stands: { article: "三（三）" } });
    expect(await committedOf(filed.body.loanId)).toBeNull();
    const passed = await looks(filed.body.caseId, "pass");
    expect(passed.body).toMatchObject({ status: "funded" });
    expect(await committedOf(filed.body.loanId)).toBeGreaterThan(0);
    const view = await dongguan.as(GUARANTOR, "GET", `/cases/${filed.body.caseId}`);
    expect(view.body).toMatchObject({ file: { stage: "live" }, loan: { partner: { kind: "guarantor" } } });
    // nobody recommended it and no conference listed it, and its page says neither
    expect(view.body.steps.map(({ state }: { state: string }) => state)).toEqual(["skipped", "skipped", "done", "done"]);
    expect((await dongguan.as(GUARANTOR, "GET", "/registrations")).body.registrations[0]).toMatchObject({ state: "covered" });
  });

  it("DG-041 goes back to the guarantor with the trustee's reason, is corrected and filed again", async () => {
    const filed = await file(guaranteed(2));
    const { caseId, loanId } = filed.body;
    expect((await looks(caseId, "return")).body).toMatchObject({ status: "register", step: "filing" });
    expect((await dongguan.as(GUARANTOR, "GET", "/cases?waiting=1")).body.cases.map(({ id }: { id: string }) => id)).toContain(caseId);
    expect((await dongguan.as(BANK_B, "GET", "/cases?waiting=1")).body.cases.map(({ id }: { id: string }) => id)).not.toContain(caseId);
    expect((await dongguan.as(GUARANTOR, "GET", `/cases/${caseId}`)).body.actions).toContain("registerAgain");
    const again = (place: number) => dongguan.as(place, "POST", `/cases/${caseId}/registration`, guaranteed(2, { principal: "1900000.00" }));
    expect(codesOf(await again(BANK_A))).toEqual(["role_forbidden"]);
    expect((await again(GUARANTOR)).body).toMatchObject({ status: "check", caseId, loanId });
    expect((await looks(caseId, "pass")).body.status).toBe("funded");
    expect((await dongguan.as(GUARANTOR, "GET", `/cases/${caseId}`)).body.loan.principal).toBe("1900000.00");
  });

  it("DG-017 stands on a number of the national fund", async () => {
    expect(at(await file(guaranteed(3, { answers: {} })), "not_national_fund")).toMatchObject({ field: "papers.national_fund", article: "三（三）" });
  });

  it("DG-015 tells every bearer of a loss, by one whole", async () => {
    const short = TIERS.map((tier) => (tier.party === "bank" ? { ...tier, percent: "19" } : tier));
    expect(at(await file(guaranteed(3, { tiers: short })), "share_sum")).toMatchObject({ field: "tiers" });
    expect(codesOf(await file(guaranteed(3, { tiers: [] })))).toEqual(["share_sum"]);
  });

  it("DG-011 supports the small, and the larger only as a target", async () => {
    const large = { ...guaranteed(0).firm, headcount: "2000", revenue: "900000000.00", assets: "800000000.00" };
    expect(codesOf(await file(guaranteed(4, { firm: large })))).toEqual(["target"]);
    expect((await file(guaranteed(4, { firm: { ...large, profiles: ["strategic_emerging"] } }))).body.status).toBe("check");
  });

  it("DG-049 covers nothing from before the plan", async () => {
    expect(codesOf(await file(guaranteed(5, { disbursedOn: "2023-12-31" })))).toContain("scheme_not_started");
  });

  it("DG-041 lets a firm have several filings looked at, beside an application of its own", async () => {
    expect((await file(guaranteed(6))).status).toBe(201);
    expect((await file(guaranteed(6))).status).toBe(201);
  });
});

describe("a bank's own loan in 东莞", () => {
  const lend = (body: unknown, place = BANK_A) => file(body, place);

  it("DG-012 DG-041 DG-045 goes into the listed firm's own case, which the bank never saw", async () => {
    const caseId = await listed(20);
    expect((await dongguan.as(BANK_A, "GET", `/cases/${caseId}`)).status).toBe(404);
    expect((await dongguan.as(BANK_A, "GET", "/cases?waiting=1")).body.cases.map(({ id }: { id: string }) => id)).not.toContain(caseId);
    const filed = await lend(direct(20));
    expect(filed.body).toMatchObject({ caseId, status: "check", stands: { ratio: "0.80", article: "三（四）" } });
    expect((await looks(caseId, "pass")).body.status).toBe("funded");
    expect((await dongguan.as(BANK_A, "GET", `/cases/${caseId}`)).body.loan).toMatchObject({ principal: "2000000.00" });
  });

  it("DG-012 a second bank files for the same firm as a case of its own", async () => {
    const caseId = await listed(21);
    expect((await lend(direct(21))).body.caseId).toBe(caseId);
    const second = await lend(direct(21), BANK_B);
    expect(second.body).toMatchObject({ status: "check" });
    expect(second.body.caseId).not.toBe(caseId);
    expect((await dongguan.as(BANK_B, "GET", `/cases/${caseId}`)).status).toBe(404);
  });

  it("DG-012 is not covered before the day of the list", async () => {
    await listed(22, daysAgo(3));
    expect(at(await lend(direct(22)), "not_whitelisted")).toMatchObject({ article: "三（二）" });
  });

  it("DG-021 DG-022 is secured by nothing that the plan leaves out, and of a kind that the conference chose", async () => {
    await listed(23);
    const answers = direct(0).answers;
    expect(at(await lend(direct(23, { answers: { ...answers, collateral: ["physical"] } })), "collateral")).toMatchObject({ field: "collateral" });
    expect(at(await lend(direct(23, { answers: { ...answers, type: "equity_pledge" } })), "loan_type")).toMatchObject({ field: "type" });
    expect((await lend(direct(23, { answers: { ...answers, type: "ip_pledge", collateral: ["ip_pledge"] } }))).status).toBe(201);
  });

  it("DG-024 costs at most 150 basis points over the rate that was published by the day of the contract", async () => {
    await listed(24);
    expect(at(await lend(direct(24, { ratePercent: "4.5001" })), "rate")).toMatchObject({
      field: "ratePercent",
      figures: { benchmark: "0.0300", max: "0.0450" },
    });
    // the rate of the contract's day, not of the day on which the money went out
    const early = { disbursedOn: "2026-01-05", answers: { ...direct(0).answers, contractOn: "2025-05-19" } };
    expect(at(await lend(direct(24, { ratePercent: "4.61", ...early })), "rate")).toMatchObject({ figures: { benchmark: "0.0310", max: "0.0460" } });
    expect((await lend(direct(24, { ratePercent: "4.50" }))).status).toBe(201);
  });

  it("DG-024 goes by a rate that was published since, once two persons of the office have entered it", async () => {
    await listed(28);
    const published = { key: "lpr.1y", value: "0.0280", from: today(), reason: "新公布的报价利率", documentNo: "公告〔2026〕11号" };
    const proposed = await dongguan.as(OFFICE, "POST", "/amendments", published);
    expect((await dongguan.as(OFFICE + 1, "POST", `/amendments/${proposed.body.id}/approve`, {})).status).toBe(200);
    const now = { disbursedOn: today(), answers: { ...direct(0).answers, contractOn: today() } };
    expect(at(await lend(direct(28, { ratePercent: "4.31", ...now })), "rate")).toMatchObject({ figures: { benchmark: "0.0280", max: "0.0430" } });
    // a contract from before it keeps the rate of its own day
    expect((await lend(direct(28, { ratePercent: "4.31", disbursedOn: today() }))).status).toBe(201);
  });

  it("DG-025 lasts at most three years", async () => {
    await listed(25);
    expect(at(await lend(direct(25, { termMonths: "37" })), "term")).toMatchObject({ field: "termMonths" });
    expect((await lend(direct(25, { termMonths: "36" }))).status).toBe(201);
  });

  it("DG-014 is of a firm that is not large on the day of its filing", async () => {
    await listed(26, daysAgo(20), [
      { ...(APPLICATION.years[0] as (typeof APPLICATION.years)[number]), headcount: 5_000, revenue: 90_000_000_000 as never },
    ]);
    expect(codesOf(await lend(direct(26)))).toEqual(["not_sme"]);
  });

  it("DG-022 is of no kind before the conference has chosen one", async () => {
    await listed(27);
    const before = { disbursedOn: "2024-01-09", answers: { ...direct(0).answers, contractOn: "2024-01-09" } };
    expect(codesOf(await lend(direct(27, before)))).toContain("loan_type");
  });
});

describe("what is not open in 东莞", () => {
  it("DG-029 files no equity while the pilot has not begun", async () => {
    const lender = await dongguan.as(OFFICE, "POST", "/organisations", { kind: "lender", name: "东莞某投资公司" });
    const refused = await file({ ...base(7), mode: "equity", lenderOrgId: lender.body.orgId }, GUARANTOR);
    expect(at(refused, "equity_not_open")).toMatchObject({ field: "mode", article: "三（五）" });
  });

  it("DG-012 DG-045 files no bank's own loan for a firm that is on no list, and shows the bank nothing of any list", async () => {
    expect(at(await file(direct(8), BANK_A), "not_whitelisted")).toMatchObject({ article: "三（二）" });
    expect((await dongguan.as(BANK_A, "GET", "/cases?waiting=1")).body.cases).toEqual([]);
  });
});

describe("a district whose bureau has set no bands", () => {
  it("DG-026 refuses a bank's own loan by the word of the missing number", async () => {
    await listed(40);
    const { DB } = env;
    await DB.batch([
      DB.prepare("DROP TRIGGER amendment_decision_stays"),
      DB.prepare(
        "DELETE FROM amendment_decision WHERE amendment_id IN (SELECT id FROM amendment WHERE scheme_id = 'dongguan' AND key = 'bank.ratio.bands')",
      ),
    ]);
    expect(codesOf(await file(direct(40), BANK_A))).toEqual(["band_missing"]);
    expect((await file(guaranteed(41))).status).toBe(201);
  });
});
