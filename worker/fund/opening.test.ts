/** A district that starts in the middle: its workbook tried, drawn up, checked, entered whole, and taken back whole. */
import { read, utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { FundView } from "../../shared/contract/fund";
import type { RowReport } from "../../shared/contract/loan-life";
import { BALANCE_COLUMNS } from "../../shared/process/opening-sheet";
import { app } from "../app";
import { everything } from "../observed";
import { type Cast, cast, codeOf, identityOf, must, newFirm, openedFund } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { BALANCE, type Book, LOAN, live, paid, send as sendAs, sheet, whole } from "./opening-story";
import { ago } from "./testing-books";

let who: Cast;
let second: string;
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  second = await tokenOf(phoneOf(15));
});

const send = (book: Book | ArrayBuffer, dry: "0" | "1", token = who.office) => sendAs(book, dry, token);
const dry = async (book: Book): Promise<{ rows: RowReport[]; ok: boolean; voucher: null }> => must(await send(book, "1")).body;
/** The faults of the one row that has any. */
const faults = async (book: Book) => (await dry(book)).rows.filter(({ ok }) => !ok).flatMap(({ refusals }) => refusals);
const check = (id: string, token: string) => call("POST", `/fund/vouchers/${id}/check`, {}, { token });
const fund = async (): Promise<FundView> => must(await call("GET", "/fund", undefined, { token: who.office })).body;
const count = (text: string) => env.DB.prepare(text).first<number>("n");
const books = async () => must(await call("POST", "/fund/checks", {}, { token: who.finance })).body;
const apart = ({ books_check: _, notice: __, idempotency: ___, ...rest }: Record<string, string>) => rest;

describe("the workbook", () => {
  it("is handed out with its sheets, columns and what may stand in them", async () => {
    const request = new Request("http://test/api/fund/openings/template", { headers: { authorization: `Bearer ${who.office}` } });
    const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
    const book = read(await answer.arrayBuffer(), { type: "array" });
    expect(book.SheetNames).toEqual(["余额", "在贷", "已代偿", "填表说明"]);
    const explained = utils.sheet_to_json<string[]>(book.Sheets.填表说明 ?? {}, { header: 1 });
    expect(explained.find((row) => row[1] === "贷款方式")?.[3]).toContain("银行直接贷款");
    expect(utils.sheet_to_json<string[]>(book.Sheets.已代偿 ?? {}, { header: 1 })[0]).toContain("已核销（元）");
  });
  it("is for the office alone", async () => {
    for (const token of [who.finance, who.government, who.bankA, who.firm]) expect(await send(whole(), "1", token)).toMatchObject({ status: 403 });
  });
  it("without its sheets, or no workbook at all, is refused as a file", async () => {
    const lone = utils.book_new();
    utils.book_append_sheet(lone, sheet(BALANCE_COLUMNS, [BALANCE]), "余额");
    expect(await send(write(lone, { type: "array", bookType: "xlsx" }) as ArrayBuffer, "1")).toMatchObject({
      status: 400,
      body: { refusals: [{ field: "file", figures: { missing: "在贷、已代偿" } }] },
    });
    expect(await send(new TextEncoder().encode("PK").buffer as ArrayBuffer, "1")).toMatchObject({ body: { code: "file_type" } });
  });
});

