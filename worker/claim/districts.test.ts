import { beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { obligationsTold } from "../obligation/watch";
import { District, type Failed, failed } from "../payment/testing-file";
import { must, PDF } from "../story";
import { call, env } from "../testing";

const TODAY = shanghaiDay(Date.now());
const ago = (days: number) => addDays(TODAY, -days);

/** A loan that turned bad so many days ago, of which nothing is claimed. */
const bad = async (district: District, one: Omit<Failed, "step" | "filedOn">, days = 100) =>
  (await failed(district, { ...one, step: "withdrawn", filedOn: ago(days) })).caseId;

const filing = (principal: string, more: object = {}) => ({
  grade: "doubtful",
  overdueDays: 40,
  letterNo: "",
  principal,
  interest: "0",
  covered: "0",
  ...more,
});

async function paper(district: District, who: string, caseId: string, kind: string) {
  const form = new FormData();
  form.set("caseId", caseId);
  form.set("kind", kind);
  form.set("filename", `${kind}.pdf`);
  form.set("file", new File([PDF, new TextEncoder().encode(`% ${kind} ${caseId}`)], `${kind}.pdf`, { type: "application/pdf" }));
  must(await call("POST", "/statements", form, { token: district.who(who).token, scheme: district.schemeId }));
}

const refused = async (asked: ReturnType<District["as"]>): Promise<string> => (await asked).body.code;
/** The first of what is wrong, with its article and its field. */
const fault = async (asked: ReturnType<District["as"]>) => (await asked).body.refusals[0];
const fileIn = async (district: District, who: string, caseId: string) => must(await district.as(who, "GET", `/cases/${caseId}`)).body.file;
const does = (district: District, who: string, caseId: string, obligation: string, more: object = {}) =>
  district.as(who, "POST", `/cases/${caseId}/obligations`, { obligation, on: TODAY, detail: "已办", ...more });
const waits = async (district: District, who: string) =>
  must(await district.as(who, "GET", "/cases?waiting=1")).body.cases.map((row: { id: string }) => row.id);

describe("克州, from arrears to the notice", () => {
  let kezhou: District;
  let caseId: string;
  beforeAll(async () => {
    kezhou = await District.of("kezhou", {
      office: "13800000204",
      government: "13800000206",
      manager: "13800000207",
      regulator: "13800000209",
      regulator2: "13800000210",
      bank: "13800000211",
      other: "13800000212",
      guarantor: "13800000213",
    });
    caseId = await bad(kezhou, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 20_000_001 });
  });

  it("KZ-042 KZ-043 KZ-044 KZ-045 a claim waits for the four steps before it, each with its article", async () => {
    const answer = await kezhou.as("bank", "POST", `/cases/${caseId}/claim`, filing("200000.01"));
    expect(answer.status).toBe(422);
    const told = JSON.stringify(answer.body);
    for (const code of ["claim_precondition", "doc_missing"]) expect(told).toContain(code);
    for (const id of ["guarantor_prompt", "collection_notice", "cause_investigation", "legal_means", "enforcement_shortfall"])
      expect(told).toContain(id);
    expect(told).toContain("第十三条（四）");
  });

  it("KZ-042 only the loan's own bank enters what it did, in the document's order and ways", async () => {
    expect((await does(kezhou, "guarantor", caseId, "guarantor_prompt")).body.code).toBe("role_forbidden");
    expect((await does(kezhou, "other", caseId, "guarantor_prompt")).status).toBe(404);
    expect(await fault(does(kezhou, "bank", caseId, "no_such"))).toMatchObject({ code: "field_invalid" });
    expect(await fault(does(kezhou, "bank", caseId, "legal_means", { way: "asked" }))).toMatchObject({ code: "field_invalid" });
    const early = await fault(does(kezhou, "bank", caseId, "enforcement_shortfall", { way: "bankruptcy", documentNo: "破1号" }));
    expect(early).toMatchObject({ code: "obligation_order" });
    expect((await does(kezhou, "bank", caseId, "collection_notice", { on: addDays(TODAY, 1) })).body.code).toBe("date_invalid");
  });

  it("KZ-042 KZ-045 the page lists what is owed with its window, and what has been done", async () => {
    const before = await fileIn(kezhou, "bank", caseId);
    const by = (id: string) => before.obligations.find((one: { id: string }) => one.id === id);
    expect(by("guarantor_prompt")).toMatchObject({ mine: true, gates: ["claim"], article: "第十三条（一）", done: [] });
    expect(by("disbursement")).toBeUndefined();
    must(await does(kezhou, "bank", caseId, "guarantor_prompt"));
    must(await does(kezhou, "bank", caseId, "collection_notice"));
    must(await does(kezhou, "bank", caseId, "cause_investigation"));
    must(await does(kezhou, "bank", caseId, "legal_means", { way: "litigation" }));
    must(await does(kezhou, "bank", caseId, "enforcement_shortfall", { way: "enforcement_terminated", documentNo: "执1号" }));
    const after = await fileIn(kezhou, "guarantor", caseId);
    expect(after.obligations.filter((one: { state: string }) => one.state === "done")).toHaveLength(5);
    expect(after.obligations.find((one: { id: string }) => one.id === "enforcement_shortfall")).toMatchObject({
      mine: false,
      done: [{ on: TODAY, way: "enforcement_terminated", documentNo: "执1号" }],
    });
  });

  it("KZ-046 with its four papers the claim goes to the fund's manager, due in five working days", async () => {
    expect(await refused(kezhou.as("bank", "POST", `/cases/${caseId}/claim`, filing("200000.01")))).toBe("doc_missing");
    for (const kind of ["compensation_application", "loan_contract", "loss_table", "recovery_measures"]) await paper(kezhou, "bank", caseId, kind);
    must(await kezhou.as("bank", "POST", `/cases/${caseId}/claim`, filing("200000.01")));
    expect(await waits(kezhou, "manager")).toContain(caseId);
    const { claims } = must(await kezhou.as("manager", "GET", "/claims")).body;
    expect(claims.map((row: { caseId: string }) => row.caseId)).toContain(caseId);
    const { claim } = await fileIn(kezhou, "manager", caseId);
    expect(claim).toMatchObject({ step: "manager_opinion", today: { amount: "100000.01" } });
    expect(must(await kezhou.as("manager", "GET", `/cases/${caseId}`)).body).toMatchObject({
      actions: expect.arrayContaining(["checkClaim", "returnClaim"]),
      due: { article: "第十四条" },
    });
  });

  it("KZ-050 the page says who bears what, to the last fen", async () => {
    const { parts } = await fileIn(kezhou, "bank", caseId);
    expect(parts.map((part: { party: string; amount: string }) => [part.party, part.amount])).toEqual([
      ["fund", "100000.01"],
      ["guarantor", "60000.00"],
      ["bank", "40000.00"],
    ]);
  });

  it("KZ-047 KZ-048 the manager first, then the office with both regulators", async () => {
    expect(await refused(kezhou.as("office", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" }))).toBe("role_forbidden");
    must(await kezhou.as("manager", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" }));
    const alone = await fault(kezhou.as("office", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" }));
    expect(alone).toMatchObject({ code: "check_missing", article: "第十四条" });
    const heard = [kezhou.who("regulator").org.id, kezhou.who("regulator2").org.id];
    expect(await refused(kezhou.as("office", "POST", `/cases/${caseId}/claim/check`, { summary: "属实", heard: ["nobody"] }))).toBe("field_invalid");
    must(await kezhou.as("office", "POST", `/cases/${caseId}/claim/check`, { summary: "会同复审属实", heard }));
    const { claim } = await fileIn(kezhou, "regulator", caseId);
    expect(claim.checks.map((one: { by: string }) => one.by)).toEqual(["克州慕士塔格资金管理有限公司", "自治州财政局"]);
    expect(claim.checks[1].heard).toEqual(["人民银行克州分行", "金融监管克州监管分局"]);
  });

  it("KZ-049 KZ-052 the government approves by a document, the office gives its notice in three working days, and then the manager pays", async () => {
    expect(await refused(kezhou.as("office", "POST", `/cases/${caseId}/claim/notice`, { documentNo: "通1号" }))).toBe("wrong_step");
    const agreed = must(await kezhou.as("government", "POST", `/cases/${caseId}/claim/consent`, { documentNo: "克政函1号" })).body;
    expect(agreed.amount).toBe("100000.01");
    expect(await refused(kezhou.as("manager", "POST", `/cases/${caseId}/claim/notice`, { documentNo: "通1号" }))).toBe("role_forbidden");
    expect(must(await kezhou.as("office", "GET", `/cases/${caseId}`)).body).toMatchObject({
      actions: expect.arrayContaining(["notifyClaim"]),
      due: { article: "第十六条" },
    });
    must(await kezhou.as("office", "POST", `/cases/${caseId}/claim/notice`, { documentNo: "通1号" }));
    const { claim } = await fileIn(kezhou, "manager", caseId);
    expect(claim).toMatchObject({ step: "pay", notified: { documentNo: "通1号", on: TODAY } });
    expect((await fileIn(kezhou, "government", caseId)).claim.step).toBe("pay");
  });

  it("KZ-049 what is returned goes one step back, with a reason", async () => {
    const again = (await failed(kezhou, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 1_000_000, step: "government" }))
      .caseId;
    expect(await refused(kezhou.as("government", "POST", `/cases/${again}/claim/return`, { reason: "不明" }))).toBe("document_no_required");
    must(await kezhou.as("government", "POST", `/cases/${again}/claim/return`, { reason: "不明", documentNo: "克政退1号" }));
    expect((await fileIn(kezhou, "office", again)).claim).toMatchObject({ step: "finance_opinion", returned: { reason: "不明" } });
  });
});

describe("新乡, from arrears to the opinion", () => {
  let xinxiang: District;
  let caseId: string;
  const stamped = { creditReport: { no: "征信1号", stamped: true } };
  beforeAll(async () => {
    xinxiang = await District.of(
      "xinxiang",
      await people("xinxiang", { bank: "bank", guarantor: "guarantor", manager: "manager", office: "office" }),
    );
    caseId = await bad(xinxiang, { lender: "bank", mode: "credit", principal: 50_000_000 });
    await paper(xinxiang, "bank", caseId, "compensation_application");
  });

  it("XX-025 XX-026 filed and revived first; a filing after five working days is told", async () => {
    const answer = await xinxiang.as("bank", "POST", `/cases/${caseId}/claim`, filing("500000", stamped));
    expect(JSON.stringify(answer.body)).toContain("not_filed");
    expect(JSON.stringify(answer.body)).toContain("disposal_order");
    expect(await fault(does(xinxiang, "bank", caseId, "collection"))).toMatchObject({ code: "obligation_order", article: "第九条" });
    must(await does(xinxiang, "bank", caseId, "risk_filing"));
    must(await does(xinxiang, "bank", caseId, "revival", { way: "impossible" }));
    const { obligations } = await fileIn(xinxiang, "bank", caseId);
    expect(obligations.find((one: { id: string }) => one.id === "risk_filing")).toMatchObject({ state: "done", tooLate: true });
  });

  it("XX-027 XX-028 no class but by a stamped credit report", async () => {
    const bare = await fault(
      xinxiang.as("bank", "POST", `/cases/${caseId}/claim`, filing("500000", { creditReport: { no: "征信1号", stamped: false } })),
    );
    expect(bare).toMatchObject({ code: "npl_proof", field: "creditReport" });
    must(await xinxiang.as("bank", "POST", `/cases/${caseId}/claim`, filing("500000", stamped)));
    expect((await fileIn(xinxiang, "bank", caseId)).claim.filing.creditReport).toEqual({ no: "征信1号", stamped: true });
  });

  it("XX-029 XX-030 the platform's opinion puts it into the year's batch, and nothing is consolidated before the year is over", async () => {
    const { batch } = must(await xinxiang.as("manager", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" })).body;
    expect(batch).toBe(`${TODAY.slice(0, 4)}Y1`);
    expect(await fault(xinxiang.as("manager", "POST", `/cases/${caseId}/claim/report`, { documentNo: "汇1号" }))).toMatchObject({
      code: "alloc_state",
      article: "第九条",
    });
  });

  it("XX-032 XX-033 XX-034 a guarantor files, pays first and claims what it paid, within its time", async () => {
    const one = await bad(xinxiang, { lender: "bank", partner: "guarantor", mode: "reguaranteed", principal: 30_000_000 });
    await paper(xinxiang, "guarantor", one, "compensation_application");
    must(await does(xinxiang, "guarantor", one, "guarantor_filing"));
    const unpaid = await fault(xinxiang.as("guarantor", "POST", `/cases/${one}/claim`, filing("300000")));
    expect(unpaid).toMatchObject({ code: "not_compensated", field: "compensated" });
    const paid = { compensated: { principal: "300000", on: TODAY, proofNo: "代偿1号" } };
    expect(await refused(xinxiang.as("bank", "POST", `/cases/${one}/claim`, filing("300000", paid)))).toBe("payee_wrong");
    expect(
      await fault(
        xinxiang.as("guarantor", "POST", `/cases/${one}/claim`, filing("300000", { compensated: { ...paid.compensated, principal: "x" } })),
      ),
    ).toMatchObject({
      field: "compensated.principal",
    });
    must(await xinxiang.as("guarantor", "POST", `/cases/${one}/claim`, filing("300000", paid)));
    expect((await fileIn(xinxiang, "guarantor", one)).claim.filing.compensated).toMatchObject({ principal: "300000.00", proofNo: "代偿1号" });
  });
});

describe("东莞, a claim held against the year's sums", () => {
  let dongguan: District;
  beforeAll(async () => {
    dongguan = await District.of(
      "dongguan",
      await people("dongguan", { bank: "bank", guarantor: "guarantor", manager: "manager", office: "office" }),
    );
  });

  it("DG-018 DG-020 DG-041 a guarantor with the loan's own tiers: half of its own loss, papers of its mode, the trustee, the office", async () => {
    const tiers = [
      { party: "guarantor", share: "0.4" },
      { party: "national", share: "0.2" },
      { party: "province", share: "0.2" },
      { party: "bank", share: "0.2" },
    ] as const;
    const one = await bad(dongguan, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 100_000_000, tiers });
    const body = filing("1000000", { compensated: { principal: "400000", on: ago(1), proofNo: "代偿2号" } });
    expect(await refused(dongguan.as("guarantor", "POST", `/cases/${one}/claim`, body))).toBe("doc_missing");
    for (const kind of ["compensation_application", "loan_contract", "loss_table", "sharing_proof"]) await paper(dongguan, "guarantor", one, kind);
    must(await dongguan.as("guarantor", "POST", `/cases/${one}/claim`, body));
    const { claim, parts } = await fileIn(dongguan, "manager", one);
    expect(claim.today.amount).toBe("200000.00");
    expect(parts.map((part: { party: string; amount: string }) => `${part.party} ${part.amount}`)).toEqual([
      "guarantor 400000.00",
      "national 200000.00",
      "province 200000.00",
      "bank 200000.00",
    ]);
    must(await dongguan.as("manager", "POST", `/cases/${one}/claim/check`, { summary: "属实" }));
    expect(must(await dongguan.as("office", "POST", `/cases/${one}/claim/consent`, { documentNo: "东工信函1号" })).body.amount).toBe("200000.00");
  });

  it("DG-026 DG-028 a bank: never more than the year's part of what it lent, by the records", async () => {
    const one = await bad(dongguan, { lender: "bank", mode: "bank", principal: 100_000_000 }, 0);
    for (const kind of ["compensation_application", "loan_contract", "loss_table"]) await paper(dongguan, "bank", one, kind);
    const { sums } = await fileIn(dongguan, "bank", one);
    expect(sums.bankPaidYear).toBe("0.00");
    expect(Number(sums.bankYearPrincipal)).toBeGreaterThan(0);
    must(await dongguan.as("bank", "POST", `/cases/${one}/claim`, filing("1000000")));
    const { claim } = await fileIn(dongguan, "bank", one);
    expect(claim.today.derivation.map((line: { id: string }) => line.id)).toContain("annual_room");
  });

  it("DG-026 what the fund has paid the bank this year on other claims leaves less room, and a claim never counts against itself", async () => {
    const paidBefore = await failed(dongguan, {
      lender: "bank",
      mode: "bank",
      principal: 100_000_000,
      step: "pay",
      filedOn: TODAY,
    });
    const one = await bad(dongguan, { lender: "bank", mode: "bank", principal: 100_000_000 }, 0);
    const before = (await fileIn(dongguan, "bank", one)).sums;
    await env.DB.prepare("UPDATE loan_file SET paid_on = ?, paid = 12345678 WHERE case_id = ?").bind(TODAY, paidBefore.caseId).run();
    const after = (await fileIn(dongguan, "bank", one)).sums;
    expect(Number(after.bankPaidYear) - Number(before.bankPaidYear)).toBeCloseTo(123_456.78, 2);
    expect(after.enterprisePaid).toBe("0.00");
    const own = (await fileIn(dongguan, "office", paidBefore.caseId)).sums;
    expect(own.bankPaidYear).toBe(before.bankPaidYear);
  });

  it("DG-026 the sums of a case are found by index, however many loans there are", async () => {
    const { caseId } = await failed(dongguan, { lender: "bank", mode: "bank", principal: 1_000_000, step: "pay" });
    const sent = new Set<string>();
    const plain = env.DB.prepare.bind(env.DB);
    const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
      sent.add(text);
      return plain(text);
    });
    await fileIn(dongguan, "bank", caseId);
    spy.mockRestore();
    const sums = [...sent].filter((text) => /same_firm/.test(text));
    expect(sums).toHaveLength(2);
    for (const text of sums) {
      const asked = plain(`EXPLAIN QUERY PLAN ${text}`).bind(...Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null));
      const steps = (await asked.all<{ detail: string }>()).results.map(({ detail }) => detail);
      expect(steps.filter((step) => /^SCAN (?:l|f|p|i|loan|loan_file|payable|fund_instruction)\b/.test(step))).toEqual([]);
    }
  });
});

const OBLIGATION_NOTICES = "SELECT code, to_org, json_extract(figures, '$.says') AS says FROM notice WHERE case_id = ? ORDER BY code, says";

describe("包头, from the reminder to the confirmation", () => {
  let baotou: District;
  let caseId: string;
  beforeAll(async () => {
    baotou = await District.of("baotou", { office: "13800000404", manager: "13800000409", bank: "13800000411", guarantor: "13800000413" });
    caseId = await bad(baotou, { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_000 });
  });

  it("BT-048 collected at least twice, in two ways, by the bank or the trustee", async () => {
    expect(await fault(baotou.as("bank", "POST", `/cases/${caseId}/claim`, filing("1000000")))).toMatchObject({ code: "collection_required" });
    must(await does(baotou, "bank", caseId, "collection", { way: "phone" }));
    must(await does(baotou, "manager", caseId, "collection", { way: "phone" }));
    expect(await fault(baotou.as("bank", "POST", `/cases/${caseId}/claim`, filing("1000000")))).toMatchObject({
      code: "collection_required",
      article: "第三十一条（三）",
    });
    must(await does(baotou, "manager", caseId, "collection", { way: "onsite" }));
    expect((await fileIn(baotou, "manager", caseId)).obligations.find((one: { id: string }) => one.id === "collection")).toMatchObject({
      state: "done",
      needed: 2,
    });
  });

  it("BT-042 BT-047 BT-048 by night what is owed is told once to those who owe it, what is late to the office too, and stands on their lists", async () => {
    const fresh = await bad(baotou, { lender: "bank", partner: "guarantor", mode: "helped", principal: 2_000_000 });
    const night = async () => {
      const statements = await obligationsTold(env.DB, baotou.scheme, TODAY);
      if (statements.length > 0) await env.DB.batch(statements);
      return (await env.DB.prepare(OBLIGATION_NOTICES).bind(fresh).all<{ code: string; to_org: string; says: string }>()).results;
    };
    const told = await night();
    const to = (code: string) => told.filter((one) => one.code === code).map(({ to_org }) => to_org);
    expect(to("obligation_due")).toContain(baotou.who("bank").org.id);
    expect(to("obligation_due")).toContain(baotou.who("manager").org.id);
    expect(to("obligation_due")).not.toContain(baotou.who("office").org.id);
    expect(to("disburse_notice_overdue")).toEqual(expect.arrayContaining([baotou.who("bank").org.id, baotou.who("office").org.id]));
    expect(to("no_measures")).toContain(baotou.who("manager").org.id);
    expect(await night()).toHaveLength(told.length);
    for (const who of ["bank", "manager"]) expect(await waits(baotou, who)).toContain(fresh);
  });

  it("BT-042 a notice to the office carries its number", async () => {
    expect(await fault(does(baotou, "bank", caseId, "disbursement_notice"))).toMatchObject({ code: "document_no_required", field: "documentNo" });
    must(await does(baotou, "bank", caseId, "disbursement_notice", { documentNo: "放款1号" }));
  });

  it("BT-049 BT-006 nothing before the days are over; then the trustee, then the office", async () => {
    const young = await bad(baotou, { lender: "bank", partner: "guarantor", mode: "helped", principal: 1_000_000 }, 60);
    expect(JSON.stringify((await baotou.as("bank", "POST", `/cases/${young}/claim`, filing("10000"))).body)).toContain("debit_early");
    must(await baotou.as("bank", "POST", `/cases/${caseId}/claim`, filing("1000000")));
    expect(await refused(baotou.as("office", "POST", `/cases/${caseId}/claim/consent`, { documentNo: "确1号" }))).toBe("wrong_step");
    must(await baotou.as("manager", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" }));
    expect(must(await baotou.as("office", "POST", `/cases/${caseId}/claim/consent`, { documentNo: "确1号" })).body.amount).toBe("400000.00");
    const { parts } = await fileIn(baotou, "bank", caseId);
    expect(parts[0]).toMatchObject({ party: "pool", amount: "400000.00", article: "第二十条" });
    expect(parts[0].inner.length).toBeGreaterThan(1);
  });
});

/** Phones of a district's demo, the first of each kind asked for. */
async function people(schemeId: string, kinds: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { DEMO_DISTRICTS } = await import("../demo/people");
  const found = DEMO_DISTRICTS[schemeId]?.people ?? [];
  return Object.fromEntries(Object.entries(kinds).map(([as, kind]) => [as, found.find(({ orgKind }) => orgKind === kind)?.phone ?? ""]));
}
