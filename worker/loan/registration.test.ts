/** 新乡 through the API: a loan that a bank or a guarantor enters is judged by every article, covered at once, and never twice. */
import { beforeAll, describe, expect, it } from "vitest";
import { addMonths } from "../../shared/local-date";
import { call, env } from "../testing";
import { at, codesOf, District, daysAgo, directLoan, firmCode, today } from "./registration-story";

const xinxiang = new District("xinxiang", "138000001");
const [BANK_A, BANK_B, GUARANTOR, OFFICE, PLATFORM] = [9, 10, 11, 4, 2];
const enter = (body: unknown, place = BANK_A) => xinxiang.as(place, "POST", "/registrations", body);
const attempt = (body: unknown, place = BANK_A) => xinxiang.as(place, "POST", "/registrations/try", body);
const firmOf = (more: Record<string, string>) => ({ ...directLoan(0).firm, ...more });

let bankA: string;
let guarantor: string;

beforeAll(async () => {
  await xinxiang.open();
  [bankA, guarantor] = await Promise.all([xinxiang.orgOf(BANK_A), xinxiang.orgOf(GUARANTOR)]);
}, 60_000);

describe("a loan that a partner of 新乡 enters", () => {
  it("XX-010 XX-012 opens its file at once with the band of its amount, and what it commits of the fund", async () => {
    const made = await enter(directLoan(1));
    expect(made.body).toMatchObject({ status: "funded", stands: { ratio: "0.20", amount: "400000.00", article: "第十一条" }, warnings: [] });
    const view = await xinxiang.as(BANK_A, "GET", `/cases/${made.body.caseId}`);
    expect(view.body).toMatchObject({
      status: "funded",
      loan: { principal: "2000000.00" },
      file: { stage: "live", life: { outstanding: "2000000.00" } },
    });
    const loans = await xinxiang.as(BANK_A, "GET", "/loans");
    // whoever enters a loan is also the one who lends it: it stands once in the list and in the counts
    expect(loans.body.loans.map(({ caseId }: { caseId: string }) => caseId)).toEqual([made.body.caseId]);
    expect(loans.body.counts).toEqual({ live: 1 });
    const committed = await env.DB.prepare("SELECT balance FROM ledger_balance WHERE scheme_id = 'xinxiang' AND account = 'committed' AND of_id = ?")
      .bind(made.body.loanId)
      .first<{ balance: number }>();
    expect(`${(committed?.balance ?? 0) / 100}`).toBe(`${Number(made.body.stands.amount)}`);
    expect((await xinxiang.as(OFFICE, "GET", `/cases/${made.body.caseId}`)).status).toBe(200);
  });

  it.each(["ip_pledge", "patent_pledge", "trademark_pledge"])("XX-012 takes a loan of type %s", async (mode) => {
    expect((await enter(directLoan(2, { mode }))).body).toMatchObject({ status: "funded" });
  });

  it("XX-012 XX-042 takes a guaranteed loan from its guarantor, who is the one paid", async () => {
    const made = await enter(directLoan(3, { mode: "reguaranteed", lenderOrgId: bankA }), GUARANTOR);
    expect(made.body).toMatchObject({ status: "funded" });
    expect((await xinxiang.as(GUARANTOR, "GET", `/cases/${made.body.caseId}`)).body.loan).toMatchObject({
      lender: { id: bankA },
      partner: { id: guarantor },
    });
  });

  it("XX-012 has no other type", async () => {
    expect(codesOf(await enter(directLoan(4, { mode: "mortgage" })))).toEqual(["mode_invalid"]);
  });

  it("XX-014 holds the firm's live loans of all partners to ten million, to the fen", async () => {
    expect((await enter(directLoan(5, { principal: "6000000.00" }))).body.status).toBe("funded");
    const over = await enter(directLoan(5, { principal: "4000000.01" }), BANK_B);
    expect(at(over, "enterprise_cap")).toMatchObject({
      article: "第四条",
      field: "principal",
      figures: { totalAfter: "10000000.01", limit: "10000000.00" },
    });
    expect((await enter(directLoan(5, { principal: "4000000.00" }), BANK_B)).body.status).toBe("funded");
  });

  it("XX-009 XX-066 covers no loan from before the measures, nor one from the future", async () => {
    expect(codesOf(await enter(directLoan(6, { disbursedOn: "2021-08-19" })))).toContain("loan_before_effect");
    expect(codesOf(await enter(directLoan(6, { disbursedOn: addMonths(today(), 1) })))).toEqual(["disbursed_in_future"]);
  });

  it("XX-010 refuses a loan that was not made on the platform, at its field", async () => {
    expect(at(await enter(directLoan(7, { orderNo: "" })), "not_via_platform")).toMatchObject({ field: "orderNo", article: "第四条" });
  });

  it("XX-011 refuses another purpose", async () => {
    expect(at(await enter(directLoan(7, { answers: { purpose: "other" } })), "purpose")).toMatchObject({ field: "purpose" });
    expect(at(await enter(directLoan(7, { answers: {} })), "fact_missing")).toMatchObject({ field: "purpose" });
  });

  it("XX-005 XX-006 XX-007 XX-008 judges the firm by what was told of it", async () => {
    expect(codesOf(await enter(directLoan(8, { firm: firmOf({ headcount: "2000", revenue: "900000000.00" }) })))).toEqual(["not_small_micro"]);
    expect(codesOf(await enter(directLoan(8, { firm: firmOf({ registeredDistrict: "河南省郑州市" }) })))).toEqual(["not_local"]);
    expect(codesOf(await enter(directLoan(8, { firm: firmOf({ activity: "real_estate" }) })))).toEqual(["excluded_industry"]);
    const listed = { registeredDistrict: "新乡市辉县市", activity: "other", inDirectory: "yes", directoryListedOn: daysAgo(400) };
    expect((await enter(directLoan(9, { firm: listed }))).body).toMatchObject({ status: "funded" });
    expect(codesOf(await enter(directLoan(8, { firm: { ...listed, directoryListedOn: today() } })))).toContain("not_in_directory");
  });

  it("XX-015 refuses a guarantor outside the provincial system and a bank outside the city", async () => {
    const outside = await xinxiang.as(OFFICE, "POST", "/organisations", {
      kind: "guarantor",
      name: "外省融资担保",
      region: "外省",
      marks: ["government"],
    });
    const refused = await enter(directLoan(10, { mode: "reguaranteed", partnerOrgId: outside.body.orgId }));
    expect(at(refused, "partner_type")).toMatchObject({ field: "guarantor", figures: { missing: "reguaranteed" } });
    const bank = await xinxiang.as(OFFICE, "POST", "/organisations", { kind: "bank", name: "外省银行", region: "外省" });
    const lent = await enter(directLoan(10, { mode: "reguaranteed", lenderOrgId: bank.body.orgId }), GUARANTOR);
    expect(codesOf(lent)).toEqual(expect.arrayContaining(["partner_type", "no_agreement"]));
  });

  it("XX-016 asks for an agreement from before the loan", async () => {
    expect(at(await enter(directLoan(11, { disbursedOn: "2025-12-31" })), "no_agreement")).toMatchObject({ article: "第五条", field: "lender" });
  });

  it("XX-041 tells of a loan that falls into a better band than the firm's year, and takes it", async () => {
    expect((await enter(directLoan(12, { principal: "4900000.00" }))).body.warnings).toEqual([]);
    expect((await enter(directLoan(12, { principal: "500000.00" }))).body.warnings).toEqual(["band_split"]);
  });

  it("XX-014 tells what the fund would stand behind before anything is entered", async () => {
    const tried = await attempt(directLoan(13));
    expect(tried.body).toMatchObject({
      refusals: [],
      decision: { outcome: "eligible", checkpoint: "registration" },
      stands: { article: "第十一条" },
    });
    expect(codesOf(await attempt(directLoan(13, { orderNo: "" })))).toEqual(["not_via_platform"]);
    const { results } = await env.DB.prepare("SELECT 1 FROM organisation WHERE scheme_id = 'xinxiang' AND credit_code = ?").bind(firmCode(13)).all();
    expect(results).toEqual([]);
  });

  it("XX-010 enters one contract once, under one code one name", async () => {
    const body = directLoan(14);
    expect((await enter(body)).status).toBe(201);
    expect(at(await enter({ ...directLoan(15), contractNo: body.contractNo }), "already_exists")).toMatchObject({ field: "contractNo" });
    expect(at(await enter(directLoan(16, { name: body.name })), "already_exists")).toMatchObject({ field: "name" });
    expect(codesOf(await enter(directLoan(14, { creditCode: "91410700MA00000001" })))).toEqual(
      expect.arrayContaining([expect.stringMatching(/credit|code/)]),
    );
  });

  it("XX-010 refuses an answer to what the measures do not ask", async () => {
    expect(codesOf(await enter(directLoan(17, { answers: { purpose: "production_operation", collateral: [] } })))).toEqual(["field_invalid"]);
  });

  it("XX-054 XX-056 shows an institution what it entered and no other's", async () => {
    const made = await enter(directLoan(18), BANK_B);
    const list = async (place: number) =>
      (await xinxiang.as(place, "GET", "/registrations")).body.registrations as { caseId: string; state: string }[];
    expect((await list(BANK_B)).find(({ caseId }) => caseId === made.body.caseId)).toMatchObject({
      state: "covered",
      contractNo: expect.any(String),
    });
    expect((await list(BANK_A)).map(({ caseId }) => caseId)).not.toContain(made.body.caseId);
    expect((await xinxiang.as(BANK_A, "GET", `/cases/${made.body.caseId}`)).status).toBe(404);
  });

  it("XX-010 is entered by a partner alone, in a document whose loans are entered", async () => {
    expect(codesOf(await enter(directLoan(19), OFFICE))).toEqual(["role_forbidden"]);
    expect(codesOf(await enter(directLoan(19), PLATFORM))).toEqual(["role_forbidden"]);
    await call("POST", "/demo/seed", {}, { scheme: "kezhou" });
    const other = new District("kezhou", "138000002");
    expect(codesOf(await other.as(11, "POST", "/registrations", directLoan(19)))).toEqual(["role_forbidden"]);
  });
});

describe("two loans at once on the last fen of a firm's limit", () => {
  it("XX-014 lets one of them in", async () => {
    await enter(directLoan(30, { principal: "5000000.00" }));
    const both = await Promise.all([
      enter(directLoan(30, { principal: "5000000.00" }), BANK_A),
      enter(directLoan(30, { principal: "5000000.00" }), BANK_B),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.flatMap(codesOf)).toEqual(["enterprise_cap"]);
  });
});