describe("tried first", () => {
  it("a sheet without a fault is whole, and nothing is written", async () => {
    const before = await everything(env.DB);
    const report = await dry(whole());
    expect(report.rows.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({ ok: true, cash: "14300000.00", quota: "15000000.00", cases: 3, voucher: null });
    expect(apart(await everything(env.DB))).toEqual(apart(before));
  });
  it.each<[string, () => Book, string, string]>([
    [
      "YQ-025 a sum that is not the fund's, without a paper",
      () => ({ ...whole(), balance: { ...BALANCE, cash: "14300000.01" } }),
      "fund_source",
      "adjustment",
    ],
    ["a day to come", () => ({ ...whole(), balance: { ...BALANCE, on: "2199-01-01" } }), "date_invalid", "on"],
    ["YQ-020 a loan above the cap", () => ({ ...whole(), live: [live(1, { principal: "5000000.01" }), live(2)] }), "loan_over_cap", "principal"],
    [
      "YQ-021 the same firm twice",
      () => ({ ...whole(), live: [live(1), live(2, { creditCode: codeOf(901), firm: "北京在贷1有限公司" })] }),
      "one_loan_only",
      "creditCode",
    ],
    [
      "YQ-022 two firms of one representative",
      () => ({ ...whole(), live: [live(1), live(2, { representativeId: identityOf(901) })] }),
      "affiliate_used",
      "creditCode",
    ],
    ["YQ-022 an affiliate by name", () => ({ ...whole(), live: [live(1), live(2, { affiliates: codeOf(901) })] }), "affiliate_used", "creditCode"],
    [
      "a credit code that cannot be one",
      () => ({ ...whole(), live: [live(1, { creditCode: "91110119MA0000901X" }), live(2)] }),
      "credit_code_invalid",
      "creditCode",
    ],
    [
      "an identity number that cannot be one",
      () => ({ ...whole(), live: [live(1, { representativeId: "110" }), live(2)] }),
      "field_invalid",
      "representativeId",
    ],
    ["a unit that nobody knows", () => ({ ...whole(), live: [live(1, { recommender: "某局" }), live(2)] }), "org_unknown", "recommender"],
    [
      "a bank that recommends",
      () => ({ ...whole(), live: [live(1, { recommender: "海坨银行延庆支行" }), live(2)] }),
      "partner_type_mismatch",
      "recommender",
    ],
    ["YQ-062 an even panel", () => ({ ...whole(), live: [live(1, { units: `${LOAN.units}、海坨银行延庆支行` }), live(2)] }), "panel_even", "units"],
    [
      "YQ-061 a panel without finance",
      () => ({ ...whole(), live: [live(1, { units: "区发展和改革委员会、区经济和信息化局、海坨银行延庆支行" }), live(2)] }),
      "panel_incomplete",
      "units",
    ],
    ["a tier that the document lacks", () => ({ ...whole(), live: [live(1, { tier: "特高" }), live(2)] }), "tier_invalid", "tier"],
    ["more owed than lent", () => ({ ...whole(), live: [live(1, { outstanding: "3000000.01" }), live(2)] }), "repayment_over", "outstanding"],
    [
      "a guarantee without its guarantor",
      () => ({ ...whole(), live: [live(1, { mode: "担保", payeeSharePercent: "80" }), live(2)] }),
      "guarantor_missing",
      "partner",
    ],
    ["the same contract twice", () => ({ ...whole(), live: [live(1), live(2, { contractNo: "QC-1" })] }), "already_exists", "contractNo"],
    ["a review after the loan", () => ({ ...whole(), live: [live(1, { reviewedOn: "2026-03-02" }), live(2)] }), "date_invalid", "reviewedOn"],
    [
      "a loan from before the scheme",
      () => ({ ...whole(), live: [live(1, { disbursedOn: "2025-08-21", reviewedOn: "2025-08-22" }), live(2)] }),
      "scheme_not_in_force",
      "disbursedOn",
    ],
    ["more paid than its part", () => ({ ...whole(), paid: [paid(3, { paid: "1000000.01" })] }), "amount_mismatch", "paid"],
    ["more back than came in", () => ({ ...whole(), paid: [paid(3, { recovered: "299999.99" })] }), "return_over_paid", "returned"],
    ["paid before it was asked for", () => ({ ...whole(), paid: [paid(3, { paidOn: "2026-05-31" })] }), "date_invalid", "paidOn"],
    [
      "YQ-082 written off before the law's end",
      () => ({ ...whole(), paid: [paid(3, { writtenOff: "700000.00" })] }),
      "writeoff_not_final",
      "endedOn",
    ],
    ["a court without its day", () => ({ ...whole(), paid: [paid(3, { suedOn: "" })] }), "field_required", "suedOn"],
    ["nothing where an amount belongs", () => ({ ...whole(), paid: [paid(3, { paid: "" })] }), "field_required", "paid"],
  ])("%s is told with its column", async (_, book, code, field) => {
    expect(await faults(book())).toContainEqual(expect.objectContaining({ code, field }));
  });
  it("YQ-003 a deal from before its agreement enters only with the government's paper", async () => {
    const early = { disbursedOn: "2025-12-20", reviewedOn: "2025-12-01" };
    await env.DB.prepare("UPDATE agreement SET signed_on = '2026-01-05'").run();
    const without = await faults({ ...whole(), live: [live(1, { ...early, consentNo: "" }), live(2)] });
    expect(without).toEqual([expect.objectContaining({ code: "transition_no_gov_consent", field: "consentNo", article: "六" })]);
    expect(await faults({ ...whole(), live: [live(1, early), live(2)] })).toEqual([]);
  });
  it("YQ-045 a third high tier of a year is refused, and each needs the government", async () => {
    const high = (n: number) => live(n, { tier: "高风险" });
    expect(await faults({ ...whole(), live: [high(1), high(2)] })).toEqual([]);
    expect(await faults({ ...whole(), live: [high(1), high(2), high(4)] })).toEqual([
      expect.objectContaining({ code: "high_quota_used", article: "二（四）" }),
    ]);
    expect(await faults({ ...whole(), live: [live(1, { tier: "高风险", consentNo: "" }), live(2)] })).toContainEqual(
      expect.objectContaining({ code: "gov_approval_required", field: "consentNo" }),
    );
  });
  it("every fault of a row is told at once, and the real run of such a sheet draws nothing up", async () => {
    const bad = { ...whole(), live: [live(1, { principal: "x", tier: "", recommender: "某局" }), live(2)] };
    expect((await faults(bad)).map(({ field }) => field).sort()).toEqual(["tier"]);
    const worse = { ...whole(), live: [live(1, { principal: "x", lender: "某行", recommender: "某局" }), live(2)] };
    expect((await faults(worse)).map(({ field }) => field).sort()).toEqual(["lender", "recommender"]);
    expect(must(await send(bad, "0")).body).toMatchObject({ ok: false, voucher: null });
    expect(await count("SELECT COUNT(*) AS n FROM voucher")).toBe(0);
  });
});

let voucherId: string;
const ids: Record<string, string> = {};

describe("entered whole", () => {
  const book = (): Book => ({
    balance: BALANCE,
    live: [live(1, { disbursedOn: "2025-12-20", reviewedOn: "2025-12-01" }), live(2, { outstanding: "3000000.00", tier: "高风险" })],
    paid: [paid(3)],
  });
  it("one voucher is drawn up for all of it; one person does not pass it, and the same sheet is not drawn up twice", async () => {
    const drawn = must(await send(book(), "0")).body;
    voucherId = drawn.voucher.id;
    expect(drawn).toMatchObject({
      ok: true,
      voucher: {
        kind: "opening",
        status: "drawn_up",
        on: ago(1),
        lines: expect.arrayContaining([
          { says: "期初专户存款", amount: "14300000.00" },
          { says: "期初已代偿", amount: "1000000.00" },
          { says: "期初已返还", amount: "300000.00" },
          { says: "承诺增加", amount: "4000000.00" },
        ]),
      },
    });
    expect(await send(book(), "0")).toMatchObject({ status: 409, body: { code: "already_exists" } });
    expect(await check(voucherId, who.office)).toMatchObject({ body: { code: "same_person" } });
    expect(await count("SELECT COUNT(*) AS n FROM case_file")).toBe(0);
  });
  it("identity numbers are nowhere in the records", async () => {
    const { results } = await env.DB.prepare("SELECT body FROM voucher").all<{ body: string }>();
    for (const { body } of results) expect(body).not.toContain(identityOf(901));
  });
  it("YQ-025 a second person checks, and the fund stands as the sheet says; every balance counts to itself", async () => {
    must(await check(voucherId, second));
    expect(await fund()).toMatchObject({
      openedOn: ago(1),
      cash: "14300000.00",
      quota: "15000000.00",
      counts: { paid: "1000000.00", returned: "300000.00" },
      exposure: { committed: "4000000.00" },
    });
    expect(await books()).toMatchObject({ ok: true, findings: [] });
    expect(await openedFund(who).catch((error: Error) => error.message)).toContain("already_exists");
    expect(await send(book(), "1")).toMatchObject({ status: 409, body: { code: "already_exists" } });
  });
  it("the loans are cases like any other: for their lender, for the office, with what came before", async () => {
    const { loans } = must(await call("GET", "/loans", undefined, { token: who.bankA })).body;
    for (const { caseId, contractNo } of loans) ids[contractNo] = caseId;
    expect(loans.map(({ contractNo, outstanding, stage }: Record<string, string>) => [contractNo, outstanding, stage]).sort()).toEqual([
      ["QC-1", "2000000.00", "live"],
      ["QC-2", "3000000.00", "live"],
      ["QC-3", "2000000.00", "recovery"],
    ]);
    const view = must(await call("GET", `/cases/${ids["QC-3"]}`, undefined, { token: who.office })).body;
    expect(view).toMatchObject({
      status: "funded",
      tier: { choice: "medium", ratio: "0.50" },
      file: {
        recovery: { stage: "LEGAL", legal: { court: "延庆区人民法院" }, figures: { paid: "1000000.00", returned: "300000.00", out: "700000.00" } },
      },
    });
    expect(view.reviews[0].seats.map((seat: { unit: { name: string } }) => seat.unit.name)).toEqual(String(LOAN.units).split("、"));
    expect(must(await call("GET", `/cases/${ids["QC-1"]}`, undefined, { token: who.department })).body).toMatchObject({ status: "funded" });
    expect(await call("GET", `/cases/${ids["QC-1"]}`, undefined, { token: who.bankB })).toMatchObject({ status: 404 });
  });
  it("YQ-003 the deal from before its agreement carries its consent; YQ-045 the high tier has used a place", async () => {
    expect(await count(`SELECT COUNT(*) AS n FROM transition WHERE case_id = '${ids["QC-1"]}' AND document_no = '延政函〔2026〕1号'`)).toBe(1);
    expect(await count(`SELECT COUNT(*) AS n FROM slot WHERE case_id = '${ids["QC-2"]}' AND status = 'used' AND year = 2026`)).toBe(1);
  });
  it("YQ-021 YQ-022 the one loan of each firm and its group is used up", async () => {
    const codes = (await env.DB.prepare("SELECT credit_code AS code FROM loan_use ORDER BY 1").all<{ code: string }>()).results.map(
      ({ code }) => code,
    );
    expect(codes).toEqual([codeOf(901), codeOf(902), codeOf(903)]);
    const registered = await call(
      "POST",
      "/identity/enterprises",
      { creditCode: codeOf(901), name: "北京在贷1有限公司" },
      { token: await tokenOf("13900000901") },
    );
    expect([200, 201, 409]).toContain(registered.status);
    const firm = await newFirm(950, "北京同人有限公司");
    const { caseId } = must(await call("POST", "/applications", {}, { token: firm })).body;
    must(
      await call(
        "PUT",
        `/applications/${caseId}/draft`,
        { revision: 0, changes: { representativeName: "周明", representativeId: identityOf(901) } },
        { token: firm },
      ),
    );
    const desk = must(await call("GET", `/applications/${caseId}`, undefined, { token: firm })).body;
    expect(JSON.stringify(desk)).toContain("affiliate_used");
  });
  it("YQ-079 an imported recovery goes on here: more comes back, declared by the payee and seen by the office", async () => {
    const at = `/cases/${ids["QC-3"]}/recovery`;
    must(await call("POST", `${at}/receipts`, { receiptNo: "R-1", receivedOn: ago(0), amount: "200000.00", costs: "0.00" }, { token: who.bankA }));
    must(await call("POST", `${at}/returns`, { receiptNo: "R-1", amount: "100000.00", on: ago(0), voucherNo: "回单1" }, { token: who.bankA }));
    must(await call("POST", `${at}/returns/receive`, { receiptNo: "R-1" }, { token: who.office }));
    expect(await fund()).toMatchObject({ cash: "14400000.00", counts: { returned: "400000.00" } });
    expect(await books()).toMatchObject({ ok: true });
  });
  it("an imported firm is nobody's to claim; the office registers its owner, who then sees the case", async () => {
    const owner = "13900000901";
    const stranger = await call(
      "POST",
      "/identity/enterprises",
      { creditCode: codeOf(901), name: "北京在贷1有限公司" },
      { token: await tokenOf(owner) },
    );
    expect(stranger).toMatchObject({ status: 409, body: { code: "already_exists" } });
    const orgId = await env.DB.prepare("SELECT id FROM organisation WHERE credit_code = ?").bind(codeOf(901)).first<string>("id");
    must(await call("POST", "/identity/staff", { phone: owner, name: "周明", orgId, title: "负责人" }, { token: who.office }));
    expect(must(await call("GET", `/cases/${ids["QC-1"]}`, undefined, { token: await tokenOf(owner) })).body).toMatchObject({ status: "funded" });
    const other = await env.DB.prepare("SELECT id FROM organisation WHERE credit_code = ?").bind(codeOf(950)).first<string>("id");
    const refused = await call(
      "POST",
      "/identity/staff",
      { phone: "13900000999", name: "外人", orgId: other, title: "负责人" },
      { token: who.office },
    );
    expect(refused).toMatchObject({ status: 404 });
  });
  it("an import that something has happened on is not taken back", async () => {
    const undo = await call("POST", "/fund/vouchers", { kind: "undo_opening", voucherId, why: "录错" }, { token: who.office });
    expect(undo).toMatchObject({ status: 422, body: { code: "opening_moved" } });
  });
  it("YQ-092 YQ-093 YQ-032 a clawback goes by two vouchers, and only behind a measure", async () => {
    const caseId = ids["QC-3"];
    const order = { kind: "clawback", caseId, amount: "600000.00", documentNo: "延发改〔2026〕9号" };
    const draw = (body: unknown) => call("POST", "/fund/vouchers", body, { token: who.office });
    expect(await draw(order)).toMatchObject({ body: { code: "breach_not_determined", refusals: [{ article: "四（二）" }] } });
    await env.DB.prepare(
      `INSERT INTO measure (id, scheme_id, org_id, kind, what, on_day, reason, case_id, loan_id, article, made_by, recorded_at)
        SELECT 'm', 'yanqing', lender_org, 'measure', 'full_clawback', '${ago(0)}', '串通', case_id, id, '四（二）', 'x', 1 FROM loan WHERE case_id = ?`,
    )
      .bind(caseId)
      .run();
    expect(await draw({ ...order, amount: "600000.01" })).toMatchObject({ body: { code: "sanction_invalid" } });
    const ordered = must(await draw(order)).body;
    expect(ordered).toMatchObject({ caseId, lines: [{ says: "决定收回代偿", amount: "600000.00" }] });
    expect(await check(ordered.id, who.office)).toMatchObject({ body: { code: "same_person" } });
    must(await check(ordered.id, who.finance));
    const back = (amount: string, documentNo: string) => draw({ kind: "clawback_received", caseId, amount, documentNo });
    expect(await back("600000.01", "回单8")).toMatchObject({ body: { code: "return_over_paid" } });
    must(await check(must(await back("250000.00", "回单8")).body.id, second));
    expect(await back("250000.00", "回单8")).toMatchObject({ status: 409, body: { code: "already_exists" } });
    must(await check(must(await back("350000.00", "回单9")).body.id, second));
    expect(await fund()).toMatchObject({ cash: "15000000.00", counts: { returned: "1000000.00" } });
    expect(await books()).toMatchObject({ ok: true });
  });
});
